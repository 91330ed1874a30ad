// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

/// What a sender would meet at every MX host, parallel to facts.mxHosts. Needs mode, policy and clockWrong.
QList<MxOutcome> mxOutcomes(const Situation &situation);

/// What a probe came to. Untested and unreachable are neither an "ok" nor a failure that a sender would report.
bool isOk(const QString &result);
bool isUntested(const QString &result);
bool isUnreachable(const QString &result);
/// The certificate is what is wrong, or what TLSA records say of it, not the way to it.
bool isCertificateFailure(const AddressOutcome &outcome);
/// A sender reaches the address and then refuses it (in enforce), or reports it (in testing).
bool isFailure(const QString &result);

/// The policy is content with the host; what keeps mail away is DANE.
bool onlyDaneObjects(const MxOutcome &host);

/// The MX host is one that a sender may use: a policy in enforce rules out hosts that no pattern covers (RFC 8461 §4.1).
bool senderUses(const Situation &situation, const MxOutcome &host);

} // namespace mta
