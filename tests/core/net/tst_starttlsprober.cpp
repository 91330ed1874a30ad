// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/starttlsprober.h"

#include "fakes/crowd.h"
#include "fakes/smtpserver.h"
#include <QTest>

using namespace std::chrono_literals;
using mta::MxProbe;
using mta::ProbeEnd;
using mta::fakes::SmtpPeer;
using mta::fakes::SmtpServer;
using Failure = mta::SmtpDialog::Failure;
using Stage = mta::SmtpDialog::Stage;

Q_DECLARE_METATYPE(mta::SmtpDialog::Failure)
Q_DECLARE_METATYPE(mta::SmtpDialog::Stage)
Q_DECLARE_METATYPE(mta::ProbeEnd)
Q_DECLARE_METATYPE(mta::fakes::SmtpServer::Script)

namespace
{

const QString host = QStringLiteral("mx.example");
const QHostAddress loopback(QHostAddress::LocalHost);
constexpr mta::Patience longEnough{10s, 10s};
constexpr mta::Patience brief{400ms, 400ms};

bool heard(const MxProbe &probe, const QByteArray &octets)
{
    return std::any_of(probe.transcript.begin(), probe.transcript.end(), [&](const mta::TranscriptLine &line) {
        return line.octets == octets && line.from == mta::TranscriptLine::From::Server;
    });
}

QByteArrayList said(const MxProbe &probe)
{
    QByteArrayList lines;
    for (const mta::TranscriptLine &line : probe.transcript) {
        if (line.from == mta::TranscriptLine::From::Client)
            lines.append(line.octets);
    }
    return lines;
}

} // namespace

class StartTlsProberTest : public QObject
{
    Q_OBJECT

private:
    const mta::fakes::Identity m_root = mta::fakes::rootAuthority(QStringLiteral("Test Root"));
    const mta::fakes::Identity m_good = mta::fakes::serverIdentity(host, m_root);
    const std::shared_ptr<const mta::TlsClient> m_tls =
        std::make_shared<mta::TlsClient>(mta::TrustStore::fromCertificates({m_root.certificate()}));

    MxProbe probe(quint16 port, const mta::Patience &patience = longEnough, const mta::Context &context = {})
    {
        mta::StartTlsProber prober(m_tls, {port, std::nullopt, "probe.example"});
        return prober.probe(host, loopback, {}, patience, context);
    }

    /// A server that does everything right, with that certificate.
    SmtpServer::Script serving(const mta::fakes::Identity &identity, int minimum = 0, int maximum = 0)
    {
        return [=](SmtpPeer &peer) {
            peer.greetAndOffer();
            peer.say("220 go\r\n");
            if (!peer.startTls(identity, minimum, maximum))
                return;
            peer.hear();
            peer.say("250-mx.example\r\n250 SIZE 1000\r\n");
            peer.hear();
        };
    }

private Q_SLOTS:
    void goodServerGivesAllFacts()
    {
        std::mutex mutex;
        QByteArrayList commands;
        QByteArray serverName;
        const auto note = [&](const QByteArray &command) {
            const std::scoped_lock lock(mutex);
            commands.append(command);
        };
        MxProbe result;
        {
            SmtpServer server([&](SmtpPeer &peer) {
                peer.say("220 mx.example ESMTP\r\n");
                note(peer.hear());
                peer.say("250-mx.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n");
                note(peer.hear());
                peer.say("220 go\r\n");
                if (!peer.startTls(m_good))
                    return;
                serverName = peer.serverName();
                note(peer.hear());
                peer.say("250-mx.example\r\n250 SIZE 1000\r\n");
                note(peer.hear());
            });
            result = probe(server.port());
            QTRY_COMPARE(commands.size(), 4);
        }
        const QByteArrayList expected{"EHLO probe.example", "STARTTLS", "EHLO probe.example", "QUIT"};
        QCOMPARE(commands, expected);
        QCOMPARE(said(result), expected);
        QCOMPARE(serverName, host.toUtf8());
        QCOMPARE(result.end, ProbeEnd::Complete);
        QCOMPARE(result.failure, Failure::None);
        QCOMPARE(result.stage, Stage::Done);
        QCOMPARE(result.address, loopback);
        QVERIFY(result.connected);
        QVERIFY(result.plain->startTls);
        QVERIFY(!result.encrypted->startTls);
        QCOMPARE(result.startTlsReply->code, 220);
        QVERIFY(result.tls.established);
        QCOMPARE(result.tls.version, mta::TlsVersion::Tls13);
        QCOMPARE(result.tls.verdict.trust, mta::Trust::Trusted);
        QCOMPARE(result.tls.chain.first().der, m_good.der());
        QVERIFY(heard(result, "220 mx.example ESMTP"));
        QVERIFY(heard(result, "250 STARTTLS"));
        QVERIFY(result.elapsed >= result.slowestStage);
        for (qsizetype i = 1; i < result.transcript.size(); ++i)
            QVERIFY(result.transcript[i].at >= result.transcript[i - 1].at);
    }

    void refusedPort()
    {
        const MxProbe result = probe(mta::fakes::closedPort());
        QCOMPARE(result.end, ProbeEnd::Refused);
        QVERIFY(!result.connected);
        QVERIFY(!result.detail.isEmpty());
        QVERIFY(result.transcript.isEmpty());
    }

    void endings_data()
    {
        QTest::addColumn<SmtpServer::Script>("script");
        QTest::addColumn<ProbeEnd>("end");
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<int>("code"); // of the reply that ended it, 0 without
        const auto row = [](const char *name, ProbeEnd end, Failure failure, Stage stage, int code, const SmtpServer::Script &script) {
            QTest::newRow(name) << script << end << failure << stage << code;
        };
        const auto greeted = [](const QByteArray &greeting) {
            return [=](SmtpPeer &peer) {
                peer.say(greeting);
                peer.waitUntilClosed();
            };
        };
        const auto toEhlo = [](const QByteArray &reply) {
            return [=](SmtpPeer &peer) {
                peer.say("220 mx\r\n");
                peer.hear();
                peer.say(reply);
                peer.waitUntilClosed();
            };
        };
        const auto toStartTls = [](const QByteArray &reply) {
            return [=](SmtpPeer &peer) {
                peer.greetAndOffer();
                peer.say(reply);
                peer.waitUntilClosed();
            };
        };
        const auto toUnoffered = [](const QByteArray &reply) {
            return [=](SmtpPeer &peer) {
                peer.say("220 mx\r\n");
                peer.hear();
                peer.say("250 mx\r\n");
                peer.hear();
                if (!reply.isEmpty())
                    peer.say(reply);
            };
        };
        row("421 greeting", ProbeEnd::Complete, Failure::GreetingTemporary, Stage::Greeting, 421, greeted("421 busy\r\n"));
        row("450 greeting", ProbeEnd::Complete, Failure::GreetingTemporary, Stage::Greeting, 450, greeted("450 greylisted\r\n"));
        row("554 greeting", ProbeEnd::Complete, Failure::GreetingPermanent, Stage::Greeting, 554, greeted("554 listed\r\n"));
        row("421 and gone", ProbeEnd::Complete, Failure::GreetingTemporary, Stage::Greeting, 421,
            [](SmtpPeer &peer) { peer.say("421 busy\r\n"); });
        row("no SMTP", ProbeEnd::Complete, Failure::NotSmtp, Stage::Greeting, 0, greeted("SSH-2.0-OpenSSH_9.2\r\n"));
        row("endless line", ProbeEnd::Complete, Failure::Limit, Stage::Greeting, 0, greeted("220 " + QByteArray(10000, 'x')));
        row("closed without a word", ProbeEnd::Reset, Failure::None, Stage::Greeting, 0, [](SmtpPeer &peer) { peer.cut(); });
        row("reset after the greeting", ProbeEnd::Reset, Failure::None, Stage::Ehlo, 0, [](SmtpPeer &peer) {
            peer.say("220 mx\r\n");
            peer.hear();
            peer.reset();
        });
        row("EHLO refused", ProbeEnd::Complete, Failure::EhloRefused, Stage::Ehlo, 550, toEhlo("550 no\r\n"));
        row("EHLO unknown", ProbeEnd::Complete, Failure::EhloUnknown, Stage::Ehlo, 502, toEhlo("502 what?\r\n"));
        row("EHLO answered 421", ProbeEnd::Complete, Failure::EhloTemporary, Stage::Ehlo, 421, toEhlo("421 later\r\n"));
        row("STARTTLS answered 454", ProbeEnd::Complete, Failure::StartTlsTemporary, Stage::StartTls, 454, toStartTls("454 no\r\n"));
        row("STARTTLS answered 554", ProbeEnd::Complete, Failure::StartTlsRefused, Stage::StartTls, 554, toStartTls("554 no\r\n"));
        row("injection", ProbeEnd::Complete, Failure::Injection, Stage::Handshake, 220, toStartTls("220 go\r\n250 injected\r\n"));
        row("no STARTTLS", ProbeEnd::Complete, Failure::None, Stage::Done, 0, toUnoffered("502 what?\r\n"));
        row("cut after an unoffered STARTTLS", ProbeEnd::Complete, Failure::None, Stage::StartTls, 0, toUnoffered({}));
        row("unoffered STARTTLS accepted, but no TLS", ProbeEnd::Complete, Failure::None, Stage::Handshake, 0, toUnoffered("220 go\r\n"));
        row("TLS alert", ProbeEnd::TlsFailed, Failure::None, Stage::Handshake, 0, [](SmtpPeer &peer) {
            peer.greetAndOffer();
            peer.say("220 go\r\n");
            peer.hearOctets();
            peer.say(QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7)); // handshake_failure
            peer.waitUntilClosed();
        });
        row("cut during the handshake", ProbeEnd::Reset, Failure::None, Stage::Handshake, 0, [](SmtpPeer &peer) {
            peer.greetAndOffer();
            peer.say("220 go\r\n");
            peer.hearOctets();
            peer.cut();
        });
        const auto inTls = [this](const QByteArray &reply) {
            return [this, reply](SmtpPeer &peer) {
                peer.greetAndOffer();
                peer.say("220 go\r\n");
                if (!peer.startTls(m_good))
                    return;
                peer.hear();
                if (!reply.isEmpty()) {
                    peer.say(reply);
                    peer.waitUntilClosed();
                }
            };
        };
        row("second EHLO refused", ProbeEnd::Complete, Failure::EhloAfterTlsFailed, Stage::EhloAfterTls, 550, inTls("550 no\r\n"));
        row("closed at the second EHLO", ProbeEnd::Reset, Failure::None, Stage::EhloAfterTls, 0, inTls({}));
    }

    void endings()
    {
        QFETCH(SmtpServer::Script, script);
        QFETCH(ProbeEnd, end);
        QFETCH(Failure, failure);
        QFETCH(Stage, stage);
        QFETCH(int, code);
        SmtpServer server(script);
        const MxProbe result = probe(server.port());
        QCOMPARE(result.end, end);
        QCOMPARE(result.failure, failure);
        QCOMPARE(result.stage, stage);
        QCOMPARE(result.reply ? result.reply->code : 0, code);
        QVERIFY(result.connected);
        QCOMPARE(server.connections(), 1);
    }

    void silence_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("greeting") << Stage::Greeting;
        QTest::newRow("EHLO") << Stage::Ehlo;
        QTest::newRow("STARTTLS") << Stage::StartTls;
        QTest::newRow("handshake") << Stage::Handshake;
        QTest::newRow("EHLO after TLS") << Stage::EhloAfterTls;
    }

    void silence()
    {
        QFETCH(Stage, stage);
        SmtpServer server([&](SmtpPeer &peer) {
            if (stage == Stage::Greeting)
                return peer.waitUntilClosed();
            peer.say("220 mx\r\n");
            peer.hear();
            if (stage == Stage::Ehlo)
                return peer.waitUntilClosed();
            peer.say("250-mx\r\n250 STARTTLS\r\n");
            peer.hear();
            if (stage == Stage::StartTls)
                return peer.waitUntilClosed();
            peer.say("220 go\r\n");
            if (stage == Stage::Handshake)
                return peer.waitUntilClosed();
            if (peer.startTls(m_good))
                peer.waitUntilClosed();
        });
        const MxProbe result = probe(server.port(), brief);
        QCOMPARE(result.end, ProbeEnd::Timeout);
        QCOMPARE(result.stage, stage);
        QVERIFY(result.connected);
        QVERIFY(result.elapsed >= 350ms);
        QVERIFY(result.elapsed < 3s);
        QVERIFY(result.slowestStage >= 300ms);
    }

    void tarpitIsStoppedByTheDeadline()
    {
        SmtpServer server([](SmtpPeer &peer) {
            for (int i = 0; i < 200; ++i) {
                peer.say("220-wait\r\n");
                peer.pause(30ms);
            }
        });
        const MxProbe result = probe(server.port(), brief);
        QCOMPARE(result.end, ProbeEnd::Timeout);
        QCOMPARE(result.stage, Stage::Greeting);
        QVERIFY(result.elapsed < 2s);
        QVERIFY(heard(result, "220-wait"));
    }

    void slowStageIsMeasured()
    {
        SmtpServer server([this](SmtpPeer &peer) {
            peer.pause(250ms);
            serving(m_good)(peer);
        });
        const MxProbe result = probe(server.port());
        QCOMPARE(result.stage, Stage::Done);
        QVERIFY(result.slowestStage >= 230ms);
        QVERIFY(result.connectTime < 200ms);
    }

    void hiddenStartTlsIsTriedAndHasItsFacts()
    {
        SmtpServer server([this](SmtpPeer &peer) {
            peer.say("220 mx\r\n");
            peer.hear();
            peer.say("250-mx\r\n250 SIZE\r\n");
            peer.hear();
            peer.say("220 go\r\n");
            if (!peer.startTls(m_good))
                return;
            peer.hear();
            peer.say("250 mx\r\n");
            peer.hear();
        });
        const MxProbe result = probe(server.port());
        QCOMPARE(result.end, ProbeEnd::Complete);
        QVERIFY(!result.plain->startTls);
        QCOMPARE(result.startTlsReply->code, 220);
        QVERIFY(result.tls.established);
    }

    void lateInjectionIsSeenBeforeTheHandshake()
    {
        SmtpServer server([](SmtpPeer &peer) {
            peer.greetAndOffer();
            peer.say("220 go\r\n250 injec"); // one segment or two makes no difference
            peer.say("ted\r\n");
            peer.waitUntilClosed();
        });
        const MxProbe result = probe(server.port());
        QCOMPARE(result.failure, Failure::Injection);
        QVERIFY(result.injected.startsWith("250 injec"));
        QVERIFY(!result.tls.attempted);
        QVERIFY(!said(result).contains("QUIT"));
    }

    void oldTlsStillGivesFacts()
    {
        SmtpServer server(serving(m_good, TLS1_VERSION, TLS1_VERSION));
        const MxProbe result = probe(server.port());
        QCOMPARE(result.end, ProbeEnd::Complete);
        QCOMPARE(result.tls.version, mta::TlsVersion::Tls10);
        QCOMPARE(result.tls.chain.first().der, m_good.der());
        QCOMPARE(result.tls.verdict.trust, mta::Trust::Trusted);
    }

    void expiredCertificateIsAFact()
    {
        mta::fakes::CertificateSpec spec;
        spec.commonName = host;
        spec.dnsNames = {host};
        spec.notBefore = QDateTime::currentDateTimeUtc().addDays(-90);
        spec.notAfter = QDateTime::currentDateTimeUtc().addDays(-1);
        SmtpServer server(serving(mta::fakes::issue(spec, m_root)));
        const MxProbe result = probe(server.port());
        QCOMPARE(result.stage, Stage::Done);
        QVERIFY(result.tls.chain.first().notAfter < QDateTime::currentDateTimeUtc());
    }

    void cancelledWhileWaiting()
    {
        SmtpServer server([](SmtpPeer &peer) { peer.waitUntilClosed(); });
        std::stop_source stop;
        std::thread later([&] {
            std::this_thread::sleep_for(100ms);
            stop.request_stop();
        });
        mta::Context context;
        context.stop = stop.get_token();
        QElapsedTimer clock;
        clock.start();
        const MxProbe result = probe(server.port(), longEnough, context);
        later.join();
        QVERIFY(clock.elapsed() < 2000);
        QCOMPARE(result.end, ProbeEnd::NotTried);
        QCOMPARE(result.detail, QStringLiteral("cancelled"));
    }

    void cancelledBeforeItBegan()
    {
        SmtpServer server([](SmtpPeer &peer) { peer.waitUntilClosed(); });
        std::stop_source stop;
        stop.request_stop();
        mta::Context context;
        context.stop = stop.get_token();
        const MxProbe result = probe(server.port(), longEnough, context);
        QCOMPARE(result.end, ProbeEnd::NotTried);
        QCOMPARE(server.connections(), 0);
    }

    void neverMoreThanTwoConnectionsToOneAddress()
    {
        mta::Crowd crowd;
        SmtpServer server([&](SmtpPeer &peer) {
            crowd.enter();
            peer.pause(400ms);
            crowd.leave();
            peer.say("554 no\r\n");
            peer.waitUntilClosed();
        });
        mta::StartTlsProber prober(m_tls, {server.port(), std::nullopt, "probe.example"});
        std::vector<MxProbe> results(6);
        std::vector<std::thread> threads;
        for (MxProbe &result : results)
            threads.emplace_back([&] { result = prober.probe(host, loopback, {}, {1000ms, 1000ms}, {}); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(server.connections(), 6);
        QCOMPARE(crowd.most(), mta::StartTlsProber::connectionsPerAddress);
        // The last waited for longer than its patience, and that did not count.
        for (const MxProbe &result : results)
            QCOMPARE(result.failure, Failure::GreetingPermanent);
    }

    void transcriptIsBounded()
    {
        SmtpServer server([](SmtpPeer &peer) {
            peer.say("220 mx\r\n");
            peer.hear();
            peer.say(QByteArray("250-" + QByteArray(3000, 'x') + "\r\n").repeated(1000));
            peer.waitUntilClosed();
        });
        const MxProbe result = probe(server.port());
        QCOMPARE(result.failure, Failure::Limit);
        QVERIFY(result.transcript.size() <= mta::maxTranscriptLines);
    }

    void ehloNames_data()
    {
        QTest::addColumn<QByteArray>("chosen");
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("chosen by the user") << QByteArray("a.example") << QByteArray("b.example") << QByteArray("a.example");
        QTest::newRow("this machine's") << QByteArray() << QByteArray("b.example") << QByteArray("b.example");
        QTest::newRow("the local end") << QByteArray() << QByteArray() << QByteArray("[127.0.0.1]");
    }

    void ehloNames()
    {
        QFETCH(QByteArray, chosen);
        QFETCH(QByteArray, machine);
        QTEST(mta::ehloNameFor(chosen, machine, loopback), "name");
    }

    void addressLiterals()
    {
        QCOMPARE(mta::addressLiteral(QHostAddress(QStringLiteral("192.0.2.1"))), QByteArray("[192.0.2.1]"));
        QCOMPARE(mta::addressLiteral(QHostAddress(QStringLiteral("2001:db8::1"))), QByteArray("[IPv6:2001:db8::1]"));
        QCOMPARE(mta::addressLiteral(QHostAddress(QStringLiteral("fe80::1%eth0"))), QByteArray("[IPv6:fe80::1]"));
        QCOMPARE(mta::addressLiteral(QHostAddress(QStringLiteral("::ffff:192.0.2.1"))), QByteArray("[192.0.2.1]"));
    }
};

QTEST_GUILESS_MAIN(StartTlsProberTest)
#include "tst_starttlsprober.moc"
