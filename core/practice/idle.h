// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpSocket>
#include <QTimer>

namespace mta
{

/// Ends a connection after a minute, whatever it does, and frees it when it has ended; sends small pieces at once.
inline void closeWhenIdle(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(60000, socket, [socket] { socket->abort(); });
}

} // namespace mta
