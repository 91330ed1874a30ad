// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audit/situation.h"

namespace mta
{

// The checks behind recordRules(): what is to be said about the TXT records at `_mta-sts` (RFC 8461 §3.1). All are pure; texts are in
// rules_record.cpp.

Verdict recordAbsent(const Situation &situation);
Verdict recordMultiple(const Situation &situation);
Verdict recordVersion(const Situation &situation);
Verdict recordSyntax(const Situation &situation);
Verdict recordIdMissing(const Situation &situation);
Verdict recordIdInvalid(const Situation &situation);
Verdict recordDnsError(const Situation &situation);
Verdict recordAliasBroken(const Situation &situation);
Verdict recordDelegated(const Situation &situation);
Verdict policyWithoutRecord(const Situation &situation);
Verdict recordFragile(const Situation &situation);
Verdict recordMisplaced(const Situation &situation);
Verdict recordUncovered(const Situation &situation);

} // namespace mta
