// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/due.h"

#include "audit/checks.h"
#include "base/wiretext.h"
#include "report/steps.h"
#include "report/terminal.h"
#include "report/words.h"

#include <QJsonArray>

namespace mta
{

namespace
{

constexpr int lineWidth = 100;
const QString indent = QStringLiteral("  ");

QString dueLines(const Reminder &reminder, const QDateTime &now, const Ink &ink)
{
    const QString when = ink.bold(reminderWhenText(reminder, now));
    QString text = wrapped(Report::tr("%1: %2", "when and what").arg(when, reminder.title), indent, lineWidth);
    for (const QString &line : reminder.text.split(u'\n', Qt::SkipEmptyParts))
        text += wrapped(line, indent + indent, lineWidth);
    return text;
}

QJsonObject reminderJson(const Reminder &reminder, bool due)
{
    return {{QStringLiteral("kind"), reminderKindName(reminder.kind)},
            {QStringLiteral("key"), reminder.key},
            {QStringLiteral("at"), reminder.waited ? QJsonValue(reminder.at.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("due"), due},
            {QStringLiteral("step"), reminder.step > 0 ? QJsonValue(reminder.step) : QJsonValue()},
            {QStringLiteral("title"), reminder.title},
            {QStringLiteral("text"), reminder.text}};
}

} // namespace

DueReport dueReport(const PlanSituation &situation, const QDateTime &now, std::chrono::seconds within)
{
    return {situation.intended.domain,
            now,
            within,
            situation.audit ? situation.audit->facts.observedAt : QDateTime(),
            situation.untold,
            agenda(reminders(situation, now), now.addSecs(within.count()))};
}

QString reminderWhenText(const Reminder &reminder, const QDateTime &now)
{
    if (reminder.at > now)
        return Report::tr("From %1 on", "date").arg(dateText(reminder.at));
    if (reminder.step > 1)
        return Report::tr("After that");
    return reminder.waited ? Report::tr("Since %1", "date").arg(dateText(reminder.at)) : Report::tr("Now", "when to do something");
}

QString renderDueText(const DueReport &report, bool colour, bool brief)
{
    const Ink ink(colour);
    const Agenda &agenda = report.agenda;
    if (brief && agenda.due.isEmpty())
        return {};
    QString text = ink.bold(visibleText(report.domain.unicode, 300)) + u'\n';
    for (const Reminder &reminder : agenda.due)
        text += dueLines(reminder, report.now, ink);
    if (brief)
        return text;
    if (agenda.due.isEmpty())
        text += indent + Report::tr("Nothing is due.") + u'\n';
    for (const Reminder &reminder : agenda.next)
        text += wrapped(Report::tr("%1: %2", "when and what").arg(ink.faint(reminderWhenText(reminder, report.now)), reminder.title),
                        indent, lineWidth);
    const QString source = report.untold ? Report::tr("How it is now could not be told: this goes by what the plan says was published.")
                                         : stepsSourceText(report.observedAt);
    return text + wrapped(source, indent, lineWidth);
}

QJsonObject renderDueJson(const DueReport &report)
{
    QJsonArray reminders;
    for (const Reminder &reminder : report.agenda.due)
        reminders.append(reminderJson(reminder, true));
    for (const Reminder &reminder : report.agenda.next)
        reminders.append(reminderJson(reminder, false));
    return {{QStringLiteral("schemaVersion"), 1},
            {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
            {QStringLiteral("domain"), report.domain.ascii},
            {QStringLiteral("domainUnicode"), report.domain.unicode},
            {QStringLiteral("error"), QJsonValue()},
            {QStringLiteral("now"), report.now.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("withinDays"), static_cast<qint64>(report.within.count() / 86400)},
            {QStringLiteral("observedAt"),
             report.observedAt.isValid() ? QJsonValue(report.observedAt.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("due"), !report.agenda.due.isEmpty()},
            {QStringLiteral("reminders"), reminders}};
}

} // namespace mta
