// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/smtpserver.h"

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mta::fakes
{

namespace
{

constexpr int tick = 20; // milliseconds between looks at whether the server is over

int listenOnLoopback(quint16 *port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    auto *raw = reinterpret_cast<sockaddr *>(&address);
    if (descriptor < 0 || ::bind(descriptor, raw, length) != 0 || ::listen(descriptor, 64) != 0 ||
        ::getsockname(descriptor, raw, &length) != 0)
        qFatal("cannot listen on 127.0.0.1");
    *port = ntohs(address.sin_port);
    return descriptor;
}

bool readable(int descriptor)
{
    pollfd poll = {descriptor, POLLIN, 0};
    return ::poll(&poll, 1, tick) > 0;
}

} // namespace

SmtpPeer::~SmtpPeer()
{
    cut();
}

void SmtpPeer::say(const QByteArray &octets)
{
    if (m_ssl)
        SSL_write(m_ssl.get(), octets.constData(), static_cast<int>(octets.size()));
    else if (m_descriptor >= 0)
        std::ignore = ::send(m_descriptor, octets.constData(), static_cast<size_t>(octets.size()), MSG_NOSIGNAL);
}

bool SmtpPeer::waitReadable()
{
    if (m_ssl && SSL_pending(m_ssl.get()) > 0)
        return true;
    while (!m_over && m_descriptor >= 0) {
        if (readable(m_descriptor))
            return true;
    }
    return false;
}

QByteArray SmtpPeer::hearOctets()
{
    QByteArray octets(4096, Qt::Uninitialized);
    if (!waitReadable())
        return {};
    const ssize_t size = m_ssl ? SSL_read(m_ssl.get(), octets.data(), static_cast<int>(octets.size()))
                               : ::recv(m_descriptor, octets.data(), static_cast<size_t>(octets.size()), 0);
    octets.truncate(qMax<qsizetype>(size, 0));
    return octets;
}

QByteArray SmtpPeer::hear()
{
    while (!m_buffer.contains('\n')) {
        const QByteArray octets = hearOctets();
        if (octets.isEmpty())
            return {};
        m_buffer += octets;
    }
    const qsizetype end = m_buffer.indexOf('\n');
    const QByteArray line = m_buffer.first(end).trimmed();
    m_buffer.remove(0, end + 1);
    return line;
}

bool SmtpPeer::startTls(const Identity &identity, int minimum, int maximum)
{
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context.get(), minimum);
    SSL_CTX_set_max_proto_version(context.get(), maximum);
    SSL_CTX_use_certificate(context.get(), identity.x509.get());
    SSL_CTX_use_PrivateKey(context.get(), identity.key.get());
    const std::shared_ptr<SSL> ssl(SSL_new(context.get()), SSL_free);
    SSL_set_fd(ssl.get(), m_descriptor);
    if (!waitReadable() || SSL_accept(ssl.get()) != 1)
        return false;
    const char *name = SSL_get_servername(ssl.get(), TLSEXT_NAMETYPE_host_name);
    m_serverName = name ? name : "";
    m_ssl = ssl;
    return true;
}

void SmtpPeer::waitUntilClosed()
{
    while (!hearOctets().isEmpty()) {
    }
}

void SmtpPeer::pause(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_over && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void SmtpPeer::cut()
{
    if (m_ssl)
        SSL_shutdown(m_ssl.get());
    m_ssl.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void SmtpPeer::reset()
{
    const linger now = {1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    m_ssl.reset();
    ::close(m_descriptor);
    m_descriptor = -1;
}

void SmtpPeer::greetAndOffer()
{
    say("220 mx.example ESMTP\r\n");
    hear();
    say("250-mx.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n");
    hear();
}

SmtpServer::SmtpServer(Script script) : m_script(std::move(script)), m_listener(listenOnLoopback(&m_port))
{
    m_acceptor = std::thread([this] { accept(); });
}

SmtpServer::~SmtpServer()
{
    m_over = true;
    m_acceptor.join();
    for (std::thread &talk : m_talks)
        talk.join();
    ::close(m_listener);
}

void SmtpServer::accept()
{
    while (!m_over) {
        if (!readable(m_listener))
            continue;
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0)
            continue;
        ++m_connections;
        m_talks.emplace_back([this, descriptor] {
            SmtpPeer peer(descriptor, m_over);
            m_script(peer);
        });
    }
}

quint16 closedPort()
{
    quint16 port = 0;
    ::close(listenOnLoopback(&port));
    return port;
}

} // namespace mta::fakes
