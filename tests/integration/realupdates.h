// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include "publish/dnsupdate.h"

namespace mta::fakes
{

/// A real name server on a free port of 127.0.0.1 with the zone example.com, which three keys (one for each algorithm) may change
/// as they like, and a fourth only at another name. It ends with this object.
class RealUpdateServer
{
public:
    enum Kind { Knot, Bind };
    /// The package that is missing, as a sentence for QSKIP; empty when none is.
    static QString missing(Kind kind);

    explicit RealUpdateServer(Kind kind);
    ~RealUpdateServer();
    RealUpdateServer(const RealUpdateServer &) = delete;
    RealUpdateServer &operator=(const RealUpdateServer &) = delete;

    bool running() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }
    quint16 port() const { return m_port; }
    UpdateServer server(TsigAlgorithm algorithm) const;
    UpdateServer limitedServer() const;

private:
    bool write(const QString &name, const QByteArray &content);
    QByteArray knotConfiguration() const;
    QByteArray bindConfiguration() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace mta::fakes
