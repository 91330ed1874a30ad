// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "realupdates.h"

#include "fakes/foregroundserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpSocket>

namespace mta::fakes
{
namespace
{

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

quint16 freePort(const QByteArray &address)
{
    QTcpServer server;
    return server.listen(QHostAddress(QString::fromLatin1(address)), 0) ? server.serverPort() : 0;
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
    QByteArray text = "server:\n  rundir: \"" + folder + "\"\n  listen: " + m_zone.address + '@' + QByteArray::number(m_port) +
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
           "zone:\n  - domain: " +
           m_zone.name.toLatin1() + "\n    storage: \"" + folder +
           "\"\n    file: zone\n    acl: [full, limited]\n    dnssec-signing: " + (m_zone.isSigned ? "on" : "off") + '\n';
}

QByteArray RealUpdateServer::bindConfiguration() const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    QByteArray text = "options { directory \"" + folder + "\"; listen-on port " + QByteArray::number(m_port) + " { " + m_zone.address +
                      "; }; listen-on-v6 { none; }; recursion no; dnssec-validation no; pid-file none; session-keyfile none; "
                      "notify no; };\ncontrols { inet " +
                      m_zone.address + " port " + QByteArray::number(m_controlPort) + " allow { any; } keys { \"" + keys().last().first +
                      "\"; }; };\n";
    QByteArray grants = "grant " + limitedName + " name other.example.com TXT; ";
    for (const auto &[name, algorithm] : keys()) {
        text += "key \"" + name + "\" { algorithm " + algorithm + "; secret \"" + secretOf(name).toBase64() + "\"; };\n";
        if (name != limitedName)
            grants += "grant " + name + " zonesub ANY; ";
    }
    return text + "zone \"" + m_zone.name.toLatin1() + "\" { type primary; file \"zone\"; update-policy { " + grants + "}; };\n";
}

/// For rndc, which knows the server by one of the keys.
QByteArray RealUpdateServer::controlConfiguration() const
{
    const auto [name, algorithm] = keys().last();
    return "key \"" + name + "\" { algorithm " + algorithm + "; secret \"" + secretOf(name).toBase64() +
           "\"; };\noptions { default-key \"" + name + "\"; default-server " + m_zone.address + "; default-port " +
           QByteArray::number(m_controlPort) + "; };\n";
}

bool RealUpdateServer::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return true;
    m_error = QStringLiteral("cannot write ") + file.fileName();
    return false;
}

bool RealUpdateServer::writeZone()
{
    const QByteArray head = "$ORIGIN " + m_zone.name.toLatin1() + ".\n$TTL 300\n@ SOA ns hostmaster " + QByteArray::number(++m_serial) +
                            " 3600 600 86400 60\n@ NS ns\nns A " + m_zone.address + '\n';
    return write(QStringLiteral("zone"), head + m_zone.lines);
}

bool RealUpdateServer::run(const char *program, const QStringList &arguments, QByteArray *said)
{
    QProcess process;
    process.start(serverProgram(program), arguments);
    if (process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        if (said)
            *said = process.readAllStandardOutput();
        return true;
    }
    m_error = QLatin1String(program) + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAllStandardError());
    return false;
}

QByteArray RealUpdateServer::ds()
{
    QByteArray records;
    run("keymgr", {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("conf")), m_zone.name, QStringLiteral("ds")}, &records);
    return records;
}

bool RealUpdateServer::paste(const QByteArray &lines)
{
    const QString control = m_folder.filePath(QStringLiteral("control"));
    const auto tell = [&](const char *what) { return run("rndc", {QStringLiteral("-c"), control, QLatin1String(what), m_zone.name}); };
    m_zone.lines += lines;
    return write(QStringLiteral("control"), controlConfiguration()) && tell("freeze") && writeZone() && tell("thaw");
}

RealUpdateServer::RealUpdateServer(Kind kind, const UpdateZone &zone)
    : m_zone(zone), m_port(zone.port != 0 ? zone.port : freePort(zone.address)), m_controlPort(freePort(zone.address))
{
    if (!QDir(m_folder.path()).mkdir(QStringLiteral("db")) || !writeZone() ||
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
    const Nameserver here{QHostAddress(QString::fromLatin1(m_zone.address)), m_port};
    while (zoneAt(here, m_zone.name, {QDeadlineTimer(1000), {}}).isEmpty()) {
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
    return {{QHostAddress(QString::fromLatin1(m_zone.address)), m_port},
            m_zone.name,
            {QString::fromLatin1(name), algorithm, Secret(QByteArrayView(secretOf(name)))}};
}

UpdateServer RealUpdateServer::limitedServer() const
{
    return {{QHostAddress(QString::fromLatin1(m_zone.address)), m_port},
            m_zone.name,
            {QString::fromLatin1(limitedName), TsigAlgorithm::HmacSha256, Secret(QByteArrayView(secretOf(limitedName)))}};
}

} // namespace mta::fakes
