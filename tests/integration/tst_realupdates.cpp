// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "realupdates.h"

#include "publish/dnsupdate.h"

#include <QTest>

using namespace mta;
using namespace mta::fakes;
using namespace std::chrono_literals;

namespace
{

const QString zone = QStringLiteral("example.com");

Plan plan(const QByteArray &id)
{
    Plan result;
    result.domain = {zone, zone};
    result.policy = PolicyTerms{PolicyMode::Testing, std::chrono::seconds(86400), {QStringLiteral("mx.example.com")}, {}};
    result.id = id;
    return result;
}

QDateTime slowClock()
{
    return QDateTime::currentDateTimeUtc().addSecs(-400);
}

ExactRecord text(const QByteArray &value)
{
    return *exactRecord({QStringLiteral("_mta-sts.example.com"), 300s, RecordType::Txt, value, 0});
}

Context soon()
{
    return {QDeadlineTimer(20000), {}};
}

RecordChanges changesFor(const UpdateServer &server, const Plan &plan, UpdateOutcome *outcome = nullptr)
{
    const ZoneView view = lookAtZone(server, questionsFor(plan, server.zone), soon());
    if (outcome)
        *outcome = view.outcome;
    return changesTowards(plan, server.zone, view.sets);
}

} // namespace

/// DNS UPDATE with the servers that people have.
class RealUpdatesTest : public QObject
{
    Q_OBJECT

private:
    static void bothServers()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("Knot") << static_cast<int>(RealUpdateServer::Knot);
        QTest::newRow("BIND") << static_cast<int>(RealUpdateServer::Bind);
    }
    /// A server with a fresh zone, or null with the reason why the test is passed over.
    static std::unique_ptr<RealUpdateServer> started(QString &missing)
    {
        QFETCH(int, kind);
        missing = RealUpdateServer::missing(static_cast<RealUpdateServer::Kind>(kind));
        return missing.isEmpty() ? std::make_unique<RealUpdateServer>(static_cast<RealUpdateServer::Kind>(kind)) : nullptr;
    }

#define START                                                                                                                              \
    QString missing;                                                                                                                       \
    const auto real = started(missing);                                                                                                    \
    if (!real)                                                                                                                             \
        QSKIP(qPrintable(missing));                                                                                                        \
    QVERIFY2(real->running(), qPrintable(real->error()));

private Q_SLOTS:
    void recordsArePublishedChangedAndRolledBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<TsigAlgorithm>("algorithm");
        for (const auto algorithm : {TsigAlgorithm::HmacSha256, TsigAlgorithm::HmacSha384, TsigAlgorithm::HmacSha512}) {
            QTest::addRow("Knot, %s", tsigAlgorithmName(algorithm)) << static_cast<int>(RealUpdateServer::Knot) << algorithm;
            QTest::addRow("BIND, %s", tsigAlgorithmName(algorithm)) << static_cast<int>(RealUpdateServer::Bind) << algorithm;
        }
    }
    void recordsArePublishedChangedAndRolledBack()
    {
        START
        QFETCH(TsigAlgorithm, algorithm);
        const UpdateServer server = real->server(algorithm);
        QCOMPARE(zoneAt(server.server, QStringLiteral("_mta-sts.example.com"), soon()), zone);

        UpdateOutcome looked;
        const RecordChanges first = changesFor(server, plan("1"), &looked);
        QVERIFY2(looked, qPrintable(updateSentence(looked, server)));
        QVERIFY(first.remove.isEmpty());
        QCOMPARE(first.add.size(), 1);
        const RecordPublication published = publishRecords(server, first, soon());
        QVERIFY2(published.outcome, qPrintable(updateSentence(published.outcome, server)));
        QVERIFY(published.verified);
        QVERIFY(changesFor(server, plan("1")).isEmpty());

        const RecordChanges second = changesFor(server, plan("2"));
        QCOMPARE(second.remove.size(), 1);
        QVERIFY(publishRecords(server, second, soon()).verified);
        const RecordPublication back = publishRecords(server, inverse(second), soon());
        QVERIFY2(back.outcome, qPrintable(updateSentence(back.outcome, server)));
        QVERIFY(back.verified);
        QVERIFY(changesFor(server, plan("1")).isEmpty());
        QVERIFY(publishRecords(server, inverse(first), soon()).verified);
        QCOMPARE(changesFor(server, plan("1")), first);
    }

    void whoMayNotIsToldWhy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<UpdateEnd>("end");
        for (const auto &[name, kind] : {std::pair("Knot", RealUpdateServer::Knot), std::pair("BIND", RealUpdateServer::Bind)}) {
            QTest::addRow("%s: the secret is another", name) << static_cast<int>(kind) << "secret" << UpdateEnd::KeyWrong;
            QTest::addRow("%s: the name is another", name) << static_cast<int>(kind) << "name" << UpdateEnd::KeyUnknown;
            QTest::addRow("%s: the algorithm is another", name) << static_cast<int>(kind) << "algorithm" << UpdateEnd::KeyUnknown;
            QTest::addRow("%s: the clock is slow", name) << static_cast<int>(kind) << "clock" << UpdateEnd::ClockWrong;
            QTest::addRow("%s: the zone is not there", name) << static_cast<int>(kind) << "zone" << UpdateEnd::NotAuthoritative;
        }
    }
    void whoMayNotIsToldWhy()
    {
        START
        QFETCH(QString, fault);
        UpdateServer server = real->server(TsigAlgorithm::HmacSha256);
        if (fault == QLatin1String("secret"))
            server.key.secret = Secret(QByteArrayView("another"));
        if (fault == QLatin1String("name"))
            server.key.name = QStringLiteral("unknown.example");
        if (fault == QLatin1String("algorithm"))
            server.key.algorithm = TsigAlgorithm::HmacSha512;
        if (fault == QLatin1String("clock"))
            server.clock = slowClock;
        if (fault == QLatin1String("zone"))
            server.zone = QStringLiteral("example.net");
        Plan wanted = plan("1");
        wanted.domain = {server.zone, server.zone};
        const UpdateOutcome outcome = lookAtZone(server, questionsFor(wanted, server.zone), soon()).outcome;
        // What is not there to be asked is refused by some.
        if (fault == QLatin1String("zone"))
            QVERIFY(outcome.end == UpdateEnd::NotAuthoritative || outcome.end == UpdateEnd::Refused);
        else
            QTEST(outcome.end, "end");
        const RecordChanges changes{{{QStringLiteral("_mta-sts.") + server.zone, RecordType::Txt, {}}},
                                    {},
                                    {*exactRecord({QStringLiteral("_mta-sts.") + server.zone, 300s, RecordType::Txt, "x", 0})}};
        const RecordPublication publication = publishRecords(server, changes, soon());
        QTEST(publication.outcome.end, "end");
        QVERIFY(!publication.verified);
        QVERIFY(!updateSentence(publication.outcome, server).contains(u'{'));
    }

    void aKeyWithoutTheRightIsRefused_data()
    {
        bothServers();
    }
    void aKeyWithoutTheRightIsRefused()
    {
        START
        const UpdateServer server = real->limitedServer();
        UpdateOutcome looked;
        const RecordChanges changes = changesFor(server, plan("1"), &looked);
        QVERIFY2(looked, qPrintable(updateSentence(looked, server)));
        const RecordPublication publication = publishRecords(server, changes, soon());
        // Knot does not tell a key without the right from one it does not know.
        QFETCH(int, kind);
        QCOMPARE(publication.outcome.end, kind == RealUpdateServer::Knot ? UpdateEnd::KeyUnknown : UpdateEnd::Refused);
        QVERIFY(publication.now.outcome);
        QVERIFY(!publication.verified);
    }

    void whatChangedMeanwhileIsNotOverwritten_data()
    {
        bothServers();
    }
    void whatChangedMeanwhileIsNotOverwritten()
    {
        START
        const UpdateServer server = real->server(TsigAlgorithm::HmacSha256);
        const RecordChanges ours = changesFor(server, plan("1"));
        const RecordChanges theirs = changesFor(server, plan("9"));
        QVERIFY(publishRecords(server, theirs, soon()).verified);
        const RecordPublication late = publishRecords(server, ours, soon());
        QCOMPARE(late.outcome.end, UpdateEnd::ChangedMeanwhile);
        QVERIFY(!late.verified);
        QVERIFY(changesFor(server, plan("9")).isEmpty());

        // And the same where there was something before.
        const RecordChanges onTop = changesFor(server, plan("2"));
        QVERIFY(publishRecords(server, changesFor(server, plan("3")), soon()).verified);
        QCOMPARE(publishRecords(server, onTop, soon()).outcome.end, UpdateEnd::ChangedMeanwhile);
        QVERIFY(changesFor(server, plan("3")).isEmpty());
        // Nor is a roll-back made over the head of others.
        QCOMPARE(publishRecords(server, inverse(theirs), soon()).outcome.end, UpdateEnd::ChangedMeanwhile);
        QVERIFY(changesFor(server, plan("3")).isEmpty());
    }

    void allRecordsOfAPlanArePublished_data()
    {
        bothServers();
    }
    void allRecordsOfAPlanArePublished()
    {
        START
        const UpdateServer server = real->server(TsigAlgorithm::HmacSha512);
        Plan whole = plan("20260101T000000");
        whole.ttl = 600s;
        for (int i = 0; i < 16; ++i)
            whole.reports.append("mailto:tls-reports-" + QByteArray::number(i) + "@reports-of-tls.example.net");
        whole.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.7")), QHostAddress(QStringLiteral("2001:db8::7"))};
        whole.tlsa = {{QStringLiteral("mx.example.com"), {3, 1, 1, QByteArray(32, '\x17')}}};
        const RecordChanges changes = changesFor(server, whole);
        QCOMPARE(changes.add.size(), 5);
        QVERIFY(std::any_of(changes.add.cbegin(), changes.add.cend(), [](const ExactRecord &r) { return r.data.size() > 2 * 256; }));
        const RecordPublication published = publishRecords(server, changes, soon());
        QVERIFY2(published.verified, qPrintable(updateSentence(published.outcome, server)));
        QVERIFY(changesFor(server, whole).isEmpty());

        // Then another provider is to serve the policy.
        Plan delegated = whole;
        delegated.hosting.addresses.clear();
        delegated.hosting.alias = QStringLiteral("policy.provider.example");
        const RecordChanges moved = changesFor(server, delegated);
        QCOMPARE(moved.remove.size(), 2);
        QVERIFY(publishRecords(server, moved, soon()).verified);
        QVERIFY(publishRecords(server, inverse(moved), soon()).verified);
        QVERIFY(changesFor(server, whole).isEmpty());
    }

    void recordsOfOtherPurposesStay_data()
    {
        bothServers();
    }
    void recordsOfOtherPurposesStay()
    {
        START
        const UpdateServer server = real->server(TsigAlgorithm::HmacSha256);
        const ExactSet nothing{QStringLiteral("_mta-sts.example.com"), RecordType::Txt, {}};
        QVERIFY(publishRecords(server, {{nothing}, {}, {text("v=STSv1; id=0;"), text("proof-of-ownership=7")}}, soon()).verified);
        const RecordChanges changes = changesFor(server, plan("1"));
        const RecordPublication published = publishRecords(server, changes, soon());
        QVERIFY(published.verified);
        QCOMPARE(published.now.sets.first().records.size(), 2);
        QVERIFY(published.now.sets.first().has(text("proof-of-ownership=7")));
        QVERIFY(!published.now.sets.first().has(text("v=STSv1; id=0;")));
    }

    /// RFC 2136 §3.4.2.2: a server says NOERROR and does nothing where an alias would not be alone.
    void whatTheServerPassedOverIsNoticed_data()
    {
        bothServers();
    }
    void whatTheServerPassedOverIsNoticed()
    {
        START
        const UpdateServer server = real->server(TsigAlgorithm::HmacSha256);
        const QString owner = QStringLiteral("mta-sts.example.com");
        const ExactRecord note = *exactRecord({owner, 300s, RecordType::Txt, "in the way", 0});
        QVERIFY(publishRecords(server, {{{owner, RecordType::Txt, {}}}, {}, {note}}, soon()).verified);
        Plan delegated = plan("1");
        delegated.hosting.alias = QStringLiteral("policy.provider.example");
        QVERIFY(!publishRecords(server, changesFor(server, delegated), soon()).verified);
    }
};

QTEST_GUILESS_MAIN(RealUpdatesTest)
#include "tst_realupdates.moc"
