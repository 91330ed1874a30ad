// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/planner.h"

namespace mta
{

// How the domain is, in the form of a plan: where steps begin. Policy and id are those that are served, each absent where there is none,
// so that a way that was left half gone is seen as such.

/// As it was seen; the TTL is the largest one seen or planned, for that long the records of today are remembered. Absent when the audit
/// cannot tell what steps depend on: the record, the policy that it announces, the mail servers.
std::optional<Plan> livePlan(const Plan &plan, const DomainAudit &audit);

/// How long resolvers remember mail servers and what was not there, by what was seen; never less than the usual times, for an answer that
/// comes from a cache says less than the zone does.
PlanningTimes planningTimes(const DomainAudit &audit);

/// By what the plan says was published, for want of a look: the policy that stands, or nothing of MTA-STS at all.
Plan standingPlan(const Plan &plan);

} // namespace mta
