// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/adopt.h"

#include "audit/judge.h"
#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

class TestComparePolicy : public QObject
{
    Q_OBJECT

private slots:
    void eightMailServersAreNamed_data()
    {
        QTest::addColumn<int>("passedOver");
        QTest::newRow("one less") << 7;
        QTest::newRow("as many as may be") << 8;
        QTest::newRow("one more") << 9;
    }
    void eightMailServersAreNamed()
    {
        QFETCH(int, passedOver);
        QStringList hosts;
        for (int i = 0; i < passedOver; ++i)
            hosts.append(u"h%1.good.example"_s.arg(i));
        DomainFacts facts = goodFacts();
        setMx(facts, hosts);
        setPolicy(facts, policyText("enforce", hosts.join(u"\nmx: "_s).toLatin1()));
        const DomainAudit audit = judge(facts, facts.observedAt);
        Plan plan = planFromLive(audit).plan;
        plan.policy->mx = {u"old.good.example"_s};
        const LiveComparison comparison = compareWithLive(plan, audit);
        const auto row = std::find_if(comparison.rows.cbegin(), comparison.rows.cend(),
                                      [](const LiveRow &each) { return each.reason == u"plan-misses-mx"_s; });
        QVERIFY(row != comparison.rows.cend());
        const QStringList shown = passedOver <= 8 ? hosts : hosts.first(8) + QStringList{u"…"_s};
        QCOMPARE(row->values.value(u"hosts"_s), shown.join(u", "_s));
    }
};

QTEST_GUILESS_MAIN(TestComparePolicy)
#include "tst_comparepolicy.moc"
