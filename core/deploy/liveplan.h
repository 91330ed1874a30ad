// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/plan.h"

namespace mta
{

// How the domain is, in the form of a plan: where steps begin. Policy and id are those that are served, each absent where there is none,
// so that a way that was left half gone is seen as such.

/// As it was seen. Absent when the audit cannot tell what steps depend on: the record, the policy that it announces, the mail servers.
std::optional<Plan> livePlan(const Plan &plan, const DomainAudit &audit);

/// By what the plan says was published, for want of a look: the policy that stands, or nothing of MTA-STS at all.
Plan standingPlan(const Plan &plan);

} // namespace mta
