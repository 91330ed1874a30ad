// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Which connections are made beside the one per address, at which depth, exactly how many and in which order.

#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/fakenetwork.h"
#include "survey/followups.h"
#include "survey/sharedprober.h"
#include "survey/survey.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(mta::MxProbe)
Q_DECLARE_METATYPE(mta::Depth)

namespace
{

const DomainName domain{QStringLiteral("a.example"), QStringLiteral("a.example")};
const QString host = QStringLiteral("mx.a.example");
const QString first = QStringLiteral("9.9.9.2");
const QString second = QStringLiteral("9.9.9.3");

MxProbe established(TlsVersion version, const QString &keyType = QStringLiteral("EC P-256"))
{
    MxProbe probe = goodProbe(host, first);
    probe.tls.version = version;
    probe.tls.chain[0].keyType = keyType;
    return probe;
}

MxProbe refusedHandshake()
{
    MxProbe probe = goodProbe(host, first);
    probe.end = ProbeEnd::TlsFailed;
    probe.tls = {};
    probe.tls.attempted = true;
    probe.tls.failure = QStringLiteral("sslv3 alert handshake failure");
    return probe;
}

MxProbe sentAway()
{
    return brokenProbe(first, ProbeEnd::Complete, SmtpDialog::Stage::Greeting, SmtpDialog::Failure::GreetingTemporary);
}

/// One mail server with these probes at its addresses; extra probes are refused in the handshake unless they are added.
void setUp(FakeNetwork &fake, const QStringList &addresses, const MxProbe &normal)
{
    fake.add(txtLookup(u"_mta-sts.a.example"_qs, {"v=STSv1; id=1;"}));
    fake.add(mxLookup(u"a.example"_qs, {{10, host}}));
    fake.add(addressLookup(host, addresses));
    for (const QString &address : addresses) {
        fake.add(host, address, normal);
        for (const TlsOffer &offer : offersAfter(normal))
            fake.add(host, address, refusedHandshake(), offer);
    }
}

DomainFacts observe(FakeNetwork &fake, Depth depth = Depth::Deep, std::chrono::milliseconds timeout = 9s)
{
    QThreadPool pool;
    pool.setMaxThreadCount(16);
    Conditions conditions;
    conditions.depth = depth;
    return survey(domain, conditions, fake.network(), timeout, pool, {}, {});
}

QStringList connections(const FakeNetwork &fake)
{
    QStringList made = fake.asked().filter(QRegularExpression(QStringLiteral("^SMTP ")));
    for (QString &connection : made)
        connection.remove(u"SMTP "_qs + host + u' ');
    return made;
}

} // namespace

class TestDeepProbes : public QObject
{
    Q_OBJECT

private slots:
    void onlyADeepAuditConnectsMoreThanOnce_data()
    {
        QTest::addColumn<Depth>("depth");
        QTest::addColumn<int>("count");
        QTest::newRow("quick") << Depth::Quick << 1;
        QTest::newRow("standard") << Depth::Standard << 1;
        QTest::newRow("deep") << Depth::Deep << 1 + maxExtraProbes;
    }
    void onlyADeepAuditConnectsMoreThanOnce()
    {
        QFETCH(Depth, depth);
        FakeNetwork fake;
        setUp(fake, {first}, established(TlsVersion::Tls13));
        const DomainFacts facts = observe(fake, depth);
        QTEST(static_cast<int>(connections(fake).size()), "count");
        QCOMPARE(facts.mxHosts.first().probes.size(), 1);
        QCOMPARE(facts.mxHosts.first().extraProbes.size(), connections(fake).size() - 1);
    }

    void whatIsAskedFollowsFromTheFirstHandshake_data()
    {
        QTest::addColumn<MxProbe>("normal");
        QTest::addColumn<QStringList>("further");
        MxProbe hidden = established(TlsVersion::Tls13);
        hidden.plain->startTls = false;
        MxProbe bare = established(TlsVersion::Tls12);
        bare.tls.chain.clear();
        const auto row = [](const char *name, const MxProbe &normal, const char *further) {
            QTest::newRow(name) << normal << QString::fromLatin1(further).split(u',', Qt::SkipEmptyParts);
        };
        row("TLS 1.3 with ECDSA", established(TlsVersion::Tls13), "RSA,TLS 1.2,TLS 1.1,TLS 1.0");
        row("TLS 1.3 with RSA", established(TlsVersion::Tls13, u"RSA"_qs), "ECDSA,TLS 1.2,TLS 1.1,TLS 1.0");
        row("TLS 1.3 with Ed25519", established(TlsVersion::Tls13, u"Ed25519"_qs), "RSA,TLS 1.2,TLS 1.1,TLS 1.0");
        row("a kind of key that is neither", established(TlsVersion::Tls12, u"DSA"_qs), "TLS 1.1,TLS 1.0");
        row("TLS 1.2", established(TlsVersion::Tls12), "RSA,TLS 1.1,TLS 1.0");
        row("TLS 1.1", established(TlsVersion::Tls11), "RSA,TLS 1.0");
        row("TLS 1.0", established(TlsVersion::Tls10), "RSA");
        row("no certificate", bare, "");
        row("the handshake failed", refusedHandshake(), "");
        row("asked to come back later", sentAway(), "");
        row("STARTTLS taken though not offered", hidden, "");
    }
    void whatIsAskedFollowsFromTheFirstHandshake()
    {
        QFETCH(MxProbe, normal);
        QFETCH(QStringList, further);
        QVERIFY(offersAfter(normal).size() <= maxExtraProbes);
        FakeNetwork fake;
        setUp(fake, {first}, normal);
        observe(fake);
        QStringList expected{first};
        for (const QString &offer : further)
            expected.append(first + u' ' + offer);
        QCOMPARE(connections(fake), expected);
    }

    void aServerThatHasHadEnoughIsLeftAlone_data()
    {
        QTest::addColumn<MxProbe>("answer");
        QTest::addColumn<int>("count");
        MxProbe silent = refusedHandshake();
        silent.end = ProbeEnd::Timeout;
        silent.tls.timedOut = true;
        MxProbe cut = refusedHandshake();
        cut.end = ProbeEnd::Reset;
        cut.tls.reset = true;
        QTest::newRow("goes along") << refusedHandshake() << 4;
        QTest::newRow("cuts the connection in the handshake: some say no like that") << cut << 4;
        QTest::newRow("asks to come back later") << sentAway() << 1;
        QTest::newRow("refuses the connection") << brokenProbe(first, ProbeEnd::Refused, SmtpDialog::Stage::Greeting) << 1;
        QTest::newRow("is silent in the handshake") << silent << 1;
    }
    void aServerThatHasHadEnoughIsLeftAlone()
    {
        QFETCH(MxProbe, answer);
        QFETCH(int, count);
        FakeNetwork fake;
        setUp(fake, {first}, established(TlsVersion::Tls13));
        fake.add(host, first, answer, {.key = TlsOffer::Key::Rsa});
        const DomainFacts facts = observe(fake);
        QCOMPARE(facts.mxHosts.first().extraProbes.size(), count);
        QCOMPARE(connections(fake).size(), 1 + count);
        QCOMPARE(facts.mxHosts.first().probes.first(), established(TlsVersion::Tls13)); // whatever came of it
    }

    void allExtrasOfAnAddressShareOneDeadline()
    {
        FakeNetwork fake;
        setUp(fake, {first}, established(TlsVersion::Tls13));
        MxProbe slow = refusedHandshake();
        slow.elapsed = 4s;
        for (const TlsOffer &offer : offersAfter(established(TlsVersion::Tls13)))
            fake.add(host, first, slow, offer);
        QCOMPARE(observe(fake, Depth::Deep, 9s).mxHosts.first().extraProbes.size(), 3);
        QCOMPARE(fake.lastPatience.whole, 1s); // what the first two left
    }

    void extrasStandInTheOrderOfAddressesAndOffers()
    {
        FakeNetwork fake;
        setUp(fake, {second, first}, established(TlsVersion::Tls12));
        const MxHost seen = observe(fake).mxHosts.first();
        QStringList order;
        for (const ExtraProbe &extra : seen.extraProbes)
            order.append(extra.probe.address.toString() + u' ' + tlsVersionName(extra.offer.most));
        QCOMPARE(order, QStringList({second + u" TLS 1.3"_qs, second + u" TLS 1.1"_qs, second + u" TLS 1.0"_qs, first + u" TLS 1.3"_qs,
                                     first + u" TLS 1.1"_qs, first + u" TLS 1.0"_qs}));
    }

    void aRunAsksEachOfferOnce()
    {
        FakeNetwork fake;
        SharedProber shared(fake);
        const TlsOffer rsa{.key = TlsOffer::Key::Rsa};
        for (int i = 0; i < 2; ++i) {
            shared.probe(host, QHostAddress(first), {}, {}, {});
            shared.probe(host, QHostAddress(first), rsa, {}, {});
        }
        QCOMPARE(connections(fake), QStringList({first, first + u" RSA"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestDeepProbes)
#include "tst_deepprobes.moc"
