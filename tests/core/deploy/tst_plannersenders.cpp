// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// No step, done at its time or later, makes a sender refuse mail; done a second earlier, it does.

#include "operatormodel.h"
#include "wishes.h"

#include <QTest>

using namespace mta;

namespace
{

/// What happens to mail when the wish is carried out in this manner, and for long after.
QStringList outcome(const Wish &wish, const Manner &manner = {})
{
    Operator op(wish.live, planningDay);
    op.carryOut(wish.intended, manner);
    op.waitSeconds(15);
    return op.troubles();
}

Wish wishNamed(const char *name)
{
    for (const Wish &each : wishes()) {
        if (qstrcmp(each.name, name) == 0)
            return each;
    }
    qFatal("no wish %s", name);
}

int indexOf(const DeploymentPlan &plan, StepKind kind, int occurrence = 0)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps.at(i).kind == kind && occurrence-- == 0)
            return i;
    }
    return -1;
}

} // namespace

class PlannerSendersTest : public QObject
{
    Q_OBJECT

private slots:
    void noDelayLosesMail_data();
    void noDelayLosesMail();
    void aStepDoneEarlyLosesMail_data();
    void aStepDoneEarlyLosesMail();
    void aPlanMadeWronglyLosesMail_data();
    void aPlanMadeWronglyLosesMail();
    void theUsualTimeDelaysMailAtWorst();
    void failingServersPutEnforceOff();
    void timesReckonedTooShortLoseMail_data();
    void timesReckonedTooShortLoseMail();
};

void PlannerSendersTest::noDelayLosesMail_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Wish &each : wishes())
        QTest::newRow(each.name) << index++;
}

/// Every combination of delays.
void PlannerSendersTest::noDelayLosesMail()
{
    QFETCH(int, index);
    const Wish each = wishes().at(index);
    const int steps = static_cast<int>(planSteps(each.live, each.intended, planningDay).steps.size());
    QVERIFY(steps > 0);
    const QList<int> choices = steps > 6 ? QList<int>{0, 2} : QList<int>{0, 1, 3};
    int combinations = 1;
    for (int i = 0; i < steps; ++i)
        combinations *= static_cast<int>(choices.size());
    for (int combination = 0; combination < combinations; ++combination) {
        Manner manner;
        for (int i = 0, rest = combination; i < steps; ++i, rest /= static_cast<int>(choices.size()))
            manner.delays.append(choices.at(rest % choices.size()));
        const QStringList troubles = outcome(each, manner);
        QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(u';') + QStringLiteral(" with delays %1").arg(combination)));
    }
}

void PlannerSendersTest::aStepDoneEarlyLosesMail_data()
{
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("occurrence");
    QTest::addColumn<QString>("trouble");
    const auto row = [](const char *name, const char *wish, StepKind kind, int occurrence, const char *trouble) {
        QTest::newRow(name) << QByteArray(wish) << static_cast<int>(kind) << occurrence << QString::fromLatin1(trouble);
    };
    row("the record a second after the address", "the first policy", StepKind::PublishRecord, 0, "an announced policy cannot be fetched");
    row("the MX record, max_age not quite over", "another mail server", StepKind::AddMx, 0, "mail is refused");
    row("the MX record, a former max_age not quite over", "another mail server, while a longer max_age may be held", StepKind::AddMx, 0,
        "mail is refused");
    row("the MX record, the former file not quite forgotten", "another mail server, the file is there already", StepKind::AddMx, 0,
        "mail is refused");
    row("the MX record in testing, enforce not quite over", "another mail server in testing, after enforce", StepKind::AddMx, 0,
        "mail is refused");
    row("the provider's MX record", "another provider", StepKind::AddMx, 0, "mail is refused");
    row("the provider's MX record, back in testing", "another provider and back to testing at once", StepKind::AddMx, 0, "mail is refused");
    row("the provider's MX record, leaving", "to leave for a provider without MTA-STS", StepKind::AddMx, 0, "mail is refused");
    row("a server switched off that some still know", "a mail server less", StepKind::RetireMx, 0,
        "a mail server that is off is still known");
    row("the policy host switched off that some still ask", "another policy host", StepKind::RetirePolicyHost, 0,
        "an announced policy cannot be fetched");
    row("the record gone while the policy is held", "to leave", StepKind::RemoveRecord, 0, "a policy is enforced when its record is gone");
    row("the record gone while a former policy is held", "to leave, while a longer max_age may be held", StepKind::RemoveRecord, 0,
        "a policy is enforced when its record is gone");
    row("the file gone while the record is remembered", "to leave", StepKind::RemovePolicy, 0, "an announced policy cannot be fetched");
}

void PlannerSendersTest::aStepDoneEarlyLosesMail()
{
    QFETCH(QByteArray, wish);
    QFETCH(int, kind);
    QFETCH(int, occurrence);
    QFETCH(QString, trouble);
    const Wish each = wishNamed(wish.constData());
    Operator op(each.live, planningDay);
    const int step = indexOf(planSteps(each.live, each.intended, planningDay, op.times()), static_cast<StepKind>(kind), occurrence);
    QVERIFY(step >= 0);
    QCOMPARE(outcome(each), QStringList());
    Manner early;
    early.early = step;
    QVERIFY2(outcome(each, early).contains(trouble), qPrintable(outcome(each, early).join(u';')));
}

namespace
{

void drop(DeploymentPlan &plan, StepKind kind)
{
    const int dropped = indexOf(plan, kind);
    plan.steps.removeAt(dropped);
    for (DeploymentStep &step : plan.steps) {
        for (StepWait &wait : step.waits)
            wait.step -= wait.step > dropped || (wait.step == dropped && dropped > 0) ? 1 : 0;
    }
}

void swap(DeploymentPlan &plan, StepKind one, StepKind other)
{
    const int first = indexOf(plan, one);
    const int second = indexOf(plan, other);
    std::swap(plan.steps[first].kind, plan.steps[second].kind);
    std::swap(plan.steps[first].hosts, plan.steps[second].hosts);
    std::swap(plan.steps[first].after, plan.steps[second].after);
}

void hurry(DeploymentPlan &plan, StepKind kind)
{
    plan.steps[indexOf(plan, kind)].waits.clear();
}

void hurryAll(DeploymentPlan &plan)
{
    for (DeploymentStep &step : plan.steps) {
        step.waits.clear();
        step.usually.clear();
    }
}

} // namespace

void PlannerSendersTest::aPlanMadeWronglyLosesMail_data()
{
    using Change = std::function<void(DeploymentPlan &)>;
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("trouble");
    const auto row = [](const char *name, const char *wish, const Change &change, const char *trouble) {
        QTest::newRow(name) << QByteArray(wish) << change << QString::fromLatin1(trouble);
    };
    row(
        "the record before the file, the first time", "the first policy",
        [](DeploymentPlan &plan) { swap(plan, StepKind::PublishPolicy, StepKind::PublishRecord); },
        "an announced policy cannot be fetched");
    row(
        "the record before the file", "back to testing",
        [](DeploymentPlan &plan) {
            swap(plan, StepKind::PublishPolicy, StepKind::PublishRecord);
            plan.steps[1].waits = {{WaitReason::Testing, 0, {}, std::chrono::seconds(1)}};
        },
        "a former policy is taken for the new one");
    row(
        "the MX record before the policy that covers it", "another mail server",
        [](DeploymentPlan &plan) {
            hurryAll(plan);
            plan.steps.move(2, 0);
        },
        "mail is refused");
    row(
        "the MX record as soon as the file is there", "another mail server", [](DeploymentPlan &plan) { hurry(plan, StepKind::AddMx); },
        "mail is refused");
    row(
        "the last max_age alone is waited for", "another mail server, while a longer max_age may be held",
        [](DeploymentPlan &plan) { plan.steps[indexOf(plan, StepKind::AddMx)].waits.removeFirst(); }, "mail is refused");
    row(
        "the wide policy covers the new server only", "another provider",
        [](DeploymentPlan &plan) { plan.steps[0].after.policy->mx = QStringList{QStringLiteral("*.provider.example")}; },
        "mail is refused");
    row(
        "the policy grows narrow as soon as the MX record is gone", "a mail server less",
        [](DeploymentPlan &plan) {
            hurry(plan, StepKind::RetireMx);
            drop(plan, StepKind::RetireMx);
            hurry(plan, StepKind::PublishPolicy);
        },
        "mail is refused");
    row(
        "the policy grows narrow before the MX record is gone", "a mail server less",
        [](DeploymentPlan &plan) {
            hurryAll(plan);
            plan.steps.move(2, 0);
        },
        "mail is refused");
    row(
        "the mail server is off as soon as its MX record is gone", "a mail server less",
        [](DeploymentPlan &plan) { hurry(plan, StepKind::RetireMx); }, "a mail server that is off is still known");
    row(
        "names lead to a policy host that is not ready", "another policy host",
        [](DeploymentPlan &plan) { drop(plan, StepKind::PreparePolicyHost); }, "an announced policy cannot be fetched");
    row(
        "the former policy host is off at once", "another policy host",
        [](DeploymentPlan &plan) { hurry(plan, StepKind::RetirePolicyHost); }, "an announced policy cannot be fetched");
    row(
        "the domain leaves without mode none", "to leave",
        [](DeploymentPlan &plan) {
            drop(plan, StepKind::PublishRecord);
            drop(plan, StepKind::PublishPolicy);
            hurry(plan, StepKind::RemoveRecord);
        },
        "a policy is enforced when its record is gone");
    row(
        "the domain leaves, the file first", "to leave",
        [](DeploymentPlan &plan) { swap(plan, StepKind::RemoveRecord, StepKind::RemovePolicy); }, "an announced policy cannot be fetched");
    row(
        "the new key before its record", "new keys",
        [](DeploymentPlan &plan) {
            hurryAll(plan);
            plan.steps.move(1, 0);
        },
        "a key matches no TLSA record");
    row(
        "the new key before everybody knows its record", "new keys",
        [](DeploymentPlan &plan) { plan.steps[1].waits[0].span = std::chrono::seconds(1); }, "a key matches no TLSA record");
    row(
        "the former record away before the new key", "new keys",
        [](DeploymentPlan &plan) {
            swap(plan, StepKind::SwitchKeys, StepKind::RemoveTlsa);
            plan.steps[2].waits = {{WaitReason::Testing, 1, {}, std::chrono::seconds(1)}};
        },
        "a key matches no TLSA record");
}

void PlannerSendersTest::aPlanMadeWronglyLosesMail()
{
    QFETCH(QByteArray, wish);
    QFETCH(std::function<void(DeploymentPlan &)>, change);
    QFETCH(QString, trouble);
    Manner wrong;
    wrong.change = change;
    const QStringList troubles = outcome(wishNamed(wish.constData()), wrong);
    QVERIFY2(troubles.contains(trouble), qPrintable(troubles.join(u';')));
}

/// RFC 8461 §5.1: a sender that refuses has to look for a new policy before it gives the message up.
void PlannerSendersTest::theUsualTimeDelaysMailAtWorst()
{
    int earlier = 0;
    for (const Wish &each : wishes()) {
        Manner usual;
        usual.usual = true;
        QVERIFY2(outcome(each, usual).isEmpty(), each.name);
        Operator op(each.live, planningDay);
        const DeploymentPlan plan = planSteps(each.live, each.intended, planningDay, op.times());
        const int step = indexOf(plan, StepKind::AddMx);
        if (step < 0 || !plan.steps.at(step).usuallyFrom.isValid() || each.live.policy->mode == PolicyMode::Testing)
            continue;
        ++earlier;
        usual.early = step;
        QVERIFY2(outcome(each, usual).contains(QStringLiteral("mail is refused")), each.name);
    }
    QVERIFY(earlier >= 5);
}

void PlannerSendersTest::failingServersPutEnforceOff()
{
    for (const char *name : {"the first policy", "from testing to enforce"}) {
        Manner careful;
        careful.mended = {{mx2, planningDay.addSecs(20)}};
        QVERIFY2(outcome(wishNamed(name), careful).isEmpty(), name);
        careful.heedsPreconditions = false;
        QVERIFY2(outcome(wishNamed(name), careful).contains(QStringLiteral("mail is refused")), name);
    }
    Manner careful;
    careful.mended = {{mx3, planningDay.addSecs(20)}};
    QVERIFY(outcome(wishNamed("another mail server"), careful).isEmpty());
    careful.heedsPreconditions = false;
    QVERIFY(outcome(wishNamed("another mail server"), careful).contains(QStringLiteral("mail is refused")));
}

void PlannerSendersTest::timesReckonedTooShortLoseMail_data()
{
    using Change = std::function<void(PlanningTimes &)>;
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const char *wish, const Change &change) { QTest::newRow(name) << QByteArray(wish) << change; };
    const std::chrono::seconds second(1);
    row("fetching takes no time", "another mail server", [=](PlanningTimes &times) { times.fetch -= second; });
    row("the TTL of the MX records", "a mail server less", [=](PlanningTimes &times) { times.mxTtl -= second; });
    row("how long an absence is remembered", "the first policy", [=](PlanningTimes &times) { times.negativeTtl -= second; });
}

void PlannerSendersTest::timesReckonedTooShortLoseMail()
{
    QFETCH(QByteArray, wish);
    QFETCH(std::function<void(PlanningTimes &)>, change);
    Manner manner;
    QVERIFY(outcome(wishNamed(wish.constData()), manner).isEmpty());
    manner.reckon = change;
    QVERIFY(!outcome(wishNamed(wish.constData()), manner).isEmpty());
}

QTEST_GUILESS_MAIN(PlannerSendersTest)
#include "tst_plannersenders.moc"
