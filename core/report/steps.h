// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"
#include "deploy/readiness.h"
#include "report/render.h"

namespace mta
{

/// The steps of a plan and what belongs to them.
struct StepsReport {
    DeploymentPlan plan;
    QDateTime now;               ///< UTC, the time for which they were worked out
    QDateTime observedAt;        ///< when the live side was looked at; invalid: it was not, the plan's own history tells
    QList<Condition> conditions; ///< for mode enforce; empty where it is not ahead (isBeforeEnforce()), or nobody looked
};

/// From how the domain is to what is meant. `audit`: the look at it that told, null where nobody looked. Pure.
StepsReport stepsReport(const Plan &live, const Plan &intended, const DomainAudit *audit, const QDateTime &now,
                        const PlanningTimes &times = {});

/// When a step may be done, and what it waits for.
QString stepWhenText(const DeploymentStep &step, const QDateTime &now);

/// Whence it is known how the domain is now.
QString stepsSourceText(const StepsReport &report);

/// For the terminal: what to do, when and why. Ends with a line feed.
QString renderStepsText(const StepsReport &report, bool colour);
/// An object of docs/schema/plansteps.schema.json.
QJsonObject renderStepsJson(const StepsReport &report);
/// A calendar file: the steps, when to look again at conditions, and the last days of the certificates that the audit saw.
QByteArray renderStepsCalendar(const StepsReport &report, const DomainAudit *audit);
/// What is meant, on paper: policy, records, mail servers, the steps with their times, and the checklist. Needs a QGuiApplication.
Result<QByteArray> renderStepsPdf(const Plan &plan, const StepsReport &report, const QLocale &locale, PaperSize paper);

} // namespace mta
