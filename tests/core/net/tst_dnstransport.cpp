// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// One question and several resolvers.

#include "net/dnstransport.h"

#include "dns/message.h"
#include "fakes/dnsfarend.h"
#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using mta::AnswerStatus;
using mta::Context;
using mta::DnsFarEnd;
using mta::FakeDnsServer;
using mta::FakeQuery;
using mta::FakeReply;
using mta::Lookup;
using mta::Nameserver;
using mta::Question;
using mta::RecordType;

namespace
{

const Question question{QStringLiteral("_mta-sts.good.example"), RecordType::Txt};

Nameserver at(const FakeDnsServer &server)
{
    return {QHostAddress(QHostAddress::LocalHost), server.port()};
}

Nameserver nobody()
{
    FakeDnsServer gone([](const FakeQuery &) { return QList<FakeReply>{}; });
    return at(gone);
}

FakeDnsServer::Script text(const QByteArray &value, std::chrono::milliseconds delay = 0ms)
{
    return [=](const FakeQuery &query) {
        return QList<FakeReply>{{mta::withId(mta::txtLookup(question.name, {value}).message, query.id), delay}};
    };
}

FakeDnsServer::Script code(int rcode)
{
    return [=](const FakeQuery &query) { return QList<FakeReply>{{mta::withId(mta::errorMessage(question, rcode), query.id)}}; };
}

QList<FakeReply> silence(const FakeQuery &)
{
    return {};
}

const Nameserver somewhere{QHostAddress(QStringLiteral("192.0.2.53")), 53}; // for servers at the far end

Lookup ask(const QList<Nameserver> &servers, std::chrono::milliseconds limit = 5s)
{
    return mta::askForLookup(servers, question, mta::Asked::Resolver, Context().within(limit));
}

QByteArray firstText(const Lookup &lookup)
{
    return mta::txtRecords(lookup).records.value(0).joined();
}

} // namespace

class TestDnsTransport : public QObject
{
    Q_OBJECT
private slots:
    void theFirstServerIsAskedFirst();
    void silenceLeadsToTheNextServerAfterASecond();
    void aClosedPortLeadsToTheNextServerAtOnce();
    void anErrorCodeLeadsToTheNextServerAtOnce();
    void theFirstErrorCodeIsToldWhenNobodyKnowsBetter();
    void noSuchNameIsAnAnswer();
    void aLateAnswerCounts();
    void everyServerGone();
    void aDatagramIsSentFourTimes_data();
    void aDatagramIsSentFourTimes();
    void theLastTryIsInTheOldForm();
    void aQuestionEndsAfterTwentySeconds_data();
    void aQuestionEndsAfterTwentySeconds();
    void anErrorCodeWaitsFiveSecondsForABetterAnswer_data();
    void anErrorCodeWaitsFiveSecondsForABetterAnswer();
    void tcpEndsAfterTenSeconds_data();
    void tcpEndsAfterTenSeconds();
    void questionsWithoutADnsNameFail();
    void stopBeforeTheQuestion();
    void answersFromElsewhereDoNotCount();
};

void TestDnsTransport::theFirstServerIsAskedFirst()
{
    FakeDnsServer first(text("first"));
    FakeDnsServer second(text("second"));
    QCOMPARE(firstText(ask({at(first), at(second)})), "first");
    QCOMPARE(second.queries().size(), 0);
}

void TestDnsTransport::silenceLeadsToTheNextServerAfterASecond()
{
    FakeDnsServer first(silence);
    FakeDnsServer second(text("second"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstText(ask({at(first), at(second)})), "second");
    QVERIFY2(timer.elapsed() >= 950 && timer.elapsed() < 1900, qPrintable(QString::number(timer.elapsed())));
}

void TestDnsTransport::aClosedPortLeadsToTheNextServerAtOnce()
{
    FakeDnsServer second(text("second"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstText(ask({nobody(), at(second)})), "second");
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void TestDnsTransport::anErrorCodeLeadsToTheNextServerAtOnce()
{
    FakeDnsServer first(code(2));
    FakeDnsServer second(text("second"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstText(ask({at(first), at(second)})), "second");
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(first.queries().size(), 2); // the modern query, then the old one
}

void TestDnsTransport::theFirstErrorCodeIsToldWhenNobodyKnowsBetter()
{
    FakeDnsServer first(code(5));
    FakeDnsServer second(code(2));
    QCOMPARE(ask({at(first), at(second)}).status, AnswerStatus::Refused);
    QCOMPARE(ask({nobody(), at(second)}).status, AnswerStatus::ServFail);
}

void TestDnsTransport::noSuchNameIsAnAnswer()
{
    FakeDnsServer first(code(3));
    FakeDnsServer second(text("second"));
    QCOMPARE(ask({at(first), at(second)}).status, AnswerStatus::NxDomain);
    QCOMPARE(second.queries().size(), 0);
}

void TestDnsTransport::aLateAnswerCounts()
{
    FakeDnsServer first(text("late", 1300ms));
    FakeDnsServer second(silence);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstText(ask({at(first), at(second)})), "late");
    QVERIFY2(timer.elapsed() < 1900, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(second.queries().size(), 1);
}

void TestDnsTransport::everyServerGone()
{
    const Nameserver first = nobody();
    const Lookup lookup = ask({first, nobody()});
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QVERIFY2(lookup.detail.startsWith(mta::nameserverText(first)), qPrintable(lookup.detail));
}

void TestDnsTransport::aDatagramIsSentFourTimes_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<QList<std::chrono::milliseconds>>("times");
    QTest::newRow("to one server") << 1 << QList<std::chrono::milliseconds>{0s, 1s, 3s, 7s};
    QTest::newRow("to each of two") << 2 << QList<std::chrono::milliseconds>{0s, 1s, 2s, 4s, 6s, 10s, 14s, 22s};
}

void TestDnsTransport::aDatagramIsSentFourTimes()
{
    QFETCH(int, servers);
    DnsFarEnd silent(silence);
    QCOMPARE(ask(QList<Nameserver>(servers, somewhere), 1h).status, AnswerStatus::Timeout);
    QTEST(silent.times(), "times");
}

void TestDnsTransport::theLastTryIsInTheOldForm()
{
    QList<FakeQuery> queries;
    DnsFarEnd server([&](const FakeQuery &query) {
        queries.append(query);
        // All four sockets are open, and the first is the one that hears.
        return query.edns ? QList<FakeReply>{} : text("old")(queries.first());
    });
    QCOMPARE(firstText(ask({somewhere}, 1h)), "old");
    QCOMPARE(queries.size(), 4);
    QCOMPARE(server.clock().elapsed(), 7s);
}

namespace
{

/// An answer a moment before the time is up, and one at that moment.
void addMoments(std::chrono::milliseconds limit, AnswerStatus late)
{
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<AnswerStatus>("status");
    QTest::newRow("an answer a millisecond before") << limit - 1ms << AnswerStatus::NoError;
    QTest::newRow("an answer too late") << limit << late;
}

} // namespace

void TestDnsTransport::aQuestionEndsAfterTwentySeconds_data()
{
    addMoments(20s, AnswerStatus::Timeout);
}

/// Of an asker who has all the time in the world.
void TestDnsTransport::aQuestionEndsAfterTwentySeconds()
{
    QFETCH(std::chrono::milliseconds, delay);
    DnsFarEnd server(text("late", delay));
    QTEST(mta::askForLookup({somewhere}, question, mta::Asked::Resolver, {}).status, "status");
    QCOMPARE(server.clock().elapsed(), std::min<std::chrono::milliseconds>(delay, 20s));
}

void TestDnsTransport::anErrorCodeWaitsFiveSecondsForABetterAnswer_data()
{
    addMoments(5s, AnswerStatus::ServFail);
}

void TestDnsTransport::anErrorCodeWaitsFiveSecondsForABetterAnswer()
{
    QFETCH(std::chrono::milliseconds, delay);
    int questions = 0;
    DnsFarEnd servers([&](const FakeQuery &query) {
        // The first server fails, also at the question in its old form.
        return ++questions <= 2 ? code(2)(query) : text("better", delay)(query);
    });
    QTEST(ask({somewhere, somewhere}, 1h).status, "status");
    QCOMPARE(servers.clock().elapsed(), std::min<std::chrono::milliseconds>(delay, 5s));
}

void TestDnsTransport::tcpEndsAfterTenSeconds_data()
{
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<int>("pieces");
    QTest::addColumn<AnswerStatus>("status");
    for (const int pieces : {1, 10}) {
        QTest::addRow("the last of %d pieces a millisecond before", pieces) << 9999ms << pieces << AnswerStatus::NoError;
        QTest::addRow("the last of %d pieces too late", pieces) << 10000ms << pieces << AnswerStatus::Failed;
    }
}

void TestDnsTransport::tcpEndsAfterTenSeconds()
{
    QFETCH(std::chrono::milliseconds, delay);
    QFETCH(int, pieces);
    DnsFarEnd server([&](const FakeQuery &query) {
        const QByteArray whole = mta::withId(mta::txtLookup(question.name, {"large"}).message, query.id);
        if (!query.tcp)
            return QList<FakeReply>{{mta::truncatedMessage(whole)}};
        QByteArray framed(2, '\0');
        framed[1] = static_cast<char>(whole.size());
        framed += whole;
        QList<FakeReply> replies;
        for (int i = 1; i < pieces; ++i)
            replies.append({framed.mid(i - 1, 1), i * 900ms, false});
        replies.append({framed.mid(pieces - 1), delay, false});
        return replies;
    });
    QTEST(ask({somewhere}, 1h).status, "status");
    QCOMPARE(server.clock().elapsed(), std::min<std::chrono::milliseconds>(delay, 10s));
}

void TestDnsTransport::questionsWithoutADnsNameFail()
{
    FakeDnsServer server(text("text"));
    const Question tooLong{QString(64, u'a') + QStringLiteral(".example"), RecordType::Txt};
    QCOMPARE(mta::askForLookup({at(server)}, tooLong, mta::Asked::Resolver, Context().within(5s)).status, AnswerStatus::Failed);
    QCOMPARE(server.queries().size(), 0);
}

void TestDnsTransport::stopBeforeTheQuestion()
{
    FakeDnsServer server(text("text"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(mta::askForLookup({at(server)}, question, mta::Asked::Resolver, {QDeadlineTimer(5s), stop.get_token()}).status,
             AnswerStatus::NotAsked);
}

void TestDnsTransport::answersFromElsewhereDoNotCount()
{
    // The second server knows nothing of the first one's socket, so it cannot answer for it; what it can do is answer its own question
    // only.
    FakeDnsServer first(silence);
    FakeDnsServer second([&](const FakeQuery &query) {
        const QList<FakeQuery> others = first.queries();
        const quint16 stolen = others.isEmpty() ? quint16(query.id + 1) : others.first().id;
        return stolen == query.id ? QList<FakeReply>{}
                                  : QList<FakeReply>{{mta::withId(mta::txtLookup(question.name, {"stolen"}).message, stolen)}};
    });
    QCOMPARE(ask({at(first), at(second)}, 2500ms).status, AnswerStatus::Timeout);
}

QTEST_GUILESS_MAIN(TestDnsTransport)
#include "tst_dnstransport.moc"
