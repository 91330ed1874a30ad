// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/meeting.h"

#include "audit/checks.h"
#include "audit/outcome.h"
#include <algorithm>

namespace mta
{

namespace
{

bool mxIsBogus(const Situation &situation)
{
    return situation.facts.mx.asked() && situation.facts.mx.security == Security::Bogus;
}

/// Nobody could be asked at an address: what the DNS and the policy say decides all the same.
Deliveries withoutAddress(const Situation &situation, int host, const MxOutcome &outcome)
{
    const HostAddresses &addresses = situation.facts.mxHosts.at(host).addresses;
    const Channel channel = hasNoAddress(addresses) ? Channel::Unreachable : Channel::NotTested;
    const bool bogus = addresses.a.security == Security::Bogus || addresses.aaaa.security == Security::Bogus;
    // RFC 7672 §2.1.2: who validates does not get the address.
    const DaneDemand dane =
        bogus && channel == Channel::NotTested ? DaneDemand::Withhold : daneDemand(situation, situation.dane.at(host), -1);
    return deliveriesAt(channel, dane, policyDemand(situation, !outcome.coveredBy.isNull(), {}));
}

/// A sender of this kind delivers to the host authenticated or not at all.
bool insists(const Situation &situation, int host, SenderKind kind)
{
    const HostDane &dane = situation.dane.at(host);
    const bool byDane = (dane.state == DaneState::Published && dane.usable) || dane.state == DaneState::Failing;
    const bool byPolicy = situation.mode == PolicyMode::Enforce;
    switch (kind) {
    case SenderKind::Both:
        return byDane || byPolicy;
    case SenderKind::Dane:
        return byDane;
    case SenderKind::MtaSts:
        return byPolicy;
    case SenderKind::Neither:
        break;
    }
    return false;
}

Delivery atWorst(const Situation &situation, SenderKind kind)
{
    Delivery worst = Delivery::NotTested;
    bool delivered = false;
    bool refused = false;
    bool open = false;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const Delivery here = situation.mx.at(i).deliveries.of(kind);
        if (here == Delivery::NotTested && !insists(situation, i, kind))
            return Delivery::NotTested;
        open = open || here == Delivery::NotTested;
        refused = refused || here == Delivery::Refused;
        if (here < Delivery::Clear)
            continue;
        worst = delivered ? std::min(worst, here) : here;
        delivered = true;
    }
    if (delivered)
        return worst;
    if (open)
        return Delivery::NotTested;
    return refused ? Delivery::Refused : Delivery::Unreachable;
}

} // namespace

bool startTlsOffered(const MxProbe &probe)
{
    return probe.plain && probe.plain->startTls;
}

Channel channelAt(const Situation &situation, const MxProbe &probe, const QString &result, const QString &reason)
{
    if (situation.facts.mx.failed())
        return Channel::NotTested; // who does not validate may never see this host
    if (isUnreachable(result) || reason == QLatin1String("protocol") || reason == QLatin1String("ehlo-after-tls"))
        return Channel::Unreachable;
    const bool encrypted = startTlsOffered(probe) && probe.tls.established && reason != QLatin1String("injection");
    if (!encrypted)
        return isUntested(result) ? Channel::NotTested : Channel::Plain;
    return probe.tls.version != TlsVersion::Unknown && probe.tls.version < TlsVersion::Tls12 ? Channel::OldTls : Channel::Tls;
}

DaneDemand daneDemand(const Situation &situation, const HostDane &dane, qsizetype address)
{
    if (mxIsBogus(situation))
        return DaneDemand::Withhold; // RFC 7672 §2.2.1
    switch (dane.state) {
    case DaneState::Unknown:
        return DaneDemand::Unknown;
    case DaneState::Unsigned:
    case DaneState::Absent:
    case DaneState::Ignored:
        return DaneDemand::None;
    case DaneState::Failing:
        return DaneDemand::Withhold;
    case DaneState::Published:
        break;
    }
    if (!dane.usable)
        return DaneDemand::Encrypt;
    if (dane.valid(address))
        return DaneDemand::Matched;
    return dane.fails(address) ? DaneDemand::Unmatched : DaneDemand::Unjudged;
}

PolicyDemand policyDemand(const Situation &situation, bool covered, const QString &result)
{
    if (situation.stsStatus == StsStatus::Undetermined)
        return PolicyDemand::Unknown;
    if (situation.mode != PolicyMode::Enforce)
        return PolicyDemand::None;
    if (!covered)
        return PolicyDemand::Uncovered;
    if (isOk(result))
        return PolicyDemand::Matched;
    return result.isEmpty() || isUntested(result) ? PolicyDemand::Unjudged : PolicyDemand::Unmatched;
}

Deliveries hostDeliveries(const Situation &situation, int host, const MxOutcome &outcome)
{
    // Addresses that came with a bogus answer are evidence only.
    if (outcome.addresses.isEmpty() || addressLookupFailed(situation.facts.mxHosts.at(host).addresses))
        return withoutAddress(situation, host, outcome);
    Deliveries best = outcome.addresses.first().deliveries;
    for (const AddressOutcome &address : outcome.addresses) {
        best.both = betterOf(best.both, address.deliveries.both);
        best.dane = betterOf(best.dane, address.deliveries.dane);
        best.mtaSts = betterOf(best.mtaSts, address.deliveries.mtaSts);
        best.neither = betterOf(best.neither, address.deliveries.neither);
    }
    // As in the host's result: addresses nobody asked do not excuse one that was asked in vain.
    for (Delivery *delivery : {&best.both, &best.dane, &best.mtaSts, &best.neither}) {
        if (*delivery == Delivery::NotTested && isUnreachable(outcome.result))
            *delivery = Delivery::Unreachable;
    }
    return best;
}

std::optional<Deliveries> domainDeliveries(const Situation &situation)
{
    if (situation.noSuchDomain || situation.mxKind == MxKind::Null || situation.mxKind == MxKind::Absent)
        return std::nullopt;
    Deliveries result;
    if (mxIsBogus(situation)) {
        result.both = result.dane = Delivery::Refused; // RFC 7672 §2.2.1
        return result;
    }
    if (situation.mxKind == MxKind::Unknown || situation.mx.isEmpty())
        return result;
    result.both = atWorst(situation, SenderKind::Both);
    result.dane = atWorst(situation, SenderKind::Dane);
    result.mtaSts = atWorst(situation, SenderKind::MtaSts);
    result.neither = atWorst(situation, SenderKind::Neither);
    return result;
}

bool assuranceIsLess(const Situation &situation)
{
    const bool holds = std::any_of(situation.dane.cbegin(), situation.dane.cend(), [](const HostDane &dane) { return dane.anyValid(); });
    // RFC 5321 §5.1: without MX records the domain is its own server, and the proof that there are none must be signed just so.
    return holds && situation.facts.mx.security == Security::Insecure;
}

} // namespace mta
