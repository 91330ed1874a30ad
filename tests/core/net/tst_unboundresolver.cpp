// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The resolver against a server that behaves as scripted, and against NSD with signed zones.

#include "dns/message.h"
#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include "fakes/signedzones.h"
#include "net/unboundresolver.h"
#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>
#include <atomic>
#include <future>

using namespace std::chrono_literals;
using mta::AnswerStatus;
using mta::Context;
using mta::FakeDnsServer;
using mta::FakeQuery;
using mta::FakeReply;
using mta::Lookup;
using mta::Question;
using mta::RecordType;
using mta::Resolver;
using mta::Security;
using mta::SignedZones;
using mta::UnboundResolver;

namespace
{

const Question record{QStringLiteral("_mta-sts.good.example"), RecordType::Txt};
constexpr auto plain = Resolver::Assurance::Plain;
constexpr auto validated = Resolver::Assurance::Validated;

std::unique_ptr<UnboundResolver> resolverAt(const QString &address, const QString &anchorFile = {})
{
    auto resolver = UnboundResolver::create(address, anchorFile);
    if (!resolver)
        qFatal("%s", qPrintable(resolver.error().text));
    return std::move(resolver).value();
}

Context within(std::chrono::milliseconds limit)
{
    return Context().within(limit);
}

QByteArray goodMessage()
{
    return mta::txtLookup(record.name, {"v=STSv1; id=1;"}).message;
}

QByteArray firstText(const Lookup &lookup)
{
    return mta::txtRecords(lookup).records.value(0).joined();
}

/// Answers good to everything, with the right id.
QList<FakeReply> good(const FakeQuery &query)
{
    return {{mta::withId(goodMessage(), query.id)}};
}

} // namespace

class TestUnboundResolver : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_zones.reset(); }

    void unusableAddressesAreRefusedInWords_data();
    void unusableAddressesAreRefusedInWords();
    void describesItself_data();
    void describesItself();
    void unusableAnchorsAreRefusedInWords();

    void answersPlainly();
    void asksModernlyWithCheckingDisabled();
    void keepsResponseCodesApart_data();
    void keepsResponseCodesApart();
    void tellsTheExtendedError();
    void oldForwarderIsAskedInTheOldForm();
    void ignoresForgedAnswers();
    void garbageIsAFailure();
    void asksAgainAfterSilence();
    void silenceIsATimeoutAtTheDeadline();
    void truncatedAnswerComesByTcp();
    void truncatedAnswerWithoutTcpIsAFailure();
    void closedPortFailsPromptly();
    void referralIsNoAnswer();
    void aliasLoopEnds();
    void stopWakesPromptly();
    void sameQuestionIsAskedOnce();
    void whoWaitsForACancelledAskerAsksAgain();
    void plainQuestionsStartNoValidation();

    void validates_data();
    void validates();
    void validatedAnswerCarriesTheRootsDates();
    void strippingResolverMakesItUnknown();
    void silentResolverMakesItUnknown();
    void validatedQuestionObeysStop();
    void whatAStopCutShortIsNotKept();
    void manyValidatedQuestionsAtOnce();
    void silenceAboutOneDomainLeavesTheOthersValidated();
    void coldValidationTakesFewRoundTrips();

private:
    std::unique_ptr<SignedZones> m_zones;
};

void TestUnboundResolver::initTestCase()
{
    if (!SignedZones::missing().isEmpty())
        return;
    using Kind = SignedZones::Kind;
    m_zones = std::make_unique<SignedZones>(QList<SignedZones::Zone>{
        {QStringLiteral("."), Kind::Signed, {}},
        {QStringLiteral("example"), Kind::Signed, {}},
        {QStringLiteral("good.example"),
         Kind::Signed,
         {QStringLiteral("_mta-sts TXT \"v=STSv1; id=1;\""), QStringLiteral("@ MX 10 mail"), QStringLiteral("mail A 192.0.2.1"),
          QStringLiteral("near CNAME _mta-sts"), QStringLiteral("far CNAME _mta-sts.plain.example.")}},
        {QStringLiteral("plain.example"), Kind::Unsigned, {QStringLiteral("_mta-sts TXT \"v=STSv1; id=2;\"")}},
        {QStringLiteral("bogus.example"), Kind::Tampered, {QStringLiteral("_mta-sts TXT \"genuine\"")}},
        {QStringLiteral("expired.example"), Kind::Expired, {QStringLiteral("_mta-sts TXT \"old\"")}},
    });
    QVERIFY2(m_zones->isRunning(), qPrintable(m_zones->error()));
}

void TestUnboundResolver::unusableAddressesAreRefusedInWords_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"dns.example", "192.0.2", "192.0.2.256", "192.0.2.1:", "192.0.2.1:0", "192.0.2.1:65536", "192.0.2.1:dns",
                             "[::1", "[::1]5300", "[::1]:", "[192.0.2.1]:53", ":53", "1", "Recursive", "192.0.2.1 192.0.2.2"})
        QTest::addRow("%s", text) << QString::fromLatin1(text);
}

void TestUnboundResolver::unusableAddressesAreRefusedInWords()
{
    QFETCH(QString, text);
    const auto resolver = UnboundResolver::create(text, {});
    QVERIFY(!resolver);
    QCOMPARE(resolver.error().code, mta::ErrorCode::InvalidInput);
    QVERIFY(resolver.error().text.contains(text));
}

void TestUnboundResolver::describesItself_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("description");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.53") << QStringLiteral("192.0.2.53");
    QTest::newRow("the usual port") << QStringLiteral("192.0.2.53:53") << QStringLiteral("192.0.2.53");
    QTest::newRow("another port") << QStringLiteral("192.0.2.53:5300") << QStringLiteral("192.0.2.53:5300");
    QTest::newRow("IPv6") << QStringLiteral("2001:DB8::53") << QStringLiteral("2001:db8::53");
    QTest::newRow("IPv6 in brackets") << QStringLiteral("[::1]") << QStringLiteral("::1");
    QTest::newRow("IPv6 with port") << QStringLiteral("[::1]:5300") << QStringLiteral("[::1]:5300");
    QTest::newRow("recursive") << QStringLiteral("recursive") << QStringLiteral("recursive");
}

void TestUnboundResolver::describesItself()
{
    QFETCH(QString, text);
    QFETCH(QString, description);
    const auto resolver = resolverAt(text);
    QVERIFY(resolver);
    QCOMPARE(resolver->description(), description);
}

void TestUnboundResolver::unusableAnchorsAreRefusedInWords()
{
    QVERIFY(!UnboundResolver::create({}, QStringLiteral("/nonexistent/root.key")));
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("; a comment\nexample. IN A 192.0.2.1\nnonsense\n");
    file.close();
    const auto resolver = UnboundResolver::create({}, file.fileName());
    QVERIFY(!resolver);
    QVERIFY(resolver.error().text.contains(file.fileName()));
}

void TestUnboundResolver::answersPlainly()
{
    FakeDnsServer server(good);
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::NoError);
    QCOMPARE(lookup.security, Security::Unknown);
    QCOMPARE(lookup.question, record);
    QCOMPARE(firstText(lookup), "v=STSv1; id=1;");
}

void TestUnboundResolver::asksModernlyWithCheckingDisabled()
{
    FakeDnsServer server(good);
    resolverAt(server.resolver())->lookup(record, plain, within(5s));
    const QList<FakeQuery> queries = server.queries();
    QCOMPARE(queries.size(), 1);
    QCOMPARE(queries.first().question, record);
    QVERIFY(queries.first().edns && queries.first().dnssecOk && queries.first().checkingDisabled);
}

void TestUnboundResolver::keepsResponseCodesApart_data()
{
    QTest::addColumn<int>("rcode");
    QTest::addColumn<AnswerStatus>("status");
    QTest::newRow("NOERROR without records is no data") << 0 << AnswerStatus::NoData;
    QTest::newRow("FORMERR") << 1 << AnswerStatus::Failed;
    QTest::newRow("SERVFAIL") << 2 << AnswerStatus::ServFail;
    QTest::newRow("NXDOMAIN") << 3 << AnswerStatus::NxDomain;
    QTest::newRow("NOTIMP") << 4 << AnswerStatus::Failed;
    QTest::newRow("REFUSED") << 5 << AnswerStatus::Refused;
}

void TestUnboundResolver::keepsResponseCodesApart()
{
    QFETCH(int, rcode);
    QFETCH(AnswerStatus, status);
    FakeDnsServer server(
        [&](const FakeQuery &query) { return QList<FakeReply>{{mta::withId(mta::errorMessage(record, rcode), query.id)}}; });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(resolverAt(server.resolver())->lookup(record, plain, within(5s)).status, status);
    QVERIFY(timer.elapsed() < 1000);
}

void TestUnboundResolver::tellsTheExtendedError()
{
    FakeDnsServer server([](const FakeQuery &query) {
        return QList<FakeReply>{{mta::withId(mta::errorMessage(record, 2, 22, "at delegation good.example"), query.id)}};
    });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::ServFail);
    QCOMPARE(lookup.detail, QStringLiteral("22 No Reachable Authority: at delegation good.example"));
}

void TestUnboundResolver::oldForwarderIsAskedInTheOldForm()
{
    FakeDnsServer server([](const FakeQuery &query) {
        return query.edns || query.checkingDisabled ? QList<FakeReply>{{mta::withId(mta::errorMessage(record, 5), query.id)}} : good(query);
    });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::NoError);
    QCOMPARE(server.queries().size(), 2);
}

void TestUnboundResolver::ignoresForgedAnswers()
{
    FakeDnsServer server([](const FakeQuery &query) {
        const QByteArray otherName = mta::txtLookup(QStringLiteral("_mta-sts.evil.example"), {"forged"}).message;
        const QByteArray otherType = mta::addressLookup(record.name, {QStringLiteral("192.0.2.66")}).message;
        return QList<FakeReply>{{mta::withId(mta::txtLookup(record.name, {"forged"}).message, query.id ^ 1)},
                                {mta::withId(otherName, query.id)},
                                {mta::withId(otherType, query.id)},
                                {query.wire}, // our own question is no answer
                                {mta::withId(goodMessage(), query.id), 50ms}};
    });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(firstText(lookup), "v=STSv1; id=1;");
    QCOMPARE(server.queries().size(), 1);
}

void TestUnboundResolver::garbageIsAFailure()
{
    FakeDnsServer server([](const FakeQuery &query) { return QList<FakeReply>{{mta::withId(QByteArray(40, '\xff'), query.id)}}; });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QVERIFY(lookup.detail.contains(server.resolver()));
}

void TestUnboundResolver::asksAgainAfterSilence()
{
    std::atomic_int count = 0;
    FakeDnsServer server([&](const FakeQuery &query) { return ++count == 1 ? QList<FakeReply>{} : good(query); });
    QElapsedTimer timer;
    timer.start();
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::NoError);
    QVERIFY2(timer.elapsed() >= 950 && timer.elapsed() < 1900, qPrintable(QString::number(timer.elapsed())));
}

void TestUnboundResolver::silenceIsATimeoutAtTheDeadline()
{
    FakeDnsServer server([](const FakeQuery &) { return QList<FakeReply>{}; });
    QElapsedTimer timer;
    timer.start();
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(300ms));
    QCOMPARE(lookup.status, AnswerStatus::Timeout);
    QVERIFY(lookup.message.isEmpty());
    QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 600, qPrintable(QString::number(timer.elapsed())));
}

void TestUnboundResolver::truncatedAnswerComesByTcp()
{
    const QByteArray large(3000, 'x');
    FakeDnsServer server([&](const FakeQuery &query) {
        const QByteArray whole = mta::withId(mta::txtLookup(record.name, {large}).message, query.id);
        return QList<FakeReply>{{query.tcp ? whole : mta::truncatedMessage(whole)}};
    });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::NoError);
    QCOMPARE(firstText(lookup), large);
}

void TestUnboundResolver::truncatedAnswerWithoutTcpIsAFailure()
{
    FakeDnsServer server([&](const FakeQuery &query) {
        return QList<FakeReply>{{query.tcp ? QByteArray() : mta::truncatedMessage(mta::withId(goodMessage(), query.id))}};
    });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QVERIFY2(lookup.detail.startsWith(QLatin1String("TCP ")), qPrintable(lookup.detail));
}

void TestUnboundResolver::closedPortFailsPromptly()
{
    QString address;
    {
        FakeDnsServer server(good);
        address = server.resolver();
    }
    QElapsedTimer timer;
    timer.start();
    const Lookup lookup = resolverAt(address)->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QVERIFY2(lookup.detail.contains(QLatin1String("refused")), qPrintable(lookup.detail));
    QVERIFY(timer.elapsed() < 500);
}

void TestUnboundResolver::referralIsNoAnswer()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    // NSD has no zone "elsewhere", but the root: it says that the name does not exist. Below a delegation it would refer.
    SignedZones rootOnly(
        {{QStringLiteral("."), SignedZones::Kind::Signed, {QStringLiteral("com. NS ns.com."), QStringLiteral("ns.com. A 192.0.2.1")}}});
    QVERIFY2(rootOnly.isRunning(), qPrintable(rootOnly.error()));
    const Lookup lookup = resolverAt(rootOnly.resolver())->lookup({QStringLiteral("good.com"), RecordType::Mx}, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::Failed);
    QCOMPARE(lookup.detail, QStringLiteral("referral"));
}

void TestUnboundResolver::aliasLoopEnds()
{
    const Lookup inner = mta::aliasLookup(QStringLiteral("b.example"), mta::noDataLookup(record.name, RecordType::Txt));
    const QByteArray loop = mta::aliasLookup(record.name, inner).message;
    FakeDnsServer server([&](const FakeQuery &query) { return QList<FakeReply>{{mta::withId(loop, query.id)}}; });
    const Lookup lookup = resolverAt(server.resolver())->lookup(record, plain, within(5s));
    QCOMPARE(lookup.status, AnswerStatus::NoData);
    QCOMPARE(mta::txtRecords(lookup).aliases, QStringList({QStringLiteral("b.example"), record.name}));
}

void TestUnboundResolver::stopWakesPromptly()
{
    FakeDnsServer server([](const FakeQuery &) { return QList<FakeReply>{}; });
    const auto resolver = resolverAt(server.resolver());
    std::stop_source stop;
    auto answer = std::async(std::launch::async, [&] { return resolver->lookup(record, plain, {QDeadlineTimer(10s), stop.get_token()}); });
    QTest::qWait(100);
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    QCOMPARE(answer.get().status, AnswerStatus::NotAsked);
    QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
}

void TestUnboundResolver::sameQuestionIsAskedOnce()
{
    FakeDnsServer server([](const FakeQuery &query) { return QList<FakeReply>{{mta::withId(goodMessage(), query.id), 100ms}}; });
    const auto resolver = resolverAt(server.resolver());
    std::vector<std::future<Lookup>> answers;
    for (const char *name : {"_mta-sts.good.example", "_MTA-STS.good.example", "_mta-sts.Good.Example"}) {
        const Question question{QString::fromLatin1(name), RecordType::Txt};
        answers.push_back(std::async(std::launch::async, [&resolver, question] { return resolver->lookup(question, plain, within(5s)); }));
    }
    for (auto &answer : answers)
        QCOMPARE(firstText(answer.get()), "v=STSv1; id=1;");
    QCOMPARE(firstText(resolver->lookup(record, plain, within(5s))), "v=STSv1; id=1;");
    QCOMPARE(server.queries().size(), 1);
}

void TestUnboundResolver::whoWaitsForACancelledAskerAsksAgain()
{
    std::atomic_int count = 0;
    FakeDnsServer server([&](const FakeQuery &query) { return ++count == 1 ? QList<FakeReply>{} : good(query); });
    const auto resolver = resolverAt(server.resolver());
    std::stop_source stop;
    auto first = std::async(std::launch::async, [&] { return resolver->lookup(record, plain, {QDeadlineTimer(10s), stop.get_token()}); });
    QTRY_COMPARE(server.queries().size(), 1);
    auto second = std::async(std::launch::async, [&] { return resolver->lookup(record, plain, within(5s)); });
    QTest::qWait(50);
    stop.request_stop();
    QCOMPARE(first.get().status, AnswerStatus::NotAsked);
    QCOMPARE(second.get().status, AnswerStatus::NoError);
}

void TestUnboundResolver::plainQuestionsStartNoValidation()
{
    FakeDnsServer server(good);
    const auto resolver = resolverAt(server.resolver());
    resolver->lookup(record, plain, within(5s));
    QTest::qWait(100);
    QCOMPARE(server.queries().size(), 1); // neither keys nor signatures were asked for
    QVERIFY(!resolver->signaturesStripped());
}

void TestUnboundResolver::validates_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<AnswerStatus>("status");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *asked, AnswerStatus status, Security security, const QByteArray &text = {}) {
        QTest::newRow(name) << Question{QString::fromLatin1(asked), RecordType::Txt} << status << security << text;
    };
    row("signed", "_mta-sts.good.example", AnswerStatus::NoError, Security::Secure, "v=STSv1; id=1;");
    row("signed, alias in the zone", "near.good.example", AnswerStatus::NoError, Security::Secure, "v=STSv1; id=1;");
    row("signed, no data", "good.example", AnswerStatus::NoData, Security::Secure);
    row("signed, no such name", "missing.good.example", AnswerStatus::NxDomain, Security::Secure);
    row("signed alias into an unsigned zone", "far.good.example", AnswerStatus::NoError, Security::Insecure, "v=STSv1; id=2;");
    row("unsigned", "_mta-sts.plain.example", AnswerStatus::NoError, Security::Insecure, "v=STSv1; id=2;");
    row("unsigned, no such name", "missing.plain.example", AnswerStatus::NxDomain, Security::Insecure);
    row("altered after signing", "_mta-sts.bogus.example", AnswerStatus::NoError, Security::Bogus, "altered");
    row("expired", "_mta-sts.expired.example", AnswerStatus::NoError, Security::Bogus, "old");
    row("a name of a built-in zone of libunbound", "host.test", AnswerStatus::NxDomain, Security::Secure);
}

void TestUnboundResolver::validates()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    QFETCH(Question, question);
    const auto resolver = resolverAt(m_zones->resolver(), m_zones->anchorFile());
    const Lookup lookup = resolver->lookup(question, validated, within(10s));
    QTEST(lookup.status, "status");
    QTEST(lookup.security, "security");
    QTEST(firstText(lookup), "text");
    QCOMPARE(lookup.bogusReason.isEmpty(), lookup.security != Security::Bogus);
    QVERIFY(!resolver->signaturesStripped());
}

void TestUnboundResolver::validatedAnswerCarriesTheRootsDates()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    const auto resolver = resolverAt(m_zones->resolver(), m_zones->anchorFile());
    QVERIFY(!resolver->rootSignedFrom().isValid());
    resolver->lookup(record, validated, within(10s));
    QTRY_VERIFY(resolver->rootSignedFrom().isValid());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(resolver->rootSignedFrom() <= now && now < resolver->rootSignedUntil());
}

void TestUnboundResolver::strippingResolverMakesItUnknown()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    FakeDnsServer server(
        [&](const FakeQuery &query) { return QList<FakeReply>{{mta::withoutSignatures(mta::relayed(query, m_zones->port()))}}; });
    const auto resolver = resolverAt(server.resolver(), m_zones->anchorFile());
    for (const char *name : {"_mta-sts.good.example", "_mta-sts.bogus.example", "_mta-sts.plain.example"}) {
        const Lookup lookup = resolver->lookup({QString::fromLatin1(name), RecordType::Txt}, validated, within(10s));
        QCOMPARE(lookup.status, AnswerStatus::NoError);
        QCOMPARE(lookup.security, Security::Unknown);
        QVERIFY(lookup.bogusReason.isEmpty());
    }
    QVERIFY(resolver->signaturesStripped());
}

void TestUnboundResolver::silentResolverMakesItUnknown()
{
    FakeDnsServer server([](const FakeQuery &) { return QList<FakeReply>{}; });
    const auto resolver = resolverAt(server.resolver());
    const Lookup lookup = resolver->lookup(record, validated, within(1s));
    QCOMPARE(lookup.status, AnswerStatus::Timeout);
    QCOMPARE(lookup.security, Security::Unknown);
    QVERIFY(!resolver->signaturesStripped());
}

void TestUnboundResolver::validatedQuestionObeysStop()
{
    FakeDnsServer server([](const FakeQuery &query) { return query.question == record ? good(query) : QList<FakeReply>{}; });
    const auto resolver = resolverAt(server.resolver());
    std::stop_source stop;
    auto answer = std::async(std::launch::async, [&] {
        return resolver->lookup(record, validated, {QDeadlineTimer(10s), stop.get_token()});
    });
    QTest::qWait(200);
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    QCOMPARE(answer.get().security, Security::Unknown);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
}

void TestUnboundResolver::whatAStopCutShortIsNotKept()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    std::atomic_bool keysAreSilent = true;
    FakeDnsServer server([&](const FakeQuery &query) {
        const bool silent = keysAreSilent && query.question != record;
        return silent ? QList<FakeReply>{} : QList<FakeReply>{{mta::relayed(query, m_zones->port())}};
    });
    const auto resolver = resolverAt(server.resolver(), m_zones->anchorFile());
    const Lookup cut = resolver->lookup(record, validated, within(300ms));
    QCOMPARE(cut.status, AnswerStatus::NoError);
    QCOMPARE(cut.security, Security::Unknown);
    keysAreSilent = false;
    QCOMPARE(resolver->lookup(record, validated, within(10s)).security, Security::Secure);
}

void TestUnboundResolver::manyValidatedQuestionsAtOnce()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    const auto resolver = resolverAt(m_zones->resolver(), m_zones->anchorFile());
    std::vector<std::future<Lookup>> answers;
    for (int i = 0; i < 64; ++i) {
        const Question question{QStringLiteral("n%1.good.example").arg(i / 2), RecordType::Txt};
        answers.push_back(
            std::async(std::launch::async, [&resolver, question] { return resolver->lookup(question, validated, within(10s)); }));
    }
    for (auto &answer : answers) {
        const Lookup lookup = answer.get();
        QCOMPARE(lookup.status, AnswerStatus::NxDomain);
        QCOMPARE(lookup.security, Security::Secure);
    }
}

void TestUnboundResolver::silenceAboutOneDomainLeavesTheOthersValidated()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    FakeDnsServer server([&](const FakeQuery &query) {
        const bool silent = query.question.name.endsWith(QLatin1String("plain.example"));
        return silent ? QList<FakeReply>{} : QList<FakeReply>{{mta::relayed(query, m_zones->port())}};
    });
    const auto resolver = resolverAt(server.resolver(), m_zones->anchorFile());
    const Question dead{QStringLiteral("_mta-sts.plain.example"), RecordType::Txt};
    QCOMPARE(resolver->lookup(dead, validated, within(6s)).status, AnswerStatus::Timeout);
    QCOMPARE(resolver->lookup(record, validated, within(4s)).security, Security::Secure);
}

void TestUnboundResolver::coldValidationTakesFewRoundTrips()
{
    if (!m_zones)
        QSKIP(qPrintable(SignedZones::missing()));
    constexpr auto roundTrip = 100ms;
    FakeDnsServer server([&](const FakeQuery &query) { return QList<FakeReply>{{mta::relayed(query, m_zones->port()), roundTrip}}; });
    const auto resolver = resolverAt(server.resolver(), m_zones->anchorFile());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(resolver->lookup(record, validated, within(10s)).security, Security::Secure);
    const auto elapsed = std::chrono::milliseconds(timer.elapsed());
    qInfo() << "cold validation took" << elapsed.count() << "ms," << server.queries().size() << "queries";
    // One after the other it is six round trips: the answer, and DNSKEY and DS from the root down.
    QVERIFY2(elapsed < 5 * roundTrip, qPrintable(QString::number(elapsed.count())));
}

QTEST_GUILESS_MAIN(TestUnboundResolver)
#include "tst_unboundresolver.moc"
