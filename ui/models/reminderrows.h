// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/reminders.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// What is due of one plan and what comes next, as the list of plans shows it.
struct PlanDates {
    Agenda agenda;
    QDateTime putOffUntil; ///< what is due is not to be told before; invalid: it is
    bool known = true;     ///< it was worked out
};

/// "due: 2 days ago, 13 June", "in 12 days, 27 June", "today 18:00".
QString reminderWhen(const Reminder &reminder, const QDateTime &now);
/// The most urgent of it in one line. Sorts by how urgent it is.
Cell datesCell(const PlanDates &dates, const QDateTime &now);
/// All of it, a line for each, and of the first that is due why; beyond some their number.
QString datesText(const PlanDates &dates, const QDateTime &now);

} // namespace mta
