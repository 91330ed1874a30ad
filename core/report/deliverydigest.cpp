// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/wiretext.h"
#include "report/digest.h"
#include "report/words.h"

#include <algorithm>

namespace mta
{

namespace
{

QString fateText(Delivery delivery)
{
    switch (delivery) {
    case Delivery::NotTested:
        break;
    case Delivery::Unreachable:
        return Report::tr("no connection");
    case Delivery::Refused:
        return Report::tr("not delivered");
    case Delivery::Clear:
        return Report::tr("unencrypted");
    case Delivery::Encrypted:
        return Report::tr("encrypted, not verified");
    case Delivery::Authenticated:
        return Report::tr("encrypted, verified");
    }
    return Report::tr("not tested");
}

std::optional<ChainLink::State> fateState(SenderKind kind, Delivery delivery)
{
    switch (delivery) {
    case Delivery::NotTested:
        break;
    case Delivery::Unreachable:
    case Delivery::Refused:
    case Delivery::Clear:
        return ChainLink::State::Broken;
    case Delivery::Encrypted:
        return kind == SenderKind::Neither ? std::nullopt : std::optional(ChainLink::State::Attention);
    case Delivery::Authenticated:
        return ChainLink::State::Good;
    }
    return ChainLink::State::NotTested;
}

DeliveryDigest digestOf(const QString &place, const Deliveries &deliveries, const QString &evidence)
{
    DeliveryDigest digest{place, {}, evidence};
    for (const SenderKind kind : allSenderKinds)
        digest.fates.append({fateText(deliveries.of(kind)), fateState(kind, deliveries.of(kind))});
    return digest;
}

} // namespace

QList<DeliveryDigest> deliveryDigests(const DomainAudit &audit)
{
    QList<DeliveryDigest> digests;
    if (!audit.deliveries || audit.mx.isEmpty())
        return digests;
    if (audit.mx.size() > 1)
        digests.append(digestOf(Report::tr("all mail servers, at worst"), *audit.deliveries, QStringLiteral("/mx")));
    for (qsizetype i = 0; i < audit.mx.size(); ++i) {
        const MxOutcome &host = audit.mx.at(i);
        const QString name = visibleText(host.host, 300);
        const QString evidence = QStringLiteral("/mxHosts/%1").arg(i);
        digests.append(digestOf(name, host.deliveries, evidence));
        const bool differ = std::any_of(host.addresses.cbegin(), host.addresses.cend(),
                                        [&](const AddressOutcome &address) { return address.deliveries != host.deliveries; });
        for (qsizetype j = 0; differ && j < host.addresses.size(); ++j) {
            const AddressOutcome &address = host.addresses.at(j);
            digests.append(digestOf(Report::tr("%1 at %2", "host name, address").arg(name, address.address.toString()), address.deliveries,
                                    evidence + QStringLiteral("/probes/%1").arg(j)));
        }
    }
    return digests;
}

QStringList deliveryHeadings()
{
    return {Report::tr("DANE and MTA-STS"), Report::tr("DANE alone"), Report::tr("MTA-STS alone"), Report::tr("Neither")};
}

QString deliveryNote(const DomainAudit &audit)
{
    return audit.lessAssurance
               ? Report::tr("The MX records are not signed with DNSSEC, so DANE gives less assurance: some senders do not count it.")
               : QString();
}

} // namespace mta
