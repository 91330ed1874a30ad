// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <initializer_list>

/// Where DANE and MTA-STS meet. A sender may check both, one or neither, and mail fares differently by that. Pure.
namespace mta
{

/// What a sender does with mail for one address, one mail server, or a domain; the better the later.
enum class Delivery {
    NotTested,
    Unreachable,   ///< no sender gets a connection, or a conversation
    Refused,       ///< it does not deliver here: it tries the next mail server, keeps the mail, and returns it in the end
    Clear,         ///< without encryption
    Encrypted,     ///< without asking whom it talks to
    Authenticated, ///< encrypted, to a server that proved who it is
};
QString deliveryName(Delivery delivery); ///< "not-tested"; stable, never translated

/// Senders by what they check.
enum class SenderKind { Both, Dane, MtaSts, Neither };
inline constexpr std::initializer_list<SenderKind> allSenderKinds{SenderKind::Both, SenderKind::Dane, SenderKind::MtaSts,
                                                                  SenderKind::Neither};
QString senderKindName(SenderKind kind); ///< "both", "dane", "mtaSts", "neither"; the keys of the JSON output

struct Deliveries {
    Delivery both = Delivery::NotTested;
    Delivery dane = Delivery::NotTested;
    Delivery mtaSts = Delivery::NotTested;
    Delivery neither = Delivery::NotTested;

    Delivery of(SenderKind kind) const;
    bool operator==(const Deliveries &) const = default;
};

/// What a server lets a sender do.
enum class Channel {
    NotTested,
    Unreachable, ///< no connection, or no conversation in which mail could be handed over
    Plain,       ///< encryption does not come about
    OldTls,      ///< encryption below TLS 1.2
    Tls,
};
/// What the DNS asks of a sender that checks DANE (RFC 7672 §2.2).
enum class DaneDemand {
    Unknown,   ///< whether there are TLSA records is not known
    None,      ///< there are none that count
    Withhold,  ///< an answer that decides is bogus, or fails: nothing is delivered
    Encrypt,   ///< no record is usable: encrypt, without authentication
    Matched,   ///< authenticate, and the certificate does
    Unmatched, ///< authenticate, and the certificate does not
    Unjudged,  ///< authenticate; whether the certificate does is not known
};
/// What the policy asks of a sender that honours it (RFC 8461 §5).
enum class PolicyDemand {
    Unknown,   ///< what senders get for a policy is not known
    None,      ///< no policy, mode none, or mode testing, in which nothing is refused
    Uncovered, ///< enforce, and no pattern covers the host: nobody connects to it
    Matched,   ///< enforce, and the certificate holds
    Unmatched, ///< enforce, and it does not
    Unjudged,  ///< enforce, and not known
};
Deliveries deliveriesAt(Channel channel, DaneDemand dane, PolicyDemand policy);

/// Of two addresses of one host the better: a sender goes on until one works. What was tested says more than what was not.
Delivery betterOf(Delivery one, Delivery other);

} // namespace mta
