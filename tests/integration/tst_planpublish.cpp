// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "../cli/program.h"
#include "realupdates.h"

#include "fakes/testca.h"
#include "fakes/tlsserver.h"
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

void put(const QString &path, const QByteArray &text)
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
        return ran;
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
        put(path("ca.pem"), m_root->certificatePem());
        const TsigKey key = m_dns->server(TsigAlgorithm::HmacSha256).key;
        put(path("key"), tsigKeyText(key).octets().toByteArray());
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
        ran = publish({QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(ran.json()[QLatin1String("status")].toString(), QStringLiteral("published"));
        QCOMPARE(ran.json()[QLatin1String("dns")][QLatin1String("zone")].toString(), QStringLiteral("example.com"));
        QCOMPARE(ran.json()[QLatin1String("dns")][QLatin1String("add")].toArray().size(), 1);
        QCOMPARE(ran.json()[QLatin1String("policy")][QLatin1String("changed")].toBool(), true);
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=2;"});
        file = loadPlan(path("plan.json"));
        QCOMPARE(file->plan.published.size(), 2);
        QVERIFY(file->plan.published.first().until.isValid());

        ran = publish({QStringLiteral("--roll-back")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.output.contains("- mode: enforce") && ran.output.contains("+ mode: testing"), ran.output.constData());
        ran = publish({QStringLiteral("--roll-back"), QStringLiteral("--yes")});
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QCOMPARE(announced(), QByteArrayList{"v=STSv1; id=1;"});
        QVERIFY(contents(policyFile()).contains("testing"));
        QVERIFY(!QFile::exists(path("plan.json.undo")));
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
        put(path("ca.pem"), rootAuthority(QStringLiteral("Another Root")).certificatePem());
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
        put(policyFile(), "somebody else's");
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
        QCOMPARE(program::run(arguments + where()).status, 2); // there is no file to be written
        Ran ran = program::run(arguments + where().first(4));
        QCOMPARE(ran.status, 1); // senders may still hold the policy
        QVERIFY2(ran.complaints.contains("mode none"), ran.complaints.constData());
        QCOMPARE(announced().size(), 1);
        gone.published = {
            {QDateTime::currentDateTimeUtc().addDays(-100), {}, "9", {PolicyMode::None, std::chrono::seconds(86400), {}, {}}}};
        save(gone);
        ran = program::run(arguments + where().first(4));
        QVERIFY2(ran.status == 0, (ran.output + ran.complaints).constData());
        QVERIFY(announced().isEmpty());
        QCOMPARE(records("mta-sts.example.com", RecordType::A).size(), 1);
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
