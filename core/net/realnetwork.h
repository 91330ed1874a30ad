// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "survey/network.h"
#include "x509/chain.h"
#include <memory>

namespace mta
{

/// What the user chose about the network; everything else has its default.
struct NetworkOptions {
    QString resolver;        ///< empty: the system's; "recursive"; "192.0.2.53", "192.0.2.53:5300", "[::1]:53"
    QString trustAnchorFile; ///< replaces the built-in and the system's
    QString caFile;          ///< PEM, replaces the system's roots
    quint16 smtpPort = 25;
    quint16 httpsPort = 443;
    quint16 dnsPort = 53; ///< of authoritative servers that are asked directly
    QString proxy;        ///< "socks5://HOST:PORT" for probes and policy fetches; empty without
    QByteArray ehloName;  ///< empty: this machine's fully qualified name, or an address literal
};

/// Resolver, fetcher and prober over real sockets. Keep it for the whole run: it shares the DNS cache, the TLS set-up, and the
/// politeness (at most two SMTP and eight HTTPS connections to one address at a time; waiting for a slot never counts against a deadline).
class RealNetwork
{
public:
    /// Fails with a clear sentence for an unusable resolver address, proxy, anchor or CA file.
    static Result<std::shared_ptr<RealNetwork>> create(const NetworkOptions &options);
    virtual ~RealNetwork() = default;

    /// Valid as long as this object; its `testify` is set.
    virtual Network network() = 0;
    /// Fills in what it knows of the conditions: resolver, trustStore, proxy, ehloName, ports.
    virtual void describe(Conditions &conditions) const = 0;
};

} // namespace mta
