// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/tlsserver.h"

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace mta::dane
{

using fakes::TlsOptions;
using fakes::TlsPeer;

/// A server at any loopback address. TlsServer has 127.0.0.1 only, and mail servers are told apart by address, before any name is said.
class Listener
{
public:
    Listener(const QByteArray &address, quint16 port, std::function<void(TlsPeer &)> script) : m_script(std::move(script))
    {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int yes = 1;
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        sockaddr_in place = {};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        inet_pton(AF_INET, address.constData(), &place.sin_addr);
        m_listening = ::bind(m_descriptor, reinterpret_cast<sockaddr *>(&place), sizeof(place)) == 0 && ::listen(m_descriptor, 32) == 0;
        m_acceptor = std::thread([this] { accept(); });
    }
    ~Listener()
    {
        m_over = true;
        m_acceptor.join();
        for (std::thread &talk : m_talks)
            talk.join();
        ::close(m_descriptor);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    bool isListening() const { return m_listening; }

private:
    void accept()
    {
        while (!m_over && m_listening) {
            pollfd poll = {m_descriptor, POLLIN, 0};
            if (::poll(&poll, 1, 20) <= 0)
                continue;
            const int descriptor = ::accept4(m_descriptor, nullptr, nullptr, SOCK_CLOEXEC);
            if (descriptor < 0)
                continue;
            m_talks.emplace_back([this, descriptor] {
                TlsPeer peer(descriptor, m_over);
                m_script(peer);
            });
        }
    }

    const std::function<void(TlsPeer &)> m_script;
    int m_descriptor = -1;
    bool m_listening = false;
    std::atomic<bool> m_over = false;
    std::vector<std::thread> m_talks;
    std::thread m_acceptor;
};

/// A mail server, as far as a probe goes.
inline std::function<void(TlsPeer &)> mailServer(const TlsOptions &options, bool startTls)
{
    return [=](TlsPeer &peer) {
        bool encrypted = false;
        peer.write("220 ready\r\n");
        for (QByteArray line = peer.readUntil("\r\n"); !line.isEmpty(); line = peer.readUntil("\r\n")) {
            if (line.startsWith("EHLO"))
                peer.write(startTls && !encrypted ? "250-here\r\n250 STARTTLS\r\n" : "250 here\r\n");
            else if (line.startsWith("STARTTLS") && startTls && peer.write("220 go ahead\r\n")) {
                if (!peer.startTls(options))
                    return;
                encrypted = true;
            } else if (line.startsWith("QUIT")) {
                peer.write("221 bye\r\n");
                return;
            } else {
                peer.write("502 no\r\n");
            }
        }
    };
}

} // namespace mta::dane
