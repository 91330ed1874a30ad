// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/socks5.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QUrl>
#include <QtEndian>

namespace mta
{
namespace
{

constexpr char socksVersion = 5;
constexpr char noAuthentication = 0;
constexpr char commandConnect = 1;
constexpr char addressIpv4 = 1;
constexpr char addressName = 3;
constexpr char addressIpv6 = 4;

/// CONNECT, reserved, address, port (RFC 1928 §4).
QByteArray connectRequest(const QHostAddress &target, quint16 port)
{
    QByteArray request;
    request.append(socksVersion).append(commandConnect).append('\0');
    if (target.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR address = target.toIPv6Address();
        request.append(addressIpv6).append(reinterpret_cast<const char *>(address.c), sizeof address.c);
    } else {
        const quint32 address = qToBigEndian(target.toIPv4Address());
        request.append(addressIpv4).append(reinterpret_cast<const char *>(&address), sizeof address);
    }
    const quint16 number = qToBigEndian(port);
    return request.append(reinterpret_cast<const char *>(&number), sizeof number);
}

QString replyText(int reply) // RFC 1928 §6
{
    switch (reply) {
    case 1:
        return QStringLiteral("the proxy reports a general failure");
    case 2:
        return QStringLiteral("the proxy does not allow this connection");
    case 3:
        return QStringLiteral("network unreachable from the proxy");
    case 4:
        return QStringLiteral("host unreachable from the proxy");
    case 5:
        return QStringLiteral("connection refused");
    case 6:
        return QStringLiteral("the packets' time to live ran out behind the proxy");
    case 7:
        return QStringLiteral("the proxy does not know the command");
    case 8:
        return QStringLiteral("the proxy does not know this type of address");
    default:
        return QStringLiteral("the proxy answers with the unknown code %1").arg(reply);
    }
}

} // namespace

Result<Socks5Proxy> parseProxy(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool plain = parsed.userInfo().isEmpty() && (parsed.path().isEmpty() || parsed.path() == u"/") && !parsed.hasQuery();
    if (!parsed.isValid() || parsed.scheme() != u"socks5" || parsed.host().isEmpty() || !plain || parsed.port() == 0)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate(
                         "Proxy", "The proxy \"%1\" cannot be used. Write it as socks5://HOST:PORT, without user name and password.")
                         .arg(url)};
    Socks5Proxy proxy;
    proxy.port = static_cast<quint16>(parsed.port(proxy.port));
    if (proxy.address.setAddress(parsed.host()))
        return proxy;
    const QList<QHostAddress> addresses = QHostInfo::fromName(parsed.host()).addresses();
    if (addresses.isEmpty())
        return Error{ErrorCode::NotFound, QCoreApplication::translate("Proxy", "The proxy's host %1 has no address.").arg(parsed.host())};
    proxy.address = addresses.first();
    return proxy;
}

Socks5Dialog::Socks5Dialog(const QHostAddress &target, quint16 port) : m_target(target), m_port(port)
{
    m_output.append(socksVersion).append('\1').append(noAuthentication); // RFC 1928 §3: one method offered
}

QByteArray Socks5Dialog::takeOutput()
{
    return std::exchange(m_output, {});
}

qsizetype Socks5Dialog::wanted() const
{
    return m_wanted - m_buffer.size();
}

Socks5Dialog::State Socks5Dialog::feed(QByteArrayView octets)
{
    m_buffer.append(octets);
    while (m_state == State::Working && m_buffer.size() >= m_wanted)
        m_state = m_step == Step::Method ? onMethod() : onReply();
    return m_state;
}

Socks5Dialog::State Socks5Dialog::onMethod()
{
    if (m_buffer.at(0) != socksVersion || m_buffer.at(1) != noAuthentication)
        return State::Failed;
    m_buffer.clear();
    m_output = connectRequest(m_target, m_port);
    m_step = Step::Reply;
    m_wanted = 5; // version, reply, reserved, type, and the first octet of the address: a length if it is a name
    return State::Working;
}

Socks5Dialog::State Socks5Dialog::onReply()
{
    if (m_step == Step::Bound)
        return State::Connected;
    if (m_buffer.at(0) != socksVersion)
        return State::Failed;
    m_reply = static_cast<unsigned char>(m_buffer.at(1));
    if (m_reply != 0)
        return m_reply == 5 ? State::Refused : m_reply == 3 || m_reply == 4 || m_reply == 6 ? State::Unreachable : State::Failed;
    constexpr qsizetype frame = 4 + 2; // all but the address, which is of no use here
    switch (m_buffer.at(3)) {
    case addressIpv4:
        m_wanted = frame + 4;
        break;
    case addressIpv6:
        m_wanted = frame + 16;
        break;
    case addressName:
        m_wanted = frame + 1 + static_cast<unsigned char>(m_buffer.at(4));
        break;
    default:
        return State::Failed;
    }
    m_step = Step::Bound;
    return State::Working;
}

QString Socks5Dialog::text() const
{
    if (m_state == State::Working || m_state == State::Connected)
        return {};
    if (m_reply != 0)
        return replyText(m_reply);
    const bool password = m_step == Step::Method && m_buffer.startsWith(socksVersion);
    return password ? QStringLiteral("the proxy asks for a user name and password") : QStringLiteral("the proxy does not speak SOCKS5");
}

} // namespace mta
