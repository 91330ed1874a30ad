// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "deploy/changes.h"
#include "fakes/factsbuilder.h"
#include "fakes/jsonschema.h"
#include "store/evidence.h"
#include "store/plans.h"
#include <QTemporaryDir>

using namespace mta;

namespace
{

/// The plan of the good domain, as it is.
Plan goodPlan()
{
    return planFromLive(judge(goodFacts(), observedThen())).plan;
}

QStringList kinds(const QJsonValue &report)
{
    QStringList found;
    for (const QJsonValue &step : report[QLatin1String("steps")].toArray())
        found.append(step[QLatin1String("kind")].toString());
    return found;
}

} // namespace

class CommandLinePlanStepsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_at = observedThen().toString(Qt::ISODate);

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
    program::Ran steps(const QStringList &arguments)
    {
        return program::run(QStringList{QStringLiteral("plan"), QStringLiteral("steps"), QStringLiteral("--at"), m_at} + arguments);
    }

private Q_SLOTS:
    void changesBecomeSteps_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *change, const char *expected) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(expected);
        };
        row("add-mx mx3.good.example", "publish-policy publish-record add-mx");
        row("remove-mx mx2.good.example", "remove-mx retire-mx publish-policy publish-record");
        row("replace-mx in.provider.example", "publish-policy publish-record add-mx remove-mx retire-mx publish-policy publish-record");
        row("enforce", "");
        row("testing", "publish-policy publish-record");
        row("max-age 86400", "publish-policy publish-record");
        row("remove", "publish-policy publish-record remove-record remove-policy");
    }
    void changesBecomeSteps()
    {
        QFETCH(QString, change);
        QFETCH(QString, expected);
        QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/plansteps.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
        const QStringList typed =
            QStringList{planFile(goodPlan()), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--for")} +
            change.split(u' ');
        for (const QStringList &source :
             {QStringList{QStringLiteral("--offline")}, QStringList{QStringLiteral("--from"), evidence(goodFacts())}}) {
            const program::Ran ran = steps(typed + source);
            QVERIFY2(ran.status == 0, ran.complaints.constData());
            QCOMPARE(schemaComplaints(ran.json(), schema), QStringList());
            QCOMPARE(kinds(ran.json()).join(u' '), expected);
        }
    }

    /// What else is different between plan and domain is not part of the change.
    void oneChangeIsNothingElse()
    {
        Plan plan = goodPlan();
        plan.reports.clear();
        const QStringList typed{planFile(plan), QStringLiteral("--from"), evidence(goodFacts()), QStringLiteral("--format"),
                                QStringLiteral("json")};
        QCOMPARE(kinds(steps(typed).json()), QStringList{QStringLiteral("remove-reports")});
        QCOMPARE(kinds(steps(typed + QStringList{QStringLiteral("--for"), QStringLiteral("enforce")}).json()), QStringList());
    }

    /// Who publishes from here has looked at the mail servers before.
    void thePublishersJournalTellsSinceWhenTheMailServersAre()
    {
        const Plan live = goodPlan();
        Plan narrow = live;
        narrow.id = "narrow";
        narrow.policy->mx = QStringList{QStringLiteral("*.good.example")}; // those of the former patterns may be remembered
        const QString planPath = planFile(narrow);
        const QStringList typed{planPath, QStringLiteral("--from"), evidence(goodFacts()), QStringLiteral("--format"),
                                QStringLiteral("json")};
        const auto notBefore = [&] {
            for (const QJsonValue &step : steps(typed).json()[QLatin1String("steps")].toArray()) {
                if (step[QLatin1String("kind")].toString() == QLatin1String("publish-policy"))
                    return step[QLatin1String("notBefore")].toString();
            }
            return QString();
        };
        QCOMPARE(notBefore(), observedThen().addDays(1).toString(Qt::ISODate));
        QStringList hosts;
        for (const IntendedMx &mx : live.mx)
            hosts.append(mx.host);
        hosts.sort();
        const QJsonObject journal{{QStringLiteral("journalVersion"), 1},
                                  {QStringLiteral("domain"), live.domain.ascii},
                                  {QStringLiteral("mx"), QJsonArray::fromStringList(hosts)},
                                  {QStringLiteral("mxSince"), observedThen().addDays(-2).toString(Qt::ISODateWithMs)}};
        QFile file(planPath + QLatin1String(".journal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(journal).toJson());
        file.close();
        QCOMPARE(notBefore(), observedThen().toString(Qt::ISODate));
        QVERIFY(file.remove());
    }

    void theEvidenceTellsWhatIsMissing()
    {
        const QString plan = planFile(goodPlan());
        const QString bare = evidence(factsWithoutSts());
        const QJsonValue report = steps({plan, QStringLiteral("--from"), bare, QStringLiteral("--format"), QStringLiteral("json")}).json();
        QVERIFY2(kinds(report).contains(QLatin1String("publish-policy")), qPrintable(kinds(report).join(u' ')));
        QCOMPARE(report[QLatin1String("conditions")].toArray().size(), 9); // mode enforce is meant
        QCOMPARE(report[QLatin1String("ready")].toString(), QStringLiteral("not-met"));
    }

    void textAndCalendar()
    {
        const QStringList typed{planFile(goodPlan()), QStringLiteral("--offline"), QStringLiteral("--for"), QStringLiteral("add-mx"),
                                QStringLiteral("mx3.good.example")};
        const program::Ran text = steps(typed);
        QCOMPARE(text.status, 0);
        QVERIFY(text.output.contains("3. Publish the new MX records"));
        const program::Ran calendar = steps(typed + QStringList{QStringLiteral("--format"), QStringLiteral("ics")});
        QCOMPARE(calendar.status, 0);
        QVERIFY(calendar.output.startsWith("BEGIN:VCALENDAR\r\n"));
        QCOMPARE(calendar.output.count("BEGIN:VEVENT\r\n"), 3);
        const program::Ran ends =
            steps({typed.first(), QStringLiteral("--from"), evidence(goodFacts()), QStringLiteral("--format"), QStringLiteral("ics")});
        QCOMPARE(ends.output.count("BEGIN:VEVENT\r\n"), 3); // the certificates of the policy host and the mail servers
    }

    void helpIsThere()
    {
        const program::Ran ran = program::run({QStringLiteral("plan"), QStringLiteral("steps"), QStringLiteral("--help")});
        QCOMPARE(ran.status, 0);
        QFile page(QStringLiteral(SOURCE_DIR "/docs/man/mta-sts.1"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray manual = page.readAll().replace("\\-", "-");
        for (const char *option : {"--for", "--offline", "--at", "--mx-ttl", "--format", "--from"})
            QVERIFY2(ran.output.contains(option) && manual.contains(option), option);
        for (const QString &change : changeNames())
            QVERIFY2(ran.output.contains(change.toLatin1()) && manual.contains(change.toLatin1()), qPrintable(change));
    }

    void whatWouldLoseMailIsRefused()
    {
        Plan plan = goodPlan();
        plan.mx.append({30, QStringLiteral("mx3.good.example")});
        const program::Ran ran = steps({planFile(plan), QStringLiteral("--offline")});
        QCOMPARE(ran.status, 1);
        QVERIFY(ran.output.contains("mx3.good.example"));
    }

    void whatCannotBeToldIsNoStep()
    {
        DomainFacts facts = goodFacts();
        facts.mx.status = AnswerStatus::Timeout;
        const program::Ran ran = steps({planFile(goodPlan()), QStringLiteral("--from"), evidence(facts)});
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.complainsInOneLine());
        QVERIFY(ran.output.isEmpty());
    }

    void aTtlMayBeAWeek() { QCOMPARE(steps({planFile(goodPlan()), u"--offline"_qs, u"--mx-ttl"_qs, u"604800"_qs}).status, 0); }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *line, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(said);
        };
        row("no plan", "--offline", "Which plan");
        row("a plan that is not there", "/nowhere/plan.json --offline", "/nowhere/plan.json");
        row("a change that there is not", "PLAN --offline --for more-mx", "add-mx");
        row("a change without what belongs to it", "PLAN --offline --for add-mx", "Name at least one");
        row("two plans", "PLAN PLAN --offline", "One plan at a time");
        row("a time that is none", "PLAN --offline --at soon", "--at");
        row("a TTL that is none", "PLAN --offline --mx-ttl week", "--mx-ttl");
        row("a TTL of more than a week", "PLAN --offline --mx-ttl 604801", "--mx-ttl");
        row("a format that there is not", "PLAN --offline --format pdf", "--format");
        row("offline and evidence", "PLAN --offline --from PLAN", "--offline");
        row("evidence that is none", "PLAN --from PLAN", "plan.json");
    }
    void wrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, said);
        const program::Ran ran = steps(line.replace(QLatin1String("PLAN"), planFile(goodPlan())).split(u' '));
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.output.isEmpty());
        QVERIFY2(ran.complaints.contains(said), ran.complaints.constData());
    }
};

QTEST_GUILESS_MAIN(CommandLinePlanStepsTest)
#include "tst_cli_plansteps.moc"
