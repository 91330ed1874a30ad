// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The configuration that is written for each policy server, in that server itself where Debian has it, on the ports that are its own, and
// the policy fetched as an audit fetches it. Nothing in the generated text is changed but the folders that it names: they are those of a
// machine's administration, and become folders of the test. What surrounds the text is as little as each server starts with.

#include "deploy/hosting.h"
#include "fakes/foregroundserver.h"
#include "fakes/privatenetwork.h"
#include "fakes/realservers.h"
#include "net/policyfetcher.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>
#include <QXmlStreamReader>
#include <sys/stat.h>

using namespace mta;
using namespace std::chrono_literals;
using fakes::serverProgram;

namespace
{

const QString host = QStringLiteral("mta-sts.example.com");

Plan planFor(PolicyServer server)
{
    Plan plan;
    plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    // An extension with whatever a value may hold: quotes, braces, dollars, umlauts (RFC 8461 §3.2).
    plan.policy = PolicyTerms{PolicyMode::Enforce,
                              std::chrono::seconds(604800),
                              {QStringLiteral("mx1.example.com"), QStringLiteral("*.mail.example.com")},
                              {{"note", "\"$(id)\" ${a} %{b} `c` \\ {$ENV} </script> gr\xc3\xbc\xc3\x9f"}}};
    plan.id = "20260101T000000";
    plan.hosting.server = server;
    plan.hosting.alias = QStringLiteral("policy.example.net");
    return plan;
}

QByteArray policyOf(const Plan &plan)
{
    return *policyText(*plan.policy);
}

/// What each server needs around the generated text to run in the foreground.
struct Server {
    PolicyServer server;
    const char *program;
    const char *package;
    const char *module; ///< a file that has to be there as well
    QStringList (*arguments)(const QString &folder);
    const char *around; ///< a file "main" whose @FOLDER@ is replaced; @FILE@ is the generated configuration
};

const Server realServers[] = {
    {PolicyServer::Nginx, "nginx", "nginx-light", "/etc/nginx/mime.types",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-e"), QStringLiteral("stderr"),        QStringLiteral("-p"), folder,
                 QStringLiteral("-c"), folder + QStringLiteral("/main")};
     },
     "daemon off;\nmaster_process off;\npid @FOLDER@/pid;\nerror_log stderr;\nevents { }\nhttp {\n access_log off;\n include @FILE@;\n"
     " client_body_temp_path @FOLDER@/t1; proxy_temp_path @FOLDER@/t2; fastcgi_temp_path @FOLDER@/t3; uwsgi_temp_path @FOLDER@/t4;"
     " scgi_temp_path @FOLDER@/t5;\n include /etc/nginx/mime.types;\n default_type application/octet-stream;\n gzip on;\n}\n"},
    {PolicyServer::Apache, "apache2", "apache2-bin", "/usr/lib/apache2/modules/mod_ssl.so",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-X"), QStringLiteral("-d"), folder, QStringLiteral("-f"), folder + QStringLiteral("/main")};
     },
     "ServerName localhost\nPidFile @FOLDER@/pid\nErrorLog @FOLDER@/error.log\nDefaultRuntimeDir @FOLDER@\nListen 80\nListen 443\n"
     "LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so\n"
     "LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so\n"
     "LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so\nLoadModule dir_module /usr/lib/apache2/modules/mod_dir.so\n"
     "LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so\n"
     "LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so\nLoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so\n"
     "TypesConfig /dev/null\n<Directory />\n AllowOverride None\n Require all denied\n</Directory>\nInclude @FILE@\n"},
    {PolicyServer::Caddy, "caddy", "caddy", "/",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("run"), QStringLiteral("--adapter"), QStringLiteral("caddyfile"), QStringLiteral("--config"),
                 folder + QStringLiteral("/main")};
     },
     // An authority of its own in place of ACME.
     "{\n admin off\n local_certs\n skip_install_trust\n storage file_system @FOLDER@/storage\n}\nimport @FILE@\n"},
    {PolicyServer::Lighttpd, "lighttpd", "lighttpd and lighttpd-mod-openssl", "/usr/lib/lighttpd/mod_openssl.so",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-D"), QStringLiteral("-f"), folder + QStringLiteral("/main")};
     },
     "server.modules = ( \"mod_access\", \"mod_openssl\" )\nserver.port = 80\nserver.document-root = \"@FOLDER@/empty\"\n"
     "server.errorlog = \"@FOLDER@/error.log\"\ninclude \"@FILE@\"\n"},
    {PolicyServer::HaProxy, "haproxy", "haproxy", "/",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-db"), QStringLiteral("-f"), folder + QStringLiteral("/main"), QStringLiteral("-f"),
                 folder + QStringLiteral("/haproxy.cfg")};
     },
     "global\n maxconn 100\n"},
};

/// Some servers wait for the other side to close.
bool whole(const QByteArray &answer)
{
    static const QRegularExpression length(QStringLiteral("content-length: *([0-9]+)\r\n"), QRegularExpression::CaseInsensitiveOption);
    const qsizetype head = answer.indexOf("\r\n\r\n");
    const QRegularExpressionMatch match = length.match(QString::fromLatin1(answer.left(head + 2)));
    return head >= 0 && match.hasMatch() && answer.size() >= head + 4 + match.captured(1).toLongLong();
}

/// Status line, head and body of one answer; the policy fetcher knows one path only.
QByteArray get(const QByteArray &path)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setAllowedNextProtocols({"http/1.1"});
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), 443, host);
    if (!socket.waitForEncrypted(5000))
        return "no TLS: " + socket.errorString().toUtf8();
    socket.write("GET " + path + " HTTP/1.1\r\nHost: " + host.toLatin1() + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (!whole(answer) && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPolicyHosting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theServerServesThePolicyAndNothingElse_data();
    void theServerServesThePolicyAndNothingElse();
    void theWorkerServesThePolicyAndNothingElse();
    void thePolicyIsInTheFilesOctetForOctet_data();
    void thePolicyIsInTheFilesOctetForOctet();
    void theScriptForCloudFrontFillsInWhatAwsSays();
    void textsAreWhatTheirReadersParse_data();
    void textsAreWhatTheirReadersParse();

private:
    QByteArray localised(QByteArray text) const;
    bool start(const Server &server, const QList<HostingFile> &files);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::ForegroundServer> m_server;
    fakes::Identity m_root;
};

void TestPolicyHosting::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Hosting Root"));
}

/// The folders of the system that a configuration names, as folders of the test.
QByteArray TestPolicyHosting::localised(QByteArray text) const
{
    const QByteArray folder = m_folder->path().toLocal8Bit();
    for (const char *outside : {"/var/www/", "/etc/letsencrypt/", "/etc/haproxy/"})
        text.replace(outside, folder + outside);
    return text;
}

bool TestPolicyHosting::start(const Server &server, const QList<HostingFile> &files)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString folder = m_folder->path();
    chmod(folder.toLocal8Bit().constData(), 0711);
    const fakes::Identity leaf = fakes::serverIdentity(host, m_root);
    const QString live = folder + QStringLiteral("/etc/letsencrypt/live/") + host;
    write(live + QStringLiteral("/fullchain.pem"), leaf.certificatePem() + m_root.certificatePem());
    write(live + QStringLiteral("/privkey.pem"), leaf.keyPem());
    write(folder + QStringLiteral("/etc/haproxy/certs/") + host + QStringLiteral(".pem"), leaf.certificatePem() + leaf.keyPem());
    QDir(folder).mkdir(QStringLiteral("empty"));
    QByteArray around = server.around;
    for (const HostingFile &file : files) {
        if (file.name == QLatin1String(".well-known/mta-sts.txt")) {
            write(folder + QStringLiteral("/var/www/") + host + u'/' + file.name, file.content);
        } else if (server.server == PolicyServer::HaProxy && file.name.endsWith(QLatin1String(".txt"))) {
            write(folder + QStringLiteral("/etc/haproxy/mta-sts/") + file.name, file.content);
        } else {
            write(folder + u'/' + file.name, localised(file.content));
            around.replace("@FILE@", (folder + u'/' + file.name).toLocal8Bit());
        }
    }
    write(folder + QStringLiteral("/var/www/") + host + QStringLiteral("/index.html"), "a page");
    write(folder + QStringLiteral("/var/www/") + host + QStringLiteral("/.well-known/other.txt"), "another file");
    write(folder + QStringLiteral("/main"), around.replace("@FOLDER@", folder.toLocal8Bit()));
    m_server = std::make_unique<fakes::ForegroundServer>();
    return m_server->start(serverProgram(server.program), server.arguments(folder), [] { return get("/").startsWith("HTTP/"); });
}

void TestPolicyHosting::theServerServesThePolicyAndNothingElse_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Server &server : realServers)
        QTest::newRow(server.program) << index++;
}

void TestPolicyHosting::theServerServesThePolicyAndNothingElse()
{
    QFETCH(int, index);
    const Server &server = realServers[index];
    if (serverProgram(server.program).isEmpty() || !QFileInfo::exists(QLatin1String(server.module)))
        QSKIP(qPrintable(QStringLiteral("package that is not installed: ") + QLatin1String(server.package)));
    if (!fakes::inPrivateNetwork())
        QSKIP("the right to make a network namespace, in which ports 80 and 443 are free");
    const Plan plan = planFor(server.server);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY2(guide, qPrintable(guide ? QString() : guide.error().text));
    const auto stop = qScopeGuard([this] { m_server.reset(); });
    QVERIFY2(start(server, guide->files),
             qPrintable(m_server->error() + QString::fromUtf8(read(m_folder->filePath(QStringLiteral("error.log"))))));

    QList<Certificate> trusted{m_root.certificate()};
    if (server.server == PolicyServer::Caddy) {
        const QByteArray pem = read(m_folder->filePath(QStringLiteral("storage/pki/authorities/local/root.crt")));
        trusted = parsePem(pem);
    }
    HttpsPolicyFetcher fetcher(std::make_shared<const TlsClient>(TrustStore::fromCertificates(trusted)), {443, {}});
    for (const QHostAddress &address : {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}) {
        const PolicyFetch fetch = fetcher.fetch(host, address, {5s, 5s}, {});
        QVERIFY2(fetch.end == FetchEnd::Complete, qPrintable(address.toString() + u' ' + fetch.detail));
        QCOMPARE(fetch.httpStatus, 200);
        QCOMPARE(fetch.mediaType, QByteArray("text/plain"));
        QCOMPARE(fetch.redirectTo, QByteArray());
        QCOMPARE(fetch.contentEncoding, QByteArray());
        QCOMPARE(fetch.body, policyOf(plan));
        QCOMPARE(fetch.tls.verdict.trust, Trust::Trusted);
    }
    for (const char *path : {"/", "/index.html", "/.well-known/", "/.well-known/other.txt", "/.well-known/mta-sts.txt/", "/mta-sts.txt",
                             "/.well-known/acme-challenge/none", "/.well-known/mta-sts.txt.orig"}) {
        const QByteArray answer = get(path);
        QVERIFY2(answer.startsWith("HTTP/1.1 404 ") || answer.startsWith("HTTP/1.1 403 "), (answer.left(400) + " at " + path).constData());
        QVERIFY(!answer.contains("STSv1") && !answer.contains("a page") && !answer.contains("another file"));
    }
}

void TestPolicyHosting::theWorkerServesThePolicyAndNothingElse()
{
    const QString node = serverProgram("node");
    if (node.isEmpty())
        QSKIP("package that is not installed: nodejs");
    const Plan plan = planFor(PolicyServer::CloudflareWorkers);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY(guide);
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("worker.mjs")), guide->files.first().content);
    write(folder.filePath(QStringLiteral("run.mjs")),
          "import worker from './worker.mjs';\n"
          "const told = {};\n"
          "for (const path of ['/.well-known/mta-sts.txt', '/', '/.well-known/mta-sts.txt/', '/.well-known/mta-sts.txt?a=b']) {\n"
          "  const answer = await worker.fetch(new Request('https://mta-sts.example.com' + path));\n"
          "  told[path] = { status: answer.status, type: answer.headers.get('content-type'),\n"
          "                 body: Buffer.from(await answer.arrayBuffer()).toString('base64') };\n"
          "}\nconsole.log(JSON.stringify(told));\n");
    QProcess process;
    process.start(node, {folder.filePath(QStringLiteral("run.mjs"))});
    QVERIFY(process.waitForFinished(20000));
    const QByteArray errors = process.readAllStandardError();
    const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QVERIFY2(told.size() == 4, errors.constData());
    const auto body = [&](const char *path) { return QByteArray::fromBase64(told[QLatin1String(path)][u"body"].toString().toLatin1()); };
    QCOMPARE(body("/.well-known/mta-sts.txt"), policyOf(plan));
    QCOMPARE(told[u"/.well-known/mta-sts.txt"][u"status"].toInt(), 200);
    QCOMPARE(told[u"/.well-known/mta-sts.txt"][u"type"].toString(), QStringLiteral("text/plain; charset=utf-8"));
    QCOMPARE(body("/.well-known/mta-sts.txt?a=b"), policyOf(plan));
    QCOMPARE(told[u"/"][u"status"].toInt(), 404);
    QVERIFY(!body("/").contains("STSv1"));
    QCOMPARE(told[u"/.well-known/mta-sts.txt/"][u"status"].toInt(), 404);
}

void TestPolicyHosting::thePolicyIsInTheFilesOctetForOctet_data()
{
    QTest::addColumn<PolicyServer>("server");
    for (const PolicyServer server : policyServers())
        if (server != PolicyServer::CloudflareWorkers && server != PolicyServer::Delegated) // in its code, which is run; not ours
            QTest::newRow(qPrintable(policyServerTitle(server))) << server;
}

void TestPolicyHosting::thePolicyIsInTheFilesOctetForOctet()
{
    QFETCH(PolicyServer, server);
    const Plan plan = planFor(server);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY(guide);
    int copies = 0;
    for (const HostingFile &file : guide->files)
        copies += file.content == policyOf(plan);
    QCOMPARE(copies, 1);
}

void TestPolicyHosting::theScriptForCloudFrontFillsInWhatAwsSays()
{
    const Plan plan = planFor(PolicyServer::S3CloudFront);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY(guide);
    QTemporaryDir folder;
    for (const HostingFile &file : guide->files)
        write(folder.filePath(file.name), file.content);
    // In place of the AWS command line: keeps what it is given, and answers as that would.
    write(folder.filePath(QStringLiteral("aws")), "#!/bin/bash\nwhile [ $# -gt 0 ]; do case $1 in\n"
                                                  "create-origin-access-control) echo ACCESS ;;\n"
                                                  "create-distribution) echo arn:aws:cloudfront::1:distribution/D1 ;;\n"
                                                  "get-distribution) echo d1.cloudfront.net ;;\n"
                                                  "--body) cp \"$2\" \"$FOLDER/body\" ;;\n"
                                                  "--distribution-config) printf %s \"$2\" >\"$FOLDER/distribution\" ;;\n"
                                                  "--policy) printf %s \"$2\" >\"$FOLDER/policy\" ;;\n"
                                                  "esac; shift; done\n");
    QFile::setPermissions(folder.filePath(QStringLiteral("aws")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), folder.path() + u':' + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("FOLDER"), folder.path());
    environment.insert(QStringLiteral("CERTIFICATE_ARN"), QStringLiteral("arn:aws:acm:us-east-1:1:certificate/c-1"));
    process.setProcessEnvironment(environment);
    process.start(serverProgram("bash"), {folder.filePath(QStringLiteral("setup.sh"))});
    QVERIFY(process.waitForFinished(20000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(process.readAllStandardOutput().endsWith("d1.cloudfront.net\n"));
    QCOMPARE(read(folder.filePath(QStringLiteral("body"))), policyOf(plan));
    const QJsonDocument distribution = QJsonDocument::fromJson(read(folder.filePath(QStringLiteral("distribution"))));
    QCOMPARE(distribution[u"ViewerCertificate"][u"ACMCertificateArn"].toString(), environment.value(QStringLiteral("CERTIFICATE_ARN")));
    QCOMPARE(distribution[u"Origins"][u"Items"][0][u"OriginAccessControlId"].toString(), QStringLiteral("ACCESS"));
    QCOMPARE(distribution[u"Aliases"][u"Items"][0].toString(), host);
    const QJsonDocument policy = QJsonDocument::fromJson(read(folder.filePath(QStringLiteral("policy"))));
    QCOMPARE(policy[u"Statement"][0][u"Condition"][u"StringEquals"][u"AWS:SourceArn"].toString(),
             QStringLiteral("arn:aws:cloudfront::1:distribution/D1"));
}

void TestPolicyHosting::textsAreWhatTheirReadersParse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    for (const PolicyServer server : policyServers()) {
        const Result<HostingGuide> guide = hostingGuide(planFor(server));
        QVERIFY(guide);
        for (const HostingFile &file : guide->files)
            if (QRegularExpression(QStringLiteral("\\.(json|toml|sh|config)$")).match(file.name).hasMatch())
                QTest::addRow("%s of %s", qPrintable(file.name), qPrintable(policyServerTitle(server))) << file.name << file.content;
    }
}

void TestPolicyHosting::textsAreWhatTheirReadersParse()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QVERIFY2(!content.contains('@') || name.endsWith(QLatin1String(".sh")), "a placeholder is left");
    if (name.endsWith(QLatin1String(".json"))) {
        QVERIFY(QJsonDocument::fromJson(content).isObject());
    } else if (name.endsWith(QLatin1String(".config"))) {
        QXmlStreamReader reader(content);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    } else {
        const bool shell = name.endsWith(QLatin1String(".sh"));
        const QString program = serverProgram(shell ? "bash" : "python3");
        if (program.isEmpty())
            QSKIP("bash or python3 is not installed");
        QProcess process;
        process.start(program,
                      shell ? QStringList{QStringLiteral("-n")}
                            : QStringList{QStringLiteral("-c"), QStringLiteral("import sys, tomllib; tomllib.load(sys.stdin.buffer)")});
        process.write(content);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
}

int main(int argc, char *argv[])
{
    fakes::enterPrivateNetwork(); // before there is a second thread
    QCoreApplication application(argc, argv);
    TestPolicyHosting test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_policyhosting.moc"
