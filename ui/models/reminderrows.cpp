// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/reminderrows.h"

#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype maxDatesShown = 4; // the calendar and the command line have them all

struct Dates {
    Q_DECLARE_TR_FUNCTIONS(PlanDates)
};

QString lineOf(const Reminder &reminder, const QDateTime &now)
{
    return Dates::tr("%1: %2", "when and what").arg(reminderWhen(reminder, now), reminder.title);
}

} // namespace

QString reminderWhen(const Reminder &reminder, const QDateTime &now)
{
    const bool today = reminder.at.toLocalTime().date() == now.toLocalTime().date();
    if (reminder.at > now)
        return today ? momentWords(reminder.at, now) : dayWords(reminder.at, now);
    if (reminder.step > 1)
        return Dates::tr("after that");
    return reminder.waited ? Dates::tr("due: %1").arg(dayWords(reminder.at, now)) : Dates::tr("now");
}

Cell datesCell(const PlanDates &dates, const QDateTime &now)
{
    const QList<Reminder> &due = dates.agenda.due;
    if (!due.isEmpty() && dates.putOffUntil.isValid()) {
        Cell cell{Dates::tr("put off, %1: %2", "until when, and what").arg(dayWords(dates.putOffUntil, now), due.first().title)};
        cell.sort = dates.putOffUntil.toMSecsSinceEpoch();
        return cell;
    }
    if (!due.isEmpty()) {
        const auto problem =
            std::find_if(due.cbegin(), due.cend(), [](const Reminder &each) { return each.kind == ReminderKind::Problem; });
        const Reminder &first = problem == due.cend() ? due.first() : *problem;
        Cell cell{lineOf(first, now), problem == due.cend() ? State::Attention : State::Broken};
        cell.sort = problem == due.cend() ? first.at.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
        return cell;
    }
    Cell cell{!dates.known ? QString() : dates.agenda.next.isEmpty() ? Dates::tr("nothing to do") : lineOf(dates.agenda.next.first(), now)};
    cell.muted = true;
    cell.sort = dates.agenda.next.isEmpty() ? std::numeric_limits<qint64>::max() : dates.agenda.next.first().at.toMSecsSinceEpoch();
    return cell;
}

QString datesText(const PlanDates &dates, const QDateTime &now)
{
    const QList<Reminder> all = dates.agenda.due + dates.agenda.next;
    const QList<Reminder> shown = all.first(std::min(all.size(), maxDatesShown));
    QStringList lines;
    for (const Reminder &reminder : shown) {
        lines.append(lineOf(reminder, now));
        if (lines.size() == 1 && !dates.agenda.due.isEmpty()) // what is to be done now, and why
            lines.append(reminder.text.section(u'\n', 0, 0));
    }
    if (all.size() > shown.size())
        lines.append(Dates::tr("and %n more", nullptr, static_cast<int>(all.size() - shown.size())));
    return lines.join(u'\n');
}

} // namespace mta
