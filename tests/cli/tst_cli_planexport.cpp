// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "deploy/bundle.h"
#include "fakes/goodplan.h"
#include "store/plans.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mta;

class CommandLinePlanTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }
    program::Ran exported(const QStringList &more) const
    {
        return program::run(QStringList{QStringLiteral("plan"), QStringLiteral("export"), path("good.json")} + more);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(savePlan(path("good.json"), goodPlan(), {}));
    }

    void everythingGoesIntoAFolder()
    {
        const program::Ran ran = exported({QStringLiteral("--output"), path("out")});
        QCOMPARE(ran.complaints, QByteArray());
        QCOMPARE(ran.status, 0);
        const QByteArray plan = planText(goodPlan());
        const Result<QList<BundleFile>> files = exportBundle(goodPlan(), {{}, {{QStringLiteral("plan.json"), plan}}});
        for (const BundleFile &file : *files)
            QCOMPARE(content(path("out/") + file.path), file.content);
        QCOMPARE(*readPlan(content(path("out/plan.json"))), goodPlan());
    }

    void thePlanOnPaperComesWhereItIsWished()
    {
        QCOMPARE(exported({QStringLiteral("-o"), path("without")}).status, 0);
        QVERIFY(!QFile::exists(path("without/plan.pdf")));
        const program::Ran ran = exported({QStringLiteral("-o"), path("with"), QStringLiteral("--pdf")});
        QCOMPARE(ran.complaints, QByteArray());
        QCOMPARE(ran.status, 0);
        QVERIFY(content(path("with/plan.pdf")).startsWith("%PDF-"));
        const program::Ran nowhere = exported({QStringLiteral("--records"), QStringLiteral("bind"), QStringLiteral("--pdf")});
        QCOMPARE(nowhere.status, 2);
        QVERIFY2(nowhere.complaints.contains("--output"), nowhere.complaints.constData());
    }

    void oneZipTheSameEveryTime()
    {
        QCOMPARE(exported({QStringLiteral("-o"), path("a.zip")}).status, 0);
        QDir().mkdir(path("b"));
        QCOMPARE(exported({QStringLiteral("-o"), path("b/a.zip")}).status, 0);
        QVERIFY(content(path("a.zip")).startsWith("PK"));
        QCOMPARE(content(path("b/a.zip")), content(path("a.zip")));
    }

    void nothingIsOverwrittenUnlessForced()
    {
        QCOMPARE(exported({QStringLiteral("-o"), path("out"), QStringLiteral("--records"), QStringLiteral("bind")}).status, 0);
        QFile file(path("out/records/first/records.zone"));
        QVERIFY(file.open(QIODevice::Append) && file.write("mine") == 4);
        file.close();
        const program::Ran ran = exported({QStringLiteral("-o"), path("out")});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.complainsInOneLine() && ran.complaints.contains("records.zone"), ran.complaints.constData());
        QVERIFY(!QFile::exists(path("out/records/first/records.txt")));
        QCOMPARE(exported({QStringLiteral("-o"), path("out"), QStringLiteral("--force")}).status, 0);
        QVERIFY(!content(path("out/records/first/records.zone")).contains("mine"));
        QVERIFY(QFile::exists(path("out/records/first/records.txt")));
    }

    void oneFormatIsPrinted()
    {
        for (const ZoneFormatInfo &info : zoneFormats()) {
            const program::Ran ran = exported({QStringLiteral("--records"), QLatin1String(info.name)});
            QCOMPARE(ran.status, 0);
            QCOMPARE(ran.output, *zoneText(info.format, zoneRecords(goodPlan()), QStringLiteral("good.example")));
        }
    }

    void theHelpNamesEveryFormat()
    {
        const QByteArray help = program::run({QStringLiteral("plan"), QStringLiteral("export"), QStringLiteral("--help")}).output;
        for (const ZoneFormatInfo &info : zoneFormats())
            QVERIFY2(help.contains(info.name), info.name);
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *words, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(words).split(u' ') << QByteArray(said);
        };
        row("no plan", "plan export --output x", "Name one plan");
        row("two plans", "plan export a b --output x", "Name one plan");
        row("nowhere to", "plan export a", "--output");
        row("several forms without a place", "plan export a --records bind,paste", "--output");
        row("no such form", "plan export a --records excel", "terraform-route53");
        row("a plan that is not there", "plan export /nowhere/plan.json --output x", "/nowhere/plan.json");
    }

    void wrongUsageIsSaid()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, said);
        const program::Ran ran = program::run(words);
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.output, QByteArray());
        QVERIFY2(ran.complaints.contains(said), ran.complaints.constData());
    }
};

QTEST_GUILESS_MAIN(CommandLinePlanTest)
#include "tst_cli_planexport.moc"
