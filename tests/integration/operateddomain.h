// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/realservers.h"
#include "fakes/signedzones.h"
#include "hostingserver.h"
#include "net/realnetwork.h"
#include "realupdates.h"

namespace mta::fakes
{

/// A mail domain without MTA-STS as somebody operates it, on real servers in a network of its own (fakes/ownnetwork.h), each on its own
/// port: a name server for the zone, found by delegation from a root of this network's; Postfix as two mail servers; and a machine for
/// nginx, which has no configuration yet. All end with this object.
class OperatedDomain
{
public:
    /// Puts this thread, and those it starts, into the network: first of all. The programs and rights that are missing, as a sentence for
    /// QSKIP; empty when nothing is.
    static QString enterNetwork();

    /// Knot signs the zone, BIND does not.
    explicit OperatedDomain(RealUpdateServer::Kind kind);
    bool running() const { return m_error.isEmpty(); }
    QString error() const { return m_error; }

    QString name() const;
    QString policyHost() const { return QStringLiteral("mta-sts.") + name(); }
    QString mailServer(int number) const { return QStringLiteral("mx%1.").arg(number) + name(); }
    QStringList webAddresses() const; ///< of the machine for nginx, IPv6 too
    NetworkOptions network() const;   ///< all questions are answered by the servers that they belong to

    RealUpdateServer &dns() { return *m_dns; }
    HostingServer &web() { return m_web; }

    /// nginx is started anew, with what is in its configuration now.
    bool startWeb(CertificateFault fault = CertificateFault::None);
    /// The second mail server shows a certificate with that fault from now on.
    bool certifyMail(CertificateFault fault);

private:
    bool startDns(RealUpdateServer::Kind kind);
    bool startMail();
    bool writeIdentity(const QString &host, CertificateFault fault);
    QString identityFile(const QString &host) const { return m_folder.filePath(host + QStringLiteral(".pem")); }
    QList<Identity> chainFor(const QString &host, CertificateFault fault) const;

    QTemporaryDir m_folder;
    QString m_error;
    Identity m_root;
    std::unique_ptr<RealUpdateServer> m_dns;
    std::unique_ptr<SignedZones> m_zonesAbove;
    HostingServer m_web;
    RealPostfix m_mail;
};

} // namespace mta::fakes
