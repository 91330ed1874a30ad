// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/wire.h"

#include "dns/answer.h"
#include <QtEndian>
#include <ldns/ldns.h>

namespace mta::wire
{

QByteArray number16(quint16 value)
{
    QByteArray octets(2, '\0');
    qToBigEndian(value, octets.data());
    return octets;
}

QByteArray number32(quint32 value)
{
    QByteArray octets(4, '\0');
    qToBigEndian(value, octets.data());
    return octets;
}

quint16 number16(const QByteArray &message, qsizetype at)
{
    return qFromBigEndian<quint16>(message.constData() + at);
}

namespace
{

/// RFC 8945 §4.3.3, RFC 4034 §6.2: letters in lower case. Length octets are below the letters.
QByteArray takeName(ldns_rdf *name)
{
    ldns_dname2canonical(name);
    const QByteArray octets(reinterpret_cast<const char *>(ldns_rdf_data(name)), static_cast<qsizetype>(ldns_rdf_size(name)));
    ldns_rdf_deep_free(name);
    return octets;
}

} // namespace

QByteArray name(const QString &text)
{
    ldns_rdf *rdf = nullptr;
    if (text.isEmpty() || ldns_str2rdf_dname(&rdf, text.toUtf8().constData()) != LDNS_STATUS_OK)
        return {};
    return takeName(rdf);
}

QByteArray record(const QByteArray &owner, quint16 type, quint16 recordClass, quint32 ttl, const QByteArray &data)
{
    return owner + number16(type) + number16(recordClass) + number32(ttl) + number16(static_cast<quint16>(data.size())) + data;
}

std::optional<QByteArray> readName(const QByteArray &message, qsizetype &at)
{
    if (at >= message.size())
        return std::nullopt;
    ldns_rdf *rdf = nullptr;
    auto position = static_cast<size_t>(at);
    const auto *octets = reinterpret_cast<const uint8_t *>(message.constData());
    if (ldns_wire2dname(&rdf, octets, static_cast<size_t>(message.size()), &position) != LDNS_STATUS_OK)
        return std::nullopt;
    at = static_cast<qsizetype>(position);
    return takeName(rdf);
}

std::optional<qsizetype> lastRecord(const QByteArray &message)
{
    if (message.size() < headerSize || message.size() > maxDnsMessage)
        return std::nullopt;
    const int questions = number16(message, 4);
    const int records = number16(message, 6) + number16(message, 8) + number16(message, 10);
    if (records == 0 || questions + records > maxRecordsPerMessage)
        return std::nullopt;
    qsizetype at = headerSize;
    qsizetype last = at;
    for (int i = 0; i < questions + records; ++i) {
        last = at;
        if (!readName(message, at))
            return std::nullopt;
        at += 4; // type and class
        if (i >= questions) {
            at += 6; // TTL and length
            if (at > message.size())
                return std::nullopt;
            at += number16(message, at - 2);
        }
        if (at > message.size())
            return std::nullopt;
    }
    return at == message.size() ? std::optional(last) : std::nullopt;
}

} // namespace mta::wire
