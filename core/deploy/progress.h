// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "deploy/planner.h"

namespace mta
{

/// Whether a step is done, as far as the domain shows.
struct StepProgress {
    enum class State {
        Open,      ///< the domain is not as it is after the step, or a rule says that something is wrong with it
        Done,      ///< it is, and no rule objects
        NotTested, ///< what would show it could not be looked up
        Unseen,    ///< nothing in the DNS or on the policy host shows it: whoever does it has to say so
    };
    State state = State::Open;
    QList<LiveRow> rows;     ///< live against the state after the step, what is about the step alone
    QStringList objections;  ///< ids of rules that must pass after the step and do not
    QStringList undecided;   ///< ids of those that could not be decided
    QStringList unfulfilled; ///< ids of rules that must pass before the step and do not

    bool operator==(const StepProgress &) const = default;
};

/// Pure. The audit is one of the plan's domain.
StepProgress progressOf(const DeploymentStep &step, const DomainAudit &audit);

} // namespace mta
