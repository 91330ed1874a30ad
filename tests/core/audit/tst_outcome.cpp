// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/checks.h"
#include "audit/judge.h"
#include "audit/outcome.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"

#include <QTest>

using namespace mta;

using Stage = SmtpDialog::Stage;
using Failure = SmtpDialog::Failure;

class tst_Outcome : public QObject
{
    Q_OBJECT

private slots:
    void anAddressMeets_data();
    void anAddressMeets();
    void ofSeveralProblemsTheFirstOfTheRfcCounts();
    void aTimeoutIsUnreachableOnlyWhenAnotherHostAnswered_data();
    void aTimeoutIsUnreachableOnlyWhenAnotherHostAnswered();
    void theBestAddressSpeaksForItsHost_data();
    void theBestAddressSpeaksForItsHost();
    void deliveryFollowsThePolicy_data();
    void deliveryFollowsThePolicy();
    void aHostWithoutAddressIsUnreachable();
    void aHostWhoseLookupFailedIsUntested();
    void addressesOfABogusAnswerCountForNothing();
    void datesEndWithTheirLastSecond_data();
    void datesEndWithTheirLastSecond();
    void aWrongClockLeavesDatesUntested();
};

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");

/// One mail server with one address, of which the test decides how it ends.
DomainFacts withProbe(const MxProbe &probe)
{
    DomainFacts facts = goodFacts();
    setMx(facts, {mx1});
    facts.mxHosts[0].probes = {probe};
    facts.witness.smtpAnswered = true;
    return facts;
}

AddressOutcome outcomeOf(const DomainFacts &facts)
{
    return observe(facts, facts.observedAt).mx.at(0).addresses.at(0);
}

MxProbe good()
{
    return goodProbe(mx1, QStringLiteral("192.0.2.1"));
}

MxProbe broken(ProbeEnd end, Stage stage, Failure failure = Failure::None, int replyCode = 0)
{
    MxProbe probe = brokenProbe(QStringLiteral("192.0.2.1"), end, stage, failure);
    if (stage >= Stage::StartTls)
        probe.plain = good().plain;
    if (replyCode != 0)
        probe.reply = SmtpReply{replyCode, {"text"}};
    return probe;
}

MxProbe withSession(const std::function<void(TlsSession &)> &change)
{
    MxProbe probe = good();
    change(probe.tls);
    return probe;
}

MxProbe withLeaf(const Certificate &leaf)
{
    return withSession([&](TlsSession &session) { replaceLeaf(session, leaf); });
}

MxProbe withTrust(Trust trust)
{
    return withSession([=](TlsSession &session) { session.verdict.trust = trust; });
}

Certificate leaf(const QString &name, int from, int to)
{
    return certificateFor({name}, observedThen().addDays(from), observedThen().addDays(to));
}

Certificate onlyCommonName()
{
    Certificate certificate = leaf(mx1, -1, 60);
    certificate.dnsNames.clear();
    return certificate;
}

MxProbe notOffered(bool handshake)
{
    MxProbe probe = good();
    probe.plain->startTls = false;
    if (!handshake) {
        probe.tls = {};
        probe.startTlsReply = SmtpReply{502, {"what"}};
    }
    return probe;
}

MxProbe slowHandshake(std::chrono::milliseconds waited)
{
    MxProbe probe = broken(ProbeEnd::Timeout, Stage::Handshake);
    probe.tls.attempted = true;
    probe.tls.elapsed = waited;
    return probe;
}

} // namespace

void tst_Outcome::anAddressMeets_data()
{
    QTest::addColumn<MxProbe>("probe");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const MxProbe &probe, const char *result, const char *reason) {
        QTest::newRow(name) << probe << QString::fromLatin1(result) << QString::fromLatin1(reason);
    };
    row("all well", good(), "ok", "");
    row("421 in the greeting", broken(ProbeEnd::Complete, Stage::Greeting, Failure::GreetingTemporary, 421), "untested", "temporary");
    row("450 to EHLO", broken(ProbeEnd::Complete, Stage::Ehlo, Failure::EhloTemporary, 450), "untested", "temporary");
    row("silence after the connection", broken(ProbeEnd::Timeout, Stage::Ehlo), "untested", "tarpit");
    row("no network", broken(ProbeEnd::NoNetwork, Stage::Greeting), "untested", "no-network");
    row("proxy failed", broken(ProbeEnd::ProxyFailed, Stage::Greeting), "untested", "proxy");
    row("refused", broken(ProbeEnd::Refused, Stage::Greeting), "unreachable", "refused");
    row("no route", broken(ProbeEnd::Unreachable, Stage::Greeting), "unreachable", "no-route");
    row("reset before EHLO", broken(ProbeEnd::Reset, Stage::Greeting), "unreachable", "reset");
    row("reset after STARTTLS", broken(ProbeEnd::Reset, Stage::StartTls), "validation-failure", "starttls-refused");
    row("reset in the handshake", broken(ProbeEnd::Reset, Stage::Handshake), "validation-failure", "handshake");
    row("554 in the greeting", broken(ProbeEnd::Complete, Stage::Greeting, Failure::GreetingPermanent, 554), "unreachable",
        "greeting-refused");
    row("no SMTP", broken(ProbeEnd::Complete, Stage::Greeting, Failure::NotSmtp), "unreachable", "not-smtp");
    row("EHLO refused", broken(ProbeEnd::Complete, Stage::Ehlo, Failure::EhloRefused, 550), "unreachable", "ehlo-refused");
    row("EHLO unknown", broken(ProbeEnd::Complete, Stage::Ehlo, Failure::EhloUnknown, 502), "starttls-not-supported", "no-ehlo");
    row("STARTTLS not offered", notOffered(false), "starttls-not-supported", "");
    row("STARTTLS hidden", notOffered(true), "starttls-not-supported", "hidden");
    row("454 to STARTTLS", broken(ProbeEnd::Complete, Stage::StartTls, Failure::StartTlsTemporary, 454), "validation-failure",
        "starttls-refused");
    row("421 to STARTTLS", broken(ProbeEnd::Complete, Stage::StartTls, Failure::StartTlsTemporary, 421), "untested", "temporary");
    row("501 to STARTTLS", broken(ProbeEnd::Complete, Stage::StartTls, Failure::StartTlsRefused, 501), "validation-failure",
        "starttls-refused");
    row("injection", broken(ProbeEnd::Complete, Stage::StartTls, Failure::Injection), "validation-failure", "injection");
    row("handshake failed", broken(ProbeEnd::TlsFailed, Stage::Handshake), "validation-failure", "handshake");
    row("handshake silent for five seconds", slowHandshake(std::chrono::milliseconds(5000)), "validation-failure", "handshake");
    row("handshake silent for less", slowHandshake(std::chrono::milliseconds(4999)), "untested", "tarpit");
    row("broken grammar", broken(ProbeEnd::Complete, Stage::Ehlo, Failure::Grammar), "validation-failure", "protocol");
    row("TLS 1.1 only", withSession([](TlsSession &s) { s.version = TlsVersion::Tls11; }), "validation-failure", "tls-old");
    row("TLS 1.2", withSession([](TlsSession &s) { s.version = TlsVersion::Tls12; }), "ok", "");
    row("other name", withLeaf(leaf(QStringLiteral("good.example"), -1, 60)), "certificate-host-mismatch", "");
    row("CN only", withLeaf(onlyCommonName()), "certificate-host-mismatch", "only-common-name");
    row("wildcard in its place", withLeaf(leaf(QStringLiteral("*.good.example"), -1, 60)), "ok", "");
    row("expired", withLeaf(leaf(mx1, -60, -1)), "certificate-expired", "");
    row("not yet valid", withLeaf(leaf(mx1, 1, 60)), "validation-failure", "not-yet-valid");
    row("self-signed", withTrust(Trust::SelfSigned), "certificate-not-trusted", "self-signed");
    row("incomplete chain", withTrust(Trust::IncompleteChain), "certificate-not-trusted", "incomplete-chain");
    row("untrusted root", withTrust(Trust::UntrustedRoot), "certificate-not-trusted", "untrusted");
    row("invalid chain", withTrust(Trust::Invalid), "certificate-not-trusted", "untrusted");
    row("no certificate", withSession([](TlsSession &s) { s.chain.clear(); }), "validation-failure", "no-certificate");
    MxProbe cutAfterTls = good();
    cutAfterTls.end = ProbeEnd::Reset;
    cutAfterTls.stage = Stage::EhloAfterTls;
    row("cut after TLS came up", cutAfterTls, "ok", "");
    MxProbe refusedInside = good();
    refusedInside.failure = Failure::EhloAfterTlsFailed;
    refusedInside.reply = SmtpReply{550, {"no"}};
    row("EHLO refused inside TLS", refusedInside, "validation-failure", "ehlo-after-tls");
    for (const char *why : {"guard", "cancelled", "family", "limit"}) {
        MxProbe probe = broken(ProbeEnd::NotTried, Stage::Greeting);
        probe.detail = QString::fromLatin1(why);
        row(why, probe, "untested", why);
    }
}

void tst_Outcome::anAddressMeets()
{
    QFETCH(MxProbe, probe);
    QFETCH(QString, result);
    QFETCH(QString, reason);
    const AddressOutcome outcome = outcomeOf(withProbe(probe));
    QCOMPARE(outcome.result, result);
    QCOMPARE(outcome.reason, reason);
    QCOMPARE(outcome.wouldDeliver.has_value(), result != QLatin1String("untested"));
    QCOMPARE(outcome.wouldDeliverEnforced.has_value(), result != QLatin1String("untested"));
    QCOMPARE(outcome.wouldDeliver.value_or(false), result == QLatin1String("ok"));
    QCOMPARE(outcome.certificate, probe.tls.chain.value(0));
}

void tst_Outcome::ofSeveralProblemsTheFirstOfTheRfcCounts()
{
    MxProbe probe = withLeaf(leaf(QStringLiteral("other.example"), -60, -1));
    probe.tls.verdict.trust = Trust::SelfSigned;
    QCOMPARE(outcomeOf(withProbe(probe)).result, QStringLiteral("certificate-host-mismatch"));
    probe = withLeaf(leaf(mx1, -60, -1));
    probe.tls.verdict.trust = Trust::SelfSigned;
    QCOMPARE(outcomeOf(withProbe(probe)).result, QStringLiteral("certificate-expired"));
}

void tst_Outcome::aTimeoutIsUnreachableOnlyWhenAnotherHostAnswered_data()
{
    QTest::addColumn<bool>("witness");
    QTest::addColumn<bool>("neighbour");
    QTest::addColumn<QString>("result");
    QTest::newRow("nobody answered in the run") << false << false << QStringLiteral("untested");
    QTest::newRow("another domain's server answered") << true << false << QStringLiteral("unreachable");
    QTest::newRow("the domain's other server answered") << false << true << QStringLiteral("unreachable");
}

void tst_Outcome::aTimeoutIsUnreachableOnlyWhenAnotherHostAnswered()
{
    QFETCH(bool, witness);
    QFETCH(bool, neighbour);
    QFETCH(QString, result);
    DomainFacts facts = goodFacts();
    if (!neighbour)
        setMx(facts, {mx1});
    facts.mxHosts[0].probes = {broken(ProbeEnd::Timeout, Stage::Greeting)};
    facts.witness.smtpAnswered = witness;
    QCOMPARE(outcomeOf(facts).result, result);
}

void tst_Outcome::theBestAddressSpeaksForItsHost_data()
{
    QTest::addColumn<MxProbe>("one");
    QTest::addColumn<MxProbe>("other");
    QTest::addColumn<QString>("result");
    const MxProbe expired = withLeaf(leaf(mx1, -60, -1));
    const MxProbe refused = broken(ProbeEnd::Refused, Stage::Greeting);
    const MxProbe later = broken(ProbeEnd::Complete, Stage::Greeting, Failure::GreetingTemporary, 421);
    const MxProbe noIpv6 = broken(ProbeEnd::NoNetwork, Stage::Greeting);
    QTest::newRow("good and refused") << good() << refused << QStringLiteral("ok");
    QTest::newRow("expired and good") << expired << good() << QStringLiteral("ok");
    QTest::newRow("refused and expired") << refused << expired << QStringLiteral("certificate-expired");
    QTest::newRow("expired and without IPv6 here") << expired << noIpv6 << QStringLiteral("certificate-expired");
    QTest::newRow("refused and asked to come back") << refused << later << QStringLiteral("untested");
    QTest::newRow("refused and without IPv6 here") << refused << noIpv6 << QStringLiteral("unreachable");
}

void tst_Outcome::theBestAddressSpeaksForItsHost()
{
    QFETCH(MxProbe, one);
    QFETCH(MxProbe, other);
    QFETCH(QString, result);
    DomainFacts facts = withProbe(one);
    facts.mxHosts[0].probes.append(other);
    QCOMPARE(observe(facts, facts.observedAt).mx.at(0).result, result);
    facts.mxHosts[0].probes = {other, one};
    QCOMPARE(observe(facts, facts.observedAt).mx.at(0).result, result);
}

void tst_Outcome::deliveryFollowsThePolicy_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<MxProbe>("probe");
    QTest::addColumn<bool>("delivered");
    QTest::addColumn<bool>("enforced");
    const MxProbe expired = withLeaf(leaf(mx1, -60, -1));
    const MxProbe refused = broken(ProbeEnd::Refused, Stage::Greeting);
    const QByteArray other = "*.other.example";
    QTest::newRow("enforce, good") << policyText("enforce") << good() << true << true;
    QTest::newRow("enforce, expired") << policyText("enforce") << expired << false << false;
    QTest::newRow("enforce, not covered") << policyText("enforce", other) << good() << false << false;
    QTest::newRow("testing, expired") << policyText("testing") << expired << true << false;
    QTest::newRow("testing, not covered") << policyText("testing", other) << good() << true << false;
    QTest::newRow("testing, refused") << policyText("testing") << refused << false << false;
    QTest::newRow("none, expired") << policyText("none") << expired << true << false;
    QTest::newRow("invalid policy, good") << QByteArray("hello") << good() << true << true;
    QTest::newRow("invalid policy, expired") << QByteArray("hello") << expired << true << false;
}

void tst_Outcome::deliveryFollowsThePolicy()
{
    QFETCH(QByteArray, policy);
    QFETCH(MxProbe, probe);
    QFETCH(bool, delivered);
    QFETCH(bool, enforced);
    DomainFacts facts = withProbe(probe);
    setPolicy(facts, policy);
    const AddressOutcome outcome = outcomeOf(facts);
    QCOMPARE(outcome.wouldDeliver, std::optional<bool>(delivered));
    QCOMPARE(outcome.wouldDeliverEnforced, std::optional<bool>(enforced));
}

void tst_Outcome::aHostWithoutAddressIsUnreachable()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].probes.clear();
    facts.mxHosts[0].addresses = addressesOf(mx1, {}, {});
    QCOMPARE(observe(facts, facts.observedAt).mx.at(0).result, QStringLiteral("unreachable"));
}

void tst_Outcome::aHostWhoseLookupFailedIsUntested()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].probes.clear();
    facts.mxHosts[0].addresses.a = failedLookup(mx1, RecordType::A, AnswerStatus::ServFail);
    facts.mxHosts[0].addresses.aaaa = noDataLookup(mx1, RecordType::Aaaa);
    QCOMPARE(observe(facts, facts.observedAt).mx.at(0).result, QStringLiteral("untested"));
}

void tst_Outcome::addressesOfABogusAnswerCountForNothing()
{
    DomainFacts facts = goodFacts();
    HostAddresses &addresses = facts.mxHosts[0].addresses;
    addresses.a = bogusLookup(addresses.a, QStringLiteral("expired"));
    addresses.aaaa = bogusLookup(addresses.aaaa, QStringLiteral("expired"));
    QCOMPARE(observe(facts, facts.observedAt).mx.at(0).result, QStringLiteral("untested"));
    for (MxProbe &probe : facts.mxHosts[0].probes)
        probe.end = ProbeEnd::Refused;
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(audit.mx.at(0).result, QStringLiteral("untested"));
    for (const Finding &finding : audit.findings)
        QVERIFY2(finding.ruleId != QLatin1String("mx-unreachable"), qPrintable(finding.subject));
}

void tst_Outcome::datesEndWithTheirLastSecond_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("result");
    const int end = 60 * 86400;
    QTest::newRow("one second before the end") << end - 1 << QStringLiteral("ok");
    QTest::newRow("the last second") << end << QStringLiteral("ok");
    QTest::newRow("one second later") << end + 1 << QStringLiteral("certificate-expired");
    QTest::newRow("the first second") << -30 * 86400 << QStringLiteral("ok");
    QTest::newRow("one second before the beginning") << -30 * 86400 - 1 << QStringLiteral("validation-failure");
}

void tst_Outcome::datesEndWithTheirLastSecond()
{
    QFETCH(int, seconds);
    QFETCH(QString, result);
    const DomainFacts facts = withProbe(good());
    QCOMPARE(observe(facts, facts.observedAt.addSecs(seconds)).mx.at(0).result, result);
}

void tst_Outcome::aWrongClockLeavesDatesUntested()
{
    DomainFacts facts = withProbe(withLeaf(leaf(mx1, -60, -1)));
    facts.witness.programBuilt = facts.observedAt.addDays(30);
    QCOMPARE(outcomeOf(facts).result, QStringLiteral("untested"));
    QCOMPARE(outcomeOf(facts).reason, QStringLiteral("clock"));
    facts.mxHosts[0].probes[0].tls.verdict.trust = Trust::SelfSigned;
    QCOMPARE(outcomeOf(facts).result, QStringLiteral("certificate-not-trusted"));
}

QTEST_GUILESS_MAIN(tst_Outcome)
#include "tst_outcome.moc"
