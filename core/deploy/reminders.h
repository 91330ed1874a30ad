// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/expiry.h"
#include "deploy/planner.h"
#include "deploy/readiness.h"

/// The dates of a plan that somebody would otherwise forget. One list for all who tell of them: calendar files, the window, cron.
namespace mta
{

enum class ReminderKind {
    Problem,     ///< what is meant would lose mail: no step is safe before the plan is mended
    Step,        ///< the earliest safe time of a step
    LookAgain,   ///< the policy has been tested for long enough to see whether mode enforce is safe
    Certificate, ///< two weeks before the certificate of a policy host or mail server ends
};
QString reminderKindName(ReminderKind kind); ///< "look-again": stable, never translated

struct Reminder {
    ReminderKind kind = ReminderKind::Step;
    QString key;         ///< what it is, the same within a domain whenever it is worked out again
    QDateTime at;        ///< UTC, from when on it is due; where nothing had to be waited for the time at which it was worked out
    bool waited = false; ///< time had to pass; otherwise it could be done all along, and nobody is told anything new
    int step = 0;        ///< its number on the way, from 1; 0 for what is no step
    QString title;       ///< one line, without the name of the domain; visible text
    QString text;        ///< what to do and why

    bool operator==(const Reminder &) const = default;
};

/// What the dates follow from.
struct PlanSituation {
    Plan live;                           ///< how the domain is
    Plan intended;                       ///< and how it is meant to be
    std::optional<DomainAudit> audit;    ///< the look at it that told; absent: the plan's own history did
    QList<ExpiringCertificate> expiring; ///< those that were seen last
    PlanningTimes times;
    bool untold = false; ///< somebody looked, but it could not be told how the domain is
};
/// By the audit where it tells how the domain is, otherwise by what the plan says was published.
PlanSituation situationOf(const Plan &plan, const std::optional<DomainAudit> &audit);

/// Pure. In the order of time, steps in that of the way.
QList<Reminder> reminders(const PlanSituation &situation, const QDateTime &now);

/// The conditions for mode enforce, where it is ahead and somebody looked; otherwise empty.
QList<Condition> conditionsAhead(const PlanSituation &situation, const QDateTime &now);

/// The same list, told apart.
struct Agenda {
    QList<Reminder> due;  ///< at or before the time; of the steps only the one that comes next, for the others wait for it
    QList<Reminder> next; ///< what comes after that

    bool operator==(const Agenda &) const = default;
};
Agenda agenda(const QList<Reminder> &reminders, const QDateTime &time);

} // namespace mta
