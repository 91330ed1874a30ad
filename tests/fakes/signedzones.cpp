// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/signedzones.h"

#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUdpSocket>
#include <csignal>
#include <sys/prctl.h>

namespace mta
{
namespace
{

constexpr int toolPatienceMs = 30000;

QString toolPath(const QString &name)
{
    const QString path = QStandardPaths::findExecutable(name);
    return path.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")}) : path;
}

QString fileName(const QString &zone)
{
    return zone == QLatin1String(".") ? QStringLiteral("root") : zone;
}

QString absolute(const QString &zone)
{
    return zone == QLatin1String(".") ? zone : zone + u'.';
}

/// The closest of the zones that `name` is below.
QString parentOf(const QString &name, const QList<SignedZones::Zone> &zones)
{
    QString parent;
    for (const SignedZones::Zone &zone : zones) {
        const bool below = zone.name == QLatin1String(".") || name.endsWith(u'.' + zone.name);
        if (below && zone.name != name && zone.name.size() >= parent.size())
            parent = zone.name;
    }
    return parent;
}

/// A port that is free for UDP and TCP alike, for the moment.
quint16 freePort()
{
    for (int i = 0; i < 50; ++i) {
        QTcpServer tcp;
        QUdpSocket udp;
        if (tcp.listen(QHostAddress::LocalHost) && udp.bind(QHostAddress::LocalHost, tcp.serverPort()))
            return tcp.serverPort();
    }
    return 0;
}

} // namespace

QString SignedZones::missing()
{
    for (const char *tool : {"nsd", "ldns-keygen", "ldns-signzone"}) {
        if (toolPath(QLatin1String(tool)).isEmpty())
            return QStringLiteral("%1 is not installed (packages nsd and ldnsutils)").arg(QLatin1String(tool));
    }
    return {};
}

SignedZones::SignedZones(const QList<Zone> &zones, const QStringList &addresses)
{
    for (const Zone &zone : zones) {
        if (!makeKey(zone))
            return;
    }
    for (const Zone &zone : zones) {
        if (!writeZone(zone, zones))
            return;
    }
    // The key, for not every version of ldns-keygen makes a DS of the root.
    if (write(QStringLiteral("root.key"), read(m_keys.value(QStringLiteral(".")) + QLatin1String(".key"))))
        startServer(zones, addresses);
}

SignedZones::~SignedZones()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(3000)) {
        m_server.kill();
        m_server.waitForFinished(3000);
    }
}

bool SignedZones::makeKey(const Zone &zone)
{
    QByteArray base;
    const QStringList arguments{QStringLiteral("-k"), QStringLiteral("-a"),           QStringLiteral("ECDSAP256SHA256"),
                                QStringLiteral("-r"), QStringLiteral("/dev/urandom"), absolute(zone.name)};
    if (!run(QStringLiteral("ldns-keygen"), arguments, &base))
        return false;
    m_keys.insert(zone.name, QString::fromLatin1(base.trimmed()));
    return true;
}

bool SignedZones::writeZone(const Zone &zone, const QList<Zone> &zones)
{
    QByteArray text = "$ORIGIN " + absolute(zone.name).toLatin1() + "\n$TTL 300\n@ SOA ns.example. hostmaster.example. " +
                      QByteArray::number(zone.serial) + " 3600 600 86400 300\n@ NS ns.example.\n";
    if (zone.name == QLatin1String("example") || zone.name == QLatin1String("."))
        text += "ns.example. A 127.0.0.1\n"; // in the root as glue
    for (const QString &record : zone.records)
        text += record.toUtf8() + '\n';
    for (const Zone &child : zones) {
        if (child.name == zone.name || parentOf(child.name, zones) != zone.name)
            continue;
        text += absolute(child.name).toLatin1() + " NS ns.example.\n";
        if (child.kind != Kind::Unsigned)
            text += read(m_keys.value(child.name) + QLatin1String(".ds"));
    }
    const QString name = fileName(zone.name);
    if (zone.kind == Kind::Unsigned)
        return write(name + QLatin1String(".zone"), text);
    return write(name + QLatin1String(".plain"), text) && sign(zone, name + QLatin1String(".plain"), name + QLatin1String(".zone"));
}

bool SignedZones::sign(const Zone &zone, const QString &plainFile, const QString &signedFile)
{
    QStringList arguments{QStringLiteral("-f"), signedFile};
    if (zone.kind == Kind::Expired)
        arguments += {QStringLiteral("-i"), QStringLiteral("20200101000000"), QStringLiteral("-e"), QStringLiteral("20200201000000")};
    if (zone.kind == Kind::Nsec3)
        arguments += QStringLiteral("-n");
    if (!run(QStringLiteral("ldns-signzone"), arguments + QStringList{plainFile, m_keys.value(zone.name)}))
        return false;
    return zone.kind != Kind::Tampered || write(signedFile, read(signedFile).replace("genuine", "altered"));
}

bool SignedZones::startServer(const QList<Zone> &zones, const QStringList &addresses)
{
    m_port = addresses.isEmpty() ? freePort() : 53;
    QString configuration = QStringLiteral("server:\n server-count: 1\n username: \"\"\n chroot: \"\"\n database: \"\"\n rrl-ratelimit: 0\n"
                                           " zonesdir: \"%1\"\n pidfile: \"%1/nsd.pid\"\n xfrdfile: \"%1/xfrd.state\"\n xfrdir: \"%1\"\n"
                                           " zonelistfile: \"%1/zone.list\"\n")
                                .arg(m_folder.path());
    for (const QString &address : addresses.isEmpty() ? QStringList{QStringLiteral("127.0.0.1")} : addresses)
        configuration += QStringLiteral(" ip-address: %1@%2\n").arg(address).arg(m_port);
    configuration += QLatin1String("remote-control:\n control-enable: no\n");
    for (const Zone &zone : zones)
        configuration += QStringLiteral("zone:\n name: \"%1\"\n zonefile: \"%2.zone\"\n").arg(absolute(zone.name), fileName(zone.name));
    if (!write(QStringLiteral("nsd.conf"), configuration.toUtf8()))
        return false;
    // A test that crashes takes its server with it.
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(toolPath(QStringLiteral("nsd")),
                   {QStringLiteral("-d"), QStringLiteral("-c"), m_folder.filePath(QStringLiteral("nsd.conf"))});
    for (int i = 0; i < 100; ++i) {
        QTcpSocket socket;
        socket.connectToHost(addresses.value(0, QStringLiteral("127.0.0.1")), m_port);
        if (socket.waitForConnected(100))
            return true;
        if (m_server.state() == QProcess::NotRunning)
            break;
        QThread::msleep(50);
    }
    m_error = QStringLiteral("nsd does not start: ") + QString::fromUtf8(m_server.readAll());
    return false;
}

bool SignedZones::run(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(toolPath(program), arguments);
    if (process.waitForFinished(toolPatienceMs) && process.exitCode() == 0) {
        if (output)
            *output = process.readAllStandardOutput();
        return true;
    }
    m_error = program + QLatin1String(": ") + QString::fromUtf8(process.readAllStandardError());
    return false;
}

bool SignedZones::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return true;
    m_error = file.errorString();
    return false;
}

QByteArray SignedZones::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace mta
