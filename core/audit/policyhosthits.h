// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/checks.h"
#include <functional>

namespace mta
{

/// What to say of a fetch; nothing when it is not this rule's business.
using SayOfFetch = std::function<std::optional<Values>(const PolicyFetch &)>;

/// One hit for all addresses of the policy host at which senders meet this trouble. Passes when any address gives them the policy:
/// policy-host-address-differs tells of the others then. `part` is appended to the evidence pointer.
Verdict fetchHits(const Situation &situation, FetchTrouble trouble, const SayOfFetch &say, const QString &part = {});

} // namespace mta
