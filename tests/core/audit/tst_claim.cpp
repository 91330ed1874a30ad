// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Who could come by a name that does not exist, and what is said of it.

#include "audit/claim.h"

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "ruletable.h"

using namespace mta;

class TestClaim : public QObject
{
    Q_OBJECT

private slots:
    void whoCouldTakeIt_data();
    void whoCouldTakeIt();
    void onlyMissingNamesAreClaimed();
    void mailServers_data();
    void mailServers();
    void aliasesSayWhoCouldTakeTheirTarget();

private:
    RuleTable m_table;
};

void TestClaim::whoCouldTakeIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("closest"); ///< zone that says so
    QTest::addColumn<int>("who");
    QTest::addColumn<QString>("claimed");
    const auto row = [](const char *title, const char *name, const char *closest, Claim::Who who, const char *claimed) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(closest) << static_cast<int>(who)
                             << QString::fromLatin1(claimed);
    };
    using Who = Claim::Who;
    row("a domain that nobody has", "mx.lapsed.com", "com", Who::Anybody, "lapsed.com");
    row("the domain itself", "lapsed.com", "com", Who::Anybody, "lapsed.com");
    row("below a suffix of two labels", "a.b.lapsed.co.uk", "co.uk", Who::Anybody, "lapsed.co.uk");
    row("a suffix that is no zone of its own", "mx.lapsed.co.jp", "jp", Who::Anybody, "lapsed.co.jp");
    row("a suffix by a wildcard rule", "mx.lapsed.x.kawasaki.jp", "kawasaki.jp", Who::Anybody, "lapsed.x.kawasaki.jp");
    row("a top-level domain outside the list", "mx.lapsed.example", "example", Who::Anybody, "lapsed.example");
    row("a host of a domain that exists", "mx.other.com", "other.com", Who::Stranger, "other.com");
    row("a host of a subdomain that exists", "mx.eu.other.com", "eu.other.com", Who::Stranger, "eu.other.com");
    row("a provider's customer that is no more", "shop.azurewebsites.net", "azurewebsites.net", Who::Customers, "azurewebsites.net");
    row("the top-level domain does not exist", "mx.internal.corp", ".", Who::Nobody, ".");
    row("a private top-level domain of this network", "mx.lapsed.internal", "internal", Who::Stranger, "internal");
    row("another of them", "mx.corp", "corp", Who::Stranger, "corp");
    row("the one for homes", "mx.lapsed.home.arpa", "home.arpa", Who::Stranger, "home.arpa");
    row("a domain that only sounds private", "mx.lapsed.internal.com", "com", Who::Anybody, "internal.com");
    row("the owner's own name", "gone.good.org", "good.org", Who::Owner, "good.org");
    row("the owner's own name, in a zone above", "gone.good.org", "org", Who::Owner, "good.org");
    row("only alike", "gone.notgood.org", "org", Who::Anybody, "notgood.org");
    row("a public suffix itself", "co.uk", "uk", Who::Stranger, "uk");
    row("a zone that is not above the name", "mx.lapsed.com", "net", Who::Unknown, "");
    row("no zone told", "mx.lapsed.com", "", Who::Unknown, "");
}

void TestClaim::whoCouldTakeIt()
{
    QFETCH(QString, name);
    QFETCH(QString, closest);
    const Lookup missing = nxdomainLookup(name, RecordType::A);
    const Claim claim = claimOn(name, closest.isEmpty() ? missing : withSoa(missing, closest), QStringLiteral("mail.good.org"));
    QTEST(static_cast<int>(claim.who), "who");
    QTEST(claim.name, "claimed");
    QVERIFY(!claim.clause().isEmpty());
    QVERIFY(!claim.clause().contains(u'%'));
    QCOMPARE(claim.isOpen(), claim.who == Claim::Who::Anybody || claim.who == Claim::Who::Customers);
}

void TestClaim::onlyMissingNamesAreClaimed()
{
    const QString name = QStringLiteral("mx.lapsed.com");
    const QString zone = QStringLiteral("com");
    const QString domain = QStringLiteral("good.org");
    QCOMPARE(claimOn(name, withSoa(noDataLookup(name, RecordType::A), zone), domain).who, Claim::Who::Unknown);
    QCOMPARE(claimOn(name, failedLookup(name, RecordType::A, AnswerStatus::Timeout), domain).who, Claim::Who::Unknown);
    QCOMPARE(claimOn(name, bogusLookup(withSoa(nxdomainLookup(name, RecordType::A), zone), QStringLiteral("x")), domain).who,
             Claim::Who::Unknown);
}

void TestClaim::mailServers_data()
{
    QTest::addColumn<Lookup>("ipv4");
    QTest::addColumn<QString>("answer");
    const QString host = QStringLiteral("mx1.good.example");
    const auto missing = [](const char *name, const char *zone) {
        return withSoa(nxdomainLookup(QString::fromLatin1(name), RecordType::A), QString::fromLatin1(zone));
    };
    QTest::newRow("a name of the owner") << missing("mx1.good.example", "good.example") << QStringLiteral("pass");
    QTest::newRow("an alias of a free name") << aliasLookup(host, missing("mx.lapsed.com", "com")) << QStringLiteral("fail");
    QTest::newRow("an alias of a provider's free name")
        << aliasLookup(host, missing("shop.azurewebsites.net", "azurewebsites.net")) << QStringLiteral("fail");
    QTest::newRow("an alias of a missing name in a domain that exists")
        << aliasLookup(host, missing("mx.other.com", "other.com")) << QStringLiteral("pass");
    QTest::newRow("no data") << withSoa(noDataLookup(host, RecordType::A), QStringLiteral("example")) << QStringLiteral("pass");
}

void TestClaim::mailServers()
{
    QFETCH(Lookup, ipv4);
    DomainFacts facts = goodFacts();
    facts.mxHosts[0].addresses = {ipv4, {}};
    facts.mxHosts[0].probes.clear();
    QTEST(m_table.answer("mx-host-takeover", facts), "answer");
    facts.mx = failedLookup(facts.domain.ascii, RecordType::Mx, AnswerStatus::Timeout);
    QCOMPARE(m_table.answer("mx-host-takeover", facts), QStringLiteral("undetermined"));
}

void TestClaim::aliasesSayWhoCouldTakeTheirTarget()
{
    const QString host = QStringLiteral("mta-sts.good.example");
    const QString owner = QStringLiteral("_mta-sts.good.example");
    const auto said = [](const char *id, const DomainFacts &facts) {
        const DomainAudit audit = judge(facts, facts.observedAt);
        const auto finding = std::find_if(audit.findings.cbegin(), audit.findings.cend(),
                                          [id](const Finding &candidate) { return candidate.ruleId == QLatin1String(id); });
        return finding == audit.findings.cend() ? QString() : findingMessage(*finding);
    };
    DomainFacts facts = goodFacts();
    facts.fetches.clear();
    const auto dangling = [&](const char *name, const char *zone) {
        facts.policyHost.a =
            aliasLookup(host, withSoa(nxdomainLookup(QString::fromLatin1(name), RecordType::A), QString::fromLatin1(zone)));
        facts.policyHost.aaaa = facts.policyHost.a;
        return said("policy-host-dangling", facts);
    };
    QVERIFY(dangling("sts.lapsed.com", "com").contains(QLatin1String("the domain lapsed.com is not in the DNS")));
    QVERIFY(dangling("shop.azurewebsites.net", "azurewebsites.net").contains(QLatin1String("any customer of that provider")));
    QVERIFY(dangling("gone.good.example", "good.example").contains(QLatin1String("your own domain good.example")));

    facts = goodFacts();
    facts.sts = aliasLookup(owner, withSoa(nxdomainLookup(QStringLiteral("x.lapsed.com"), RecordType::Txt), QStringLiteral("com")));
    QVERIFY(said("sts-cname-broken", facts).contains(QLatin1String("the domain lapsed.com is not in the DNS")));
    facts.sts = aliasLookup(owner, noDataLookup(QStringLiteral("x.lapsed.com"), RecordType::Txt));
    QVERIFY(said("sts-cname-broken", facts).contains(QLatin1String("has no TXT record")));
}

QTEST_APPLESS_MAIN(TestClaim)
#include "tst_claim.moc"
