// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// DNS messages. The question is taken from the message itself, so that answers are followed to their end.

#include "dns/message.h"

#include <cstdint>
#include <cstdlib>

namespace
{

/// The labels at octet 12, as far as they are plain text.
QString askedName(const QByteArray &message)
{
    QByteArray name;
    for (qsizetype at = 12; at < message.size() && message.at(at) > 0; at += message.at(at) + 1)
        name += (name.isEmpty() ? "" : ".") + message.mid(at + 1, message.at(at));
    return QString::fromLatin1(name);
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray message(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString name = askedName(message);
    for (const mta::RecordType type : {mta::RecordType::Txt, mta::RecordType::Mx, mta::RecordType::A, mta::RecordType::Aaaa,
                                       mta::RecordType::Cname, mta::RecordType::Tlsa}) {
        const mta::Lookup lookup = mta::readLookup({name, type}, message);
        require(lookup.message == message && lookup.status != mta::AnswerStatus::NotAsked);
        const auto txt = mta::txtRecords(lookup);
        const auto mx = mta::mxRecords(lookup);
        const auto addresses = mta::addressRecords(lookup);
        require(mta::tlsaRecords(lookup).records.size() <= mta::maxRecordsPerAnswer);
        require(txt.records.size() <= mta::maxRecordsPerAnswer && txt.aliases.size() <= mta::maxAliasChain);
        require(mx.records.size() <= mta::maxRecordsPerAnswer && addresses.records.size() <= mta::maxRecordsPerAnswer);
        for (const mta::TxtRecord &record : txt.records) {
            for (const QByteArray &string : record.strings)
                require(string.size() <= 255); // RFC 1035 §3.3
        }
        require(mta::answerRecords(lookup).size() <= mta::maxRecordsPerAnswer);
        mta::signatureDates(message, lookup.question);
    }
    return 0;
}
