// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "realupdates.h"

#include "fakes/realservers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpSocket>

namespace mta::fakes
{
namespace
{

const QByteArray zoneFile = "$TTL 300\n"
                            "@ SOA ns.example.com. hostmaster.example.com. 1 3600 600 86400 60\n"
                            "@ NS ns.example.com.\n"
                            "ns A 127.0.0.1\n"
                            "@ MX 10 mx.example.com.\n"
                            "mx A 192.0.2.25\n";

constexpr TsigAlgorithm algorithms[] = {TsigAlgorithm::HmacSha256, TsigAlgorithm::HmacSha384, TsigAlgorithm::HmacSha512};

QByteArray secretOf(const QByteArray &keyName)
{
    return "the secret of " + keyName;
}

QByteArray keyName(TsigAlgorithm algorithm)
{
    return QByteArray(tsigAlgorithmName(algorithm)) + ".example";
}

const QByteArray limitedName = "limited.example";

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress(QHostAddress::LocalHost), 0) ? server.serverPort() : 0;
}

/// All keys with their algorithms.
QList<std::pair<QByteArray, QByteArray>> keys()
{
    QList<std::pair<QByteArray, QByteArray>> result{{limitedName, tsigAlgorithmName(TsigAlgorithm::HmacSha256)}};
    for (const TsigAlgorithm algorithm : algorithms)
        result.append({keyName(algorithm), tsigAlgorithmName(algorithm)});
    return result;
}

} // namespace

QString RealUpdateServer::missing(Kind kind)
{
    const char *program = kind == Knot ? "knotd" : "named";
    if (!serverProgram(program).isEmpty())
        return {};
    return QStringLiteral("the package %1 is not installed").arg(QLatin1String(kind == Knot ? "knot" : "bind9"));
}

QByteArray RealUpdateServer::knotConfiguration() const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    QByteArray text = "server:\n  rundir: \"" + folder + "\"\n  listen: 127.0.0.1@" + QByteArray::number(m_port) +
                      "\n  tcp-workers: 1\n  udp-workers: 1\n  background-workers: 1\n"
                      "log:\n  - target: stderr\n    any: info\ndatabase:\n  storage: \"" +
                      folder +
                      "/db\"\n  journal-db-max-size: 16M\n  timer-db-max-size: 1M\n"
                      "key:\n";
    QByteArrayList full;
    for (const auto &[name, algorithm] : keys()) {
        text += "  - id: " + name + "\n    algorithm: " + algorithm + "\n    secret: " + secretOf(name).toBase64() + '\n';
        if (name != limitedName)
            full.append(name);
    }
    return text + "acl:\n  - id: full\n    key: [" + full.join(", ") + "]\n    action: update\n  - id: limited\n    key: " + limitedName +
           "\n    action: update\n    update-owner: name\n    update-owner-match: equal\n    update-owner-name: [other]\n"
           "zone:\n  - domain: example.com\n    storage: \"" +
           folder + "\"\n    file: zone\n    acl: [full, limited]\n";
}

QByteArray RealUpdateServer::bindConfiguration() const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    QByteArray text = "options { directory \"" + folder + "\"; listen-on port " + QByteArray::number(m_port) +
                      " { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; dnssec-validation no; pid-file none; session-keyfile none; "
                      "notify no; };\ncontrols { };\n";
    QByteArray grants = "grant " + limitedName + " name other.example.com TXT; ";
    for (const auto &[name, algorithm] : keys()) {
        text += "key \"" + name + "\" { algorithm " + algorithm + "; secret \"" + secretOf(name).toBase64() + "\"; };\n";
        if (name != limitedName)
            grants += "grant " + name + " zonesub ANY; ";
    }
    return text + "zone \"example.com\" { type primary; file \"zone\"; update-policy { " + grants + "}; };\n";
}

bool RealUpdateServer::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return true;
    m_error = QStringLiteral("cannot write ") + file.fileName();
    return false;
}

RealUpdateServer::RealUpdateServer(Kind kind) : m_port(freePort())
{
    if (!QDir(m_folder.path()).mkdir(QStringLiteral("db")) || !write(QStringLiteral("zone"), zoneFile) ||
        !write(QStringLiteral("conf"), kind == Knot ? knotConfiguration() : bindConfiguration()))
        return;
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
    if (kind == Knot)
        m_process.start(serverProgram("knotd"), {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("conf"))});
    else
        m_process.start(serverProgram("named"), {QStringLiteral("-g"), QStringLiteral("-n"), QStringLiteral("1"), QStringLiteral("-c"),
                                                 m_folder.filePath(QStringLiteral("conf"))});
    const QDeadlineTimer deadline(20000);
    const Nameserver here{QHostAddress(QHostAddress::LocalHost), m_port};
    while (zoneAt(here, QStringLiteral("example.com"), {QDeadlineTimer(1000), {}}).isEmpty()) {
        if (!deadline.hasExpired() && !m_process.waitForFinished(20))
            continue;
        QFile log(m_folder.filePath(QStringLiteral("log")));
        m_error = QStringLiteral("the name server does not answer\n") +
                  (log.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(log.readAll().right(4000)) : QString());
        return;
    }
}

RealUpdateServer::~RealUpdateServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

UpdateServer RealUpdateServer::server(TsigAlgorithm algorithm) const
{
    const QByteArray name = keyName(algorithm);
    return {{QHostAddress(QHostAddress::LocalHost), m_port},
            QStringLiteral("example.com"),
            {QString::fromLatin1(name), algorithm, Secret(QByteArrayView(secretOf(name)))}};
}

UpdateServer RealUpdateServer::limitedServer() const
{
    return {{QHostAddress(QHostAddress::LocalHost), m_port},
            QStringLiteral("example.com"),
            {QString::fromLatin1(limitedName), TsigAlgorithm::HmacSha256, Secret(QByteArrayView(secretOf(limitedName)))}};
}

} // namespace mta::fakes
