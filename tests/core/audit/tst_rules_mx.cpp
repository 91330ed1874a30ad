// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"

#include <QTest>

using namespace mta;

using Stage = SmtpDialog::Stage;
using Failure = SmtpDialog::Failure;

class tst_RulesMx : public QObject
{
    Q_OBJECT

private slots:
    void oneWorkingAddressLeavesOnlyTheDifference_data();
    void oneWorkingAddressLeavesOnlyTheDifference();
    void withoutIpv6HereNothingIsSaidOfIt();
    void bothAddressesDownIsOneFinding();
    void hostsNoSenderUsesGiveWarnings();
    void literalsAreAddresses_data();
    void literalsAreAddresses();
    void publicAddressesAreNoCauseForTheGuard();
    void coverageIsAskedOnlyOfAPolicyInForce_data();
    void coverageIsAskedOnlyOfAPolicyInForce();
    void theNameOfTheRecordIsMatchedNotItsTarget();
    void whoNeverAnswersIsNotSlow();
    void slowIsOverFiveSeconds_data();
    void slowIsOverFiveSeconds();
    void oneFailedLookupOfTwoIsNoError();
    void everyFailedLookupIs();
    void theSameHostTwiceIsCounted();
    void thirtyTwoHostsAreNotTooMany();
    void weakEncryption_data();
    void weakEncryption();
    void aDomainWithoutMailSaysSoOnce();
    void whatWasNotAskedIsUndetermined();
};

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");

MxProbe ended(const DomainFacts &facts, int address, ProbeEnd end, Stage stage = Stage::Greeting)
{
    return brokenProbe(facts.mxHosts.at(0).probes.at(address).address.toString(), end, stage);
}

} // namespace

void tst_RulesMx::oneWorkingAddressLeavesOnlyTheDifference_data()
{
    QTest::addColumn<int>("address");
    QTest::addColumn<ProbeEnd>("end");
    QTest::addColumn<QString>("id");
    QTest::newRow("IPv6 refuses") << 1 << ProbeEnd::Refused << QStringLiteral("mx-ipv6-failing");
    QTest::newRow("IPv6 is silent") << 1 << ProbeEnd::Timeout << QStringLiteral("mx-ipv6-failing");
    QTest::newRow("IPv4 refuses") << 0 << ProbeEnd::Refused << QStringLiteral("mx-ipv6-failing");
    QTest::newRow("IPv6 cannot encrypt") << 1 << ProbeEnd::TlsFailed << QStringLiteral("mx-address-differs");
}

void tst_RulesMx::oneWorkingAddressLeavesOnlyTheDifference()
{
    QFETCH(int, address);
    QFETCH(ProbeEnd, end);
    QFETCH(QString, id);
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].probes[address] = ended(facts, address, end, end == ProbeEnd::TlsFailed ? Stage::Handshake : Stage::Greeting);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList{id});
    QCOMPARE(audit.findings.first().evidence, QStringLiteral("/mxHosts/0/probes/%1").arg(address));
    QCOMPARE(audit.verdict, DomainVerdict::Protected);
}

void tst_RulesMx::withoutIpv6HereNothingIsSaidOfIt()
{
    DomainFacts facts = goodFacts();
    for (MxHost &host : facts.mxHosts)
        host.probes[1] = brokenProbe(host.probes[1].address.toString(), ProbeEnd::NoNetwork, Stage::Greeting);
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList());
}

void tst_RulesMx::bothAddressesDownIsOneFinding()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].probes = {ended(facts, 0, ProbeEnd::Refused), ended(facts, 1, ProbeEnd::Refused)};
    QCOMPARE(askRule("mx-unreachable", facts).hits.size(), 1);
    facts.mxHosts[0].probes = {ended(facts, 0, ProbeEnd::Refused), ended(facts, 1, ProbeEnd::Timeout)};
    QCOMPARE(askRule("mx-unreachable", facts).hits.size(), 1);
    QCOMPARE(askRule("mx-timeout", facts).hits.size(), 1);
    QCOMPARE(askRule("mx-ipv6-failing", facts).outcome, Verdict::Outcome::Pass);
}

void tst_RulesMx::hostsNoSenderUsesGiveWarnings()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].probes = {ended(facts, 0, ProbeEnd::Refused), ended(facts, 1, ProbeEnd::Refused)};
    const auto severity = [&] {
        const DomainAudit audit = judge(facts, facts.observedAt);
        for (const Finding &finding : audit.findings) {
            if (finding.ruleId == QLatin1String("mx-unreachable"))
                return finding.severity;
        }
        return Severity::Note;
    };
    QCOMPARE(severity(), Severity::Error);
    setPolicy(facts, policyText("enforce", "mx2.good.example")); // RFC 8461 §4.1: mx1 is passed over
    QCOMPARE(severity(), Severity::Warning);
    setPolicy(facts, policyText("testing", "mx2.good.example"));
    QCOMPARE(severity(), Severity::Error);
}

void tst_RulesMx::literalsAreAddresses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.1") << QStringLiteral("fail");
    QTest::newRow("IPv4 in brackets") << QStringLiteral("[192.0.2.1]") << QStringLiteral("fail");
    QTest::newRow("IPv6") << QStringLiteral("2001:db8::1") << QStringLiteral("fail");
    QTest::newRow("a name of four numbers and a label") << QStringLiteral("192.0.2.1.example") << QStringLiteral("pass");
    QTest::newRow("a number over 255") << QStringLiteral("192.0.2.256") << QStringLiteral("pass");
    QTest::newRow("a name") << mx1 << QStringLiteral("pass");
}

void tst_RulesMx::literalsAreAddresses()
{
    QFETCH(QString, name);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    setMx(facts, {name});
    QCOMPARE(outcomeName(askRule("mx-is-ip", facts).outcome), outcome);
}

void tst_RulesMx::publicAddressesAreNoCauseForTheGuard()
{
    DomainFacts facts = goodFacts();
    facts.conditions.allowPrivate = false;
    for (MxHost &host : facts.mxHosts)
        host.addresses = addressesOf(host.name, {QStringLiteral("8.8.8.8")}, {QStringLiteral("2620:fe::fe")});
    QCOMPARE(outcomeName(askRule("mx-private-address", facts).outcome), QStringLiteral("pass"));
    facts.mxHosts[1].addresses = addressesOf(facts.mxHosts[1].name, {QStringLiteral("10.0.0.1")}, {});
    QCOMPARE(outcomeName(askRule("mx-private-address", facts).outcome), QStringLiteral("fail"));
}

void tst_RulesMx::coverageIsAskedOnlyOfAPolicyInForce_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("enforce") << policyText("enforce", "*.other.example") << QStringLiteral("fail");
    QTest::newRow("testing") << policyText("testing", "*.other.example") << QStringLiteral("fail");
    QTest::newRow("none") << policyText("none", "*.other.example") << QStringLiteral("not-applicable");
    QTest::newRow("invalid") << QByteArray("hello") << QStringLiteral("not-applicable");
    QTest::newRow("any case") << policyText("enforce", "MX1.Good.Example\nmx: *.GOOD.example") << QStringLiteral("pass");
}

void tst_RulesMx::coverageIsAskedOnlyOfAPolicyInForce()
{
    QFETCH(QByteArray, policy);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    setPolicy(facts, policy);
    QCOMPARE(outcomeName(askRule("mx-not-covered", facts).outcome), outcome);
    QCOMPARE(outcomeName(askRule("mx-none-covered", facts).outcome), outcome);
}

void tst_RulesMx::theNameOfTheRecordIsMatchedNotItsTarget()
{
    DomainFacts facts = goodFacts();
    const QString target = QStringLiteral("real.other.example");
    facts.mxHosts[0].addresses.a = aliasLookup(mx1, addressLookup(target, {QStringLiteral("192.0.2.7")}));
    facts.mxHosts[0].addresses.aaaa = aliasLookup(mx1, noDataLookup(target, RecordType::Aaaa));
    facts.mxHosts[0].probes = {goodProbe(mx1, QStringLiteral("192.0.2.7"))};
    setPolicy(facts, policyText("enforce", "real.other.example\nmx: mx2.good.example"));
    const Verdict verdict = askRule("mx-not-covered", facts);
    QCOMPARE(verdict.hits.size(), 1);
    QCOMPARE(verdict.hits.first().subject, mx1);
    QCOMPARE(askRule("mx-is-cname", facts).hits.first().values.value(QStringLiteral("target")), target);
}

void tst_RulesMx::whoNeverAnswersIsNotSlow()
{
    DomainFacts facts = goodFacts();
    for (MxProbe &probe : facts.mxHosts[1].probes) {
        probe.end = ProbeEnd::Timeout;
        probe.stage = SmtpDialog::Stage::Handshake;
        probe.tls = {};
        probe.tls.attempted = true;
        probe.tls.timedOut = true;
        probe.tls.elapsed = std::chrono::seconds(20);
        probe.slowestStage = probe.tls.elapsed;
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("mx-tls-failed")});
}

void tst_RulesMx::slowIsOverFiveSeconds_data()
{
    QTest::addColumn<int>("connect");
    QTest::addColumn<int>("reply");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("five seconds") << 5000 << 5000 << QStringLiteral("pass");
    QTest::newRow("a reply just over") << 10 << 5001 << QStringLiteral("fail");
    QTest::newRow("a connection just over") << 5001 << 10 << QStringLiteral("fail");
}

void tst_RulesMx::slowIsOverFiveSeconds()
{
    QFETCH(int, connect);
    QFETCH(int, reply);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    facts.mxHosts[1].probes[0].connectTime = std::chrono::milliseconds(connect);
    facts.mxHosts[1].probes[0].slowestStage = std::chrono::milliseconds(reply);
    QCOMPARE(outcomeName(askRule("mx-slow", facts).outcome), outcome);
}

void tst_RulesMx::oneFailedLookupOfTwoIsNoError()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].addresses = {failedLookup(mx1, RecordType::A, AnswerStatus::ServFail),
                                  failedLookup(mx1, RecordType::Aaaa, AnswerStatus::ServFail)};
    facts.mxHosts[0].probes.clear();
    QCOMPARE(askRule("mx-dns-error", facts).outcome, Verdict::Outcome::Pass);
    QCOMPARE(askRule("mx-no-address", facts).outcome, Verdict::Outcome::Undetermined);
}

void tst_RulesMx::everyFailedLookupIs()
{
    DomainFacts facts = goodFacts();
    for (MxHost &host : facts.mxHosts) {
        host.addresses = {failedLookup(host.name, RecordType::A, AnswerStatus::Timeout),
                          failedLookup(host.name, RecordType::Aaaa, AnswerStatus::Timeout)};
        host.probes.clear();
    }
    QCOMPARE(askRule("mx-dns-error", facts).hits.size(), 2);
    QCOMPARE(judge(facts, facts.observedAt).verdict, DomainVerdict::Undetermined);
}

void tst_RulesMx::theSameHostTwiceIsCounted()
{
    DomainFacts facts = goodFacts();
    facts.mx = mxLookup(facts.domain.ascii, {{10, mx1}, {20, mx1}, {30, mx1}});
    facts.mxHosts.removeLast();
    QCOMPARE(askRule("mx-duplicate", facts).hits.first().values.value(QStringLiteral("count")), QStringLiteral("3"));
    QCOMPARE(askRule("mx-single", facts).outcome, Verdict::Outcome::Fail);
}

void tst_RulesMx::thirtyTwoHostsAreNotTooMany()
{
    DomainFacts facts = goodFacts();
    QStringList hosts;
    for (int i = 0; i < maxMxHosts; ++i)
        hosts.append(QStringLiteral("mx%1.good.example").arg(i));
    setMx(facts, hosts);
    QCOMPARE(askRule("mx-too-many", facts).outcome, Verdict::Outcome::Pass);
    hosts.append(QStringLiteral("last.good.example"));
    setMx(facts, hosts);
    QCOMPARE(askRule("mx-too-many", facts).outcome, Verdict::Outcome::Fail);
}

void tst_RulesMx::weakEncryption_data()
{
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const char *cipher, const char *group, const char *signature, const char *outcome) {
        QTest::newRow(name) << QString::fromLatin1(cipher) << QString::fromLatin1(group) << QString::fromLatin1(signature)
                            << QString::fromLatin1(outcome);
    };
    const char *const strong = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    row("strong", strong, "X25519", "rsa_pss_rsae_sha256", "pass");
    row("SHA-1 as MAC is not what RFC 9155 means", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "secp256r1", "rsa_pkcs1_sha256", "pass");
    row("RSA key transport", "TLS_RSA_WITH_AES_256_GCM_SHA384", "", "", "fail");
    row("RC4", "TLS_ECDHE_RSA_WITH_RC4_128_SHA", "secp256r1", "", "fail");
    row("3DES", "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", "secp256r1", "", "fail");
    row("handshake signed with SHA-1", strong, "X25519", "rsa_pkcs1_sha1", "fail");
    row("the same in the words of our client", strong, "X25519", "RSA SHA1", "fail");
    row("SHA-256 in its words", strong, "X25519", "RSA-PSS SHA256", "pass");
    row("handshake signed with SHA-256", strong, "X25519", "ecdsa_secp256r1_sha256", "pass");
    row("small finite field", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "DH 1024", "", "fail");
    row("finite field of 2048 bits", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "ffdhe2048", "", "pass");
}

void tst_RulesMx::weakEncryption()
{
    QFETCH(QString, cipher);
    QFETCH(QString, group);
    QFETCH(QString, signature);
    QFETCH(QString, outcome);
    DomainFacts facts = goodFacts();
    TlsSession &session = facts.mxHosts[0].probes[0].tls;
    session.version = TlsVersion::Tls12;
    session.cipher = cipher;
    session.group = group;
    session.signature = signature;
    QCOMPARE(outcomeName(askRule("mx-tls-weak", facts).outcome), outcome);
}

void tst_RulesMx::aDomainWithoutMailSaysSoOnce()
{
    DomainFacts facts = goodFacts();
    facts.mx = noDataLookup(facts.domain.ascii, RecordType::Mx);
    facts.domainAddresses = addressesOf(facts.domain.ascii, {}, {});
    facts.mxHosts.clear();
    QCOMPARE(askRule("mx-no-address", facts).outcome, Verdict::Outcome::Fail);
    QCOMPARE(askRule("domain-parked", facts).outcome, Verdict::Outcome::Pass);
    setRecord(facts, {});
    QCOMPARE(askRule("mx-no-address", facts).outcome, Verdict::Outcome::NotApplicable);
    QCOMPARE(askRule("domain-parked", facts).outcome, Verdict::Outcome::Fail);
}

void tst_RulesMx::whatWasNotAskedIsUndetermined()
{
    DomainFacts facts;
    facts.domain.ascii = QStringLiteral("good.example");
    facts.observedAt = observedThen();
    for (const char *id :
         {"mx-null", "mx-implicit", "mx-single", "mx-no-address", "mx-unreachable", "mx-timeout", "mx-dns-error", "starttls-absent",
          "mx-cert-expired", "mx-cert-name", "mx-not-covered", "domain-nxdomain", "domain-parked", "dnssec-bogus"})
        QCOMPARE(outcomeName(askRule(id, facts).outcome), QStringLiteral("undetermined"));
}

QTEST_GUILESS_MAIN(tst_RulesMx)
#include "tst_rules_mx.moc"
