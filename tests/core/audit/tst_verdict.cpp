// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"
#include "fakes/spoiltfacts.h"

#include <QTest>

using namespace mta;

using Stage = SmtpDialog::Stage;

class tst_Verdict : public QObject
{
    Q_OBJECT

private slots:
    void theFirstThatFits_data();
    void theFirstThatFits();
    void statusOfTheRecordAndThePolicy_data();
    void statusOfTheRecordAndThePolicy();
    void thePolicyOfTheFirstWorkingAddressCounts();
    void anotherTimeGivesAnotherVerdict();
    void ignoredIdsDecideAllTheSame();
    void errorsComeFirst();
    void notTestedIsNeverGood_data();
    void notTestedIsNeverGood();
    void linksTellWhatFailedFromWhatWasNotAsked();
    void linksOfAGoodDomain();
    void aLinkIsNoBetterThanItsFindings_data();
    void aLinkIsNoBetterThanItsFindings();
};

namespace
{

using Change = std::function<void(DomainFacts &)>;

void endHost(DomainFacts &facts, int host, ProbeEnd end, Stage stage = Stage::Greeting)
{
    for (MxProbe &probe : facts.mxHosts[host].probes)
        probe = brokenProbe(probe.address.toString(), end, stage);
}

void expire(TlsSession &session)
{
    replaceLeaf(session, certificateFor(session.chain.first().dnsNames, observedThen().addDays(-90), observedThen().addDays(-1)));
}

void expireHost(DomainFacts &facts, int host)
{
    for (MxProbe &probe : facts.mxHosts[host].probes)
        expire(probe.tls);
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_Verdict::theFirstThatFits_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const Change &change, const char *verdict) {
        QTest::newRow(name) << change << QString::fromLatin1(verdict);
    };
    const auto failSts = [](DomainFacts &f) {
        f.sts = failedLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt, AnswerStatus::Timeout);
    };
    const auto nullMx = [](DomainFacts &f) {
        f.mx = mxLookup(f.domain.ascii, {{0, QStringLiteral(".")}});
        f.mxHosts.clear();
    };
    row(
        "all well in enforce", [](DomainFacts &) {}, "protected");
    row(
        "all well in testing", [](DomainFacts &f) { setPolicy(f, policyText("testing")); }, "testing");
    row(
        "mode none", [](DomainFacts &f) { setPolicy(f, policyText("none")); }, "unprotected");
    row(
        "null MX, though the TXT lookup failed",
        [=](DomainFacts &f) {
            failSts(f);
            nullMx(f);
        },
        "not-applicable");
    row("the TXT lookup failed", failSts, "undetermined");
    row(
        "the TXT lookup failed and a server fails",
        [=](DomainFacts &f) {
            failSts(f);
            expireHost(f, 0);
        },
        "undetermined");
    row(
        "no record, though no server could be tested",
        [](DomainFacts &f) {
            setRecord(f, {});
            endHost(f, 0, ProbeEnd::NoNetwork);
            endHost(f, 1, ProbeEnd::NoNetwork);
        },
        "unprotected");
    row(
        "a server with an expired certificate", [](DomainFacts &f) { expireHost(f, 1); }, "at-risk");
    row(
        "the same in testing",
        [](DomainFacts &f) {
            setPolicy(f, policyText("testing"));
            expireHost(f, 1);
        },
        "at-risk");
    row(
        "an expired certificate, the rest untested",
        [](DomainFacts &f) {
            expireHost(f, 0);
            endHost(f, 1, ProbeEnd::NoNetwork);
        },
        "at-risk");
    row(
        "one address of a server expired", [](DomainFacts &f) { expire(f.mxHosts[0].probes[1].tls); }, "protected");
    row(
        "a server that the policy does not name", [](DomainFacts &f) { setPolicy(f, policyText("enforce", "mx1.good.example")); },
        "at-risk");
    row(
        "the same, and it cannot be tested",
        [](DomainFacts &f) {
            setPolicy(f, policyText("enforce", "mx1.good.example"));
            endHost(f, 1, ProbeEnd::NoNetwork);
        },
        "at-risk");
    row(
        "the same, and it cannot be reached",
        [](DomainFacts &f) {
            setPolicy(f, policyText("enforce", "mx1.good.example"));
            endHost(f, 1, ProbeEnd::Refused);
        },
        "protected");
    row(
        "no server could be tested",
        [](DomainFacts &f) {
            endHost(f, 0, ProbeEnd::NoNetwork);
            endHost(f, 1, ProbeEnd::NoNetwork);
        },
        "undetermined");
    row(
        "one untested, one good", [](DomainFacts &f) { endHost(f, 0, ProbeEnd::NoNetwork); }, "protected");
    row(
        "one untested, one unreachable",
        [](DomainFacts &f) {
            endHost(f, 0, ProbeEnd::NoNetwork);
            endHost(f, 1, ProbeEnd::Refused);
        },
        "undetermined");
    row(
        "no server can be reached",
        [](DomainFacts &f) {
            endHost(f, 0, ProbeEnd::Refused);
            endHost(f, 1, ProbeEnd::Unreachable);
        },
        "at-risk");
    row(
        "an unreachable server beside a good one", [](DomainFacts &f) { endHost(f, 0, ProbeEnd::Refused); }, "protected");
    row(
        "every server silent, nobody else answered",
        [](DomainFacts &f) {
            endHost(f, 0, ProbeEnd::Timeout);
            endHost(f, 1, ProbeEnd::Timeout);
            f.witness.smtpAnswered = false;
        },
        "undetermined");
    row(
        "every server silent, another domain's answered",
        [](DomainFacts &f) {
            endHost(f, 0, ProbeEnd::Timeout);
            endHost(f, 1, ProbeEnd::Timeout);
        },
        "at-risk");
    row(
        "the policy could not be fetched from here",
        [](DomainFacts &f) {
            for (PolicyFetch &fetch : f.fetches)
                fetch.end = FetchEnd::NoNetwork;
        },
        "undetermined");
    row(
        "nothing was asked",
        [](DomainFacts &f) {
            f = DomainFacts();
            f.domain.ascii = QStringLiteral("good.example");
        },
        "undetermined");
}

void tst_Verdict::theFirstThatFits()
{
    QFETCH(Change, change);
    QFETCH(QString, verdict);
    DomainFacts facts = goodFacts();
    change(facts);
    QCOMPARE(domainVerdictName(judge(facts, facts.observedAt).verdict), verdict);
}

void tst_Verdict::statusOfTheRecordAndThePolicy_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("status");
    const auto row = [](const char *name, const Change &change, const char *status) {
        QTest::newRow(name) << change << QString::fromLatin1(status);
    };
    const auto allFetches = [](std::function<void(PolicyFetch &)> change) {
        return [change](DomainFacts &f) {
            for (PolicyFetch &fetch : f.fetches)
                change(fetch);
        };
    };
    row(
        "enforce", [](DomainFacts &) {}, "enforce");
    row(
        "absent, even with a policy", [](DomainFacts &f) { setRecord(f, {}); }, "absent");
    row(
        "two records, whatever the file says",
        [](DomainFacts &f) {
            setRecord(f, {"v=STSv1; id=1;", "v=STSv1; id=1;"});
        },
        "record-invalid");
    row(
        "NXDOMAIN", [](DomainFacts &f) { f.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt); }, "absent");
    row(
        "bogus", [](DomainFacts &f) { f.sts = bogusLookup(f.sts, QStringLiteral("x")); }, "undetermined");
    row(
        "file not valid", [](DomainFacts &f) { setPolicy(f, "hello"); }, "policy-invalid");
    row("status 404", allFetches([](PolicyFetch &p) { p.httpStatus = 404; }), "policy-unavailable");
    row("status 204", allFetches([](PolicyFetch &p) { p.httpStatus = 204; }), "policy-unavailable");
    row("expired certificate", allFetches([](PolicyFetch &p) { expire(p.tls); }), "policy-unavailable");
    row("TLS 1.1", allFetches([](PolicyFetch &p) { p.tls.version = TlsVersion::Tls11; }), "policy-unavailable");
    row("truncated", allFetches([](PolicyFetch &p) { p.end = FetchEnd::Truncated; }), "policy-unavailable");
    row("proxy failed", allFetches([](PolicyFetch &p) { p.end = FetchEnd::ProxyFailed; }), "undetermined");
    row(
        "policy host bogus",
        [](DomainFacts &f) {
            f.policyHost.a = bogusLookup(f.policyHost.a, QStringLiteral("x"));
            f.policyHost.aaaa = bogusLookup(f.policyHost.aaaa, QStringLiteral("x"));
            f.fetches.clear();
        },
        "policy-unavailable");
}

void tst_Verdict::statusOfTheRecordAndThePolicy()
{
    QFETCH(Change, change);
    QFETCH(QString, status);
    DomainFacts facts = goodFacts();
    change(facts);
    QCOMPARE(stsStatusName(judge(facts, facts.observedAt).stsStatus), status);
}

void tst_Verdict::thePolicyOfTheFirstWorkingAddressCounts()
{
    DomainFacts facts = goodFacts();
    facts.fetches[0].body = policyText("none");
    expire(facts.fetches[0].tls);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.policyFetch, 1);
    QCOMPARE(audit.stsStatus, StsStatus::Enforce);
    facts.fetches[1].httpStatus = 404;
    const DomainAudit without = judge(facts, facts.observedAt);
    QCOMPARE(without.policyFetch, 0);
    QCOMPARE(without.stsStatus, StsStatus::PolicyUnavailable);
    QVERIFY2(without.policy, "the file that was seen is shown, though no sender would take it");
}

void tst_Verdict::anotherTimeGivesAnotherVerdict()
{
    const DomainFacts facts = goodFacts();
    QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Protected);
    QCOMPARE(judge(facts, facts.observedAt.addDays(61)).verdict, DomainVerdict::Unprotected);
}

void tst_Verdict::ignoredIdsDecideAllTheSame()
{
    DomainFacts facts = goodFacts();
    expireHost(facts, 0);
    const DomainAudit audit = judge(facts, facts.observedAt, {{QStringLiteral("mx-cert-expired")}, {}});
    QCOMPARE(idsOf(audit), QStringList());
    QCOMPARE(audit.verdict, DomainVerdict::AtRisk);
    QCOMPARE(audit.links.at(4).state, ChainLink::State::Broken);
    QVERIFY(!audit.worst());
}

void tst_Verdict::errorsComeFirst()
{
    DomainFacts facts = goodFacts();
    expireHost(facts, 0);
    setTlsRpt(facts, {});
    setPolicy(facts, policyText("testing"));
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.worst(), std::optional(Severity::Error));
    QCOMPARE(audit.findings.first().ruleId, QStringLiteral("mx-cert-expired"));
    QCOMPARE(audit.findings.last().severity, Severity::Note);
    QCOMPARE(audit.count(Severity::Warning), 1);
}

void tst_Verdict::notTestedIsNeverGood_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("link");
    QTest::newRow("record not asked") << Change([](DomainFacts &f) { f.sts = {}; }) << 0;
    QTest::newRow("policy host behind a broken proxy") << Change([](DomainFacts &f) {
        for (PolicyFetch &fetch : f.fetches)
            fetch.end = FetchEnd::ProxyFailed;
    }) << 1;
    QTest::newRow("policy of a domain without record") << Change([](DomainFacts &f) { setRecord(f, {}); }) << 2;
    QTest::newRow("servers untested") << Change([](DomainFacts &f) {
        endHost(f, 0, ProbeEnd::NoNetwork);
        endHost(f, 1, ProbeEnd::NoNetwork);
    }) << 3;
    QTest::newRow("certificates never seen") << Change([](DomainFacts &f) {
        endHost(f, 0, ProbeEnd::Refused);
        endHost(f, 1, ProbeEnd::Refused);
    }) << 4;
    QTest::newRow("certificates under a wrong clock")
        << Change([](DomainFacts &f) { f.witness.programBuilt = f.observedAt.addDays(3); }) << 4;
    QTest::newRow("reports not asked") << Change([](DomainFacts &f) { f.tlsRpt = {}; }) << 5;
}

void tst_Verdict::notTestedIsNeverGood()
{
    QFETCH(Change, change);
    QFETCH(int, link);
    DomainFacts facts = goodFacts();
    change(facts);
    QCOMPARE(judge(facts, facts.observedAt).links.at(link).state, ChainLink::State::NotTested);
}

void tst_Verdict::linksTellWhatFailedFromWhatWasNotAsked()
{
    DomainFacts facts = goodFacts();
    facts.mx = {};
    facts.mxHosts.clear();
    QCOMPARE(judge(facts, facts.observedAt).links.at(3).text, QStringLiteral("not tested"));
    facts.mx = failedLookup(QStringLiteral("good.example"), RecordType::Mx, AnswerStatus::ServFail);
    QCOMPARE(judge(facts, facts.observedAt).links.at(3).text, QStringLiteral("lookup failed"));
    facts.fetches.clear();
    for (Lookup *lookup : {&facts.policyHost.a, &facts.policyHost.aaaa})
        *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::ServFail);
    QCOMPARE(judge(facts, facts.observedAt).links.at(1).text, QStringLiteral("lookup failed"));
    for (Lookup *lookup : {&facts.policyHost.a, &facts.policyHost.aaaa})
        *lookup = noDataLookup(lookup->question.name, lookup->question.type);
    QCOMPARE(judge(facts, facts.observedAt).links.at(1).text, QStringLiteral("no address"));
}

void tst_Verdict::linksOfAGoodDomain()
{
    const DomainFacts facts = goodFacts();
    const QList<ChainLink> links = judge(facts, facts.observedAt).links;
    const QList<Area> areas = {Area::Record, Area::PolicyHost, Area::Policy, Area::MxHosts, Area::Certificates, Area::TlsRpt};
    QCOMPARE(links.size(), areas.size());
    for (int i = 0; i < links.size(); ++i) {
        QCOMPARE(links.at(i).area, areas.at(i));
        QCOMPARE(links.at(i).state, ChainLink::State::Good);
        QVERIFY(!links.at(i).text.isEmpty());
    }
    QCOMPARE(links.at(2).text, QStringLiteral("enforce"));
    QCOMPARE(links.at(4).text, QStringLiteral("60 days left"));
    DomainFacts half = goodFacts();
    expire(half.mxHosts[0].probes[1].tls);
    QCOMPARE(judge(half, half.observedAt).links.at(4).text, QStringLiteral("60 days left")); // of the certificates that work
}

void tst_Verdict::aLinkIsNoBetterThanItsFindings_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < spoiltFacts().size(); ++i)
        QTest::newRow(spoiltFacts().at(i).sentence) << i;
}

void tst_Verdict::aLinkIsNoBetterThanItsFindings()
{
    QFETCH(int, index);
    const DomainFacts facts = spoilt(spoiltFacts().at(index));
    const DomainAudit audit = judge(facts, facts.observedAt);
    for (const Finding &finding : audit.findings) {
        const Area area = findRule(finding.ruleId)->area;
        for (const ChainLink &link : audit.links) {
            if (link.area != area || finding.severity == Severity::Note)
                continue;
            QVERIFY2(link.state != ChainLink::State::Good, qPrintable(finding.ruleId));
            QVERIFY2(finding.severity != Severity::Error || link.state != ChainLink::State::Attention, qPrintable(finding.ruleId));
        }
    }
}

QTEST_GUILESS_MAIN(tst_Verdict)
#include "tst_verdict.moc"
