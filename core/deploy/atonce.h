// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"

namespace mta
{

/// Why records and policy are not to be changed from what they are to something else at once, now.
struct Hindrance {
    enum class Kind {
        OldId,       ///< the new policy would stand under an id that senders know for another (RFC 8461 §3.1)
        Impossible,  ///< see problems
        AnotherStep, ///< see step: it has to be done before, by itself
        TooEarly,    ///< see waits, and until()
        NewKeys,     ///< the first TLSA records of mail servers would come, whose keys may be others (RFC 7672 §2.2)
        FormerKeys,  ///< TLSA records would go that the mail servers' keys may still need (RFC 7671 §8.1)
    };
    Kind kind = Kind::OldId;
    QList<PlanProblem> problems;
    DeploymentStep step;
    QList<StepWait> waits; ///< those that are not over; of AnotherStep those after it, if any

    QDateTime until() const; ///< TooEarly: when all waits are over
    bool operator==(const Hindrance &) const = default;
};
QString hindranceName(Hindrance::Kind kind); ///< "too-early": stable, never translated

/// What a change at once is.
struct AtOnce {
    bool takesBack = false;    ///< what a moment ago stood is to stand again, under the id it had
    bool newKeysInUse = false; ///< somebody says that every mail server shows the keys that the TLSA records which stay match
};

/// Asks the planner for the way from `live` to `then`, which has the same mail servers: whether it is one single step of publishing, and
/// all its times have come. What the planner only advises hinders nobody, nor does what merely leaves some senders without a policy for a
/// while. Null where no sender that keeps to RFC 8461 and RFC 7672 refuses mail for it.
std::optional<Hindrance> hindranceOf(const Plan &live, const Plan &then, const AtOnce &how, const QDateTime &now,
                                     const PlanningTimes &times);

} // namespace mta
