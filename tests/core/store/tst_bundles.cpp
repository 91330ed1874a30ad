// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "store/bundles.h"

#include "store/plans.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;

namespace
{

const QList<BundleFile> files{{QStringLiteral("a.txt"), "a"}, {QStringLiteral("deep/er/.b"), "b\r\n"}};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void write(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
}

} // namespace

class TestBundles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNewFolderAppearsWhole();
    void aFolderThatIsThereKeepsWhatItHolds();
    void nothingIsWrittenOverWithoutLeave();
    void theSameAgainIsNoTrouble();
    void anArchiveIsWritten();
    void aFileInPlaceOfTheFolderStays();
    void noHalfFolderIsLeft();
    void plansOfAnyKindAreExportedOrRefused();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList entries() const { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBundles::aNewFolderAppearsWhole()
{
    QVERIFY(!saveBundle(path("new/folder/"), files)); // the parent is made as well
    QCOMPARE(content(path("new/folder/a.txt")), QByteArray("a"));
    QCOMPARE(content(path("new/folder/deep/er/.b")), QByteArray("b\r\n"));
    QCOMPARE(QDir(path("new")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral("folder")});
    QVERIFY(!QFileInfo(path("new/folder")).permissions().testFlag(QFile::WriteOther));
}

void TestBundles::aFolderThatIsThereKeepsWhatItHolds()
{
    write(path("there/mine.txt"), "mine");
    QVERIFY(!saveBundle(path("there"), files));
    QCOMPARE(content(path("there/mine.txt")), QByteArray("mine"));
    QCOMPARE(content(path("there/a.txt")), QByteArray("a"));
}

void TestBundles::nothingIsWrittenOverWithoutLeave()
{
    write(path("there/deep/er/.b"), "mine");
    const std::optional<Error> error = saveBundle(path("there"), files);
    QVERIFY(error);
    QVERIFY2(error->text.contains(QLatin1String("deep/er/.b")), qPrintable(error->text));
    QCOMPARE(content(path("there/deep/er/.b")), QByteArray("mine"));
    QCOMPARE(content(path("there/a.txt")), QByteArray("not there")); // not even the others
    QVERIFY(!saveBundle(path("there"), files, Overwrite::Allowed));
    QCOMPARE(content(path("there/deep/er/.b")), QByteArray("b\r\n"));
}

void TestBundles::theSameAgainIsNoTrouble()
{
    QVERIFY(!saveBundle(path("folder"), files));
    QVERIFY(!saveBundle(path("folder"), files));
}

void TestBundles::anArchiveIsWritten()
{
    QVERIFY(!saveBundle(path("plan.ZIP"), files));
    const QByteArray archive = content(path("plan.ZIP"));
    QVERIFY(archive.startsWith("PK\3\4") && archive.contains("plan/deep/er/.b"));
    QVERIFY(saveBundle(path("plan.ZIP"), files));
    QCOMPARE(content(path("plan.ZIP")), archive);
    QVERIFY(!saveBundle(path("plan.ZIP"), files.first(1), Overwrite::Allowed));
    QVERIFY(content(path("plan.ZIP")) != archive);
}

void TestBundles::aFileInPlaceOfTheFolderStays()
{
    write(path("file"), "mine");
    QVERIFY(saveBundle(path("file"), files, Overwrite::Allowed));
    QCOMPARE(content(path("file")), QByteArray("mine"));
    QVERIFY(saveBundle(path("file/below"), files));
}

void TestBundles::noHalfFolderIsLeft()
{
    const QList<BundleFile> impossible = files + QList<BundleFile>{{QStringLiteral("a.txt/below"), "a file is no folder"}};
    QVERIFY(saveBundle(path("folder"), impossible));
    QCOMPARE(entries(), QStringList());
}

void TestBundles::plansOfAnyKindAreExportedOrRefused()
{
    const QDir corpus(QStringLiteral(SOURCE_DIR "/tests/corpus/plan"));
    int whole = 0;
    for (const QString &name : corpus.entryList(QDir::Files)) {
        const Result<Plan> plan = readUnfinishedPlan(content(corpus.filePath(name)));
        if (!plan)
            continue;
        QVERIFY(!checklist(*plan).isEmpty());
        const Result<QList<BundleFile>> exported = exportBundle(*plan);
        QCOMPARE(bool(exported), bool(readPlan(content(corpus.filePath(name)))));
        if (!exported)
            continue;
        ++whole;
        QVERIFY(!saveBundle(path("out/") + name, *exported));
    }
    QVERIFY(whole > 0);
}

QTEST_GUILESS_MAIN(TestBundles)
#include "tst_bundles.moc"
