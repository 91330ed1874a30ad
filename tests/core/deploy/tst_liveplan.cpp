// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "deploy/liveplan.h"
#include "deploy/planner.h"
#include "fakes/dnsmessage.h"
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
        row("the servers of the zone have a record that the resolver does not know yet", "enforce 20260601T000000", [](DomainFacts &facts) {
            setAuthorities(facts);
            facts.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, Security::Insecure);
        });
        row("the policy host refuses everybody", "- 20260601T000000", [](DomainFacts &facts) {
            for (PolicyFetch &fetch : facts.fetches) {
                const QHostAddress address = fetch.address;
                fetch = {};
                fetch.address = address;
                fetch.end = FetchEnd::Refused;
            }
        });
        row("the policy host is silent", "unknown", [](DomainFacts &facts) {
            for (PolicyFetch &fetch : facts.fetches) {
                const QHostAddress address = fetch.address;
                fetch = {};
                fetch.address = address;
                fetch.end = FetchEnd::Timeout;
            }
        });
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

    /// A file that is announced and cannot be had is to be served again; what senders hold of it, the publications tell.
    void aFileThatIsGoneIsServedAgain()
    {
        DomainFacts facts = goodFacts();
        const Plan plan = planFromLive(judge(facts, facts.observedAt)).plan;
        for (PolicyFetch &fetch : facts.fetches) {
            fetch.httpStatus = 404;
            fetch.body.clear();
        }
        const std::optional<Plan> found = livePlan(plan, judge(facts, facts.observedAt));
        QVERIFY(found && !found->policy);
        const QList<DeploymentStep> steps = planSteps(*found, plan, observedThen()).steps;
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().kind, StepKind::PublishPolicy);
    }

    /// What could not be looked up is asked for by a step, which shows as not tested; it is not taken for granted.
    void whatIsNotKnownIsNotTakenForGranted()
    {
        DomainFacts facts = goodFacts();
        Plan plan = planFromLive(judge(facts, facts.observedAt)).plan;
        plan.tlsa = {{QStringLiteral("mx1.good.example"), {3, 1, 1, QByteArray(32, 'a')}}};
        plan.notes = QStringLiteral("ours");
        facts.tlsRpt.status = AnswerStatus::Timeout;
        const std::optional<Plan> found = livePlan(plan, judge(facts, facts.observedAt));
        QVERIFY(found);
        QStringList kinds;
        for (const DeploymentStep &step : planSteps(*found, plan, observedThen()).steps)
            kinds.append(stepKindName(step.kind));
        QCOMPARE(kinds, (QStringList{QStringLiteral("publish-reports"), QStringLiteral("add-tlsa")}));
    }

    void recordsOfTodayAreRememberedByTheirOwnTtl_data()
    {
        using Change = std::function<void(DomainFacts &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("ttl");
        QTest::addColumn<int>("mxTtl");
        QTest::addColumn<int>("negativeTtl");
        const auto row = [](const char *name, int ttl, int mxTtl, int negativeTtl, const Change &change) {
            QTest::newRow(name) << change << ttl << mxTtl << negativeTtl;
        };
        row("no larger than planned", 3600, 86400, 3600, [](DomainFacts &) {});
        row("the record", 7200, 86400, 3600, [](DomainFacts &facts) { facts.sts = withTtl(facts.sts, 7200); });
        row("the policy host", 7200, 86400, 3600, [](DomainFacts &facts) { facts.policyHost.a = withTtl(facts.policyHost.a, 7200); });
        row("TLSA records", 7200, 86400, 3600, [](DomainFacts &facts) {
            facts.mxHosts[0].tlsa = {
                withTtl(tlsaLookup(QStringLiteral("_25._tcp.mx1.good.example"), {{3, 1, 1, QByteArray(32, 'a')}}), 7200)};
        });
        row("the zone says more than the resolver", 7200, 172800, 3600, [](DomainFacts &facts) {
            ServerAnswers answers;
            answers.sts = withTtl(facts.sts, 7200);
            answers.mx = withTtl(facts.mx, 172800);
            facts.authorities.servers = {{QStringLiteral("ns.good.example"), {}, {answers}}};
        });
        row("MX records, two days", 3600, 172800, 3600, [](DomainFacts &facts) { facts.mx = withTtl(facts.mx, 172800); });
        for (const int seconds : {604799, 604800, 604801}) {
            row(qPrintable(QStringLiteral("MX records, %1 seconds").arg(seconds)), 3600, std::min(seconds, 604800), 3600,
                [seconds](DomainFacts &facts) { facts.mx = withTtl(facts.mx, seconds); });
        }
        row("MX records, longer than any resolver is to remember", 3600, 604800, 3600,
            [](DomainFacts &facts) { facts.mx = withTtl(facts.mx, 2147483647); });
        row("what is not there, by the zone", 3600, 86400, 7200, [](DomainFacts &facts) {
            facts.sts = withSoa(nxdomainLookup(facts.sts.question.name, RecordType::Txt), facts.domain.ascii, 1, 7200);
        });
    }
    void recordsOfTodayAreRememberedByTheirOwnTtl()
    {
        QFETCH(std::function<void(DomainFacts &)>, change);
        QFETCH(int, ttl);
        QFETCH(int, mxTtl);
        QFETCH(int, negativeTtl);
        DomainFacts facts = goodFacts();
        change(facts);
        const DomainAudit audit = judge(facts, facts.observedAt);
        QCOMPARE(livePlan({}, audit)->ttl, std::chrono::seconds(ttl));
        QCOMPARE(planningTimes(audit).mxTtl, std::chrono::seconds(mxTtl));
        QCOMPARE(planningTimes(audit).negativeTtl, std::chrono::seconds(negativeTtl));
        QCOMPARE(planningTimes(audit).mxSince, facts.observedAt);
    }

    void mailServersThatNobodySawAreNotKnownSinceThen()
    {
        DomainFacts facts = goodFacts();
        facts.mx.status = AnswerStatus::Timeout;
        QVERIFY(!planningTimes(judge(facts, facts.observedAt)).mxSince.isValid());
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
