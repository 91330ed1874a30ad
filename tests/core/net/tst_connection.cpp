// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/tlsserver.h"
#include "net/connection.h"
#include "net/slots.h"
#include <QTest>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace mta;
using namespace std::chrono_literals;
using fakes::Identity;
using fakes::TlsOptions;
using fakes::TlsPeer;
using fakes::TlsServer;

namespace
{

const QString host = QStringLiteral("mail.example.com");
const QHostAddress loopback(QHostAddress::LocalHost);

Context within(std::chrono::milliseconds time)
{
    return Context().within(time);
}

/// A socket that is bound but does not listen: connections to it are refused, and nobody else can take its port.
class RefusingPort
{
public:
    RefusingPort()
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *raw = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, raw, size) == 0 && ::getsockname(m_socket, raw, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~RefusingPort() { ::close(m_socket); }
    quint16 port() const { return m_port; }

protected:
    int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    quint16 m_port = 0;
};

/// Listens, but its queue is full: the kernel drops what comes, as a silent host would.
class SilentPort : public RefusingPort
{
public:
    SilentPort()
    {
        ::listen(m_socket, 0);
        m_first.emplace(Connection::Options{loopback, m_port, {}});
        m_first->connect(within(1s));
    }

private:
    std::optional<Connection> m_first;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusedIsToldFromUnreachable();
    void noRouteHereIsNotThePeersFault();
    void connectGivesUpAtTheDeadline();
    void everyWaitEndsAtTheDeadline();
    void floodsEndAtTheDeadline();
    void emptyTalkHasALimit_data();
    void emptyTalkHasALimit();
    void ticketsWithoutEndAreAFailure();
    void everyWaitEndsAtAStop();
    void readsInBoundedPieces();
    void endingsAreToldApart_data();
    void endingsAreToldApart();
    void handshakeShowsEverything();
    void handshakeTakesAnyVersion_data();
    void handshakeTakesAnyVersion();
    void handshakeTakesWeakKeys();
    void handshakeFailuresAreToldApart();
    void sslThreeIsNamed();
    void plaintextBeforeTheHandshakeStaysOutside();
    void addressesAreNotSentAsServerName();
    void stapledResponseIsKept();
    void largeStapledResponseIsKept();
    void chainHasALimit();
    void chainOctetsHaveALimit_data();
    void chainOctetsHaveALimit();
    void proxyCarriesTheConnection();
    void proxyEndings_data();
    void proxyEndings();
    void proxyUrls_data();
    void proxyUrls();
    void slotsLimitAnAddress();

private:
    TlsSession shake(const TlsServer &server, const QString &name = host);
    TlsOptions options() const { return {.chain = {m_leaf, m_intermediate}}; }

    Identity m_root;
    Identity m_intermediate;
    Identity m_leaf;
    std::unique_ptr<TlsClient> m_client;
};

void TestConnection::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Test Root"));
    m_intermediate = fakes::intermediateAuthority(QStringLiteral("Test Intermediate"), m_root);
    m_leaf = fakes::serverIdentity(host, m_intermediate);
    m_client = std::make_unique<TlsClient>(TrustStore::fromCertificates({m_root.certificate()}));
}

TlsSession TestConnection::shake(const TlsServer &server, const QString &name)
{
    Connection connection({loopback, server.port(), {}});
    connection.connect(within(5s));
    return connection.startTls(*m_client, TlsApplication::Smtp, name, within(5s));
}

void TestConnection::refusedIsToldFromUnreachable()
{
    const RefusingPort refusing;
    const Connected result = Connection({loopback, refusing.port(), {}}).connect(within(5s));
    QCOMPARE(result.end, ConnectEnd::Refused);
    QVERIFY(!result.text.isEmpty());
}

void TestConnection::noRouteHereIsNotThePeersFault()
{
    // A broadcast address takes no TCP on any machine: the call itself fails, as it does for IPv6 where there is none.
    const Connected result = Connection({QHostAddress(QHostAddress::Broadcast), 25, {}}).connect(within(2s));
    QCOMPARE(result.end, ConnectEnd::NoNetwork);
    QVERIFY(!result.text.isEmpty());
}

void TestConnection::connectGivesUpAtTheDeadline()
{
    const SilentPort silent;
    QElapsedTimer timer;
    timer.start();
    const Connected result = Connection({loopback, silent.port(), {}}).connect(within(100ms));
    QCOMPARE(result.end, ConnectEnd::Timeout);
    QVERIFY2(timer.elapsed() >= 99 && timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestConnection::everyWaitEndsAtTheDeadline()
{
    const TlsServer server([](TlsPeer &peer) { peer.pause(10s); });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(connection.read(within(50ms)).end, TransferEnd::Timeout);
    QVERIFY(timer.elapsed() >= 49 && timer.elapsed() < 1000);
    timer.start();
    QCOMPARE(connection.write(QByteArray(64 * 1024 * 1024, 'x'), within(50ms)).end, TransferEnd::Timeout);
    QVERIFY(timer.elapsed() >= 49 && timer.elapsed() < 10000);
    Connection second({loopback, server.port(), {}});
    QVERIFY(second.connect(within(5s)));
    timer.start();
    const TlsSession session = second.startTls(*m_client, TlsApplication::Smtp, host, within(50ms));
    QVERIFY(timer.elapsed() >= 49 && timer.elapsed() < 1000);
    QVERIFY(session.attempted && !session.established && session.timedOut && !session.reset);
}

void TestConnection::floodsEndAtTheDeadline()
{
    // Records that carry nothing for the application: session tickets (RFC 8446 §4.6.1), as many as a peer likes.
    const TlsServer server([this](TlsPeer &peer) {
        peer.startTls(options());
        while (peer.sendTicket()) {
        }
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    std::this_thread::sleep_for(300ms); // until the buffers are full: more than can be read in no time
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(connection.read(within(0ms)).end, TransferEnd::Timeout);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
}

void TestConnection::emptyTalkHasALimit_data()
{
    QTest::addColumn<qsizetype>("octets");
    QTest::addColumn<bool>("refused");
    QTest::newRow("as many octets as may be") << maxTlsOverhead << false;
    QTest::newRow("one octet more") << maxTlsOverhead + 1 << true;
}

void TestConnection::emptyTalkHasALimit()
{
    QFETCH(qsizetype, octets);
    QFETCH(bool, refused);
    // HelloRequests, which a client passes over while its own handshake runs (RFC 5246 §7.4.1.1), and then nothing.
    const QByteArray helloRequest = QByteArray::fromHex("16 0303 0004 00000000");
    const QByteArray talk = helloRequest.repeated(octets / helloRequest.size() + 1).first(octets);
    const TlsServer server([&](TlsPeer &peer) {
        peer.read();
        peer.write(talk);
        peer.waitUntilClosed();
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    const TlsSession session = connection.startTls(*m_client, TlsApplication::Smtp, host, within(refused ? 10s : 1s));
    QVERIFY(!session.established);
    QCOMPARE(session.timedOut, !refused);
    QCOMPARE(session.failure.contains(QStringLiteral("without content")), refused);
}

void TestConnection::ticketsWithoutEndAreAFailure()
{
    const TlsServer server([this](TlsPeer &peer) {
        peer.startTls(options());
        while (peer.sendTicket()) {
        }
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    const Transfer transfer = connection.read(within(60s));
    QCOMPARE(transfer.end, TransferEnd::TlsFailed);
    QVERIFY2(transfer.text.contains(QStringLiteral("without content")), qPrintable(transfer.text));
}

void TestConnection::everyWaitEndsAtAStop()
{
    const SilentPort silent;
    const TlsServer server([](TlsPeer &peer) { peer.pause(10s); });
    const auto stopped = [](const auto &operation) {
        std::stop_source source;
        QElapsedTimer timer;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(30ms);
            timer.start();
            source.request_stop();
        });
        operation(Context{QDeadlineTimer(10s), source.get_token()});
        stopper.join();
        return timer.elapsed();
    };
    QVERIFY(stopped([&](const Context &context) {
                QCOMPARE(Connection({loopback, silent.port(), {}}).connect(context).end, ConnectEnd::Cancelled);
            }) < 500);
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QVERIFY(stopped([&](const Context &context) { QCOMPARE(connection.read(context).end, TransferEnd::Cancelled); }) < 500);
    QVERIFY(stopped([&](const Context &context) {
                const TlsSession session = connection.startTls(*m_client, TlsApplication::Smtp, host, context);
                QVERIFY(!session.established && !session.timedOut && !session.reset);
            }) < 500);
    std::stop_source before;
    before.request_stop();
    QCOMPARE(connection.read({QDeadlineTimer(10s), before.get_token()}).end, TransferEnd::Cancelled);
}

void TestConnection::readsInBoundedPieces()
{
    const TlsServer server([this](TlsPeer &peer) {
        peer.write(QByteArray(100'000, 'a'));
        peer.read();
        if (peer.startTls(options()))
            peer.write(QByteArray(100'000, 'b'));
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    const auto readAll = [&connection] {
        QByteArray all;
        while (all.size() < 100'000) {
            const Transfer piece = connection.read(within(5s));
            if (!piece || piece.octets.isEmpty() || piece.octets.size() > maxReadChunk)
                break;
            all += piece.octets;
        }
        return all;
    };
    QCOMPARE(readAll(), QByteArray(100'000, 'a'));
    QVERIFY(connection.write("go", within(5s)));
    QTest::qWait(20); // the script reads "go" alone
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    QCOMPARE(readAll(), QByteArray(100'000, 'b'));
}

void TestConnection::endingsAreToldApart_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("how");
    QTest::addColumn<TransferEnd>("end");
    QTest::addColumn<bool>("closeNotify");
    QTest::newRow("an orderly end without TLS") << false << 0 << TransferEnd::Eof << true;
    QTest::newRow("a reset without TLS") << false << 2 << TransferEnd::Reset << false;
    QTest::newRow("close_notify") << true << 0 << TransferEnd::Eof << true;
    QTest::newRow("a cut without close_notify") << true << 1 << TransferEnd::Eof << false;
    QTest::newRow("a reset inside TLS") << true << 2 << TransferEnd::Reset << false;
}

void TestConnection::endingsAreToldApart()
{
    QFETCH(bool, tls);
    QFETCH(int, how);
    const TlsServer server([this, tls, how](TlsPeer &peer) {
        if (tls)
            peer.startTls(options());
        peer.write("last words");
        peer.pause(30ms);
        if (how == 0)
            peer.close();
        else if (how == 1)
            peer.cut();
        else
            peer.reset();
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    if (tls)
        QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    const Transfer words = connection.read(within(5s));
    QCOMPARE(words.end, TransferEnd::Done);
    QCOMPARE(words.octets, "last words");
    const Transfer end = connection.read(within(5s));
    QTEST(end.end, "end");
    QTEST(end.closeNotify, "closeNotify");
}

void TestConnection::handshakeShowsEverything()
{
    QByteArray name;
    QByteArray protocol;
    std::atomic<bool> askedForStatus = false;
    const TlsServer server([&](TlsPeer &peer) {
        peer.startTls(options());
        name = peer.serverName();
        protocol = peer.protocol();
        askedForStatus = peer.askedForStatus();
        peer.write("done");
        peer.waitUntilClosed();
    });
    for (const auto application : {TlsApplication::Smtp, TlsApplication::Https}) {
        Connection connection({loopback, server.port(), {}});
        QVERIFY(connection.connect(within(5s)));
        const TlsSession session = connection.startTls(*m_client, application, host, within(5s));
        QVERIFY2(session.established, qPrintable(session.failure));
        QVERIFY(connection.read(within(5s)));
        QCOMPARE(session.version, TlsVersion::Tls13);
        QCOMPARE(session.cipher, QStringLiteral("TLS_AES_256_GCM_SHA384"));
        QCOMPARE(session.group, QStringLiteral("X25519"));
        QCOMPARE(session.signature, QStringLiteral("ECDSA SHA256"));
        QCOMPARE(session.chain, (QList<Certificate>{m_leaf.certificate(), m_intermediate.certificate()}));
        QCOMPARE(session.verdict.trust, Trust::Trusted);
        QCOMPARE(session.verdict.path.last(), m_root.certificate());
        QVERIFY(session.failure.isEmpty() && session.ocspResponse.isEmpty() && !session.timedOut && !session.reset);
        QCOMPARE(QString::fromLatin1(name), host);
        QVERIFY(askedForStatus);
        QCOMPARE(protocol, application == TlsApplication::Https ? QByteArray("http/1.1") : QByteArray());
    }
}

void TestConnection::handshakeTakesAnyVersion_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("ciphers");
    QTest::addColumn<TlsVersion>("version");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("signature");
    const auto x25519 = QStringLiteral("X25519");
    QTest::newRow("TLS 1.0") << TLS1_VERSION << QByteArray("ECDHE-RSA-AES128-SHA:@SECLEVEL=0") << TlsVersion::Tls10
                             << QStringLiteral("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA") << x25519 << QStringLiteral("RSA MD5-SHA1");
    QTest::newRow("TLS 1.1, no forward secrecy") << TLS1_1_VERSION << QByteArray("AES256-SHA:@SECLEVEL=0") << TlsVersion::Tls11
                                                 << QStringLiteral("TLS_RSA_WITH_AES_256_CBC_SHA") << QString() << QString();
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION << QByteArray("ECDHE-RSA-AES128-GCM-SHA256") << TlsVersion::Tls12
                             << QStringLiteral("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256") << x25519 << QStringLiteral("RSA-PSS SHA256");
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION << QByteArray("ALL") << TlsVersion::Tls13 << QStringLiteral("TLS_AES_256_GCM_SHA384")
                             << x25519 << QStringLiteral("RSA-PSS SHA256");
}

void TestConnection::handshakeTakesAnyVersion()
{
    QFETCH(int, number);
    QFETCH(QByteArray, ciphers);
    const auto identity = fakes::issue({.commonName = host, .dnsNames = {host}, .key = fakes::KeyKind::Rsa2048, .extensions = {}}, m_root);
    const TlsServer server(
        [&](TlsPeer &peer) { peer.startTls({.chain = {identity}, .minimum = number, .maximum = number, .ciphers = ciphers}); });
    const TlsSession session = shake(server);
    QVERIFY2(session.established, qPrintable(session.failure));
    QTEST(session.version, "version");
    QTEST(session.cipher, "cipher");
    QTEST(session.group, "group");
    QTEST(session.signature, "signature");
    QCOMPARE(session.verdict.trust, Trust::Trusted);
}

void TestConnection::handshakeTakesWeakKeys()
{
    const auto identity =
        fakes::selfSigned({.commonName = host, .dnsNames = {host}, .key = fakes::KeyKind::Rsa1024, .digest = "SHA1", .extensions = {}});
    const TlsServer server([&](TlsPeer &peer) { peer.startTls({.chain = {identity}}); });
    const TlsSession session = shake(server);
    QVERIFY2(session.established, qPrintable(session.failure));
    QVERIFY(hasWeakKey(session.chain.first()) && hasWeakSignature(session.chain.first()));
    QCOMPARE(session.verdict.trust, Trust::SelfSigned);
}

void TestConnection::handshakeFailuresAreToldApart()
{
    {
        const TlsServer plaintext([](TlsPeer &peer) {
            peer.write("220 mail.example.com ESMTP\r\n");
            peer.waitUntilClosed();
        });
        const TlsSession session = shake(plaintext);
        QVERIFY(session.attempted && !session.established && !session.timedOut && !session.reset);
        QVERIFY2(session.failure.contains(QLatin1String("wrong version")), qPrintable(session.failure));
        QVERIFY(session.chain.isEmpty());
        QCOMPARE(session.verdict.trust, Trust::Unknown);
        QCOMPARE(session.version, TlsVersion::Unknown);
    }
    {
        const TlsServer noCommonCipher([this](TlsPeer &peer) {
            peer.startTls({.chain = {m_leaf}, .maximum = TLS1_2_VERSION, .ciphers = "aNULL:@SECLEVEL=0"});
            peer.pause(100ms);
        });
        const TlsSession session = shake(noCommonCipher);
        QVERIFY(!session.established && !session.reset);
        QVERIFY2(session.failure.contains(QLatin1String("handshake failure")), qPrintable(session.failure));
    }
    {
        const TlsServer cutting([](TlsPeer &peer) {
            peer.readExactly(5);
            peer.cut();
        });
        const TlsSession session = shake(cutting);
        QVERIFY(!session.established && session.reset && !session.timedOut);
        QVERIFY(!session.failure.isEmpty());
    }
    {
        const TlsServer resetting([](TlsPeer &peer) {
            peer.readExactly(5);
            peer.reset();
        });
        QVERIFY(shake(resetting).reset);
    }
}

void TestConnection::sslThreeIsNamed()
{
    const TlsServer server([](TlsPeer &peer) {
        peer.readExactly(5);
        // A ServerHello that chooses 3.0: no session, cipher 0x000a, no compression.
        peer.write(QByteArray::fromHex("16030000 2a 02 000026 0300") + QByteArray(32, 'r') + QByteArray::fromHex("00 000a 00"));
        peer.waitUntilClosed();
    });
    const TlsSession session = shake(server);
    QVERIFY(!session.established);
    QCOMPARE(session.version, TlsVersion::Ssl3);
}

void TestConnection::plaintextBeforeTheHandshakeStaysOutside()
{
    const TlsServer server([this](TlsPeer &peer) {
        peer.write("220 go\r\n250 injected\r\n");
        if (peer.startTls(options()))
            peer.write("inside");
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QCOMPARE(connection.read(within(5s)).octets, "220 go\r\n250 injected\r\n");
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    QCOMPARE(connection.read(within(5s)).octets, "inside");
}

void TestConnection::addressesAreNotSentAsServerName()
{
    QByteArray name = "unset";
    const TlsServer server([&](TlsPeer &peer) {
        peer.startTls(options());
        name = peer.serverName();
        peer.write("done");
    });
    Connection connection({loopback, server.port(), {}});
    QVERIFY(connection.connect(within(5s)));
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, QStringLiteral("192.0.2.1"), within(5s)).established);
    QVERIFY(connection.read(within(5s)));
    QCOMPARE(name, QByteArray());
}

void TestConnection::stapledResponseIsKept()
{
    const QByteArray response = fakes::ocspResponse(m_leaf, m_intermediate, m_intermediate, {.revoked = true});
    TlsOptions stapling = options();
    stapling.ocspResponse = response;
    const TlsServer server([&](TlsPeer &peer) { peer.startTls(stapling); });
    const TlsSession session = shake(server);
    QVERIFY2(session.established, qPrintable(session.failure));
    QCOMPARE(session.ocspResponse, response);
    QCOMPARE(stapledStatus(session, QDateTime::currentDateTimeUtc()), Revocation::Revoked);
}

void TestConnection::largeStapledResponseIsKept()
{
    TlsOptions stapling = options();
    stapling.ocspResponse = QByteArray(60'000, 'x'); // an extension of TLS 1.3 holds little more, and that is below maxOcspResponse
    const TlsServer server([&](TlsPeer &peer) { peer.startTls(stapling); });
    const TlsSession session = shake(server);
    QVERIFY2(session.established, qPrintable(session.failure));
    QCOMPARE(session.ocspResponse, stapling.ocspResponse);
    QCOMPARE(stapledStatus(session, QDateTime::currentDateTimeUtc()), Revocation::Unknown);
}

void TestConnection::chainHasALimit()
{
    TlsOptions endless = options();
    while (endless.chain.size() < maxChainLength + 5)
        endless.chain.append(m_root);
    const TlsServer server([&](TlsPeer &peer) { peer.startTls(endless); });
    const TlsSession session = shake(server);
    QVERIFY2(session.established, qPrintable(session.failure));
    QCOMPARE(session.chain.size(), maxChainLength);
    QCOMPARE(session.verdict.trust, Trust::Trusted);
}

void TestConnection::chainOctetsHaveALimit_data()
{
    QTest::addColumn<qsizetype>("octets");
    QTest::addColumn<bool>("works");
    QTest::newRow("below the limit") << maxChainOctets - 200 << true;
    QTest::newRow("above the limit") << maxChainOctets + 200 << false;
}

void TestConnection::chainOctetsHaveALimit()
{
    QFETCH(qsizetype, octets);
    QFETCH(bool, works);
    const qsizetype filling = octets - m_leaf.der().size() - m_root.der().size() - 60;
    const Identity leaf =
        fakes::issue({.commonName = host, .dnsNames = {host}, .extensions = {{"nsComment", QByteArray(filling, 'x')}}}, m_root);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const TlsServer server([&](TlsPeer &peer) { peer.startTls({.chain = {leaf, m_root}, .minimum = version, .maximum = version}); });
        const TlsSession session = shake(server);
        QCOMPARE(session.established, works);
        if (works)
            QCOMPARE(session.verdict.trust, Trust::Trusted);
        else
            QVERIFY2(session.failure.contains(QStringLiteral("excessive message size")), qPrintable(session.failure));
        QVERIFY(!works || namesHost(session.chain.first(), host));
    }
}

void TestConnection::proxyCarriesTheConnection()
{
    const TlsServer server([this](TlsPeer &peer) {
        peer.write("220 early\r\n"); // what the server says first must not be lost behind the proxy's answer
        if (peer.startTls(options()))
            peer.write("inside");
    });
    const TlsServer proxy(fakes::socksProxy());
    Connection connection({loopback, server.port(), Socks5Proxy{loopback, proxy.port()}});
    const Connected connected = connection.connect(within(5s));
    QVERIFY2(connected, qPrintable(connected.text));
    QCOMPARE(connection.read(within(5s)).octets, "220 early\r\n");
    QVERIFY(connection.startTls(*m_client, TlsApplication::Smtp, host, within(5s)).established);
    QCOMPARE(connection.read(within(5s)).octets, "inside");
    QCOMPARE(proxy.connections(), 1);
}

void TestConnection::proxyEndings_data()
{
    QTest::addColumn<TlsServer::Script>("script");
    QTest::addColumn<ConnectEnd>("end");
    const auto raw = [](const QByteArray &answer) -> TlsServer::Script {
        return [answer](TlsPeer &peer) {
            peer.readExactly(3);
            peer.write(answer);
            peer.waitUntilClosed();
        };
    };
    QTest::newRow("general failure") << fakes::socksProxy(1) << ConnectEnd::ProxyFailed;
    QTest::newRow("not allowed") << fakes::socksProxy(2) << ConnectEnd::ProxyFailed;
    QTest::newRow("network unreachable") << fakes::socksProxy(3) << ConnectEnd::Unreachable;
    QTest::newRow("host unreachable") << fakes::socksProxy(4) << ConnectEnd::Unreachable;
    QTest::newRow("refused") << fakes::socksProxy(5) << ConnectEnd::Refused;
    QTest::newRow("out of hops") << fakes::socksProxy(6) << ConnectEnd::Unreachable;
    QTest::newRow("unknown code") << fakes::socksProxy(99) << ConnectEnd::ProxyFailed;
    QTest::newRow("wants a password") << raw("\x05\xff") << ConnectEnd::ProxyFailed;
    QTest::newRow("speaks SOCKS4") << raw(QByteArray("\x04\x00", 2)) << ConnectEnd::ProxyFailed;
    QTest::newRow("speaks HTTP") << raw("HTTP/1.1 400 Bad Request\r\n\r\n") << ConnectEnd::ProxyFailed;
    QTest::newRow("an address of no type") << raw(QByteArray("\x05\x00\x05\x00\x00\x09\x00", 7)) << ConnectEnd::ProxyFailed;
    QTest::newRow("says nothing") << TlsServer::Script([](TlsPeer &peer) { peer.waitUntilClosed(); }) << ConnectEnd::ProxyFailed;
    QTest::newRow("closes") << TlsServer::Script([](TlsPeer &) {}) << ConnectEnd::ProxyFailed;
    QTest::newRow("goes silent when asked to connect") << raw(QByteArray("\x05\x00", 2)) << ConnectEnd::Timeout;
    QTest::newRow("a name as the bound address") << raw(QByteArray("\x05\x00\x05\x00\x00\x03\x03www\x00\x50", 12)) << ConnectEnd::Connected;
    QTest::newRow("an IPv6 bound address") << raw(QByteArray("\x05\x00\x05\x00\x00\x04", 6) + QByteArray(18, '\0'))
                                           << ConnectEnd::Connected;
}

void TestConnection::proxyEndings()
{
    QFETCH(TlsServer::Script, script);
    const TlsServer proxy(script);
    const RefusingPort target;
    Connection connection({loopback, target.port(), Socks5Proxy{loopback, proxy.port()}});
    const Connected result = connection.connect(within(100ms));
    QTEST(result.end, "end");
    QCOMPARE(result.text.isEmpty(), result.end == ConnectEnd::Connected);

    const RefusingPort nobody;
    Connection lost({loopback, target.port(), Socks5Proxy{loopback, nobody.port()}});
    QCOMPARE(lost.connect(within(1s)).end, ConnectEnd::ProxyFailed);
}

void TestConnection::proxyUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    const auto row = [](const char *url, bool usable, const char *address = "", int port = 0) {
        QTest::newRow(*url ? url : "empty") << QString::fromLatin1(url) << usable << QString::fromLatin1(address) << port;
    };
    row("socks5://127.0.0.1:1080", true, "127.0.0.1", 1080);
    row("socks5://[::1]:9050", true, "::1", 9050);
    row("socks5://192.0.2.1", true, "192.0.2.1", 1080);
    row("socks5://192.0.2.1:1/", true, "192.0.2.1", 1);
    row("socks5://192.0.2.1:0", false);
    row("socks5://192.0.2.1:99999", false);
    row("socks5://user:word@192.0.2.1:1080", false);
    row("socks5://192.0.2.1:1080/path", false);
    row("socks5://:1080", false);
    row("http://192.0.2.1:1080", false);
    row("192.0.2.1:1080", false);
    row("", false);
}

void TestConnection::proxyUrls()
{
    QFETCH(QString, url);
    const auto proxy = parseProxy(url);
    QTEST(static_cast<bool>(proxy), "usable");
    if (!proxy) {
        QVERIFY(proxy.error().text.contains(QLatin1String("socks5://HOST:PORT")));
        return;
    }
    QTEST(proxy->address.toString(), "address");
    QTEST(static_cast<int>(proxy->port), "port");
}

void TestConnection::slotsLimitAnAddress()
{
    AddressSlots slots_(2);
    const QHostAddress other(QStringLiteral("192.0.2.1"));
    std::optional first = slots_.take(loopback, {});
    const auto second = slots_.take(loopback, {});
    QVERIFY(*first && second);
    QVERIFY(slots_.take(other, {})); // another address has slots of its own
    std::stop_source stop;
    std::atomic<bool> waiting = true;
    std::jthread third([&] {
        const auto slot = slots_.take(loopback, {QDeadlineTimer(10s), stop.get_token()});
        waiting = !slot;
    });
    std::this_thread::sleep_for(20ms);
    QVERIFY(waiting);
    first.reset();
    third.join();
    QVERIFY(!waiting);
    const auto again = slots_.take(loopback, {});
    std::jthread stopped([&] { waiting = static_cast<bool>(slots_.take(loopback, {QDeadlineTimer(10s), stop.get_token()})); });
    std::this_thread::sleep_for(20ms);
    stop.request_stop();
    stopped.join();
    QVERIFY(!waiting);
    QVERIFY(!slots_.take(loopback, within(10ms)));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
