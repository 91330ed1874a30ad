// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/reminders.h"
#include "report/render.h"

namespace mta
{

/// The steps of a plan and what belongs to them.
struct StepsReport {
    DeploymentPlan plan;
    QDateTime now;               ///< UTC, the time for which they were worked out
    QDateTime observedAt;        ///< when the live side was looked at; invalid: it was not, the plan's own history tells
    QList<Condition> conditions; ///< for mode enforce; empty where it is not ahead (isBeforeEnforce()), or nobody looked
    QList<Reminder> reminders;   ///< the dates of all that, and of the certificates that were seen
};

/// From how the domain is to what is meant. Pure.
StepsReport stepsReport(const PlanSituation &situation, const QDateTime &now);
/// The same; `audit`: the look at it that told, null where nobody looked.
StepsReport stepsReport(const Plan &live, const Plan &intended, const DomainAudit *audit, const QDateTime &now,
                        const PlanningTimes &times = {});

/// When a step may be done, and what it waits for.
QString stepWhenText(const DeploymentStep &step, const QDateTime &now);

/// Whence it is known how the domain is now; an invalid time: nobody looked.
QString stepsSourceText(const QDateTime &observedAt);

/// For the terminal: what to do, when and why. Ends with a line feed.
QString renderStepsText(const StepsReport &report, bool colour);
/// An object of docs/schema/plansteps.schema.json.
QJsonObject renderStepsJson(const StepsReport &report);
/// A calendar file of the reminders.
QByteArray renderStepsCalendar(const StepsReport &report);
/// What is meant, on paper: policy, records, mail servers, the steps with their times, and the checklist. Needs a QGuiApplication.
Result<QByteArray> renderStepsPdf(const Plan &plan, const StepsReport &report, const QLocale &locale, PaperSize paper);

} // namespace mta
