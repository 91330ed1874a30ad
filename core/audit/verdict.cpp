// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/verdict.h"

#include "audit/outcome.h"
#include <algorithm>

namespace mta
{

bool isRefused(const MxOutcome &host)
{
    // RFC 8461 §4.1: a host that the policy does not name is passed over before anybody connects to it.
    return isFailure(host.result) || (host.coveredBy.isNull() && !isUnreachable(host.result));
}

DomainVerdict domainVerdict(const Situation &situation)
{
    const auto hasHost = [&](auto condition) { return std::any_of(situation.mx.cbegin(), situation.mx.cend(), condition); };
    const Lookup &mx = situation.facts.mx;

    if (situation.noSuchDomain || situation.mxKind == MxKind::Null)
        return DomainVerdict::NotApplicable;
    if (situation.stsStatus == StsStatus::Undetermined || !mx.asked() || mx.failed())
        return DomainVerdict::Undetermined;
    if (!situation.inForce())
        return DomainVerdict::Unprotected;
    if (hasHost(isRefused))
        return DomainVerdict::AtRisk;
    if (!hasHost([](const MxOutcome &host) { return isOk(host.result); })) {
        // A host that could not be tested may be the one that works.
        const bool open = situation.mxKind == MxKind::Unknown || hasHost([](const MxOutcome &host) { return isUntested(host.result); });
        return open ? DomainVerdict::Undetermined : DomainVerdict::AtRisk;
    }
    return situation.mode == PolicyMode::Enforce ? DomainVerdict::Protected : DomainVerdict::Testing;
}

} // namespace mta
