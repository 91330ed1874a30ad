// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/expiry.h"

#include <algorithm>

namespace mta
{

QList<ExpiringCertificate> expiringCertificates(const DomainAudit &audit)
{
    QList<ExpiringCertificate> expiring;
    const auto add = [&](const QString &host, const TlsSession &session) {
        if (session.chain.isEmpty() || !session.chain.first().notAfter.isValid())
            return;
        const ExpiringCertificate found{host, session.chain.first().notAfter.toUTC()};
        const auto same =
            std::find_if(expiring.begin(), expiring.end(), [&](const ExpiringCertificate &each) { return each.host == host; });
        if (same == expiring.end())
            expiring.append(found);
        else
            same->notAfter = std::min(same->notAfter, found.notAfter);
    };
    for (const PolicyFetch &fetch : audit.facts.fetches)
        add(QLatin1String("mta-sts.") + audit.facts.domain.ascii, fetch.tls);
    for (const MxHost &host : audit.facts.mxHosts) {
        for (const MxProbe &probe : host.probes)
            add(host.name, probe.tls);
        for (const ExtraProbe &extra : host.extraProbes)
            add(host.name, extra.probe.tls);
    }
    std::stable_sort(expiring.begin(), expiring.end(),
                     [](const ExpiringCertificate &a, const ExpiringCertificate &b) { return a.notAfter < b.notAfter; });
    return expiring;
}

} // namespace mta
