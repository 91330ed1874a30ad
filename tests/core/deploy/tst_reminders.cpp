// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/reminders.h"

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "deploy/liveplan.h"
#include "deploy/publications.h"
#include "fakes/factsbuilder.h"
#include "stepplans.h"

#include <QSet>
#include <QTest>
#include <functional>

using namespace mta;

namespace
{

const qint64 day = 86400;
const qint64 week = 7 * day;

/// "due: step publish-policy 0 @1209600; next: step publish-record 0": keys, and of what was waited for the seconds since planningDay.
QString told(const Agenda &agenda)
{
    const auto list = [](const QList<Reminder> &reminders) {
        QStringList parts;
        for (const Reminder &each : reminders)
            parts.append(each.key + (each.waited ? QStringLiteral(" @%1").arg(planningDay.secsTo(each.at)) : QString()));
        return parts.join(QStringLiteral(", "));
    };
    return QStringLiteral("due: %1; next: %2").arg(list(agenda.due), list(agenda.next));
}

/// In mode testing since planningDay, and to stay there.
PlanSituation testing()
{
    PlanSituation situation{protectedPlan(PolicyMode::Testing), {}, {}, {}, {}};
    situation.live.published = {{planningDay, {}, situation.live.id, *situation.live.policy}};
    situation.intended = situation.live;
    return situation;
}

PlanSituation enforced()
{
    return {protectedPlan(), protectedPlan(), {}, {}, {}};
}

/// A policy that covers a third mail server was published on planningDay; the server is yet to come.
PlanSituation widened()
{
    PlanSituation situation = enforced();
    situation.live.policy->mx.append(QStringLiteral("mx3.example.com"));
    situation.live.id = "wider";
    situation.live = withPublished(situation.live, planningDay);
    situation.intended = situation.live;
    situation.intended.mx.append({30, QStringLiteral("mx3.example.com")});
    return situation;
}

using Change = std::function<void(PlanSituation &)>;

} // namespace

class RemindersTest : public QObject
{
    Q_OBJECT

private slots:
    void dueAndNext_data();
    void dueAndNext();
    void theDateOfAStepStaysFromDayToDay();
    void situations();
    void aLookIsNoReasonToWait();
    void textsSayWhy();
    void textsAreVisible();
    void kindsHaveNames();
};

void RemindersTest::dueAndNext_data()
{
    QTest::addColumn<PlanSituation>("situation");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, PlanSituation situation, qint64 now, const char *expected, const Change &change = {}) {
        if (change)
            change(situation);
        QTest::newRow(name) << situation << now << QString::fromLatin1(expected);
    };
    const auto toEnforce = [](PlanSituation &s) {
        s.intended.policy->mode = PolicyMode::Enforce;
        s.intended.id = "next";
    };
    row("all is as it is meant to be", enforced(), 0, "due: ; next: ");
    row("testing, a second before two weeks are over", testing(), 2 * week - 1, "due: ; next: look-again testing @1209600");
    row("testing, two weeks to the second", testing(), 2 * week, "due: look-again testing @1209600; next: ");
    row("testing, months later", testing(), 20 * week, "due: look-again testing @1209600; next: ");
    row("testing, another policy in between", testing(), 2 * week, "due: look-again testing @1209600; next: ", [](PlanSituation &s) {
        s.live.id = "second";
        s.live.policy->maxAge = std::chrono::seconds(86400);
        s.live = withPublished(s.live, planningDay.addSecs(week));
        s.intended = s.live;
    });
    row("testing, and mode enforce in between", testing(), 3 * week, "due: ; next: look-again testing @2419200", [](PlanSituation &s) {
        Plan strict = s.live;
        strict.policy->mode = PolicyMode::Enforce;
        strict.id = "strict";
        s.live.id = "back";
        s.live.published = withPublished(strict, planningDay.addSecs(week)).published;
        s.live = withPublished(s.live, planningDay.addSecs(2 * week));
        s.intended = s.live;
    });
    row("a file that no record announces is tested by nobody", testing(), 2 * week, "due: ; next: step publish-record 0 @1213200",
        [](PlanSituation &s) {
            s.live.id.clear();
            s.live.published.clear();
        });
    row("enforce is meant, a second before", testing(), 2 * week - 1,
        "due: ; next: step publish-policy 0 @1209600, step publish-record 0 @1209600", toEnforce);
    row("enforce is meant, to the second", testing(), 2 * week, "due: step publish-policy 0 @1209600; next: step publish-record 0",
        toEnforce);
    row("enforce is meant, a week late", testing(), 3 * week, "due: step publish-policy 0 @1209600; next: step publish-record 0",
        toEnforce);
    row("enforce is meant, another policy in between", testing(), 3 * week,
        "due: step publish-policy 0 @1209600; next: step publish-record 0", [=](PlanSituation &s) {
            s.live.id = "second";
            s.live.policy->maxAge = std::chrono::seconds(86400);
            s.live = withPublished(s.live, planningDay.addSecs(2 * week + day));
            s.intended = s.live;
            toEnforce(s);
        });
    row("a mail server, a second before every sender has the policy", widened(), week + 59, "due: ; next: step add-mx 0 @604860");
    row("a mail server, to the second", widened(), week + 60, "due: step add-mx 0 @604860; next: ");
    row("nothing was ever published", {{}, protectedPlan(PolicyMode::Testing), {}, {}, {}}, 0,
        "due: step point-policy-host 0; next: step publish-policy 0, step publish-record 0 @3600", [](PlanSituation &s) {
            s.intended.published.clear();
            s.live = barePlan();
        });
    row("what would lose mail", enforced(), 0, "due: problem hosts-not-covered; next: ", [](PlanSituation &s) {
        s.intended.mx.append({30, QStringLiteral("mx3.example.com")});
    });
    const auto ends = [](PlanSituation &s) {
        s.expiring = {{QStringLiteral("mx1.example.com"), planningDay.addDays(30)},
                      {QStringLiteral("mx2.example.com"), planningDay.addDays(90)}};
    };
    row("a certificate, a second before two weeks", enforced(), 16 * day - 1,
        "due: ; next: certificate mx1.example.com @1382400, certificate mx2.example.com @6566400", ends);
    row("a certificate, two weeks before it ends", enforced(), 16 * day,
        "due: certificate mx1.example.com @1382400; next: certificate mx2.example.com @6566400", ends);
    row("a certificate that has ended", enforced(), 31 * day,
        "due: certificate mx1.example.com @1382400; next: certificate mx2.example.com @6566400", ends);
    row("steps and certificates in the order of time", testing(), 3 * week,
        "due: step publish-policy 0 @1209600, certificate mx1.example.com @1382400; next: step publish-record 0, certificate "
        "mx2.example.com @6566400",
        [=](PlanSituation &s) {
            toEnforce(s);
            ends(s);
        });
    row("to leave, mode none was published", enforced(), week + 59,
        "due: ; next: step remove-record 0 @604860, step remove-policy 0 @608460", [](PlanSituation &s) {
            s.intended.policy.reset();
            s.intended.id.clear();
            s.live.policy = terms(PolicyMode::None, {}, 86400);
            s.live.id = "none";
            s.live = withPublished(s.live, planningDay);
            s.intended.published = s.live.published;
        });
}

void RemindersTest::dueAndNext()
{
    QFETCH(PlanSituation, situation);
    QFETCH(qint64, now);
    const QDateTime time = planningDay.addSecs(now);
    QTEST(told(agenda(reminders(situation, time), time)), "expected");
}

void RemindersTest::theDateOfAStepStaysFromDayToDay()
{
    PlanSituation toEnforce = testing();
    toEnforce.intended.policy->mode = PolicyMode::Enforce;
    toEnforce.intended.id = "next";
    for (const PlanSituation &situation : {toEnforce, widened(), testing()}) {
        QSet<QDateTime> dates;
        for (int days = 0; days < 100; ++days)
            dates.insert(reminders(situation, planningDay.addDays(days)).first().at);
        QCOMPARE(dates.size(), 1);
    }
}

/// Where nobody looked, or where a look did not tell, the plan's own history does.
void RemindersTest::situations()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("testing"));
    const DomainAudit audit = judge(facts, facts.observedAt);
    Plan plan = planFromLive(audit).plan;
    plan.policy->mode = PolicyMode::Enforce;
    plan.id = "next";
    const PlanSituation seen = situationOf(plan, audit);
    QVERIFY(seen.audit && !seen.expiring.isEmpty());
    QCOMPARE(seen.times, planningTimes(audit));
    QCOMPARE(seen.live, *livePlan(plan, audit));
    const PlanSituation unseen = situationOf(plan, std::nullopt);
    QVERIFY(!unseen.audit && unseen.expiring.isEmpty());
    QCOMPARE(unseen.live, standingPlan(plan));
    facts.mx.status = AnswerStatus::Timeout;
    const PlanSituation unknown = situationOf(plan, judge(facts, facts.observedAt));
    QVERIFY(!unknown.audit && unknown.untold && !unseen.untold && !seen.untold);
    QCOMPARE(unknown.live, standingPlan(plan));
}

/// Who the mail servers were before somebody looked is not known. A look every day does not put mode enforce off every day; what changes
/// the mail servers themselves waits until no resolver remembers others.
void RemindersTest::aLookIsNoReasonToWait()
{
    const QDateTime looked = planningDay.addDays(30);
    PlanSituation raised = testing();
    raised.intended.policy->mode = PolicyMode::Enforce;
    raised.intended.id = "next";
    raised.times.mxSince = looked;
    const Reminder step = agenda(reminders(raised, looked), looked).due.value(0);
    QCOMPARE(step.key, QStringLiteral("step publish-policy 0"));
    QCOMPARE(step.at, planningDay.addDays(14));
    QVERIFY2(step.text.contains(QStringLiteral("resolvers may remember the former MX records")), qPrintable(step.text));

    PlanSituation narrowed = testing();
    narrowed.live.mx.removeLast();
    narrowed.intended = narrowed.live;
    narrowed.intended.policy->mx.removeLast();
    narrowed.intended.id = "narrower";
    narrowed.times.mxSince = looked;
    QCOMPARE(told(agenda(reminders(narrowed, looked.addDays(1).addSecs(-1)), looked.addDays(1).addSecs(-1))),
             QStringLiteral("due: look-again testing @1209600; next: step publish-policy 0 @2678400, step publish-record 0 @2678400"));
}

void RemindersTest::textsSayWhy()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("testing"));
    facts.mxHosts[0].probes = {brokenProbe(QStringLiteral("192.0.2.25"), ProbeEnd::Timeout, SmtpDialog::Stage::Greeting)};
    const DomainAudit audit = judge(facts, facts.observedAt);
    Plan plan = planFromLive(audit).plan;
    const QDateTime now = facts.observedAt.addDays(20);
    const auto textOf = [&](const Plan &intended, ReminderKind kind) {
        for (const Reminder &each : reminders(situationOf(intended, audit), now)) {
            if (each.kind == kind)
                return each.text;
        }
        return QString();
    };
    // What mode enforce needs is said where it matters.
    QVERIFY2(textOf(plan, ReminderKind::LookAgain).contains(QStringLiteral("mx1.good.example")),
             qPrintable(textOf(plan, ReminderKind::LookAgain)));
    plan.policy->mode = PolicyMode::Enforce;
    plan.id = "next";
    const QString step = textOf(plan, ReminderKind::Step);
    QVERIFY2(step.contains(QStringLiteral("Serve the file in mode enforce")) && step.contains(QStringLiteral("mx1.good.example")) &&
                 step.contains(QStringLiteral("If it goes wrong: ")),
             qPrintable(step));
    QVERIFY(textOf(plan, ReminderKind::LookAgain).isEmpty());
    QVERIFY(textOf(plan, ReminderKind::Certificate).contains(QStringLiteral("renewed")));
}

void RemindersTest::textsAreVisible()
{
    PlanSituation situation = enforced();
    situation.expiring = {{QStringLiteral("mx\x1b[1m\u202e.example.com"), planningDay}};
    const QList<Reminder> list = reminders(situation, planningDay);
    QCOMPARE(list.size(), 1);
    QVERIFY2(!list.first().title.contains(QChar(0x1b)) && !list.first().title.contains(QChar(0x202e)), qPrintable(list.first().title));
}

void RemindersTest::kindsHaveNames()
{
    QSet<QString> names;
    for (const ReminderKind kind : {ReminderKind::Problem, ReminderKind::Step, ReminderKind::LookAgain, ReminderKind::Certificate})
        names.insert(reminderKindName(kind));
    QCOMPARE(names.size(), 4);
}

QTEST_GUILESS_MAIN(RemindersTest)
#include "tst_reminders.moc"
