// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"
#include "senders/senders.h"

namespace mta
{

/// What senders get of the policy file, at the time the audit was judged; absent when that could not be tested.
std::optional<ServedPolicy> servedToSenders(const DomainAudit &audit);

/// Every sender that is known, and what it makes of the record and the policy; empty for a domain that publishes neither.
QList<SenderRow> senderRows(const DomainAudit &audit);
/// How such a row is painted: a host that is not covered, and a policy that is not honoured, are broken.
ChainLink::State senderState(const SenderRow &row);

/// For the rule: those that refuse a policy although it follows the standard, with reasons that no other rule gives.
Verdict sendersDisagree(const Situation &situation);

} // namespace mta
