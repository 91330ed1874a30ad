// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include "publish/dnsupdate.h"

namespace mta::fakes
{

/// The zone of a RealUpdateServer, and where it is served.
struct UpdateZone {
    QString name = QStringLiteral("example.com");
    QByteArray lines = "@ MX 10 mx\nmx A 192.0.2.25\n"; ///< of its file, besides SOA, NS and the name server's address
    QByteArray address = "127.0.0.1";
    quint16 port = 0;      ///< 0: a free one
    bool isSigned = false; ///< by the server itself, anew after each change; Knot alone
};

/// A real name server with one zone, which three keys (one for each algorithm) may change as they like, and a fourth only at another name.
/// It ends with this object.
class RealUpdateServer
{
public:
    enum Kind { Knot, Bind };
    /// The package that is missing, as a sentence for QSKIP; empty when none is.
    static QString missing(Kind kind);

    explicit RealUpdateServer(Kind kind, const UpdateZone &zone = {});
    ~RealUpdateServer();
    RealUpdateServer(const RealUpdateServer &) = delete;
    RealUpdateServer &operator=(const RealUpdateServer &) = delete;

    bool running() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }
    quint16 port() const { return m_port; }
    UpdateServer server(TsigAlgorithm algorithm) const;
    UpdateServer limitedServer() const;
    /// DS records of a signed zone, for the zone above.
    QByteArray ds();
    /// More lines in the zone file, as an administrator writes them into that of a zone that takes updates: frozen meanwhile. BIND, and
    /// before the first update.
    bool paste(const QByteArray &lines);

private:
    bool write(const QString &name, const QByteArray &content);
    bool writeZone();
    bool run(const char *program, const QStringList &arguments, QByteArray *said = nullptr);
    QByteArray knotConfiguration() const;
    QByteArray bindConfiguration() const;
    QByteArray controlConfiguration() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    UpdateZone m_zone;
    int m_serial = 0;
    quint16 m_port = 0;
    quint16 m_controlPort = 0; ///< of BIND
    QString m_error;
};

} // namespace mta::fakes
