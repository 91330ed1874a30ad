// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/smtpserver.h"

#include "practice/idle.h"

namespace mta
{
namespace
{

constexpr qsizetype maxCommandLine = 2048;

} // namespace

SmtpServer::SmtpServer(QByteArray host, SmtpBehaviour behaviour, ServerIdentity identity, QObject *parent)
    : QObject(parent), m_host(std::move(host)), m_behaviour(behaviour), m_identity(std::move(identity)), m_tls([this](const QByteArray &) {
          return &m_identity;
      })
{
    connect(&m_server, &QTcpServer::newConnection, this, &SmtpServer::accept);
}

void SmtpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        closeWhenIdle(socket);
        auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { onReadyRead(*connection); });
        if (m_behaviour == SmtpBehaviour::Busy) {
            reply(*connection, "421 " + m_host + " Too busy, try again later");
            socket->disconnectFromHost();
        } else {
            reply(*connection, "220 " + m_host + " ESMTP Practice World");
        }
    }
}

void SmtpServer::onReadyRead(Connection &connection)
{
    const QByteArray octets = connection.socket->readAll();
    connection.buffer += connection.tls ? connection.tls->feed(octets) : octets;
    if (connection.tls) {
        connection.socket->write(connection.tls->takeOutput());
        if (connection.tls->failed())
            return connection.socket->disconnectFromHost();
    }
    qsizetype end = 0;
    while ((end = connection.buffer.indexOf('\n')) >= 0) {
        const QByteArray line = connection.buffer.left(end).trimmed();
        connection.buffer.remove(0, end + 1);
        onLine(connection, line);
    }
    if (connection.buffer.size() > maxCommandLine)
        connection.socket->abort();
}

void SmtpServer::onLine(Connection &connection, const QByteArray &line)
{
    const QByteArray verb = line.split(' ').first().toUpper();
    if (verb == "EHLO")
        reply(connection, capabilities(connection.tls != nullptr));
    else if (verb == "HELO")
        reply(connection, "250 " + m_host);
    else if (verb == "STARTTLS")
        onStartTls(connection);
    else if (verb == "NOOP" || verb == "RSET")
        reply(connection, "250 2.0.0 Ok");
    else if (verb == "MAIL")
        reply(connection, "550 5.7.1 The practice world takes no mail");
    else if (verb == "QUIT") {
        reply(connection, "221 2.0.0 Bye");
        connection.socket->disconnectFromHost();
    } else
        reply(connection, "502 5.5.2 Command not recognized");
}

/// RFC 3207 §4: 220 starts TLS, 454 is a temporary refusal; whatever came behind the command in plain text is thrown away.
void SmtpServer::onStartTls(Connection &connection)
{
    if (connection.tls || m_behaviour == SmtpBehaviour::NoStartTls)
        return reply(connection, "502 5.5.1 Command not implemented");
    if (m_behaviour == SmtpBehaviour::RefusesStartTls)
        return reply(connection, "454 4.7.0 TLS not available due to local problem");
    reply(connection, "220 2.0.0 Ready to start TLS");
    connection.buffer.clear();
    connection.tls =
        std::make_unique<TlsPeer>(m_tls, m_behaviour == SmtpBehaviour::OldTls ? TlsPeer::Versions::OnlyOld : TlsPeer::Versions::Current);
}

void SmtpServer::reply(Connection &connection, const QByteArray &text)
{
    const QByteArray octets = text + "\r\n";
    if (connection.tls) {
        connection.tls->send(octets);
        connection.socket->write(connection.tls->takeOutput());
    } else {
        connection.socket->write(octets);
    }
}

QByteArray SmtpServer::capabilities(bool encrypted) const
{
    const bool offered = !encrypted && m_behaviour != SmtpBehaviour::NoStartTls && m_behaviour != SmtpBehaviour::HiddenStartTls;
    return "250-" + m_host + "\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n" + (offered ? "250-STARTTLS\r\n" : "") + "250 8BITMIME";
}

} // namespace mta
