// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/scriptedservers.h"

#include <csignal>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mta::fakes
{
namespace
{

struct SocketAddress {
    sockaddr_storage storage = {};
    socklen_t length = 0;
    const sockaddr *raw() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *ipv4 = reinterpret_cast<sockaddr_in *>(&result.storage);
        ipv4->sin_family = AF_INET;
        ipv4->sin_port = htons(port);
        ipv4->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.length = sizeof *ipv4;
    } else {
        auto *ipv6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
        ipv6->sin6_family = AF_INET6;
        ipv6->sin6_port = htons(port);
        const Q_IPV6ADDR octets = address.toIPv6Address();
        std::memcpy(&ipv6->sin6_addr, &octets, sizeof octets);
        result.length = sizeof *ipv6;
    }
    return result;
}

/// -1 when it cannot be had.
int listenAt(const SocketAddress &address, int backlog)
{
    const int descriptor = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(descriptor, address.raw(), address.length) == 0 && ::listen(descriptor, backlog) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

ScriptedServers::~ScriptedServers()
{
    m_over = true;
    if (m_acceptor.joinable())
        m_acceptor.join();
    for (std::thread &talk : m_talks)
        talk.join();
    for (const Listener &listener : m_listeners)
        ::close(listener.descriptor);
    for (const int descriptor : m_idle)
        ::close(descriptor);
}

bool ScriptedServers::listen(const QHostAddress &address, quint16 port, Script script)
{
    const int descriptor = listenAt(socketAddress(address, port), 64);
    if (descriptor >= 0)
        m_listeners.push_back({descriptor, std::move(script)});
    return descriptor >= 0;
}

bool ScriptedServers::stayAway(const QHostAddress &address, quint16 port)
{
    const SocketAddress place = socketAddress(address, port);
    const int descriptor = listenAt(place, 0);
    if (descriptor < 0)
        return false;
    m_idle.push_back(descriptor);
    // A queue of length 0 takes one connection; the kernel drops what comes when it is full.
    for (int i = 0; i < 3; ++i) {
        const int client = ::socket(place.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        std::ignore = ::connect(client, place.raw(), place.length);
        m_idle.push_back(client);
    }
    return true;
}

void ScriptedServers::start()
{
    m_acceptor = std::thread([this] { accept(); });
}

void ScriptedServers::accept()
{
    // A client that is gone must not kill the test; only these threads are spared, for the client itself has to look after that.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    std::vector<pollfd> waiting;
    for (const Listener &listener : m_listeners)
        waiting.push_back({listener.descriptor, POLLIN, 0});
    while (!m_over) {
        if (::poll(waiting.data(), waiting.size(), 20) <= 0)
            continue;
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents == 0)
                continue;
            const int descriptor = ::accept4(waiting[i].fd, nullptr, nullptr, SOCK_CLOEXEC);
            if (descriptor < 0)
                continue;
            m_talks.emplace_back([this, descriptor, &script = m_listeners[i].script] {
                TlsPeer peer(descriptor, m_over);
                script(peer);
            });
        }
    }
}

void greetAndOffer(TlsPeer &peer)
{
    peer.write("220 mx.example ESMTP\r\n");
    peer.readUntil("\r\n");
    peer.write("250-mx.example\r\n250 STARTTLS\r\n");
    peer.readUntil("\r\n");
}

void finishInTls(TlsPeer &peer, const TlsOptions &options)
{
    peer.write("220 go ahead\r\n");
    if (!peer.startTls(options))
        return;
    peer.readUntil("\r\n");
    peer.write("250 mx.example\r\n");
    peer.readUntil("\r\n");
    peer.write("221 bye\r\n");
}

} // namespace mta::fakes
