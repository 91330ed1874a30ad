// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "../cli/program.h"
#include "realupdates.h"

#include "fakes/jsonschema.h"
#include "fakes/testca.h"
#include "fakes/tlsserver.h"
#include "publish/journal.h"
#include "publish/undo.h"
#include "store/plans.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace mta;
using namespace mta::fakes;
using namespace std::chrono_literals;
using program::Ran;

namespace
{

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

Plan plan(const QByteArray &id, PolicyMode mode)
{
    Plan result;
    result.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    result.policy = PolicyTerms{mode, std::chrono::seconds(86400), {QStringLiteral("mx.example.com")}, {}};
    result.id = id;
    result.mx = {{10, QStringLiteral("mx.example.com")}};
    result.reports = {"mailto:tls@example.com"};
    result.hosting.server = PolicyServer::Nginx;
    result.hosting.addresses = {QHostAddress(QHostAddress::LocalHost)};
    return result;
}

} // namespace

/// `mta-sts plan publish` against a real name server, with a web server that serves the folder it writes to.
class PlanPublishTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RealUpdateServer> m_dns;
    std::unique_ptr<TlsServer> m_web;
    std::unique_ptr<Identity> m_root;
    QByteArray m_served; ///< in place of the file, when not empty
    QByteArray m_secret;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString policyFile() const { return path("www/.well-known/mta-sts.txt"); }
    void save(const Plan &plan) const
    {
        QFile::remove(path("plan.json"));
        const Result<QByteArray> saved = savePlan(path("plan.json"), plan, {});
        if (!saved)
            qFatal("%s", qPrintable(saved.error().text));
    }
    QStringList where() const
    {
        return {QStringLiteral("--dns"),        QStringLiteral("127.0.0.1:%1").arg(m_dns->port()),
                QStringLiteral("--key-file"),   path("key"),
                QStringLiteral("--folder"),     path("www"),
                QStringLiteral("--https-port"), QString::number(m_web->port()),
                QStringLiteral("--ca-file"),    path("ca.pem"),
                QStringLiteral("--resolver"),   QStringLiteral("127.0.0.1:%1").arg(m_dns->port()),
                QStringLiteral("--wait"),       QStringLiteral("3")};
    }
    Ran publish(const QStringList &more = {}) const
    {
        const Ran ran = program::run(QStringList{QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json")} + where() + more, {},
                                     {{QStringLiteral("MTA_DEBUG"), QStringLiteral("1")}});
        // Whatever is said or written, the secret is not in it.
        for (const QByteArray &text : {ran.output, ran.complaints, contents(path("plan.json")), contents(path("plan.json.undo"))}) {
            if (text.contains(m_secret) || text.contains(QByteArray::fromBase64(m_secret)))
                qFatal("the secret was shown");
        }
        if (more.contains(QStringLiteral("json"))) {
            const QJsonDocument schema =
                QJsonDocument::fromJson(contents(QStringLiteral(SOURCE_DIR "/docs/schema/planpublish.schema.json")));
            for (const QString &complaint : schemaComplaints(ran.json(), schema.object()))
                qFatal("%s", qPrintable(complaint));
        }
        return ran;
    }
    /// As if the mail servers had been seen as they are for two days.
    void ageMailServers() const
    {
        Result<PublishJournal> journal = storedJournal(path("plan.json"), plan({}, PolicyMode::Testing).domain);
        if (!journal || !journal->mxSince.isValid())
            qFatal("no look at the mail servers was written down");
        PublishJournal older = *journal;
        older.mxSince = older.mxSince.addDays(-2);
        if (!keepJournal(path("plan.json"), older))
            qFatal("the journal cannot be kept");
    }
    /// Makes these the records of the zone's name and type.
    void put(const char *owner, RecordType type, const QByteArrayList &values) const
    {
        const UpdateServer server = m_dns->server(TsigAlgorithm::HmacSha256);
        const ZoneView view = lookAtZone(server, {{QLatin1String(owner), type}}, {QDeadlineTimer(10000), {}});
        RecordChanges changes{view.sets, view.sets.value(0).records, {}};
        for (const QByteArray &value : values)
            changes.add.append(*exactRecord({QLatin1String(owner), std::chrono::seconds(300), type, value, 0}));
        if (!publishRecords(server, changes, {QDeadlineTimer(10000), {}}).verified)
            qFatal("the zone cannot be changed");
    }
    void startDns(int kind)
    {
        m_dns.reset();
        m_dns = std::make_unique<RealUpdateServer>(static_cast<RealUpdateServer::Kind>(kind));
        if (!m_dns->running())
            qFatal("%s", qPrintable(m_dns->error()));
    }
    static void bothServers()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("BIND") << static_cast<int>(RealUpdateServer::Bind);
        QTest::newRow("Knot") << static_cast<int>(RealUpdateServer::Knot);
    }
    QByteArrayList records(const char *owner, RecordType type) const
    {
        QByteArrayList texts;
        const ZoneView view =
            lookAtZone(m_dns->server(TsigAlgorithm::HmacSha256), {{QLatin1String(owner), type}}, {QDeadlineTimer(10000), {}});
        for (const ExactSet &set : view.sets) {
            for (const ExactRecord &record : set.records)
                texts.append(type == RecordType::Txt ? joinedText(record) : record.data.toHex());
        }
        return texts;
    }
    QByteArrayList announced() const { return records("_mta-sts.example.com", RecordType::Txt); }

private Q_SLOTS:
    void init()
    {
        const QString missing = RealUpdateServer::missing(RealUpdateServer::Bind);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_folder = std::make_unique<QTemporaryDir>();
        m_dns = std::make_unique<RealUpdateServer>(RealUpdateServer::Bind);
        QVERIFY2(m_dns->running(), qPrintable(m_dns->error()));
        QDir().mkpath(path("www"));
        m_root = std::make_unique<Identity>(rootAuthority(QStringLiteral("Publish Root")));
        write(path("ca.pem"), m_root->certificatePem());
        const TsigKey key = m_dns->server(TsigAlgorithm::HmacSha256).key;
        write(path("key"), tsigKeyText(key).octets().toByteArray());
        m_secret = key.secret.octets().toByteArray().toBase64();
        m_served.clear();
        const TlsOptions options{
            .chain = {issue({.commonName = QStringLiteral("mta-sts.example.com"), .dnsNames = {QStringLiteral("mta-sts.example.com")}},
                            *m_root)}};
        m_web = std::make_unique<TlsServer>([this, options](TlsPeer &peer) {
            if (!peer.startTls(options))
                return;
            peer.readUntil("\r\n\r\n");
            const QByteArray body = m_served.isEmpty() ? contents(policyFile()) : m_served;
            peer.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size()) +
                       "\r\nConnection: close\r\n\r\n" + body);
            peer.close();
        });
        save(plan("1", PolicyMode::Testing));
    }
    void cleanup()
    {
        m_web.reset();
        m_dns.reset();
    }

    void aPlanIsShownPublishedChangedAndTakenBack()
    {
        // Dry run: everything is said and nothing done.
        Ran ran = publish({QStringLiteral("--dry-run")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.output.contains("+ _mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=1;\""), ran.output.constData());
        QVERIFY2(ran.output.contains("+ mode: testing"), ran.output.constData());
        QVERIFY(ran.output.contains("Nothing was changed."));
        QVERIFY(announced().isEmpty());
        QVERIFY(!QFile::exists(policyFile()));
        QVERIFY(!QFile::exists(path("plan.json.undo")));

        ran = publish({QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=1;"});
        QCOMPARE(records("_smtp._tls.example.com", RecordType::Txt).size(), 1);
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"7f000001"});
        QVERIFY(contents(policyFile()).startsWith("version: STSv1\r\nmode: testing\r\n"));
        Result<PlanFile> file = loadPlan(path("plan.json"));
        QVERIFY(file);
        QCOMPARE(file->plan.published.size(), 1);
        QCOMPARE(file->plan.published.first().id, QByteArray("1"));

        ran = publish({QStringLiteral("--yes")});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.output.contains("There is nothing to change."));

        Plan next = plan("2", PolicyMode::Enforce);
        next.published = file->plan.published;
        save(next);
        // The mail servers may be as they are for a moment only.
        const QStringList typed{QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")};
        ran = publish(typed);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.complaints.contains("resolvers may remember other MX records"), ran.complaints.constData());
        QVERIFY2(ran.complaints.contains("--mx-unchanged"), ran.complaints.constData());
        QCOMPARE(ran.json()[QLatin1String("status")].toString(), QStringLiteral("refused"));
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("too-early"));
        const QDateTime notBefore =
            QDateTime::fromString(ran.json()[QLatin1String("refusal")][QLatin1String("notBefore")].toString(), Qt::ISODate);
        QVERIFY(std::abs(QDateTime::currentDateTimeUtc().addDays(1).secsTo(notBefore)) < 60);
        QVERIFY(contents(policyFile()).contains("testing"));
        QVERIFY(publish({QStringLiteral("--dry-run"), QStringLiteral("--mx-unchanged")}).output.contains("enforce")); // somebody knows
        ageMailServers();
        ran = publish(typed);
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(ran.json()[QLatin1String("status")].toString(), QStringLiteral("published"));
        QCOMPARE(ran.json()[QLatin1String("dns")][QLatin1String("zone")].toString(), QStringLiteral("example.com"));
        QCOMPARE(ran.json()[QLatin1String("dns")][QLatin1String("add")].toArray().size(), 1);
        QCOMPARE(ran.json()[QLatin1String("policy")][QLatin1String("changed")].toBool(), true);
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=2;"});
        file = loadPlan(path("plan.json"));
        QCOMPARE(file->plan.published.size(), 2);
        QVERIFY(file->plan.published.first().until.isValid());

        ran = publish({QStringLiteral("--roll-back"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.json()[QLatin1String("action")].toString(), QStringLiteral("roll-back"));
        ran = publish({QStringLiteral("--roll-back")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.output.contains("- mode: enforce") && ran.output.contains("+ mode: testing"), ran.output.constData());
        ran = publish({QStringLiteral("--roll-back"), QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=1;"});
        QVERIFY(contents(policyFile()).contains("testing"));
        QVERIFY(!QFile::exists(path("plan.json.undo")));
        QCOMPARE(loadPlan(path("plan.json"))->plan.published.last().id, QByteArray("1"));
        ran = publish({QStringLiteral("--roll-back"), QStringLiteral("--yes")});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.complaints.contains("nothing to take back"));
    }

    void withoutATerminalNobodyIsAsked()
    {
        const Ran ran = publish();
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.complaints.contains("--yes"), ran.complaints.constData());
        QVERIFY(announced().isEmpty());
        QVERIFY(!QFile::exists(policyFile()));
    }

    void onATerminalAClearYesIsNeeded_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("published");
        QTest::newRow("yes") << QByteArray("yes\n") << true;
        QTest::newRow("y") << QByteArray("y\n") << true;
        QTest::newRow("no") << QByteArray("no\n") << false;
        QTest::newRow("nothing") << QByteArray("\n") << false;
        QTest::newRow("something else") << QByteArray("yesterday\n") << false;
    }
    void onATerminalAClearYesIsNeeded()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, published);
        if (QStandardPaths::findExecutable(QStringLiteral("script")).isEmpty())
            QSKIP("the package bsdutils is not installed");
        QStringList command{program::path, QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json")};
        command += where();
        QProcess process;
        process.setProcessEnvironment(program::environment());
        process.start(QStringLiteral("script"), {QStringLiteral("-qec"), command.join(u' '), QStringLiteral("/dev/null")});
        QByteArray output;
        const QDeadlineTimer deadline(30000);
        while (!output.contains("[y/N]") && !deadline.hasExpired() && process.waitForReadyRead(1000))
            output += process.readAll();
        QVERIFY2(output.contains("Publish all this? [y/N]"), output.constData());
        process.write(answer);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), published ? 0 : 1);
        QCOMPARE(announced().isEmpty(), !published);
        QCOMPARE(QFile::exists(policyFile()), published);
    }

    void aRecordIsNotChangedBeforeThePolicyIsServed()
    {
        m_served = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";
        Ran ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.json()[QLatin1String("failedStep")].toString(), QStringLiteral("served"));
        QVERIFY2(ran.complaints.contains("127.0.0.1 shows another policy"), ran.complaints.constData());
        QVERIFY(announced().isEmpty());
        QVERIFY(QFile::exists(policyFile()));
        // All that was done is taken back.
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--roll-back")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY(!QFile::exists(policyFile()));
        QVERIFY(records("mta-sts.example.com", RecordType::A).isEmpty());
        QVERIFY(records("_smtp._tls.example.com", RecordType::Txt).isEmpty());
        // And whoever knows better says so.
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--no-wait")});
        QCOMPARE(ran.status, 0);
        QCOMPARE(announced().size(), 1);
    }

    void whatWentOnAfterAFailureIsTakenBackAsAWhole()
    {
        m_served = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 3);
        // The policy was to be had for a moment, so senders may remember it.
        QCOMPARE(loadPlan(path("plan.json"))->plan.published.size(), 1);
        m_served.clear();
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        QCOMPARE(announced().size(), 1);
        QCOMPARE(loadPlan(path("plan.json"))->plan.published.size(), 1);
        // Not without the folder, where something has to be taken back, too.
        const Ran partly = program::run(QStringList{QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json"),
                                                    QStringLiteral("--roll-back"), QStringLiteral("--yes")} +
                                        where().first(4));
        QCOMPARE(partly.status, 2);
        QVERIFY2(partly.complaints.contains("Name all the places"), partly.complaints.constData());
        QCOMPARE(publish({QStringLiteral("--yes"), QStringLiteral("--roll-back")}).status, 0);
        QVERIFY(announced().isEmpty());
        QVERIFY(!QFile::exists(policyFile()));
        QVERIFY(records("mta-sts.example.com", RecordType::A).isEmpty());
        QVERIFY(loadPlan(path("plan.json"))->plan.published.first().until.isValid());
    }

    void aRecordIsNotChangedWhereTheCertificateIsWrong()
    {
        write(path("ca.pem"), rootAuthority(QStringLiteral("Another Root")).certificatePem());
        const Ran ran = publish({QStringLiteral("--yes")});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.complaints.contains("certificate"), ran.complaints.constData());
        QVERIFY(announced().isEmpty());
    }

    void anIdThatDidNotChangeIsCaught()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        save(plan("1", PolicyMode::Enforce));
        const Ran ran = publish({QStringLiteral("--yes")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.complaints.contains("new id"), ran.complaints.constData());
        QVERIFY(contents(policyFile()).contains("testing"));
    }

    void anIdThatStoodForAnotherPolicyIsCaughtWhereTheRecordIsNotLookedAt()
    {
        Plan again = plan("1", PolicyMode::Enforce);
        again.published = {{QDateTime::currentDateTimeUtc().addDays(-1), {}, "1", *plan("1", PolicyMode::Testing).policy}};
        save(again);
        const Ran ran = program::run({QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json"), QStringLiteral("--folder"),
                                      path("www"), QStringLiteral("--yes")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.complaints.contains("new id"), ran.complaints.constData());
        QVERIFY(!QFile::exists(policyFile()));
    }

    void whatOthersChangedIsNotTakenBack()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        write(policyFile(), "somebody else's");
        Ran ran = publish({QStringLiteral("--yes"), QStringLiteral("--roll-back")});
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.complaints.contains("has been changed since"));
        QCOMPARE(contents(policyFile()), QByteArray("somebody else's"));
        QCOMPARE(announced().size(), 1);
    }

    void aPlanWithoutPolicyTakesItsRecordAway()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        Plan gone = plan({}, PolicyMode::Testing);
        gone.policy.reset();
        save(gone);
        QStringList arguments{QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json"), QStringLiteral("--yes")};
        Ran ran;
        for (const QStringList &places : {where(), where().first(4), where().mid(4)}) {
            ran = program::run(arguments + places);
            QCOMPARE(ran.status, 1); // senders may still hold the policy
            QVERIFY2(ran.complaints.contains("mode none"), ran.complaints.constData());
        }
        QCOMPARE(announced().size(), 1);
        QVERIFY(QFile::exists(policyFile()));
        gone.published = {
            {QDateTime::currentDateTimeUtc().addDays(-100), {}, "9", {PolicyMode::None, std::chrono::seconds(86400), {}, {}}}};
        save(gone);
        QFile::remove(path("plan.json.journal")); // which knows better
        ran = program::run(arguments + where().first(4));
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY(announced().isEmpty());
        QCOMPARE(records("mta-sts.example.com", RecordType::A).size(), 1);
    }

    /// RFC 8461 §8.3, to the end: mode none, and when all is over first the record goes and then the file; and back.
    void whoLeavesTakesRecordAndFileAway()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        Plan none = loadPlan(path("plan.json"))->plan;
        none.policy = PolicyTerms{PolicyMode::None, std::chrono::seconds(86400), {}, {}};
        none.id = "2";
        save(none);
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        Plan gone = loadPlan(path("plan.json"))->plan;
        gone.policy.reset();
        gone.id.clear();
        save(gone);
        Ran ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("too-early"));
        QVERIFY(QFile::exists(policyFile()));
        gone.published.first().from = gone.published.first().from.addDays(-3);
        gone.published.first().until = gone.published.first().until.addDays(-3);
        gone.published.last().from = gone.published.first().until;
        save(gone);
        ran = publish({QStringLiteral("--dry-run")});
        QVERIFY2(ran.output.contains("is removed:") && ran.output.contains("- mode: none"), ran.output.constData());
        QVERIFY2(ran.output.contains("- _mta-sts.example.com."), ran.output.constData());
        QVERIFY(QFile::exists(policyFile()));
        ran = publish({QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        const qsizetype record = ran.output.indexOf("Changing the record _mta-sts");
        QVERIFY2(record >= 0 && record < ran.output.indexOf("taking it away"), ran.output.constData());
        QVERIFY(announced().isEmpty());
        QVERIFY(!QFile::exists(policyFile()));
        QVERIFY(loadPlan(path("plan.json"))->plan.published.last().until.isValid());
        QVERIFY(publish({QStringLiteral("--yes")}).output.contains("There is nothing to change."));
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--roll-back")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=2;"});
        QVERIFY(contents(policyFile()).contains("mode: none"));
    }

    /// What the planner says: mail servers of today are looked at, in the zone or with the resolver.
    void aPolicyThatDropsAMailServerIsRefused()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        ageMailServers();
        Plan next = loadPlan(path("plan.json"))->plan;
        next.id = "2";
        next.policy->mode = PolicyMode::Enforce;
        next.policy->mx = QStringList{QStringLiteral("mx2.example.com")};
        next.mx = {{10, QStringLiteral("mx2.example.com")}};
        save(next);
        Ran ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("impossible"));
        QVERIFY2(ran.complaints.contains("Mail goes to mx.example.com today"), ran.complaints.constData());
        const QStringList typed{QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json"), QStringLiteral("--yes")};
        ran = program::run(typed + where().mid(4)); // the folder alone
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.complaints.contains("Mail goes to mx.example.com today"), ran.complaints.constData());
        QVERIFY(contents(policyFile()).contains("testing"));
        // Nobody answers: it cannot be told.
        ran = program::run(
            typed + QStringList{QStringLiteral("--folder"), path("www"), QStringLiteral("--resolver"), QStringLiteral("127.0.0.1:1")});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.complaints.contains("could not be found out"), ran.complaints.constData());
        QVERIFY(contents(policyFile()).contains("testing"));
    }

    /// While a record leads senders to the policy, its host moves to where it is served only.
    void namesDoNotLeadToAHostThatDoesNotServe()
    {
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        Plan next = loadPlan(path("plan.json"))->plan;
        next.hosting.addresses = {QHostAddress(QStringLiteral("127.0.0.9"))};
        save(next);
        Ran ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.json()[QLatin1String("failedStep")].toString(), QStringLiteral("served"));
        QVERIFY2(ran.complaints.contains("127.0.0.9"), ran.complaints.constData());
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"7f000001"});
        // With another policy at once senders could get the former one under the new id.
        next.id = "2";
        next.policy->maxAge = std::chrono::seconds(172800);
        save(next);
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--no-wait"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("another-step"));
        // It moves alone, and the former host is remembered for a while.
        next.id = "1";
        next.policy->maxAge = std::chrono::seconds(86400);
        save(next);
        QCOMPARE(publish({QStringLiteral("--yes"), QStringLiteral("--no-wait")}).status, 0);
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"7f000009"});
        next = loadPlan(path("plan.json"))->plan;
        next.id = "2";
        next.policy->maxAge = std::chrono::seconds(172800);
        save(next);
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--no-wait"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("too-early"));
        QVERIFY2(ran.complaints.contains("former records of the policy host"), ran.complaints.constData());
    }

    void recordsThatThePlanHasNoMoreGo_data() { bothServers(); }
    void recordsThatThePlanHasNoMoreGo()
    {
        QFETCH(int, kind);
        if (const QString missing = RealUpdateServer::missing(static_cast<RealUpdateServer::Kind>(kind)); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        startDns(kind);
        const IntendedTlsa former{QStringLiteral("mx.example.com"), {3, 1, 1, QByteArray(32, 'a')}};
        const IntendedTlsa fresh{former.host, {3, 1, 1, QByteArray(32, 'b')}};
        const char *owner = "_25._tcp.mx.example.com";
        const QByteArray others = "3 1 1 " + QByteArray(32, 'x').toHex();
        put("mta-sts.example.com", RecordType::Aaaa, {"2001:db8::1"});
        put("_25._tcp.mx9.example.com", RecordType::Tlsa, {others});
        Plan next = plan("1", PolicyMode::Testing);
        next.tlsa = {former};
        save(next);
        Ran ran = publish({QStringLiteral("--dry-run")});
        QVERIFY2(ran.output.contains("- mta-sts.example.com. 300 IN AAAA 2001:db8::1"), ran.output.constData());
        // Nobody met TLSA records of this mail server before, and nobody looked at its keys.
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("new-keys"));
        QVERIFY2(ran.complaints.contains("--new-keys-in-use"), ran.complaints.constData());
        QCOMPARE(publish({QStringLiteral("--yes"), QStringLiteral("--new-keys-in-use")}).status, 0);
        QVERIFY(records("mta-sts.example.com", RecordType::Aaaa).isEmpty());
        QCOMPARE(records(owner, RecordType::Tlsa).size(), 1);

        const auto change = [this](const QList<IntendedTlsa> &tlsa) {
            Plan changed = loadPlan(path("plan.json"))->plan;
            changed.tlsa = tlsa;
            save(changed);
        };
        // RFC 7671 §8.1: the former record stays beside until the keys are switched.
        change({fresh});
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QLatin1String("refusal")][QLatin1String("reason")].toString(), QStringLiteral("former-keys"));
        change({former, fresh});
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        QCOMPARE(records(owner, RecordType::Tlsa).size(), 2);
        change({fresh});
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 1);
        QCOMPARE(records(owner, RecordType::Tlsa).size(), 2);
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--new-keys-in-use")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(records(owner, RecordType::Tlsa), QByteArrayList{"030101" + fresh.record.data.toHex()});

        // None is meant to be there any more: those that came from here go, those of others when somebody says so.
        change({});
        ran = publish({QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY2(ran.output.toLower().contains("- _25._tcp.mx.example.com. 3600 in tlsa 3 1 1 " + fresh.record.data.toHex()),
                 ran.output.constData());
        QVERIFY(records(owner, RecordType::Tlsa).isEmpty());
        QVERIFY(publish({QStringLiteral("--yes")}).output.contains("There is nothing to change."));
        QCOMPARE(records("_25._tcp.mx9.example.com", RecordType::Tlsa).size(), 1);
        QCOMPARE(publish({QStringLiteral("--yes"), QStringLiteral("--tlsa-of"), QStringLiteral("MX9.example.com.")}).status, 0);
        QVERIFY(records("_25._tcp.mx9.example.com", RecordType::Tlsa).isEmpty());
    }

    /// They stand in for a name that has none of its own, and are not that name's to change.
    void recordsForAllNamesAreLeftAlone_data() { bothServers(); }
    void recordsForAllNamesAreLeftAlone()
    {
        QFETCH(int, kind);
        startDns(kind);
        put("*.example.com", RecordType::A, {"192.0.2.9"});
        put("*.example.com", RecordType::Txt, {"v=spf1 -all"});
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"c0000209"});
        Ran ran = publish({QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY2(!ran.output.contains("192.0.2.9"), ran.output.constData());
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"7f000001"});
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=1;"});
        QCOMPARE(publish().status, 0); // nothing more to change
        ran = publish({QStringLiteral("--roll-back"), QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"c0000209"});
        QCOMPARE(announced(), QByteArrayList{"v=spf1 -all"});
        // What they say already need not be said once more.
        put("*.example.com", RecordType::A, {"127.0.0.1"});
        ran = publish({QStringLiteral("--dry-run")});
        QVERIFY2(!ran.output.contains("IN A 127.0.0.1"), ran.output.constData());
    }

    /// The process is killed when the record stands and before the plan knows.
    void whatWasCutOffEntersTheHistory()
    {
        const QByteArray before = contents(path("plan.json"));
        QCOMPARE(publish({QStringLiteral("--yes")}).status, 0);
        write(path("plan.json"), before);
        QVERIFY(loadPlan(path("plan.json"))->plan.published.isEmpty());
        const Ran ran = publish({QStringLiteral("--yes")});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.output.contains("There is nothing to change."));
        const QList<Publication> published = loadPlan(path("plan.json"))->plan.published;
        QCOMPARE(published.size(), 1);
        QCOMPARE(published.first().id, QByteArray("1"));
    }

    /// Killed while it waits for the policy to be served; the plan is another one then.
    void whatWasKilledAndGoesOnOtherwiseIsTakenBackAsAWhole()
    {
        put("mta-sts.example.com", RecordType::A, {"192.0.2.9"});
        m_served = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";
        QProcess process;
        process.setProcessEnvironment(program::environment());
        process.start(program::path,
                      QStringList{QStringLiteral("plan"), QStringLiteral("publish"), path("plan.json"), QStringLiteral("--yes")} + where() +
                          QStringList{QStringLiteral("--wait"), QStringLiteral("60")});
        QByteArray output;
        const QDeadlineTimer deadline(30000);
        while (!output.contains("Looking whether") && !deadline.hasExpired() && process.waitForReadyRead(1000))
            output += process.readAll();
        QVERIFY2(output.contains("Looking whether"), output.constData());
        process.kill();
        QVERIFY(process.waitForFinished(10000));
        QVERIFY(loadPlan(path("plan.json"))->plan.published.isEmpty());
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"7f000001"});

        m_served.clear();
        Plan other = plan("2", PolicyMode::Testing);
        other.policy->maxAge = std::chrono::seconds(172800);
        other.ttl = std::chrono::seconds(600);
        other.reports = {"mailto:other@example.com"};
        save(other);
        Ran ran = publish({QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        // Whoever came by in between may hold the first one.
        const QList<Publication> published = loadPlan(path("plan.json"))->plan.published;
        QCOMPARE(published.size(), 2);
        QCOMPARE(published.first().id, QByteArray("1"));
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--roll-back")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY(!QFile::exists(policyFile()));
        QVERIFY(announced().isEmpty());
        QVERIFY(records("_smtp._tls.example.com", RecordType::Txt).isEmpty());
        QCOMPARE(records("mta-sts.example.com", RecordType::A), QByteArrayList{"c0000209"});
        QVERIFY(loadPlan(path("plan.json"))->plan.published.last().until.isValid());
    }

    void whatIsRefusedIsSaidInOneSentence_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *line, int status, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(line) << status << QString::fromLatin1(says);
        };
        row("no plan", "--dns {dns} --key-file {key}", 2, "Name its file");
        row("no place", "{plan}", 2, "--folder or --sftp");
        row("two places", "{plan} --folder x --sftp h:/x", 2, "exclude each other");
        row("no key", "{plan} --dns {dns}", 2, "--key or --key-file");
        row("two keys", "{plan} --dns {dns} --key a --key-file b", 2, "--key or --key-file");
        row("no address", "{plan} --dns ns.example.com --key-file {key}", 2, "not the address of a DNS server");
        row("a key that is not there", "{plan} --dns {dns} --key-file nowhere", 2, "Cannot read the key file");
        row("another zone", "{plan} --dns {dns} --key-file {key} --zone example.net", 2, "is not in the zone");
        row("a zone that the server does not have", "{plan} --dns {dns} --key-file {key} --zone com", 3, "zone com");
        row("nobody there", "{plan} --dns 127.0.0.1:1 --key-file {key} --zone example.com", 3, "cannot be reached");
        row("a wrong place", "{plan} --sftp -oProxyCommand=x:/y", 2, "no place for sftp");
        row("yes and no", "{plan} --folder x --yes --dry-run", 2, "exclude each other");
        row("TLSA records of no mail server", "{plan} --folder x --tlsa-of a..b", 2, "--tlsa-of");
        row("a folder that is not there", "{plan} --folder {plan}/x --yes", 2, "There is no folder");
    }
    void whatIsRefusedIsSaidInOneSentence()
    {
        QFETCH(QString, line);
        QFETCH(int, status);
        QFETCH(QString, says);
        line.replace(QLatin1String("{plan}"), path("plan.json"))
            .replace(QLatin1String("{key}"), path("key"))
            .replace(QLatin1String("{dns}"), QStringLiteral("127.0.0.1:%1").arg(m_dns->port()));
        const Ran ran = program::run(QStringList{QStringLiteral("plan"), QStringLiteral("publish")} + line.split(u' '));
        QVERIFY2(ran.complaints.contains(says.toUtf8()), ran.complaints.constData());
        QVERIFY2(ran.complainsInOneLine(), ran.complaints.constData());
        QCOMPARE(ran.status, status);
        QVERIFY(announced().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlanPublishTest)
#include "tst_planpublish.moc"
