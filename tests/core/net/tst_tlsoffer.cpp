// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/tlsserver.h"
#include "net/connection.h"
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;
using fakes::Identity;
using fakes::KeyKind;
using fakes::TlsOptions;
using fakes::TlsPeer;
using fakes::TlsServer;
using Key = TlsOffer::Key;

Q_DECLARE_METATYPE(mta::TlsOffer)
Q_DECLARE_METATYPE(mta::TlsOffer::Key)
Q_DECLARE_METATYPE(mta::TlsVersion)
Q_DECLARE_METATYPE(mta::fakes::TlsOptions)

namespace
{
const QString host = QStringLiteral("mail.example.com");
}

class TestTlsOffer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offersGetWhatTheyAskFor_data();
    void offersGetWhatTheyAskFor();
    void refusalsAreTheServers_data();
    void refusalsAreTheServers();
    void theChainOfTheKeyComesWithIt();

private:
    Identity leaf(KeyKind kind, const Identity &issuer) const
    {
        return fakes::issue({.commonName = host, .dnsNames = {host}, .key = kind, .extensions = {}}, issuer);
    }
    TlsSession shake(const TlsOptions &options, const TlsOffer &offer) const
    {
        TlsServer server([&](TlsPeer &peer) {
            if (peer.startTls(options))
                peer.waitUntilClosed();
        });
        Connection connection({QHostAddress(QHostAddress::LocalHost), server.port(), {}, offer});
        connection.connect(Context().within(5s));
        return connection.startTls(*m_client, TlsApplication::Smtp, host, Context().within(5s));
    }

    Identity m_ecRoot;
    Identity m_rsaRoot;
    Identity m_ec;
    Identity m_ecOfRsaRoot;
    Identity m_rsa;
    Identity m_ed;
    std::unique_ptr<TlsClient> m_client;
};

void TestTlsOffer::initTestCase()
{
    m_ecRoot = fakes::rootAuthority(QStringLiteral("EC Root"));
    m_rsaRoot = fakes::selfSigned({.commonName = QStringLiteral("RSA Root"),
                                   .key = KeyKind::Rsa2048,
                                   .authority = true,
                                   .extensions = {{"keyUsage", "critical,keyCertSign,cRLSign"}}});
    m_ec = leaf(KeyKind::EcP256, m_ecRoot);
    m_ecOfRsaRoot = leaf(KeyKind::EcP256, m_rsaRoot);
    m_rsa = leaf(KeyKind::Rsa2048, m_rsaRoot);
    m_ed = leaf(KeyKind::Ed25519, m_ecRoot);
    m_client = std::make_unique<TlsClient>(TrustStore::fromCertificates({m_ecRoot.certificate(), m_rsaRoot.certificate()}));
}

void TestTlsOffer::offersGetWhatTheyAskFor_data()
{
    QTest::addColumn<TlsOptions>("server");
    QTest::addColumn<TlsOffer>("offer");
    QTest::addColumn<Key>("key");
    QTest::addColumn<TlsVersion>("version");
    const TlsOptions both{.chain = {m_ec}, .other = {m_rsa}};
    const auto upTo = [](TlsOptions options, int version) {
        options.minimum = TLS1_VERSION;
        options.maximum = version;
        return options;
    };
    const auto only = [](TlsVersion version) { return TlsOffer{.least = version, .most = version}; };
    QTest::newRow("everything, of a server with both kinds") << both << TlsOffer() << Key::Ecdsa << TlsVersion::Tls13;
    QTest::newRow("RSA in TLS 1.3") << both << TlsOffer{.key = Key::Rsa} << Key::Rsa << TlsVersion::Tls13;
    QTest::newRow("ECDSA in TLS 1.3") << both << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls13;
    QTest::newRow("RSA in TLS 1.2") << upTo(both, TLS1_2_VERSION) << TlsOffer{.key = Key::Rsa} << Key::Rsa << TlsVersion::Tls12;
    QTest::newRow("ECDSA in TLS 1.2") << upTo(both, TLS1_2_VERSION) << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls12;
    QTest::newRow("RSA in TLS 1.0") << upTo(both, TLS1_VERSION) << TlsOffer{.key = Key::Rsa} << Key::Rsa << TlsVersion::Tls10;
    QTest::newRow("ECDSA in TLS 1.0") << upTo(both, TLS1_VERSION) << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls10;
    QTest::newRow("an ECDSA certificate signed with RSA, TLS 1.3")
        << TlsOptions{.chain = {m_rsa}, .other = {m_ecOfRsaRoot}} << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls13;
    QTest::newRow("Ed25519 counts as ECDSA, TLS 1.3")
        << TlsOptions{.chain = {m_rsa}, .other = {m_ed}} << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls13;
    QTest::newRow("Ed25519 counts as ECDSA, TLS 1.2")
        << upTo({.chain = {m_rsa}, .other = {m_ed}}, TLS1_2_VERSION) << TlsOffer{.key = Key::Ecdsa} << Key::Ecdsa << TlsVersion::Tls12;
    QTest::newRow("TLS 1.2 of a newer server") << both << only(TlsVersion::Tls12) << Key::Ecdsa << TlsVersion::Tls12;
    QTest::newRow("TLS 1.1 where it is on") << upTo(both, 0) << only(TlsVersion::Tls11) << Key::Ecdsa << TlsVersion::Tls11;
    QTest::newRow("TLS 1.0 where it is on") << upTo(both, 0) << only(TlsVersion::Tls10) << Key::Ecdsa << TlsVersion::Tls10;
    QTest::newRow("TLS 1.0 with RSA alone") << upTo({.chain = {m_rsa}}, 0) << only(TlsVersion::Tls10) << Key::Rsa << TlsVersion::Tls10;
}

void TestTlsOffer::offersGetWhatTheyAskFor()
{
    QFETCH(TlsOptions, server);
    QFETCH(TlsOffer, offer);
    const TlsSession session = shake(server, offer);
    QVERIFY2(session.established, qPrintable(session.failure));
    QTEST(keyKind(session.chain.first()), "key");
    QTEST(session.version, "version");
    QCOMPARE(session.verdict.trust, Trust::Trusted);
}

void TestTlsOffer::refusalsAreTheServers_data()
{
    QTest::addColumn<TlsOptions>("server");
    QTest::addColumn<TlsOffer>("offer");
    const TlsOptions ec{.chain = {m_ec}};
    const TlsOptions rsa{.chain = {m_rsa}};
    const auto limited = [](TlsOptions options, int least, int most) {
        options.minimum = least;
        options.maximum = most;
        return options;
    };
    QTest::newRow("no RSA key, TLS 1.3") << ec << TlsOffer{.key = Key::Rsa};
    QTest::newRow("no ECDSA key, TLS 1.3") << rsa << TlsOffer{.key = Key::Ecdsa};
    QTest::newRow("no RSA key, TLS 1.2") << limited(ec, 0, TLS1_2_VERSION) << TlsOffer{.key = Key::Rsa};
    QTest::newRow("no ECDSA key, TLS 1.2") << limited(rsa, 0, TLS1_2_VERSION) << TlsOffer{.key = Key::Ecdsa};
    QTest::newRow("TLS 1.0 is off") << limited(ec, TLS1_2_VERSION, 0) << TlsOffer{.least = TlsVersion::Tls10, .most = TlsVersion::Tls10};
    QTest::newRow("TLS 1.2 is off") << limited(ec, TLS1_3_VERSION, 0) << TlsOffer{.least = TlsVersion::Tls12, .most = TlsVersion::Tls12};
}

/// An alert before the server chose anything: neither silence nor a reset, which may have other reasons.
void TestTlsOffer::refusalsAreTheServers()
{
    QFETCH(TlsOptions, server);
    QFETCH(TlsOffer, offer);
    const TlsSession session = shake(server, offer);
    QVERIFY(session.attempted);
    QVERIFY(!session.established);
    QVERIFY(!session.timedOut);
    QVERIFY(!session.reset);
    QVERIFY(!session.failure.isEmpty());
    QCOMPARE(session.version, TlsVersion::Unknown);
    QVERIFY(session.chain.isEmpty());
}

void TestTlsOffer::theChainOfTheKeyComesWithIt()
{
    const Identity ecIssuer = fakes::intermediateAuthority(QStringLiteral("EC Issuer"), m_ecRoot);
    const Identity rsaIssuer = fakes::intermediateAuthority(QStringLiteral("RSA Issuer"), m_rsaRoot);
    const TlsOptions both{.chain = {leaf(KeyKind::EcP256, ecIssuer), ecIssuer}, .other = {leaf(KeyKind::Rsa2048, rsaIssuer), rsaIssuer}};
    for (const auto &[key, issuer] : {std::pair{Key::Ecdsa, ecIssuer}, std::pair{Key::Rsa, rsaIssuer}}) {
        const TlsSession session = shake(both, {.key = key});
        QCOMPARE(session.chain.size(), 2);
        QCOMPARE(session.chain.last().der, issuer.der());
        QCOMPARE(session.verdict.trust, Trust::Trusted);
    }
}

QTEST_GUILESS_MAIN(TestTlsOffer)
#include "tst_tlsoffer.moc"
