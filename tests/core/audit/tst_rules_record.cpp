// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/rules.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

using namespace mta;

namespace
{

const QString owner = QStringLiteral("_mta-sts.good.example");
const QByteArray goodRecord = "v=STSv1; id=20240101;";

Change record(const QList<QByteArray> &values)
{
    return [values](DomainFacts &facts) { facts.sts = txtLookup(owner, values); };
}

Change lookup(const Lookup &lookup)
{
    return [lookup](DomainFacts &facts) { facts.sts = lookup; };
}

Lookup noRecord()
{
    return nxdomainLookup(owner, RecordType::Txt);
}

// No record where it belongs; these elsewhere.
Change elsewhere(const QList<QByteArray> &apex, const QList<QByteArray> &policyHost, const QList<QByteArray> &underscore)
{
    return [=](DomainFacts &facts) {
        facts.sts = noRecord();
        const auto found = [](const QString &name, const QList<QByteArray> &values) {
            return values.isEmpty() ? noDataLookup(name, RecordType::Txt) : txtLookup(name, values);
        };
        facts.apexTxt = found(QStringLiteral("good.example"), apex);
        facts.policyHostTxt = found(QStringLiteral("mta-sts.good.example"), policyHost);
        facts.underscoreTxt = found(QStringLiteral("_mta_sts.good.example"), underscore);
    };
}

} // namespace

class RulesRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void outcomes_data();
    void outcomes();
    void together_data();
    void together();
    void textsTellWhatWasSeen();
    void cleanupTestCase();

private:
    RuleTable m_table;
};

void RulesRecordTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *id, const char *name, const Change &change, const char *answer) {
        QTest::addRow("%s: %s", id, name) << QByteArray(id) << change << QString::fromLatin1(answer);
    };
    const Change nothing = [](DomainFacts &) {};
    const Change notAsked = lookup({});
    const Change servFail = lookup(failedLookup(owner, RecordType::Txt, AnswerStatus::ServFail));
    const Change timeout = lookup(failedLookup(owner, RecordType::Txt, AnswerStatus::Timeout));
    const Change bogus = lookup(bogusLookup(txtLookup(owner, {goodRecord}), QStringLiteral("signature expired")));
    const Change none = lookup(noRecord());

    row("sts-dns-error", "answered", nothing, "pass");
    row("sts-dns-error", "no such name is an answer", none, "pass");
    row("sts-dns-error", "SERVFAIL", servFail, "fail");
    row("sts-dns-error", "timeout", timeout, "fail");
    row("sts-dns-error", "bogus", bogus, "fail");
    row("sts-dns-error", "not asked", notAsked, "undetermined");

    row("sts-record-absent", "record there", nothing, "pass");
    row("sts-record-absent", "no such name", none, "fail");
    row("sts-record-absent", "no TXT at the name", lookup(noDataLookup(owner, RecordType::Txt)), "fail");
    row("sts-record-absent", "only foreign TXT", record({"v=spf1 -all"}), "fail");
    row("sts-record-absent", "another version is something else", record({"v=STSv2; id=1"}), "pass");
    row("sts-record-absent", "discarded record is something else", record({"v=STSv1 ; id=1", "hello"}), "pass");
    row("sts-record-absent", "SERVFAIL", servFail, "undetermined");
    row("sts-record-absent", "bogus", bogus, "undetermined");
    row("sts-record-absent", "not asked", notAsked, "undetermined");

    row("sts-record-multiple", "one", nothing, "pass");
    row("sts-record-multiple", "one beside a foreign one", record({goodRecord, "v=spf1 -all"}), "pass");
    row("sts-record-multiple", "two", record({goodRecord, "v=STSv1; id=2"}), "fail");
    row("sts-record-multiple", "timeout", timeout, "undetermined");

    row("sts-record-version", "good", nothing, "pass");
    row("sts-record-version", "absent", none, "pass");
    row("sts-record-version", "version 2", record({"v=STSv2; id=1"}), "fail");
    row("sts-record-version", "version 10", record({"v=STSv10; id=1"}), "fail");
    row("sts-record-version", "lower case", record({"v=stsv1; id=1"}), "fail");
    row("sts-record-version", "id alone", record({"id=1"}), "fail");
    row("sts-record-version", "version last", record({"id=1; v=STSv1"}), "fail");
    row("sts-record-version", "pasted quotes are a matter of syntax", record({"\"v=STSv1; id=1\""}), "pass");
    row("sts-record-version", "SERVFAIL", servFail, "undetermined");

    row("sts-record-syntax", "good", nothing, "pass");
    row("sts-record-syntax", "extension", record({"v=STSv1; id=1; x=y"}), "pass");
    row("sts-record-syntax", "a bad id has a rule of its own", record({"v=STSv1; id=a-b"}), "pass");
    row("sts-record-syntax", "a missing id has a rule of its own", record({"v=STSv1; x=y"}), "pass");
    row("sts-record-syntax", "pasted quotes", record({"\"v=STSv1; id=1\""}), "fail");
    row("sts-record-syntax", "pasted backslash", record({"v=STSv1\\; id=1"}), "fail");
    row("sts-record-syntax", "leading space", record({" v=STSv1; id=1"}), "fail");
    row("sts-record-syntax", "no semicolon", record({"v=STSv1 id=1"}), "fail");
    row("sts-record-syntax", "two semicolons", record({"v=STSv1; id=1;;"}), "fail");
    row("sts-record-syntax", "two mistakes", record({"v=STSv1; id=1; x; y="}), "fail 2");
    row("sts-record-syntax", "very many mistakes", record({"v=STSv1; id=1" + QByteArray(60, ';')}), "fail 20");
    row("sts-record-syntax", "another version", record({"v=STSv2;; id=1"}), "n/a");
    row("sts-record-syntax", "two records", record({"v=STSv1;;", "v=STSv1;;"}), "n/a");
    row("sts-record-syntax", "timeout", timeout, "undetermined");

    row("sts-id-missing", "there", nothing, "pass");
    row("sts-id-missing", "version alone", record({"v=STSv1"}), "fail");
    row("sts-id-missing", "version and semicolon", record({"v=STSv1;"}), "fail");
    row("sts-id-missing", "in capitals", record({"v=STSv1; ID=1"}), "fail");
    row("sts-id-missing", "hidden behind a missing semicolon", record({"v=STSv1 id=1"}), "n/a");
    row("sts-id-missing", "absent record", none, "n/a");
    row("sts-id-missing", "SERVFAIL", servFail, "undetermined");

    row("sts-id-invalid", "good", nothing, "pass");
    row("sts-id-invalid", "32 characters", record({"v=STSv1; id=" + QByteArray(32, 'x')}), "pass");
    row("sts-id-invalid", "33 characters", record({"v=STSv1; id=" + QByteArray(33, 'x')}), "fail");
    row("sts-id-invalid", "empty", record({"v=STSv1; id="}), "fail");
    row("sts-id-invalid", "hyphen", record({"v=STSv1; id=2024-01-01"}), "fail");
    row("sts-id-invalid", "space in front", record({"v=STSv1; id= 1"}), "fail");
    row("sts-id-invalid", "missing", record({"v=STSv1;"}), "n/a");
    row("sts-id-invalid", "pasted quotes", record({"\"v=STSv1; id=1\""}), "n/a");
    row("sts-id-invalid", "SERVFAIL", servFail, "undetermined");

    const Lookup good = txtLookup(QStringLiteral("sts.provider.example"), {goodRecord});
    const Lookup gone = nxdomainLookup(QStringLiteral("gone.provider.example"), RecordType::Txt);
    const Lookup bare = noDataLookup(QStringLiteral("bare.provider.example"), RecordType::Txt);
    row("sts-cname-broken", "no alias", nothing, "pass");
    row("sts-cname-broken", "alias that leads to a record", lookup(aliasLookup(owner, good)), "pass");
    row("sts-cname-broken", "alias of a name that does not exist", lookup(aliasLookup(owner, gone)), "fail");
    row("sts-cname-broken", "alias of a name without TXT", lookup(aliasLookup(owner, bare)), "fail");
    row("sts-cname-broken", "SERVFAIL", servFail, "undetermined");
    row("sts-record-delegated", "no alias", nothing, "pass");
    row("sts-record-delegated", "alias that leads to a record", lookup(aliasLookup(owner, good)), "fail");
    row("sts-record-delegated", "broken alias", lookup(aliasLookup(owner, gone)), "pass");
    row("sts-record-delegated", "timeout", timeout, "undetermined");

    row("sts-record-fragile", "good", nothing, "pass");
    row("sts-record-fragile", "tab behind the semicolon", record({"v=STSv1;\tid=1"}), "pass");
    row("sts-record-fragile", "space in front of the semicolon", record({"v=STSv1 ; id=1"}), "fail");
    row("sts-record-fragile", "foreign TXT beside it", record({goodRecord, "v=spf1 -all"}), "fail");
    row("sts-record-fragile", "discarded record", record({"v=STSv1 ; id=1", "hello"}), "fail");
    row("sts-record-fragile", "no semicolon at all is a matter of syntax", record({"v=STSv1 id=1"}), "pass");
    row("sts-record-fragile", "absent", none, "n/a");
    row("sts-record-fragile", "two records", record({goodRecord, goodRecord + "x=y"}), "n/a");
    row("sts-record-fragile", "SERVFAIL", servFail, "undetermined");

    row("sts-record-misplaced", "record there", nothing, "pass");
    row("sts-record-misplaced", "nowhere", elsewhere({"v=spf1 -all"}, {}, {}), "pass");
    row("sts-record-misplaced", "at the apex", elsewhere({"v=spf1 -all", goodRecord}, {}, {}), "fail");
    row("sts-record-misplaced", "at the policy host", elsewhere({}, {goodRecord}, {}), "fail");
    row("sts-record-misplaced", "with an underscore for the hyphen", elsewhere({}, {}, {goodRecord}), "fail");
    row("sts-record-misplaced", "everywhere", elsewhere({goodRecord}, {goodRecord}, {goodRecord}), "fail 3");
    row(
        "sts-record-misplaced", "one of the places could not be looked at",
        [](DomainFacts &facts) {
            elsewhere({}, {}, {})(facts);
            facts.apexTxt = failedLookup(QStringLiteral("good.example"), RecordType::Txt, AnswerStatus::Timeout);
        },
        "undetermined");
    row("sts-record-misplaced", "nobody looked", none, "undetermined");
    row(
        "sts-record-misplaced", "quick, nobody looked",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.conditions.depth = Depth::Quick;
        },
        "n/a");
    row("sts-record-misplaced", "SERVFAIL", servFail, "undetermined");

    const auto second = [](const Lookup &said) {
        return [said](DomainFacts &facts) {
            setAuthorities(facts);
            facts.authorities.servers[1].answers[0].sts = said;
        };
    };
    const auto holding = [](const QList<QByteArray> &values) { return authoritative(txtLookup(owner, values)); };
    const QByteArray known = "v=STSv1; id=20260601T000000;"; // what everybody else says
    row("sts-record-inconsistent", "not asked for", nothing, "n/a");
    row("sts-record-inconsistent", "both say the same", setAuthorities, "pass");
    row("sts-record-inconsistent", "another id", second(holding({"v=STSv1; id=2;"})), "fail");
    row("sts-record-inconsistent", "no such name", second(authoritative(noRecord())), "fail");
    row("sts-record-inconsistent", "a second record", second(holding({known, "v=STSv1; id=2;"})), "fail");
    row("sts-record-inconsistent", "unrelated text beside the record", second(holding({known, "v=spf1 -all"})), "pass");
    row("sts-record-inconsistent", "an alias instead",
        second(authoritative(aliasLookup(owner, txtLookup(QStringLiteral("sts.provider.example"), {known})))), "fail");
    row("sts-record-inconsistent", "an alias within the zone to the same text",
        second(authoritative(aliasLookup(owner, txtLookup(QStringLiteral("sts.good.example"), {known})))), "pass");
    row("sts-record-inconsistent", "hearsay does not count", second(txtLookup(owner, {"v=STSv1; id=2;"})), "undetermined");
    row("sts-record-inconsistent", "silence does not count", second(failedLookup(owner, RecordType::Txt, AnswerStatus::Timeout)),
        "undetermined");
    row("sts-record-inconsistent", "refusal does not count", second(failedLookup(owner, RecordType::Txt, AnswerStatus::Refused)),
        "undetermined");
    row(
        "sts-record-inconsistent", "one server alone",
        [](DomainFacts &facts) {
            setAuthorities(facts);
            facts.authorities.servers.removeLast();
        },
        "pass");
    row(
        "sts-record-inconsistent", "servers not found",
        [](DomainFacts &facts) {
            setAuthorities(facts);
            facts.authorities = {};
        },
        "undetermined");
    row(
        "sts-record-inconsistent", "two aliases out of the zone, of which one server knows more",
        [](DomainFacts &facts) {
            facts.sts = aliasLookup(owner, txtLookup(QStringLiteral("sts.provider.example"), {"v=STSv1; id=1;"}));
            setAuthorities(facts);
            facts.authorities.servers[1].answers[0].sts =
                authoritative(aliasLookup(owner, noDataLookup(QStringLiteral("sts.provider.example"), RecordType::Txt)));
        },
        "pass");

    const QString news = QStringLiteral("news.good.example");
    const Lookup newsMx = mxLookup(news, {{10, QStringLiteral("mx.provider.example")}});
    const Lookup nobody = nxdomainLookup(QStringLiteral("no-such-name-1.good.example"), RecordType::Mx);
    const Lookup newsSts = nxdomainLookup(QStringLiteral("_mta-sts.news.good.example"), RecordType::Txt);
    const auto below = [news](const Lookup &mx, const Lookup &wildcard, const Lookup &sts) {
        return [=](DomainFacts &facts) {
            facts.conditions.depth = Depth::Deep;
            facts.subdomains = {{news, mx, wildcard, sts}};
        };
    };
    row("sts-subdomain-uncovered", "not asked for", nothing, "n/a");
    row("sts-subdomain-uncovered", "takes mail, no record", below(newsMx, nobody, newsSts), "fail");
    row("sts-subdomain-uncovered", "takes mail, has a record",
        below(newsMx, nobody, txtLookup(QStringLiteral("_mta-sts.news.good.example"), {"v=STSv1; id=1;"})), "pass");
    row("sts-subdomain-uncovered", "does not exist", below(nxdomainLookup(news, RecordType::Mx), {}, {}), "pass");
    row("sts-subdomain-uncovered", "null MX", below(mxLookup(news, {{0, QStringLiteral(".")}}), {}, {}), "pass");
    row("sts-subdomain-uncovered", "no MX record: the implicit one is not meant", below(noDataLookup(news, RecordType::Mx), {}, {}),
        "pass");
    row("sts-subdomain-uncovered", "every name has this MX record",
        below(newsMx, mxLookup(QStringLiteral("no-such-name-1.good.example"), {{10, QStringLiteral("mx.provider.example")}}), newsSts),
        "pass");
    row("sts-subdomain-uncovered", "other names have another MX record",
        below(newsMx, mxLookup(QStringLiteral("no-such-name-1.good.example"), {{10, QStringLiteral("mx.good.example")}}), newsSts), "fail");
    row("sts-subdomain-uncovered", "the record could not be looked up",
        below(newsMx, nobody, failedLookup(QStringLiteral("_mta-sts.news.good.example"), RecordType::Txt, AnswerStatus::Timeout)),
        "undetermined");
    row("sts-subdomain-uncovered", "whether there is a wildcard is not known",
        below(newsMx, failedLookup(QStringLiteral("no-such-name-1.good.example"), RecordType::Mx, AnswerStatus::ServFail), newsSts),
        "undetermined");
    row("sts-subdomain-uncovered", "the MX lookup failed", below(failedLookup(news, RecordType::Mx, AnswerStatus::Timeout), {}, {}),
        "undetermined");
    const auto above = [](const Lookup &parent) {
        return [parent](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.parentSts = parent;
        };
    };
    const QString parentOwner = QStringLiteral("_mta-sts.example");
    row("sts-subdomain-uncovered", "the domain above has a record", above(txtLookup(parentOwner, {"v=STSv1; id=1;"})), "fail");
    row("sts-subdomain-uncovered", "the domain above has none", above(nxdomainLookup(parentOwner, RecordType::Txt)), "pass");
    row("sts-subdomain-uncovered", "the domain above could not be looked up",
        above(failedLookup(parentOwner, RecordType::Txt, AnswerStatus::Timeout)), "undetermined");
    row("sts-subdomain-uncovered", "no record, and nothing above", none, "n/a");
    row("sts-subdomain-uncovered", "SERVFAIL", servFail, "undetermined");

    const auto unannounced = [](const QByteArray &body) {
        return [body](DomainFacts &facts) {
            facts.sts = noRecord();
            setPolicy(facts, body);
        };
    };
    row("policy-without-record", "announced", nothing, "n/a");
    row("policy-without-record", "enforce without a record", none, "fail");
    row("policy-without-record", "testing without a record", unannounced(policyText("testing")), "fail");
    row("policy-without-record", "mode none without a record", unannounced("version: STSv1\nmode: none\nmax_age: 86400\n"), "pass");
    row("policy-without-record", "a page that is no policy", unannounced("<html><body>hello</body></html>"), "pass");
    row(
        "policy-without-record", "not found",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            for (PolicyFetch &fetch : facts.fetches)
                fetch.httpStatus = 404;
        },
        "pass");
    row("policy-without-record", "a broken record is there", record({"v=STSv2; id=1"}), "n/a");
    row(
        "policy-without-record", "not fetched",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.fetches.clear();
        },
        "undetermined");
    row(
        "policy-without-record", "not fetched, quick",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.fetches.clear();
            facts.conditions.depth = Depth::Quick;
        },
        "n/a");
    row(
        "policy-without-record", "no policy host",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.fetches.clear();
            facts.policyHost.a = nxdomainLookup(QStringLiteral("mta-sts.good.example"), RecordType::A);
            facts.policyHost.aaaa = nxdomainLookup(QStringLiteral("mta-sts.good.example"), RecordType::Aaaa);
        },
        "pass");
    row("policy-without-record", "SERVFAIL", servFail, "undetermined");
}

void RulesRecordTest::outcomes()
{
    QFETCH(QByteArray, id);
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(m_table.answer(id, facts), "answer");
}

void RulesRecordTest::together_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const Change &change, const char *ids) {
        QTest::newRow(name) << change << QString::fromLatin1(ids);
    };
    row(
        "all is well", [](DomainFacts &) {}, "");
    row("lookup failed", lookup(failedLookup(owner, RecordType::Txt, AnswerStatus::ServFail)), "sts-dns-error");
    row(
        "nothing at all",
        [](DomainFacts &facts) {
            facts.sts = noRecord();
            facts.fetches.clear();
        },
        "sts-record-absent");
    row("policy without a record", lookup(noRecord()), "policy-without-record sts-record-absent");
    row("quoted", record({"\"v=STSv1; id=1\""}), "sts-record-syntax");
    row("no semicolon", record({"v=STSv1 id=021120211155"}), "sts-record-syntax");
    row("wrong version without an id", record({"v=STSv2"}), "sts-record-version");
    row("empty id", record({"v=STSv1; id="}), "sts-id-invalid");
    row("no id", record({"v=STSv1;"}), "sts-id-missing");
    row("two", record({goodRecord, "v=STSv1"}), "sts-record-fragile");
    row("two good ones", record({goodRecord, goodRecord}), "sts-record-multiple");
}

void RulesRecordTest::together()
{
    QFETCH(Change, change);
    DomainFacts facts = goodFacts();
    change(facts);
    QTEST(idsIn(Area::Record, facts).join(u' '), "ids");
}

void RulesRecordTest::textsTellWhatWasSeen()
{
    DomainFacts facts = goodFacts();
    facts.sts = txtLookup(owner, {"v=STSv1; id=a-b"});
    const DomainAudit audit = judge(facts, facts.observedAt);
    const auto finding = std::find_if(audit.findings.cbegin(), audit.findings.cend(),
                                      [](const Finding &candidate) { return candidate.ruleId == QLatin1String("sts-id-invalid"); });
    QVERIFY(finding != audit.findings.cend());
    QCOMPARE(finding->evidence, QStringLiteral("/sts"));
    QVERIFY(findingMessage(*finding).contains(QLatin1String("a-b")));
    QVERIFY(findingMessage(*finding).contains(QLatin1String("good.example")));
    QVERIFY(findingRemedy(*finding).contains(QLatin1String("v=STSv1; id=") + facts.observedAt.toString(QStringLiteral("yyyyMMdd"))));
}

void RulesRecordTest::cleanupTestCase()
{
    // policy-without-record can only pass or fail without a record, and did both.
    QCOMPARE(m_table.untested(recordRules()), QStringList());
}

QTEST_APPLESS_MAIN(RulesRecordTest)
#include "tst_rules_record.moc"
