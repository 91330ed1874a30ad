// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/planwork.h"

#include "deploy/adopt.h"
#include "deploy/liveplan.h"
#include "deploy/patterns.h"
#include "deploy/planfault.h"
#include "deploy/provider.h"

namespace mta
{

bool isBlank(const Plan &plan)
{
    return !plan.policy && plan.mx.isEmpty() && plan.reports.isEmpty() && plan.tlsa.isEmpty() && plan.hosting == PolicyHosting();
}

QString faultAt(const Plan &plan, QLatin1String place)
{
    for (const PlanFault &fault : faultsOf(plan)) {
        if (fault.place.startsWith(place))
            return planFaultText(fault);
    }
    return {};
}

Plan liveStateOf(const DomainAudit &audit, const Plan &plan)
{
    Plan live = planFromLive(audit).plan;
    if (const std::optional<Plan> seen = livePlan(plan, audit))
        live.ttl = seen->ttl;
    if (live.policy || audit.record.state != StsRecordSet::State::One)
        return live;
    // RFC 8461 §3.3, §5.1: senders that hold it go on with it while it cannot be fetched.
    for (auto former = plan.published.crbegin(); former != plan.published.crend(); ++former) {
        if (former->id != audit.record.record.id)
            continue;
        live.policy = former->policy;
        live.id = former->id;
        break;
    }
    return live;
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
