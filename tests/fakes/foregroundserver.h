// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryFile>
#include <functional>

namespace mta::fakes
{

/// The path of an executable, also where only root looks; empty when it is not installed.
QString serverProgram(const char *name);
/// Whether somebody takes connections at all of these addresses.
bool answersAt(const QByteArrayList &addresses, quint16 port);

/// A server out of a package, in the foreground, that ends with this object.
class ForegroundServer
{
public:
    ForegroundServer() = default;
    ~ForegroundServer();

    /// Waits until `ready` says so. False with what the server printed in `error()` when it ended before, or took longer than 20 seconds.
    bool start(const QString &program, const QStringList &arguments, const std::function<bool()> &ready);
    QString error() const { return m_error; }

private:
    QTemporaryFile m_log; ///< a file: nobody reads a pipe while the server runs
    QProcess m_process;
    QString m_error;
};

} // namespace mta::fakes
