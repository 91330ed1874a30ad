// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

namespace mta
{

/// Why this machine's clock must have been wrong at facts.observedAt.
struct ClockDoubt {
    QDateTime shown;  ///< what the clock said
    QDateTime likely; ///< the time the witness speaks for: a bound or a date
    QString witness;  ///< "root" (signature over the root's keys), "build", "servers"; empty: no doubt
    bool isEmpty() const { return witness.isEmpty(); }
};
/// Believes only what the audited domain cannot make up: the root's signature dates and the build date, or else the dates of several
/// hosts that agree with each other and with their certificates.
ClockDoubt clockDoubt(const DomainFacts &facts);

/// The facts as far as they can be believed: validators judge signatures by this machine's clock, and with a wrong one "bogus" says nothing
/// of any zone (RFC 4035 §5.3.1). The answers themselves stand. Where an answer is bogus, validating senders never get its addresses, so
/// that nobody's behaviour there counts.
DomainFacts believable(DomainFacts facts);

/// The name of whoever re-signs TLS on this network, or empty: the same untrusted issuer at unrelated domains, or an issuer that names a
/// known inspection product and copied the policy host's name.
QString interceptor(const DomainFacts &facts, const QString &policyHost);

} // namespace mta
