// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

// The checks behind policyRules(): what is to be said about the text of a policy (RFC 8461 §3.2). All are pure; texts are in
// rules_policy.cpp.

Verdict policySyntax(const Situation &situation);
Verdict policyEncoding(const Situation &situation);
Verdict policyVersion(const Situation &situation);
Verdict policyModeText(const Situation &situation);
Verdict policyMaxAge(const Situation &situation);
Verdict policyMaxAgeShort(const Situation &situation);
Verdict policyMaxAgeAdvice(const Situation &situation);
Verdict policyNearMiss(const Situation &situation);
Verdict policyGluedLines(const Situation &situation);
Verdict policyMxMissing(const Situation &situation);
Verdict policyMxPattern(const Situation &situation);
Verdict policyMxBroad(const Situation &situation);
Verdict policyMxUnused(const Situation &situation);
Verdict policyDuplicateKey(const Situation &situation);
Verdict policyUnknownKey(const Situation &situation);
Verdict policyModeTesting(const Situation &situation);
Verdict policyModeNone(const Situation &situation);

/// What may have been meant by an mx value that is no pattern: always a valid pattern, "mx.example.com" where nothing can be told.
QString suggestedPattern(const QByteArray &value);
/// The lifetime that may have been meant: the digits it begins with, a year for more than that, a week where nothing can be told.
QByteArray withoutLeadingZeros(const QByteArray &digits);
QString suggestedMaxAge(const QByteArray &value);

} // namespace mta
