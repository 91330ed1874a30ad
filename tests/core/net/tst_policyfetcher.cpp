// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/crowd.h"
#include "fakes/tlsserver.h"
#include "mtasts/policy.h"
#include "net/policyfetcher.h"
#include <QElapsedTimer>
#include <QTest>

using namespace mta;
using namespace std::chrono_literals;
using fakes::httpAnswer;
using fakes::Identity;
using fakes::TlsOptions;
using fakes::TlsPeer;
using fakes::TlsServer;

namespace
{

const QString policyHost = QStringLiteral("mta-sts.example.com");
const QHostAddress loopback(QHostAddress::LocalHost);
const QByteArray policy = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";
const QByteArray plainText = "200 OK\r\nContent-Type: text/plain";

Patience patience(std::chrono::milliseconds whole = 5s, std::chrono::milliseconds connect = 5s)
{
    return {whole, connect};
}

} // namespace

class TestPolicyFetcher : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fetchesThePolicy();
    void asksAsTheStandardHasIt();
    void fetchesInSpiteOfABadCertificate();
    void fetchesInSpiteOfOldTls();
    void answers_data();
    void answers();
    void redirectIsShownAndNotFollowed();
    void unpacksWhatNobodyAskedFor();
    void doesNotWaitForTheEndOfTheConnection();
    void silenceIsATimeoutOfItsStage_data();
    void silenceIsATimeoutOfItsStage();
    void slowDripsEndAtTheDeadline();
    void nobodyListens();
    void waitingForASlotDoesNotCount();
    void stopsAtOnce();
    void goesThroughTheProxy();

private:
    PolicyFetch fetchFrom(const TlsServer::Script &script, const Patience &how = patience(), const Context &context = {});
    TlsOptions options() const { return {.chain = {m_leaf, m_intermediate}}; }

    Identity m_root;
    Identity m_intermediate;
    Identity m_leaf;
    std::shared_ptr<const TlsClient> m_client;
};

void TestPolicyFetcher::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Test Root"));
    m_intermediate = fakes::intermediateAuthority(QStringLiteral("Test Intermediate"), m_root);
    m_leaf = fakes::serverIdentity(policyHost, m_intermediate);
    m_client = std::make_shared<const TlsClient>(TrustStore::fromCertificates({m_root.certificate()}));
}

PolicyFetch TestPolicyFetcher::fetchFrom(const TlsServer::Script &script, const Patience &how, const Context &context)
{
    const TlsServer server(script);
    return HttpsPolicyFetcher(m_client, {server.port(), {}}).fetch(policyHost, loopback, how, context);
}

void TestPolicyFetcher::fetchesThePolicy()
{
    const QByteArray head =
        "HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; charset=utf-8\r\nContent-Length: " + QByteArray::number(policy.size()) + "\r\n\r\n";
    const PolicyFetch fetch = fetchFrom(fakes::answering(options(), head + policy));
    QCOMPARE(fetch.address, loopback);
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QCOMPARE(fetch.stage, FetchStage::Done);
    QCOMPARE(fetch.detail, QString());
    QCOMPARE(fetch.httpStatus, 200);
    QCOMPARE(fetch.head, head);
    QCOMPARE(fetch.headers.size(), 2);
    QCOMPARE(fetch.mediaType, "text/plain");
    QCOMPARE(fetch.redirectTo, QByteArray());
    QCOMPARE(fetch.contentEncoding, QByteArray());
    QCOMPARE(fetch.body, policy);
    QVERIFY(fetch.decoded && fetch.closeNotify);
    QVERIFY(fetch.tls.established);
    QCOMPARE(fetch.tls.version, TlsVersion::Tls13);
    QCOMPARE(fetch.tls.verdict.trust, Trust::Trusted);
    QCOMPARE(fetch.tls.chain.size(), 2);
    QVERIFY(fetch.elapsed < 5s);
}

void TestPolicyFetcher::asksAsTheStandardHasIt()
{
    QByteArray request;
    QByteArray serverName;
    QByteArray protocol;
    quint16 port = 0;
    {
        const TlsServer server([&](TlsPeer &peer) {
            peer.startTls(options());
            request = peer.readUntil("\r\n\r\n");
            serverName = peer.serverName();
            protocol = peer.protocol();
            peer.write(httpAnswer(plainText, policy));
        });
        port = server.port();
        HttpsPolicyFetcher(m_client, {port, {}}).fetch(policyHost, loopback, patience(), {});
    }
    QVERIFY2(request.startsWith("GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts.example.com:" + QByteArray::number(port) + "\r\n"),
             request.constData());
    QVERIFY(request.contains("\r\nUser-Agent: mta-sts-studio/"));
    QVERIFY(request.contains("\r\nAccept-Encoding: identity\r\n"));
    QVERIFY(request.contains("\r\nConnection: close\r\n"));
    QVERIFY(!request.contains("Cookie"));
    QCOMPARE(QString::fromLatin1(serverName), policyHost);
    QCOMPARE(protocol, "http/1.1");
}

void TestPolicyFetcher::fetchesInSpiteOfABadCertificate()
{
    const auto bad = fakes::selfSigned({.commonName = QStringLiteral("other.example"),
                                        .key = fakes::KeyKind::Rsa1024,
                                        .digest = "SHA1",
                                        .notBefore = QDateTime::currentDateTimeUtc().addDays(-90),
                                        .notAfter = QDateTime::currentDateTimeUtc().addDays(-1)});
    const PolicyFetch fetch = fetchFrom(fakes::answering({.chain = {bad}}, httpAnswer(plainText, policy)));
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QCOMPARE(fetch.body, policy);
    QCOMPARE(fetch.tls.chain, QList<Certificate>{bad.certificate()});
    QCOMPARE(fetch.tls.verdict.trust, Trust::SelfSigned);
}

void TestPolicyFetcher::fetchesInSpiteOfOldTls()
{
    TlsOptions old = options();
    old.minimum = TLS1_VERSION;
    old.maximum = TLS1_1_VERSION;
    const PolicyFetch fetch = fetchFrom(fakes::answering(old, httpAnswer(plainText, policy)));
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QCOMPARE(fetch.tls.version, TlsVersion::Tls11);
    QCOMPARE(fetch.body, policy);
}

void TestPolicyFetcher::answers_data()
{
    QTest::addColumn<TlsServer::Script>("script");
    QTest::addColumn<FetchEnd>("end");
    QTest::addColumn<FetchStage>("stage");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("closeNotify");
    const auto row = [](const char *name, const TlsServer::Script &script, FetchEnd end, FetchStage stage, int status,
                        const QByteArray &body = {},
                        bool closeNotify = true) { QTest::newRow(name) << script << end << stage << status << body << closeNotify; };
    const auto answer = [this](const QByteArray &octets) { return fakes::answering(options(), octets); };
    enum class How { Close, Cut, Reset };
    const auto ending = [this](const QByteArray &octets, How how) -> TlsServer::Script {
        return [this, octets, how](TlsPeer &peer) {
            if (!peer.startTls(options()))
                return;
            peer.readUntil("\r\n\r\n");
            peer.write(octets);
            peer.pause(30ms);
            if (how == How::Cut)
                peer.cut();
            else if (how == How::Reset)
                peer.reset();
        };
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray announced = ok + "Content-Length: 100\r\n\r\n" + policy;

    row("not found", answer(httpAnswer("404 Not Found", "no")), FetchEnd::Complete, FetchStage::Done, 404, "no");
    row("server error", answer(httpAnswer("503 Busy", "")), FetchEnd::Complete, FetchStage::Done, 503);
    row("chunks", answer(ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), FetchEnd::Complete, FetchStage::Done, 200,
        "hello");
    row("ended by close_notify", ending(ok + "\r\n" + policy, How::Close), FetchEnd::Complete, FetchStage::Done, 200, policy);
    row("ended by a cut", ending(ok + "\r\n" + policy, How::Cut), FetchEnd::Truncated, FetchStage::Body, 200, policy, false);
    row("ended by a reset", ending(ok + "\r\n" + policy, How::Reset), FetchEnd::Reset, FetchStage::Body, 200, policy, false);
    row("less than announced", ending(announced, How::Close), FetchEnd::Truncated, FetchStage::Body, 200, policy);
    row("less than announced, cut", ending(announced, How::Cut), FetchEnd::Truncated, FetchStage::Body, 200, policy, false);
    row("less than announced, reset", ending(announced, How::Reset), FetchEnd::Reset, FetchStage::Body, 200, policy, false);
    row("more than announced", answer(ok + "Content-Length: 7\r\n\r\n" + policy), FetchEnd::Complete, FetchStage::Done, 200, "version");
    row("closed without an answer", ending({}, How::Close), FetchEnd::Reset, FetchStage::Response, 0);
    row("cut without an answer", ending({}, How::Cut), FetchEnd::Reset, FetchStage::Response, 0, {}, false);
    row("cut in the head", ending(ok + "Content-Ty", How::Cut), FetchEnd::Reset, FetchStage::Response, 200, {}, false);
    row("not HTTP", answer("version: STSv1\r\n"), FetchEnd::Malformed, FetchStage::Response, 0);
    row("two lengths", answer(ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), FetchEnd::Malformed, FetchStage::Body, 200);
    row("too large, announced", answer(ok + "Content-Length: 65537\r\n\r\n"), FetchEnd::TooLarge, FetchStage::Body, 200);
    row("a megabyte without a length", answer(ok + "\r\n" + QByteArray(1'000'000, 'x')), FetchEnd::TooLarge, FetchStage::Body, 200,
        QByteArray(maxPolicySize, 'x'));
    const TlsServer::Script endlessHeaders = [this](TlsPeer &peer) {
        if (!peer.startTls(options()) || !peer.write("HTTP/1.1 200 OK\r\n"))
            return;
        while (peer.write("X-Header: value\r\n")) {
        }
    };
    row("headers without end", endlessHeaders, FetchEnd::TooLarge, FetchStage::Response, 200);
    const TlsServer::Script plaintext = [](TlsPeer &peer) {
        peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        peer.waitUntilClosed();
    };
    row("no TLS", plaintext, FetchEnd::TlsFailed, FetchStage::Handshake, 0);
    const TlsServer::Script alert = [this](TlsPeer &peer) {
        peer.startTls({.chain = {m_leaf}, .maximum = TLS1_2_VERSION, .ciphers = "aNULL:@SECLEVEL=0"});
        peer.pause(50ms);
    };
    row("an alert in the handshake", alert, FetchEnd::TlsFailed, FetchStage::Handshake, 0);
    const TlsServer::Script clientCertificate = [this](TlsPeer &peer) {
        TlsOptions demanding = options();
        demanding.wantsClientCertificate = true;
        peer.startTls(demanding);
        peer.waitUntilClosed();
    };
    row("a client certificate is wanted", clientCertificate, FetchEnd::TlsFailed, FetchStage::Response, 0);
    row(
        "cut in the handshake", [](TlsPeer &peer) { peer.readExactly(5); }, FetchEnd::Reset, FetchStage::Handshake, 0);
}

void TestPolicyFetcher::answers()
{
    QFETCH(TlsServer::Script, script);
    const PolicyFetch fetch = fetchFrom(script);
    QTEST(fetch.end, "end");
    QTEST(fetch.stage, "stage");
    if (fetch.stage >= FetchStage::Body)
        QTEST(fetch.httpStatus, "status");
    QTEST(fetch.body, "body");
    QTEST(fetch.closeNotify, "closeNotify");
    QCOMPARE(fetch.tls.attempted, true);
    const bool whole = fetch.end == FetchEnd::Complete && fetch.body != "version";
    QCOMPARE(fetch.detail.isEmpty(), whole);
}

void TestPolicyFetcher::redirectIsShownAndNotFollowed()
{
    const TlsServer server(fakes::answering(
        options(), httpAnswer("301 Moved\r\nLocation: https://www.example.com/policy\r\nContent-Type: text/html", "<a href=x>")));
    const PolicyFetch fetch = HttpsPolicyFetcher(m_client, {server.port(), {}}).fetch(policyHost, loopback, patience(), {});
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QCOMPARE(fetch.httpStatus, 301);
    QCOMPARE(fetch.redirectTo, "https://www.example.com/policy");
    QCOMPARE(fetch.mediaType, "text/html");
    QCOMPARE(server.connections(), 1);
}

void TestPolicyFetcher::unpacksWhatNobodyAskedFor()
{
    // `policy` above, made with gzip -n9
    const QByteArray gzip = QByteArray::fromBase64(
        "H4sIAAAAAAACAytLLSrOzM+zUggOCS4z5MrNT0m1UkjNS8svSk7lyq2wUshNzMzRS61IzC3ISdVLzs/lyk2siE9MB6oyMzCxMDDgAgD6v0sPQgAAAA==");
    const PolicyFetch packed = fetchFrom(fakes::answering(options(), httpAnswer(plainText + "\r\nContent-Encoding: GZIP", gzip)));
    QCOMPARE(packed.end, FetchEnd::Complete);
    QCOMPARE(packed.contentEncoding, "gzip");
    QCOMPARE(packed.body, policy);
    QVERIFY(packed.decoded);

    const PolicyFetch brotli = fetchFrom(fakes::answering(options(), httpAnswer(plainText + "\r\nContent-Encoding: br", "\x0b\x02")));
    QCOMPARE(brotli.end, FetchEnd::Complete);
    QCOMPARE(brotli.contentEncoding, "br");
    QCOMPARE(brotli.body, "\x0b\x02");
    QVERIFY(!brotli.decoded);

    const PolicyFetch broken = fetchFrom(fakes::answering(options(), httpAnswer(plainText + "\r\nContent-Encoding: gzip", policy)));
    QCOMPARE(broken.body, policy);
    QVERIFY(!broken.decoded);
}

void TestPolicyFetcher::doesNotWaitForTheEndOfTheConnection()
{
    const TlsServer::Script script = [this](TlsPeer &peer) {
        peer.startTls(options());
        peer.readUntil("\r\n\r\n");
        peer.write(httpAnswer(plainText, policy));
        peer.pause(10s);
    };
    // The server is destroyed, and so waits for its script, after the fetch: `elapsed` tells how long that took.
    const PolicyFetch fetch = fetchFrom(script);
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QVERIFY(fetch.closeNotify);
    QVERIFY(fetch.elapsed < 1s);
}

void TestPolicyFetcher::silenceIsATimeoutOfItsStage_data()
{
    QTest::addColumn<TlsServer::Script>("script");
    QTest::addColumn<FetchStage>("stage");
    QTest::newRow("in the handshake") << TlsServer::Script([](TlsPeer &peer) { peer.waitUntilClosed(); }) << FetchStage::Handshake;
    const auto afterwards = [this](const QByteArray &octets) -> TlsServer::Script {
        return [this, octets](TlsPeer &peer) {
            peer.startTls(options());
            peer.readUntil("\r\n\r\n");
            if (!octets.isEmpty())
                peer.write(octets);
            peer.waitUntilClosed();
        };
    };
    QTest::newRow("after the request") << afterwards({}) << FetchStage::Response;
    QTest::newRow("in the head") << afterwards("HTTP/1.1 200 OK\r\nContent-") << FetchStage::Response;
    QTest::newRow("in the body") << afterwards("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nvers") << FetchStage::Body;
    QTest::newRow("in a body without headers") << afterwards("HTTP/1.1 200 OK\r\n\r\nvers") << FetchStage::Body;
}

void TestPolicyFetcher::silenceIsATimeoutOfItsStage()
{
    QFETCH(TlsServer::Script, script);
    const PolicyFetch fetch = fetchFrom(script, patience(200ms));
    QCOMPARE(fetch.end, FetchEnd::Timeout);
    QTEST(fetch.stage, "stage");
    QVERIFY(fetch.elapsed >= 199ms && fetch.elapsed < 1s);
}

void TestPolicyFetcher::slowDripsEndAtTheDeadline()
{
    const PolicyFetch fetch = fetchFrom(
        [this](TlsPeer &peer) {
            peer.startTls(options());
            peer.writeSlowly(httpAnswer(plainText, policy), 20ms);
        },
        patience(300ms));
    QCOMPARE(fetch.end, FetchEnd::Timeout);
    QCOMPARE(fetch.stage, FetchStage::Response);
    QVERIFY(fetch.elapsed >= 299ms && fetch.elapsed < 1s);
}

void TestPolicyFetcher::nobodyListens()
{
    quint16 port = 0;
    {
        const TlsServer gone([](TlsPeer &) {});
        port = gone.port();
    }
    const PolicyFetch refused = HttpsPolicyFetcher(m_client, {port, {}}).fetch(policyHost, loopback, patience(), {});
    QCOMPARE(refused.end, FetchEnd::Refused);
    QCOMPARE(refused.stage, FetchStage::Connect);
    QVERIFY(!refused.detail.isEmpty() && !refused.tls.attempted);

    const QHostAddress broadcast(QHostAddress::Broadcast);
    QCOMPARE(HttpsPolicyFetcher(m_client, {443, {}}).fetch(policyHost, broadcast, patience(), {}).end, FetchEnd::NoNetwork);
}

void TestPolicyFetcher::waitingForASlotDoesNotCount()
{
    Crowd crowd;
    const TlsServer server([&](TlsPeer &peer) {
        peer.startTls(options());
        peer.readUntil("\r\n\r\n");
        crowd.enter();
        peer.pause(1000ms);
        crowd.leave();
        peer.write(httpAnswer(plainText, policy));
    });
    HttpsPolicyFetcher fetcher(m_client, {server.port(), {}});
    constexpr int fetches = 2 * HttpsPolicyFetcher::connectionsPerAddress;
    std::atomic<int> complete = 0;
    {
        // Each takes a second, and the second half has to wait as long before it may begin: together more than one may take.
        std::vector<std::jthread> threads;
        for (int i = 0; i < fetches; ++i)
            threads.emplace_back(
                [&] { complete += fetcher.fetch(policyHost, loopback, patience(1900ms), {}).end == FetchEnd::Complete ? 1 : 0; });
    }
    QCOMPARE(complete.load(), fetches);
    QCOMPARE(server.connections(), fetches);
    QVERIFY2(crowd.most() <= HttpsPolicyFetcher::connectionsPerAddress, qPrintable(QString::number(crowd.most())));
}

void TestPolicyFetcher::stopsAtOnce()
{
    std::stop_source source;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(50ms);
        source.request_stop();
    });
    const PolicyFetch fetch = fetchFrom(
        [this](TlsPeer &peer) {
            peer.startTls(options());
            peer.waitUntilClosed();
        },
        patience(10s), {QDeadlineTimer(QDeadlineTimer::Forever), source.get_token()});
    QCOMPARE(fetch.end, FetchEnd::NotTried);
    QCOMPARE(fetch.detail, QStringLiteral("cancelled"));
    QVERIFY(fetch.elapsed < 1s);

    const PolicyFetch never = fetchFrom([](TlsPeer &) {}, patience(), {QDeadlineTimer(QDeadlineTimer::Forever), source.get_token()});
    QCOMPARE(never.end, FetchEnd::NotTried);
    QCOMPARE(never.detail, QStringLiteral("cancelled"));
}

void TestPolicyFetcher::goesThroughTheProxy()
{
    const TlsServer server(fakes::answering(options(), httpAnswer(plainText, policy)));
    const TlsServer proxy(fakes::socksProxy());
    const PolicyFetch fetch =
        HttpsPolicyFetcher(m_client, {server.port(), Socks5Proxy{loopback, proxy.port()}}).fetch(policyHost, loopback, patience(), {});
    QCOMPARE(fetch.end, FetchEnd::Complete);
    QCOMPARE(fetch.body, policy);
    const TlsServer broken(fakes::socksProxy(1));
    QCOMPARE(
        HttpsPolicyFetcher(m_client, {server.port(), Socks5Proxy{loopback, broken.port()}}).fetch(policyHost, loopback, patience(), {}).end,
        FetchEnd::ProxyFailed);
}

QTEST_GUILESS_MAIN(TestPolicyFetcher)
#include "tst_policyfetcher.moc"
