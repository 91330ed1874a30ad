// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"

namespace mta
{

// The checks behind the rules about what each authoritative server says itself. All are pure; a server that says nothing is not tested,
// and counts neither for nor against anybody.

Verdict recordInconsistent(const Situation &situation);
Verdict tlsRptInconsistent(const Situation &situation);
Verdict mxInconsistent(const Situation &situation);
Verdict serialDiffers(const Situation &situation);
Verdict nameserverLame(const Situation &situation);
Verdict nameserverSilent(const Situation &situation);
Verdict nameserverTakeover(const Situation &situation);

} // namespace mta
