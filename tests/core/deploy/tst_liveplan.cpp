// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/liveplan.h"
#include "deploy/planner.h"
#include "fakes/factsbuilder.h"
#include "stepplans.h"

#include <QTest>

using namespace mta;

namespace
{

/// "testing 1": mode and id as a plan of what is live has them; "unknown" without one.
QString live(const DomainFacts &facts)
{
    Plan plan;
    plan.domain = facts.domain;
    plan.policy = terms(PolicyMode::Enforce, {QStringLiteral("planned.example")});
    plan.id = "planned";
    const std::optional<Plan> found = livePlan(plan, judge(facts, facts.observedAt));
    if (!found)
        return QStringLiteral("unknown");
    return (found->policy ? policyModeName(found->policy->mode) : QStringLiteral("-")) + u' ' + QString::fromLatin1(found->id);
}

} // namespace

class LivePlanTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSeen_data()
    {
        using Change = std::function<void(DomainFacts &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected, const Change &change) {
            QTest::newRow(name) << change << QString::fromLatin1(expected);
        };
        row("record and policy", "testing 7", [](DomainFacts &facts) {
            setRecord(facts, {"v=STSv1; id=7;"});
            setPolicy(facts, policyText("testing"));
        });
        row("the file, not yet the record", "testing ", [](DomainFacts &facts) {
            setRecord(facts, {});
            setPolicy(facts, policyText("testing"));
        });
        row("neither", "- ", [](DomainFacts &facts) { facts = factsWithoutSts(); });
        row("a record without a file", "- 7", [](DomainFacts &facts) {
            setRecord(facts, {"v=STSv1; id=7;"});
            facts.fetches.clear();
            facts.policyHost = addressesOf(QStringLiteral("mta-sts.good.example"), {}, {});
        });
        row("a file that is none", "- 7", [](DomainFacts &facts) {
            setRecord(facts, {"v=STSv1; id=7;"});
            setPolicy(facts, "nothing");
        });
        row("two records are none", "enforce ", [](DomainFacts &facts) { setRecord(facts, {"v=STSv1; id=7;", "v=STSv1; id=8;"}); });
        row("the record could not be had", "unknown", [](DomainFacts &facts) { facts.sts.status = AnswerStatus::Timeout; });
        row("the mail servers could not be had", "unknown", [](DomainFacts &facts) { facts.mx.status = AnswerStatus::Timeout; });
        row("the policy host was not reached", "unknown", [](DomainFacts &facts) {
            for (PolicyFetch &fetch : facts.fetches) {
                const QHostAddress address = fetch.address;
                fetch = {};
                fetch.address = address;
                fetch.end = FetchEnd::NotTried;
            }
        });
    }
    void whatIsSeen()
    {
        QFETCH(std::function<void(DomainFacts &)>, change);
        QFETCH(QString, expected);
        DomainFacts facts = goodFacts();
        change(facts);
        QCOMPARE(live(facts), expected);
    }

    void nothingIsToBeDoneWhenItIsAsMeant()
    {
        const DomainAudit audit = judge(goodFacts(), observedThen());
        const std::optional<Plan> found = livePlan({}, audit);
        QVERIFY(found && found->mx.size() == 2);
        QVERIFY(planSteps(*found, *found, observedThen()).steps.isEmpty());
    }

    void whatStands()
    {
        Plan plan = protectedPlan();
        plan.policy->mode = PolicyMode::Testing;
        plan.id = "next";
        QCOMPARE(standingPlan(plan).policy->mode, PolicyMode::Enforce);
        QCOMPARE(standingPlan(plan).id, QByteArray("20250601"));
        plan.published[0].until = planningDay;
        QVERIFY(!standingPlan(plan).policy);
        QVERIFY(standingPlan(plan).id.isEmpty());
        QVERIFY(standingPlan(plan).hosting.addresses.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LivePlanTest)
#include "tst_liveplan.moc"
