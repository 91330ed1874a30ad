// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"

#include <QTest>

using namespace mta;

class tst_RulesPolicyHost : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSaidWhenNoSenderWouldAsk_data();
    void nothingIsSaidWhenNoSenderWouldAsk();
    void aFailedLookupIsNoMissingAddress();
    void oneWorkingAddressLeavesOnlyTheDifference();
    void anAddressWithAnUnreadableFileIsNoneThatWorks();
    void anAddressThatCouldNotBeTestedDiffersInNothing();
    void sameTroubleAtTwoAddressesIsOneFinding();
    void differentTroublesAreTwoFindings();
    void allProblemsOfOneCertificateAreReported();
    void laterStagesAreNotLookedAt_data();
    void laterStagesAreNotLookedAt();
    void aStatusThatDoesNotCountNeedsNoBody_data();
    void aStatusThatDoesNotCountNeedsNoBody();
    void aConnectionCutInTheFileCutsTheFile();
    void addressesOfABogusAnswerAreNobodys_data();
    void addressesOfABogusAnswerAreNobodys();
    void everyRedirectIsOne_data();
    void everyRedirectIsOne();
    void expiryIsSoonWithinFourteenDays_data();
    void expiryIsSoonWithinFourteenDays();
    void anExpiredIntermediateCounts();
    void mediaTypesAreComparedAsSent_data();
    void mediaTypesAreComparedAsSent();
    void theGuardIsAFindingOnlyWhereItStands();
    void aWrongClockMakesDatesUndetermined();
    void interceptionMakesTrustUndetermined();
};

namespace
{

const QString host = QStringLiteral("mta-sts.good.example");

void expire(TlsSession &session)
{
    replaceLeaf(session, certificateFor({host}, observedThen().addDays(-90), observedThen().addDays(-2)));
}

} // namespace

void tst_RulesPolicyHost::nothingIsSaidWhenNoSenderWouldAsk_data()
{
    QTest::addColumn<QByteArrayList>("records");
    QTest::newRow("no record") << QByteArrayList();
    QTest::newRow("two records") << QByteArrayList{"v=STSv1; id=1;", "v=STSv1; id=2;"};
    QTest::newRow("record without id") << QByteArrayList{"v=STSv1;"};
}

void tst_RulesPolicyHost::nothingIsSaidWhenNoSenderWouldAsk()
{
    QFETCH(QByteArrayList, records);
    DomainFacts facts = goodFacts();
    setRecord(facts, records);
    forPolicySessions(facts, expire);
    facts.fetches[0].httpStatus = 404;
    for (const char *id :
         {"policy-cert-expired", "policy-http-status", "policy-host-unreachable", "policy-content-type", "policy-host-no-address"})
        QCOMPARE(askRule(id, facts).outcome, Verdict::Outcome::NotApplicable);
}

void tst_RulesPolicyHost::aFailedLookupIsNoMissingAddress()
{
    DomainFacts facts = goodFacts();
    facts.fetches.clear();
    facts.policyHost.a = noDataLookup(host, RecordType::A);
    facts.policyHost.aaaa = failedLookup(host, RecordType::Aaaa, AnswerStatus::ServFail);
    QCOMPARE(askRule("policy-host-no-address", facts).outcome, Verdict::Outcome::Undetermined);
    QCOMPARE(askRule("policy-host-dns-error", facts).outcome, Verdict::Outcome::Fail);
    facts.policyHost.aaaa = noDataLookup(host, RecordType::Aaaa);
    QCOMPARE(askRule("policy-host-no-address", facts).outcome, Verdict::Outcome::Fail);
    QCOMPARE(askRule("policy-host-dns-error", facts).outcome, Verdict::Outcome::Pass);
    facts = goodFacts();
    facts.policyHost.aaaa = failedLookup(host, RecordType::Aaaa, AnswerStatus::ServFail);
    QCOMPARE(askRule("policy-host-dns-error", facts).outcome, Verdict::Outcome::Pass);
}

void tst_RulesPolicyHost::oneWorkingAddressLeavesOnlyTheDifference()
{
    DomainFacts facts = goodFacts();
    facts.fetches[0].end = FetchEnd::Timeout;
    facts.fetches[0].tls = {};
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList{QStringLiteral("policy-host-address-differs")});
    QCOMPARE(audit.findings.first().evidence, QStringLiteral("/fetches/0"));
    QCOMPARE(audit.findings.first().values.value(QStringLiteral("working")), QStringLiteral("2001:db8::251"));
}

void tst_RulesPolicyHost::anAddressWithAnUnreadableFileIsNoneThatWorks()
{
    DomainFacts facts = goodFacts();
    facts.fetches[0].body = "<html>Under construction</html>";
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.verdict, DomainVerdict::Protected);
    QCOMPARE(idsOf(audit), QStringList{QStringLiteral("policy-host-address-differs")});
    QCOMPARE(audit.findings.first().evidence, QStringLiteral("/fetches/0"));

    facts.fetches[1].body = facts.fetches[0].body;
    QCOMPARE(judge(facts, facts.observedAt).stsStatus, StsStatus::PolicyInvalid);
}

void tst_RulesPolicyHost::anAddressThatCouldNotBeTestedDiffersInNothing()
{
    DomainFacts facts = goodFacts();
    facts.fetches[1] = {};
    facts.fetches[1].address = QHostAddress(QStringLiteral("2001:db8::251"));
    facts.fetches[1].end = FetchEnd::NoNetwork;
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList());
}

void tst_RulesPolicyHost::sameTroubleAtTwoAddressesIsOneFinding()
{
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches)
        fetch.httpStatus = 503;
    const Verdict verdict = askRule("policy-http-status", facts);
    QCOMPARE(verdict.hits.size(), 1);
    QCOMPARE(verdict.hits.first().subject, host);
    QCOMPARE(verdict.hits.first().values.value(QStringLiteral("address")), QStringLiteral("192.0.2.251, 2001:db8::251"));
    QCOMPARE(verdict.hits.first().evidence, QStringLiteral("/fetches/0"));
}

void tst_RulesPolicyHost::differentTroublesAreTwoFindings()
{
    DomainFacts facts = goodFacts();
    facts.fetches[0].httpStatus = 503;
    facts.fetches[1].end = FetchEnd::Refused;
    facts.fetches[1].tls = {};
    QCOMPARE(idsOf(judge(facts, facts.observedAt)),
             QStringList({QStringLiteral("policy-host-unreachable"), QStringLiteral("policy-http-status")}));
}

void tst_RulesPolicyHost::allProblemsOfOneCertificateAreReported()
{
    DomainFacts facts = goodFacts();
    forPolicySessions(facts, [](TlsSession &session) {
        Certificate leaf = certificateFor({QStringLiteral("www.good.example")}, observedThen().addDays(-90), observedThen().addDays(-2));
        leaf.keyType = QStringLiteral("RSA");
        leaf.keyBits = 1024;
        session.chain = {leaf};
        session.verdict = {Trust::SelfSigned, {leaf}, {}};
    });
    QCOMPARE(idsOf(judge(facts, facts.observedAt)),
             QStringList({QStringLiteral("policy-cert-expired"), QStringLiteral("policy-cert-name"),
                          QStringLiteral("policy-cert-self-signed"), QStringLiteral("policy-cert-weak")}));
}

void tst_RulesPolicyHost::laterStagesAreNotLookedAt_data()
{
    QTest::addColumn<bool>("oldTls");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<QString>("id");
    QTest::newRow("a bad certificate hides the status") << false << true << QStringLiteral("policy-cert-expired");
    QTest::newRow("old TLS hides certificate and status") << true << true << QStringLiteral("policy-tls-old");
    QTest::newRow("the status hides the media type and the text") << false << false << QStringLiteral("policy-http-status");
}

void tst_RulesPolicyHost::laterStagesAreNotLookedAt()
{
    QFETCH(bool, oldTls);
    QFETCH(bool, expired);
    QFETCH(QString, id);
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches) {
        if (oldTls)
            fetch.tls.version = TlsVersion::Tls11;
        if (expired)
            expire(fetch.tls);
        fetch.httpStatus = 404;
        fetch.mediaType = "text/html";
        fetch.body = "<html>";
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{id});
}

void tst_RulesPolicyHost::aStatusThatDoesNotCountNeedsNoBody_data()
{
    QTest::addColumn<FetchEnd>("end");
    QTest::newRow("an endless page") << FetchEnd::TooLarge;
    QTest::newRow("half a page") << FetchEnd::Truncated;
    QTest::newRow("a broken page") << FetchEnd::Malformed;
    QTest::newRow("a page cut off") << FetchEnd::Reset;
    QTest::newRow("a page that never comes") << FetchEnd::Timeout;
}

void tst_RulesPolicyHost::aStatusThatDoesNotCountNeedsNoBody()
{
    QFETCH(FetchEnd, end);
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.httpStatus = 404;
        fetch.end = end;
        fetch.stage = FetchStage::Body;
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("policy-http-status")});
}

void tst_RulesPolicyHost::aConnectionCutInTheFileCutsTheFile()
{
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.end = FetchEnd::Reset;
        fetch.stage = FetchStage::Body;
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("policy-http-truncated")});
    for (PolicyFetch &fetch : facts.fetches)
        fetch.stage = FetchStage::Response;
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("policy-host-unreachable")});
}

void tst_RulesPolicyHost::addressesOfABogusAnswerAreNobodys_data()
{
    QTest::addColumn<FetchEnd>("end");
    QTest::newRow("a policy is served there") << FetchEnd::Complete;
    QTest::newRow("nobody answers there") << FetchEnd::Refused;
}

void tst_RulesPolicyHost::addressesOfABogusAnswerAreNobodys()
{
    QFETCH(FetchEnd, end);
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches)
        fetch.end = end;
    facts.policyHost.a = bogusLookup(facts.policyHost.a, QStringLiteral("expired"));
    DomainFacts half = facts;
    facts.policyHost.aaaa = bogusLookup(facts.policyHost.aaaa, QStringLiteral("expired"));
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.stsStatus, StsStatus::PolicyUnavailable);
    QCOMPARE(idsOf(audit), QStringList({QStringLiteral("dnssec-bogus"), QStringLiteral("policy-host-dns-error")}));
    half.fetches[1].end = FetchEnd::Complete; // the other family is enough
    QCOMPARE(judge(half, half.observedAt).stsStatus, StsStatus::Enforce);
    QCOMPARE(idsOf(judge(half, half.observedAt)), QStringList{QStringLiteral("dnssec-bogus")});
}

void tst_RulesPolicyHost::everyRedirectIsOne_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << QStringLiteral("policy-http-redirect");
    for (const int status : {204, 206, 300, 304, 401, 404, 500})
        QTest::addRow("%d", status) << status << QStringLiteral("policy-http-status");
}

void tst_RulesPolicyHost::everyRedirectIsOne()
{
    QFETCH(int, status);
    QFETCH(QString, id);
    DomainFacts facts = goodFacts();
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.httpStatus = status;
        fetch.redirectTo = "https://www.good.example/";
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{id});
}

void tst_RulesPolicyHost::expiryIsSoonWithinFourteenDays_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("outcome");
    const qint64 days = 14 * 86400;
    QTest::newRow("expires in 14 days") << days << QStringLiteral("fail");
    QTest::newRow("one second later") << days + 1 << QStringLiteral("pass");
    QTest::newRow("expires now") << qint64(0) << QStringLiteral("fail");
    QTest::newRow("expired a second ago") << qint64(-1) << QStringLiteral("pass");
}

void tst_RulesPolicyHost::expiryIsSoonWithinFourteenDays()
{
    QFETCH(qint64, left);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    forPolicySessions(
        facts, [=](TlsSession &s) { replaceLeaf(s, certificateFor({host}, observedThen().addDays(-80), observedThen().addSecs(left))); });
    QCOMPARE(outcomeName(askRule("policy-cert-expires-soon", facts).outcome), outcome);
    QCOMPARE(outcomeName(askRule("policy-cert-expired", facts).outcome), left < 0 ? QStringLiteral("fail") : QStringLiteral("pass"));
}

void tst_RulesPolicyHost::anExpiredIntermediateCounts()
{
    DomainFacts facts = goodFacts();
    forPolicySessions(facts, [](TlsSession &session) {
        const Certificate intermediate =
            certificateFor({QStringLiteral("Some Issuer")}, observedThen().addDays(-900), observedThen().addDays(-1));
        session.chain.append(intermediate);
        session.verdict.path.insert(1, intermediate);
    });
    const Verdict verdict = askRule("policy-cert-expired", facts);
    QCOMPARE(verdict.outcome, Verdict::Outcome::Fail);
    QCOMPARE(verdict.hits.first().evidence, QStringLiteral("/fetches/0/tls/chain/1"));
    QCOMPARE(verdict.hits.first().values.value(QStringLiteral("certificate")), QStringLiteral("Some Issuer"));
}

void tst_RulesPolicyHost::mediaTypesAreComparedAsSent_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("text/plain") << QByteArray("text/plain") << QStringLiteral("pass");
    QTest::newRow("none") << QByteArray() << QStringLiteral("fail");
    QTest::newRow("octet-stream") << QByteArray("application/octet-stream") << QStringLiteral("fail");
}

void tst_RulesPolicyHost::mediaTypesAreComparedAsSent()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    facts.fetches[0].mediaType = type;
    QCOMPARE(outcomeName(askRule("policy-content-type", facts).outcome), outcome);
}

void tst_RulesPolicyHost::theGuardIsAFindingOnlyWhereItStands()
{
    DomainFacts facts = goodFacts();
    facts.policyHost = addressesOf(host, {QStringLiteral("10.0.0.1")}, {});
    QCOMPARE(askRule("policy-host-private-address", facts).outcome, Verdict::Outcome::NotApplicable);
    facts.conditions.allowPrivate = false;
    QCOMPARE(askRule("policy-host-private-address", facts).outcome, Verdict::Outcome::Fail);
    facts.policyHost = addressesOf(host, {QStringLiteral("8.8.8.8")}, {});
    QCOMPARE(askRule("policy-host-private-address", facts).outcome, Verdict::Outcome::Pass);
}

void tst_RulesPolicyHost::aWrongClockMakesDatesUndetermined()
{
    DomainFacts facts = goodFacts();
    forPolicySessions(facts, expire);
    facts.witness.programBuilt = facts.observedAt.addDays(3);
    for (const char *id : {"policy-cert-expired", "policy-cert-not-yet-valid", "policy-cert-expires-soon"})
        QCOMPARE(askRule(id, facts).outcome, Verdict::Outcome::Undetermined);
    // Judged at a time that somebody chose, this computer's clock has no part in it.
    QCOMPARE(askRule("policy-cert-expired", facts, facts.observedAt.addSecs(1)).outcome, Verdict::Outcome::Fail);
}

void tst_RulesPolicyHost::interceptionMakesTrustUndetermined()
{
    DomainFacts facts = goodFacts();
    forPolicySessions(facts, [](TlsSession &s) { s.verdict.trust = Trust::UntrustedRoot; });
    QCOMPARE(askRule("policy-cert-untrusted", facts).outcome, Verdict::Outcome::Fail);
    facts.witness.interceptingIssuer = QStringLiteral("CN=Office Inspection");
    QCOMPARE(askRule("policy-cert-untrusted", facts).outcome, Verdict::Outcome::Undetermined);
    QCOMPARE(judge(facts, facts.observedAt).stsStatus, StsStatus::Undetermined);
    forPolicySessions(facts, expire);
    QCOMPARE(askRule("policy-cert-expired", facts).outcome, Verdict::Outcome::Fail);
    QCOMPARE(judge(facts, facts.observedAt).stsStatus, StsStatus::PolicyUnavailable);
}

QTEST_GUILESS_MAIN(tst_RulesPolicyHost)
#include "tst_rules_policyhost.moc"
