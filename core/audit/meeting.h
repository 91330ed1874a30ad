// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

// What deliveriesAt() asks, read out of a situation; see audit/delivery.h.

/// The server says that it can do STARTTLS, before any encryption.
bool startTlsOffered(const MxProbe &probe);

/// `result` and `reason` are what the policy alone would make of the address.
Channel channelAt(const Situation &situation, const MxProbe &probe, const QString &result, const QString &reason);
DaneDemand daneDemand(const Situation &situation, const HostDane &dane, qsizetype address);
PolicyDemand policyDemand(const Situation &situation, bool covered, const QString &result);

/// At the best of its addresses.
Deliveries hostDeliveries(const Situation &situation, int host, const MxOutcome &outcome);
/// What mail meets at worst: the weakest of what a sender would do at all hosts that it delivers to. A host that was not tested leaves it
/// open, unless whoever delivers there insists on authentication. Absent when the domain takes no mail.
std::optional<Deliveries> domainDeliveries(const Situation &situation);

/// RFC 7672 §2.2.1: whoever can forge unsigned MX records can send mail to servers of his own, with valid TLSA records.
bool assuranceIsLess(const Situation &situation);

} // namespace mta
