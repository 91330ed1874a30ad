// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "fakes/jsonschema.h"
#include "practice/world.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <csignal>

namespace
{

QStringList names()
{
    QStringList result;
    for (const mta::PracticeDomain &domain : mta::practiceDomains())
        result.append(domain.name);
    return result;
}

QString verdictOf(const QJsonObject &object)
{
    return object.value(QLatin1String("verdict")).toString();
}

QString domainOf(const QJsonObject &object)
{
    return object.value(QLatin1String("domain")).toString();
}

QStringList findingsOf(const QJsonObject &object)
{
    QStringList ids;
    for (const QJsonValue &finding : object.value(QLatin1String("findings")).toArray())
        ids.append(finding[QLatin1String("id")].toString());
    return ids;
}

QJsonObject schema()
{
    QFile file(QStringLiteral(SOURCE_DIR "/docs/schema/audit.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no schema");
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString withVerdict(const char *verdict)
{
    for (const mta::PracticeDomain &domain : mta::practiceDomains()) {
        if (domain.verdict == QLatin1String(verdict))
            return domain.name;
    }
    qFatal("no practice domain is %s", verdict);
}

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

/// Makes a saved audit one of so many days ago, with another policy under the same id.
void pretendEarlier(const QString &path, int days)
{
    QJsonObject document = QJsonDocument::fromJson(contentOf(path)).object();
    QJsonObject domain = document.value(QLatin1String("domains")).toArray().at(0).toObject();
    const QDateTime then = QDateTime::fromString(domain.value(QLatin1String("observedAt")).toString(), Qt::ISODateWithMs);
    // Certificates of the practice world are as old as the world: the sighting goes into the history of the saved audit.
    const QByteArray id = domain.value(QLatin1String("sts"))
                              .toObject()
                              .value(QLatin1String("records"))
                              .toArray()
                              .at(0)
                              .toObject()
                              .value(QLatin1String("value"))
                              .toString()
                              .toLatin1()
                              .replace('"', "");
    const QByteArray policy = "version: STSv1\nmode: testing\nmx: former.example\nmax_age: 604800\n";
    const QString time = then.addDays(-days).toString(Qt::ISODateWithMs);
    domain[QLatin1String("history")] = QJsonArray{QJsonObject{{QStringLiteral("first"), time},
                                                              {QStringLiteral("last"), time},
                                                              {QStringLiteral("record"), QString::fromLatin1(id.toBase64())},
                                                              {QStringLiteral("policy"), QString::fromLatin1(policy.toBase64())}}};
    document[QLatin1String("domains")] = QJsonArray{domain};
    writeTo(path, QJsonDocument(document).toJson());
}

QStringList judgedFindings(const QString &file, const QStringList &options = {})
{
    return findingsOf(program::run(QStringList{QStringLiteral("judge"), file, QStringLiteral("--format"), QStringLiteral("json")} + options)
                          .json()
                          .toObject());
}

} // namespace

class CommandLineAuditTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<mta::PracticeWorld> m_world;
    QTemporaryDir m_folder;

    QStringList options() const
    {
        QStringList result{QStringLiteral("--resolver"),     m_world->resolver(),
                           QStringLiteral("--ca-file"),      m_world->caFile(),
                           QStringLiteral("--smtp-port"),    QString::number(m_world->smtpPort()),
                           QStringLiteral("--https-port"),   QString::number(m_world->httpsPort()),
                           QStringLiteral("--allow-private")};
        if (!m_world->trustAnchorFile().isEmpty())
            result += {QStringLiteral("--trust-anchor"), m_world->trustAnchorFile()};
        return result;
    }
    program::Ran audit(const QStringList &more, const QByteArray &input = {}) const
    {
        return program::run(QStringList{QStringLiteral("audit")} + more + options(), input);
    }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        const mta::Result<std::shared_ptr<mta::PracticeWorld>> world = mta::PracticeWorld::start();
        QVERIFY2(static_cast<bool>(world), world ? "" : qPrintable(world.error().text));
        m_world = *world;
    }

    void everyPracticeDomainComesToItsVerdict()
    {
        const program::Ran ran =
            audit({QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("ndjson")},
                  names().join(u'\n').toUtf8());
        const QList<QJsonObject> objects = ran.lines();
        QCOMPARE(objects.size(), mta::practiceDomains().size());
        QHash<QString, QJsonObject> byName;
        for (const QJsonObject &object : objects) {
            byName.insert(domainOf(object), object);
            QCOMPARE(mta::schemaComplaints(object, schema()), QStringList());
        }
        for (const mta::PracticeDomain &domain : mta::practiceDomains()) {
            QVERIFY2(byName.contains(domain.name), qPrintable(domain.name));
            QVERIFY2(verdictOf(byName[domain.name]) == domain.verdict, qPrintable(domain.name + u' ' + verdictOf(byName[domain.name])));
        }
        QCOMPARE(ran.status, 1);
    }

    void oneDomainIsOneObject()
    {
        const program::Ran ran = audit({withVerdict("protected"), QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY(ran.json().isObject());
        QCOMPARE(verdictOf(ran.json().toObject()), QStringLiteral("protected"));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.complaints, QByteArray()); // no progress where there is no terminal
    }

    void severalDomainsAreAnArrayInTheOrderTyped()
    {
        const QStringList typed{withVerdict("unprotected"), withVerdict("protected"), withVerdict("testing"), withVerdict("protected")};
        const program::Ran ran = audit(typed + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
        const QJsonArray array = ran.json().toArray();
        QCOMPARE(array.size(), typed.size());
        for (int i = 0; i < typed.size(); ++i)
            QCOMPARE(domainOf(array[i].toObject()), typed[i]);
    }

    void addressesAndUrlsCountAsTheirDomain()
    {
        const QString domain = withVerdict("protected");
        const QByteArray list = "# a list\n\n" + QByteArray("postmaster@") + domain.toUtf8() + "\r\nhttps://" + domain.toUtf8() + "/x\n";
        const program::Ran ran =
            audit({QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("ndjson")}, list);
        QCOMPARE(ran.lines().size(), 2);
        for (const QJsonObject &object : ran.lines())
            QCOMPARE(domainOf(object), domain);
    }

    void anUnusableLineDoesNotStopTheRun()
    {
        const program::Ran ran = audit({QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("json")},
                                       "no domain at all\n" + withVerdict("protected").toUtf8() + '\n');
        QCOMPARE(ran.status, 2);
        const QJsonArray array = ran.json().toArray();
        QCOMPARE(array.size(), 2);
        QVERIFY(!array[0][QLatin1String("error")].toString().isEmpty());
        QCOMPARE(mta::schemaComplaints(array[0], schema()), QStringList());
        QCOMPARE(verdictOf(array[1].toObject()), QStringLiteral("protected"));
        QVERIFY(ran.complainsInOneLine());
    }

    void exitStatuses_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("failOn");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << withVerdict("protected") << QStringLiteral("error") << 0;
        QTest::newRow("errors") << withVerdict("at-risk") << QStringLiteral("error") << 1;
        QTest::newRow("errors that do not matter") << withVerdict("at-risk") << QStringLiteral("never") << 0;
        QTest::newRow("undetermined that does not matter") << QStringLiteral("busy.example") << QStringLiteral("never") << 0;
        QTest::newRow("undetermined") << QStringLiteral("busy.example") << QStringLiteral("error") << 3;
        QTest::newRow("a note is enough") << QStringLiteral("testing.example") << QStringLiteral("note") << 1;
        QTest::newRow("a note is not enough") << QStringLiteral("testing.example") << QStringLiteral("warning") << 0;
    }

    void exitStatuses()
    {
        QFETCH(QString, domain);
        QFETCH(QString, failOn);
        QFETCH(int, status);
        const program::Ran ran = audit({domain, QStringLiteral("--fail-on"), failOn});
        QVERIFY2(ran.status == status, ran.output.constData());
    }

    void ignoredFindingsDoNotCount()
    {
        const QString domain = QStringLiteral("mx-not-covered.example");
        const QStringList json{domain, QStringLiteral("--format"), QStringLiteral("json")};
        const QJsonObject all = audit(json).json().toObject();
        const QStringList ids = findingsOf(all);
        QVERIFY(ids.contains(QStringLiteral("mx-not-covered")));
        const program::Ran without = audit(json + QStringList{QStringLiteral("--ignore"), ids.join(u',')});
        QVERIFY(findingsOf(without.json().toObject()).isEmpty());
        QCOMPARE(verdictOf(without.json().toObject()), verdictOf(all));
        QCOMPARE(without.status, 0);
    }

    void everyDomainIsTheSameWithoutItsNames_data()
    {
        QTest::addColumn<QString>("domain");
        for (const QString &name : names())
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyDomainIsTheSameWithoutItsNames()
    {
        QFETCH(QString, domain);
        const QString file = path("with-names.json");
        const QString scrubbed = path("without-names.json");
        QFile::remove(file);
        audit({domain, QStringLiteral("--deep"), QStringLiteral("--save"), file});
        const program::Ran ran = program::run({QStringLiteral("scrub"), file, scrubbed});
        QVERIFY2(ran.status == 0, ran.complaints.constData());
        QVERIFY(!contentOf(scrubbed).contains(domain.toUtf8()));
        QCOMPARE(judgedFindings(scrubbed), judgedFindings(file));
    }

    void savedEvidenceIsJudgedTheSame()
    {
        for (const char *verdict : {"protected", "at-risk", "unprotected", "testing"}) {
            const QString file = path(verdict);
            const QJsonObject live =
                audit({withVerdict(verdict), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--save"), file})
                    .json()
                    .toObject();
            QVERIFY(QFile::exists(file));
            QJsonObject again =
                program::run({QStringLiteral("judge"), file, QStringLiteral("--format"), QStringLiteral("json")}).json().toObject();
            QCOMPARE(mta::schemaComplaints(again, schema()), QStringList());
            QCOMPARE(again.take(QLatin1String("file")).toString(), file);
            QCOMPARE(verdictOf(again), QLatin1String(verdict));
            QCOMPARE(again, live);
        }
    }

    void judgedLaterCertificatesHaveExpired()
    {
        const QString file = path("later.json");
        QCOMPARE(audit({QStringLiteral("well-run.example"), QStringLiteral("--save"), file}).status, 0);
        const QStringList judge{QStringLiteral("judge"),    file,
                                QStringLiteral("--format"), QStringLiteral("json"),
                                QStringLiteral("--at"),     QStringLiteral("2099-01-01T00:00:00Z")};
        const program::Ran ran = program::run(judge);
        QVERIFY(findingsOf(ran.json().toObject()).contains(QStringLiteral("policy-cert-expired")));
        QCOMPARE(ran.status, 1);
    }

    void whatChangedIsToldFromAnEarlierAudit()
    {
        const QString domain = withVerdict("protected");
        const QString earlier = path("earlier.json");
        audit({domain, QStringLiteral("--save"), earlier});
        pretendEarlier(earlier, 3);
        const QByteArray before = contentOf(earlier);
        const QString saved = path("now.json");
        const QStringList json{domain, QStringLiteral("--format"), QStringLiteral("json")};
        const program::Ran ran = audit(json + QStringList{QStringLiteral("--history"), earlier, QStringLiteral("--save"), saved});
        QVERIFY(findingsOf(ran.json().toObject()).contains(QStringLiteral("sts-id-unchanged")));
        QCOMPARE(ran.status, 1);
        QCOMPARE(contentOf(earlier), before);
        // What was seen before stands in the new evidence, for all who judge it.
        QVERIFY(judgedFindings(saved).contains(QStringLiteral("sts-id-unchanged")));
        QVERIFY(!findingsOf(audit(json).json().toObject()).contains(QStringLiteral("sts-id-unchanged")));
        // Saved over an earlier audit, its sightings are carried on.
        QCOMPARE(audit({domain, QStringLiteral("--save"), earlier}).status, 1);
        QVERIFY(judgedFindings(earlier).contains(QStringLiteral("sts-id-unchanged")));
        QVERIFY(contentOf(earlier) != before);
    }

    void nothingIsLostByASecondSave()
    {
        const QString file = path("both.json");
        const QStringList typed{withVerdict("protected"), withVerdict("unprotected")};
        for (const QString &domain : typed + typed)
            audit({domain, QStringLiteral("--save"), file});
        const program::Ran ran = program::run({QStringLiteral("judge"), file, QStringLiteral("--format"), QStringLiteral("ndjson")});
        QStringList domains;
        for (const QJsonObject &line : ran.lines())
            domains.append(line.value(QLatin1String("domain")).toString());
        domains.sort();
        QStringList expected = typed;
        expected.sort();
        QCOMPARE(domains, expected);
    }

    void aForeignFileIsNotSavedOver()
    {
        const QString file = path("diary.txt");
        writeTo(file, "my diary");
        const program::Ran ran = audit({QStringLiteral("well-run.example"), QStringLiteral("--save"), file});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complainsInOneLine() && ran.complaints.contains("diary.txt"));
        QCOMPARE(contentOf(file), QByteArray("my diary"));
        const program::Ran history = audit({QStringLiteral("well-run.example"), QStringLiteral("--history"), file});
        QCOMPARE(history.status, 2);
        QVERIFY(history.complainsInOneLine() && history.complaints.contains("diary.txt"));
    }

    void theWarningWindowIsSavedWithTheEvidence()
    {
        const QString file = path("window.json");
        const QString id = QStringLiteral("mx-cert-expires-before-renewal");
        audit({withVerdict("protected"), QStringLiteral("--expiry-days"), QStringLiteral("365"), QStringLiteral("--save"), file});
        QVERIFY(judgedFindings(file).contains(id));
        QVERIFY(!judgedFindings(file, {QStringLiteral("--expiry-days"), QStringLiteral("0")}).contains(id));
        for (const char *wrong : {"366", "-1", "soon"})
            QCOMPARE(program::run({QStringLiteral("judge"), file, QStringLiteral("--expiry-days"), QLatin1String(wrong)}).status, 2);
    }

    void theTimeOfJudgingIsShown()
    {
        const QString file = path("shown.json");
        audit({QStringLiteral("well-run.example"), QStringLiteral("--save"), file});
        const auto judge = [&file](const QString &format, const QString &at) {
            return program::run({QStringLiteral("judge"), file, QStringLiteral("--format"), format, QStringLiteral("--at"), at,
                                 QStringLiteral("--fail-on"), QStringLiteral("never")});
        };
        const QString later = QStringLiteral("2099-01-02T03:04:05+01:00");
        QCOMPARE(judge(QStringLiteral("json"), later).json().toObject().value(QLatin1String("judgedAt")).toString(),
                 QStringLiteral("2099-01-02T02:04:05.000Z"));
        for (const char *format : {"text", "html"})
            QVERIFY2(judge(QLatin1String(format), later).output.contains("2099"), format);
        const QJsonObject now =
            program::run({QStringLiteral("judge"), file, QStringLiteral("--format"), QStringLiteral("json")}).json().toObject();
        QCOMPARE(now.value(QLatin1String("judgedAt")), now.value(QLatin1String("observedAt")));
    }

    void severalDomainsAreSavedInAFolder()
    {
        const QStringList typed{withVerdict("protected"), withVerdict("unprotected")};
        const QString folder = path("saved");
        audit(typed + QStringList{QStringLiteral("--save"), folder});
        QStringList files;
        for (const QString &name : typed)
            files.append(folder + u'/' + name + QLatin1String(".json"));
        const program::Ran ran =
            program::run(QStringList{QStringLiteral("judge")} + files + QStringList{QStringLiteral("--format"), QStringLiteral("ndjson")});
        QCOMPARE(ran.lines().size(), typed.size());
    }

    void judgingRubbishIsAClearSentence()
    {
        QFile file(path("rubbish.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"not\": \"evidence\"");
        file.close();
        const program::Ran ran =
            program::run({QStringLiteral("judge"), file.fileName(), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complainsInOneLine());
        QVERIFY(!ran.json()[QLatin1String("error")].toString().isEmpty());
        QCOMPARE(mta::schemaComplaints(ran.json(), schema()), QStringList());
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray();
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
        QTest::newRow("text") << QStringLiteral("text") << QByteArray();
    }

    void everyFormatIsWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const QString file = m_folder.filePath(QLatin1String("report.") + format);
        const program::Ran ran =
            audit({withVerdict("at-risk"), withVerdict("protected"), QStringLiteral("--format"), format, QStringLiteral("--output"), file});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.output, QByteArray());
        QCOMPARE(ran.complaints, QByteArray());
        QFile report(file);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray content = report.readAll();
        QVERIFY(content.size() > 200);
        QVERIFY(content.startsWith(begins));
        if (format != QLatin1String("pdf")) { // which is compressed
            QVERIFY(content.contains(withVerdict("at-risk").toUtf8()));
            QVERIFY(!content.contains('\x1b'));
        }
        const program::Ran toOutput = audit({withVerdict("protected"), QStringLiteral("--format"), format});
        QVERIFY(toOutput.output.startsWith(begins));
    }

    void controlCStopsWithWhatIsKnown()
    {
        QUdpSocket silent; // a resolver that never answers
        QVERIFY(silent.bind(QHostAddress::LocalHost));
        QProcess process;
        process.setProcessEnvironment(program::environment());
        process.start(program::path,
                      {QStringLiteral("audit"), QStringLiteral("a.example"), QStringLiteral("b.example"), QStringLiteral("--format"),
                       QStringLiteral("json"), QStringLiteral("--resolver"), QStringLiteral("127.0.0.1:%1").arg(silent.localPort()),
                       QStringLiteral("--timeout"), QStringLiteral("600")});
        QVERIFY(process.waitForStarted());
        QTest::qWait(500);
        QElapsedTimer clock;
        clock.start();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10000));
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        const QJsonDocument document = QJsonDocument::fromJson(process.readAllStandardOutput());
        QVERIFY(document.isArray());
        for (const QJsonValue &domain : document.array())
            QCOMPARE(verdictOf(domain.toObject()), QStringLiteral("undetermined"));
    }

    void aReaderThatGoesAwayEndsTheRunQuietly()
    {
        QFile list(path("list"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(names().join(u'\n').toUtf8());
        list.close();
        QString line = QStringLiteral("\"$0\" \"$@\" | head -n 1");
        QProcess shell;
        shell.setProcessEnvironment(program::environment());
        shell.start(QStringLiteral("sh"),
                    QStringList{QStringLiteral("-c"), line, program::path, QStringLiteral("audit"), QStringLiteral("--from"),
                                list.fileName(), QStringLiteral("--format"), QStringLiteral("ndjson")} +
                        options());
        QVERIFY(shell.waitForFinished(60000));
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(CommandLineAuditTest)
#include "tst_cli_audit.moc"
