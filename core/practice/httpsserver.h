// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/tlspeer.h"
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <optional>

namespace mta
{

/// What one policy host shows and says.
struct HttpsHost {
    ServerIdentity identity;
    QByteArrayList answers; ///< whole HTTP answers to the first, second ... request; the last one is repeated
};

/// HTTP/1.1 over TLS on one address: the server name (SNI) picks the host. One answer per connection, then it closes.
class HttpsServer : public QObject
{
public:
    explicit HttpsServer(QHash<QByteArray, HttpsHost> hosts, QObject *parent = nullptr);
    bool listen(const QHostAddress &address, quint16 port) { return m_server.listen(address, port); }
    quint16 port() const { return m_server.serverPort(); }
    /// From the next connection on; a host without answers is gone.
    void setHost(const QByteArray &name, const HttpsHost &host);

private:
    void accept();
    void serve(QTcpSocket *socket, const std::shared_ptr<TlsPeer> &peer, const std::shared_ptr<QByteArray> &request);
    QByteArray answerFor(const QByteArray &host);

    QHash<QByteArray, HttpsHost> m_hosts;
    QHash<QByteArray, qsizetype> m_requests; ///< so far, by host
    TlsSetup m_tls;
    QTcpServer m_server;
};

} // namespace mta
