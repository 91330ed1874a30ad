// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"

namespace mta
{

/// Judges stored facts: pure, no network, no clock. `at` is the time for dates (facts.observedAt unless asked otherwise).
DomainAudit judge(const DomainFacts &facts, const QDateTime &at, const Profile &profile = {});

} // namespace mta
