// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/httpsserver.h"

#include "practice/idle.h"
#include <algorithm>

namespace mta
{
namespace
{

constexpr qsizetype maxRequest = 8192;

} // namespace

HttpsServer::HttpsServer(QHash<QByteArray, HttpsHost> hosts, QObject *parent)
    : QObject(parent), m_hosts(std::move(hosts)), m_tls([this](const QByteArray &serverName) -> const ServerIdentity * {
          const auto host = m_hosts.constFind(serverName);
          return host == m_hosts.constEnd() ? nullptr : &host->identity;
      })
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpsServer::accept);
}

void HttpsServer::setHost(const QByteArray &name, const HttpsHost &host)
{
    m_requests.remove(name);
    if (host.answers.isEmpty())
        m_hosts.remove(name);
    else
        m_hosts.insert(name, host);
}

void HttpsServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        closeWhenIdle(socket);
        auto peer = std::make_shared<TlsPeer>(m_tls);
        auto request = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, peer, request] { serve(socket, peer, request); });
    }
}

void HttpsServer::serve(QTcpSocket *socket, const std::shared_ptr<TlsPeer> &peer, const std::shared_ptr<QByteArray> &request)
{
    request->append(peer->feed(socket->readAll()));
    const bool whole = request->contains("\r\n\r\n");
    if (whole) {
        peer->send(answerFor(peer->serverName()));
        peer->sendCloseNotify();
    }
    socket->write(peer->takeOutput());
    if (whole || peer->failed() || request->size() > maxRequest) {
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
        socket->disconnectFromHost();
    }
}

QByteArray HttpsServer::answerFor(const QByteArray &host)
{
    const QByteArrayList answers = m_hosts.value(host).answers;
    const qsizetype turn = m_requests[host]++;
    return answers.value(std::min(turn, answers.size() - 1), "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

} // namespace mta
