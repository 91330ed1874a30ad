// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/judge.h"
#include "net/realnetwork.h"
#include "survey/batch.h"

#include <QSet>
#include <QTest>

namespace mta
{

/// Audits domains over real sockets as the command line does, with private addresses allowed. Header-only: the tests that use it link
/// what it needs. Empty when the network could not be made; audits are in the order of `names`.
inline QList<DomainAudit> auditDomains(const QStringList &names, const NetworkOptions &options, Depth depth = Depth::Standard,
                                       std::chrono::milliseconds operationTimeout = std::chrono::seconds(10))
{
    const auto network = RealNetwork::create(options);
    if (!network) {
        qWarning("%s", qPrintable(network.error().text));
        return {};
    }
    BatchOptions batch;
    batch.operationTimeout = operationTimeout;
    batch.conditions.allowPrivate = true;
    batch.conditions.depth = depth;
    (*network)->describe(batch.conditions);
    QList<DomainName> domains;
    for (const QString &name : names)
        domains.append({name, name});
    QList<DomainAudit> audits(names.size());
    surveyAll(domains, batch, (*network)->network(),
              [&audits](int index, const DomainFacts &facts) { audits[index] = judge(facts, facts.observedAt); }, {}, {});
    return audits;
}

/// The ids of an audit's findings of at least this severity, sorted, without repetition.
inline QStringList findingIds(const DomainAudit &audit, Severity least)
{
    QSet<QString> ids;
    for (const Finding &finding : audit.findings) {
        if (finding.severity >= least)
            ids.insert(finding.ruleId);
    }
    QStringList sorted = ids.values();
    sorted.sort();
    return sorted;
}

} // namespace mta
