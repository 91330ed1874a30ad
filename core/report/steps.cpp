// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/steps.h"

#include "audit/checks.h"
#include "base/wiretext.h"
#include "deploy/calendar.h"
#include "deploy/publications.h"
#include "deploy/steptexts.h"
#include "report/terminal.h"
#include "report/words.h"

#include <algorithm>

namespace mta
{

namespace
{

constexpr int lineWidth = 100;
const QString indent = QStringLiteral("    ");

QString recordLine(const QString &mark, const ZoneRecord &record)
{
    const QString preference = record.type == RecordType::Mx ? QString::number(record.preference) + u' ' : QString();
    return indent + mark + u' ' + visibleText(record.owner, 300) + u' ' + QString::number(record.ttl.count()) + u' ' +
           recordTypeName(record.type) + u' ' + preference + visibleText(record.value) + u'\n';
}

/// The file is shown when it is to be served, not with every step after it.
QString fileLines(const DeploymentStep &step)
{
    if (step.kind != StepKind::PublishPolicy && step.kind != StepKind::PreparePolicyHost)
        return {};
    QString text;
    const QString file = visibleLines(step.after.policy ? policyText(*step.after.policy).value_or("").replace("\r\n", "\n") : QByteArray());
    for (const QString &line : file.split(u'\n', Qt::SkipEmptyParts))
        text += indent + QLatin1String("| ") + line + u'\n';
    return text;
}

QString stepText(const DeploymentStep &step, int number, const QDateTime &now, const Ink &ink)
{
    QString text = ink.bold(QStringLiteral("%1. %2").arg(QString::number(number), stepTitle(step))) + u'\n';
    text += wrapped(stepWhenText(step, now), indent, lineWidth);
    text += wrapped(stepExplanation(step), indent, lineWidth);
    text += fileLines(step);
    for (const ZoneRecord &record : step.remove)
        text += recordLine(QStringLiteral("-"), record);
    for (const ZoneRecord &record : step.add)
        text += recordLine(QStringLiteral("+"), record);
    return text + wrapped(Report::tr("If it goes wrong: %1", "what to do").arg(stepRollback(step)), indent, lineWidth);
}

QString conditionMark(ConditionState state)
{
    switch (state) {
    case ConditionState::Met:
        return stateMark(ChainLink::State::Good);
    case ConditionState::NotMet:
        return stateMark(ChainLink::State::Broken);
    case ConditionState::Unknown:
        break;
    }
    return stateMark(ChainLink::State::NotTested);
}

QString conditionLines(const QList<Condition> &conditions, const Ink &ink)
{
    if (conditions.isEmpty())
        return {};
    QString text = u'\n' + ink.bold(Report::tr("Before mode enforce")) + u'\n';
    for (const Condition &condition : conditions) {
        const QString lines = wrapped(conditionText(condition), indent + QLatin1String("  "), lineWidth);
        text += indent + conditionMark(condition.state) + u' ' + lines.mid(indent.size() + 2);
    }
    return text;
}

QString heading(const StepsReport &report, const Ink &ink)
{
    const QString domain = visibleText(report.plan.domain.unicode, 300);
    QString text = ink.bold(domain) + u'\n';
    return text + wrapped(stepsSourceText(report), QString(), lineWidth);
}

} // namespace

StepsReport stepsReport(const Plan &live, const Plan &intended, const DomainAudit *audit, const QDateTime &now, const PlanningTimes &times)
{
    StepsReport report;
    report.now = now;
    report.plan = planSteps(live, intended, now, times);
    if (!audit)
        return report;
    report.observedAt = audit->facts.observedAt;
    if (isBeforeEnforce(intended, *audit))
        report.conditions = enforceReadiness(withSeen(intended, audit->facts), *audit, now);
    return report;
}

QString stepWhenText(const DeploymentStep &step, const QDateTime &now)
{
    if (step.notBefore <= now)
        return Report::tr("Now.");
    QString text = Report::tr("Not before %1, and not before the step above it.", "date").arg(dateText(step.notBefore));
    for (const StepWait &wait : step.waits) {
        if (wait.until() > now)
            text += u' ' + waitText(wait);
    }
    const QString usually = usuallyText(step);
    return usually.isEmpty() ? text : text + u' ' + usually;
}

QString stepsSourceText(const StepsReport &report)
{
    return report.observedAt.isValid() ? Report::tr("How it is now was seen on %1.", "date").arg(dateText(report.observedAt))
                                       : Report::tr("Nobody looked at the domain: this goes by what the plan says was published.");
}

QByteArray renderStepsCalendar(const StepsReport &report, const DomainAudit *audit)
{
    QList<Condition> conditions = report.conditions;
    for (Condition &condition : conditions) {
        if (!condition.lookAgain.isValid()) // what is to be mended is a matter of today
            condition.lookAgain = report.now;
    }
    QList<CalendarEvent> events = calendarEvents(report.plan) + calendarEvents(report.plan.domain, conditions);
    if (audit)
        events += calendarEvents(report.plan.domain, expiringCertificates(*audit));
    return calendarText(report.plan.domain, events, report.now);
}

QString renderStepsText(const StepsReport &report, bool colour)
{
    const Ink ink(colour);
    QString text = heading(report, ink);
    for (const PlanProblem &problem : report.plan.problems)
        text += u'\n' + wrapped(planProblemText(problem), QString(), lineWidth);
    if (report.plan.problems.isEmpty() && report.plan.steps.isEmpty())
        text += u'\n' + Report::tr("Nothing is to be done: it is as it is meant to be.") + u'\n';
    int number = 0;
    for (const DeploymentStep &step : report.plan.steps)
        text += u'\n' + stepText(step, ++number, report.now, ink);
    return text + conditionLines(report.conditions, ink);
}

} // namespace mta
