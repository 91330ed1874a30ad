// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/policyid.h"
#include "mtasts/stsrecord.h"
#include "stepplans.h"

#include <QTest>

using namespace mta;

class PolicyIdTest : public QObject
{
    Q_OBJECT

private slots:
    void nextId_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, auto change, const QByteArray &expected) {
            Plan plan = protectedPlan();
            change(plan);
            QTest::newRow(name) << plan << expected;
        };
        const QByteArray now("20260601T120000Z");
        const auto mode = [](Plan &plan) { plan.policy->mode = PolicyMode::Testing; };
        row(
            "nothing changed", [](Plan &) {}, "20250601");
        row(
            "the order of patterns changed", [](Plan &plan) { plan.policy->mx.swapItemsAt(0, 1); }, "20250601");
        row(
            "somebody changed the id alone", [](Plan &plan) { plan.id = "needless"; }, "20250601");
        row("the mode changed", mode, now);
        row(
            "max_age changed by a second", [](Plan &plan) { plan.policy->maxAge += std::chrono::seconds(1); }, now);
        row(
            "a pattern more", [](Plan &plan) { plan.policy->mx.append(QStringLiteral("mx3.example.com")); }, now);
        row(
            "the change already has an id of its own",
            [&](Plan &plan) {
                mode(plan);
                plan.id = "mine";
            },
            "mine");
        row(
            "its own id is none",
            [&](Plan &plan) {
                mode(plan);
                plan.id = "20260601-1";
            },
            now);
        row(
            "back to what was published before the last",
            [&](Plan &plan) {
                plan.published[0].until = planningDay;
                plan.published.append({planningDay, {}, "2", terms(PolicyMode::None, {})});
            },
            now);
        row(
            "the second change of this second",
            [&](Plan &plan) {
                mode(plan);
                plan.published[0].id = now;
                plan.id = now;
            },
            "20260601T120001Z");
        row(
            "the clock went backwards",
            [&](Plan &plan) {
                mode(plan);
                plan.published[0].id = "20270101T000000Z";
            },
            "20250601"); // never published: the plan's own
        row(
            "a new file was served under the former id",
            [&](Plan &plan) {
                mode(plan);
                plan.published[0].until = planningDay;
                plan.published.append({planningDay, {}, plan.id, *plan.policy});
            },
            now);
        row(
            "a policy that was taken down is announced again", [](Plan &plan) { plan.published[0].until = planningDay; }, now);
        row(
            "no policy", [](Plan &plan) { plan.policy.reset(); }, "");
        row(
            "nothing was ever published", [](Plan &plan) { plan.published.clear(); }, "20250601");
    }
    void nextId()
    {
        QFETCH(Plan, plan);
        QFETCH(QByteArray, expected);
        QCOMPARE(mta::nextId(plan, planningDay), expected);
    }

    void freshIdsAreIds()
    {
        QList<QByteArray> taken;
        for (int i = 0; i < 300; ++i) {
            const QByteArray id = freshId(taken, planningDay.addSecs(-i / 2));
            QVERIFY(!taken.contains(id));
            QVERIFY(parseStsRecord("v=STSv1; id=" + id + ';').valid());
            taken.append(id);
        }
    }

    void faults_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<int>("problem");
        QTest::addColumn<int>("publication");
        const auto row = [](const char *name, auto change, IdProblem problem, int publication) {
            Plan plan = protectedPlan();
            change(plan);
            QTest::newRow(name) << plan << static_cast<int>(problem) << publication;
        };
        row(
            "as published", [](Plan &) {}, IdProblem::None, -1);
        row(
            "written in another order", [](Plan &plan) { plan.policy->mx.swapItemsAt(0, 1); }, IdProblem::None, -1);
        row(
            "the policy was edited, the id was not", [](Plan &plan) { plan.policy->mode = PolicyMode::Testing; }, IdProblem::Reused, 0);
        row(
            "edited, with an id of long ago",
            [](Plan &plan) {
                plan.published.prepend({planningDay.addDays(-700), planningDay.addDays(-365), "old", terms(PolicyMode::Testing, {})});
                plan.policy->mode = PolicyMode::None;
                plan.id = "old";
            },
            IdProblem::Reused, 0);
        row(
            "edited, with a new id",
            [](Plan &plan) {
                plan.policy->mode = PolicyMode::Testing;
                plan.id = "new";
            },
            IdProblem::None, -1);
        row(
            "a new id for the same", [](Plan &plan) { plan.id = "new"; }, IdProblem::NeedlessId, 0);
        row(
            "a new id for a file that was served under the former one",
            [](Plan &plan) {
                plan.policy->mode = PolicyMode::Testing;
                plan.published[0].until = planningDay;
                plan.published.append({planningDay, {}, plan.published[0].id, *plan.policy});
                plan.id = "new";
            },
            IdProblem::None, -1);
        row(
            "no id", [](Plan &plan) { plan.id.clear(); }, IdProblem::NotAnId, -1);
        row(
            "33 letters", [](Plan &plan) { plan.id = QByteArray(33, 'a'); }, IdProblem::NotAnId, -1);
        row(
            "32 letters for the same", [](Plan &plan) { plan.id = QByteArray(32, 'a'); }, IdProblem::NeedlessId, 0);
        row(
            "no policy, no id", [](Plan &plan) { plan.policy.reset(); }, IdProblem::None, -1);
    }
    void faults()
    {
        QFETCH(Plan, plan);
        QFETCH(int, problem);
        QFETCH(int, publication);
        const IdFault fault = idFault(plan);
        QCOMPARE(static_cast<int>(fault.problem), problem);
        QCOMPARE(fault.publication, publication);
    }
};

QTEST_GUILESS_MAIN(PolicyIdTest)
#include "tst_policyid.moc"
