// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/comparison.h"
#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

using Change = std::function<void(DomainFacts &)>;

DomainAudit judged(const DomainFacts &facts)
{
    return judge(facts, facts.observedAt);
}

/// "changed policy line: a > b", one a line; links and findings left out unless asked for.
QStringList told(const Comparison &comparison, bool everything = false)
{
    QStringList lines;
    for (const Difference &difference : comparison.differences) {
        const bool follows = difference.topic == Difference::Topic::Link || difference.topic == Difference::Topic::Finding;
        if (follows && !everything)
            continue;
        QStringList words{changeName(difference.change), topicName(difference.topic)};
        for (const QString &word : {difference.subject, difference.detail}) {
            if (!word.isEmpty())
                words.append(word);
        }
        lines.append(words.join(u' ') + u": "_s + difference.before + u" > "_s + difference.after);
    }
    return lines;
}

void setCertificate(DomainFacts &facts, int host, const Certificate &leaf)
{
    for (MxProbe &probe : facts.mxHosts[host].probes)
        replaceLeaf(probe.tls, leaf);
}

/// The first mail server has a certificate with an RSA key too, which a deep audit saw.
Change withRsaUntil(int days)
{
    return [days](DomainFacts &facts) {
        addExtraProbes(facts.mxHosts[0], {TlsOffer::Key::Rsa}, [days](MxProbe &probe) {
            Certificate leaf = certificateFor({u"mx1.good.example"_s}, observedThen().addDays(days - 90), observedThen().addDays(days));
            leaf.keyType = u"RSA"_s;
            leaf.keyBits = 2048;
            replaceLeaf(probe.tls, leaf);
        });
    };
}

QList<PolicyLine> linesOf(const QByteArray &letters)
{
    QByteArray text;
    for (const char letter : letters)
        text += QByteArray(1, letter) + ": x\n";
    return parsePolicy(text).lines;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void whatCouldNotBeTestedHasNeitherComeNorGone_data()
    {
        QTest::addColumn<Change>("before");
        QTest::addColumn<Change>("after");
        QTest::addColumn<QString>("expected");
        const QString finding = u"changed finding mx1.good.example mx-tls-legacy-offered: "_s;
        const auto deep = [](const std::function<void(MxProbe &)> &change) {
            return [change](DomainFacts &facts) {
                facts.conditions.depth = Depth::Deep;
                addExtraProbes(facts.mxHosts[0], {.least = TlsVersion::Tls11, .most = TlsVersion::Tls11}, change);
            };
        };
        const Change old = deep([](MxProbe &probe) { probe.tls.version = TlsVersion::Tls11; });
        const Change refused = deep(refuseHandshake);
        const Change away = deep([](MxProbe &probe) { probe.tls = {}; });
        const Change shallow = [](DomainFacts &) {};
        QTest::newRow("off at last") << old << Change([refused](DomainFacts &facts) {
            refused(facts);
            for (MxHost &host : facts.mxHosts) {
                for (const TlsVersion version : {TlsVersion::Tls10, TlsVersion::Tls11})
                    addExtraProbes(host, {.least = version, .most = version}, refuseHandshake);
            }
        }) << u"gone finding mx1.good.example mx-tls-legacy-offered: note > "_s;
        QTest::newRow("sent away when asked again") << old << away << finding + u"note > not-tested"_s;
        QTest::newRow("not asked again") << old << shallow << finding + u"note > not-tested"_s;
        QTest::newRow("not asked before") << shallow << old << finding + u"not-tested > note"_s;
    }
    void whatCouldNotBeTestedHasNeitherComeNorGone()
    {
        QFETCH(Change, before);
        QFETCH(Change, after);
        QFETCH(QString, expected);
        DomainFacts one = goodFacts();
        DomainFacts other = goodFacts();
        before(one);
        after(other);
        const QStringList lines = told(compare(judged(one), judged(other)), true).filter(u"legacy"_s);
        QCOMPARE(lines, QStringList{expected});
    }

    void whatWasTestedDoesNotSpeakForTheRest_data()
    {
        QTest::addColumn<Change>("before");
        QTest::addColumn<Change>("after");
        QTest::addColumn<QStringList>("expected");
        const Change good = [](DomainFacts &) {};
        const auto expired = [](int host, int address = -1) {
            return [=](DomainFacts &facts) {
                const Certificate leaf =
                    certificateFor({facts.mxHosts[host].name}, observedThen().addDays(-90), observedThen().addDays(-1));
                for (int i = 0; i < facts.mxHosts[host].probes.size(); ++i) {
                    if (address < 0 || address == i)
                        replaceLeaf(facts.mxHosts[host].probes[i].tls, leaf);
                }
            };
        };
        const auto untested = [](int host, int address = -1) {
            return [=](DomainFacts &facts) {
                for (int i = 0; i < facts.mxHosts[host].probes.size(); ++i) {
                    MxProbe &probe = facts.mxHosts[host].probes[i];
                    if (address < 0 || address == i)
                        probe = brokenProbe(probe.address.toString(), ProbeEnd::NotTried, SmtpDialog::Stage::Greeting);
                }
            };
        };
        const auto both = [](const Change &one, const Change &other) {
            return [=](DomainFacts &facts) {
                one(facts);
                other(facts);
            };
        };
        const auto row = [](const char *sentence, const Change &before, const Change &after, const QStringList &expected) {
            QTest::newRow(sentence) << before << after << expected;
        };
        const QString second = u"finding mx2.good.example mx-cert-expired: "_s;
        row("renewed", expired(1), good, {u"gone "_s + second + u"error > "_s});
        row("expired", good, expired(1), {u"appeared "_s + second + u" > error"_s});
        row("one mail server was not tested again", expired(1), untested(1), {u"changed "_s + second + u"error > not-tested"_s});
        row("one mail server was not tested before", untested(1), expired(1), {u"changed "_s + second + u"not-tested > error"_s});
        row("it was not tested again, and the other is as before", both(expired(0), expired(1)), both(expired(0), untested(1)),
            {u"changed "_s + second + u"error > not-tested"_s});
        row("the other was not tested again", expired(1), untested(0), {u"gone "_s + second + u"error > "_s});
        const QString differs = u"finding mx2.good.example mx-address-differs: "_s;
        row("one address was renewed", expired(1, 0), good, {u"gone "_s + differs + u"warning > "_s});
        row("one address was not tested again", expired(1, 0), untested(1, 0), {u"changed "_s + differs + u"warning > not-tested"_s});
        row("the address it differs from was not tested again", expired(1, 0), both(expired(1, 0), untested(1, 1)),
            {u"changed "_s + differs + u"warning > not-tested"_s, u"appeared "_s + second + u" > error"_s});
        const Change unusable = [](DomainFacts &facts) {
            setTlsa(facts, [](const Certificate &) { return QList<TlsaRecord>{{0, 0, 1, QByteArray(32, 'a')}}; });
        };
        const Change oneNotAsked = [](DomainFacts &facts) {
            Lookup &lookup = facts.mxHosts[1].tlsa.first();
            const Question question = lookup.question;
            lookup = {};
            lookup.question = question;
        };
        row("records of one mail server were not asked for again, and those of the other are as before", unusable,
            both(unusable, oneNotAsked), {u"changed finding mx2.good.example dane-unusable: warning > not-tested"_s});
        row("it is no mail server any more", expired(1), [](DomainFacts &facts) { setMx(facts, {u"mx1.good.example"_s}); },
            {u"gone "_s + second + u"error > "_s});
    }
    void whatWasTestedDoesNotSpeakForTheRest()
    {
        QFETCH(Change, before);
        QFETCH(Change, after);
        DomainFacts one = goodFacts();
        DomainFacts other = goodFacts();
        before(one);
        after(other);
        const QStringList lines = told(compare(judged(one), judged(other)), true);
        QTEST(lines.filter(u"mx-address-differs"_s) + lines.filter(u"mx-cert-expired"_s) + lines.filter(u"dane-unusable"_s), "expected");
    }

    void differencesAreListed_data()
    {
        QTest::addColumn<Change>("before");
        QTest::addColumn<Change>("after");
        QTest::addColumn<QStringList>("expected");
        const Change good = [](DomainFacts &) {};
        const auto row = [](const char *sentence, const Change &before, const Change &after, const QStringList &expected) {
            QTest::newRow(sentence) << before << after << expected;
        };
        row("nothing", good, good, {});
        row("only later", good, [](DomainFacts &f) { f.observedAt = f.observedAt.addDays(1); }, {});
        row("addresses in another order", good,
            [](DomainFacts &f) { std::reverse(f.mxHosts[0].probes.begin(), f.mxHosts[0].probes.end()); }, {});
        row("another id", good, [](DomainFacts &f) { setRecord(f, {"v=STSv1; id=2;"}); },
            {u"changed record _mta-sts.good.example: v=STSv1; id=20260601T000000; > v=STSv1; id=2;"_s});
        row("a second record", good,
            [](DomainFacts &f) {
                setRecord(f, {"v=STSv1; id=20260601T000000;", "v=STSv1; id=2;"});
            },
            {u"changed verdict: protected > unprotected"_s, u"changed status: enforce > record-invalid"_s,
             u"appeared record _mta-sts.good.example:  > v=STSv1; id=2;"_s});
        row("a lookup that failed is no difference of the record", good,
            [](DomainFacts &f) { f.sts = failedLookup(u"_mta-sts.good.example"_s, RecordType::Txt, AnswerStatus::Timeout); },
            {u"changed verdict: protected > undetermined"_s, u"changed status: enforce > undetermined"_s});
        row("another mode", good, [](DomainFacts &f) { setPolicy(f, policyText("testing")); },
            {u"changed verdict: protected > testing"_s, u"changed status: enforce > testing"_s,
             u"changed policy line: mode: enforce > mode: testing"_s});
        row(
            "a line more and one less", [](DomainFacts &f) { setPolicy(f, policyText("enforce") + "old: x\n"); },
            [](DomainFacts &f) { setPolicy(f, "version: STSv1\nnew: y\n" + policyText("enforce").mid(15)); },
            {u"appeared policy line:  > new: y"_s, u"gone policy line: old: x > "_s});
        row("only the line ends of the policy", good, [](DomainFacts &f) { setPolicy(f, policyText("enforce").replace("\n", "\r\n")); },
            {u"changed policy line-ends:  > "_s});
        row("a mail server more", [](DomainFacts &f) { setMx(f, {u"mx1.good.example"_s}); }, good,
            {u"appeared mx-host mx2.good.example:  > 20"_s});
        row("a mail server less", good, [](DomainFacts &f) { setMx(f, {u"mx1.good.example"_s}); },
            {u"gone mx-host mx2.good.example: 20 > "_s});
        row("a mail server that the policy names no more", good,
            [](DomainFacts &f) { setPolicy(f, policyText("enforce", "mx1.good.example")); },
            {u"changed verdict: protected > at-risk"_s, u"gone policy line: mx: mx2.good.example > "_s,
             u"gone mx-host mx2.good.example coveredBy: mx2.good.example > "_s});
        row("another preference", good, [](DomainFacts &f) { f.mxHosts[0].preference = 5; },
            {u"changed mx-host mx1.good.example preference: 10 > 5"_s});
        row("an address more",
            [](DomainFacts &f) {
                f.mxHosts[0].probes.removeLast();
                f.mxHosts[0].addresses.aaaa = {};
            },
            good, {u"appeared mx-host mx1.good.example address:  > %1"_s.arg(goodFacts().mxHosts[0].probes[1].address.toString())});
        row("one address fails", good,
            [](DomainFacts &f) {
                replaceLeaf(f.mxHosts[0].probes[0].tls,
                            certificateFor({u"mx1.good.example"_s}, observedThen().addDays(-90), observedThen().addDays(-1)));
            },
            {u"changed mx-host mx1.good.example %1 result: ok > certificate-expired"_s.arg(
                 goodFacts().mxHosts[0].probes[0].address.toString()),
             u"changed certificate mx1.good.example key-changed: 2026-08-14T12:00:00Z, CN=Good Root, EC P-256 > 2026-06-14T12:00:00Z, "
             "CN=Good Root, EC P-256"_s});
        row("a certificate renewed with the same key", good,
            [](DomainFacts &f) {
                Certificate leaf = certificateFor({u"mx1.good.example"_s}, observedThen().addDays(-1), observedThen().addDays(89));
                leaf.spkiSha256 = f.mxHosts[0].probes[0].tls.chain[0].spkiSha256;
                setCertificate(f, 0, leaf);
            },
            {u"changed certificate mx1.good.example renewed: 2026-08-14T12:00:00Z, CN=Good Root, EC P-256 > 2026-09-12T12:00:00Z, "
             "CN=Good Root, EC P-256"_s});
        row("the second certificate of a mail server renewed with another key", withRsaUntil(60), withRsaUntil(89),
            {u"changed certificate mx1.good.example key-changed: 2026-08-14T12:00:00Z, CN=Good Root, RSA > 2026-09-12T12:00:00Z, "
             "CN=Good Root, RSA"_s});
        row("a second certificate that was not asked for before", good, withRsaUntil(60), {});
        row("a mail server that was not tested has no other certificate", good,
            [](DomainFacts &f) {
                for (MxProbe &probe : f.mxHosts[0].probes)
                    probe = brokenProbe(probe.address.toString(), ProbeEnd::NotTried, SmtpDialog::Stage::Greeting);
            },
            {u"changed mx-host mx1.good.example result: ok > untested"_s});
        row(
            "another TLSA record", [](DomainFacts &f) { setTlsa(f, [](const mta::Certificate &c) { return QList{keyRecord(c)}; }); },
            [](DomainFacts &f) {
                setTlsa(f, [](const mta::Certificate &c) { return QList{keyRecord(c)}; });
                f.mxHosts[0].tlsa = {tlsaLookup(u"_25._tcp.mx1.good.example"_s,
                                                {keyRecord(f.mxHosts[0].probes[0].tls.chain[0]), {3, 1, 1, "next"}}, Security::Secure)};
            },
            {u"appeared tlsa mx1.good.example:  > 3 1 1 6e657874"_s});
        row("another destination of reports", good, [](DomainFacts &f) { setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:new@good.example"}); },
            {u"changed tls-rpt _smtp._tls.good.example: v=TLSRPTv1; rua=mailto:tls@good.example > v=TLSRPTv1; rua=mailto:new@good.example"_s});
        row("no policy any more", good,
            [](DomainFacts &f) {
                setRecord(f, {});
                f.fetches.clear();
            },
            {u"changed verdict: protected > unprotected"_s, u"changed status: enforce > absent"_s,
             u"gone record _mta-sts.good.example: v=STSv1; id=20260601T000000; > "_s, u"gone policy line: version: STSv1 > "_s,
             u"gone policy line: mode: enforce > "_s, u"gone policy line: mx: mx1.good.example > "_s,
             u"gone policy line: mx: mx2.good.example > "_s, u"gone policy line: max_age: 2592000 > "_s});
    }
    void differencesAreListed()
    {
        QFETCH(Change, before);
        QFETCH(Change, after);
        DomainFacts one = goodFacts();
        DomainFacts other = goodFacts();
        before(one);
        after(other);
        const Comparison comparison = compare(judged(one), judged(other));
        QTEST(told(comparison), "expected");
        QVERIFY(compare(judged(one), judged(one)).same());
        QVERIFY(compare(judged(other), judged(other)).same());
        QCOMPARE(compare(judged(other), judged(one)).same(), comparison.same());
    }

    void findingsComeGoAndChange()
    {
        DomainFacts before = goodFacts();
        DomainFacts after = goodFacts();
        setTlsRpt(before, {});
        const Certificate expired = certificateFor({u"mx1.good.example"_s}, observedThen().addDays(-90), observedThen().addDays(-1));
        setCertificate(before, 0, expired);
        setCertificate(after, 0, expired);
        setPolicy(after, policyText("none"));
        QStringList found;
        for (const QString &line : told(compare(judged(before), judged(after)), true)) {
            if (line.contains(u" finding "_s))
                found.append(line);
        }
        QVERIFY2(found.contains(u"changed finding mx1.good.example mx-cert-expired: error > warning"_s), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(u"gone finding good.example tlsrpt-absent: warning > "_s), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(u"appeared finding good.example policy-mode-none:  > note"_s), qPrintable(found.join(u'\n')));
    }

    void findingsThatStayAreToldAsWell()
    {
        DomainFacts before = goodFacts();
        setTlsRpt(before, {});
        DomainFacts after = before;
        setPolicy(after, policyText("none"));
        const Comparison comparison = compare(judged(before), judged(after));
        QStringList stayed;
        for (const Finding &finding : comparison.stayed)
            stayed.append(finding.ruleId);
        QCOMPARE(stayed, QStringList{u"tlsrpt-absent"_s});
        QVERIFY(compare(judged(goodFacts()), judged(before)).stayed.isEmpty());
        QVERIFY(compare(judged(before), judged(goodFacts())).stayed.isEmpty());
    }

    void linesAreAligned_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("pairs");
        QTest::newRow("both empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("the same") << QByteArray("abc") << QByteArray("abc") << QByteArray("11 22 33");
        QTest::newRow("one in the middle is gone") << QByteArray("abc") << QByteArray("ac") << QByteArray("11 20 32");
        QTest::newRow("one in the middle is new") << QByteArray("ac") << QByteArray("abc") << QByteArray("11 02 23");
        QTest::newRow("all is new") << QByteArray() << QByteArray("ab") << QByteArray("01 02");
        QTest::newRow("all is gone") << QByteArray("ab") << QByteArray() << QByteArray("10 20");
        QTest::newRow("nothing in common") << QByteArray("ab") << QByteArray("cd") << QByteArray("10 20 01 02");
        QTest::newRow("two change places") << QByteArray("abcd") << QByteArray("acbd") << QByteArray("11 20 32 03 44");
        QTest::newRow("repeated lines") << QByteArray("aab") << QByteArray("ab") << QByteArray("11 20 32");
    }
    void linesAreAligned()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QByteArrayList pairs;
        for (const LinePair &pair : alignedLines(linesOf(before), linesOf(after)))
            pairs.append(QByteArray::number(pair.before) + QByteArray::number(pair.after));
        QTEST(pairs.join(' '), "pairs");
    }

    void replacedLinesStandSideBySide()
    {
        const QList<LinePair> pairs = alignedLines(parsePolicy("mode: testing\nmx: a.example\nmx: b.example\n").lines,
                                                   parsePolicy("mode: enforce\nmx: c.example\nnew: x\n").lines);
        QByteArrayList told;
        for (const LinePair &pair : pairs)
            told.append(pair.textBefore + '|' + pair.textAfter);
        QCOMPARE(told.join('\n'), QByteArray("mode: testing|mode: enforce\nmx: a.example|mx: c.example\nmx: b.example|\n|new: x"));
    }

    void hugeTextsDoNotCostMoreThanTheirTable()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 8000; ++i) {
            before += "a" + QByteArray::number(i) + ":\n";
            after += "b" + QByteArray::number(i) + ":\n";
        }
        const QList<LinePair> pairs = alignedLines(parsePolicy(before).lines, parsePolicy(after).lines);
        QCOMPARE(pairs.size(), parsePolicy(before).lines.size() + parsePolicy(after).lines.size());
    }

    /// Apart from one line all are different: whether it is found tells whether there was a table.
    void theTableHasFourMillionCells_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("found");
        QTest::newRow("fewer") << 1999 << 2000 << true;
        QTest::newRow("as many as may be") << 2000 << 2000 << true;
        QTest::newRow("one more") << 41 << 97561 << false;
    }
    void theTableHasFourMillionCells()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        const auto lines = [](int count, char letter, int common) {
            QList<PolicyLine> result(count);
            for (int i = 0; i < count; ++i) {
                result[i].number = i + 1;
                result[i].text = i == common ? QByteArray("common") : letter + QByteArray::number(i);
            }
            return result;
        };
        const QList<LinePair> pairs = alignedLines(lines(before, 'a', 20), lines(after, 'b', after / 2));
        QTEST(std::any_of(pairs.cbegin(), pairs.cend(), [](const LinePair &pair) { return pair.same(); }), "found");
    }

    void whatIsDifferentWithinALine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("middles");
        QTest::newRow("a value") << QByteArray("mode: testing") << QByteArray("mode: enforce") << QByteArray("testing|enforce");
        QTest::newRow("no word is cut in two") << QByteArray("mode: none") << QByteArray("mode: never") << QByteArray("none|never");
        QTest::newRow("a label") << QByteArray("mx: mx1.a.example") << QByteArray("mx: mx2.a.example") << QByteArray("mx1|mx2");
        QTest::newRow("something added") << QByteArray("mx: a.example") << QByteArray("mx: b.a.example") << QByteArray("|b.");
        QTest::newRow("something at the end") << QByteArray("mx: a.example") << QByteArray("mx: a.example.") << QByteArray("|.");
        QTest::newRow("a character of two octets")
            << QByteArray("x: \xc3\xa4") << QByteArray("x: \xc3\xb6") << QByteArray("\xc3\xa4|\xc3\xb6");
        QTest::newRow("repetition") << QByteArray("a a") << QByteArray("a a a") << QByteArray("| a");
        QTest::newRow("all") << QByteArray("abc") << QByteArray("xyz") << QByteArray("abc|xyz");
        QTest::newRow("nothing") << QByteArray("abc") << QByteArray("abc") << QByteArray("|");
    }
    void whatIsDifferentWithinALine()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const CommonEnds ends = commonEnds(before, after);
        const auto middle = [&](const QByteArray &text) { return text.mid(ends.front, text.size() - ends.front - ends.back); };
        QTEST(QByteArray(middle(before) + '|' + middle(after)), "middles");
        QVERIFY(ends.front + ends.back <= std::min(before.size(), after.size()));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
