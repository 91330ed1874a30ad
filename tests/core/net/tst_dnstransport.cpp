// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// One question and several resolvers.

#include "net/dnstransport.h"

#include "dns/message.h"
#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using mta::AnswerStatus;
using mta::Context;
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
    void anErrorCodeDoesNotWaitForSilenceForever();
    void everyServerGone();
    void theLastTryIsInTheOldForm();
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

void TestDnsTransport::anErrorCodeDoesNotWaitForSilenceForever()
{
    FakeDnsServer first(code(2));
    FakeDnsServer second(silence);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(ask({at(first), at(second)}, 30s).status, AnswerStatus::ServFail);
    QVERIFY2(timer.elapsed() < 7000, qPrintable(QString::number(timer.elapsed())));
}

void TestDnsTransport::everyServerGone()
{
    const Nameserver first = nobody();
    const Lookup lookup = ask({first, nobody()});
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QVERIFY2(lookup.detail.startsWith(mta::nameserverText(first)), qPrintable(lookup.detail));
}

void TestDnsTransport::theLastTryIsInTheOldForm()
{
    FakeDnsServer server([](const FakeQuery &query) { return query.edns ? QList<FakeReply>{} : text("old")(query); });
    QCOMPARE(firstText(ask({at(server)}, 9s)), "old");
    QCOMPARE(server.queries().size(), 4); // at 0, 1, 3 and 7 seconds
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
