// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/ownnetwork.h"

#include <QProcess>
#include <sched.h>

namespace mta
{
namespace
{

constexpr const char *rootServers[] = {"198.41.0.4",   "199.9.14.201", "192.33.4.12",   "199.7.91.13",   "192.203.230.10",
                                       "192.5.5.241",  "192.112.36.4", "198.97.190.53", "192.36.148.17", "192.58.128.30",
                                       "193.0.14.129", "199.7.83.42",  "202.12.27.33",  "170.247.170.2"};

bool ip(const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral("ip"), arguments) == 0;
}

} // namespace

QString enterOwnNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return QStringLiteral("a network of its own needs root");
    if (!ip({QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("up")}))
        return QStringLiteral("ip is not installed (package iproute2)");
    for (const char *address : rootServers) {
        if (!ip({QStringLiteral("addr"), QStringLiteral("add"), QLatin1String(address) + QLatin1String("/32"), QStringLiteral("dev"),
                 QStringLiteral("lo")}))
            return QStringLiteral("ip cannot add addresses");
    }
    return {};
}

QStringList rootServerAddresses()
{
    QStringList addresses;
    for (const char *address : rootServers)
        addresses.append(QLatin1String(address));
    return addresses;
}

} // namespace mta
