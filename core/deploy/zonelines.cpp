// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The forms in which the DNS itself is written: fields to type, lines of a master file, a dynamic update.
#include "deploy/zonequoting.h"
#include "deploy/zonewriters.h"

namespace mta::zonewriters
{

QByteArray presentation(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        return quotedStrings(record.value);
    case RecordType::Cname:
        return record.value + '.';
    case RecordType::Mx:
        return QByteArray::number(record.preference) + ' ' + record.value + '.';
    default:
        return record.value;
    }
}

std::optional<QString> typedValue(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        if (!isPrintable(record.value))
            return std::nullopt;
        return QString::fromLatin1(record.value);
    default:
        return QString::fromLatin1(presentation(record));
    }
}

namespace
{

QByteArray line(const QByteArray &owner, const ZoneRecord &record, std::chrono::seconds ttl, const char *between)
{
    return owner + ' ' + QByteArray::number(qint64(ttl.count())) + between + recordTypeName(record.type).toLatin1() + ' ' +
           presentation(record) + '\n';
}

} // namespace

Result<QByteArray> paste(const ZoneContent &content)
{
    QByteArray text;
    for (const RecordSet &set : content.sets) {
        for (const ZoneRecord &record : set.records) {
            const std::optional<QString> value = typedValue(record);
            if (!value)
                return inexpressible(record, "paste");
            const auto field = [&](const char *label, const QString &said) { text += label + said.toLatin1() + '\n'; };
            if (!text.isEmpty())
                text += '\n';
            field("Type:       ", recordTypeName(record.type));
            field("Name:       ", set.name);
            field("Whole name: ", set.owner);
            field("TTL:        ", QString::number(qint64(set.ttl.count())));
            field("Value:      ", *value);
        }
    }
    return text;
}

Result<QByteArray> bind(const ZoneContent &content)
{
    QByteArray text = "$ORIGIN " + content.zone.toLatin1() + ".\n";
    for (const RecordSet &set : content.sets)
        for (const ZoneRecord &record : set.records)
            text += line(set.name.toLatin1(), record, set.ttl, " IN ");
    return text;
}

Result<QByteArray> nsupdate(const ZoneContent &content)
{
    // Without a server line the update goes to the primary that the SOA record names.
    QByteArray text = "zone " + content.zone.toLatin1() + ".\n";
    for (const Replaced &replaced : replacedBy(content))
        text += "update delete " + replaced.set->owner.toLatin1() + ". " + recordTypeName(replaced.type).toLatin1() + '\n';
    for (const RecordSet &set : content.sets)
        for (const ZoneRecord &record : set.records)
            text += line("update add " + set.owner.toLatin1() + '.', record, set.ttl, " ");
    return text + "send\n";
}

} // namespace mta::zonewriters
