// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/foregroundserver.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpSocket>
#include <algorithm>

namespace mta::fakes
{

QString serverProgram(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name), qEnvironmentVariable("PATH").split(u':') +
                                                                   QStringList{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

bool answersAt(const QByteArrayList &addresses, quint16 port)
{
    return std::all_of(addresses.cbegin(), addresses.cend(), [port](const QByteArray &address) {
        QTcpSocket socket;
        socket.connectToHost(QString::fromLatin1(address), port);
        return socket.waitForConnected(500);
    });
}

ForegroundServer::~ForegroundServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

bool ForegroundServer::start(const QString &program, const QStringList &arguments, const std::function<bool()> &ready)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    if (m_log.open())
        m_process.setStandardOutputFile(m_log.fileName());
    m_process.start(program, arguments);
    const QDeadlineTimer deadline(20000);
    while (!ready()) {
        if (deadline.hasExpired() || m_process.waitForFinished(50)) {
            m_error = program + QLatin1String(": ") + m_process.errorString() + u'\n' + QString::fromLocal8Bit(m_log.readAll().right(4000));
            return false;
        }
    }
    return true;
}

} // namespace mta::fakes
