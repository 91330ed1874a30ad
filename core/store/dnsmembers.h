// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/message.h"
#include "store/jsonwriter.h"

#include <QJsonArray>

namespace mta
{

/// RFC 1035 §4.2.2: a message over TCP has a length of 16 bits.
template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Question, Question> &value)
{
    archive.member("name", value.name);
    archive.member("type", value.type);
}

inline QJsonArray readableRecords(const Lookup &lookup)
{
    QJsonArray records;
    for (const RecordText &record : answerRecords(lookup)) {
        records.append(QJsonObject{{QStringLiteral("owner"), record.owner},
                                   {QStringLiteral("ttl"), static_cast<qint64>(record.ttl.count())},
                                   {QStringLiteral("type"), record.type},
                                   {QStringLiteral("value"), record.value}});
    }
    return records;
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Lookup, Lookup> &value)
{
    archive.member("question", value.question);
    archive.member("status", value.status);
    archive.member("security", value.security);
    archive.member("bogusReason", value.bogusReason);
    archive.member("detail", value.detail);
    archive.octets("message", value.message, maxDnsMessage);
    archive.member("elapsed", value.elapsed);
    if constexpr (Archive::writing)
        archive.readable("records", readableRecords(value));
}

} // namespace mta
