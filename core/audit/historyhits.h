// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

/// A policy seen before that senders may still hold in their caches (RFC 8461 §5.1).
struct CachedPolicy {
    int sighting = 0; ///< index into facts.history
    Policy policy;
    QDateTime until; ///< nobody holds it after that: max_age counts from the last moment at which it can have been fetched
};

/// Of those in mode enforce the one that is held longest, where senders find no other to replace it. Nothing else stops them.
std::optional<CachedPolicy> stillEnforced(const Situation &situation);

/// What was found of the domain at facts.observedAt, to be remembered; nullopt when that could not be determined, or the clock was wrong.
std::optional<Sighting> sightingOf(const DomainFacts &facts);
/// The history for a later audit: that of these facts and what they saw themselves.
QList<Sighting> historyAfter(const DomainFacts &facts);

Verdict idUnchanged(const Situation &situation);
Verdict testingLong(const Situation &situation);
Verdict stillCached(const Situation &situation);

} // namespace mta
