// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"
#include "facts/domainfacts.h"

namespace mta
{

/// The plan with what its domain was seen to publish, now and before, among its publications. Nothing is lost: what was known stays, the
/// same seen again is one entry, and what is gone or replaced gets its end.
Plan withSeen(const Plan &plan, const DomainFacts &facts);

/// The plan's own record and policy stand from `now` on. Without a policy what stood before ends.
Plan withPublished(const Plan &plan, const QDateTime &now);

} // namespace mta
