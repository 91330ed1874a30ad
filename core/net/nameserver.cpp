// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/nameserver.h"

#include <QCoreApplication>
#include <QFile>

namespace mta
{
namespace
{

constexpr qsizetype maxNameservers = 3;         // resolv.conf(5), MAXNS
constexpr qint64 maxResolvConfSize = 64 * 1024; // far more than any real one

/// Strict: QHostAddress would also take "1" and "10.1".
QHostAddress parseAddress(QStringView text)
{
    const QHostAddress address(text.toString());
    const bool ipv4 = address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') == 3;
    return ipv4 || address.protocol() == QAbstractSocket::IPv6Protocol ? address : QHostAddress();
}

Error unusable(QStringView text)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("UnboundResolver", "\"%1\" is not the address of a DNS server. Give an IP address, with a port "
                                                           "if it is not 53: 192.0.2.53, 192.0.2.53:5300, [2001:db8::53]:5300.")
                .arg(text.toString())};
}

} // namespace

Result<Nameserver> parseNameserver(QStringView text)
{
    const QStringView whole = text.trimmed();
    QStringView host = whole;
    QStringView port;
    if (whole.startsWith(u'[')) {
        const qsizetype end = whole.indexOf(u']');
        const QStringView rest = end < 0 ? QStringView() : whole.mid(end + 1);
        if (end < 0 || (!rest.isEmpty() && !rest.startsWith(u':')))
            return unusable(text);
        host = whole.mid(1, end - 1);
        port = rest.mid(1);
        if (rest.size() == 1 || !host.contains(u':'))
            return unusable(text);
    } else if (whole.count(u':') == 1) {
        host = whole.left(whole.indexOf(u':'));
        port = whole.mid(host.size() + 1);
        if (port.isEmpty())
            return unusable(text);
    }
    Nameserver server{parseAddress(host), 53};
    bool isNumber = true;
    if (!port.isEmpty())
        server.port = port.toUShort(&isNumber);
    if (server.address.isNull() || !isNumber || server.port == 0)
        return unusable(text);
    return server;
}

QString nameserverText(const Nameserver &server)
{
    const QString address = server.address.toString();
    if (server.port == 53)
        return address;
    const bool ipv6 = server.address.protocol() == QAbstractSocket::IPv6Protocol;
    return (ipv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(server.port);
}

QList<Nameserver> resolvConfNameservers(const QByteArray &resolvConf)
{
    QList<Nameserver> servers;
    for (const QByteArray &line : resolvConf.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || words.first() != "nameserver" || servers.size() == maxNameservers)
            continue;
        const QHostAddress address = parseAddress(QString::fromLatin1(words.at(1)));
        if (!address.isNull())
            servers.append({address, 53});
    }
    if (servers.isEmpty())
        servers.append({QHostAddress(QHostAddress::LocalHost), 53}); // resolv.conf(5): the default is this machine
    return servers;
}

QList<Nameserver> systemNameservers(const QString &resolvConf)
{
    QFile file(resolvConf);
    QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(maxResolvConfSize) : QByteArray();
    if (!file.atEnd())
        text.truncate(text.lastIndexOf('\n') + 1); // half a line may be another address
    return resolvConfNameservers(text);
}

} // namespace mta
