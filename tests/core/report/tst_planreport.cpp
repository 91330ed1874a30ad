// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/planreport.h"

#include "deploy/adopt.h"
#include "fakes/hostiletexts.h"
#include "samples.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace mta;
using namespace mta::fakes;
using namespace Qt::StringLiterals;

namespace
{

/// The plan of the good domain, held against other facts of it.
LiveComparison against(DomainFacts facts)
{
    const DomainFacts good = goodFacts();
    facts.domain = good.domain;
    return compareWithLive(planFromLive(judge(good, good.observedAt)).plan, judge(facts, facts.observedAt));
}

} // namespace

class PlanReportTest : public QObject
{
    Q_OBJECT

private slots:
    void aPolicyIsShownLineByLineWithItsMarks()
    {
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("testing", "mx1.good.example\nmx: mx9.good.example"));
        const QString text = renderPlanText(against(facts), false, false);
        for (const char *line :
             {"  ~ Policy: https://mta-sts.good.example/.well-known/mta-sts.txt", "        ~ mode: [-enforce-]{+testing+}\n",
              "        = mx: mx1.good.example\n", "        - mx: mx2.good.example\n", "        + mx: mx9.good.example\n",
              "          mode: enforce\n", "  1 not as planned, 9 as planned, 0 not tested\n"})
            QVERIFY2(text.contains(QLatin1String(line)), qPrintable(text));
        QVERIFY(!text.contains(u'\r') && !text.contains(u'\x1b'));
    }

    void whatIsNotTestedIsNeitherGreenNorRed()
    {
        DomainFacts facts = goodFacts();
        facts.sts = failedLookup(u"_mta-sts.good.example"_s, RecordType::Txt, AnswerStatus::Timeout);
        const LiveComparison comparison = against(facts);
        QVERIFY(comparison.count(LiveState::NotTested) > 0);
        for (const LiveRow &row : comparison.rows)
            QCOMPARE(paintOf(row) == ChainLink::State::NotTested, row.state == LiveState::NotTested);
        const QString text = renderPlanText(comparison, true, false);
        QVERIFY2(text.contains(u"\x1b[90m?\x1b[0m Record"_s), qPrintable(text));
    }

    void everyStateHasItsMarkAndItsWords()
    {
        QStringList marks;
        QStringList words;
        for (const LiveState state :
             {LiveState::Same, LiveState::Differs, LiveState::Missing, LiveState::Unexpected, LiveState::NotTested}) {
            LiveRow row;
            row.state = state;
            marks.append(liveStateMark(state));
            words.append(liveStateText(row));
            row.item = PlanItem::MxCertificate;
            QVERIFY(!liveStateText(row).isEmpty());
        }
        QCOMPARE(marks.removeDuplicates(), 0);
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void whatStrangersSayDoesNothing_data()
    {
        QTest::addColumn<QByteArray>("octets");
        for (const HostileText &text : hostileTexts())
            QTest::newRow(text.name) << text.octets;
    }
    void whatStrangersSayDoesNothing()
    {
        QFETCH(QByteArray, octets);
        const LiveComparison comparison = against(factsFullOf(octets));
        bool shown = false;
        for (const bool colour : {false, true}) {
            QString text = renderPlanText(comparison, colour, true);
            static const QRegularExpression ink(u"\x1b\\[(0|1|2|31|32|33|90)m"_s);
            if (colour)
                text.remove(ink);
            QVERIFY2(!holdsHiddenCharacters(text, u"\n"_s), qPrintable(text));
            shown = shown || text.contains(hostileMark);
        }
        QVERIFY(shown || octets.startsWith("ow\xe2"));
        const QString csv = QString::fromUtf8(renderPlanCsv(comparison, QString::fromUtf8(octets)));
        QVERIFY2(!holdsHiddenCharacters(csv, u"\r\n"_s), qPrintable(csv));
        QCOMPARE(csv.count(u"\r\n"_s), comparison.rows.size());
        QCOMPARE(renderPlanJson(comparison).value("rows"_L1).toArray().size(), comparison.rows.size());
    }

    void thePdfMarksDifferencesAndKeepsLinesApart()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed (package poppler-utils)");
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("testing"));
        const Result<QByteArray> pdf = renderPlanPdf({against(facts)}, QLocale::c(), PaperSize::A4);
        QVERIFY(pdf);
        QProcess process;
        process.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
        process.write(*pdf);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(u"~ mode: [-enforce-]{+testing+}"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"STSv1mode"_s), qPrintable(text));
    }

    void aReportOfAuditsHasTheirPlansBehindThem()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed (package poppler-utils)");
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("testing"));
        const RunItem item{u"good.example"_s, judge(facts, facts.observedAt), {}};
        LiveComparison other = against(facts);
        other.domain = {u"other.example"_s, u"other.example"_s};
        for (const auto &[plans, there] : {std::pair(QList<LiveComparison>{against(facts)}, true), std::pair(QList{other}, false)}) {
            const Result<QByteArray> pdf = renderPdf({item}, plans, QLocale::c(), PaperSize::A4);
            QVERIFY(pdf);
            QProcess process;
            process.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
            process.write(*pdf);
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            const QString text = QString::fromUtf8(process.readAllStandardOutput());
            QVERIFY(text.contains(u"Findings"_s));
            QCOMPARE(text.contains(u"Live and intended"_s), there);
            QCOMPARE(text.contains(u"~ mode: [-enforce-]{+testing+}"_s), there);
        }
    }

    void aPdfOfSeveralPlansHasAPageForEach()
    {
        const auto pages = [](const QList<LiveComparison> &comparisons) {
            const Result<QByteArray> pdf = renderPlanPdf(comparisons, QLocale::c(), PaperSize::A4);
            static const QRegularExpression page(u"/Type\\s*/Page\\b"_s);
            return pdf && pdf->startsWith("%PDF-") ? QString::fromLatin1(*pdf).count(page) : -1;
        };
        const qsizetype one = pages({against(goodFacts())});
        const qsizetype other = pages({against(brokenFacts())});
        QVERIFY(one >= 1 && other >= 1);
        QCOMPARE(pages({against(goodFacts()), against(brokenFacts())}), one + other);
    }
};

QTEST_MAIN(PlanReportTest)
#include "tst_planreport.moc"
