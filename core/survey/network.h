// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "dns/answer.h"
#include "facts/domainfacts.h"
#include "mtasts/policyfetch.h"
#include "smtp/mxprobe.h"

#include <functional>

namespace mta
{

/// How long one operation may take. It begins when the operation has its slot: waiting for one never counts. The Context beside it
/// carries the stop and the deadline of the domain as a whole.
struct Patience {
    std::chrono::milliseconds whole{20000};   ///< the operation from connecting to its end
    std::chrono::milliseconds connect{20000}; ///< of that, for the TCP connection; less while other addresses wait
};

/// The key of the reason why an operation was not begun: somebody stopped it, or the domain's time was over before its turn came.
inline QString whyNotBegun(const Context &context)
{
    return context.cancelled() ? QStringLiteral("cancelled") : QStringLiteral("time");
}

/// Asks the DNS. Thread-safe; blocks until answered, deadline or stop. What goes wrong is in the Lookup.
class Resolver
{
public:
    virtual ~Resolver() = default;

    enum class Assurance {
        Plain,     ///< the answer as fast as it comes, security Unknown
        Validated, ///< with its DNSSEC status, however many round trips that takes
    };
    virtual Lookup lookup(const Question &question, Assurance assurance, const Context &context) = 0;
    /// The question put to one authoritative server and nobody else, who is to answer from its own zones (no recursion).
    virtual Lookup askServer(const QHostAddress &server, const Question &question, const Context &context) = 0;
    /// Validated questions will follow: what they need may be begun now. Returns at once.
    virtual void prepare() {}
};

/// Fetches a policy file from one address of its policy host (RFC 8461 §3.3). Thread-safe, blocking, one connection.
class PolicyFetcher
{
public:
    virtual ~PolicyFetcher() = default;
    virtual PolicyFetch fetch(const QString &policyHost, const QHostAddress &address, const Patience &patience, const Context &context) = 0;
};

/// Probes one address of one MX host for STARTTLS with what `offer` says of TLS. Thread-safe, blocking, one connection.
class SmtpProber
{
public:
    virtual ~SmtpProber() = default;
    virtual MxProbe probe(const QString &host, const QHostAddress &address, const TlsOffer &offer, const Patience &patience,
                          const Context &context) = 0;
};

/// The outside world as a survey sees it.
struct Network {
    Resolver &resolver;
    PolicyFetcher &policyFetcher;
    SmtpProber &smtpProber;
    /// What the network can tell of itself, filled in at the end of each domain: Conditions::signaturesStripped, the root's dates.
    std::function<void(DomainFacts &)> testify;
};

} // namespace mta
