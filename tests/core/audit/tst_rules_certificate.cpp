// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "audit/situation.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"

#include <QTest>
#include <algorithm>

using namespace mta;

class tst_RulesCertificate : public QObject
{
    Q_OBJECT

private slots:
    void severityFollowsThePolicy_data();
    void severityFollowsThePolicy();
    void allProblemsOfOneCertificateAreReported();
    void aHiddenStartTlsShowsNoCertificate();
    void oldTlsShowsNoCertificate();
    void oneGoodAddressLeavesOnlyTheDifference();
    void expiryIsSoonWithinFourteenDays_data();
    void expiryIsSoonWithinFourteenDays();
    void theWindowThatTheUserChose_data();
    void theWindowThatTheUserChose();
    void theIntermediateCountsAndIsNamed();
    void aRootsOwnSignatureDoesNotMatter();
    void namesAreOnlyThoseOfTheSubjectAltName_data();
    void namesAreOnlyThoseOfTheSubjectAltName();
    void eightNamesAreShown();
    void oneHostTwoCertificatesAreTwoFindings();
    void aWrongClockMakesDatesUndetermined();
};

namespace
{

const QString mx1 = QStringLiteral("mx1.good.example");

Certificate leaf(const QStringList &names, qint64 from, qint64 to)
{
    return certificateFor(names, observedThen().addSecs(from), observedThen().addSecs(to));
}

constexpr qint64 day = 86400;

void setFirst(DomainFacts &facts, const Certificate &certificate)
{
    for (MxProbe &probe : facts.mxHosts[0].probes)
        replaceLeaf(probe.tls, certificate);
}

} // namespace

void tst_RulesCertificate::severityFollowsThePolicy_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<Severity>("severity");
    QTest::newRow("enforce") << policyText("enforce") << Severity::Error;
    QTest::newRow("testing") << policyText("testing") << Severity::Error;
    QTest::newRow("none: nobody must check") << policyText("none") << Severity::Warning;
    QTest::newRow("no policy") << QByteArray() << Severity::Warning;
    QTest::newRow("invalid policy") << QByteArray("hello") << Severity::Warning;
    QTest::newRow("enforce, but the host is not in it") << policyText("enforce", "mx2.good.example") << Severity::Warning;
}

void tst_RulesCertificate::severityFollowsThePolicy()
{
    QFETCH(QByteArray, policy);
    QFETCH(Severity, severity);
    DomainFacts facts = goodFacts();
    setPolicy(facts, policy);
    if (policy.isEmpty())
        setRecord(facts, {});
    setFirst(facts, leaf({mx1}, -90 * day, -2 * day));
    const DomainAudit audit = judge(facts, facts.observedAt);
    const auto finding = std::find_if(audit.findings.cbegin(), audit.findings.cend(),
                                      [](const Finding &f) { return f.ruleId == QLatin1String("mx-cert-expired"); });
    QVERIFY(finding != audit.findings.cend());
    QCOMPARE(finding->severity, severity);
    QCOMPARE(finding->evidence, QStringLiteral("/mxHosts/0/probes/0/tls/chain/0"));
}

void tst_RulesCertificate::allProblemsOfOneCertificateAreReported()
{
    DomainFacts facts = goodFacts();
    Certificate bad = leaf({QStringLiteral("other.example")}, -90 * day, -2 * day);
    bad.signatureAlgorithm = QStringLiteral("sha1WithRSAEncryption");
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        probe.tls.chain = {bad};
        probe.tls.verdict = {Trust::IncompleteChain, {bad}, {}};
    }
    QCOMPARE(idsOf(judge(facts, facts.observedAt)),
             QStringList({QStringLiteral("mx-cert-expired"), QStringLiteral("mx-cert-incomplete-chain"), QStringLiteral("mx-cert-name"),
                          QStringLiteral("mx-cert-weak")}));
}

void tst_RulesCertificate::aHiddenStartTlsShowsNoCertificate()
{
    DomainFacts facts = goodFacts();
    setFirst(facts, leaf({mx1}, -90 * day, -2 * day));
    for (MxProbe &probe : facts.mxHosts[0].probes)
        probe.plain->startTls = false;
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("starttls-hidden")});
}

void tst_RulesCertificate::oldTlsShowsNoCertificate()
{
    DomainFacts facts = goodFacts();
    setFirst(facts, leaf({mx1}, -90 * day, -2 * day));
    for (MxProbe &probe : facts.mxHosts[0].probes)
        probe.tls.version = TlsVersion::Tls10;
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("mx-tls-old")});
}

void tst_RulesCertificate::oneGoodAddressLeavesOnlyTheDifference()
{
    DomainFacts facts = goodFacts();
    replaceLeaf(facts.mxHosts[0].probes[1].tls, leaf({mx1}, -90 * day, -2 * day));
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("mx-address-differs")});
}

void tst_RulesCertificate::expiryIsSoonWithinFourteenDays_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("soon");
    QTest::addColumn<QString>("expired");
    QTest::newRow("expires in 14 days") << 14 * day << QStringLiteral("fail") << QStringLiteral("pass");
    QTest::newRow("one second later") << 14 * day + 1 << QStringLiteral("pass") << QStringLiteral("pass");
    QTest::newRow("in its last second") << qint64(0) << QStringLiteral("fail") << QStringLiteral("pass");
    QTest::newRow("expired a second ago") << qint64(-1) << QStringLiteral("pass") << QStringLiteral("fail");
}

void tst_RulesCertificate::expiryIsSoonWithinFourteenDays()
{
    QFETCH(qint64, left);
    QFETCH(QString, soon);
    QFETCH(QString, expired);
    DomainFacts facts = goodFacts();
    setFirst(facts, leaf({mx1}, -90 * day, left));
    QCOMPARE(outcomeName(askRule("mx-cert-expires-soon", facts).outcome), soon);
    QCOMPARE(outcomeName(askRule("mx-cert-expired", facts).outcome), expired);
}

void tst_RulesCertificate::theWindowThatTheUserChose_data()
{
    QTest::addColumn<int>("recorded");
    QTest::addColumn<int>("asked");
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("outcome");
    const QString fails = QStringLiteral("fail");
    const QString passes = QStringLiteral("pass");
    constexpr int notAsked = -1;
    QTest::newRow("none was chosen") << 0 << notAsked << 20 * day << QStringLiteral("not-applicable");
    QTest::newRow("in its last second") << 30 << notAsked << 30 * day << fails;
    QTest::newRow("one second later") << 30 << notAsked << 30 * day + 1 << passes;
    QTest::newRow("soon has a finding of its own") << 30 << notAsked << 14 * day << passes;
    QTest::newRow("one second later than soon") << 30 << notAsked << 14 * day + 1 << fails;
    QTest::newRow("a window within those days says nothing more") << 7 << notAsked << 5 * day << passes;
    QTest::newRow("expired has a finding of its own") << 30 << notAsked << -day << passes;
    QTest::newRow("another window is asked for") << 0 << 30 << 20 * day << fails;
    QTest::newRow("a smaller one is asked for") << 30 << 15 << 20 * day << passes;
    QTest::newRow("none is asked for") << 30 << 0 << 20 * day << QStringLiteral("not-applicable");
}

void tst_RulesCertificate::theWindowThatTheUserChose()
{
    QFETCH(int, recorded);
    QFETCH(int, asked);
    QFETCH(qint64, left);
    DomainFacts facts = goodFacts();
    facts.conditions.expiryDays = recorded;
    setFirst(facts, leaf({mx1}, -90 * day, left));
    Profile profile;
    if (asked >= 0)
        profile.expiryDays = asked;
    const Verdict verdict = findRule(QStringLiteral("mx-cert-expires-before-renewal"))->check(observe(facts, facts.observedAt, profile));
    QTEST(outcomeName(verdict.outcome), "outcome");
    const QStringList ids = idsOf(judge(facts, facts.observedAt, profile));
    QCOMPARE(ids.contains(QStringLiteral("mx-cert-expires-before-renewal")), verdict.outcome == Verdict::Outcome::Fail);
}

void tst_RulesCertificate::theIntermediateCountsAndIsNamed()
{
    DomainFacts facts = goodFacts();
    const Certificate intermediate = leaf({QStringLiteral("Some Issuer")}, -900 * day, 5 * day);
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        probe.tls.chain.append(intermediate);
        probe.tls.verdict.path.insert(1, intermediate);
    }
    Verdict verdict = askRule("mx-cert-expires-soon", facts);
    QCOMPARE(verdict.hits.size(), 1);
    QCOMPARE(verdict.hits.first().evidence, QStringLiteral("/mxHosts/0/probes/0/tls/chain/1"));
    verdict = askRule("mx-cert-expired", facts, facts.observedAt.addDays(6));
    QCOMPARE(verdict.hits.size(), 1);
    QCOMPARE(verdict.hits.first().values.value(QStringLiteral("certificate")), QStringLiteral("Some Issuer"));
    QCOMPARE(verdict.hits.first().values.value(QStringLiteral("ago")), QStringLiteral("one day"));
}

void tst_RulesCertificate::aRootsOwnSignatureDoesNotMatter()
{
    DomainFacts facts = goodFacts();
    forMxSessions(facts, [](TlsSession &session) { session.verdict.path[1].signatureAlgorithm = QStringLiteral("sha1WithRSAEncryption"); });
    QCOMPARE(askRule("mx-cert-weak", facts).outcome, Verdict::Outcome::Pass);
    forMxSessions(facts, [](TlsSession &session) {
        session.verdict.path[1].keyType = QStringLiteral("RSA");
        session.verdict.path[1].keyBits = 1024;
    });
    QCOMPARE(askRule("mx-cert-weak", facts).outcome, Verdict::Outcome::Fail);
}

void tst_RulesCertificate::namesAreOnlyThoseOfTheSubjectAltName_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("ids");
    const QStringList wrong = {QStringLiteral("mx-cert-name")};
    QTest::newRow("the name") << QStringList{mx1} << QStringList();
    QTest::newRow("one of many") << QStringList{QStringLiteral("a.example"), mx1} << QStringList();
    QTest::newRow("a wildcard label") << QStringList{QStringLiteral("*.good.example")} << QStringList();
    QTest::newRow("a wildcard too high") << QStringList{QStringLiteral("*.example")} << wrong;
    QTest::newRow("part of a label") << QStringList{QStringLiteral("mx*.good.example")} << wrong;
    QTest::newRow("the mail domain") << QStringList{QStringLiteral("good.example")} << wrong;
    QTest::newRow("only a CN") << QStringList() << QStringList{QStringLiteral("mx-cert-no-san")};
}

void tst_RulesCertificate::namesAreOnlyThoseOfTheSubjectAltName()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, ids);
    DomainFacts facts = goodFacts();
    Certificate certificate = leaf({mx1}, -day, 60 * day);
    certificate.dnsNames = names;
    setFirst(facts, certificate);
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), ids);
}

void tst_RulesCertificate::eightNamesAreShown()
{
    for (const int count : {8, 9}) {
        Certificate certificate = leaf({mx1}, -day, 60 * day);
        certificate.dnsNames.clear();
        for (int i = 0; i < count; ++i)
            certificate.dnsNames.append(QStringLiteral("h%1.example").arg(i));
        DomainFacts facts = goodFacts();
        setFirst(facts, certificate);
        const QString names = askRule("mx-cert-name", facts).hits.constFirst().values.value(QStringLiteral("names"));
        QVERIFY(names.contains(QStringLiteral("h7.example")) && !names.contains(QStringLiteral("h8.example")));
        QCOMPARE(names.endsWith(QStringLiteral("and 1 more")), count == 9);
    }
}

void tst_RulesCertificate::oneHostTwoCertificatesAreTwoFindings()
{
    DomainFacts facts = goodFacts();
    replaceLeaf(facts.mxHosts[0].probes[0].tls, leaf({mx1}, -90 * day, -2 * day));
    replaceLeaf(facts.mxHosts[0].probes[1].tls, leaf({mx1}, -90 * day, -3 * day));
    QCOMPARE(askRule("mx-cert-expired", facts).hits.size(), 2);
    replaceLeaf(facts.mxHosts[0].probes[1].tls, leaf({mx1}, -90 * day, -2 * day));
    QCOMPARE(askRule("mx-cert-expired", facts).hits.size(), 1);
}

void tst_RulesCertificate::aWrongClockMakesDatesUndetermined()
{
    DomainFacts facts = goodFacts();
    setFirst(facts, leaf({mx1}, -90 * day, -2 * day));
    facts.witness.rootSignedFrom = facts.observedAt.addDays(-60);
    facts.witness.rootSignedUntil = facts.observedAt.addDays(-39);
    for (const char *id : {"mx-cert-expired", "mx-cert-not-yet-valid", "mx-cert-expires-soon"})
        QCOMPARE(askRule(id, facts).outcome, Verdict::Outcome::Undetermined);
    QCOMPARE(askRule("mx-cert-name", facts).outcome, Verdict::Outcome::Pass);
}

QTEST_GUILESS_MAIN(tst_RulesCertificate)
#include "tst_rules_certificate.moc"
