// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/planwork.h"

#include "deploy/adopt.h"
#include "deploy/patterns.h"
#include "deploy/planfault.h"
#include "deploy/provider.h"
#include "deploy/publications.h"

namespace mta
{

bool isBlank(const Plan &plan)
{
    return !plan.policy && plan.mx.isEmpty() && plan.reports.isEmpty() && plan.tlsa.isEmpty() && plan.hosting == PolicyHosting();
}

bool isWithoutFormerPolicy(const Plan &plan)
{
    return !plan.policy && !plan.published.isEmpty();
}

QString faultAt(const Plan &plan, QLatin1String place)
{
    for (const PlanFault &fault : faultsOf(plan)) {
        if (fault.place.startsWith(place))
            return planFaultText(fault);
    }
    return {};
}

Plan proposedPlan(const Plan &blank, const DomainAudit &audit, const QDateTime &now)
{
    Plan plan = adoptLive(blank, audit).plan;
    if (!blank.zone.isEmpty())
        plan.zone = blank.zone;
    if (plan.policy)
        return plan;
    QStringList hosts;
    for (const IntendedMx &mx : std::as_const(plan.mx))
        hosts.append(mx.host);
    const PatternStyle style = mailProviderInfo(mailProviderOf(audit.facts)).style;
    return withPolicy(
        plan, [&](PolicyTerms &terms) { terms.mx = suggestPatterns(hosts, style); }, now);
}

Plan withLearnt(const Plan &plan, const DomainFacts &facts, const QDateTime &now)
{
    Plan learnt = withSeen(plan, facts);
    const IdFault fault = idFault(learnt);
    if (fault.problem == IdProblem::Reused ||
        (fault.problem == IdProblem::NeedlessId && announcesPolicy(learnt, learnt.published.at(fault.publication).id)))
        learnt.id = nextId(learnt, now);
    return learnt;
}

} // namespace mta
