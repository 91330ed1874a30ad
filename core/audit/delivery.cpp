// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/delivery.h"

#include <algorithm>

namespace mta
{

namespace
{

/// A sender that checks nothing takes the encryption that it can get, and does without (RFC 7435 §3).
Delivery opportunistic(Channel channel)
{
    switch (channel) {
    case Channel::NotTested:
        break;
    case Channel::Unreachable:
        return Delivery::Unreachable;
    case Channel::Plain:
        return Delivery::Clear;
    case Channel::OldTls:
    case Channel::Tls:
        return Delivery::Encrypted;
    }
    return Delivery::NotTested;
}

/// A sender that insists on encryption, and then has this to say.
Delivery encryptedOr(Channel channel, Delivery whenEncrypted)
{
    switch (channel) {
    case Channel::Plain:
    case Channel::OldTls: // RFC 8996 §4, §5: TLS 1.0 and 1.1 must not be used
        return Delivery::Refused;
    case Channel::Tls:
        return whenEncrypted;
    default:
        return opportunistic(channel);
    }
}

/// Whether a rule applies is not known, but nobody gets through to a host that is down.
Delivery unknownRule(Channel channel)
{
    return channel == Channel::Unreachable ? Delivery::Unreachable : Delivery::NotTested;
}

Delivery withDane(Channel channel, DaneDemand dane)
{
    switch (dane) {
    case DaneDemand::Unknown:
        break;
    case DaneDemand::None:
        return opportunistic(channel); // RFC 7672 §2.2: as before DANE
    case DaneDemand::Withhold:
        return Delivery::Refused; // RFC 7672 §2.1.2
    case DaneDemand::Encrypt:
        return encryptedOr(channel, Delivery::Encrypted); // RFC 7672 §2.2: TLS is mandatory all the same
    case DaneDemand::Matched:
        return encryptedOr(channel, Delivery::Authenticated);
    case DaneDemand::Unmatched:
        return encryptedOr(channel, Delivery::Refused);
    case DaneDemand::Unjudged:
        return encryptedOr(channel, Delivery::NotTested);
    }
    return unknownRule(channel);
}

Delivery withPolicy(Channel channel, PolicyDemand policy)
{
    switch (policy) {
    case PolicyDemand::Unknown:
        break;
    case PolicyDemand::None:
        return opportunistic(channel); // RFC 8461 §5: testing reports, and delivers
    case PolicyDemand::Uncovered:
        return Delivery::Refused; // RFC 8461 §4.1
    case PolicyDemand::Matched:
        return encryptedOr(channel, Delivery::Authenticated);
    case PolicyDemand::Unmatched:
        return encryptedOr(channel, Delivery::Refused); // RFC 8461 §4.2, §5
    case PolicyDemand::Unjudged:
        return encryptedOr(channel, Delivery::NotTested);
    }
    return unknownRule(channel);
}

/// RFC 8461 §2: a policy must not override a DANE check that failed; and nothing there lets DANE override the policy. So whichever
/// refuses prevails, and of what both allow the stronger is what was checked.
Delivery together(Delivery dane, Delivery policy)
{
    for (const Delivery prevailing : {Delivery::Refused, Delivery::Unreachable, Delivery::NotTested}) {
        if (dane == prevailing || policy == prevailing)
            return prevailing;
    }
    return std::max(dane, policy);
}

} // namespace

Deliveries deliveriesAt(Channel channel, DaneDemand dane, PolicyDemand policy)
{
    Deliveries result;
    result.dane = withDane(channel, dane);
    result.mtaSts = withPolicy(channel, policy);
    result.both = together(result.dane, result.mtaSts);
    result.neither = opportunistic(channel);
    return result;
}

Delivery betterOf(Delivery one, Delivery other)
{
    const auto rank = [](Delivery delivery) {
        switch (delivery) {
        case Delivery::Unreachable:
            return 0;
        case Delivery::NotTested:
            return 1; // may be the one that works
        default:
            return static_cast<int>(delivery);
        }
    };
    return rank(one) >= rank(other) ? one : other;
}

Delivery Deliveries::of(SenderKind kind) const
{
    switch (kind) {
    case SenderKind::Both:
        return both;
    case SenderKind::Dane:
        return dane;
    case SenderKind::MtaSts:
        return mtaSts;
    case SenderKind::Neither:
        break;
    }
    return neither;
}

QString deliveryName(Delivery delivery)
{
    switch (delivery) {
    case Delivery::NotTested:
        break;
    case Delivery::Unreachable:
        return QStringLiteral("unreachable");
    case Delivery::Refused:
        return QStringLiteral("refused");
    case Delivery::Clear:
        return QStringLiteral("clear");
    case Delivery::Encrypted:
        return QStringLiteral("encrypted");
    case Delivery::Authenticated:
        return QStringLiteral("authenticated");
    }
    return QStringLiteral("not-tested");
}

QString senderKindName(SenderKind kind)
{
    switch (kind) {
    case SenderKind::Both:
        return QStringLiteral("both");
    case SenderKind::Dane:
        return QStringLiteral("dane");
    case SenderKind::MtaSts:
        return QStringLiteral("mtaSts");
    case SenderKind::Neither:
        break;
    }
    return QStringLiteral("neither");
}

} // namespace mta
