// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "fakes/jsonschema.h"
#include "practice/world.h"
#include "store/plans.h"
#include <QDir>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
}

QJsonObject schema()
{
    return QJsonDocument::fromJson(contentOf(QStringLiteral(SOURCE_DIR "/docs/schema/plancheck.schema.json"))).object();
}

/// "policy", of an object of plan check
QJsonObject rowOf(const QJsonObject &checked, const QString &item)
{
    for (const QJsonValue &row : checked.value("rows"_L1).toArray()) {
        if (row["item"_L1].toString() == item)
            return row.toObject();
    }
    return {};
}

} // namespace

class CommandLinePlanTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<mta::PracticeWorld> m_world;
    QTemporaryDir m_folder;
    QString m_good; ///< a practice domain that is protected

    QString path(const QString &name) const { return m_folder.filePath(name); }
    program::Ran live(const QString &command, const QStringList &more) const
    {
        QStringList options{u"--resolver"_s,     m_world->resolver(),
                            u"--ca-file"_s,      m_world->caFile(),
                            u"--smtp-port"_s,    QString::number(m_world->smtpPort()),
                            u"--https-port"_s,   QString::number(m_world->httpsPort()),
                            u"--dns-port"_s,     QString::number(m_world->dnsPort()),
                            u"--allow-private"_s};
        if (!m_world->trustAnchorFile().isEmpty())
            options += {u"--trust-anchor"_s, m_world->trustAnchorFile()};
        return program::run(command.split(u' ') + more + options);
    }
    /// A plan of the good domain under this name.
    QString newPlan(const QString &name)
    {
        const QString file = path(name);
        const program::Ran ran = program::run({u"plan"_s, u"new"_s, m_good, u"--from"_s, path(u"evidence.json"_s), u"--output"_s, file});
        if (ran.status != 0)
            qFatal("%s", ran.complaints.constData());
        return file;
    }
    /// Changes the plan in a file.
    static void change(const QString &file, const std::function<void(mta::Plan &)> &how)
    {
        mta::Plan plan = mta::loadPlan(file)->plan;
        how(plan);
        writeTo(file, mta::planText(plan));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const mta::Result<std::shared_ptr<mta::PracticeWorld>> world = mta::PracticeWorld::start();
        QVERIFY2(static_cast<bool>(world), world ? "" : qPrintable(world.error().text));
        m_world = *world;
        for (const mta::PracticeDomain &domain : mta::practiceDomains()) {
            if (m_good.isEmpty() && domain.verdict == "protected"_L1)
                m_good = domain.name;
        }
        QVERIFY(live(u"audit"_s, {m_good, u"--save"_s, path(u"evidence.json"_s)}).status >= 0);
        QVERIFY(QFile::exists(path(u"evidence.json"_s)));
    }

    void aPlanOfALiveDomainIsAllAsPlanned()
    {
        const QString file = path(u"live.json"_s);
        const program::Ran made = live(u"plan new"_s, {m_good, u"--output"_s, file});
        QVERIFY2(made.status == 0, made.complaints.constData());
        QVERIFY(made.output.contains("live.json"));
        const mta::Result<mta::PlanFile> plan = mta::loadPlan(file);
        QVERIFY(plan);
        QCOMPARE(plan->plan.domain.ascii, m_good);
        QVERIFY(plan->plan.policy && !plan->plan.mx.isEmpty() && !plan->plan.hosting.addresses.isEmpty());
        QCOMPARE(plan->plan.published.size(), 1);

        const program::Ran checked = live(u"plan check"_s, {file, u"--format"_s, u"json"_s});
        const QJsonObject object = checked.json().toObject();
        QVERIFY2(checked.status == 0, checked.output.constData());
        QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
        QCOMPARE(object.value("file"_L1).toString(), file);
        for (const QJsonValue &row : object.value("rows"_L1).toArray())
            QCOMPARE(row["state"_L1].toString(), u"same"_s);
        QVERIFY(object.value("rows"_L1).toArray().size() >= 6);
        const program::Ran text = live(u"plan check"_s, {file});
        QCOMPARE(text.status, 0);
        QVERIFY2(text.output.contains("as planned") && !text.output.contains("to publish"), text.output.constData());
    }

    void everyPracticeDomainCanBeAdopted()
    {
        QStringList files;
        QList<QString> left; ///< domains of which something cannot be planned
        for (const mta::PracticeDomain &domain : mta::practiceDomains()) {
            const QString file = path(domain.name + u".plan.json"_s);
            const program::Ran made = live(u"plan new"_s, {domain.name, u"--output"_s, file});
            if (made.status == 3)
                continue; // its DNS fails
            QVERIFY2(made.status == 0, made.complaints.constData());
            files.append(file);
            if (made.output.contains("Not in the plan"))
                left.append(domain.name);
        }
        QVERIFY(files.size() > mta::practiceDomains().size() / 2);
        const program::Ran ran = live(u"plan check"_s, files + QStringList{u"--format"_s, u"ndjson"_s});
        const QList<QJsonObject> objects = ran.lines();
        QCOMPARE(objects.size(), files.size());
        for (qsizetype i = 0; i < objects.size(); ++i) {
            QCOMPARE(mta::schemaComplaints(objects.at(i), schema()), QStringList());
            QCOMPARE(objects.at(i).value("file"_L1).toString(), files.at(i));
            if (objects.at(i).value("domain"_L1).toString().startsWith("id-unchanged"_L1)) { // its policy changes from one look to the next
                const QJsonArray notes = rowOf(objects.at(i), u"policy"_s).value("notes"_L1).toArray();
                QVERIFY(!notes.isEmpty() && notes.last()["id"_L1].toString() == "id-is-the-same"_L1);
                continue;
            }
            for (const QJsonValue &row : objects.at(i).value("rows"_L1).toArray()) {
                const QString state = row["state"_L1].toString();
                const bool good = state == "same"_L1 || state == "not-tested"_L1 || row["item"_L1].toString().endsWith("certificate"_L1) ||
                                  left.contains(objects.at(i).value("domain"_L1).toString());
                QVERIFY2(good, QJsonDocument(row.toObject()).toJson().constData());
            }
        }
    }

    void whatIsNotAsPlannedIsToldWithWhatToPublish()
    {
        const QString file = newPlan(u"changed.json"_s);
        change(file, [](mta::Plan &plan) {
            plan.policy->maxAge = std::chrono::seconds(86399);
            plan.reports = {"mailto:other@example.com"};
            plan.mx.append({7, u"mx9.example.com"_s});
        });
        const QStringList from{u"--from"_s, path(u"evidence.json"_s)};
        const program::Ran ran = program::run(QStringList{u"plan"_s, u"check"_s, file, u"--format"_s, u"json"_s} + from);
        QCOMPARE(ran.status, 1);
        const QJsonObject object = ran.json().toObject();
        QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
        const QJsonObject policy = rowOf(object, u"policy"_s);
        QCOMPARE(policy.value("state"_L1).toString(), u"differs"_s);
        QVERIFY(policy.value("publish"_L1).toString().contains("max_age: 86399\r\n"_L1));
        bool marked = false;
        for (const QJsonValue &line : policy.value("lines"_L1).toArray()) {
            if (line["planned"_L1].toString() != "max_age: 86399"_L1)
                continue;
            marked = true;
            QCOMPARE(line["state"_L1].toString(), u"differs"_s);
            QCOMPARE(line["difference"_L1]["planned"_L1]["offset"_L1].toInt(), 9);
            QCOMPARE(line["difference"_L1]["planned"_L1]["length"_L1].toInt(), 5);
        }
        QVERIFY(marked);
        QCOMPARE(rowOf(object, u"tls-rpt"_s).value("publish"_L1).toString(), u"v=TLSRPTv1; rua=mailto:other@example.com"_s);

        const program::Ran text = program::run(QStringList{u"plan"_s, u"check"_s, file} + from);
        QCOMPARE(text.status, 1);
        QVERIFY2(text.output.contains("{+") && text.output.contains("7 mx9.example.com."), text.output.constData());
        QVERIFY(!text.output.contains('\x1b'));

        const program::Ran csv = program::run(QStringList{u"plan"_s, u"check"_s, file, u"--format"_s, u"csv"_s} + from);
        QCOMPARE(csv.status, 1);
        QCOMPARE(csv.output.count("\r\n"), object.value("rows"_L1).toArray().size() + 1);
        QVERIFY(csv.output.contains(",tls-rpt,"));

        const program::Ran pdf =
            program::run(QStringList{u"plan"_s, u"check"_s, file, u"--format"_s, u"pdf"_s, u"--output"_s, path(u"plan.pdf"_s)} + from);
        QCOMPARE(pdf.status, 1);
        QVERIFY(pdf.output.isEmpty());
        QVERIFY2(contentOf(path(u"plan.pdf"_s)).startsWith("%PDF-"), pdf.complaints.constData());
    }

    void whatIsLiveIsAdopted()
    {
        const QString file = newPlan(u"adopt.json"_s);
        const QByteArray asLive = contentOf(file);
        const QStringList from{u"--from"_s, path(u"evidence.json"_s)};
        change(file, [](mta::Plan &plan) { plan.notes = u"kept"_s, plan.ttl = std::chrono::seconds(60), plan.mx.clear(); });
        const QByteArray before = contentOf(file);
        const program::Ran dry = program::run(QStringList{u"plan"_s, u"adopt"_s, file, u"--dry-run"_s} + from);
        QCOMPARE(dry.status, 0);
        QVERIFY(dry.output.contains("--dry-run"));
        QCOMPARE(contentOf(file), before);
        const program::Ran ran = program::run(QStringList{u"plan"_s, u"adopt"_s, file} + from);
        QVERIFY2(ran.status == 0, ran.complaints.constData());
        QVERIFY(ran.output.contains("not planned") && ran.output.contains("is now what is live"));
        mta::Plan adopted = mta::loadPlan(file)->plan;
        QCOMPARE(adopted.notes, u"kept"_s);
        QCOMPARE(adopted.ttl.count(), 60);
        adopted.notes.clear();
        adopted.ttl = mta::Plan().ttl;
        QCOMPARE(mta::planText(adopted), asLive);
        const QByteArray once = contentOf(file);
        QVERIFY(program::run(QStringList{u"plan"_s, u"adopt"_s, file} + from).output.contains("needs no change"));
        QCOMPARE(contentOf(file), once);
    }

    void nothingIsOverwritten()
    {
        const QString file = newPlan(u"there.json"_s);
        const QByteArray before = contentOf(file);
        const program::Ran ran = program::run({u"plan"_s, u"new"_s, u"other.example"_s, u"--output"_s, file});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complainsInOneLine());
        QCOMPARE(contentOf(file), before);
    }

    void aPlanCanGoToStandardOutput()
    {
        const program::Ran ran = program::run({u"plan"_s, u"new"_s, m_good, u"--from"_s, path(u"evidence.json"_s), u"--output"_s, u"-"_s});
        QCOMPARE(ran.status, 0);
        const mta::Result<mta::Plan> plan = mta::readPlan(ran.output);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text));
        QCOMPARE(plan->domain.ascii, m_good);
    }

    void whatCouldNotBeTestedIsNeitherGoodNorBad()
    {
        // Nobody answers at this address: the DNS tells nothing.
        const QString file = newPlan(u"silent.json"_s);
        const program::Ran ran = program::run(
            {u"plan"_s, u"check"_s, file, u"--resolver"_s, u"127.0.0.1:1"_s, u"--timeout"_s, u"1"_s, u"--format"_s, u"json"_s});
        QCOMPARE(ran.status, 3);
        const QJsonObject object = ran.json().toObject();
        QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
        QVERIFY(!object.value("different"_L1).toBool() && object.value("notTested"_L1).toBool());
        const program::Ran made = program::run(
            {u"plan"_s, u"new"_s, m_good, u"--resolver"_s, u"127.0.0.1:1"_s, u"--timeout"_s, u"1"_s, u"--output"_s, path(u"none.json"_s)});
        QCOMPARE(made.status, 3);
        QVERIFY(made.complainsInOneLine());
        QVERIFY(!QFile::exists(path(u"none.json"_s)));
    }

    void controlCStopsWithWhatIsKnown()
    {
        QUdpSocket silent; // a resolver that never answers
        QVERIFY(silent.bind(QHostAddress::LocalHost));
        QStringList files;
        for (int i = 0; i < 3; ++i) {
            files.append(newPlan(u"stopped%1.json"_s.arg(i)));
            change(files.last(), [i](mta::Plan &plan) { plan.domain = *mta::parseDomainName(u"a%1.example"_s.arg(i)), plan.zone.clear(); });
        }
        QProcess process;
        process.setProcessEnvironment(program::environment());
        process.start(program::path, QStringList{u"plan"_s, u"check"_s} + files +
                                         QStringList{u"--format"_s, u"ndjson"_s, u"--jobs"_s, u"1"_s, u"--timeout"_s, u"600"_s,
                                                     u"--resolver"_s, u"127.0.0.1:%1"_s.arg(silent.localPort())});
        QVERIFY(process.waitForStarted());
        QTest::qWait(500);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        QCOMPARE(process.readAllStandardError(), QByteArray());
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), 3); // also those whose turn never came
        for (const QByteArray &line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
            QVERIFY(object.value("notTested"_L1).toBool() && !object.value("different"_L1).toBool());
        }
    }

    void unusableFilesDoNotStopTheOthers()
    {
        const QString good = newPlan(u"one.json"_s);
        const QString bad = path(u"bad.json"_s);
        writeTo(bad, "{\"planVersion\": 1, \"domain\": \"good.example\", \"tll\": 1}");
        const program::Ran ran = program::run(
            {u"plan"_s, u"check"_s, bad, good, path(u"absent.json"_s), u"--from"_s, path(u"evidence.json"_s), u"--format"_s, u"ndjson"_s});
        QCOMPARE(ran.status, 2);
        const QList<QJsonObject> objects = ran.lines();
        QCOMPARE(objects.size(), 3);
        for (const QJsonObject &object : objects)
            QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
        QVERIFY(objects.at(0).value("error"_L1).toString().contains("/tll"_L1));
        QVERIFY(objects.at(1).value("error"_L1).isNull());
        QVERIFY(!objects.at(1).value("rows"_L1).toArray().isEmpty());
        QVERIFY(objects.at(2).value("error"_L1).toString().contains("no file"_L1));
        QCOMPARE(ran.complaints.count('\n'), 2);
    }

    void wrongUsageIsTold_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("no domain") << QStringList{u"plan"_s, u"new"_s};
        QTest::newRow("two domains") << QStringList{u"plan"_s, u"new"_s, u"a.example"_s, u"b.example"_s};
        QTest::newRow("not a domain") << QStringList{u"plan"_s, u"new"_s, u"-- "_s, u"a b"_s};
        QTest::newRow("no plan to check") << QStringList{u"plan"_s, u"check"_s};
        QTest::newRow("no plan to adopt into") << QStringList{u"plan"_s, u"adopt"_s};
        QTest::newRow("a format that there is not") << QStringList{u"plan"_s, u"check"_s, u"a"_s, u"--format"_s, u"html"_s};
        QTest::newRow("no more than the word") << QStringList{u"plan"_s};
        QTest::newRow("a timeout that is none") << QStringList{u"plan"_s, u"new"_s, u"a.example"_s, u"--timeout"_s, u"never"_s};
        QTest::newRow("evidence that is none") << QStringList{u"plan"_s, u"new"_s, u"a.example"_s, u"--from"_s, u"/dev/null"_s};
    }
    void wrongUsageIsTold()
    {
        QFETCH(QStringList, line);
        const program::Ran ran = program::run(line);
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.output.isEmpty());
        QVERIFY2(ran.complaints.startsWith("mta-sts: "), ran.complaints.constData());
    }

    void evidenceOfAnotherDomainIsOfNoUse()
    {
        const program::Ran ran = program::run(
            {u"plan"_s, u"new"_s, u"other.example"_s, u"--from"_s, path(u"evidence.json"_s), u"--output"_s, path(u"x.json"_s)});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complaints.contains("holds no audit of other.example"));
    }
};

QTEST_GUILESS_MAIN(CommandLinePlanTest)
#include "tst_cli_plan.moc"
