// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// What a deep survey asks beyond the resolver: the authoritative servers, the domain above, the names below.

#include "survey/authorities.h"

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/fakenetwork.h"
#include "survey/subdomains.h"
#include "survey/survey.h"

#include <QRegularExpression>
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QString domain = QStringLiteral("a.example");
const QString record = QStringLiteral("_mta-sts.a.example");

Conditions deep()
{
    Conditions conditions;
    conditions.depth = Depth::Deep;
    return conditions;
}

DomainFacts observe(FakeNetwork &fake, const Conditions &conditions = deep(), const Context &context = {}, const QString &name = domain)
{
    QThreadPool pool;
    pool.setMaxThreadCount(64);
    return survey({name, name}, conditions, fake.network(), 9s, pool, {}, context);
}

/// What one server says of a.example.
void addServer(FakeNetwork &fake, const QString &address, quint32 serial, const QByteArray &text)
{
    fake.addAt(address, authoritative(soaLookup(domain, serial)));
    fake.addAt(address, authoritative(txtLookup(record, {text})));
    fake.addAt(address, authoritative(nxdomainLookup(u"_smtp._tls.a.example"_qs, RecordType::Txt)));
    fake.addAt(address, authoritative(mxLookup(domain, {{10, u"mx.a.example"_qs}})));
}

/// A domain with a record, two name servers, and three addresses of them.
void addDomain(FakeNetwork &fake)
{
    fake.add(mxLookup(domain, {{10, u"mx.a.example"_qs}}));
    fake.add(txtLookup(record, {"v=STSv1; id=1;"}));
    fake.add(withSoa(noDataLookup(record, RecordType::Soa), domain));
    fake.add(nsLookup(domain, {u"ns1.a.example"_qs, u"ns2.b.example"_qs}));
    fake.add(addressLookup(u"ns1.a.example"_qs, {u"9.9.9.1"_qs}));
    fake.add(addressLookup(u"ns1.a.example"_qs, {u"2620:fe::1"_qs}));
    fake.add(addressLookup(u"ns2.b.example"_qs, {u"9.9.9.2"_qs}));
    addServer(fake, u"9.9.9.1"_qs, 1, "v=STSv1; id=1;");
    addServer(fake, u"2620:fe::1"_qs, 1, "v=STSv1; id=1;");
    addServer(fake, u"9.9.9.2"_qs, 2, "v=STSv1; id=2;");
}

QStringList direct(const FakeNetwork &fake)
{
    return fake.asked().filter(QStringLiteral("@"));
}

} // namespace

class TestAuthorities : public QObject
{
    Q_OBJECT

private slots:
    void everyAddressOfEveryServerIsAsked()
    {
        FakeNetwork fake;
        addDomain(fake);
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.authorities.zone(), domain);
        QCOMPARE(facts.authorities.servers.size(), 2);
        const AuthoritativeServer &first = facts.authorities.servers.at(0);
        QCOMPARE(first.name, u"ns1.a.example"_qs);
        QCOMPARE(first.answers.size(), 2);
        QCOMPARE(first.answers.at(0).address, QHostAddress(u"9.9.9.1"_qs)); // in the order of the addresses
        QCOMPARE(first.answers.at(1).address, QHostAddress(u"2620:fe::1"_qs));
        const ServerAnswers &other = facts.authorities.servers.at(1).answers.at(0);
        QCOMPARE(soaRecord(other.soa)->serial, 2U);
        QCOMPARE(txtRecords(other.sts).records.value(0).joined(), "v=STSv1; id=2;");
        QCOMPARE(other.tlsRpt.status, AnswerStatus::NxDomain);
        QCOMPARE(mxRecords(other.mx).records.size(), 1);
        QVERIFY(other.notAsked.isEmpty());
        QCOMPARE(direct(fake).size(), 12);
    }

    void onlyInDepth()
    {
        FakeNetwork fake;
        addDomain(fake);
        Conditions conditions;
        const DomainFacts facts = observe(fake, conditions);
        QVERIFY(!facts.authorities.asked());
        QVERIFY(direct(fake).isEmpty());
        QCOMPARE(fake.count(u"SOA _mta-sts.a.example"_qs), 0);
    }

    /// From _mta-sts upwards a question for each name, eight at most.
    void eightLabelsAreClimbedToTheZone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("zone");
        QTest::newRow("the zone is the eighth") << u"f.e.d.c.b.a.good.example"_qs << u"good.example"_qs;
        QTest::newRow("the zone is the ninth") << u"g.f.e.d.c.b.a.good.example"_qs << QString();
    }
    void eightLabelsAreClimbedToTheZone()
    {
        QFETCH(QString, name);
        FakeNetwork fake;
        fake.add(mxLookup(name, {{10, u"mx.a.example"_qs}}));
        fake.add(withSoa(noDataLookup(u"good.example"_qs, RecordType::Soa), u"good.example"_qs));
        const DomainFacts facts = observe(fake, deep(), {}, name);
        QTEST(facts.authorities.zone(), "zone");
        QCOMPARE(fake.asked().filter(QRegularExpression(u"^SOA "_qs)).size(), 8);
    }

    void zoneIsFoundWhereverItBegins_data()
    {
        QTest::addColumn<QList<Lookup>>("answers");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("questions"); ///< to one server
        const Lookup provider = soaLookup(u"sts.provider.example"_qs, 1);
        QTest::newRow("the domain itself") << QList{withSoa(nxdomainLookup(record, RecordType::Soa), domain)} << domain << 4;
        QTest::newRow("a zone above") << QList{withSoa(noDataLookup(record, RecordType::Soa), u"example"_qs)} << u"example"_qs << 4;
        QTest::newRow("delegated to a provider") << QList{soaLookup(record, 1)} << record << 2;
        QTest::newRow("the record is an alias") << QList{aliasLookup(record, provider), soaLookup(domain, 1)} << domain << 4;
        QTest::newRow("an alias to no such name below")
            << QList{aliasLookup(record, withSoa(nxdomainLookup(u"x.a.example"_qs, RecordType::Soa), domain)), soaLookup(domain, 1)}
            << domain << 4;
        QTest::newRow("a resolver that leaves the SOA out")
            << QList{noDataLookup(record, RecordType::Soa), soaLookup(domain, 1)} << domain << 4;
        QTest::newRow("a SOA of somewhere else")
            << QList{withSoa(noDataLookup(record, RecordType::Soa), u"elsewhere.example"_qs), soaLookup(domain, 1)} << domain << 4;
        QTest::newRow("nowhere") << QList{noDataLookup(record, RecordType::Soa), noDataLookup(domain, RecordType::Soa)} << QString() << 0;
        QTest::newRow("the question fails") << QList{failedLookup(record, RecordType::Soa, AnswerStatus::ServFail), soaLookup(domain, 1)}
                                            << QString() << 0;
    }
    void zoneIsFoundWhereverItBegins()
    {
        QFETCH(QList<Lookup>, answers);
        QFETCH(QString, zone);
        FakeNetwork fake;
        addDomain(fake);
        for (const Lookup &answer : answers)
            fake.add(answer);
        fake.add(nsLookup(zone.isEmpty() ? domain : zone, {u"ns2.b.example"_qs}));
        fake.addAt(u"9.9.9.2"_qs, authoritative(soaLookup(zone.isEmpty() ? domain : zone, 3)));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.authorities.zone(), zone);
        QTEST(static_cast<int>(direct(fake).size()), "questions");
        QVERIFY(facts.authorities.cut.asked());
        QCOMPARE(fake.count(u"SOA example"_qs), 0); // never as far as a top-level domain
    }

    void silentServersAreAskedOneQuestionOnly()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.addAt(u"9.9.9.2"_qs, failedLookup(domain, RecordType::Soa, AnswerStatus::Timeout));
        const ServerAnswers answers = observe(fake).authorities.servers.at(1).answers.at(0);
        QCOMPARE(answers.soa.status, AnswerStatus::Timeout);
        QVERIFY(!answers.sts.asked());
        QCOMPARE(direct(fake).filter(u"@9.9.9.2 "_qs).size(), 1);
    }

    void refusalsAreHeardToTheEnd()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.addAt(u"9.9.9.2"_qs, failedLookup(domain, RecordType::Soa, AnswerStatus::Refused));
        QVERIFY(observe(fake).authorities.servers.at(1).answers.at(0).sts.asked());
    }

    void whoMayNotBeAskedIsNamed_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("private addresses") << u"guard"_qs;
        QTest::newRow("an unwanted family") << u"family"_qs;
        QTest::newRow("through a proxy") << u"proxy"_qs;
    }
    void whoMayNotBeAskedIsNamed()
    {
        QFETCH(QString, reason);
        FakeNetwork fake;
        addDomain(fake);
        fake.add(addressLookup(u"ns2.b.example"_qs, {reason == u"guard"_qs ? u"127.0.0.9"_qs : u"9.9.9.2"_qs}));
        Conditions conditions = deep();
        conditions.ipv4 = reason != u"family"_qs;
        conditions.proxy = reason == u"proxy"_qs ? u"socks5://127.0.0.1:1080"_qs : QString();
        const DomainFacts facts = observe(fake, conditions);
        const ServerAnswers answers = facts.authorities.servers.at(1).answers.at(0);
        QCOMPARE(answers.notAsked, reason);
        QVERIFY(!answers.soa.asked());
        QVERIFY(direct(fake).filter(u"@9.9.9.2"_qs).isEmpty());
        QVERIFY(direct(fake).filter(u"@127"_qs).isEmpty());
    }

    void theNumberOfQuestionsIsBounded()
    {
        FakeNetwork fake;
        addDomain(fake);
        QStringList names;
        for (int i = 0; i < maxNameservers + 2; ++i) {
            names.append(u"ns%1.b.example"_qs.arg(i));
            QStringList addresses;
            for (int j = 0; j < 4; ++j)
                addresses.append(u"9.8.%1.%2"_qs.arg(i).arg(j));
            fake.add(addressLookup(names.last(), addresses));
        }
        fake.add(nsLookup(domain, names));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.authorities.servers.size(), maxNameservers);
        QCOMPARE(direct(fake).size(), maxServerAddresses); // all silent
        int limited = 0;
        for (const AuthoritativeServer &server : facts.authorities.servers) {
            QCOMPARE(server.answers.size(), 4);
            for (const ServerAnswers &answers : server.answers)
                limited += answers.notAsked == u"limit"_qs ? 1 : 0;
        }
        QCOMPARE(limited, 4 * maxNameservers - maxServerAddresses);
    }

    void nobodyIsAskedAboutADomainThatDoesNotExist()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.add(withSoa(nxdomainLookup(domain, RecordType::Mx), u"example"_qs));
        QVERIFY(!observe(fake).authorities.asked());
    }

    void aStopEndsIt()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.delay = 30ms;
        std::stop_source stop;
        const Context context{QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()};
        QThreadPool pool;
        pool.setMaxThreadCount(64);
        const DomainFacts facts = survey(
            {domain, domain}, deep(), fake.network(), 9s, pool,
            [&](const DomainFacts &soFar) {
                if (!soFar.authorities.servers.isEmpty())
                    stop.request_stop();
            },
            context);
        QVERIFY(facts.cancelled);
        QVERIFY(facts.elapsed < 2s);
        for (const AuthoritativeServer &server : facts.authorities.servers) {
            for (const ServerAnswers &answers : server.answers)
                QVERIFY(answers.soa.asked() || answers.notAsked == u"cancelled"_qs);
        }
        QVERIFY(facts.subdomains.isEmpty());
    }

    void theDomainAboveIsAskedOfOneBelow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text"); ///< at _mta-sts of it
        QTest::addColumn<Depth>("depth");
        QTest::addColumn<int>("questions");
        const QString below = u"news.eu.a.example"_qs;
        QTest::newRow("below, without a record") << below << QByteArray() << Depth::Standard << 1;
        QTest::newRow("below, with a record") << below << QByteArray("v=STSv1; id=9;") << Depth::Standard << 0;
        QTest::newRow("below, quickly") << below << QByteArray() << Depth::Quick << 0;
        QTest::newRow("a registered domain") << u"b.example"_qs << QByteArray() << Depth::Standard << 0;
    }
    void theDomainAboveIsAskedOfOneBelow()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(Depth, depth);
        QFETCH(int, questions);
        FakeNetwork fake;
        addDomain(fake);
        fake.add(mxLookup(name, {{10, u"mx.a.example"_qs}}));
        if (!text.isEmpty())
            fake.add(txtLookup(u"_mta-sts."_qs + name, {text}));
        Conditions conditions;
        conditions.depth = depth;
        const DomainFacts facts = observe(fake, conditions, {}, name);
        QCOMPARE(fake.count(u"TXT _mta-sts.a.example"_qs), questions);
        QCOMPARE(facts.parentSts.asked(), questions == 1);
    }

    void namesBelowComeFromWhatWasSeen()
    {
        DomainFacts facts = goodFacts();
        setMx(facts, {u"mx1.eu.good.example"_qs, u"mx.other.example"_qs, u"mx.notgood.example"_qs});
        setPolicy(facts, policyText("enforce", "*.us.good.example\nmx: *.good.example"));
        facts.reportDestinations = {{u"reports.good.example"_qs, true, {}, {}}};
        forPolicySessions(facts, [](TlsSession &session) {
            replaceLeaf(session,
                        certificateFor({u"*.shop.good.example"_qs, u"mta-sts.lists.good.example"_qs}, observedThen(), observedThen()));
        });
        const QStringList candidates = subdomainCandidates(facts);
        for (const char *name : {"mx1.eu.good.example", "eu.good.example", "us.good.example", "reports.good.example", "shop.good.example",
                                 "lists.good.example", "news.good.example"})
            QVERIFY2(candidates.contains(QLatin1String(name)), name);
        for (const char *name : {"good.example", "mx.other.example", "notgood.example", "mta-sts.lists.good.example", "example"})
            QVERIFY2(!candidates.contains(QLatin1String(name)), name);
        QCOMPARE(QSet<QString>(candidates.cbegin(), candidates.cend()).size(), candidates.size());
    }

    void namesBelowAreBounded()
    {
        DomainFacts facts = goodFacts();
        QStringList names;
        for (int i = 0; i < 10000; ++i)
            names.append(u"h%1.good.example"_qs.arg(i));
        forPolicySessions(facts, [&](TlsSession &session) { session.chain[0].dnsNames = names; });
        QVERIFY(subdomainCandidates(facts).size() <= maxSubdomains);
        QVERIFY(subdomainCandidates(facts).contains(u"news.good.example"_qs));
    }

    /// Beside the common ones.
    void twentySevenNamesOfTheDomainsOwnAreTried()
    {
        for (const int count : {26, 27, 28}) {
            DomainFacts facts = goodFacts();
            facts.fetches.clear();
            facts.mxHosts.clear();
            for (int i = 0; i < count; ++i)
                facts.mxHosts.append({u"h%1.good.example"_qs.arg(i), 10, {}, {}});
            const QStringList candidates = subdomainCandidates(facts);
            QCOMPARE(candidates.filter(QRegularExpression(u"^h\\d+\\."_qs)).size(), std::min(count, 27));
            QVERIFY(candidates.size() <= maxSubdomains);
        }
    }

    void namesBelowThatTakeMailAreAskedForTheirRecord()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.add(mxLookup(u"news.a.example"_qs, {{10, u"mx.provider.example"_qs}}));
        fake.add(mxLookup(u"mail.a.example"_qs, {{0, u"."_qs}}));
        fake.add(noDataLookup(u"info.a.example"_qs, RecordType::Mx));
        const DomainFacts facts = observe(fake);
        QCOMPARE(fake.asked().filter(u"TXT _mta-sts.news.a.example"_qs).size(), 2); // plainly, and validated
        QVERIFY(fake.asked().filter(u"TXT _mta-sts.mail.a.example"_qs).isEmpty());
        QVERIFY(fake.asked().filter(u"TXT _mta-sts.info.a.example"_qs).isEmpty());
        const auto news = std::find_if(facts.subdomains.cbegin(), facts.subdomains.cend(),
                                       [](const Subdomain &subdomain) { return subdomain.name == u"news.a.example"_qs; });
        QVERIFY(news != facts.subdomains.cend());
        QCOMPARE(news->sts.status, AnswerStatus::NxDomain);
        QCOMPARE(news->wildcard.status, AnswerStatus::NxDomain);
        QVERIFY(news->wildcard.question.name.endsWith(u".a.example"_qs));
        QVERIFY(facts.subdomains.size() <= maxSubdomains);
    }

    void wildcardsAreFoundOut()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.otherwise = [](const Question &question) -> std::optional<Lookup> {
            if (question.type == RecordType::Mx && question.name.endsWith(u".a.example"_qs))
                return mxLookup(question.name, {{10, u"mx.a.example"_qs}});
            return std::nullopt;
        };
        const DomainFacts facts = observe(fake);
        QVERIFY(!facts.subdomains.isEmpty());
        for (const Subdomain &subdomain : facts.subdomains)
            QCOMPARE(mxRecords(subdomain.wildcard).records, mxRecords(subdomain.mx).records);
    }

    void namesBelowDoNotMatterWithoutARecord()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.add(nxdomainLookup(record, RecordType::Txt));
        QVERIFY(observe(fake).subdomains.isEmpty());
        QCOMPARE(fake.count(u"MX news.a.example"_qs), 0);
    }
};

QTEST_GUILESS_MAIN(TestAuthorities)
#include "tst_authorities.moc"
