// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "survey/survey.h"
#include <functional>

namespace mta
{

/// A run over many domains. Answers are shared: a host and address is probed once, a name is asked once.
struct BatchOptions {
    Conditions conditions;
    std::chrono::milliseconds operationTimeout{20000};
    int jobs = 8; ///< domains at work at a time
};

/// Surveys every domain, several at a time, and hands out each one's facts as it is complete (from worker threads, one call at a time).
/// A domain whose every MX only timed out is held back until another host has answered on the SMTP port or the run ends, since only
/// then a timeout can be told from a blocked port; `witness` is filled in before a domain is handed out.
void surveyAll(const QList<DomainName> &domains, const BatchOptions &options, const Network &network,
               const std::function<void(int index, const DomainFacts &facts)> &finished, const Progress &progress, const Context &context);

} // namespace mta
