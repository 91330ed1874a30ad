// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskgroup.h"
#include "survey/network.h"

namespace mta
{

/// What a part of the survey works with: it starts tasks, none of which waits for another, and puts what they bring into the facts. Lives
/// longer than they do.
struct Workbench {
    const Network &network;
    std::chrono::milliseconds timeout; ///< of each operation
    const Context &context;
    TaskGroup &tasks;
    /// Does the change to the facts, one at a time, and shows them to whoever watches.
    std::function<void(const std::function<void(DomainFacts &)> &)> change;

    Lookup lookup(const Question &question, Resolver::Assurance assurance) const
    {
        return network.resolver.lookup(question, assurance, context.within(timeout));
    }
};

} // namespace mta
