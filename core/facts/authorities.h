// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/hostaddresses.h"

namespace mta
{

/// What one address of an authoritative server said when it was asked directly. Questions about names outside the zone are not asked.
struct ServerAnswers {
    QHostAddress address;
    QString notAsked; ///< why not: "guard", "family", "proxy" (datagrams do not go through it), "limit", "cancelled"; empty when asked
    Lookup soa;       ///< SOA of the zone; the others are not asked of a server that does not answer this
    Lookup sts;       ///< TXT _mta-sts.<domain>
    Lookup tlsRpt;    ///< TXT _smtp._tls.<domain>
    Lookup mx;        ///< MX <domain>

    bool operator==(const ServerAnswers &) const = default;
};

struct AuthoritativeServer {
    QString name; ///< as the NS record has it
    HostAddresses addresses;
    QList<ServerAnswers> answers{}; ///< one per address, in the order of addresses.all()

    bool operator==(const AuthoritativeServer &) const = default;
};

/// The zone that holds `_mta-sts.<domain>`, and every server of it.
struct Authorities {
    Lookup cut; ///< SOA of the name at which the zone was found; its owner is the zone
    Lookup ns;  ///< NS of the zone
    QList<AuthoritativeServer> servers{};

    bool operator==(const Authorities &) const = default;
    bool asked() const { return cut.asked(); }
    QString zone() const; ///< empty where none was found
};

/// Named limits: what is beyond them is seen in the lookups, not asked.
inline constexpr int maxNameservers = 16;
inline constexpr int maxServerAddresses = 32; ///< of all servers together

} // namespace mta
