// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/planfault.h"
#include "livecases.h"

#include "fakes/dnsmessage.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void aRowTells_data()
    {
        QTest::addColumn<Case>("what");
        for (const Case &each : allCases())
            QTest::newRow(each.sentence) << each;
    }
    void aRowTells()
    {
        QFETCH(Case, what);
        DomainFacts facts = goodFacts();
        Plan plan = goodPlanOf(facts);
        if (what.change)
            what.change(plan, facts);
        QCOMPARE(faultsOf(plan).size(), 0);
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QStringList all;
        const LiveRow *found = nullptr;
        for (const LiveRow &row : comparison.rows) {
            all.append(described(row));
            const bool better = !found || (row.isDifferent() && !found->isDifferent());
            if (row.item == what.item && row.subject.endsWith(what.subject) && better)
                found = &row;
        }
        QVERIFY2(found, qPrintable(all.join(u'\n')));
        QVERIFY2(found->state == what.state, qPrintable(described(*found)));
        QVERIFY2(found->right == what.right, qPrintable(described(*found)));
        QVERIFY2(found->notes == what.notes, qPrintable(described(*found)));
        QVERIFY2(found->reason == what.reason, qPrintable(described(*found)));
        QCOMPARE(liveReasonText(*found).isEmpty(), !found->isDifferent());
        // What is to be pasted is what is planned.
        const bool pasted = found->isDifferent() && !isCertificate(*found);
        QCOMPARE(found->paste, pasted ? found->planned : QByteArray());
    }

    void thePolicyIsComparedLineByLine()
    {
        DomainFacts facts = goodFacts();
        Plan plan = goodPlanOf(facts);
        setPolicy(facts, "version: STSv1\r\nmax_age: 86400\r\nmode: enforce\r\nmx: mx9.good.example\r\nmx: MX1.good.example\r\n"
                         "x-a: b\r\nmode: testing\r\n");
        plan.policy->extensions = {{"x-b", "c"}};
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QList<LiveLine> lines;
        for (const LiveRow &row : comparison.rows) {
            if (row.item == PlanItem::Policy)
                lines = row.lines;
        }
        const QList<LiveLine> expected{
            {LiveState::Same, "mode: enforce", "mode: enforce", 3},
            {LiveState::Same, "mx: mx1.good.example", "mx: MX1.good.example", 5},
            {LiveState::Missing, "mx: mx2.good.example", {}, 0},
            {LiveState::Differs, "max_age: 2592000", "max_age: 86400", 2},
            {LiveState::Missing, "x-b: c", {}, 0},
            {LiveState::Unexpected, {}, "mx: mx9.good.example", 4},
            {LiveState::Unexpected, {}, "x-a: b", 6},
        };
        QCOMPARE(lines, expected);
    }

    void aPolicyThatIsNotValidIsComparedAsText()
    {
        DomainFacts facts = goodFacts();
        const Plan plan = goodPlanOf(facts);
        setPolicy(facts, "version: STSv1\nmode: enforced\nmx: mx1.good.example\nmax_age: 2592000\n<html>\n");
        for (const LiveRow &row : compareWithLive(plan, judged(facts)).rows) {
            if (row.item != PlanItem::Policy)
                continue;
            const QList<LiveLine> expected{
                {LiveState::Same, "version: STSv1", "version: STSv1", 1},
                {LiveState::Differs, "mode: enforce", "mode: enforced", 2},
                {LiveState::Same, "mx: mx1.good.example", "mx: mx1.good.example", 3},
                {LiveState::Missing, "mx: mx2.good.example", {}, 0},
                {LiveState::Same, "max_age: 2592000", "max_age: 2592000", 4},
                {LiveState::Unexpected, {}, "<html>", 5},
            };
            QCOMPARE(row.lines, expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
