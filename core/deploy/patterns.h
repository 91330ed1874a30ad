// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/broadzone.h"
#include "deploy/provider.h"

namespace mta
{

/// Patterns that cover every host of the list, in its order, each once. A wildcard only where it stands for two hosts or more, and nobody
/// else can have a name below it (RFC 8461 §10.4). What is no host name (an address, the null MX) is left out: no pattern can cover it.
QStringList suggestPatterns(const QStringList &mxHosts, PatternStyle style = PatternStyle::Exact);

/// What one pattern does for these hosts.
struct PatternCoverage {
    MxPattern pattern;
    QStringList hosts;              ///< that it covers
    Breadth breadth = Breadth::Own; ///< who else could have a host that it covers

    bool operator==(const PatternCoverage &) const = default;
};

struct Coverage {
    QList<PatternCoverage> patterns; ///< one for each, in order
    QStringList uncovered;           ///< hosts that senders would refuse

    bool operator==(const Coverage &) const = default;
};
Coverage coverage(const QStringList &patterns, const QStringList &mxHosts);

} // namespace mta
