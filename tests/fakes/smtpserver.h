// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/testca.h"
#include <QByteArrayList>
#include <atomic>
#include <functional>
#include <mutex>
#include <openssl/ssl.h>
#include <thread>
#include <vector>

namespace mta::fakes
{

/// The server's end of one connection, for a script to talk through. Every call blocks, but no longer than the server lives.
class SmtpPeer
{
public:
    SmtpPeer(int descriptor, const std::atomic<bool> &over) : m_descriptor(descriptor), m_over(over) {}
    ~SmtpPeer();
    SmtpPeer(const SmtpPeer &) = delete;
    SmtpPeer &operator=(const SmtpPeer &) = delete;

    void say(const QByteArray &octets); ///< as it is, inside TLS once that is up
    QByteArray hear();                  ///< one line without its end; empty when the client is gone
    QByteArray hearOctets();            ///< whatever comes next, before TLS only
    /// The server's side of a handshake; `minimum` and `maximum` are OpenSSL's version numbers, 0 for any current one.
    bool startTls(const Identity &identity, int minimum = 0, int maximum = 0);
    QByteArray serverName() const { return m_serverName; } ///< SNI of the client
    void waitUntilClosed();                                ///< reads on, says nothing
    void pause(std::chrono::milliseconds time);
    void cut();   ///< an orderly end of TCP
    void reset(); ///< RST

    /// Greets and goes along up to the answer to STARTTLS.
    void greetAndOffer();

private:
    bool waitReadable();

    int m_descriptor;
    const std::atomic<bool> &m_over;
    QByteArray m_buffer;
    QByteArray m_serverName;
    std::shared_ptr<SSL> m_ssl;
};

/// A server on 127.0.0.1 that plays the same script to everyone who connects, each in a thread of its own.
class SmtpServer
{
public:
    using Script = std::function<void(SmtpPeer &)>;
    explicit SmtpServer(Script script);
    ~SmtpServer();
    SmtpServer(const SmtpServer &) = delete;
    SmtpServer &operator=(const SmtpServer &) = delete;

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }

private:
    void accept();

    const Script m_script;
    quint16 m_port = 0;
    int m_listener = -1; // fills in the port
    std::atomic<bool> m_over = false;
    std::atomic<int> m_connections = 0;
    std::vector<std::thread> m_talks;
    std::thread m_acceptor;
};

/// A port of 127.0.0.1 on which nobody listens.
quint16 closedPort();

} // namespace mta::fakes
