// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A question to one authoritative server and nobody else.

#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include "net/unboundresolver.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QUdpSocket>
#include <QtEndian>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const Question question{QStringLiteral("_mta-sts.good.example"), RecordType::Txt};

Lookup answerOf(const QByteArray &text)
{
    return authoritative(txtLookup(question.name, {text}));
}

FakeDnsServer::Script saying(const Lookup &lookup)
{
    return [lookup](const FakeQuery &query) { return QList<FakeReply>{{withId(lookup.message, query.id)}}; };
}

QList<FakeReply> silence(const FakeQuery &)
{
    return {};
}

/// Asks the server at 127.0.0.1 on this port.
Lookup ask(quint16 port, const Context &context = Context().within(5s))
{
    const auto resolver = UnboundResolver::create(QStringLiteral("127.0.0.1:9"), {}, port);
    return (*resolver)->askServer(QHostAddress::LocalHost, question, context);
}

QByteArray textOf(const Lookup &lookup)
{
    return txtRecords(lookup).records.value(0).joined();
}

} // namespace

class TestAskServer : public QObject
{
    Q_OBJECT

private slots:
    void theServerIsAskedForWhatItHoldsItself()
    {
        const FakeDnsServer server(saying(answerOf("held")));
        const Lookup lookup = ask(server.port());
        QCOMPARE(textOf(lookup), "held");
        QVERIFY(readMessage(lookup.message, question).authoritative);
        QCOMPARE(server.queries().size(), 1);
        QCOMPARE(server.queries().first().wire.at(2) & 1, 0); // no RD
        QVERIFY(server.queries().first().dnssecOk);
    }

    void answersAreNotShared()
    {
        std::atomic<int> count = 0;
        const FakeDnsServer server([&](const FakeQuery &query) { return saying(answerOf(QByteArray::number(++count)))(query); });
        const auto resolver = UnboundResolver::create(QStringLiteral("127.0.0.1:9"), {}, server.port());
        const auto once = [&] { return textOf((*resolver)->askServer(QHostAddress::LocalHost, question, Context().within(5s))); };
        QCOMPARE(once(), "1");
        QCOMPARE(once(), "2");
    }

    void differentServersAreKeptApart()
    {
        const FakeDnsServer first(saying(answerOf("first")), QHostAddress(QStringLiteral("127.0.0.21")));
        const FakeDnsServer second(saying(answerOf("second")), QHostAddress(QStringLiteral("127.0.0.22")), first.port());
        const auto resolver = UnboundResolver::create(QStringLiteral("127.0.0.1:9"), {}, first.port());
        const auto at = [&](const char *address) {
            return textOf((*resolver)->askServer(QHostAddress(QLatin1String(address)), question, Context().within(5s)));
        };
        QCOMPARE(at("127.0.0.21"), "first");
        QCOMPARE(at("127.0.0.22"), "second");
    }

    void longAnswersComeOverTcp()
    {
        const QByteArray large(3000, 'x');
        const FakeDnsServer server([large](const FakeQuery &query) {
            const QByteArray whole = answerOf(large).message;
            return QList<FakeReply>{{withId(query.tcp ? whole : truncatedMessage(whole), query.id)}};
        });
        QCOMPARE(textOf(ask(server.port())), large);
        QCOMPARE(server.queries().size(), 2);
        QCOMPARE(server.queries().last().wire.at(2) & 1, 0); // no RD over TCP either
    }

    void howItFails_data()
    {
        QTest::addColumn<Lookup>("said");
        QTest::addColumn<AnswerStatus>("status");
        QTest::addColumn<QString>("detail");
        const auto code = [](int rcode) {
            Lookup lookup;
            lookup.message = errorMessage(question, rcode);
            return lookup;
        };
        Lookup referral;
        referral.message =
            referralMessage(question, QStringLiteral("example"), QStringLiteral("ns.example"), {QStringLiteral("127.0.0.1")});
        QTest::newRow("REFUSED") << code(5) << AnswerStatus::Refused << QString();
        QTest::newRow("SERVFAIL") << code(2) << AnswerStatus::ServFail << QString();
        QTest::newRow("NOTAUTH") << code(9) << AnswerStatus::Failed << QStringLiteral("NOTAUTH");
        QTest::newRow("points elsewhere") << referral << AnswerStatus::Failed << QStringLiteral("referral");
        QTest::newRow("no such name") << authoritative(nxdomainLookup(question.name, question.type)) << AnswerStatus::NxDomain << QString();
        QTest::newRow("no data") << authoritative(noDataLookup(question.name, question.type)) << AnswerStatus::NoData << QString();
    }
    void howItFails()
    {
        QFETCH(Lookup, said);
        const FakeDnsServer server(saying(said));
        const Lookup lookup = ask(server.port());
        QTEST(lookup.status, "status");
        QTEST(lookup.detail, "detail");
        QVERIFY(!lookup.message.isEmpty()); // evidence
    }

    void silenceEndsAtTheDeadline()
    {
        const FakeDnsServer server(silence);
        QElapsedTimer timer;
        timer.start();
        const Lookup lookup = ask(server.port(), Context().within(400ms));
        QCOMPARE(lookup.status, AnswerStatus::Timeout);
        QVERIFY(lookup.message.isEmpty());
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void aStopEndsIt()
    {
        const FakeDnsServer server(silence);
        std::stop_source stop;
        std::jthread soon([&] {
            QThread::msleep(100);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const Lookup lookup = ask(server.port(), {QDeadlineTimer(10s), stop.get_token()});
        QCOMPARE(lookup.status, AnswerStatus::NotAsked);
        QVERIFY(timer.elapsed() < 3000);
    }

    void forgeriesDoNotCount_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("another id") << QStringLiteral("id");
        QTest::newRow("another question") << QStringLiteral("question");
        QTest::newRow("a question sent back") << QStringLiteral("echo");
    }
    void forgeriesDoNotCount()
    {
        QFETCH(QString, how);
        const FakeDnsServer server([how](const FakeQuery &query) {
            QByteArray forged = how == QLatin1String("question")
                                    ? authoritative(txtLookup(QStringLiteral("_mta-sts.evil.example"), {"forged"})).message
                                    : answerOf("forged").message;
            if (how == QLatin1String("echo"))
                forged = query.wire;
            const quint16 id = how == QLatin1String("id") ? quint16(query.id ^ 1) : query.id;
            return QList<FakeReply>{{withId(forged, id)}, {withId(answerOf("true").message, query.id), 100ms}};
        });
        QCOMPARE(textOf(ask(server.port())), "true");
    }

    /// RFC 5452 §9.1: from another address, on the right port, with the right id and question.
    void answersFromElsewhereDoNotCount()
    {
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost));
        std::atomic<bool> sent = false;
        std::jthread forger([&, descriptor = server.socketDescriptor()](const std::stop_token &stop) {
            QByteArray buffer(512, 0);
            sockaddr_storage from{};
            while (!stop.stop_requested() && !sent) {
                socklen_t size = sizeof from;
                const auto got =
                    ::recvfrom(static_cast<int>(descriptor), buffer.data(), 512, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &size);
                if (got < 2) {
                    QThread::msleep(5);
                    continue;
                }
                const quint16 id = static_cast<quint16>((quint8(buffer[0]) << 8) | quint8(buffer[1]));
                QUdpSocket elsewhere;
                elsewhere.bind(QHostAddress(QStringLiteral("127.0.0.77")));
                elsewhere.writeDatagram(withId(answerOf("forged").message, id), QHostAddress::LocalHost,
                                        qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&from)->sin_port));
                sent = true;
            }
        });
        QCOMPARE(ask(server.localPort(), Context().within(600ms)).status, AnswerStatus::Timeout);
        QVERIFY(sent);
    }
};

QTEST_GUILESS_MAIN(TestAskServer)
#include "tst_askserver.moc"
