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

/// A policy was published, and none is meant to be any more: only a clear choice, a mode or "Protect again", makes a plan of one again.
bool isWithoutFormerPolicy(const Plan &plan);

/// What is wrong with the part of a plan at this place (see PlanFault), in one sentence; empty without fault.
QString faultAt(const Plan &plan, QLatin1String place);

/// A blank plan becomes one to begin with: as the domain is, and where it has no policy with one in mode testing that covers its mail
/// servers. Zone, TTL and notes that somebody wrote meanwhile stay.
Plan proposedPlan(const Plan &blank, const DomainAudit &audit, const QDateTime &now);

/// The plan with what an audit says of it whatever is wished for: what was published, and by which id the planned policy is or has to be
/// announced (RFC 8461 §3.1): that of the record where others changed it for the same policy, a new one where the planned one was used for
/// another policy.
Plan withLearnt(const Plan &plan, const DomainFacts &facts, const QDateTime &now);

} // namespace mta
