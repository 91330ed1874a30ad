// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "report/terminal.h"
#include "report/words.h"
#include "samples.h"

#include <QRegularExpression>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

QString withoutColours(QString text)
{
    static const QRegularExpression sequence(u"\u001b\\[[0-9]+m"_qs);
    return text.remove(sequence);
}

QStringList linesWith(const QString &text, const QString &part)
{
    return text.split(u'\n').filter(part);
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerComesFirst()
    {
        const RunItem item = brokenItem();
        const QStringList lines = renderText(item, false, false).split(u'\n');
        QVERIFY(lines.first().startsWith(u"good.example"_qs) && lines.first().contains(u"at risk"_qs));
        QVERIFY(item.audit->headline.startsWith(lines.at(1).trimmed().left(40)));
    }

    void theChainIsOneLine()
    {
        const RunItem item = goodItem();
        const QStringList chain = linesWith(renderText(item, false, false), u"Policy host"_qs);
        QCOMPARE(chain.size(), 1);
        QCOMPARE(item.audit->links.size(), 6);
        qsizetype last = -1;
        for (const ChainLink &link : item.audit->links) {
            const qsizetype at = chain.first().indexOf(areaText(link.area), last + 1);
            QVERIFY2(at > last, qPrintable(chain.first()));
            last = at;
        }
    }

    void findingsSayWhatToDo()
    {
        const RunItem item = brokenItem();
        const QString text = renderText(item, false, false).simplified();
        for (const Finding &finding : item.audit->findings) {
            QVERIFY(text.contains(finding.ruleId));
            QVERIFY2(text.contains(findingMessage(finding).simplified()), qPrintable(text));
            QVERIFY(text.contains(findingRemedy(finding).simplified()));
        }
    }

    void onlyVerboseExplainsAndShowsRecords()
    {
        const RunItem item = brokenItem();
        const QString brief = renderText(item, false, false);
        const QString verbose = renderText(item, false, true);
        const QString explanation = findingExplanation(item.audit->findings.first()).simplified();
        QVERIFY(!explanation.isEmpty());
        QVERIFY(!brief.simplified().contains(explanation));
        QVERIFY(verbose.simplified().contains(explanation));
        for (const QString &part : {u"v=STSv1"_qs, u"max_age: 2592000"_qs, u"RFC 8461"_qs, u"CN=Good Root"_qs}) {
            QVERIFY2(!brief.contains(part), qPrintable(part));
            QVERIFY2(verbose.contains(part), qPrintable(part));
        }
    }

    void mailServersStandInColumns()
    {
        const QString text = renderText(brokenItem(), false, false);
        QList<int> columns;
        for (const char *host : {"mx1.good.example", "mx2.good.example"}) {
            const QStringList rows = linesWith(text, u"192.0.2."_qs).filter(QLatin1String(host));
            QCOMPARE(rows.size(), 1);
            columns.append(columnsOf(rows.first().left(rows.first().indexOf(u"192.0.2."_qs))));
        }
        QCOMPARE(columns.at(0), columns.at(1));
        QCOMPARE(linesWith(text, u"mx2.good.example"_qs).filter(u"certificate expired"_qs).filter(u"not deliver  "_qs).size(), 2);
        QCOMPARE(linesWith(text, u"in 60 days, 14 August 2026"_qs).size(), 4);
        QCOMPARE(linesWith(text, u"2 days ago, 13 June 2026"_qs).size(), 2);
    }

    void sendersAreListedInDetailOnly()
    {
        DomainFacts facts = goodFacts();
        setPolicy(facts, policyText("enforce") + "x-report: https://good.example/\n");
        const RunItem item = itemOf(facts);
        QVERIFY(!renderText(item, false, false).contains(u"ZoneMTA"_qs));
        const QString text = renderText(item, false, true);
        QCOMPARE(linesWith(text, u"go-mtasts "_qs).filter(u"second colon in a line (line 6)"_qs).size(), 1);
        QCOMPARE(linesWith(text, u"honours it: enforce"_qs).size(), 6);
        QCOMPARE(linesWith(text, u"not predicted"_qs).size(), 2);
        QCOMPARE(linesWith(text, u"To please all:"_qs).size(), 1);
        QVERIFY(!renderText(itemOf(factsWithoutSts()), false, true).contains(u"ZoneMTA"_qs));
    }

    void whatSendersDoIsToldByWhatTheyCheck()
    {
        DomainFacts facts = brokenFacts();
        setTlsa(facts, [](const Certificate &certificate) { return QList{keyRecord(certificate)}; });
        const QStringList rows =
            renderText(itemOf(facts), false, false).section(u"What becomes of mail, by what a sender checks"_qs, 1).split(u'\n');
        QVERIFY2(rows.at(1).simplified().endsWith(u"DANE and MTA-STS DANE alone MTA-STS alone Neither"_qs), qPrintable(rows.at(1)));
        QCOMPARE(rows.filter(u"all mail servers, at worst"_qs).size(), 1);
        const QStringList expired = rows.filter(u"mx2.good.example"_qs);
        QCOMPARE(expired.size(), 1); // its addresses do not differ
        QCOMPARE(expired.first().simplified(),
                 u"mx2.good.example ✗ not delivered ✓ encrypted, verified ✗ not delivered encrypted, not verified"_qs);
        QVERIFY(!renderText(itemOf(DomainFacts()), false, false).contains(u"What becomes of mail"_qs));
    }

    void certificatesHaveTheirDetails()
    {
        const QString text = renderText(itemOf(certificatesWithDetails()), false, true);
        for (const QString &part : certificateDetails)
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!renderText(itemOf(certificatesWithDetails()), false, false).contains(u"(SCT)"_qs));
    }

    void nameServersAreListedWhenAsked()
    {
        QVERIFY(!renderText(goodItem(), false, true).contains(u"What each name server says"_qs));
        const QString text = renderText(itemOf(askedInDepth()), false, false);
        for (const char *part : {"What each name server says", "ns1.good.example", "192.0.2.242", "v=STSv1; id=old;", "2026060100",
                                 "it refuses to answer (REFUSED)", "private or reserved address"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void coloursOnlyWhenAsked()
    {
        const QString plain = renderText(brokenItem(), false, true);
        const QString coloured = renderText(brokenItem(), true, true);
        QVERIFY(!plain.contains(QChar(0x1b)));
        QVERIFY(coloured.contains(u"\u001b[31m"_qs));
        QCOMPARE(withoutColours(coloured), plain);
    }

    void nothingHostileReachesTheTerminal()
    {
        for (const bool verbose : {false, true}) {
            const QString text = withoutColours(renderText(hostileItem(), true, verbose));
            QVERIFY(!holdsTreacherousCharacters(text, u"\n"_qs));
            QVERIFY(text.contains(u"\\x1b[31m"_qs) && text.contains(u"\\u{202e}"_qs));
        }
        const QString unusable = renderText({hostileText, {}, hostileText}, false, false);
        QVERIFY(!holdsTreacherousCharacters(unusable, u"\n"_qs));
    }

    void anUnusableLineSaysWhy()
    {
        const QString text = renderText(unusableItem(), false, false);
        QVERIFY(text.contains(unusableItem().input) && text.contains(unusableItem().error));
        QVERIFY(text.endsWith(u'\n') && !text.endsWith(u"\n\n"_qs));
    }

    void theSummaryCounts()
    {
        const QString text = renderTextSummary({goodItem(), brokenItem(), brokenItem(), unusableItem()}, false);
        QCOMPARE(text, u"Domains: 4  2 at risk, 1 protected, 1 unusable\n"_qs);
    }

    void wideCharactersTakeTwoColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("Latin") << u"mail"_qs << 4;
        QTest::newRow("Chinese") << u"\u90ae\u4ef6"_qs << 4;
        QTest::newRow("Hangul") << u"\uba54\uc77c"_qs << 4;
        QTest::newRow("half-width katakana") << u"\uff72"_qs << 1;
        QTest::newRow("full-width") << u"\uff21"_qs << 2;
        QTest::newRow("combining accent") << u"e\u0301"_qs << 1;
        QTest::newRow("envelope emoji") << QString::fromUcs4(U"\U0001f4e7") << 2;
        QTest::newRow("supplementary ideograph") << QString::fromUcs4(U"\U00020000") << 2;
        QTest::newRow("Arabic") << u"\u0628\u0631\u064a\u062f"_qs << 4;
    }
    void wideCharactersTakeTwoColumns()
    {
        QFETCH(QString, text);
        QFETCH(int, columns);
        QCOMPARE(columnsOf(text), columns);
        QCOMPARE(columnsOf(padded(text, 12)), 12);
    }

    void linesAreWrappedAtBlanksOnly()
    {
        QCOMPARE(wrapped(u"one two three"_qs, u"  "_qs, 9), u"  one two\n  three\n"_qs);
        QCOMPARE(wrapped(QString(30, u'x'), u"  "_qs, 9), u"  "_qs + QString(30, u'x') + u'\n');
    }

    void datesAreWordsNearToday_data()
    {
        QTest::addColumn<QDateTime>("day");
        QTest::addColumn<QString>("text");
        const QDateTime now = observedThen();
        QTest::newRow("unknown") << QDateTime() << QString();
        QTest::newRow("an hour ago") << now.addSecs(-3600) << u"earlier today, 15 June 2026"_qs;
        QTest::newRow("in an hour") << now.addSecs(3600) << u"later today, 15 June 2026"_qs;
        QTest::newRow("tomorrow") << now.addDays(1) << u"tomorrow, 16 June 2026"_qs;
        QTest::newRow("yesterday") << now.addDays(-1) << u"yesterday, 14 June 2026"_qs;
        QTest::newRow("two days") << now.addDays(2) << u"in 2 days, 17 June 2026"_qs;
        QTest::newRow("at midnight it is another day") << now.addSecs(12 * 3600) << u"tomorrow, 16 June 2026"_qs;
        QTest::newRow("120 days") << now.addDays(120) << u"in 120 days, 13 October 2026"_qs;
        QTest::newRow("121 days") << now.addDays(121) << u"14 October 2026"_qs;
        QTest::newRow("long ago") << now.addYears(-3) << u"15 June 2023"_qs;
    }
    void datesAreWordsNearToday()
    {
        QFETCH(QDateTime, day);
        QFETCH(QString, text);
        QCOMPARE(dayText(day, observedThen(), QLocale::c()), text);
    }

    void anAddressThatIsNotBelievedHasWords()
    {
        DomainFacts facts = goodFacts();
        for (Lookup *lookup : {&facts.mxHosts[0].addresses.a, &facts.mxHosts[0].addresses.aaaa})
            lookup->security = Security::Bogus;
        const DomainAudit audit = judge(facts, facts.observedAt);
        const AddressOutcome &outcome = audit.mx.constFirst().addresses.constFirst();
        QCOMPARE(outcome.reason, u"bogus"_qs);
        QVERIFY2(outcomeText(outcome).contains(u"DNSSEC"_qs), qPrintable(outcomeText(outcome)));
    }

    void everyEndHasWords()
    {
        for (int end = 0; end <= static_cast<int>(FetchEnd::Truncated); ++end) {
            PolicyFetch fetch;
            fetch.end = static_cast<FetchEnd>(end);
            QVERIFY(!fetchEndText(fetch).isEmpty());
        }
        QCOMPARE(resultText(u"never-heard\u001b"_qs), u"never-heard\\x1b"_qs);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
