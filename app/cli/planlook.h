// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "audit/domainaudit.h"
#include <functional>

namespace mta::cli
{

/// What a plan is held against: the domain as it is now, or as it was saved.
struct Looked {
    std::optional<DomainAudit> audit;
    QString error; ///< why there is none: one sentence
};
/// --from, --deep, and how the network is asked.
QList<Option> lookOptionTable();
/// Calls `found` once for each domain, with its index, in the order in which they are done and one at a time. An Error when the options or
/// the evidence cannot be used.
Result<bool> lookAt(const QList<DomainName> &domains, const Arguments &arguments, const std::function<void(int, const Looked &)> &found);

} // namespace mta::cli
