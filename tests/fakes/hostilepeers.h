// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/fakednsserver.h"
#include "fakes/tlsserver.h"

/// Servers that mean ill: each is a name, what it does, and which words may come of it.
namespace mta::fakes
{

struct HostilePeer {
    QByteArray name; ///< a label, and so part of a domain: "mail-silent-in-the-handshake"
    TlsServer::Script script;
    /// What an audit may make of it, as the JSON has it: results of the address, or for policy hosts statuses of MTA-STS.
    QByteArrayList allowed;
};

struct HostileZone {
    QByteArray name;
    FakeDnsServer::Script script; ///< for every question about the domain and what is below it
    QByteArrayList allowed;       ///< verdicts
};

/// A whole conversation as a good mail server has it.
void serveMail(TlsPeer &peer, const TlsOptions &tls, const QByteArray &greeting = "220 mx.example ESMTP\r\n");
/// A policy in enforce for the domain whose policy host was asked for.
void servePolicy(TlsPeer &peer, const TlsOptions &tls);

QList<HostilePeer> hostileMailServers(const TlsOptions &good);
QList<HostilePeer> hostilePolicyHosts(const TlsOptions &good);
QList<HostileZone> hostileZones();

} // namespace mta::fakes
