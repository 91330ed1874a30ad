// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/reminders.h"
#include "report/render.h"

namespace mta
{

/// What is due of a plan, and what comes next.
struct DueReport {
    DomainName domain;
    QDateTime now;               ///< UTC, the time for which it was worked out
    std::chrono::seconds within; ///< what becomes due by then counts as well
    QDateTime observedAt;        ///< when the domain was looked at; invalid: the plan's own history tells
    bool untold;                 ///< the look did not tell how the domain is
    Agenda agenda;
};
DueReport dueReport(const PlanSituation &situation, const QDateTime &now, std::chrono::seconds within = std::chrono::seconds(0));

/// "Since 2026-06-15 12:00 UTC", "Now", "After that", "From 2026-06-15 12:00 UTC on".
QString reminderWhenText(const Reminder &reminder, const QDateTime &now);

/// For the terminal. `brief`: only what is due, and nothing where nothing is. Ends with a line feed unless it is empty.
QString renderDueText(const DueReport &report, bool colour, bool brief);
/// An object of docs/schema/plandue.schema.json, but for the name of the file.
QJsonObject renderDueJson(const DueReport &report);

} // namespace mta
