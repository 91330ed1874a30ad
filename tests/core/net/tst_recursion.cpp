// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Full recursion from the root, in a network of this test's own in which the root servers are NSD.

#include "dns/message.h"
#include "fakes/dnsmessage.h"
#include "fakes/fakednsserver.h"
#include "fakes/ownnetwork.h"
#include "fakes/signedzones.h"
#include "net/unboundresolver.h"
#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using mta::AnswerStatus;
using mta::Context;
using mta::Lookup;
using mta::Question;
using mta::RecordType;
using mta::Resolver;
using mta::Security;
using mta::SignedZones;
using mta::UnboundResolver;

class TestRecursion : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_zones.reset(); }
    void answersFromTheRootDown_data();
    void answersFromTheRootDown();
    void tellsHowTheServersFail_data();
    void tellsHowTheServersFail();

private:
    std::unique_ptr<SignedZones> m_zones;
};

void TestRecursion::initTestCase()
{
    if (!SignedZones::missing().isEmpty())
        QSKIP(qPrintable(SignedZones::missing()));
    if (const QString missing = mta::enterOwnNetwork(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    using Kind = SignedZones::Kind;
    m_zones = std::make_unique<SignedZones>(
        QList<SignedZones::Zone>{
            {QStringLiteral("."), Kind::Signed, {}},
            {QStringLiteral("example"),
             Kind::Signed,
             {QStringLiteral("gone NS ns.gone"), QStringLiteral("ns.gone A 192.0.2.1"), QStringLiteral("lame NS ns.example."),
              QStringLiteral("closed NS ns.closed"), QStringLiteral("ns.closed A 127.0.0.2"), QStringLiteral("refused NS ns.refused"),
              QStringLiteral("ns.refused A 127.0.0.3")}},
            {QStringLiteral("good.example"), Kind::Signed, {QStringLiteral("_mta-sts TXT \"good\"")}},
            {QStringLiteral("plain.example"), Kind::Unsigned, {QStringLiteral("_mta-sts TXT \"plain\"")}},
            {QStringLiteral("bogus.example"), Kind::Tampered, {QStringLiteral("_mta-sts TXT \"genuine\"")}},
        },
        mta::rootServerAddresses() + QStringList{QStringLiteral("127.0.0.1")});
    QVERIFY2(m_zones->isRunning(), qPrintable(m_zones->error()));
}

void TestRecursion::answersFromTheRootDown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Resolver::Assurance>("assurance");
    QTest::addColumn<AnswerStatus>("status");
    QTest::addColumn<Security>("security");
    constexpr auto plain = Resolver::Assurance::Plain;
    constexpr auto validated = Resolver::Assurance::Validated;
    const auto row = [](const char *title, const char *name, Resolver::Assurance assurance, AnswerStatus status, Security security) {
        QTest::newRow(title) << QString::fromLatin1(name) << assurance << status << security;
    };
    row("signed, plainly", "_mta-sts.good.example", plain, AnswerStatus::NoError, Security::Unknown);
    row("signed", "_mta-sts.good.example", validated, AnswerStatus::NoError, Security::Secure);
    row("unsigned", "_mta-sts.plain.example", validated, AnswerStatus::NoError, Security::Insecure);
    row("altered, plainly", "_mta-sts.bogus.example", plain, AnswerStatus::NoError, Security::Unknown);
    row("altered", "_mta-sts.bogus.example", validated, AnswerStatus::NoError, Security::Bogus);
    row("no such name", "missing.good.example", validated, AnswerStatus::NxDomain, Security::Secure);
    row("no data", "good.example", validated, AnswerStatus::NoData, Security::Secure);
}

void TestRecursion::answersFromTheRootDown()
{
    QFETCH(QString, name);
    QFETCH(Resolver::Assurance, assurance);
    const auto resolver = UnboundResolver::create(QStringLiteral("recursive"), m_zones->anchorFile());
    QVERIFY(resolver);
    const Lookup lookup = (*resolver)->lookup({name, RecordType::Txt}, assurance, Context().within(10s));
    QTEST(lookup.status, "status");
    QTEST(lookup.security, "security");
    QVERIFY(!(*resolver)->signaturesStripped());
}

void TestRecursion::tellsHowTheServersFail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<AnswerStatus>("status");
    QTest::addColumn<QString>("detail");
    QTest::newRow("the zone's server knows nothing of it")
        << QStringLiteral("_mta-sts.lame.example") << AnswerStatus::Failed << QStringLiteral("referral");
    QTest::newRow("no way to the zone's server")
        << QStringLiteral("_mta-sts.gone.example") << AnswerStatus::Failed << QStringLiteral("192.0.2.1: Network is unreachable");
    QTest::newRow("nobody listens at the zone's server")
        << QStringLiteral("_mta-sts.closed.example") << AnswerStatus::Failed << QStringLiteral("127.0.0.2: Connection refused");
    QTest::newRow("the zone's server refuses") << QStringLiteral("_mta-sts.refused.example") << AnswerStatus::Refused << QString();
}

void TestRecursion::tellsHowTheServersFail()
{
    QFETCH(QString, name);
    const mta::FakeDnsServer refusing(
        [](const mta::FakeQuery &query) { return QList<mta::FakeReply>{{mta::withId(mta::errorMessage(query.question, 5), query.id)}}; },
        QHostAddress(QStringLiteral("127.0.0.3")), 53);
    const auto resolver = UnboundResolver::create(QStringLiteral("recursive"), m_zones->anchorFile());
    QVERIFY(resolver);
    QElapsedTimer timer;
    timer.start();
    const Lookup lookup = (*resolver)->lookup({name, RecordType::Txt}, Resolver::Assurance::Plain, Context().within(10s));
    QTEST(lookup.status, "status");
    QTEST(lookup.detail, "detail");
    QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestRecursion)
#include "tst_recursion.moc"
