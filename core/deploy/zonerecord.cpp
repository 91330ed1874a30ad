// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/zonerecord.h"

#include "dane/tlsa.h"
#include "mtasts/stsrecord.h"
#include "tlsrpt/tlsrptrecord.h"

namespace mta
{

QList<ZoneRecord> zoneRecords(const Plan &plan)
{
    QList<ZoneRecord> records;
    const auto add = [&](const QString &owner, RecordType type, const QByteArray &value) {
        records.append({owner, plan.ttl, type, value, 0});
    };
    const QString domain = plan.domain.ascii;
    if (plan.policy) {
        if (const std::optional<QByteArray> text = stsRecordText(plan.id))
            add(QLatin1String("_mta-sts.") + domain, RecordType::Txt, *text); // RFC 8461 §3.1
    }
    if (const std::optional<QByteArray> text = tlsRptRecordText(plan.reports))
        add(QLatin1String("_smtp._tls.") + domain, RecordType::Txt, *text); // RFC 8460 §3
    if (plan.policy) {
        const QString host = QLatin1String("mta-sts.") + domain; // RFC 8461 §3.3
        if (!plan.hosting.alias.isEmpty())
            add(host, RecordType::Cname, plan.hosting.alias.toLatin1());
        else
            for (const QHostAddress &address : plan.hosting.addresses)
                add(host, address.protocol() == QAbstractSocket::IPv6Protocol ? RecordType::Aaaa : RecordType::A,
                    address.toString().toLatin1());
    }
    for (const IntendedTlsa &tlsa : plan.tlsa)
        add(QLatin1String("_25._tcp.") + tlsa.host, RecordType::Tlsa,
            tlsaText(tlsa.record, 2 * tlsa.record.data.size()).toLatin1()); // RFC 7672 §2.2.3
    return records;
}

QString relativeName(const QString &owner, const QString &zone)
{
    if (owner == zone)
        return QStringLiteral("@");
    if (zone.isEmpty() || zone == u'.' || !isWithin(owner, zone))
        return owner + u'.';
    return owner.chopped(zone.size() + 1);
}

} // namespace mta
