// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/recordset.h"

#include "base/placeholders.h"
#include "base/wiretext.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace mta
{

namespace
{

// RDLENGTH has 16 bits, and every 255 octets of text have one octet of length before them (RFC 1035 §3.2.1, §3.3).
constexpr qsizetype maxTextOctets = 65535 - 65535 / 256 - 1;

/// Labels of service names and host names (RFC 1123 §2.1, RFC 8552 §2), in lower case. Whatever else the DNS allows is not meant here.
bool isOwnerName(const QString &name)
{
    static const QRegularExpression label(QStringLiteral("\\A[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\z"));
    const QStringList labels = name.split(u'.');
    return name.size() <= 253 &&
           std::all_of(labels.begin(), labels.end(), [](const QString &text) { return label.match(text).hasMatch(); });
}

bool isAddress(const QByteArray &value, QAbstractSocket::NetworkLayerProtocol protocol)
{
    const QHostAddress address(QString::fromLatin1(value));
    return address.protocol() == protocol && address.scopeId().isEmpty() && address.toString().toLatin1() == value;
}

/// RFC 6698 §2.2: three numbers of one octet, and hexadecimal digits.
bool isTlsa(const QByteArray &value)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,3}) ([0-9]{1,3}) ([0-9]{1,3}) ([0-9a-fA-F]{2})+\\z"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(value));
    const auto octet = [&](int part) { return match.captured(part).toInt() <= 255; };
    return value.size() <= 2 * 65535 && match.hasMatch() && octet(1) && octet(2) && octet(3);
}

bool isRecord(const ZoneRecord &record)
{
    const auto name = [&] { return isOwnerName(QString::fromLatin1(record.value)); };
    switch (record.type) {
    case RecordType::Txt:
        return !record.value.isEmpty() && record.value.size() <= maxTextOctets;
    case RecordType::A:
        return isAddress(record.value, QAbstractSocket::IPv4Protocol);
    case RecordType::Aaaa:
        return isAddress(record.value, QAbstractSocket::IPv6Protocol);
    case RecordType::Cname:
    case RecordType::Mx:
        return name();
    case RecordType::Tlsa:
        return isTlsa(record.value);
    default:
        return false;
    }
}

Error recordError(const char *text, const ZoneRecord &record, const QString &zone)
{
    return {ErrorCode::InvalidInput,
            fillPlaceholders(QCoreApplication::translate("Deploy", text),
                             {{QStringLiteral("record"), recordLabel(record)}, {QStringLiteral("zone"), visibleText(zone, 260)}})};
}

} // namespace

Result<ZoneContent> zoneContent(const QList<ZoneRecord> &records, const QString &zone)
{
    if (!isOwnerName(zone))
        return Error{ErrorCode::InvalidInput,
                     zone.isEmpty() ? QCoreApplication::translate("Deploy", "The zone that the records go into is not known.")
                                    : fillPlaceholders(QCoreApplication::translate("Deploy", "\"{zone}\" is not the name of a zone."),
                                                       {{QStringLiteral("zone"), visibleText(zone, 260)}})};
    ZoneContent content{zone, {}};
    for (const ZoneRecord &record : records) {
        if (!isOwnerName(record.owner) || !isRecord(record) || record.ttl.count() < 0 || record.ttl > maxTtl)
            return recordError(QT_TRANSLATE_NOOP("Deploy", "{record} is not a record that could be published."), record, zone);
        if (!isWithin(record.owner, zone))
            return recordError(QT_TRANSLATE_NOOP("Deploy", "{record} does not belong into the zone {zone}."), record, zone);
        auto set = std::find_if(content.sets.begin(), content.sets.end(),
                                [&](const RecordSet &known) { return known.owner == record.owner && known.type == record.type; });
        if (set == content.sets.end())
            set = content.sets.insert(
                content.sets.end(),
                {record.owner, relativeName(record.owner, zone), record.type, record.ttl, {}}); // one TTL: RFC 2181 §5.2
        const bool known = std::any_of(set->records.begin(), set->records.end(), [&](const ZoneRecord &other) {
            return other.value == record.value && other.preference == record.preference;
        });
        if (!known)
            set->records.append(record);
    }
    for (const RecordSet &set : content.sets) {
        const auto same = [&](const RecordSet &other) { return other.owner == set.owner; };
        const bool alone = set.records.size() == 1 && std::count_if(content.sets.begin(), content.sets.end(), same) == 1;
        if (set.type == RecordType::Cname && !alone) // RFC 1034 §3.6.2
            return recordError(QT_TRANSLATE_NOOP("Deploy", "{record} is an alias, and an alias bears no other record beside it."),
                               set.records.first(), zone);
    }
    return content;
}

namespace
{

/// A name that leads to a host leads there alone: an address of the other family would lead some senders to the former one.
QList<RecordType> typesReplacedBy(RecordType type)
{
    if (type == RecordType::Cname || type == RecordType::A || type == RecordType::Aaaa)
        return {RecordType::Cname, RecordType::A, RecordType::Aaaa};
    return {type, RecordType::Cname};
}

} // namespace

QList<Replaced> replacedBy(const ZoneContent &content)
{
    QList<Replaced> replaced;
    for (const RecordSet &set : content.sets) {
        const QList<RecordType> types = typesReplacedBy(set.type);
        for (const RecordType type : types) {
            const bool known = std::any_of(replaced.begin(), replaced.end(),
                                           [&](const Replaced &other) { return other.set->owner == set.owner && other.type == type; });
            if (!known)
                replaced.append({&set, type});
        }
    }
    return replaced;
}

TlsaFields tlsaFields(const ZoneRecord &record)
{
    const QStringList parts = QString::fromLatin1(record.value).split(u' ');
    return {parts.value(0).toInt(), parts.value(1).toInt(), parts.value(2).toInt(), parts.value(3).toLower()};
}

QString recordLabel(const ZoneRecord &record)
{
    return recordTypeName(record.type) + u' ' + visibleText(record.owner, 260);
}

Error inexpressible(const ZoneRecord &record, const char *formatName)
{
    return {
        ErrorCode::Unsupported,
        fillPlaceholders(QCoreApplication::translate("Deploy", "{record} holds something that {format} cannot express safely."),
                         {{QStringLiteral("record"), recordLabel(record)}, {QStringLiteral("format"), QString::fromLatin1(formatName)}})};
}

} // namespace mta
