// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/hosting.h"
#include "fakes/foregroundserver.h"
#include "fakes/testca.h"

#include <QTemporaryDir>

namespace mta::fakes
{

/// A policy server that Debian has, and what it needs around the generated text to run in the foreground.
struct HostingProgram {
    PolicyServer server;
    const char *program;
    const char *package;
    const char *module; ///< a file that has to be there as well
    QStringList (*arguments)(const QString &folder);
    const char *around; ///< a file "main" whose @FOLDER@ is replaced; @FILE@ is the generated configuration

    /// The package that is missing, as a sentence for QSKIP; empty when none is.
    QString missing() const;
};
const QList<HostingProgram> &hostingPrograms();
const HostingProgram &hostingProgram(PolicyServer server);

/// The policy host of a domain, with the files that are written for it, on ports 80 and 443. Nothing in the generated text is changed but
/// the folders that it names: they are those of a machine's administration, and become folders of the test. It ends with this object.
class HostingServer
{
public:
    HostingServer(PolicyServer server, const QString &host) : m_program(hostingProgram(server)), m_host(host) {}

    /// Puts every file where it says that it goes.
    bool put(const QList<HostingFile> &files);
    /// The key of the first, and the chain.
    bool putCertificate(const QList<Identity> &chain);
    /// Starts the server, or starts it anew. False with `error()` when it did not come up; `ready` says whether it has.
    bool start(const std::function<bool()> &ready);
    void stop() { m_process.reset(); }
    QString error() const;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString webRoot() const { return file(QStringLiteral("var/www/") + m_host); } ///< where the host's files are served from
    QString configuration() const { return m_configuration; }                     ///< the file with the generated text

private:
    QByteArray localised(QByteArray text) const;

    const HostingProgram &m_program;
    QString m_host;
    QTemporaryDir m_folder;
    QString m_configuration;
    std::unique_ptr<ForegroundServer> m_process;
};

} // namespace mta::fakes
