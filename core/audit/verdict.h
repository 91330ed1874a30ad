// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

/// The contract's verdict: the first of its list that fits.
DomainVerdict domainVerdict(const Situation &situation);

/// Senders refuse this host in enforce, or report it in testing.
bool isRefused(const MxOutcome &host);

/// What happens to mail today, in one sentence that names the host and the cause.
QString headline(const Situation &situation, DomainVerdict verdict);
/// The most useful thing to do, in one sentence; empty when nothing is to be done.
QString nextStep(const Situation &situation, DomainVerdict verdict);

/// Always six, in the order of the picture. `findings` are all of them, also those that the user ignores.
QList<ChainLink> chainLinks(const Situation &situation, const QList<Finding> &findings);

} // namespace mta
