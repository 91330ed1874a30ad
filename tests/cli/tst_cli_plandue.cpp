// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "fakes/factsbuilder.h"
#include "fakes/jsonschema.h"
#include "store/evidence.h"
#include "store/plans.h"
#include <QTemporaryDir>

using namespace mta;

namespace
{

/// The good domain in mode testing since observedThen(); mode enforce is meant.
DomainFacts tested()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, policyText("testing"));
    return facts;
}

Plan toEnforce()
{
    Plan plan = planFromLive(judge(tested(), observedThen())).plan;
    plan.policy->mode = PolicyMode::Enforce;
    plan.id = "next";
    return plan;
}

Plan asItIs()
{
    return planFromLive(judge(goodFacts(), observedThen())).plan;
}

const qint64 twoWeeks = 14 * 86400;

} // namespace

class CommandLinePlanDueTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QJsonObject m_schema;

    QString planFile(const Plan &plan, const QString &name = QStringLiteral("plan.json"))
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        if (!savePlan(path, plan, {}))
            qFatal("cannot save %s", qPrintable(path));
        return path;
    }
    QString evidence(const DomainFacts &facts)
    {
        const QString path = m_folder.filePath(QStringLiteral("evidence.json"));
        if (!saveEvidence(path, {facts}))
            qFatal("cannot save %s", qPrintable(path));
        return path;
    }
    static program::Ran due(qint64 seconds, const QStringList &arguments)
    {
        return program::run(QStringList{QStringLiteral("plan"), QStringLiteral("due"), QStringLiteral("--at"),
                                        observedThen().addSecs(seconds).toString(Qt::ISODate)} +
                            arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/plandue.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_schema = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!m_schema.isEmpty());
    }

    void dueToTheSecond_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("status");
        QTest::newRow("a second before") << twoWeeks - 1 << QString() << 0;
        QTest::newRow("to the second") << twoWeeks << QString() << 1;
        QTest::newRow("a day and a second ahead, within a day") << twoWeeks - 86401 << QStringLiteral("--within 1") << 0;
        QTest::newRow("a year is not too much") << twoWeeks - 1 << QStringLiteral("--within 366") << 1;
        QTest::newRow("a day ahead, within a day") << twoWeeks - 86400 << QStringLiteral("--within 1") << 1;
    }
    void dueToTheSecond()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, typed);
        QFETCH(int, status);
        const program::Ran ran = due(
            seconds, QStringList{planFile(toEnforce()), QStringLiteral("--offline"), QStringLiteral("--format"), QStringLiteral("json")} +
                         typed.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(ran.status, status);
        QCOMPARE(schemaComplaints(ran.json(), m_schema), QStringList());
        QCOMPARE(ran.json()[QLatin1String("due")].toBool(), status == 1);
        const QJsonValue first = ran.json()[QLatin1String("reminders")][0];
        QCOMPARE(first[QLatin1String("at")].toString(), observedThen().addSecs(twoWeeks).toUTC().toString(Qt::ISODate));
        QCOMPARE(first[QLatin1String("kind")].toString(), QStringLiteral("step"));
        QCOMPARE(first[QLatin1String("step")].toInt(), 1);
        QCOMPARE(first[QLatin1String("due")].toBool(), status == 1);
    }

    void theAuditTellsOfCertificates()
    {
        const QStringList typed{planFile(asItIs()), QStringLiteral("--format"), QStringLiteral("json")};
        const program::Ran seen = due(0, typed + QStringList{QStringLiteral("--from"), evidence(goodFacts())});
        QCOMPARE(seen.status, 0);
        QCOMPARE(schemaComplaints(seen.json(), m_schema), QStringList());
        QCOMPARE(seen.json()[QLatin1String("reminders")].toArray().size(), 3);
        QCOMPARE(seen.json()[QLatin1String("observedAt")].toString(), observedThen().toUTC().toString(Qt::ISODate));
        QCOMPARE(due(0, typed + QStringList{QStringLiteral("--offline")}).json()[QLatin1String("reminders")].toArray().size(), 0);
    }

    void textForPeople()
    {
        const QString file = planFile(toEnforce());
        const program::Ran later = due(twoWeeks - 1, {file, QStringLiteral("--offline")});
        QVERIFY2(later.output.contains("Nothing is due.") && later.output.contains("  From ") &&
                     later.output.contains("Move the policy to mode enforce"),
                 later.output.constData());
        const program::Ran now = due(twoWeeks, {file, QStringLiteral("--offline")});
        QVERIFY2(now.output.contains("Since ") && now.output.contains("Serve the file in mode enforce") &&
                     now.output.contains("After that: Announce"),
                 now.output.constData());
        QVERIFY(!now.output.contains('\x1b'));
    }

    /// cron sends what is written: nothing where nothing is due.
    void quietForCron()
    {
        const QStringList typed{planFile(toEnforce()), planFile(asItIs(), QStringLiteral("other.json")), QStringLiteral("--offline"),
                                QStringLiteral("--quiet")};
        const program::Ran nothing = due(twoWeeks - 1, typed);
        QCOMPARE(nothing.status, 0);
        QVERIFY2(nothing.output.isEmpty() && nothing.complaints.isEmpty(), (nothing.output + nothing.complaints).constData());
        const program::Ran one = due(twoWeeks, typed);
        QCOMPARE(one.status, 1);
        QCOMPARE(one.output.count("good.example\n"), 1);
        QVERIFY2(!one.output.contains("After that"), one.output.constData());
    }

    void whatCannotBeToldGoesByTheHistory()
    {
        DomainFacts facts = tested();
        facts.mx.status = AnswerStatus::Timeout;
        const QStringList typed{planFile(toEnforce()), QStringLiteral("--from"), evidence(facts), QStringLiteral("--format"),
                                QStringLiteral("json")};
        const program::Ran before = due(twoWeeks - 1, typed);
        QCOMPARE(before.status, 3);
        QVERIFY(before.complainsInOneLine());
        QCOMPARE(schemaComplaints(before.json(), m_schema), QStringList());
        QVERIFY(!before.json()[QLatin1String("error")].toString().isEmpty());
        QVERIFY(before.json()[QLatin1String("observedAt")].isNull());
        QVERIFY(!before.json()[QLatin1String("reminders")].toArray().isEmpty());
        QCOMPARE(due(twoWeeks, typed).status, 1); // what is due is due
        const program::Ran text = due(twoWeeks, typed.first(3));
        QVERIFY2(text.output.contains("could not be told") && !text.output.contains("Nobody looked"), text.output.constData());
    }

    void anUnusableFileDoesNotHideTheOthers()
    {
        const QString broken = m_folder.filePath(QStringLiteral("broken.json"));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const QStringList typed{broken, planFile(toEnforce()), QStringLiteral("--offline")};
        const program::Ran text = due(twoWeeks, typed);
        QCOMPARE(text.status, 2);
        QVERIFY(text.complaints.contains("broken.json"));
        QVERIFY(text.output.contains("Move the policy to mode enforce"));
        const program::Ran lines = due(twoWeeks, typed + QStringList{QStringLiteral("--format"), QStringLiteral("ndjson")});
        const QByteArrayList objects = lines.output.trimmed().split('\n');
        QCOMPARE(objects.size(), 2);
        for (const QByteArray &line : objects)
            QCOMPARE(schemaComplaints(QJsonDocument::fromJson(line).object(), m_schema), QStringList());
        const QJsonObject first = QJsonDocument::fromJson(objects.first()).object();
        QVERIFY(first[QLatin1String("domain")].isNull() && !first[QLatin1String("due")].toBool());
        QCOMPARE(first[QLatin1String("file")].toString(), broken);
    }

    void helpIsThere()
    {
        const program::Ran ran = program::run({QStringLiteral("plan"), QStringLiteral("due"), QStringLiteral("--help")});
        QCOMPARE(ran.status, 0);
        QFile page(QStringLiteral(SOURCE_DIR "/docs/man/mta-sts.1"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray manual = page.readAll().replace("\\-", "-");
        for (const char *word : {"plan due", "--within", "--quiet", "--offline", "--at", "--from", "--format"})
            QVERIFY2((ran.output.contains(word) || QByteArray(word) == "plan due") && manual.contains(word), word);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *line, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(said);
        };
        row("no plan", "--offline", "Which plan");
        row("days that are none", "PLAN --offline --within soon", "--within");
        row("days before now", "PLAN --offline --within -1", "--within");
        row("more than a year", "PLAN --offline --within 367", "--within");
        row("offline and evidence", "PLAN --offline --from PLAN", "--offline");
        row("a format that there is not", "PLAN --offline --format ics", "--format");
    }
    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, said);
        const program::Ran ran = due(0, line.replace(QLatin1String("PLAN"), planFile(toEnforce())).split(u' '));
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.output.isEmpty());
        QVERIFY2(ran.complaints.contains(said), ran.complaints.constData());
    }
};

QTEST_GUILESS_MAIN(CommandLinePlanDueTest)
#include "tst_cli_plandue.moc"
