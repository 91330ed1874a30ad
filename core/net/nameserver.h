// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringView>

namespace mta
{

/// Where questions are sent to.
struct Nameserver {
    QHostAddress address;
    quint16 port = 53;

    bool operator==(const Nameserver &) const = default;
};

/// "192.0.2.53", "192.0.2.53:5300", "2001:db8::53", "[::1]:53". Addresses only: a name would have to be resolved first.
Result<Nameserver> parseNameserver(QStringView text);

/// As parseNameserver() reads it; the port is left out when it is 53.
QString nameserverText(const Nameserver &server);

/// The nameservers of a resolv.conf(5), in order, three at most; this machine itself where there is none.
QList<Nameserver> resolvConfNameservers(const QByteArray &resolvConf);

/// Those of this system, by its file.
QList<Nameserver> systemNameservers(const QString &resolvConf = QStringLiteral("/etc/resolv.conf"));

} // namespace mta
