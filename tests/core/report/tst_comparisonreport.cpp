// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "report/comparison.h"

#include <QJsonArray>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

Comparison compared(const std::function<void(DomainFacts &)> &change)
{
    DomainFacts after = goodFacts();
    after.observedAt = after.observedAt.addDays(1);
    change(after);
    const DomainFacts before = goodFacts();
    return compare(judge(before, before.observedAt), judge(after, after.observedAt));
}

} // namespace

class TestComparisonReport : public QObject
{
    Q_OBJECT

private slots:
    void theSameIsSaid()
    {
        const QString text = renderComparisonText(compared([](DomainFacts &) {}), false);
        QVERIFY2(text.contains(u"good.example"_s) && text.contains(u"Nothing is different."_s) && text.endsWith(u'\n'), qPrintable(text));
        QVERIFY(renderComparisonJson(compared([](DomainFacts &) {})).value(u"same"_s).toBool());
    }

    void linesAreMarkedInside()
    {
        const QString text =
            renderComparisonText(compared([](DomainFacts &f) {
                                     setRecord(f, {"v=STSv1; id=2;"});
                                     setPolicy(f, "version: STSv1\nmode: testing\nmx: mx1.good.example\nmax_age: 2592000\nnew: x\n");
                                 }),
                                 false);
        for (const char *expected :
             {"~ protected -> at risk", "~ line 2    mode: [-enforce-]{+testing+}", "- line 4    mx: mx2.good.example",
              "+ line 5    new: x", "+ policy-mode-testing, good.example: note", "15 June 2026, 12:00 UTC -> 16 June 2026, 12:00 UTC"})
            QVERIFY2(text.contains(QLatin1String(expected)), qPrintable(QLatin1String(expected) + u'\n' + text));
    }

    void colourNeverSaysItAlone()
    {
        const Comparison comparison = compared([](DomainFacts &f) { setTlsRpt(f, {}); });
        QString coloured = renderComparisonText(comparison, true);
        QVERIFY(coloured.contains(u"\x1b["_s));
        coloured.remove(QRegularExpression(u"\x1b\\[[0-9;]*m"_s));
        QCOMPARE(coloured, renderComparisonText(comparison, false));
    }

    void whatStrangersWroteIsInert()
    {
        const Comparison comparison = compared([](DomainFacts &f) {
            setRecord(f, {"v=STSv1; id=1; \x1b[31m\xe2\x80\xae<b>\nx"});
            setPolicy(f, policyText("enforce") + "x: \x1b[2J\xff<script>\n");
            f.mxHosts[0].name = u"evil\u202e.example"_s;
        });
        const QString text = renderComparisonText(comparison, false);
        for (const QChar bad : {QChar(0x1b), QChar(0x202e)})
            QVERIFY2(!text.contains(bad), qPrintable(text));
        QVERIFY(text.contains(u"<b>\\nx"_s));
    }

    void everyDifferenceHasWords()
    {
        const Comparison comparison = compared([](DomainFacts &f) {
            setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
            setRecord(f, {});
            f.fetches.clear();
            f.mxHosts[0].preference = 1;
            for (MxProbe &probe : f.mxHosts[0].probes)
                replaceLeaf(probe.tls, certificateFor({f.mxHosts[0].name}, observedThen().addDays(-90), observedThen().addDays(-1)));
        });
        QVERIFY(comparison.differences.size() > 10);
        const QJsonArray json = renderComparisonJson(comparison).value(u"differences"_s).toArray();
        QCOMPARE(json.size(), comparison.differences.size());
        for (qsizetype i = 0; i < comparison.differences.size(); ++i) {
            const Difference &difference = comparison.differences[i];
            const DifferenceDigest digest = differenceDigest(difference, QLocale::c());
            QVERIFY(!digest.topic.isEmpty());
            QCOMPARE(digest.before.isEmpty(), difference.before.isEmpty());
            QCOMPARE(digest.after.isEmpty(), difference.after.isEmpty());
            QCOMPARE(digest.more.isEmpty(), !difference.finding.has_value());
            const QJsonObject object = json[i].toObject();
            QCOMPARE(object.keys(), (QStringList{u"after"_s, u"before"_s, u"change"_s, u"detail"_s, u"lineAfter"_s, u"lineBefore"_s,
                                                 u"message"_s, u"subject"_s, u"topic"_s}));
            QCOMPARE(object.value(u"topic"_s).toString(), topicName(difference.topic));
        }
    }
};

QTEST_GUILESS_MAIN(TestComparisonReport)
#include "tst_comparisonreport.moc"
