// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/adopt.h"
#include "deploy/planfault.h"
#include "livecases.h"

#include "fakes/dnsmessage.h"
#include "fakes/spoiltfacts.h"
#include "store/evidence.h"

#include <QDirIterator>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

const QString good = u"good.example"_s;

/// What is live and was adopted is the same, or it was said why it could not be adopted. Nothing that could not be tested becomes green.
void checkAdoption(const DomainFacts &facts, const Plan &before)
{
    const DomainAudit audit = judged(facts);
    const Adoption adoption = adoptLive(before, audit);
    const QList<PlanFault> faults = faultsOf(adoption.plan);
    QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(faults.first().place + u' ' + faults.first().reason));
    const LiveComparison comparison = compareWithLive(adoption.plan, audit);
    for (const LiveRow &row : comparison.rows) {
        const auto isLeft = [&row](const NotAdopted &left) { return left.item == row.item && left.subject == row.subject; };
        const bool left = std::any_of(adoption.left.cbegin(), adoption.left.cend(), isLeft);
        QVERIFY2(isCertificate(row) || left || !row.isDifferent(), qPrintable(described(row)));
        // Sentences for whatever comes of it, with nothing left to fill in.
        QVERIFY2(!row.isDifferent() ||
                     (!liveReasonText(row).isEmpty() && !liveReasonText(row).contains(u'{') && !liveAdvice(row).isEmpty()),
                 qPrintable(described(row)));
        for (const QString &note : row.notes)
            QVERIFY2(!liveNoteText(row, note).isEmpty(), qPrintable(note));
        QVERIFY2(row.state != LiveState::NotTested || !row.notes.isEmpty(), qPrintable(described(row)));
    }
    for (const NotAdopted &left : adoption.left)
        QVERIFY2(!notAdoptedText(left).isEmpty(), qPrintable(left.reason));
    // Once more changes nothing.
    QVERIFY(adoptLive(adoption.plan, audit).plan == adoption.plan);
}

/// One row alone: it is as planned then, or it was said why not, and no row that is about something else became another.
void checkAdoptionOfRows(const DomainFacts &facts, const Plan &before)
{
    const DomainAudit audit = judged(facts);
    const LiveComparison comparison = compareWithLive(before, audit);
    const auto withItsPolicy = [](PlanItem item) { return item == PlanItem::Policy ? PlanItem::Record : item; };
    for (const LiveRow &row : comparison.rows) {
        const Adoption adoption = adoptLive(before, audit, row);
        QVERIFY2(faultsOf(adoption.plan).isEmpty() || !faultsOf(before).isEmpty(), qPrintable(described(row)));
        const auto isLeft = [](const LiveRow &of) {
            return [of](const NotAdopted &left) { return left.item == of.item && left.subject == of.subject; };
        };
        for (const LiveRow &after : compareWithLive(adoption.plan, audit).rows) {
            const bool itself = after.item == row.item && after.subject == row.subject && after.type == row.type;
            const bool left = std::any_of(adoption.left.cbegin(), adoption.left.cend(), isLeft(after));
            if (itself)
                QVERIFY2(isCertificate(row) || left || !after.isDifferent(), qPrintable(described(after)));
            // A certificate is asked for by a policy, and the right side depends on all of the plan.
            if (withItsPolicy(after.item) == withItsPolicy(row.item) || isCertificate(after))
                continue;
            const auto unchanged = [&after](const LiveRow &was) {
                return was.item == after.item && was.subject == after.subject && was.type == after.type && was.state == after.state &&
                       was.planned == after.planned;
            };
            QVERIFY2(std::any_of(comparison.rows.cbegin(), comparison.rows.cend(), unchanged), qPrintable(described(after)));
        }
        QVERIFY(canAdopt(row) == (row.isDifferent() && !isCertificate(row)));
    }
}

} // namespace

class TestAdopt : public QObject
{
    Q_OBJECT

private slots:
    void thePlanOfTheGoodDomainIsAllTheSame()
    {
        const DomainFacts facts = goodFacts();
        const Adoption adoption = planFromLive(judged(facts));
        QVERIFY(adoption.left.isEmpty());
        const Plan &plan = adoption.plan;
        QCOMPARE(plan.domain, facts.domain);
        QCOMPARE(plan.id, QByteArray("20260601T000000"));
        QCOMPARE(plan.policy->mode, PolicyMode::Enforce);
        QCOMPARE(plan.mx.size(), 2);
        QCOMPARE(plan.hosting.addresses.size(), 2);
        QCOMPARE(plan.reports.size(), 1);
        QCOMPARE(plan.published.size(), 1);
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QCOMPARE(comparison.count(LiveState::Same), comparison.rows.size());
        QVERIFY(!comparison.isDifferent());
    }

    void whatIsLiveCanBeAdopted_data()
    {
        QTest::addColumn<DomainFacts>("facts");
        QTest::newRow("a good domain") << goodFacts();
        QTest::newRow("a domain without MTA-STS") << factsWithoutSts();
        for (const Spoilt &each : spoiltFacts())
            QTest::newRow(each.sentence) << spoilt(each);
        QDirIterator files(QStringLiteral(SOURCE_DIR "/tests/domains"), {u"evidence.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const Result<QList<DomainFacts>> recorded = loadEvidence(files.next());
            QVERIFY(recorded);
            for (const DomainFacts &facts : *recorded)
                QTest::newRow(qPrintable(u"recorded: "_s + files.filePath().section(u'/', -2, -2))) << facts;
        }
        int number = 0;
        for (const Case &each : allCases()) {
            DomainFacts facts = goodFacts();
            Plan plan = goodPlanOf(facts);
            if (each.change)
                each.change(plan, facts);
            QTest::newRow(qPrintable(u"case %1: %2"_s.arg(++number).arg(QLatin1String(each.sentence)))) << facts;
        }
    }
    void whatIsLiveCanBeAdopted()
    {
        QFETCH(DomainFacts, facts);
        Plan empty;
        empty.domain = facts.domain;
        checkAdoption(facts, empty);
        checkAdoptionOfRows(facts, empty);
        DomainFacts other = goodFacts();
        Plan plan = goodPlanOf(other);
        plan.domain = facts.domain;
        plan.zone.clear();
        plan.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}}};
        checkAdoption(facts, plan);
        checkAdoptionOfRows(facts, plan);
    }

    void theZoneIsTakenFromAnswers()
    {
        DomainFacts facts = factsWithoutSts();
        facts.sts = withSoa(nxdomainLookup(u"_mta-sts.good.example"_s, RecordType::Txt), good);
        QCOMPARE(goodPlanOf(facts).zone, good);
        facts.sts = withSoa(nxdomainLookup(u"_mta-sts.good.example"_s, RecordType::Txt), u"other.example"_s);
        QCOMPARE(goodPlanOf(facts).zone, QString());
        setAuthorities(facts);
        QCOMPARE(goodPlanOf(facts).zone, good);
    }
};

QTEST_GUILESS_MAIN(TestAdopt)
#include "tst_adopt.moc"
