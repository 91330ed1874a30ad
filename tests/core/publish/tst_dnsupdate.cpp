// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/dnsupdate.h"

#include "fakes/tlsserver.h"
#include "publish/tsig.h"
#include "publish/wire.h"
#include "systemcalls/clock.h"
#include "systemcalls/systemcalls.h"

#include <QTest>

using namespace mta;
using namespace std::chrono_literals;

namespace
{

const QString zone = QStringLiteral("example.com");
const QString owner = QStringLiteral("_mta-sts.example.com");

TsigKey key()
{
    return {QStringLiteral("key.example"), TsigAlgorithm::HmacSha384, Secret(QByteArrayView("the words of the secret"))};
}

QDateTime clockOfNow()
{
    return QDateTime::currentDateTimeUtc();
}

ExactRecord record(const QByteArray &value)
{
    return *exactRecord({owner, 3600s, RecordType::Txt, value, 0});
}

/// A request with its TSIG record taken off, and the MAC it had.
struct Asked {
    QByteArray message;
    QByteArray mac;
    bool update() const { return (message.at(2) & 0x78) == 0x28; }
};

Asked readRequest(fakes::TlsPeer &peer)
{
    const QByteArray length = peer.readExactly(2);
    if (length.size() != 2)
        return {};
    const QByteArray octets = peer.readExactly(wire::number16(length, 0));
    const std::optional<qsizetype> last = wire::lastRecord(octets);
    if (!last || wire::number16(octets, 10) == 0)
        return {octets, {}};
    qsizetype at = *last;
    wire::readName(octets, at);
    at += 10;
    wire::readName(octets, at);
    return {octets.first(10) + wire::number16(0) + octets.sliced(12, *last - 12), octets.sliced(at + 10, wire::number16(octets, at + 8))};
}

/// An authoritative answer with this code and records; the message counts them as answers.
QByteArray answerTo(const Asked &asked, int rcode, const QList<ExactRecord> &records = {})
{
    QByteArray octets = asked.message.first(2) + static_cast<char>(asked.message.at(2) | 0x84) + static_cast<char>(rcode) +
                        wire::number16(1) + wire::number16(static_cast<quint16>(records.size())) + wire::number32(0);
    qsizetype end = 12;
    wire::readName(asked.message, end);
    octets += asked.message.sliced(12, end + 4 - 12);
    for (const ExactRecord &one : records)
        octets += wire::record(wire::name(one.owner), static_cast<quint16>(one.type), wire::classIn, 300, one.data);
    return octets;
}

QByteArray framed(const QByteArray &message)
{
    return wire::number16(static_cast<quint16>(message.size())) + message;
}

QByteArray signedAnswer(const Asked &asked, const QByteArray &answer)
{
    return signResponse(answer, key(), clockOfNow(), asked.mac).message;
}

/// What a server makes of a request; what is empty is not sent, and the connection ends.
using Reply = std::function<QByteArray(const Asked &)>;

fakes::TlsServer::Script serverThat(const Reply &reply)
{
    return [reply](fakes::TlsPeer &peer) {
        for (Asked asked = readRequest(peer); !asked.message.isEmpty(); asked = readRequest(peer)) {
            const QByteArray octets = reply(asked);
            if (octets.isEmpty() || !peer.write(octets))
                return;
        }
    };
}

UpdateServer at(quint16 port)
{
    return {{QHostAddress(QHostAddress::LocalHost), port}, zone, key()};
}

const QList<Question> question{{owner, RecordType::Txt}};

} // namespace

Q_DECLARE_METATYPE(Reply)

class DnsUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExchangeEndsAfterTenSeconds_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("delay");
        QTest::addColumn<UpdateEnd>("end");
        QTest::newRow("something comes a millisecond before") << std::chrono::milliseconds(9999) << UpdateEnd::NotDns;
        QTest::newRow("it comes too late") << std::chrono::milliseconds(10000) << UpdateEnd::NoAnswer;
    }
    void anExchangeEndsAfterTenSeconds()
    {
        class Late : public fakes::FarEnd
        {
        public:
            void hear(const QByteArray &) override {}
            bool isReadable() const override { return !m_octets.isEmpty(); }
            QByteArray say(qsizetype most) override
            {
                const QByteArray said = m_octets.left(most);
                m_octets.remove(0, said.size());
                return said;
            }
            QByteArray m_octets;
        } server;
        QFETCH(std::chrono::milliseconds, delay);
        QFETCH(UpdateEnd, end);
        fakes::Clock clock;
        clock.at(delay, [&] { server.m_octets = framed("not the answer"); });
        const fakes::Diverted diverted(server);
        QCOMPARE(lookAtZone(at(53), question, Context().within(1h)).outcome.end, end);
        QCOMPARE(clock.elapsed(), delay);
    }

    void answersAreTakenForWhatTheyAre_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<UpdateEnd>("end");
        const auto row = [](const char *name, const Reply &reply, UpdateEnd end) { QTest::newRow(name) << reply << end; };
        row(
            "signed", [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 0, {record("x")}))); }, UpdateEnd::Done);
        row(
            "no such name", [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 3))); }, UpdateEnd::Done);
        row(
            "not signed", [](const Asked &a) { return framed(answerTo(a, 0, {record("x")})); }, UpdateEnd::Untrusted);
        row(
            "signed with another key",
            [](const Asked &a) {
                TsigKey other = key();
                other.secret = Secret(QByteArrayView("x"));
                return framed(signResponse(answerTo(a, 0), other, clockOfNow(), a.mac).message);
            },
            UpdateEnd::Untrusted);
        row(
            "signed an hour ago",
            [](const Asked &a) { return framed(signResponse(answerTo(a, 0), key(), clockOfNow().addSecs(-3600), a.mac).message); },
            UpdateEnd::ClockWrong);
        row(
            "signed for another request",
            [](const Asked &a) { return framed(signResponse(answerTo(a, 0), key(), clockOfNow(), QByteArray(48, 'x')).message); },
            UpdateEnd::Untrusted);
        row(
            "another id",
            [](const Asked &a) {
                QByteArray octets = signedAnswer(a, answerTo(a, 0));
                octets[0] = static_cast<char>(octets.at(0) ^ 1);
                return framed(octets);
            },
            UpdateEnd::NotDns);
        row(
            "the request itself", [](const Asked &a) { return framed(a.message); }, UpdateEnd::NotDns);
        row(
            "an answer to another question",
            [](const Asked &a) {
                QByteArray octets = answerTo(a, 0);
                octets[13] = 'x';
                return framed(signedAnswer(a, octets));
            },
            UpdateEnd::NotDns);
        row(
            "cut short", [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 0))).first(20); }, UpdateEnd::NoAnswer);
        row(
            "the connection ends", [](const Asked &) { return QByteArray(); }, UpdateEnd::NoAnswer);
        row(
            "a length without a message", [](const Asked &) { return QByteArray(2, '\0'); }, UpdateEnd::NotDns);
        row(
            "as large as can be, and no message", [](const Asked &a) { return framed(a.message.first(2) + QByteArray(65533, '\xff')); },
            UpdateEnd::NotDns);
        row(
            "hypertext", [](const Asked &) { return QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n"); }, UpdateEnd::NoAnswer);
        row(
            "more records than are read",
            [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 0, QList<ExactRecord>(600, record("x"))))); },
            UpdateEnd::Untrusted);
        row(
            "a server that is not in charge",
            [](const Asked &a) {
                QByteArray octets = answerTo(a, 0);
                octets[2] = static_cast<char>(octets.at(2) & ~0x04);
                return framed(signedAnswer(a, octets));
            },
            UpdateEnd::NotAuthoritative);
        row(
            "SERVFAIL", [](const Asked &a) { return framed(answerTo(a, 2)); }, UpdateEnd::ServerFailed);
        row(
            "NOTIMP", [](const Asked &a) { return framed(answerTo(a, 4)); }, UpdateEnd::NotSupported);
        row(
            "REFUSED", [](const Asked &a) { return framed(answerTo(a, 5)); }, UpdateEnd::Refused);
        row(
            "REFUSED with the key, answered without it", [](const Asked &a) { return framed(answerTo(a, a.mac.isEmpty() ? 0 : 5)); },
            UpdateEnd::Done);
    }
    void answersAreTakenForWhatTheyAre()
    {
        QFETCH(Reply, reply);
        const fakes::TlsServer server(serverThat(reply));
        const ZoneView view = lookAtZone(at(server.port()), question, {QDeadlineTimer(1000), {}});
        QTEST(view.outcome.end, "end");
        const QString sentence = updateSentence(view.outcome, at(server.port()));
        QVERIFY(!sentence.isEmpty() && !sentence.contains(u'{'));
        QVERIFY(!sentence.contains(QLatin1String("words of the secret")));
    }

    void silenceEndsWithTheTime()
    {
        const fakes::TlsServer server([](fakes::TlsPeer &peer) { peer.waitUntilClosed(); });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(lookAtZone(at(server.port()), question, {QDeadlineTimer(300), {}}).outcome.end, UpdateEnd::NoAnswer);
        QVERIFY(timer.elapsed() < 3000);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(lookAtZone(at(server.port()), question, {QDeadlineTimer(QDeadlineTimer::Forever), stop.get_token()}).outcome.end,
                 UpdateEnd::Cancelled);
    }

    void aServerThatDripsEndsWithTheTime()
    {
        const fakes::TlsServer server([](fakes::TlsPeer &peer) {
            const Asked asked = readRequest(peer);
            peer.writeSlowly(framed(signedAnswer(asked, answerTo(asked, 0))), 100ms);
        });
        QCOMPARE(lookAtZone(at(server.port()), question, {QDeadlineTimer(500), {}}).outcome.end, UpdateEnd::NoAnswer);
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            const fakes::TlsServer server([](fakes::TlsPeer &) {});
            port = server.port();
        }
        QCOMPARE(lookAtZone(at(port), question, {QDeadlineTimer(1000), {}}).outcome.end, UpdateEnd::Unreachable);
    }

    /// RFC 7766 §6.2.4: between two questions a server may end the connection.
    void aConnectionThatEndedBetweenQuestionsIsMadeAnew()
    {
        const fakes::TlsServer server([](fakes::TlsPeer &peer) {
            const Asked asked = readRequest(peer);
            peer.write(framed(signedAnswer(asked, answerTo(asked, 0))));
        });
        const ZoneView view =
            lookAtZone(at(server.port()), {{owner, RecordType::Txt}, {owner, RecordType::Cname}}, {QDeadlineTimer(2000), {}});
        QCOMPARE(view.outcome.end, UpdateEnd::Done);
        QCOMPARE(view.sets.size(), 2);
    }

    /// An update without a trustworthy answer may have been made or not; what counts is what stands there.
    void whatBecameOfAnUpdateIsLookedAt_data()
    {
        QTest::addColumn<bool>("made");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<UpdateEnd>("end");
        const Reply unsignedSuccess = [](const Asked &a) { return framed(answerTo(a, 0)); };
        const Reply silence = [](const Asked &) { return QByteArray(); };
        const Reply success = [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 0))); };
        const Reply changed = [](const Asked &a) { return framed(signedAnswer(a, answerTo(a, 8))); };
        QTest::newRow("said to be done, and done") << true << success << UpdateEnd::Done;
        QTest::newRow("said to be done, and not done") << false << success << UpdateEnd::Done;
        QTest::newRow("said by whoever, and done") << true << unsignedSuccess << UpdateEnd::Untrusted;
        QTest::newRow("said by whoever, and not done") << false << unsignedSuccess << UpdateEnd::Untrusted;
        QTest::newRow("nothing said, and done") << true << silence << UpdateEnd::NoAnswer;
        QTest::newRow("changed meanwhile (NXRRSET)") << false << changed << UpdateEnd::ChangedMeanwhile;
    }
    void whatBecameOfAnUpdateIsLookedAt()
    {
        QFETCH(bool, made);
        QFETCH(Reply, reply);
        const fakes::TlsServer server(serverThat([&](const Asked &asked) {
            if (asked.update())
                return reply(asked);
            return framed(signedAnswer(asked, answerTo(asked, 0, {record(made ? "new" : "old")})));
        }));
        const RecordChanges changes{{{owner, RecordType::Txt, {record("old")}}}, {record("old")}, {record("new")}};
        const RecordPublication publication = publishRecords(at(server.port()), changes, {QDeadlineTimer(2000), {}});
        QTEST(publication.outcome.end, "end");
        QCOMPARE(publication.verified, made);
        QCOMPARE(publication.now.sets.first().records.first().data, record(made ? "new" : "old").data);
    }
};

QTEST_GUILESS_MAIN(DnsUpdateTest)
#include "tst_dnsupdate.moc"
