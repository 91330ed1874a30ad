// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/historyhits.h"
#include "audit/rules.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

using namespace mta;

namespace
{

constexpr int month = 2592000; // the max_age of policyText()

QByteArray record(const QByteArray &id)
{
    return "v=STSv1; id=" + id + ";";
}
const QByteArray current = "20260601T000000";

/// Seen so many days before the audit, from and to.
Sighting seen(double from, double to, const QByteArray &id, const QByteArray &policy)
{
    const auto ago = [](double days) { return observedThen().addSecs(-static_cast<qint64>(days * 86400)); };
    return {ago(from), ago(to), id.isEmpty() ? QByteArray() : record(id), policy};
}
Sighting nothingSeen(double from, double to)
{
    return seen(from, to, {}, {});
}

Change history(const QList<Sighting> &sightings)
{
    return [sightings](DomainFacts &facts) { facts.history = sightings; };
}

Change all(const QList<Change> &changes)
{
    return [changes](DomainFacts &facts) {
        for (const Change &change : changes)
            change(facts);
    };
}

void withoutRecord(DomainFacts &facts)
{
    setRecord(facts, {});
}
void testing(DomainFacts &facts)
{
    setPolicy(facts, policyText("testing"));
}
void expireFirst(DomainFacts &facts)
{
    for (MxProbe &probe : facts.mxHosts[0].probes)
        replaceLeaf(probe.tls, certificateFor({facts.mxHosts[0].name}, observedThen().addDays(-90), observedThen().addDays(-1)));
}
void testNothing(DomainFacts &facts)
{
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            probe = brokenProbe(probe.address.toString(), ProbeEnd::NotTried, SmtpDialog::Stage::Greeting);
    }
}

QString valueOf(const char *id, const DomainFacts &facts, const QString &name)
{
    for (const Finding &finding : judge(facts, facts.observedAt).findings) {
        if (finding.ruleId == QLatin1String(id))
            return finding.values.value(name);
    }
    return QStringLiteral("no finding");
}

} // namespace

class RulesHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomes_data();
    void outcomes();
    void untilWhenSendersRemember();
    void whoIsRefusedIsSaid();
    void eightNamesAreShown();
    void cachesAreJudgedAtTheTimeAskedFor();
    void whatIsSeenIsRemembered_data();
    void whatIsSeenIsRemembered();
    void theHeadlineDoesNotForgetThem();
    void cleanupTestCase();

private:
    RuleTable m_table;
};

void RulesHistoryTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer");
    QByteArray id;
    const auto row = [&id](const char *sentence, const Change &change, const char *answer) {
        QTest::newRow((id + ": " + sentence).constData()) << id << change << QString::fromLatin1(answer);
    };
    const QByteArray enforce = policyText("enforce");
    const QByteArray former = policyText("enforce", "old.good.example");
    const auto noChange = [](DomainFacts &) {};

    id = "sts-id-unchanged";
    row("never seen before", noChange, "n/a");
    row("seen before as it is", history({seen(9, 1, current, enforce)}), "pass");
    row("policy and id changed", history({seen(9, 1, "1", former)}), "pass");
    row("the policy changed, the id did not", history({seen(9, 1, current, former)}), "fail");
    row("only the mode changed", history({seen(9, 1, current, policyText("testing"))}), "fail");
    row("only the line ends changed", history({seen(9, 1, current, QByteArray(enforce).replace("\n", "\r\n"))}), "pass");
    row("the id in other letters is another id",
        all({history({seen(9, 1, "A", former)}), [](DomainFacts &f) { setRecord(f, {record("a")}); }}), "pass");
    row("changed long ago, seen as it is since, and still cached", history({seen(40, 29, current, former), seen(28, 1, current, enforce)}),
        "fail");
    row("changed so long ago that no sender remembers", history({seen(90, 31, current, former), seen(30, 1, current, enforce)}), "pass");
    row("one second before the last cache runs out", history({seen(40, 35, current, former), seen(30 - 1.0 / 86400, 1, current, enforce)}),
        "fail");
    row("the moment when the last cache runs out", history({seen(40, 35, current, former), seen(30, 1, current, enforce)}), "pass");
    row("the id is used again for another policy",
        history({seen(9, 8, current, former), seen(7, 6, "2", former), seen(5, 4, "3", enforce)}), "fail");
    row("what was seen then was no valid policy", history({seen(9, 1, current, "version: STSv1\n")}), "pass");
    row("there is no record now", all({history({seen(9, 1, current, former)}), withoutRecord}), "n/a");
    row("the policy cannot be had now",
        all({history({seen(9, 1, current, former)}),
             [](DomainFacts &f) {
                 for (PolicyFetch &fetch : f.fetches)
                     fetch.httpStatus = 404;
             }}),
        "n/a");
    row("the record could not be looked up",
        all({history({seen(9, 1, current, former)}),
             [](DomainFacts &f) {
                 f.sts = failedLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, AnswerStatus::Timeout);
             }}),
        "undetermined");
    row("this machine's clock was wrong",
        all({history({seen(9, 1, current, former)}), [](DomainFacts &f) { f.witness.programBuilt = observedThen().addDays(30); }}),
        "undetermined");

    id = "policy-still-cached";
    row("never seen before", withoutRecord, "n/a");
    row("a policy is there", history({seen(9, 1, "1", former)}), "n/a");
    row("the record is gone", all({history({seen(9, 1, current, enforce)}), withoutRecord}), "fail");
    row("the record is not valid any more",
        all({history({seen(9, 1, current, enforce)}), [](DomainFacts &f) { setRecord(f, {"v=STSv1; id=;"}); }}), "fail");
    row("the file is gone",
        all({history({seen(9, 1, current, enforce)}),
             [](DomainFacts &f) {
                 for (PolicyFetch &fetch : f.fetches)
                     fetch.httpStatus = 404;
             }}),
        "fail");
    row("mode none is how to leave",
        all({history({seen(9, 1, current, enforce)}), [](DomainFacts &f) { setPolicy(f, policyText("none")); }}), "n/a");
    row("what is gone was only in testing", all({history({seen(9, 1, current, policyText("testing"))}), withoutRecord}), "pass");
    row("gone so long that no sender remembers", all({history({seen(90, 40, current, enforce), nothingSeen(30, 1)}), withoutRecord}),
        "pass");
    row("gone, but not yet so long", all({history({seen(90, 40, current, enforce), nothingSeen(29, 1)}), withoutRecord}), "fail");
    row("a former policy is held longer than the last one",
        all({history({seen(90, 40, "1", QByteArray(enforce).replace("2592000", "31557600")),
                      seen(39, 10, "2", QByteArray(enforce).replace("2592000", "86400")), nothingSeen(9, 1)}),
             withoutRecord}),
        "fail");
    row("the domain takes no mail any more",
        all({history({seen(9, 1, current, enforce)}), withoutRecord,
             [](DomainFacts &f) {
                 f.mx = mxLookup(QStringLiteral("good.example"), {{0, QStringLiteral(".")}});
             }}),
        "n/a");
    row("whether there is a record is not known",
        all({history({seen(9, 1, current, enforce)}),
             [](DomainFacts &f) {
                 f.sts = failedLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, AnswerStatus::Timeout);
             }}),
        "undetermined");

    id = "policy-mode-testing-long";
    const QByteArray test = policyText("testing");
    row("never seen before", testing, "n/a");
    row("in enforce", history({seen(90, 1, "1", test)}), "n/a");
    row("for exactly 30 days", all({history({seen(30, 1, current, test)}), testing}), "pass");
    row("for a second more than 30 days", all({history({seen(30 + 1.0 / 86400, 1, current, test)}), testing}), "fail");
    row("with another id in between", all({history({seen(90, 20, "1", test), seen(19, 1, current, test)}), testing}), "fail");
    row("enforced in between", all({history({seen(90, 40, "1", test), seen(29, 25, "2", enforce), seen(24, 1, current, test)}), testing}),
        "pass");
    row("without a policy in between", all({history({seen(90, 40, "1", test), nothingSeen(29, 25), seen(24, 1, current, test)}), testing}),
        "pass");
    row("a mail server is not named",
        all({history({seen(90, 1, current, test)}), [](DomainFacts &f) { setPolicy(f, policyText("testing", "mx1.good.example")); }}),
        "pass");
    row("a mail server's certificate has expired", all({history({seen(90, 1, current, test)}), testing, expireFirst}), "pass");
    row("one address of a mail server fails",
        all({history({seen(90, 1, current, test)}), testing,
             [](DomainFacts &f) {
                 replaceLeaf(f.mxHosts[0].probes[1].tls,
                             certificateFor({f.mxHosts[0].name}, observedThen().addDays(-90), observedThen().addDays(-1)));
             }}),
        "pass");
    row("the mail servers could not be tested", all({history({seen(90, 1, current, test)}), testing, testNothing}), "undetermined");
    row("this machine's clock was wrong",
        all({history({seen(90, 1, current, test)}), testing, [](DomainFacts &f) { f.witness.programBuilt = observedThen().addDays(30); }}),
        "undetermined");
}

void RulesHistoryTest::outcomes()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "answer");
}

void RulesHistoryTest::untilWhenSendersRemember()
{
    DomainFacts facts = goodFacts();
    const QByteArray former = policyText("enforce", "old.good.example");
    // It can have been fetched at any time up to now.
    facts.history = {seen(9, 1, current, former)};
    QCOMPARE(valueOf("sts-id-unchanged", facts, QStringLiteral("until")), QStringLiteral("2026-07-15 12:00 UTC"));
    // It was replaced five days ago at the latest.
    facts.history = {seen(9, 6, current, former), seen(5, 1, current, policyText("enforce"))};
    QCOMPARE(valueOf("sts-id-unchanged", facts, QStringLiteral("until")), QStringLiteral("2026-07-10 12:00 UTC"));
    QCOMPARE(observedThen().addDays(-5).addSecs(month).toString(QStringLiteral("yyyy-MM-dd")), QStringLiteral("2026-07-10"));
    QCOMPARE(judge(facts, facts.observedAt).findings.constFirst().evidence, QStringLiteral("/history/0"));
    // The one held longest counts, whichever it is.
    setRecord(facts, {});
    facts.history = {seen(90, 40, "1", QByteArray(former).replace("2592000", "31557600")), seen(39, 1, "2", policyText("enforce"))};
    QCOMPARE(valueOf("policy-still-cached", facts, QStringLiteral("until")), QStringLiteral("2027-05-07 18:00 UTC"));
}

void RulesHistoryTest::whoIsRefusedIsSaid()
{
    DomainFacts facts = goodFacts();
    setRecord(facts, {});
    facts.fetches.clear();
    facts.history = {seen(9, 1, current, policyText("enforce", "mx1.good.example"))};
    QVERIFY(valueOf("policy-still-cached", facts, QStringLiteral("effect")).contains(QStringLiteral("deliver to: mx2.good.example.")));
    QCOMPARE(judge(facts, facts.observedAt).findings.constFirst().severity, Severity::Error);
    facts.history = {seen(9, 1, current, policyText("enforce", "gone.good.example"))};
    QVERIFY(valueOf("policy-still-cached", facts, QStringLiteral("effect")).contains(QStringLiteral("none of the mail servers")));
    facts.history = {seen(9, 1, current, policyText("enforce"))};
    const DomainAudit harmless = judge(facts, facts.observedAt);
    QCOMPARE(harmless.findings.constFirst().ruleId, QStringLiteral("policy-still-cached"));
    QCOMPARE(harmless.findings.constFirst().severity, Severity::Warning);
    expireFirst(facts);
    QVERIFY(valueOf("policy-still-cached", facts, QStringLiteral("effect")).contains(QStringLiteral("deliver to: mx1.good.example.")));
    // max_age has passed since it was last seen, so it is not known whether anybody holds it.
    facts.history = {seen(400, 300, "1", policyText("enforce", "old.good.example"))};
    const DomainAudit longAgo = judge(facts, facts.observedAt);
    QCOMPARE(longAgo.findings.constFirst().ruleId, QStringLiteral("policy-still-cached"));
    QCOMPARE(longAgo.findings.constFirst().severity, Severity::Warning);
}

void RulesHistoryTest::eightNamesAreShown()
{
    const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e"),
                            QStringLiteral("f"), QStringLiteral("g"), QStringLiteral("h"), QStringLiteral("i")};
    for (const int count : {7, 8, 9}) {
        QStringList hosts;
        for (const QString &name : names.first(count))
            hosts.append(name + QStringLiteral(".good.example"));
        const QStringList shown = hosts.first(std::min(count, 8));
        DomainFacts facts = goodFacts();
        facts.history = {seen(9, 1, current, policyText("enforce", hosts.join(QStringLiteral("\nmx: ")).toLatin1()))};
        QCOMPARE(valueOf("sts-id-unchanged", facts, QStringLiteral("former")),
                 QStringLiteral("mode: enforce, mx: ") + shown.join(QStringLiteral(", mx: ")) +
                     (count > 8 ? QStringLiteral(", …") : QString()) + QStringLiteral(", max_age: 2592000"));

        setMx(facts, QStringList{QStringLiteral("mx1.good.example")} + hosts);
        setRecord(facts, {});
        facts.fetches.clear();
        facts.history = {seen(9, 1, current, policyText("enforce", "mx1.good.example"))};
        const QString effect = valueOf("policy-still-cached", facts, QStringLiteral("effect"));
        QVERIFY2(effect.endsWith(QStringLiteral("deliver to: ") + shown.join(QStringLiteral(", ")) + u'.'), qPrintable(effect));
    }
}

void RulesHistoryTest::cachesAreJudgedAtTheTimeAskedFor()
{
    DomainFacts facts = goodFacts();
    facts.history = {seen(9, 1, current, policyText("testing"))};
    const auto found = [&facts](int days) {
        for (const Finding &finding : judge(facts, observedThen().addDays(days)).findings) {
            if (finding.ruleId == QLatin1String("sts-id-unchanged"))
                return true;
        }
        return false;
    };
    QVERIFY(found(0));
    QVERIFY(found(29));
    QVERIFY(!found(30));
}

void RulesHistoryTest::whatIsSeenIsRemembered_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("what");
    const QByteArray good = record(current) + policyText("enforce");
    QTest::newRow("a good domain") << Change([](DomainFacts &) {}) << good;
    QTest::newRow("one without a record") << Change(withoutRecord) << QByteArray("nothing");
    QTest::newRow("a record without a file") << Change([](DomainFacts &f) { f.fetches[0].httpStatus = f.fetches[1].httpStatus = 404; })
                                             << record(current);
    QTest::newRow("a file that no sender honours") << Change([](DomainFacts &f) { setPolicy(f, "version: STSv1\n"); }) << record(current);
    QTest::newRow("the policy host could not be tested")
        << Change([](DomainFacts &f) { f.fetches[0].end = f.fetches[1].end = FetchEnd::NoNetwork; }) << QByteArray("not known");
    QTest::newRow("the audit was stopped") << Change([](DomainFacts &f) { f.cancelled = true; }) << QByteArray("not known");
    QTest::newRow("the clock was wrong") << Change([](DomainFacts &f) { f.witness.programBuilt = observedThen().addDays(30); })
                                         << QByteArray("not known");
}

void RulesHistoryTest::whatIsSeenIsRemembered()
{
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    const std::optional<Sighting> sighting = sightingOf(facts);
    QByteArray what = "not known";
    if (sighting)
        what = sighting->record + sighting->policy;
    QTEST(what.isEmpty() ? QByteArray("nothing") : what, "what");
    facts.history = {seen(9, 1, "1", policyText("testing"))};
    QCOMPARE(historyAfter(facts).size(), sighting ? 2 : 1);
    if (sighting)
        QCOMPARE(sighting->first, facts.observedAt);
}

void RulesHistoryTest::theHeadlineDoesNotForgetThem()
{
    DomainFacts facts = goodFacts();
    setRecord(facts, {});
    QVERIFY(judge(facts, facts.observedAt).headline.startsWith(QStringLiteral("Nothing makes senders encrypt")));
    facts.history = {seen(9, 1, current, policyText("enforce"))};
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.verdict, DomainVerdict::Unprotected);
    QVERIFY2(audit.headline.contains(QStringLiteral("still enforce")) && audit.headline.contains(QStringLiteral("2026-07-15")),
             qPrintable(audit.headline));
}

void RulesHistoryTest::cleanupTestCase()
{
    QCOMPARE(m_table.untested(historyRules()), QStringList());
}

QTEST_APPLESS_MAIN(RulesHistoryTest)
#include "tst_rules_history.moc"
