// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/tlspeer.h"
#include <QTcpServer>
#include <QTcpSocket>

namespace mta
{

/// What an MX host does.
enum class SmtpBehaviour {
    Normal,
    NoStartTls,      ///< neither offered nor accepted
    HiddenStartTls,  ///< accepted, but missing in the answer to EHLO, as if something on the path had struck it out
    RefusesStartTls, ///< offered, then 454
    Busy,            ///< greets everyone with 421
    OldTls,          ///< TLS 1.0 and 1.1 only
    Down,            ///< nobody listens
};

/// One MX host: greets, answers EHLO, starts TLS. It takes no mail.
class SmtpServer : public QObject
{
public:
    SmtpServer(QByteArray host, SmtpBehaviour behaviour, ServerIdentity identity, QObject *parent = nullptr);
    bool listen(const QHostAddress &address, quint16 port) { return m_server.listen(address, port); }
    quint16 port() const { return m_server.serverPort(); }

private:
    struct Connection {
        QTcpSocket *socket = nullptr;
        std::unique_ptr<TlsPeer> tls; ///< from STARTTLS on
        QByteArray buffer;            ///< received, not yet a whole line
    };
    void accept();
    void onReadyRead(Connection &connection);
    void onLine(Connection &connection, const QByteArray &line);
    void onStartTls(Connection &connection);
    void reply(Connection &connection, const QByteArray &text);
    QByteArray capabilities(bool encrypted) const;

    QByteArray m_host;
    SmtpBehaviour m_behaviour;
    ServerIdentity m_identity;
    TlsSetup m_tls;
    QTcpServer m_server;
};

} // namespace mta
