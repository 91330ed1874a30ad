// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/policyid.h"

namespace mta
{

/// The plan with its policy edited, and with a new id exactly when the policy says something else than before (RFC 8461 §3.1).
template<class Edit>
Plan withPolicy(Plan plan, Edit edit, const QDateTime &now)
{
    PolicyTerms terms = plan.policy.value_or(PolicyTerms());
    edit(terms);
    plan.policy = terms;
    plan.id = nextId(plan, now);
    return plan;
}

/// Nothing was decided yet.
bool isBlank(const Plan &plan);

/// What is wrong with the part of a plan at this place (see PlanFault), in one sentence; empty without fault.
QString faultAt(const Plan &plan, QLatin1String place);

/// How the domain is, to plan from. A policy that the record still announces and nobody can fetch is the one that was published with it.
Plan liveStateOf(const DomainAudit &audit, const Plan &plan);

/// A plan to begin with: as the domain is, and where it has no policy one in mode testing that covers its mail servers.
Plan proposedPlan(const DomainAudit &audit, const QDateTime &now);

} // namespace mta
