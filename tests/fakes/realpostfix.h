// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/foregroundserver.h"

#include <QByteArrayList>
#include <QTemporaryDir>

namespace mta::fakes
{

/// Postfix's master process itself, without the queue: what greets strangers is all there. It ends with this object.
class RealPostfix
{
public:
    /// What is missing to start it, as a sentence for QSKIP; empty when nothing is.
    static QString missing();

    /// False with `error()` when it did not come up. `services` are lines of master.cf that listen at `addresses`; what they need of
    /// Postfix itself is there.
    bool start(const QByteArray &services, const QByteArrayList &addresses, quint16 port, bool ipv6);
    QString error() const { return m_error; }

private:
    QByteArray path(const char *file) const { return m_folder.path().toLocal8Bit() + '/' + file; }
    bool write(const char *file, const QByteArray &content);
    bool makeFolders();

    QTemporaryDir m_folder;
    QString m_error;
    ForegroundServer m_master;
};

} // namespace mta::fakes
