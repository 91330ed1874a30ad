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
    QList<LiveRow> rows;          ///< live against the state after the step, what is about the step alone
    QList<Finding> objections;    ///< of rules that must pass after the step
    QStringList undecided;        ///< ids of such rules that could not be decided
    QList<Finding> preconditions; ///< findings of rules that must pass before the step

    bool operator==(const StepProgress &) const = default;
};

/// Pure. The audit is one of the plan's domain, `published` what is known to have been published there. What no sender asks for before a
/// record announces it is judged as if one did, so that trouble shows before it matters.
StepProgress progressOf(const DeploymentStep &step, const DomainAudit &audit, const QList<Publication> &published = {});

/// The audit as if no resolver remembered anything: record and TLS-RPT as all servers of the zone say them that answered, where they agree.
/// What is published counts from then on, not from when a cache has forgotten what was there before.
DomainAudit asPublished(const DomainAudit &audit);

/// When a step was done, as far as was seen or said.
struct StepTime {
    QDateTime at;        ///< UTC; invalid while it was never done
    bool broken = false; ///< it was done, and the domain is not so any more

    bool operator==(const StepTime &) const = default;
    bool isDone() const { return at.isValid() && !broken; }
};

/// What is known of all steps when they look like `progress` at `seen`, and `known` was known before. What a later step replaces stays
/// done, and whoever went ahead has done the steps on the way as well. What is mended counts from then on.
QList<StepTime> stepTimes(const DeploymentPlan &plan, const QList<StepProgress> &progress, QList<StepTime> known, const QDateTime &seen);

} // namespace mta
