// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The zones of RealServers: written, signed, and spoilt in the way that each is to be.

#include "fakes/realservers.h"

#include <QFile>
#include <QProcess>

namespace mta::fakes
{
namespace
{

QByteArray fileOf(const QByteArray &origin)
{
    return origin == "." ? QByteArray("root.zone") : origin + "zone";
}

bool isSigned(ZoneKind kind)
{
    return kind == ZoneKind::Signed || kind == ZoneKind::Tampered || kind == ZoneKind::Expired || kind == ZoneKind::WrongDs;
}

} // namespace

bool RealServers::makeZones()
{
    // Children first: a parent holds their DS records.
    for (size_t i = m_zones.size(); i-- > 0;) {
        if (!finishZone(m_zones[i], m_zones[i < 2 ? 0 : 1]))
            return false;
    }
    return true;
}

bool RealServers::finishZone(Zone &zone, Zone &parent)
{
    if (zone.origin != ".")
        parent.lines.append(zone.origin + (zone.kind == ZoneKind::Lame ? " NS lame.example." : " NS ns.example."));
    // What NSD cannot read it answers with SERVFAIL.
    if (zone.kind == ZoneKind::Failing || zone.kind == ZoneKind::Lame)
        return true;
    const QByteArray head =
        "$TTL 300\n" + zone.origin + " SOA ns.example. hostmaster.example. 1 3600 900 604800 60\n" + zone.origin + " NS ns.example.\n";
    return write(fileOf(zone.origin), head + zone.lines.join('\n') + '\n') && (!isSigned(zone.kind) || sign(zone, parent));
}

/// Signs a zone's file in place and hands its DS record to the parent, or its key to the trust anchor.
bool RealServers::sign(Zone &zone, Zone &parent)
{
    const QString file = QString::fromLatin1(fileOf(zone.origin));
    QProcess keygen;
    keygen.setWorkingDirectory(m_folder.path());
    keygen.start(serverProgram("ldns-keygen"),
                 {QStringLiteral("-a"), QStringLiteral("ECDSAP256SHA256"), QStringLiteral("-k"), QString::fromLatin1(zone.origin)});
    if (!keygen.waitForFinished(20000) || keygen.exitCode() != 0) {
        m_error = QStringLiteral("ldns-keygen: ") + QString::fromLocal8Bit(keygen.readAllStandardError());
        return false;
    }
    const QString key = QString::fromLocal8Bit(keygen.readAllStandardOutput()).trimmed();
    QStringList arguments{QStringLiteral("-f"), file};
    if (zone.kind == ZoneKind::Expired)
        arguments += {QStringLiteral("-i"), QStringLiteral("20240101000000"), QStringLiteral("-e"), QStringLiteral("20240201000000")};
    if (!run(serverProgram("ldns-signzone"), arguments + QStringList{file, key}))
        return false;
    const auto content = [this](const QString &name) {
        QFile in(m_folder.filePath(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    };
    if (zone.origin == ".")
        return write("root.key", content(key + QStringLiteral(".key")));
    QByteArray ds = content(key + QStringLiteral(".ds")).trimmed();
    if (zone.kind == ZoneKind::WrongDs)
        ds.replace(ds.size() - 64, 64, QByteArray(64, 'a')); // its digest
    parent.lines.append(ds);
    if (zone.kind != ZoneKind::Tampered)
        return true;
    return write(fileOf(zone.origin), content(file).replace("20240301090000", "20990101000000"));
}

} // namespace mta::fakes
