// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "deploy/policyid.h"
#include "deploy/steptexts.h"
#include "stepplans.h"

#include <QTest>

using namespace mta;

namespace
{

const QString mx1 = QStringLiteral("mx1.example.com");
const QString mx2 = QStringLiteral("mx2.example.com");
const QString mx3 = QStringLiteral("mx3.example.com");

IntendedTlsa tlsa(const QString &host, char digest)
{
    return {host, {3, 1, 1, QByteArray(32, digest)}};
}

/// Everything at once: provider, policy host, keys, mode.
DeploymentPlan everything()
{
    Plan live = protectedPlan(PolicyMode::Testing);
    live.tlsa = {tlsa(mx1, 'a'), tlsa(mx2, 'b')};
    Plan intended = live;
    intended.reports = {"mailto:tlsrpt@example.com"};
    intended.hosting = {PolicyServer::Nginx, {}, {QHostAddress(QStringLiteral("192.0.2.2"))}};
    intended.mx = {{10, mx1}, {20, mx3}};
    intended.policy = terms(PolicyMode::Enforce, {mx1, mx3});
    intended.tlsa = {tlsa(mx1, 'c')};
    return planSteps(live, intended, planningDay);
}

} // namespace

class PlannerStepsTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAndTheirTimes_data();
    void stepsAndTheirTimes();
    void everyStepIsChecked();
    void theIdThatIsPlannedIsNotSpentOnTheWay();
    void textsAreFilled();
    void recordsAreTheDifference();
    void idsAreNew();
    void aMoveThatWasMadeIsWaitedFor();
    void unsafePlansHaveNoSteps();
    void nothingLastsLongerBeforeItHasTo();
    void aStepDoneLateDefersTheNext();
    void theEarlierTimeIsForMailServersOnly();
    void doneStepsLeadToTheIntendedState();
};

void PlannerStepsTest::stepsAndTheirTimes_data()
{
    QTest::addColumn<Plan>("live");
    QTest::addColumn<Plan>("intended");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Plan &live, auto change, const char *expected) {
        Plan intended = live;
        change(intended);
        QTest::newRow(name) << live << intended << QString::fromLatin1(expected);
    };
    const Plan bare = barePlan();
    const Plan testing = protectedPlan(PolicyMode::Testing);
    const Plan enforce = protectedPlan();
    Plan recentlyTesting = testing;
    recentlyTesting.published[0].from = planningDay.addDays(-3);
    Plan longOnce = enforce; // a year was once promised, two weeks ago
    longOnce.published.prepend({planningDay.addDays(-400), planningDay.addDays(-14), "1", terms(PolicyMode::Enforce, {mx1}, 31557600)});
    longOnce.published[1].from = planningDay.addDays(-14);
    Plan halfway = enforce; // the file was widened, the record still has the former id
    halfway.policy->mx.append(mx3);
    halfway.published[0].until = planningDay.addDays(-1);
    halfway.published.append({planningDay.addDays(-1), {}, enforce.id, *halfway.policy});
    Plan noneServed = enforce;
    noneServed.policy = terms(PolicyMode::None, {}, 86400);
    noneServed.id.clear();
    noneServed.published[0].until = planningDay.addDays(-9);
    noneServed.published.append({planningDay.addDays(-9), {}, "2", *noneServed.policy});

    Plan unannounced = enforce;
    unannounced.policy = terms(PolicyMode::None, {}, 86400);
    unannounced.published[0].until = planningDay.addDays(-1);
    unannounced.published.append({planningDay.addDays(-1), {}, enforce.id, *unannounced.policy});
    Plan silent = enforce;
    silent.id.clear();
    silent.published.clear();
    Plan missing = enforce;
    missing.policy.reset();
    Plan twoAddresses = enforce;
    twoAddresses.hosting.addresses.append(QHostAddress(QStringLiteral("192.0.2.2")));
    Plan slow = enforce;
    slow.ttl = std::chrono::seconds(7200);
    Plan wild = enforce;
    wild.policy->mx = QStringList{QStringLiteral("*.example.com")};
    wild.published[0].policy = *wild.policy;
    Plan changedOutside = enforce;
    changedOutside.published[0].policy.maxAge = maxPolicyAge;

    row(
        "nothing is to change", enforce, [](Plan &) {}, "");
    row(
        "the first policy: where, what, and then that it is there", bare,
        [](Plan &plan) {
            plan.policy = terms(PolicyMode::Testing, {mx1, mx2});
            plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
        },
        "point-policy-host +0, publish-policy +0, publish-record +3600");
    row(
        "nobody begins with enforce: two weeks of testing come first", bare,
        [](Plan &plan) {
            plan.policy = terms(PolicyMode::Enforce, {mx1, mx2});
        },
        "publish-policy +0, publish-record +0, publish-policy +1209600, publish-record +1209600");
    row(
        "reports are asked for before there is anything to report", bare,
        [](Plan &plan) {
            plan.policy = terms(PolicyMode::Testing, {mx1, mx2});
            plan.reports = {"mailto:a@example.com"};
        },
        "publish-reports +0, publish-policy +0, publish-record +0");
    row(
        "testing for a year: enforce when every sender sees the MX records of today", testing,
        [](Plan &plan) { plan.policy->mode = PolicyMode::Enforce; }, "publish-policy +86400, publish-record +86400");
    row(
        "testing for three days: enforce after eleven more", recentlyTesting, [](Plan &plan) { plan.policy->mode = PolicyMode::Enforce; },
        "publish-policy +950400, publish-record +950400");
    row(
        "a new mail server waits for a week of max_age and a minute of fetching", enforce,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
            plan.policy->mx.append(mx3);
        },
        "publish-policy +0, publish-record +0, add-mx +604860");
    row(
        "a new mail server waits for the year that was once promised", longOnce,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
            plan.policy->mx.append(mx3);
        },
        "publish-policy +0, publish-record +0, add-mx +30348060");
    row(
        "in mode testing a new mail server waits for nobody", testing,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
            plan.policy->mx.append(mx3);
        },
        "publish-policy +0, publish-record +0, add-mx +0");
    row(
        "a new file without a new id: the id first, and the week counts from the file", halfway,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
        },
        "publish-record +0, add-mx +518460");
    row(
        "a mail server less: the policy follows when nobody sees it any more", enforce,
        [](Plan &plan) {
            plan.mx.removeLast();
            plan.policy->mx.removeLast();
        },
        "remove-mx +0, retire-mx +86400, publish-policy +86400, publish-record +86400");
    row(
        "another provider: wide, wait, there, away, narrow", enforce,
        [](Plan &plan) {
            plan.mx = {{10, QStringLiteral("in.provider.example")}};
            plan.policy->mx = QStringList{QStringLiteral("*.provider.example")};
        },
        "publish-policy +0, publish-record +0, add-mx +604860, remove-mx +604860, retire-mx +691260, publish-policy +691260, "
        "publish-record +691260");
    row(
        "narrower patterns wait for those who remember former MX records", wild,
        [](Plan &plan) {
            plan.policy->mx = QStringList{mx1, mx2};
        },
        "publish-policy +86400, publish-record +86400");
    row(
        "what the history says to stand was changed behind its back: it may be held, too", changedOutside,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
            plan.policy->mx.append(mx3);
        },
        "publish-policy +0, publish-record +0, add-mx +31557660");
    row(
        "other preferences need no other policy", enforce, [](Plan &plan) { plan.mx[1].preference = 5; }, "change-mx +0");
    row(
        "a longer max_age waits for nothing", enforce, [](Plan &plan) { plan.policy->maxAge *= 2; },
        "publish-policy +0, publish-record +0");
    row(
        "a shorter max_age neither", enforce, [](Plan &plan) { plan.policy->maxAge /= 2; }, "publish-policy +0, publish-record +0");
    row(
        "back to testing with a longer max_age: one publication", enforce,
        [](Plan &plan) {
            plan.policy->mode = PolicyMode::Testing;
            plan.policy->maxAge *= 2;
        },
        "publish-policy +0, publish-record +0");
    row(
        "to mode none with a longer max_age: one publication", enforce,
        [](Plan &plan) { plan.policy = terms(PolicyMode::None, {}, 31557600); }, "publish-policy +0, publish-record +0");
    row(
        "after a year of testing a new mail server and enforce at once: the new one is tested, too", testing,
        [](Plan &plan) {
            plan.mx.append({30, mx3});
            plan.policy->mx.append(mx3);
            plan.policy->mode = PolicyMode::Enforce;
        },
        "publish-policy +0, publish-record +0, add-mx +0, publish-policy +1209600, publish-record +1209600");
    row(
        "back to testing", enforce, [](Plan &plan) { plan.policy->mode = PolicyMode::Testing; }, "publish-policy +0, publish-record +0");
    row(
        "another policy host: both serve until nobody is led to the former", enforce,
        [](Plan &plan) { plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))}; },
        "prepare-policy-host +0, point-policy-host +0, retire-policy-host +3600");
    row(
        "another policy host and a smaller TTL: the former is remembered by the larger one", slow,
        [](Plan &plan) {
            plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))};
            plan.ttl = std::chrono::seconds(300);
        },
        "prepare-policy-host +0, point-policy-host +0, retire-policy-host +7200");
    row(
        "another program on the same address is no matter for the DNS", enforce,
        [](Plan &plan) { plan.hosting.server = PolicyServer::Caddy; }, "");
    row(
        "to leave: mode none, a week, the record, the TTL, the file", enforce,
        [](Plan &plan) {
            plan.policy.reset();
            plan.id.clear();
        },
        "publish-policy +0, publish-record +0, remove-record +604860, remove-policy +608460");
    row(
        "to leave after a year was promised", longOnce,
        [](Plan &plan) {
            plan.policy.reset();
            plan.id.clear();
        },
        "publish-policy +0, publish-record +0, remove-record +30348060, remove-policy +30351660");
    row(
        "to leave, when mode none is served and not announced yet", unannounced, [](Plan &plan) { plan.policy.reset(); },
        "publish-record +0, remove-record +518460, remove-policy +522060");
    row(
        "to leave, when nothing was ever announced", silent, [](Plan &plan) { plan.policy.reset(); }, "remove-policy +3600");
    row(
        "the file is gone, its record is not: it is put back as it was", missing, [&](Plan &plan) { plan.policy = enforce.policy; },
        "publish-policy +0");
    row(
        "the file is gone, and another is meant: from the beginning", missing,
        [&](Plan &plan) {
            plan.policy = enforce.policy;
            plan.policy->maxAge *= 2;
        },
        "publish-policy +0, publish-record +0, publish-policy +1209600, publish-record +1209600");
    row(
        "one more address of the policy host: nothing is switched off", enforce,
        [](Plan &plan) { plan.hosting.addresses.append(QHostAddress(QStringLiteral("192.0.2.2"))); },
        "prepare-policy-host +0, point-policy-host +0");
    row(
        "one address of the policy host less", twoAddresses, [](Plan &plan) { plan.hosting.addresses.removeFirst(); },
        "point-policy-host +0, retire-policy-host +3600");
    row(
        "the addresses of the policy host in another order", twoAddresses, [](Plan &plan) { plan.hosting.addresses.swapItemsAt(0, 1); },
        "");
    row(
        "to leave, when the record is gone", noneServed, [](Plan &plan) { plan.policy.reset(); }, "remove-policy +3600");
    Plan keyed = enforce;
    keyed.tlsa = {tlsa(mx1, 'a')};
    row(
        "new keys: twice the TTL between the records and the keys", keyed, [](Plan &plan) { plan.tlsa = {tlsa(mx1, 'b')}; },
        "add-tlsa +0, switch-keys +7200, remove-tlsa +7200");
    row(
        "to leave DANE", keyed, [](Plan &plan) { plan.tlsa.clear(); }, "remove-tlsa +0");
    Plan foreign = enforce;
    foreign.tlsa = {tlsa(QStringLiteral("in.provider.example"), 'a')};
    row(
        "TLSA records of others are left alone", foreign, [](Plan &plan) { plan.tlsa.clear(); }, "");
    Plan both = keyed;
    both.tlsa.append(tlsa(mx1, 'b'));
    row(
        "both records are there, perhaps since a moment only", both, [](Plan &plan) { plan.tlsa = {tlsa(mx1, 'b')}; },
        "switch-keys +7200, remove-tlsa +7200");
}

void PlannerStepsTest::stepsAndTheirTimes()
{
    QFETCH(Plan, live);
    QFETCH(Plan, intended);
    QFETCH(QString, expected);
    const DeploymentPlan plan = planSteps(live, intended, planningDay);
    QVERIFY(plan.problems.isEmpty());
    QCOMPARE(sequence(plan, planningDay), expected);
}

/// Somebody plans enforce, and the way is reckoned in the same second.
void PlannerStepsTest::theIdThatIsPlannedIsNotSpentOnTheWay()
{
    Plan intended = protectedPlan();
    intended.published.clear();
    intended.id = freshId({}, planningDay);
    const DeploymentPlan plan = planSteps(barePlan(), intended, planningDay);
    QList<QByteArray> ids;
    for (const DeploymentStep &step : plan.steps) {
        if (step.kind == StepKind::PublishRecord)
            ids.append(step.after.id);
    }
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids.first() != intended.id);
    QCOMPARE(ids.last(), intended.id);
}

void PlannerStepsTest::everyStepIsChecked()
{
    const DeploymentPlan plan = everything();
    QVERIFY(plan.steps.size() > 12);
    for (const DeploymentStep &step : plan.steps) {
        for (const QString &id : step.verify + step.preconditions)
            QVERIFY2(findRule(id), qPrintable(id));
    }
    const DeploymentStep &enforce = plan.steps.at(plan.steps.size() - 3);
    QCOMPARE(enforce.purpose, PolicyPurpose::Enforce);
    QVERIFY(enforce.preconditions.contains(QStringLiteral("mx-cert-expired")));
}

void PlannerStepsTest::textsAreFilled()
{
    Plan gone = protectedPlan();
    gone.reports = {"mailto:a@example.com"};
    Plan leaving = gone;
    leaving.policy.reset();
    leaving.reports.clear();
    Plan preferred = gone;
    preferred.mx[0].preference = 15;
    const QList<DeploymentStep> steps =
        everything().steps + planSteps(gone, leaving, planningDay).steps + planSteps(gone, preferred, planningDay).steps;
    QSet<StepKind> kinds;
    for (const DeploymentStep &step : steps) {
        kinds.insert(step.kind);
        QStringList said{stepTitle(step), stepExplanation(step), stepRollback(step)};
        for (const StepWait &wait : step.waits + step.usually)
            said.append(waitText(wait));
        for (const QString &text : std::as_const(said))
            QVERIFY2(!text.isEmpty() && placeholdersOf(text).isEmpty(), qPrintable(text));
    }
    QCOMPARE(kinds.size(), 16);
}

void PlannerStepsTest::recordsAreTheDifference()
{
    const Plan live = protectedPlan();
    Plan intended = live;
    intended.mx.append({30, mx3});
    intended.policy->mx.append(mx3);
    intended.id = "new1";
    const DeploymentPlan plan = planSteps(live, intended, planningDay);
    QVERIFY(plan.steps.at(0).add.isEmpty() && plan.steps.at(0).remove.isEmpty()); // the file
    QCOMPARE(plan.steps.at(0).after.policy, intended.policy);
    QCOMPARE(plan.steps.at(1).remove.size(), 1);
    QCOMPARE(plan.steps.at(1).remove.first().value, QByteArray("v=STSv1; id=20250601;"));
    QCOMPARE(plan.steps.at(1).add.first().value, QByteArray("v=STSv1; id=new1;"));
    QVERIFY(plan.steps.at(2).remove.isEmpty());
    QCOMPARE(plan.steps.at(2).add,
             (QList<ZoneRecord>{{QStringLiteral("example.com"), std::chrono::seconds(3600), RecordType::Mx, "mx3.example.com", 30}}));
}

void PlannerStepsTest::idsAreNew()
{
    const Plan live = protectedPlan();
    Plan intended = live; // with the id that stands for the former policy
    intended.policy->mode = PolicyMode::Testing;
    const DeploymentPlan same = planSteps(live, intended, planningDay);
    QCOMPARE(same.steps.at(1).after.id, QByteArray("20260601T120000Z"));

    intended.id = "once";
    intended.published.prepend({planningDay.addDays(-700), planningDay.addDays(-600), "once", terms(PolicyMode::Enforce, {mx1})});
    QCOMPARE(planSteps(live, intended, planningDay).steps.at(1).after.id, QByteArray("20260601T120000Z"));

    intended.policy = terms(PolicyMode::Enforce, {QStringLiteral("in.provider.example")});
    intended.mx = {{10, QStringLiteral("in.provider.example")}};
    QSet<QByteArray> ids{live.id, "once"};
    for (const DeploymentStep &step : planSteps(live, intended, planningDay).steps) {
        if (step.kind == StepKind::PublishRecord) {
            QVERIFY2(!ids.contains(step.after.id), step.after.id.constData());
            ids.insert(step.after.id);
        }
    }
    QCOMPARE(ids.size(), 4);
}

/// Names lead to another policy host since a while; some senders still ask the former one.
void PlannerStepsTest::aMoveThatWasMadeIsWaitedFor()
{
    const Plan live = protectedPlan();
    Plan intended = live;
    intended.policy->maxAge *= 2;
    PlanningTimes times;
    const auto steps = [&] { return sequence(planSteps(live, intended, planningDay, times), planningDay); };
    const QString policy = QStringLiteral("publish-policy +0, publish-record +0");
    QCOMPARE(steps(), policy);
    times.hostSince = planningDay.addSecs(-live.ttl.count());
    QCOMPARE(steps(), policy);
    times.hostSince = planningDay.addSecs(1 - live.ttl.count());
    QCOMPARE(steps(), QStringLiteral("retire-policy-host +1, publish-policy +1, publish-record +1"));
    // It moves again.
    intended.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.2"))};
    QCOMPARE(steps(), QStringLiteral("prepare-policy-host +0, point-policy-host +0, retire-policy-host +3600, publish-policy +3600, "
                                     "publish-record +3600"));
}

void PlannerStepsTest::unsafePlansHaveNoSteps()
{
    Plan intended = protectedPlan();
    intended.mx.append({30, mx3});
    const DeploymentPlan uncovered = planSteps(protectedPlan(), intended, planningDay);
    QVERIFY(uncovered.steps.isEmpty());
    QCOMPARE(uncovered.problems.size(), 1);
    QCOMPARE(uncovered.problems.first().hosts, QStringList{mx3});
    QVERIFY(planProblemText(uncovered.problems.first()).contains(mx3));

    intended.policy->mode = PolicyMode::Testing; // is delivered, and reported
    QVERIFY(planSteps(protectedPlan(), intended, planningDay).problems.isEmpty());

    intended = protectedPlan();
    intended.policy->mx.append(QStringLiteral("not a pattern"));
    const DeploymentPlan unwritable = planSteps(protectedPlan(), intended, planningDay);
    QVERIFY(unwritable.steps.isEmpty());
    QCOMPARE(unwritable.problems.first().kind, PlanProblem::Kind::PolicyUnwritable);
}

void PlannerStepsTest::nothingLastsLongerBeforeItHasTo()
{
    const Plan live = protectedPlan();
    Plan intended = live;
    intended.mx.append({30, mx3});
    intended.policy->mx.append(mx3);
    intended.policy->maxAge *= 10;
    const DeploymentPlan plan = planSteps(live, intended, planningDay);
    QCOMPARE(plan.steps.first().after.policy->maxAge, live.policy->maxAge);
    QCOMPARE(plan.steps.last().after.policy->maxAge, intended.policy->maxAge);
}

void PlannerStepsTest::aStepDoneLateDefersTheNext()
{
    const Plan live = protectedPlan();
    Plan intended = live;
    intended.mx.append({30, mx3});
    intended.policy->mx.append(mx3);
    DeploymentPlan plan = planSteps(live, intended, planningDay);
    schedule(plan, {planningDay.addDays(2), planningDay.addDays(3)}, planningDay);
    QCOMPARE(plan.steps.at(2).notBefore, planningDay.addDays(2).addSecs(604860));
    QCOMPARE(plan.steps.at(2).usuallyFrom, planningDay.addDays(3).addSecs(3600));
}

void PlannerStepsTest::theEarlierTimeIsForMailServersOnly()
{
    const DeploymentPlan plan = everything();
    for (const DeploymentStep &step : plan.steps)
        QVERIFY(!step.usuallyFrom.isValid()); // mode testing: nobody refuses anything

    const Plan live = protectedPlan();
    Plan intended = live;
    intended.mx.append({30, mx3});
    intended.policy->mx.append(mx3);
    const DeploymentPlan wide = planSteps(live, intended, planningDay);
    QCOMPARE(wide.steps.at(2).usuallyFrom, planningDay.addSecs(3600));
    QVERIFY(usuallyText(wide.steps.at(2)).contains(QStringLiteral("2026-06-01 13:00")));
    QVERIFY(usuallyText(wide.steps.at(1)).isEmpty());
}

void PlannerStepsTest::doneStepsLeadToTheIntendedState()
{
    Plan live = protectedPlan();
    Plan intended = live;
    intended.mx = {{10, QStringLiteral("in.provider.example")}};
    intended.policy->mx = QStringList{QStringLiteral("*.provider.example")};
    const DeploymentPlan plan = planSteps(live, intended, planningDay);
    for (const DeploymentStep &step : plan.steps)
        live = performed(live, step, step.notBefore);
    QCOMPARE(live.mx, intended.mx);
    QCOMPARE(live.policy, intended.policy);
    QCOMPARE(live.published.size(), 5);
    for (qsizetype i = 0; i + 1 < live.published.size(); ++i)
        QCOMPARE(live.published.at(i).until, live.published.at(i + 1).from);
    intended.id = live.id;
    intended.published = live.published;
    QVERIFY(planSteps(live, intended, plan.steps.last().notBefore).steps.isEmpty());
}

QTEST_GUILESS_MAIN(PlannerStepsTest)
#include "tst_plannersteps.moc"
