// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The configuration that is written for each policy server, in that server itself where Debian has it, on the ports that are its own, and
// the policy fetched as an audit fetches it. What surrounds the text is as little as each server starts with.

#include "deploy/hosting.h"
#include "fakes/privatenetwork.h"
#include "hostingserver.h"
#include "net/policyfetcher.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>
#include <QXmlStreamReader>

using namespace mta;
using namespace std::chrono_literals;
using fakes::HostingProgram;
using fakes::hostingPrograms;
using fakes::HostingServer;
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
    fakes::Identity m_root;
};

void TestPolicyHosting::initTestCase()
{
    m_root = fakes::rootAuthority(QStringLiteral("Hosting Root"));
}

void TestPolicyHosting::theServerServesThePolicyAndNothingElse_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const HostingProgram &server : hostingPrograms())
        QTest::newRow(server.program) << index++;
}

void TestPolicyHosting::theServerServesThePolicyAndNothingElse()
{
    QFETCH(int, index);
    const HostingProgram &server = hostingPrograms().at(index);
    if (const QString missing = server.missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    if (!fakes::inPrivateNetwork())
        QSKIP("the right to make a network namespace, in which ports 80 and 443 are free");
    const Plan plan = planFor(server.server);
    const Result<HostingGuide> guide = hostingGuide(plan);
    QVERIFY2(guide, qPrintable(guide ? QString() : guide.error().text));
    HostingServer running(server.server, host);
    QVERIFY(running.put(guide->files) && running.putCertificate({fakes::serverIdentity(host, m_root), m_root}));
    write(running.webRoot() + QStringLiteral("/index.html"), "a page");
    write(running.webRoot() + QStringLiteral("/.well-known/other.txt"), "another file");
    QVERIFY2(running.start([] { return get("/").startsWith("HTTP/"); }), qPrintable(running.error()));

    QList<Certificate> trusted{m_root.certificate()};
    if (server.server == PolicyServer::Caddy) {
        const QByteArray pem = read(running.file(QStringLiteral("storage/pki/authorities/local/root.crt")));
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
