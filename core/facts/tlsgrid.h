// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"

namespace mta
{

// What all probes of one address of one MX host tell together: which kinds of key it has a certificate for, which TLS versions it takes.

enum class Offered {
    NotTested, ///< not asked, or the server did not let the question get as far as TLS
    Yes,
    No, ///< asked for nothing else, the server refused the handshake
};

/// A probe among those of a host.
struct ProbePlace {
    const MxProbe *probe = nullptr;
    QString pointer{}; ///< from the host: "/probes/0", "/extraProbes/2/probe"

    explicit operator bool() const { return probe != nullptr; }
};

/// Every probe of the address, the normal one first.
QList<ProbePlace> probesOf(const MxHost &host, const QHostAddress &address);
/// The first in which the server showed a certificate with that kind of key; null without.
ProbePlace probeShowing(const MxHost &host, const QHostAddress &address, TlsOffer::Key key);
/// The certificate with the kind of key that the normal probe did not show, where there is one.
ProbePlace probeOfOtherKey(const MxHost &host, const QHostAddress &address);

Offered offersKey(const MxHost &host, const QHostAddress &address, TlsOffer::Key key);
Offered offersVersion(const MxHost &host, const QHostAddress &address, TlsVersion version);

} // namespace mta
