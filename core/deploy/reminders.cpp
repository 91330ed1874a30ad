// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/reminders.h"

#include "audit/checks.h"
#include "base/wiretext.h"
#include "deploy/liveplan.h"
#include "deploy/publications.h"
#include "deploy/steptexts.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

QString filled(const char *text, const Values &values = {})
{
    Values visible;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        visible.insert(value.key(), visibleText(value.value(), 300));
    return fillPlaceholders(QCoreApplication::translate("Reminders", text), visible);
}

bool isSame(const Publication &publication, const Plan &live)
{
    return live.policy && publication.id == live.id && sameMeaning(publication.policy, *live.policy);
}

/// Since when the domain is known to be as it is.
QDateTime knownSince(const PlanSituation &situation, const QDateTime &now)
{
    const QList<Publication> &published = situation.live.published;
    QDateTime since = situation.audit ? situation.audit->facts.observedAt.toUTC() : now.toUTC();
    if (!published.isEmpty() && !published.last().until.isValid() && isSame(published.last(), situation.live))
        since = published.last().from.toUTC();
    else if (!published.isEmpty() && published.last().until.isValid() && !situation.live.policy)
        since = published.last().until.toUTC();
    return std::min(since, now.toUTC());
}

/// Since when its policy has been in the same mode. Dates that are reckoned from then stay what they are from day to day, and when the
/// policy is changed otherwise.
QDateTime sameModeSince(const PlanSituation &situation, const QDateTime &since)
{
    const QList<Publication> &published = situation.live.published;
    QDateTime begin = since;
    for (auto each = published.crbegin(); each != published.crend() && situation.live.policy; ++each) {
        if (each->policy.mode != situation.live.policy->mode || each->id.isEmpty())
            break;
        begin = std::min(begin, each->from.toUTC());
    }
    return begin;
}

/// Neither mail servers nor what the policy says of them is to change.
bool leavesMailServersAlone(const PlanSituation &situation)
{
    const auto sorted = [](QStringList texts) {
        texts.sort();
        return texts;
    };
    const auto hosts = [&](const Plan &plan) {
        QStringList names;
        for (const IntendedMx &mx : plan.mx)
            names.append(mx.host);
        return sorted(names);
    };
    const std::optional<PolicyTerms> &from = situation.live.policy;
    const std::optional<PolicyTerms> &to = situation.intended.policy;
    return from && to && sorted(from->mx) == sorted(to->mx) && hosts(situation.live) == hosts(situation.intended);
}

/// Where nobody looked, the history of the plan tells since when the mail servers are what they are.
PlanningTimes timesOf(const PlanSituation &situation, const QDateTime &since)
{
    PlanningTimes times = situation.times;
    if (!times.mxSince.isValid())
        times.mxSince = situation.audit ? situation.audit->facts.observedAt : since;
    return times;
}

/// The planner waits for a day after the mail servers were first seen as they are, for nobody knows who they were before (RFC 8461 §4.1). A
/// date that goes with every look would never come: where they are left alone it is that of the policy, and the step tells of the day.
PlanningTimes datingTimes(const PlanSituation &situation, const QDateTime &since, const QDateTime &begin)
{
    PlanningTimes times = timesOf(situation, since);
    if (leavesMailServersAlone(situation))
        times.mxSince = begin;
    return times;
}

QStringList unmet(const QList<Condition> &conditions)
{
    QStringList lines;
    for (const Condition &condition : conditions) {
        if (condition.state != ConditionState::Met)
            lines.append(QStringLiteral("• ") + conditionText(condition));
    }
    if (!lines.isEmpty())
        lines.prepend(filled(QT_TRANSLATE_NOOP("Reminders", "Not so yet, or not known:")));
    return lines;
}

QString stepDescription(const DeploymentStep &step, const QList<Condition> &conditions)
{
    QStringList parts{stepExplanation(step)};
    for (const StepWait &wait : step.waits)
        parts.append(waitText(wait));
    if (step.kind == StepKind::PublishPolicy && step.purpose == PolicyPurpose::Enforce)
        parts.append(unmet(conditions).join(u'\n'));
    parts.append(
        filled(QT_TRANSLATE_NOOP("Reminders", "If it goes wrong: {rollback}"), {{QStringLiteral("rollback"), stepRollback(step)}}));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

/// The way begins with what could be done as soon as it was known how the domain is, or with what had to wait from then on.
void addSteps(QList<Reminder> &list, const PlanSituation &situation, const QDateTime &now)
{
    const QDateTime since = knownSince(situation, now);
    const QDateTime begin = sameModeSince(situation, since);
    const DeploymentPlan way = planSteps(situation.live, situation.intended, now, timesOf(situation, since));
    for (const PlanProblem &problem : way.problems)
        list.append({ReminderKind::Problem, QStringLiteral("problem ") + planProblemName(problem.kind), now.toUTC(), false, 0,
                     filled(QT_TRANSLATE_NOOP("Reminders", "Mend the plan: what it means would lose mail")), planProblemText(problem)});
    const QList<DeploymentStep> early = planSteps(situation.live, situation.intended, begin, datingTimes(situation, since, begin)).steps;
    const QList<Condition> conditions = conditionsAhead(situation, now);
    QHash<StepKind, int> seen;
    for (const DeploymentStep &step : way.steps) {
        Reminder reminder{ReminderKind::Step,
                          QStringLiteral("step %1 %2").arg(stepKindName(step.kind)).arg(seen[step.kind]++),
                          step.notBefore,
                          step.notBefore > now,
                          static_cast<int>(list.size()) + 1,
                          stepTitle(step),
                          stepDescription(step, conditions)};
        if (reminder.step == 1 && !early.isEmpty() && early.first().kind == step.kind && early.first().notBefore > begin) {
            reminder.at = early.first().notBefore;
            reminder.waited = true;
        }
        list.append(reminder);
    }
}

/// A policy that is to stay in mode testing has no further step. But testing is for something: the planner says from when on mode enforce
/// would be wise.
void addLookAgain(QList<Reminder> &list, const PlanSituation &situation, const QDateTime &now)
{
    const Plan &live = situation.live;
    const bool testing = live.policy && !live.id.isEmpty() && live.policy->mode == PolicyMode::Testing && situation.intended.policy &&
                         situation.intended.policy->mode == PolicyMode::Testing;
    if (!testing)
        return;
    Plan tested = live;
    tested.mx.clear(); // whether they are covered is for that day
    Plan enforced = tested;
    enforced.policy->mode = PolicyMode::Enforce;
    const QDateTime begin = sameModeSince(situation, knownSince(situation, now));
    PlanningTimes times = situation.times;
    times.mxSince = begin;
    const DeploymentPlan way = planSteps(tested, enforced, begin, times);
    if (way.steps.isEmpty())
        return;
    QStringList text{filled(
        QT_TRANSLATE_NOOP("Reminders", "The policy has been in mode testing for two weeks. Read the reports, audit the domain, and see on "
                                       "the page \"Towards enforce\" of its plan what is left: only mode enforce protects anything."))};
    text.append(unmet(conditionsAhead(situation, now)).join(u'\n'));
    text.removeAll(QString());
    list.append({ReminderKind::LookAgain, QStringLiteral("look-again testing"), way.steps.first().notBefore, true, 0,
                 filled(QT_TRANSLATE_NOOP("Reminders", "Look again at what mode enforce needs")), text.join(QStringLiteral("\n\n"))});
}

void addCertificates(QList<Reminder> &list, const QList<ExpiringCertificate> &expiring, const QDateTime &now)
{
    for (const ExpiringCertificate &certificate : expiring) {
        const Values values{{QStringLiteral("host"), certificate.host}, {QStringLiteral("date"), dateText(certificate.notAfter)}};
        const char *title = certificate.notAfter <= now ? QT_TRANSLATE_NOOP("Reminders", "The certificate of {host} ended on {date}")
                                                        : QT_TRANSLATE_NOOP("Reminders", "The certificate of {host} ends on {date}");
        list.append({ReminderKind::Certificate, QStringLiteral("certificate ") + certificate.host,
                     certificate.notAfter.toUTC().addDays(-certificateDays), true, 0, filled(title, values),
                     filled(QT_TRANSLATE_NOOP("Reminders", "If it has been renewed since, audit the domain again and this is gone; "
                                                           "otherwise senders that honour the policy refuse it from then on."))});
    }
}

} // namespace

QString reminderKindName(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::Problem:
        return QStringLiteral("problem");
    case ReminderKind::Step:
        return QStringLiteral("step");
    case ReminderKind::LookAgain:
        return QStringLiteral("look-again");
    case ReminderKind::Certificate:
        break;
    }
    return QStringLiteral("certificate");
}

PlanSituation situationOf(const Plan &plan, const std::optional<DomainAudit> &audit)
{
    PlanSituation situation{standingPlan(plan), plan, std::nullopt, {}, {}};
    if (!audit)
        return situation;
    situation.expiring = expiringCertificates(*audit);
    if (const std::optional<Plan> live = livePlan(plan, *audit)) {
        situation.live = *live;
        situation.audit = audit;
        situation.times = planningTimes(*audit);
    }
    situation.untold = !situation.audit;
    return situation;
}

QList<Reminder> reminders(const PlanSituation &situation, const QDateTime &now)
{
    QList<Reminder> list;
    addSteps(list, situation, now);
    addLookAgain(list, situation, now);
    addCertificates(list, situation.expiring, now);
    std::stable_sort(list.begin(), list.end(), [](const Reminder &a, const Reminder &b) { return a.at < b.at; });
    return list;
}

QList<Condition> conditionsAhead(const PlanSituation &situation, const QDateTime &now)
{
    if (!situation.audit || !isBeforeEnforce(situation.intended, *situation.audit))
        return {};
    return enforceReadiness(withSeen(situation.intended, situation.audit->facts), *situation.audit, now);
}

Agenda agenda(const QList<Reminder> &reminders, const QDateTime &time)
{
    Agenda agenda;
    for (const Reminder &reminder : reminders)
        (reminder.at <= time && reminder.step <= 1 ? agenda.due : agenda.next).append(reminder);
    return agenda;
}

} // namespace mta
