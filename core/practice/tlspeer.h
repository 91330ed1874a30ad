// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/authority.h"
#include <QByteArray>
#include <QByteArrayView>
#include <functional>
#include <memory>
#include <openssl/types.h>

namespace mta
{

/// How a server of the practice world speaks TLS; one per kind of server, shared by its connections.
class TlsSetup
{
public:
    /// What to show for the server name (SNI) a client asked for; empty name without SNI. Null: refuse the handshake.
    using Choose = std::function<const ServerIdentity *(const QByteArray &serverName)>;

    explicit TlsSetup(Choose choose);
    SSL_CTX *context() const { return m_context.get(); }
    const ServerIdentity *choose(const QByteArray &serverName) const { return m_choose(serverName); }

private:
    std::shared_ptr<SSL_CTX> m_context;
    Choose m_choose;
};

/// The server's side of one TLS connection, without a socket: octets in, octets out.
class TlsPeer
{
public:
    enum class Versions { Current, OnlyOld };
    explicit TlsPeer(const TlsSetup &setup, Versions versions = Versions::Current);

    /// Octets from the client; gives what they hold in plain text.
    QByteArray feed(const QByteArray &octets);
    void send(const QByteArray &plain);
    void sendCloseNotify();
    /// Octets to write to the client, and none left behind.
    QByteArray takeOutput();
    bool established() const;
    bool failed() const { return m_failed; }
    QByteArray serverName() const { return m_serverName; }

private:
    static int onServerName(SSL *ssl, int *alert, void *);
    bool use(const ServerIdentity &identity);
    friend class TlsSetup;

    const TlsSetup &m_setup;
    std::unique_ptr<SSL, void (*)(SSL *)> m_ssl;
    BIO *m_in = nullptr;  ///< owned by m_ssl
    BIO *m_out = nullptr; ///< owned by m_ssl
    QByteArray m_serverName;
    bool m_failed = false;
};

} // namespace mta
