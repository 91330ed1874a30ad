// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/workbench.h"

namespace mta
{

/// Names below the domain that may take mail: those that certificates, policy, MX records and report addresses name or lie below, then
/// some that are in common use; at most maxSubdomains.
QStringList subdomainCandidates(const DomainFacts &facts);

/// Asks of each candidate whether it takes mail, and if so whether it has an MTA-STS record of its own; nothing where the domain has none
/// that could be missed below it. `facts` are those of everything else; what comes of it goes into `DomainFacts::subdomains`.
void askSubdomains(const Workbench &bench, const DomainFacts &facts);

} // namespace mta
