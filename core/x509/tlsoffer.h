// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/certificate.h"
#include "x509/tlssession.h"

namespace mta
{

/// What our client offers in a handshake. The default is what an audit shows first: all a sender may offer, and more.
struct TlsOffer {
    /// The kind of key that the server's certificate is to have. Keys of Edwards curves count as ECDSA: they use its cipher suites
    /// (RFC 8422 §5.10).
    enum class Key { Any, Rsa, Ecdsa };

    Key key = Key::Any;
    TlsVersion least = TlsVersion::Tls10;
    TlsVersion most = TlsVersion::Tls13;

    bool operator==(const TlsOffer &) const = default;
};

/// Any for a certificate that could not be read, or whose key is of neither kind.
TlsOffer::Key keyKind(const Certificate &certificate);

} // namespace mta
