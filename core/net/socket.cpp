// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/socket.h"

#include <QtEndian>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace mta
{
namespace
{

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL; // a peer that is gone must not kill the program
#else
constexpr int sendFlags = 0;
#endif

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto &target = reinterpret_cast<sockaddr_in6 &>(result.storage);
        const Q_IPV6ADDR octets = address.toIPv6Address();
        target.sin6_family = AF_INET6;
        target.sin6_port = qToBigEndian(port);
        target.sin6_scope_id = address.scopeId().toUInt();
        std::copy(std::begin(octets.c), std::end(octets.c), target.sin6_addr.s6_addr);
        result.size = sizeof target;
    } else {
        auto &target = reinterpret_cast<sockaddr_in &>(result.storage);
        target.sin_family = AF_INET;
        target.sin_port = qToBigEndian(port);
        target.sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
        result.size = sizeof target;
    }
    return result;
}

void setOption(int socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}

/// `local` when the call itself failed: then this machine has no way, and the peer is not to blame.
Connected connectFailure(int error, bool local)
{
    const QString text = qt_error_string(error);
    switch (error) {
    case ECONNREFUSED:
        return {ConnectEnd::Refused, text};
    case ETIMEDOUT:
        return {ConnectEnd::Timeout, text};
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
        return {local ? ConnectEnd::NoNetwork : ConnectEnd::Unreachable, text};
    case ECONNRESET: // a SYN that is reset is ECONNREFUSED
        return {local ? ConnectEnd::NoNetwork : ConnectEnd::Reset, text};
    default:
        return {ConnectEnd::NoNetwork, text};
    }
}

/// Errors that come from the path or the peer; any other is this machine's.
bool isPeers(int error)
{
    return error == ECONNRESET || error == EPIPE || error == ECONNABORTED || error == ETIMEDOUT || error == EHOSTUNREACH ||
           error == ENETUNREACH || error == EHOSTDOWN || error == ECONNREFUSED || error == EPROTO;
}

Transfer cut(int error)
{
    return {isPeers(error) ? TransferEnd::Reset : TransferEnd::OwnTrouble, {}, false, qt_error_string(error)};
}

} // namespace

QHostAddress localAddressTowards(const QHostAddress &peer)
{
    constexpr quint16 anyPort = 9; // RFC 863: connecting a datagram socket only chooses the route
    const SocketAddress target = socketAddress(peer, anyPort);
    const Descriptor socket(::socket(target.storage.ss_family, SOCK_DGRAM, 0));
    SocketAddress local;
    local.size = sizeof local.storage;
    if (!socket || ::connect(socket.number(), reinterpret_cast<const sockaddr *>(&target.storage), target.size) != 0 ||
        ::getsockname(socket.number(), reinterpret_cast<sockaddr *>(&local.storage), &local.size) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&local.storage));
}

int Socket::stopBell(const std::stop_token &stop)
{
    if (!m_stopBell || m_stop != stop) {
        m_stop = stop;
        m_stopBell.emplace(stop);
    }
    return m_stopBell->number();
}

Socket::Wait Socket::wait(short events, const Context &context)
{
    Q_ASSERT(isOpen());
    std::array<pollfd, 2> waiting{{{m_socket.number(), events, 0}, {stopBell(context.stop), POLLIN, 0}}};
    for (;;) {
        const int ready = ::poll(waiting.data(), waiting.size(), pollTimeout(context.deadline));
        if (context.cancelled())
            return Wait::Cancelled;
        if (ready < 0 && !isAgain(errno))
            return Wait::Failed;
        if (ready > 0 && waiting[0].revents != 0)
            return Wait::Ready;
        if (context.expired())
            return Wait::Timeout;
    }
}

Transfer Socket::notReady(Wait waited)
{
    switch (waited) {
    case Wait::Timeout:
        return {TransferEnd::Timeout, {}, true, {}};
    case Wait::Failed:
        return cut(errno);
    default:
        return {TransferEnd::Cancelled, {}, true, {}};
    }
}

Connected Socket::connect(const QHostAddress &address, quint16 port, const Context &context)
{
    const SocketAddress target = socketAddress(address, port);
    Descriptor socket(::socket(target.storage.ss_family, SOCK_STREAM, 0));
    if (!socket)
        return connectFailure(errno, true);
    ::fcntl(socket.number(), F_SETFD, FD_CLOEXEC);
    if (::fcntl(socket.number(), F_SETFL, O_NONBLOCK) != 0)
        return connectFailure(errno, true);
    setOption(socket.number(), IPPROTO_TCP, TCP_NODELAY);
#ifdef SO_NOSIGPIPE
    setOption(socket.number(), SOL_SOCKET, SO_NOSIGPIPE);
#endif
    m_socket = std::move(socket);
    const bool now = ::connect(m_socket.number(), reinterpret_cast<const sockaddr *>(&target.storage), target.size) == 0;
    const Connected result = now ? Connected{ConnectEnd::Connected, {}} : finishConnecting(errno, context);
    if (!result)
        close();
    return result;
}

Connected Socket::finishConnecting(int error, const Context &context)
{
    if (error != EINPROGRESS && error != EINTR) // both go on by themselves
        return connectFailure(error, true);
    const Wait waited = wait(POLLOUT, context);
    if (waited == Wait::Failed)
        return {ConnectEnd::NoNetwork, qt_error_string(errno)};
    if (waited != Wait::Ready)
        return {waited == Wait::Timeout ? ConnectEnd::Timeout : ConnectEnd::Cancelled, {}};
    socklen_t size = sizeof error;
    if (::getsockopt(m_socket.number(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        return {ConnectEnd::NoNetwork, qt_error_string(errno)};
    return error == 0 ? Connected{ConnectEnd::Connected, {}} : connectFailure(error, false);
}

Transfer Socket::read(qsizetype most, const Context &context)
{
    QByteArray buffer(most, Qt::Uninitialized);
    for (;;) {
        const Wait waited = wait(POLLIN, context);
        if (waited != Wait::Ready)
            return notReady(waited);
        const ssize_t size = ::recv(m_socket.number(), buffer.data(), static_cast<size_t>(most), 0);
        if (size < 0 && isAgain(errno))
            continue;
        if (size < 0)
            return cut(errno);
#ifdef TCP_QUICKACK
        // A delayed acknowledgement would hold up a server that waits for it before its next segment: 40 ms each time.
        setOption(m_socket.number(), IPPROTO_TCP, TCP_QUICKACK);
#endif
        if (size == 0)
            return {TransferEnd::Eof, {}, true, {}};
        buffer.truncate(size);
        return {TransferEnd::Done, buffer, true, {}};
    }
}

Transfer Socket::write(const QByteArray &octets, const Context &context)
{
    for (qsizetype sent = 0; sent < octets.size();) {
        const ssize_t size = ::send(m_socket.number(), octets.constData() + sent, static_cast<size_t>(octets.size() - sent), sendFlags);
        if (size >= 0) {
            sent += size;
            continue;
        }
        if (!isAgain(errno))
            return cut(errno);
        if (const Wait waited = wait(POLLOUT, context); waited != Wait::Ready)
            return notReady(waited);
    }
    return {};
}

void Socket::sendIfItFits(const QByteArray &octets)
{
    [[maybe_unused]] const auto sent = ::send(m_socket.number(), octets.constData(), static_cast<size_t>(octets.size()), sendFlags);
}

} // namespace mta
