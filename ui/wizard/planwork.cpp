// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/planwork.h"

#include "deploy/adopt.h"
#include "deploy/patterns.h"
#include "deploy/provider.h"

namespace mta
{

bool isBlank(const Plan &plan)
{
    return !plan.policy && plan.mx.isEmpty() && plan.reports.isEmpty() && plan.tlsa.isEmpty() && plan.hosting == PolicyHosting();
}

Plan proposedPlan(const DomainAudit &audit, const QDateTime &now)
{
    Plan plan = planFromLive(audit).plan;
    if (plan.policy)
        return plan;
    QStringList hosts;
    for (const IntendedMx &mx : std::as_const(plan.mx))
        hosts.append(mx.host);
    const PatternStyle style = mailProviderInfo(mailProviderOf(audit.facts)).style;
    return withPolicy(
        plan, [&](PolicyTerms &terms) { terms.mx = suggestPatterns(hosts, style); }, now);
}

} // namespace mta
