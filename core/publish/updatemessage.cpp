// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/updatemessage.h"

#include "publish/wire.h"

namespace mta
{
namespace
{

constexpr quint16 opcodeUpdate = 5 << 11; // RFC 2136 §1.3, where the header has its opcode

QByteArray recordOf(const ExactRecord &record, quint16 recordClass, std::chrono::seconds ttl)
{
    return wire::record(wire::name(record.owner), static_cast<quint16>(record.type), recordClass, static_cast<quint32>(ttl.count()),
                        record.data);
}

/// RFC 2136 §2.4.2: the set exists and is exactly this; §2.4.3: there is none.
QByteArray prerequisite(const ExactSet &set, int &count)
{
    if (set.own().isEmpty()) {
        ++count;
        return wire::record(wire::name(set.owner), static_cast<quint16>(set.type), wire::classNone, 0, {});
    }
    QByteArray octets;
    for (const ExactRecord &record : set.records)
        octets += recordOf(record, wire::classIn, std::chrono::seconds(0));
    count += static_cast<int>(set.records.size());
    return octets;
}

} // namespace

QByteArray updateMessage(const RecordChanges &changes, const QString &zone, quint16 id)
{
    QByteArray prerequisites;
    int prerequisiteCount = 0;
    for (const ExactSet &set : changes.seen)
        prerequisites += prerequisite(set, prerequisiteCount);
    QByteArray updates;
    for (const ExactRecord &record : changes.remove)
        updates += recordOf(record, wire::classNone, std::chrono::seconds(0)); // RFC 2136 §2.5.4
    for (const ExactRecord &record : changes.add)
        updates += recordOf(record, wire::classIn, record.ttl); // RFC 2136 §2.5.1
    return wire::number16(id) + wire::number16(opcodeUpdate) + wire::number16(1) + wire::number16(static_cast<quint16>(prerequisiteCount)) +
           wire::number16(static_cast<quint16>(changes.remove.size() + changes.add.size())) + wire::number16(0) + wire::name(zone) +
           wire::number16(wire::typeSoa) + wire::number16(wire::classIn) + prerequisites + updates; // RFC 2136 §2.3
}

} // namespace mta
