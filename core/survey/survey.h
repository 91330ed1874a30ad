// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/network.h"
#include <QThreadPool>
#include <functional>

namespace mta
{

/// The facts known so far, after each step; called from worker threads, one call at a time per domain.
using Progress = std::function<void(const DomainFacts &soFar)>;

/// Observes one domain: decides what to ask and in which order; everything that can be asked at once is.
/// `conditions` says how (families, guard, depth) and is recorded. `operationTimeout` is the deadline of each operation.
/// Waits for DNSSEC status before it returns, but never before it goes on. Its work is done by threads of `pool`, none of which waits
/// for another, so many surveys may share one. Everybody but tests calls surveyAll(), also for one domain: it fills in the witness.
DomainFacts survey(const DomainName &domain, const Conditions &conditions, const Network &network,
                   std::chrono::milliseconds operationTimeout, QThreadPool &pool, const Progress &progress, const Context &context);

} // namespace mta
