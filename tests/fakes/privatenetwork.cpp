// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/privatenetwork.h"

#include "fakes/realservers.h"
#include <QProcess>
#include <sched.h>

namespace mta::fakes
{
namespace
{

bool entered = false;

bool inBatch(const QByteArrayList &commands)
{
    QProcess ip;
    ip.start(serverProgram("ip"), {QStringLiteral("-batch"), QStringLiteral("-")});
    ip.write(commands.join('\n') + '\n');
    ip.closeWriteChannel();
    return ip.waitForFinished(10000) && ip.exitStatus() == QProcess::NormalExit && ip.exitCode() == 0;
}

} // namespace

bool enterPrivateNetwork()
{
    entered = unshare(CLONE_NEWNET) == 0 && inBatch({"link set lo up"});
    return entered;
}

bool inPrivateNetwork()
{
    return entered;
}

bool addAddresses(const QByteArrayList &addresses)
{
    QByteArrayList commands;
    for (const QByteArray &address : addresses) // nodad: usable at once
        commands.append("address add " + address + " dev lo" + (address.contains(':') ? " nodad" : ""));
    return inBatch(commands);
}

bool makeUnreachable(const QByteArrayList &networks)
{
    QByteArrayList commands;
    for (const QByteArray &network : networks)
        commands.append("route add unreachable " + network);
    return inBatch(commands);
}

} // namespace mta::fakes
