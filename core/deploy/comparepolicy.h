// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "deploy/live.h"

namespace mta
{

/// The row of the policy file; absent where neither side has one.
std::optional<LiveRow> policyRow(const Plan &plan, const DomainAudit &audit, const LiveDomain &live);

/// The row of the record. `policy`: the row of the policy, whose outcome speaks for the id too.
LiveRow recordRow(const Plan &plan, const DomainAudit &audit, const LiveDomain &live, const std::optional<LiveRow> &policy);

} // namespace mta
