// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/circumstances.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/rulecheck.h"

#include <QTest>

using namespace mta;

class tst_RulesDomain : public QObject
{
    Q_OBJECT

private slots:
    void aWrongClockMakesNoZoneBogus();
    void aDomainThatDoesNotExistGivesThatAlone();
    void aServerThatDeniesTheNameAndAnswersBelowItIsNotBelieved();
    void bogusZonesOfHostsAreNamed();
    void withoutValidationNothingIsSaid();
    void theRootTellsTheTime_data();
    void theRootTellsTheTime();
    void theRootOutweighsTheServers();
    void serversTellTheTimeOnlyTogether();
    void productsAreKnownByTheirIssuer_data();
    void productsAreKnownByTheirIssuer();
    void aBlockedPortIsANote();
};

namespace
{

/// A world one year ahead of this computer's clock: all certificates begin after it, and the policy host says the date.
DomainFacts aYearBehind()
{
    DomainFacts facts = goodFacts();
    facts.observedAt = observedThen().addYears(-1);
    for (PolicyFetch &fetch : facts.fetches)
        fetch.headers.append(HttpHeader{"Date", "Mon, 15 Jun 2026 12:00:00 GMT"});
    return facts;
}

} // namespace

void tst_RulesDomain::aDomainThatDoesNotExistGivesThatAlone()
{
    DomainFacts facts = goodFacts();
    facts.mx = nxdomainLookup(facts.domain.ascii, RecordType::Mx);
    facts.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt);
    facts.witness.smtpSeemsBlocked = true;
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList{QStringLiteral("domain-nxdomain")});
    QCOMPARE(audit.verdict, DomainVerdict::NotApplicable);
}

void tst_RulesDomain::aServerThatDeniesTheNameAndAnswersBelowItIsNotBelieved()
{
    DomainFacts facts = goodFacts();
    facts.mx = nxdomainLookup(facts.domain.ascii, RecordType::Mx);
    QCOMPARE(askRule("domain-nxdomain", facts).outcome, Verdict::Outcome::Pass);
    facts.sts = {};
    facts.mx = bogusLookup(facts.mx, QStringLiteral("no proof"));
    QCOMPARE(askRule("domain-nxdomain", facts).outcome, Verdict::Outcome::Undetermined);
}

void tst_RulesDomain::bogusZonesOfHostsAreNamed()
{
    DomainFacts facts = goodFacts();
    facts.mxHosts[1].addresses.aaaa = bogusLookup(facts.mxHosts[1].addresses.aaaa, QStringLiteral("signature expired"));
    facts.sts = bogusLookup(facts.sts, QStringLiteral("signature expired"));
    const Verdict verdict = askRule("dnssec-bogus", facts);
    QCOMPARE(verdict.hits.size(), 2);
    QCOMPARE(verdict.hits.at(0).subject, QStringLiteral("good.example"));
    QCOMPARE(verdict.hits.at(0).evidence, QStringLiteral("/sts"));
    QCOMPARE(verdict.hits.at(1).subject, QStringLiteral("mx2.good.example"));
    QCOMPARE(verdict.hits.at(1).evidence, QStringLiteral("/mxHosts/1/addresses/aaaa"));
}

void tst_RulesDomain::withoutValidationNothingIsSaid()
{
    DomainFacts facts = goodFacts();
    QCOMPARE(askRule("dnssec-bogus", facts).outcome, Verdict::Outcome::Pass);
    facts.sts.security = facts.mx.security = Security::Unknown;
    QCOMPARE(askRule("dnssec-bogus", facts).outcome, Verdict::Outcome::Undetermined);
}

void tst_RulesDomain::theRootTellsTheTime_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<bool>("wrong");
    const qint64 day = 86400;
    QTest::newRow("within the signature") << -10 * day << 10 * day << false;
    QTest::newRow("a day before it, to the second") << day << 20 * day << false;
    QTest::newRow("one second more") << day + 1 << 20 * day << true;
    QTest::newRow("a day after it, to the second") << -20 * day << -day << false;
    QTest::newRow("one second later") << -20 * day << -day - 1 << true;
}

void tst_RulesDomain::theRootTellsTheTime()
{
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(bool, wrong);
    DomainFacts facts = goodFacts();
    facts.witness.rootSignedFrom = facts.observedAt.addSecs(from);
    facts.witness.rootSignedUntil = facts.observedAt.addSecs(until);
    QCOMPARE(askRule("local-clock-wrong", facts).outcome == Verdict::Outcome::Fail, wrong);
}

void tst_RulesDomain::theRootOutweighsTheServers()
{
    DomainFacts facts = aYearBehind();
    QCOMPARE(clockDoubt(facts).witness, QStringLiteral("servers"));
    facts.witness.rootSignedFrom = facts.observedAt.addDays(-1);
    facts.witness.rootSignedUntil = facts.observedAt.addDays(20);
    QVERIFY(clockDoubt(facts).isEmpty());
}

void tst_RulesDomain::serversTellTheTimeOnlyTogether()
{
    DomainFacts facts = aYearBehind();
    QCOMPARE(clockDoubt(facts).likely, observedThen());
    QCOMPARE(idsOf(judge(facts, facts.observedAt)), QStringList{QStringLiteral("local-clock-wrong")});
    // One certificate that was not valid then either: the server's clock is as good a suspect.
    DomainFacts disagreeing = facts;
    replaceLeaf(disagreeing.mxHosts[0].probes[0].tls,
                certificateFor({QStringLiteral("mx1.good.example")}, observedThen().addYears(-2), observedThen().addYears(-1).addDays(3)));
    QVERIFY(clockDoubt(disagreeing).isEmpty());
    // Only one host speaks: a domain could make that up.
    DomainFacts alone = facts;
    alone.mxHosts.clear();
    QVERIFY(clockDoubt(alone).isEmpty());
    // The date agrees with ours.
    facts.observedAt = observedThen().addSecs(-86400);
    QVERIFY(clockDoubt(facts).isEmpty());
}

void tst_RulesDomain::productsAreKnownByTheirIssuer_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Trust>("trust");
    QTest::addColumn<bool>("intercepted");
    const QString host = QStringLiteral("mta-sts.good.example");
    const QString product = QStringLiteral("CN=Zscaler Intermediate Root CA, O=Zscaler Inc.");
    QTest::newRow("a known product") << product << host << Trust::UntrustedRoot << true;
    QTest::newRow("trusted all the same") << product << host << Trust::Trusted << false;
    QTest::newRow("an appliance's own certificate") << product << QStringLiteral("gateway.example") << Trust::UntrustedRoot << false;
    QTest::newRow("an unknown issuer") << QStringLiteral("CN=Some CA") << host << Trust::UntrustedRoot << false;
}

void tst_RulesDomain::productsAreKnownByTheirIssuer()
{
    QFETCH(QString, issuer);
    QFETCH(QString, name);
    QFETCH(Trust, trust);
    QFETCH(bool, intercepted);
    DomainFacts facts = goodFacts();
    forPolicySessions(facts, [&](TlsSession &session) {
        Certificate leaf = session.chain.first();
        leaf.issuer = issuer;
        leaf.dnsNames = {name};
        replaceLeaf(session, leaf);
        session.verdict.trust = trust;
    });
    QCOMPARE(askRule("tls-intercepted", facts).outcome == Verdict::Outcome::Fail, intercepted);
}

void tst_RulesDomain::aBlockedPortIsANote()
{
    DomainFacts facts = goodFacts();
    QCOMPARE(askRule("smtp-port-blocked", facts).outcome, Verdict::Outcome::Pass);
    facts.witness.smtpSeemsBlocked = true;
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit, Severity::Note), QStringList{QStringLiteral("smtp-port-blocked")});
    QVERIFY(findingRemedy(audit.findings.first()).contains(QStringLiteral("--proxy socks5://")));
}

void tst_RulesDomain::aWrongClockMakesNoZoneBogus()
{
    DomainFacts facts = goodFacts();
    for (Lookup *lookup : {&facts.sts, &facts.mx, &facts.tlsRpt, &facts.policyHost.a, &facts.mxHosts[0].addresses.a})
        *lookup = bogusLookup(*lookup, QStringLiteral("signature expired"));
    QVERIFY(idsOf(judge(facts, facts.observedAt)).contains(QStringLiteral("dnssec-bogus")));

    facts.witness.rootSignedFrom = facts.observedAt.addDays(-40);
    facts.witness.rootSignedUntil = facts.observedAt.addDays(-20);
    const DomainAudit audit = judge(facts, facts.observedAt);
    QCOMPARE(idsOf(audit), QStringList{QStringLiteral("local-clock-wrong")});
    QCOMPARE(audit.facts, facts);
    // At the right time the evidence is as good as that of a resolver that does not validate.
    QCOMPARE(judge(facts, facts.observedAt.addDays(-30)).verdict, DomainVerdict::Protected);

    // What servers say of the time is no excuse for a zone: whoever forges its answers may run them.
    DomainFacts behind = aYearBehind();
    QCOMPARE(clockDoubt(behind).witness, QStringLiteral("servers"));
    behind.sts = bogusLookup(behind.sts, QStringLiteral("signature expired"));
    QVERIFY(idsOf(judge(behind, behind.observedAt)).contains(QStringLiteral("dnssec-bogus")));
}

QTEST_GUILESS_MAIN(tst_RulesDomain)
#include "tst_rules_domain.moc"
