// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/batch.h"

#include "fakes/dnsmessage.h"
#include "fakes/fakenetwork.h"
#include "survey/followups.h"
#include "survey/sharedprober.h"
#include "survey/survey.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const DomainName domain{QStringLiteral("a.example"), QStringLiteral("a.example")};

/// A domain with record, policy host, two MX hosts and TLS-RPT.
void addDomain(FakeNetwork &fake, const QString &name = QStringLiteral("a.example"))
{
    fake.add(txtLookup(u"_mta-sts."_qs + name, {"v=STSv1; id=1;"}));
    fake.add(txtLookup(u"_smtp._tls."_qs + name, {"v=TLSRPTv1; rua=mailto:t@reports.example"}));
    fake.add(mxLookup(name, {{20, u"mx2."_qs + name}, {10, u"mx1."_qs + name}}));
    fake.add(addressLookup(u"mta-sts."_qs + name, {u"9.9.9.1"_qs}));
    fake.add(addressLookup(u"mx1."_qs + name, {u"9.9.9.2"_qs, u"9.9.9.3"_qs}));
    fake.add(addressLookup(u"mx2."_qs + name, {u"2620:fe::1"_qs}));
}

DomainFacts observe(FakeNetwork &fake, Conditions conditions = {}, const Context &context = {}, const Progress &progress = {})
{
    QThreadPool pool;
    pool.setMaxThreadCount(64);
    return survey(domain, conditions, fake.network(), 9s, pool, progress, context);
}

MxProbe ended(ProbeEnd end)
{
    MxProbe probe;
    probe.end = end;
    probe.connected = end == ProbeEnd::Complete;
    return probe;
}

} // namespace

Q_DECLARE_METATYPE(mta::ProbeEnd)
Q_DECLARE_METATYPE(mta::Trust)

class TestSurvey : public QObject
{
    Q_OBJECT

private slots:
    void everythingOfADomainIsAsked()
    {
        FakeNetwork fake;
        addDomain(fake);
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.sts.status, AnswerStatus::NoError);
        QCOMPARE(facts.tlsRpt.status, AnswerStatus::NoError);
        QCOMPARE(facts.fetches.size(), 1);
        QCOMPARE(facts.mxHosts.size(), 2);
        QCOMPARE(facts.mxHosts.at(0).name, u"mx1.a.example"_qs);
        QCOMPARE(facts.mxHosts.at(0).probes.size(), 2);
        QCOMPARE(facts.mxHosts.at(0).probes.at(0).address, QHostAddress(u"9.9.9.2"_qs));
        QCOMPARE(facts.mxHosts.at(1).probes.size(), 1);
        QCOMPARE(facts.reportDestinations.size(), 1);
        QCOMPARE(fake.count(u"MX reports.example"_qs), 1);
        QVERIFY(!facts.cancelled);
        QVERIFY(facts.observedAt.isValid());
    }

    void missingReportRecordIsLookedForWhereOthersPutIt()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.add(nxdomainLookup(u"_smtp._tls.a.example"_qs, RecordType::Txt));
        fake.add(txtLookup(u"a.example"_qs, {"v=TLSRPTv1; rua=mailto:t@reports.example"}));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.apexTxt.status, AnswerStatus::NoError);
        QVERIFY(facts.tlsRptMisplaced.asked());
        Conditions quick;
        quick.depth = Depth::Quick;
        QVERIFY(!observe(fake, quick).apexTxt.asked());
    }

    void pathOfTheMailServersIsThreeOperationsDeep()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.delay = 40ms;
        QElapsedTimer clock;
        clock.start();
        observe(fake);
        // MX, address, probe; five in a row would be 200 ms. Generous, for machines are noisy.
        QVERIFY2(clock.elapsed() < 195, qPrintable(QString::number(clock.elapsed())));
    }

    void validationIsJoinedButNotWaitedFor()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.validationDelay = 150ms;
        fake.addValidated(txtLookup(u"_mta-sts.a.example"_qs, {"v=STSv1; id=1;"}, Security::Secure));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.sts.security, Security::Secure);
        const QStringList asked = fake.asked();
        QVERIFY(asked.indexOf(u"SMTP mx1.a.example 9.9.9.2"_qs) > 0);
        QVERIFY(facts.elapsed < 290ms); // one validation in the background, not one after the other
    }

    void bogusAnswerKeepsItsEvidence()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.addValidated(bogusLookup(mxLookup(u"a.example"_qs, {{10, u"mx1.a.example"_qs}}), u"signature expired"_qs));
        const DomainFacts facts = observe(fake);
        QVERIFY(facts.mx.failed());
        QCOMPARE(facts.mx.security, Security::Bogus);
        QCOMPARE(mxRecords(facts.mx).records.size(), 2);
    }

    void validatedAnswerCountsWhereThePlainOneFailed()
    {
        const Lookup plain = failedLookup(u"a.example"_qs, RecordType::Mx, AnswerStatus::ServFail);
        const Lookup validated = mxLookup(u"a.example"_qs, {{10, u"mx.a.example"_qs}}, Security::Secure);
        QCOMPARE(joined(plain, validated), validated);
        QCOMPARE(joined(plain, {}).status, AnswerStatus::ServFail);
        QCOMPARE(joined({}, validated), validated);
    }

    void eightReportDestinationsAreLookedUp()
    {
        for (const int count : {7, 8, 9}) {
            QByteArrayList uris;
            for (int i = 0; i < count; ++i)
                uris.append("mailto:a@r" + QByteArray::number(i) + ".example");
            const QByteArray record = "v=TLSRPTv1; rua=" + uris.join(',');
            QCOMPARE(reportDestinations(txtLookup(u"_smtp._tls.a.example"_qs, {record})).size(), std::min(count, 8));
        }
    }

    void addressesInReportDestinationsAreNotLookedUp()
    {
        const QByteArray record = "v=TLSRPTv1; rua=https://192.0.2.9/r,https://[2001:db8::9]/r,https://r.example/";
        const QList<ReportDestination> destinations = reportDestinations(txtLookup(u"_smtp._tls.a.example"_qs, {record}));
        QCOMPARE(destinations.size(), 1);
        QCOMPARE(destinations.first().host, u"r.example"_qs);
    }

    void quickAsksOnlyWhatASenderAsks()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"a.example"_qs, {{10, u"mx1.a.example"_qs}}));
        fake.add(addressLookup(u"mta-sts.a.example"_qs, {u"9.9.9.1"_qs}));
        Conditions conditions;
        conditions.depth = Depth::Quick;
        QVERIFY(observe(fake, conditions).fetches.isEmpty());
        QCOMPARE(fake.count(u"A mta-sts.a.example"_qs), 0);
        QCOMPARE(fake.count(u"TXT a.example"_qs), 0);
        conditions.depth = Depth::Standard;
        QCOMPARE(observe(fake, conditions).fetches.size(), 1);
        QCOMPARE(fake.count(u"TXT a.example"_qs), 1);
        QCOMPARE(fake.count(u"TXT _mta_sts.a.example"_qs), 1);
    }

    void quickFetchesThePolicyThatARecordAnnounces()
    {
        FakeNetwork fake;
        addDomain(fake);
        Conditions conditions;
        conditions.depth = Depth::Quick;
        QCOMPARE(observe(fake, conditions).fetches.size(), 1);
        QCOMPARE(fake.count(u"MX reports.example"_qs), 0);
    }

    void tlsaIsAskedOnceTheAddressesAreKnownToBeSigned()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.addValidated(addressLookup(u"mx1.a.example"_qs, {u"9.9.9.2"_qs, u"9.9.9.3"_qs}, Security::Secure));
        fake.addValidated(addressLookup(u"mx2.a.example"_qs, {u"2620:fe::1"_qs}, Security::Insecure));
        fake.add(tlsaLookup(u"_25._tcp.mx1.a.example"_qs, {{3, 1, 1, QByteArray(32, 'x')}}, Security::Secure));
        Conditions quick;
        quick.depth = Depth::Quick;
        const DomainFacts facts = observe(fake, quick);
        QCOMPARE(facts.mxHosts.at(0).tlsa.size(), 1);
        QCOMPARE(facts.mxHosts.at(0).tlsa.at(0).security, Security::Secure);
        QCOMPARE(tlsaRecords(facts.mxHosts.at(0).tlsa.at(0)).records.size(), 1);
        QVERIFY(facts.mxHosts.at(1).tlsa.isEmpty()); // RFC 7672 §2.2.2: no sender asks in an unsigned zone
        QCOMPARE(fake.count(u"TLSA _25._tcp.mx2.a.example"_qs), 0);
        // Beyond what a sender asks, the owner should know of records that do nothing.
        QCOMPARE(observe(fake).mxHosts.at(1).tlsa.size(), 1);
        QCOMPARE(fake.count(u"TLSA _25._tcp.mx2.a.example"_qs), 1);
    }

    void tlsaIsNotAskedWhereNothingIsKnownOfSignatures()
    {
        FakeNetwork fake;
        addDomain(fake);
        const DomainFacts facts = observe(fake);
        QVERIFY(facts.mxHosts.at(0).tlsa.isEmpty());
        QVERIFY(facts.mxHosts.at(1).tlsa.isEmpty());
    }

    void tlsaIsAskedAtTheEndOfAnAliasFirst()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"a.example"_qs, {{10, u"mx.a.example"_qs}}));
        fake.add(aliasLookup(u"mx.a.example"_qs, addressLookup(u"host.b.example"_qs, {u"9.9.9.2"_qs}, Security::Secure)));
        DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.at(0).tlsa.size(), 2); // RFC 7672 §2.2.3: nothing there, so the name as published is asked too
        QCOMPARE(facts.mxHosts.at(0).tlsa.at(0).question.name, u"_25._tcp.host.b.example"_qs);
        QCOMPARE(facts.mxHosts.at(0).tlsa.at(1).question.name, u"_25._tcp.mx.a.example"_qs);
        fake.add(tlsaLookup(u"_25._tcp.host.b.example"_qs, {{3, 1, 1, QByteArray(32, 'x')}}, Security::Secure));
        facts = observe(fake);
        QCOMPARE(facts.mxHosts.at(0).tlsa.size(), 1);
    }

    void tlsaIsNotWaitedForByTheProbes()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"a.example"_qs, {{10, u"mx.a.example"_qs}}));
        fake.add(addressLookup(u"mx.a.example"_qs, {u"9.9.9.2"_qs}, Security::Secure));
        fake.validationDelay = 100ms;
        observe(fake);
        const QStringList asked = fake.asked();
        QVERIFY(asked.indexOf(u"SMTP mx.a.example 9.9.9.2"_qs) >= 0);
        QVERIFY(asked.indexOf(u"SMTP mx.a.example 9.9.9.2"_qs) < asked.indexOf(u"TLSA _25._tcp.mx.a.example"_qs));
    }

    void nullMxIsNoHost()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"a.example"_qs, {{0, u"."_qs}}));
        QVERIFY(observe(fake).mxHosts.isEmpty());
    }

    void domainItselfIsTheImplicitMx()
    {
        FakeNetwork fake;
        fake.add(noDataLookup(u"a.example"_qs, RecordType::Mx));
        fake.add(addressLookup(u"a.example"_qs, {u"9.9.9.9"_qs}));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.size(), 1);
        QCOMPARE(facts.mxHosts.first().name, u"a.example"_qs);
        QCOMPARE(facts.mxHosts.first().probes.size(), 1);
        QCOMPARE(facts.mxHosts.first().addresses.all().size(), 1);
    }

    void failedMxLookupIsNoImplicitMx()
    {
        FakeNetwork fake;
        fake.add(failedLookup(u"a.example"_qs, RecordType::Mx, AnswerStatus::Timeout));
        fake.add(addressLookup(u"a.example"_qs, {u"9.9.9.9"_qs}));
        QVERIFY(observe(fake).mxHosts.isEmpty());
    }

    void guardKeepsPrivateAddressesFromBeingContacted()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"a.example"_qs, {{10, u"mx.a.example"_qs}}));
        fake.add(addressLookup(u"mx.a.example"_qs, {u"127.0.0.1"_qs, u"10.0.0.1"_qs}));
        fake.add(addressLookup(u"mta-sts.a.example"_qs, {u"192.168.0.1"_qs}));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.first().probes.size(), 2);
        QCOMPARE(facts.mxHosts.first().probes.first().end, ProbeEnd::NotTried);
        QCOMPARE(facts.mxHosts.first().probes.first().detail, u"guard"_qs);
        QCOMPARE(facts.fetches.first().detail, u"guard"_qs);
        QVERIFY(fake.asked().filter(QStringLiteral("SMTP")).isEmpty());
        QVERIFY(fake.asked().filter(QStringLiteral("GET")).isEmpty());
        Conditions conditions;
        conditions.allowPrivate = true;
        observe(fake, conditions);
        QCOMPARE(fake.asked().filter(QStringLiteral("SMTP")).size(), 2);
    }

    void unwantedFamilyIsNotContacted()
    {
        FakeNetwork fake;
        addDomain(fake);
        Conditions conditions;
        conditions.ipv6 = false;
        const DomainFacts facts = observe(fake, conditions);
        QCOMPARE(facts.mxHosts.at(1).probes.first().detail, u"family"_qs);
    }

    void furtherAddressesAreNamedButNotContacted()
    {
        FakeNetwork fake;
        QStringList addresses;
        for (int i = 0; i < maxAddressesPerHost + 1; ++i)
            addresses.append(u"9.9.8.%1"_qs.arg(i));
        fake.add(mxLookup(u"a.example"_qs, {{10, u"mx.a.example"_qs}}));
        fake.add(addressLookup(u"mx.a.example"_qs, addresses));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.first().probes.size(), maxAddressesPerHost + 1);
        QCOMPARE(facts.mxHosts.first().probes.last().detail, u"limit"_qs);
        QCOMPARE(fake.asked().filter(QStringLiteral("SMTP")).size(), maxAddressesPerHost);
        QCOMPARE(fake.lastPatience.connect, fake.lastPatience.whole / 3);
    }

    void manyHostsShareTheProbes_data()
    {
        QTest::addColumn<int>("hosts");
        QTest::addColumn<int>("addresses");
        QTest::newRow("none") << 0 << maxAddressesPerHost;
        QTest::newRow("one") << 1 << maxAddressesPerHost;
        QTest::newRow("as many as may have all") << 8 << maxAddressesPerHost;
        QTest::newRow("one more") << 9 << 7;
        QTest::newRow("as many as are asked") << maxMxHosts << 2;
    }
    void manyHostsShareTheProbes()
    {
        QFETCH(int, hosts);
        QTEST(addressesToProbe(hosts), "addresses");
        QVERIFY(2 * hosts * addressesToProbe(hosts) <= maxProbesPerDomain);
    }

    void aHostileDomainIsProbedSoManyTimes()
    {
        FakeNetwork fake;
        QList<std::pair<int, QString>> records;
        for (int i = 0; i < 200; ++i) {
            const QString host = u"mx%1.a.example"_qs.arg(i);
            records.append({10, host});
            QStringList addresses;
            for (int j = 0; j < 100; ++j)
                addresses.append(u"9.%1.8.%2"_qs.arg(i).arg(j));
            fake.add(addressLookup(host, addresses));
            addresses.replaceInStrings(QRegularExpression(u"^9\\.(\\d+)\\.8\\.(\\d+)$"_qs), u"2620:fe:\\1::\\2"_qs);
            fake.add(addressLookup(host, addresses));
        }
        fake.add(mxLookup(u"a.example"_qs, records));
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.size(), maxMxHosts);
        QCOMPARE(fake.asked().filter(QStringLiteral("SMTP")).size(), maxProbesPerDomain);
    }

    void aDomainHasItsTime()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.delay = 60s;
        QThreadPool pool;
        const DomainFacts facts = survey(domain, {}, fake.network(), 30ms, pool, {}, {});
        QVERIFY2(facts.elapsed < 5s, "the domain took longer than its time");
        QVERIFY(!facts.cancelled);
    }

    void cancelledSurveyReturnsWhatItKnows()
    {
        FakeNetwork fake;
        addDomain(fake);
        fake.delay = 10s;
        std::stop_source stop;
        stop.request_stop();
        const DomainFacts facts = observe(fake, {}, {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()});
        QVERIFY(facts.cancelled);
        QCOMPARE(facts.mx.status, AnswerStatus::NotAsked);
        QVERIFY(facts.elapsed < 2s);
    }

    void progressShowsFactsAsTheyCome()
    {
        FakeNetwork fake;
        addDomain(fake);
        qsizetype most = 0;
        int calls = 0;
        observe(fake, {}, {}, [&](const DomainFacts &facts) {
            ++calls;
            QVERIFY(facts.mxHosts.size() >= most);
            most = facts.mxHosts.size();
        });
        QVERIFY(calls > 10);
        QCOMPARE(most, 2);
    }

    void oneHostAndAddressIsProbedOncePerRun()
    {
        FakeNetwork fake;
        QList<DomainName> domains;
        for (const QString &name : {u"b.example"_qs, u"c.example"_qs, u"d.example"_qs}) {
            fake.add(mxLookup(name, {{10, u"mx.shared.example"_qs}}));
            domains.append({name, name});
        }
        fake.add(addressLookup(u"mx.shared.example"_qs, {u"9.9.9.9"_qs}));
        fake.delay = 5ms;
        QList<int> order;
        surveyAll(domains, {}, fake.network(), [&](int index, const DomainFacts &) { order.append(index); }, {}, {});
        QCOMPARE(order.size(), 3);
        QCOMPARE(fake.asked().filter(QStringLiteral("SMTP")).size(), 1);
    }

    void aProbeThatWasNotBegunIsLeftToTheNext()
    {
        class Late : public SmtpProber
        {
        public:
            MxProbe probe(const QString &, const QHostAddress &, const TlsOffer &, const Patience &, const Context &) override
            {
                ++asked;
                return ended(asked == 1 ? ProbeEnd::NotTried : ProbeEnd::Complete);
            }
            int asked = 0;
        } late;
        SharedProber shared(late);
        for (const ProbeEnd end : {ProbeEnd::NotTried, ProbeEnd::Complete, ProbeEnd::Complete})
            QCOMPARE(shared.probe(u"mx.example"_qs, QHostAddress(u"9.9.9.9"_qs), {}, {}, {}).end, end);
        QCOMPARE(late.asked, 2);
    }

    void asManyProbesAsMayBeAreRemembered()
    {
        class Quick : public SmtpProber
        {
        public:
            MxProbe probe(const QString &, const QHostAddress &, const TlsOffer &, const Patience &, const Context &) override
            {
                ++asked;
                return ended(ProbeEnd::Complete);
            }
            qsizetype asked = 0;
        };
        for (const qsizetype hosts : {maxRememberedProbes, maxRememberedProbes + 1}) {
            Quick quick;
            SharedProber shared(quick);
            for (qsizetype i = 0; i < hosts; ++i)
                shared.probe(u"mx%1.example"_qs.arg(i), QHostAddress(u"9.9.9.9"_qs), {}, {}, {});
            shared.probe(u"mx0.example"_qs, QHostAddress(u"9.9.9.9"_qs), {}, {}, {});
            QCOMPARE(quick.asked, hosts == maxRememberedProbes ? hosts : hosts + 1);
        }
    }

    void aDomainHasTheTimeOfSixOperations()
    {
        class Watch : public SmtpProber
        {
        public:
            MxProbe probe(const QString &, const QHostAddress &, const TlsOffer &, const Patience &, const Context &context) override
            {
                deadline = context.deadline.deadlineNSecs();
                return ended(ProbeEnd::Complete);
            }
            std::atomic<qint64> deadline = 0;
        } watch;
        FakeNetwork fake;
        addDomain(fake);
        QThreadPool pool;
        const qint64 before = QDeadlineTimer::current().deadlineNSecs();
        survey(domain, {}, {fake, fake, watch, {}}, 1h, pool, {}, {});
        const qint64 after = QDeadlineTimer::current().deadlineNSecs();
        const qint64 given = std::chrono::nanoseconds(6h).count();
        QVERIFY(watch.deadline >= before + given && watch.deadline <= after + given);
    }

    void probesAreRememberedUpToALimit_data()
    {
        QTest::addColumn<qsizetype>("octets");
        QTest::addColumn<int>("asked");
        QTest::newRow("as much as may be") << maxRememberedOctets / 2 << 2;
        QTest::newRow("more") << maxRememberedOctets / 2 + 1 << 3;
    }
    void probesAreRememberedUpToALimit()
    {
        QFETCH(qsizetype, octets);
        class Talkative : public SmtpProber
        {
        public:
            explicit Talkative(qsizetype octets) : m_octets(octets) {}
            MxProbe probe(const QString &, const QHostAddress &, const TlsOffer &, const Patience &, const Context &) override
            {
                ++asked;
                MxProbe probe = ended(ProbeEnd::Complete);
                probe.transcript.append({TranscriptLine::From::Server, 0ms, QByteArray(m_octets, 'x')});
                return probe;
            }
            int asked = 0;

        private:
            const qsizetype m_octets;
        } talkative(octets);
        SharedProber shared(talkative);
        for (const QString &host : {u"a.example"_qs, u"b.example"_qs, u"a.example"_qs})
            shared.probe(host, QHostAddress(u"9.9.9.9"_qs), {}, {}, {});
        QTEST(talkative.asked, "asked");
    }

    void timeoutsAreKeptBackUntilAnotherHostAnswers()
    {
        FakeNetwork fake;
        fake.add(mxLookup(u"silent.example"_qs, {{10, u"mx.silent.example"_qs}}));
        fake.add(addressLookup(u"mx.silent.example"_qs, {u"9.9.9.9"_qs}));
        fake.add(u"mx.silent.example"_qs, u"9.9.9.9"_qs, ended(ProbeEnd::Timeout));
        fake.add(mxLookup(u"open.example"_qs, {{10, u"mx.open.example"_qs}}));
        fake.add(addressLookup(u"mx.open.example"_qs, {u"9.9.9.8"_qs}));
        fake.add(u"mx.open.example"_qs, u"9.9.9.8"_qs, ended(ProbeEnd::Complete));
        BatchOptions options;
        options.jobs = 1;
        QList<std::pair<int, bool>> handedOut;
        surveyAll({{u"silent.example"_qs, {}}, {u"open.example"_qs, {}}}, options, fake.network(),
                  [&](int index, const DomainFacts &facts) {
                      handedOut.append({index, facts.witness.smtpAnswered});
                  },
                  {}, {});
        QCOMPARE(handedOut, (QList<std::pair<int, bool>>{{0, true}, {1, true}}));
    }

    void blockedPortIsSeenAtTwoNetworks_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<ProbeEnd>("end");
        QTest::addColumn<bool>("blocked");
        QTest::newRow("two networks, only timeouts") << u"8.8.8.8"_qs << ProbeEnd::Timeout << true;
        QTest::newRow("two networks, one local error") << u"8.8.8.8"_qs << ProbeEnd::NoNetwork << true;
        QTest::newRow("one network only") << u"9.9.1.1"_qs << ProbeEnd::Timeout << false;
        QTest::newRow("one refusal") << u"8.8.8.8"_qs << ProbeEnd::Refused << false;
    }
    void blockedPortIsSeenAtTwoNetworks()
    {
        QFETCH(QString, second);
        QFETCH(ProbeEnd, end);
        FakeNetwork fake;
        addDomain(fake);
        PolicyFetch fetch;
        fetch.end = FetchEnd::Complete;
        fetch.tls.established = true;
        fake.add(u"mta-sts.a.example"_qs, u"9.9.9.1"_qs, fetch);
        fake.add(addressLookup(u"mx1.a.example"_qs, {u"9.9.9.2"_qs}));
        fake.add(addressLookup(u"mx2.a.example"_qs, {second}));
        fake.add(u"mx1.a.example"_qs, u"9.9.9.2"_qs, ended(ProbeEnd::Timeout));
        fake.add(u"mx2.a.example"_qs, second, ended(end));
        bool blocked = false;
        BatchOptions options;
        options.conditions.ipv6 = false; // mx2's other address stays out of it
        surveyAll({domain}, options, fake.network(), [&](int, const DomainFacts &facts) { blocked = facts.witness.smtpSeemsBlocked; }, {},
                  {});
        QTEST(blocked, "blocked");
    }

    void sameForeignIssuerEverywhereIsAnInterception_data()
    {
        QTest::addColumn<QString>("secondAddress");
        QTest::addColumn<Trust>("secondTrust");
        QTest::addColumn<bool>("intercepted");
        QTest::newRow("two networks") << u"8.8.8.8"_qs << Trust::UntrustedRoot << true;
        QTest::newRow("one hoster") << u"9.9.1.1"_qs << Trust::UntrustedRoot << false;
        QTest::newRow("the other is trusted") << u"8.8.8.8"_qs << Trust::Trusted << false;
    }
    void sameForeignIssuerEverywhereIsAnInterception()
    {
        QFETCH(QString, secondAddress);
        QFETCH(Trust, secondTrust);
        FakeNetwork fake;
        PolicyFetch fetch;
        Certificate leaf;
        leaf.issuer = u"CN=Somebody In Between"_qs;
        fetch.tls.chain = {leaf};
        fetch.tls.verdict.trust = Trust::UntrustedRoot;
        fake.add(addressLookup(u"mta-sts.b.example"_qs, {u"9.9.9.9"_qs}));
        fake.add(u"mta-sts.b.example"_qs, u"9.9.9.9"_qs, fetch);
        fetch.tls.verdict.trust = secondTrust;
        fake.add(addressLookup(u"mta-sts.c.example"_qs, {secondAddress}));
        fake.add(u"mta-sts.c.example"_qs, secondAddress, fetch);
        QStringList issuers;
        surveyAll({{u"b.example"_qs, {}}, {u"c.example"_qs, {}}}, {}, fake.network(),
                  [&](int, const DomainFacts &facts) { issuers.append(facts.witness.interceptingIssuer); }, {}, {});
        QCOMPARE(issuers.size(), 2);
        QTEST(!issuers.first().isEmpty() && !issuers.last().isEmpty(), "intercepted");
    }
};

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"
