// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/tlsaproposal.h"

#include "dane/tlsa.h"

namespace mta
{

namespace
{

/// Of the answers that hold addresses, or would; an answer that nobody validated leaves it open.
std::optional<bool> isSigned(const HostAddresses &addresses)
{
    std::optional<bool> sum;
    for (const Lookup *lookup : {&addresses.a, &addresses.aaaa}) {
        if (!lookup->asked())
            continue;
        if (lookup->security == Security::Insecure)
            return false;
        if (lookup->security != Security::Secure)
            return std::nullopt;
        sum = true;
    }
    return sum;
}

QList<Certificate> leavesOf(const MxHost &host)
{
    QList<Certificate> leaves;
    const auto take = [&leaves](const MxProbe &probe) {
        if (!probe.tls.chain.isEmpty())
            leaves.append(probe.tls.chain.first());
    };
    for (const MxProbe &probe : host.probes)
        take(probe);
    for (const ExtraProbe &extra : host.extraProbes)
        take(extra.probe);
    return leaves;
}

} // namespace

TlsaProposal proposeTlsa(const DomainAudit &audit)
{
    TlsaProposal proposal;
    for (const MxHost &host : audit.facts.mxHosts) {
        const std::optional<bool> secure = isSigned(host.addresses);
        if (secure == false) {
            proposal.unsignedHosts.append(host.name);
            continue;
        }
        QList<IntendedTlsa> records;
        for (const Certificate &leaf : leavesOf(host)) {
            const IntendedTlsa record{host.name, {3, 1, 1, associationData(leaf, 1, 1)}};
            if (!record.record.data.isEmpty() && !records.contains(record))
                records.append(record);
        }
        if (!secure || records.isEmpty())
            proposal.unknownHosts.append(host.name);
        else
            proposal.records += records;
    }
    return proposal;
}

} // namespace mta
