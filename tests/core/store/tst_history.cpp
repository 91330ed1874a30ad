// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/filename.h"
#include "fakes/factsbuilder.h"
#include "store/evidence.h"
#include "store/history.h"
#include "store/sightingstore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

DomainFacts seenOn(int day, const QByteArray &mode = "enforce")
{
    DomainFacts facts = goodFacts();
    facts.observedAt = observedThen().addDays(day);
    setPolicy(facts, policyText(mode));
    return facts;
}

DomainFacts other(const QString &name)
{
    DomainFacts facts = goodFacts();
    facts.domain = {name, name};
    return facts;
}

void write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aFileTellsOfTheDomainsInIt()
    {
        const QString path = m_folder->filePath(u"all.json"_s);
        QVERIFY(saveEvidence(path, {seenOn(-2), other(u"other.example"_s)}));
        const auto earlier = EarlierAudits::open(path);
        QVERIFY(earlier);
        QCOMPARE(earlier->of(goodFacts().domain)->size(), 1);
        QCOMPARE(earlier->of(goodFacts().domain)->first().first, observedThen().addDays(-2));
        QCOMPARE(earlier->of(other(u"other.example"_s).domain)->size(), 1);
        QVERIFY(earlier->of(other(u"unknown.example"_s).domain)->isEmpty());
    }

    void theHistoryOfAnAuditIsCarriedOn()
    {
        DomainFacts facts = seenOn(-2);
        facts.history = {{observedThen().addDays(-9), observedThen().addDays(-8), "v=STSv1; id=1;", policyText("testing")}};
        const QString path = m_folder->filePath(u"one.json"_s);
        QVERIFY(saveEvidence(path, {facts}));
        const auto seen = EarlierAudits::open(path)->of(facts.domain);
        QCOMPARE(seen->size(), 2);
        QCOMPARE(seen->first(), facts.history.first());
        QCOMPARE(seen->last().policy, policyText("enforce"));
    }

    void aFolderIsSearchedByName()
    {
        QVERIFY(saveEvidence(m_folder->filePath(u"good.example.json"_s), {seenOn(-1)}));
        QVERIFY(saveEvidence(m_folder->filePath(u"good.example-2026-01.json"_s), {seenOn(-3, "testing")}));
        QVERIFY(saveEvidence(m_folder->filePath(u"good.example.org.json"_s), {other(u"good.example.org"_s)}));
        QVERIFY(saveEvidence(m_folder->filePath(u"elsewhere.json"_s), {seenOn(-5)}));
        const auto earlier = EarlierAudits::open(m_folder->path());
        QVERIFY(earlier);
        const QList<Sighting> seen = joined(*earlier->of(goodFacts().domain));
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen.first().policy, policyText("testing"));
        QVERIFY(earlier->of(other(u"none.example"_s).domain)->isEmpty());
    }

    /// Such names make longer ones of files than there may be; --save shortens them too.
    /// The earliest one cannot be read: whether it is, shows how many are.
    void theLastAuditsOfAFolderAreRead_data()
    {
        QTest::addColumn<int>("good");
        QTest::addColumn<bool>("allAreRead");
        QTest::newRow("as many as are read") << maxHistoryFiles - 1 << true;
        QTest::newRow("one more") << maxHistoryFiles << false;
    }
    void theLastAuditsOfAFolderAreRead()
    {
        QFETCH(int, good);
        write(m_folder->filePath(u"good.example-0000.json"_s), "damaged");
        const QByteArray audit = R"({"format": "mta-sts-studio-evidence", "version": 1, "domains": [)"
                                 R"({"domain": {"ascii": "good.example"}, "observedAt": "2026-06-01T00:00:00Z"}]})";
        for (int i = 1; i <= good; ++i)
            write(m_folder->filePath(u"good.example-%1.json"_s.arg(i, 4, 10, QLatin1Char('0'))), audit);
        const auto earlier = EarlierAudits::open(m_folder->path());
        QVERIFY(earlier);
        QTEST(!earlier->of(goodFacts().domain), "allAreRead");
    }

    void aMemoryThatIsTooLargeBeginsAnew()
    {
        const SightingStore store(m_folder->path());
        DomainFacts facts = goodFacts();
        QVERIFY(store.carryOn(facts));
        const QString path = m_folder->filePath(fileNameFor(facts.domain.ascii, u"json"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        constexpr qsizetype most = 32 * 1024 * 1024;
        write(path, whole + QByteArray(most - whole.size(), ' '));
        QCOMPARE(store.of(facts.domain).size(), 1);
        write(path, whole + QByteArray(most - whole.size() + 1, ' '));
        QCOMPARE(store.of(facts.domain).size(), 0);
    }

    void theLongestDomainIsRememberedToo()
    {
        const QString name = QStringList(4, QString(60, u'a')).join(u'.') + u".example"_s;
        DomainFacts facts = other(name);
        const SightingStore store(m_folder->filePath(u"memory"_s));
        QVERIFY(store.carryOn(facts));
        QCOMPARE(store.of(facts.domain).size(), 1);
        QVERIFY(saveEvidence(m_folder->filePath(fileNameFor(name, u"json"_s)), {facts}));
        QCOMPARE(EarlierAudits::open(m_folder->path())->of(facts.domain)->size(), 1);
    }

    void whatIsNoAuditIsToldWithItsName()
    {
        QVERIFY(!EarlierAudits::open(m_folder->filePath(u"none.json"_s)));
        const QString path = m_folder->filePath(u"good.example.json"_s);
        write(path, "{}");
        const auto foreign = EarlierAudits::open(path);
        QVERIFY(!foreign && foreign.error().text.contains(u"good.example.json"_s));
        const auto inFolder = EarlierAudits::open(m_folder->path())->of(goodFacts().domain);
        QVERIFY(!inFolder && inFolder.error().text.contains(u"good.example.json"_s));
    }

    void nothingIsSavedOverWhatIsNoAudit()
    {
        QString path = m_folder->filePath(u"there.json"_s);
        QVERIFY(auditsToKeep(path)->isEmpty()); // not there
        write(path, "");
        QVERIFY(auditsToKeep(path)->isEmpty());
        write(path, "my diary");
        const auto diary = auditsToKeep(path);
        QVERIFY(!diary && diary.error().text.contains(path));
        QVERIFY(auditsToKeep(u"/dev/null"_s)->isEmpty());
        QVERIFY(saveEvidence(path = m_folder->filePath(u"audit.json"_s), {seenOn(-1), other(u"b.example"_s)}));
        QCOMPARE(auditsToKeep(path)->size(), 2);
    }

    void thisComputerRemembers()
    {
        const SightingStore store(m_folder->filePath(u"deep/down"_s));
        DomainFacts first = seenOn(-20, "testing");
        QVERIFY(store.carryOn(first));
        QVERIFY(first.history.isEmpty());
        DomainFacts again = seenOn(-10, "testing");
        QVERIFY(store.carryOn(again));
        QCOMPARE(again.history.size(), 1);
        QCOMPARE(store.of(again.domain).size(), 1); // nothing changed
        DomainFacts changed = seenOn(0);
        QVERIFY(store.carryOn(changed));
        QCOMPARE(changed.history.size(), 1);
        QCOMPARE(changed.history.first().first, observedThen().addDays(-20));
        QCOMPARE(changed.history.first().last, observedThen().addDays(-10));
        QCOMPARE(store.of(changed.domain).size(), 2);
        DomainFacts stopped = seenOn(1);
        stopped.cancelled = true;
        QVERIFY(store.carryOn(stopped));
        QCOMPARE(stopped.history.size(), 2);
        QCOMPARE(store.of(changed.domain).size(), 2); // a stopped audit saw nothing for sure
    }

    void aDamagedMemoryBeginsAnew_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x00\xff{", 3);
        QTest::newRow("of another domain") << QByteArray(
            R"({"format":"mta-sts-studio-sightings","version":1,"domain":"a.example","sightings":[]})");
        QTest::newRow("of another version") << QByteArray(
            R"({"format":"mta-sts-studio-sightings","version":2,"domain":"good.example","sightings":[]})");
        // RFC 8259 §4 leaves open which of them counts.
        QTest::newRow("with a member twice") << QByteArray(
            R"({"format":"mta-sts-studio-sightings","version":1,"domain":"good.example","sightings":[],"sightings":[)"
            R"({"first":"2026-01-01T00:00:00Z","last":"2026-01-01T00:00:00Z"}]})");
        QTest::newRow("with a member of a sighting twice")
            << QByteArray(R"({"format":"mta-sts-studio-sightings","version":1,"domain":"good.example","sightings":[)"
                          R"({"first":"2025-01-01T00:00:00Z","first":"2026-01-01T00:00:00Z","last":"2026-01-01T00:00:00Z"}]})");
        QTest::newRow("with a time that is none") << QByteArray(
            R"({"format":"mta-sts-studio-sightings","version":1,"domain":"good.example","sightings":[{"first":"x","last":"x"}]})");
        QTest::newRow("with an end before its beginning")
            << QByteArray(R"({"format":"mta-sts-studio-sightings","version":1,"domain":"good.example","sightings":[)"
                          R"({"first":"2026-02-01T00:00:00Z","last":"2026-01-01T00:00:00Z"}]})");
    }
    void aDamagedMemoryBeginsAnew()
    {
        QFETCH(QByteArray, octets);
        write(m_folder->filePath(u"good.example.json"_s), octets);
        const SightingStore store(m_folder->path());
        QVERIFY(store.of(goodFacts().domain).isEmpty());
        DomainFacts facts = goodFacts();
        QVERIFY(store.carryOn(facts));
        QCOMPARE(store.of(facts.domain).size(), 1);
    }

    void onlySoManyDomainsAreRemembered()
    {
        const SightingStore store(m_folder->path());
        for (int i = 0; i < 4; ++i) {
            DomainFacts facts = other(u"d%1.example"_s.arg(i));
            QVERIFY(store.carryOn(facts));
            QFile file(m_folder->filePath(u"d%1.example.json"_s.arg(i)));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(observedThen().addDays(i), QFileDevice::FileModificationTime));
        }
        store.tidy(2);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{u"d2.example.json"_s, u"d3.example.json"_s}));
        store.forget();
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
    }

    void twentyThousandDomainsAreRemembered()
    {
        const QString memory = u"/dev/shm"_s; // where files cost little
        const QTemporaryDir folder((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/tst_history"_s);
        const auto path = [&](int number) { return folder.filePath(u"d%1.example.json"_s.arg(number)); };
        for (int i = 0; i < 20001; ++i)
            write(path(i), {});
        QFile oldest(path(4711));
        QVERIFY(oldest.open(QIODevice::ReadWrite) && oldest.setFileTime(observedThen(), QFileDevice::FileModificationTime));
        SightingStore(folder.path()).tidy();
        QVERIFY(!oldest.exists());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Unsorted).size(), 20000);
    }

    void whatCannotBeWrittenIsTold()
    {
        DomainFacts facts = goodFacts();
        write(m_folder->filePath(u"file"_s), "x");
        QVERIFY(!SightingStore(m_folder->filePath(u"file"_s)).carryOn(facts));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
