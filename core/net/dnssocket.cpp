// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/dnssocket.h"

#include "dns/message.h"
#include <QRandomGenerator>
#include <QtEndian>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>

namespace mta
{
namespace
{

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;

    const sockaddr *pointer() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

SocketAddress toSocketAddress(const Nameserver &server)
{
    SocketAddress result;
    if (server.address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(server.port);
        address.sin_addr.s_addr = qToBigEndian(server.address.toIPv4Address());
        result.size = sizeof address;
        std::memcpy(&result.storage, &address, sizeof address);
        return result;
    }
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = qToBigEndian(server.port);
    const Q_IPV6ADDR raw = server.address.toIPv6Address();
    std::memcpy(&address.sin6_addr, raw.c, sizeof raw.c);
    if (const QString scope = server.address.scopeId(); !scope.isEmpty()) {
        bool isNumber = false;
        const unsigned index = scope.toUInt(&isNumber);
        address.sin6_scope_id = isNumber ? index : ::if_nametoindex(scope.toLocal8Bit().constData());
    }
    result.size = sizeof address;
    std::memcpy(&result.storage, &address, sizeof address);
    return result;
}

QString trouble(const Nameserver &server, int code)
{
    return nameserverText(server) + QLatin1String(": ") + QString::fromLocal8Bit(std::generic_category().message(code).c_str());
}

/// A non-blocking socket with a connection begun; for datagrams that is all there is to it, and the kernel picks a random port (RFC 5452
/// §9.2).
Result<Descriptor> openSocket(const Nameserver &server, int type)
{
    const SocketAddress address = toSocketAddress(server);
    Descriptor socket(::socket(address.storage.ss_family, type, 0));
    if (!socket)
        return Error{ErrorCode::Io, trouble(server, errno)};
    ::fcntl(socket.number(), F_SETFD, FD_CLOEXEC);
    if (::fcntl(socket.number(), F_SETFL, O_NONBLOCK) != 0)
        return Error{ErrorCode::Io, trouble(server, errno)};
    if (::connect(socket.number(), address.pointer(), address.size) != 0 && errno != EINPROGRESS && errno != EINTR)
        return Error{ErrorCode::Io, trouble(server, errno)};
    return socket;
}

/// One exchange over TCP, step by step; every step waits until it can be done, or gives a reason why it cannot.
class Stream
{
public:
    Stream(const Nameserver &server, Descriptor socket, const Context &context, int stopBell)
        : m_server(server), m_socket(std::move(socket)), m_context(context), m_stopBell(stopBell)
    {
    }

    bool write(const QByteArray &octets)
    {
        qsizetype done = 0;
        while (done < octets.size()) {
            if (!ready(POLLOUT))
                return false;
            const ssize_t sent =
                ::send(m_socket.number(), octets.constData() + done, static_cast<size_t>(octets.size() - done), MSG_NOSIGNAL);
            if (sent < 0 && !isAgain(errno))
                return fail(errno);
            done += std::max<ssize_t>(sent, 0);
        }
        return true;
    }

    bool read(QByteArray &octets, qsizetype size)
    {
        octets.resize(size);
        qsizetype done = 0;
        while (done < size) {
            if (!ready(POLLIN))
                return false;
            const ssize_t got = ::recv(m_socket.number(), octets.data() + done, static_cast<size_t>(size - done), 0);
            if (got == 0)
                return fail(ECONNRESET);
            if (got < 0 && !isAgain(errno))
                return fail(errno);
            done += std::max<ssize_t>(got, 0);
        }
        return true;
    }

    DnsReply failure() const { return m_failure; }

private:
    bool ready(short events)
    {
        std::array<pollfd, 2> polled{{{m_socket.number(), events, 0}, {m_stopBell, POLLIN, 0}}};
        const int count = ::poll(polled.data(), polled.size(), pollTimeout(m_context.deadline));
        if (m_context.cancelled()) {
            m_failure.end = DnsReply::End::Cancelled;
            return false;
        }
        if (count < 0 && errno != EINTR)
            return fail(errno);
        if (count == 0 || m_context.expired()) {
            fail(ETIMEDOUT);
            m_failure.end = DnsReply::End::TimedOut;
            return false;
        }
        return count < 0 ? ready(events) : true;
    }

    bool fail(int code)
    {
        m_failure = {DnsReply::End::Failed, {}, QLatin1String("TCP ") + trouble(m_server, code)};
        return false;
    }

    Nameserver m_server;
    Descriptor m_socket;
    Context m_context;
    int m_stopBell;
    DnsReply m_failure;
};

} // namespace

Result<Descriptor> openDatagramSocket(const Nameserver &server)
{
    return openSocket(server, SOCK_DGRAM);
}

QString sendDatagram(const Descriptor &socket, const QByteArray &octets, const Nameserver &server)
{
    ssize_t sent = -1;
    do
        sent = ::send(socket.number(), octets.constData(), static_cast<size_t>(octets.size()), 0);
    while (sent < 0 && errno == EINTR);
    // A question that was not sent is sent again, as one that was lost.
    return sent >= 0 || isAgain(errno) ? QString() : trouble(server, errno);
}

Datagram receiveDatagram(const Descriptor &socket, const Nameserver &server)
{
    std::array<char, maxDnsMessage> buffer;
    const ssize_t size = ::recv(socket.number(), buffer.data(), buffer.size(), 0);
    if (size >= 0)
        return {QByteArray(buffer.data(), size), {}};
    return {{}, isAgain(errno) ? QString() : trouble(server, errno)};
}

DnsReply askOverTcp(const Nameserver &server, const Question &question, Asked asked, bool oldForm, const Context &context, int stopBell)
{
    Result<Descriptor> socket = openSocket(server, SOCK_STREAM);
    if (!socket)
        return {DnsReply::End::Failed, {}, QLatin1String("TCP ") + socket.error().text};
    Stream stream(server, std::move(socket).value(), context, stopBell);
    const quint16 id = static_cast<quint16>(QRandomGenerator::system()->bounded(0x10000));
    const QByteArray query = oldForm ? makePlainQuery(question, id, asked) : makeQuery(question, id, asked);
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(query.size()), length.data()); // RFC 1035 §4.2.2
    QByteArray message;
    if (!stream.write(length + query) || !stream.read(length, 2) || !stream.read(message, qFromBigEndian<quint16>(length.constData())))
        return stream.failure();
    const MessageHeader header = readMessage(message, question);
    if (!header.valid || header.truncated || qFromBigEndian<quint16>(message.constData()) != id)
        return {DnsReply::End::Failed, {}, QLatin1String("TCP ") + nameserverText(server) + QLatin1String(": not the answer")};
    return {DnsReply::End::Answered, message, {}};
}

} // namespace mta
