// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "ui/auditrunner.h"
#include "ui/desk.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

class AuditRunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsEachDomainOnceAsComplete();
    void newsComesAtMostEveryFiftyMilliseconds();
    void listsAreQuickUnlessDeepIsChosen();
    void overlappingRunsShareOneNetworkAndTheNextGetsAnother();
    void aFactoryThatFailsEndsTheRunWithItsSentence();
    void destroyingStops();
    void whatIsSeenIsRememberedUnlessSwitchedOff_data();
    void whatIsSeenIsRememberedUnlessSwitchedOff();

private:
    AuditJob job(const QStringList &domains) const;

    std::shared_ptr<MapHandle> m_handle;
};

void AuditRunnerTest::init()
{
    qRegisterMetaType<QList<AuditNews>>();
    m_handle = std::make_shared<MapHandle>();
    fill(m_handle->fake, goodFacts());
}

AuditJob AuditRunnerTest::job(const QStringList &domains) const
{
    AuditJob result;
    for (const QString &domain : domains)
        result.domains.append({domain, domain});
    result.preferences.allowPrivate = true;
    return result;
}

void AuditRunnerTest::tellsEachDomainOnceAsComplete()
{
    AuditRunner runner(std::make_shared<NetworkSource>(fakeEnvironment(m_handle)), job({u"good.example"_s, u"none.example"_s}));
    QList<int> complete;
    connect(&runner, &AuditRunner::news, this, [&complete](const QList<AuditNews> &news) {
        for (const AuditNews &each : news) {
            QVERIFY(!complete.contains(each.index));
            if (each.complete)
                complete.append(each.index);
        }
    });
    QSignalSpy finished(&runner, &AuditRunner::finished);
    runner.start();
    QTRY_COMPARE(finished.size(), 1);
    std::sort(complete.begin(), complete.end());
    QCOMPARE(complete, (QList<int>{0, 1}));
    QCOMPARE(finished[0][0].toString(), QString());
}

void AuditRunnerTest::newsComesAtMostEveryFiftyMilliseconds()
{
    m_handle->fake.delay = std::chrono::milliseconds(15);
    AuditRunner runner(std::make_shared<NetworkSource>(fakeEnvironment(m_handle)), job({u"good.example"_s}));
    QElapsedTimer timer;
    timer.start();
    int batches = 0;
    connect(&runner, &AuditRunner::news, this, [&batches] { ++batches; });
    QSignalSpy finished(&runner, &AuditRunner::finished);
    runner.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(batches >= 1);
    // The first comes at once, and the last does not wait.
    QVERIFY2(batches <= timer.elapsed() / 50 + 2, qPrintable(u"%1 in %2 ms"_s.arg(batches).arg(timer.elapsed())));
}

void AuditRunnerTest::listsAreQuickUnlessDeepIsChosen()
{
    const auto depthOf = [this](const QStringList &domains, Depth chosen) {
        AuditJob work = job(domains);
        work.preferences.depth = chosen;
        AuditRunner runner(std::make_shared<NetworkSource>(fakeEnvironment(m_handle)), work);
        std::optional<Depth> depth;
        connect(&runner, &AuditRunner::news, this,
                [&depth](const QList<AuditNews> &news) { depth = news.last().audit.facts.conditions.depth; });
        QSignalSpy finished(&runner, &AuditRunner::finished);
        runner.start();
        finished.wait(5000);
        return depth;
    };
    QCOMPARE(depthOf({u"good.example"_s}, Depth::Standard), Depth::Standard);
    QCOMPARE(depthOf({u"good.example"_s, u"b.example"_s}, Depth::Standard), Depth::Quick);
    QCOMPARE(depthOf({u"good.example"_s, u"b.example"_s}, Depth::Deep), Depth::Deep);
}

void AuditRunnerTest::overlappingRunsShareOneNetworkAndTheNextGetsAnother()
{
    int made = 0;
    Environment environment;
    environment.live = [&made](const Preferences &) {
        ++made;
        return Result<std::shared_ptr<NetworkHandle>>(std::make_shared<MapHandle>());
    };
    NetworkSource source(environment);
    Preferences preferences;
    {
        const auto first = source.acquire(Origin::Live, preferences);
        const auto second = source.acquire(Origin::Live, preferences);
        QVERIFY(first && second);
        QCOMPARE(first->get(), second->get());
        QCOMPARE(made, 1);
        preferences.resolver = u"192.0.2.53"_s;
        const auto other = source.acquire(Origin::Live, preferences);
        QVERIFY(other->get() != first->get());
        QCOMPARE(made, 2);
    }
    QVERIFY(source.acquire(Origin::Live, preferences));
    QCOMPARE(made, 3);
    QVERIFY(!source.acquire(Origin::Practice, preferences));
}

void AuditRunnerTest::aFactoryThatFailsEndsTheRunWithItsSentence()
{
    Environment environment;
    environment.live = [](const Preferences &) -> Result<std::shared_ptr<NetworkHandle>> {
        return Error{ErrorCode::InvalidInput, u"No."_s};
    };
    Desk desk(environment);
    const int id = desk.audit({{u"good.example"_s, u"good.example"_s}}, Origin::Live, {}).first();
    QTRY_VERIFY(!desk.running());
    QCOMPARE(desk.item(id)->stage, DeskItem::Stage::Failed);
    QCOMPARE(desk.item(id)->error, u"No."_s);
    QCOMPARE(desk.total(), 0);
}

void AuditRunnerTest::destroyingStops()
{
    m_handle->fake.delay = std::chrono::seconds(30);
    QElapsedTimer timer;
    timer.start();
    {
        AuditRunner runner(std::make_shared<NetworkSource>(fakeEnvironment(m_handle)), job({u"good.example"_s}));
        runner.start();
        QTest::qWait(100);
    }
    QVERIFY(timer.elapsed() < 3000);
}

void AuditRunnerTest::whatIsSeenIsRememberedUnlessSwitchedOff_data()
{
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<bool>("keep");
    QTest::addColumn<int>("sightings");
    QTest::newRow("a live domain") << Origin::Live << true << 1;
    QTest::newRow("switched off") << Origin::Live << false << 0;
    QTest::newRow("a sample domain") << Origin::Practice << true << 0;
}

void AuditRunnerTest::whatIsSeenIsRememberedUnlessSwitchedOff()
{
    QFETCH(Origin, origin);
    QFETCH(bool, keep);
    QTemporaryDir folder;
    Environment environment = fakeEnvironment(m_handle);
    environment.historyFolder = folder.filePath(u"sightings"_s);
    Desk desk(environment);
    Preferences preferences;
    preferences.allowPrivate = true;
    preferences.keepHistory = keep;
    preferences.expiryDays = 30;
    const auto audited = [&] {
        const int id = desk.audit({{u"good.example"_s, u"good.example"_s}}, origin, preferences).first();
        [&] { QTRY_VERIFY(!desk.running()); }();
        return desk.item(id)->audit->facts;
    };
    QVERIFY(audited().history.isEmpty());
    const DomainFacts again = audited();
    QTEST(static_cast<int>(again.history.size()), "sightings");
    QCOMPARE(again.conditions.expiryDays, 30);
    if (!again.history.isEmpty())
        QVERIFY(again.history.first().last < again.observedAt);
}

QTEST_GUILESS_MAIN(AuditRunnerTest)
#include "tst_auditrunner.moc"
