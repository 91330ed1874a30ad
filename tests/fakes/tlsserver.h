// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/testca.h"
#include <QHostAddress>
#include <atomic>
#include <chrono>
#include <functional>
#include <openssl/ssl.h>
#include <thread>
#include <vector>

namespace mta::fakes
{

/// How the server's side of a handshake is done.
struct TlsOptions {
    QList<Identity> chain = {}; ///< leaf first; only the leaf's key is used
    QList<Identity> other = {}; ///< a second one, with a key of another kind
    int minimum = 0;            ///< OpenSSL's version numbers; 0 for any current one
    int maximum = 0;
    QByteArray ciphers = "ALL:@SECLEVEL=0"; ///< up to TLS 1.2
    QByteArray ocspResponse = {};
    bool wantsClientCertificate = false;
};

/// The server's end of one TCP connection, for a script to act through. Every call blocks, but no longer than the server lives.
class TlsPeer
{
public:
    TlsPeer(int descriptor, const std::atomic<bool> &over) : m_descriptor(descriptor), m_over(over) {}
    ~TlsPeer();
    TlsPeer(const TlsPeer &) = delete;
    TlsPeer &operator=(const TlsPeer &) = delete;

    bool startTls(const TlsOptions &options);
    QByteArray serverName() const { return m_serverName; } ///< SNI of the client
    QByteArray protocol() const { return m_protocol; }     ///< first of the client's ALPN list
    bool askedForStatus() const { return m_askedForStatus; }

    QByteArray read();                                 ///< whatever comes next; empty when the client is gone
    QByteArray readExactly(qsizetype size);            ///< less when the client is gone
    QByteArray readUntil(const QByteArray &separator); ///< up to and with it; less when the client is gone
    bool write(const QByteArray &octets);              ///< false when the client is gone
    bool writeSlowly(const QByteArray &octets, std::chrono::milliseconds perOctet);
    bool sendTicket();       ///< a TLS 1.3 session ticket
    bool sendKeyUpdate();    ///< of TLS 1.3, and asks for the client's
    bool sendHelloRequest(); ///< asks for a renegotiation, up to TLS 1.2
    void waitUntilClosed();  ///< says nothing
    bool pause(std::chrono::milliseconds time);
    void close(); ///< close_notify where TLS is up, then an orderly end of TCP
    void cut();   ///< an orderly end of TCP, without close_notify
    void reset(); ///< RST
    int descriptor() const { return m_descriptor; }

private:
    bool waitReadable();
    static int onClientHello(SSL *ssl, int *alert, void *self);

    int m_descriptor;
    const std::atomic<bool> &m_over;
    QByteArray m_buffer;
    QByteArray m_serverName;
    QByteArray m_protocol;
    bool m_askedForStatus = false;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl{nullptr, SSL_free};
};

/// A server on 127.0.0.1, or another loopback address, that plays the same script to everyone who connects, each in a thread of its own.
class TlsServer
{
public:
    using Script = std::function<void(TlsPeer &)>;
    explicit TlsServer(Script script, const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);
    ~TlsServer();
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }

private:
    void accept();

    const Script m_script;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_over = false;
    std::atomic<int> m_connections = 0;
    std::vector<std::thread> m_talks;
    std::thread m_acceptor;
};

/// A script for a web server: a handshake, one request, this answer, and an orderly end.
TlsServer::Script answering(const TlsOptions &options, const QByteArray &answer);
/// A whole answer with a body and its length.
QByteArray httpAnswer(const QByteArray &statusAndHeaders, const QByteArray &body);

/// A SOCKS5 proxy that connects where it is asked to, whatever the address; `reply` other than 0 refuses everything with that code.
TlsServer::Script socksProxy(char reply = 0);

} // namespace mta::fakes
