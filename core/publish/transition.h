// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/draft.h"
#include "publish/mailservers.h"

namespace mta
{

/// What a draft makes of a domain, in the form of plans: from what is there to what will be there.
struct Transition {
    Plan live;
    Plan then;
    bool policyKnown = true; ///< which policy senders may be told today; without it `live` has none
    bool isAlias = false;    ///< the record is an alias (CNAME), so somebody else says what it announces
};

/// `announced` is the policy that a new id would be for. What the targets do not show is what the plan's history says stands.
Transition transitionOf(const Plan &plan, const std::optional<PolicyTerms> &announced, const PublishDraft &draft,
                        const PublishTargets &targets, const SeenMailServers &mailServers);

} // namespace mta
