// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"
#include "deploy/readiness.h"
#include <QJsonObject>

namespace mta
{

/// The steps of a plan and what belongs to them.
struct StepsReport {
    DeploymentPlan plan;
    QDateTime now;               ///< UTC, the time for which they were worked out
    QDateTime observedAt;        ///< when the live side was looked at; invalid: it was not, the plan's own history tells
    QList<Condition> conditions; ///< for mode enforce; empty where no step leads there, or nobody looked
};

/// For the terminal: what to do, when and why. Ends with a line feed.
QString renderStepsText(const StepsReport &report, bool colour);
/// An object of docs/schema/plansteps.schema.json.
QJsonObject renderStepsJson(const StepsReport &report);

} // namespace mta
