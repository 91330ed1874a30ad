// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/planner.h"

namespace mta
{

// How the domain is, in the form of a plan: where steps begin. Policy and id are those that are served, each absent where there is none,
// so that a way that was left half gone is seen as such. A file that the record announces and nobody gets is absent: what senders hold of
// it is in the publications, by which steps are reckoned (RFC 8461 §5.1), and serving it again is a step like any other.

/// As it was seen, without what resolvers only remember (asPublished()). From the plan comes what nothing live tells: the zone where it is
/// not known, what was published before, what was said of reports. What could not be looked up counts as not there: then a step asks for
/// it, which shows as not tested, rather than none. The TTL is the largest one seen or planned, for that long the records of today are
/// remembered. Absent when the audit cannot tell what steps depend on: the record, the policy that it announces, the mail servers.
std::optional<Plan> livePlan(const Plan &plan, const DomainAudit &seen);

/// How long resolvers remember mail servers and what was not there, by what was seen; never less than the usual times, for an answer that
/// comes from a cache says less than the zone does.
PlanningTimes planningTimes(const DomainAudit &audit);

/// By what the plan says was published, for want of a look: the policy that stands, or nothing of MTA-STS at all.
Plan standingPlan(const Plan &plan);

} // namespace mta
