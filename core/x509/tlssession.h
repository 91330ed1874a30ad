// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/chain.h"
#include <chrono>

namespace mta
{

enum class TlsVersion { Unknown, Ssl3, Tls10, Tls11, Tls12, Tls13 };
QString tlsVersionName(TlsVersion version); ///< "TLS 1.3"

/// A larger OCSP response (RFC 6960) is neither kept nor read.
inline constexpr qsizetype maxOcspResponse = 64 * 1024;

/// Everything seen of one TLS handshake, also of one that failed. Our client offers TLS 1.0 to 1.3 and takes any certificate,
/// so that what a sender would refuse can be told apart.
struct TlsSession {
    bool attempted = false;
    bool established = false;
    QString failure;         ///< OpenSSL's words or the alert, when not established
    bool timedOut = false;   ///< the handshake did not end within its deadline
    bool reset = false;      ///< the peer cut the connection during the handshake
    bool ownTrouble = false; ///< this machine failed, for want of memory or open files: nothing is said about the peer
    TlsVersion version = TlsVersion::Unknown;
    QString cipher;           ///< IANA name, "TLS_AES_256_GCM_SHA384"
    QString group;            ///< key exchange group, "X25519"
    QString signature;        ///< the peer's signature algorithm in the handshake
    QList<Certificate> chain; ///< as sent, leaf first, at most maxChainLength
    ChainVerdict verdict;
    QByteArray ocspResponse; ///< stapled, DER; empty without
    std::chrono::milliseconds elapsed{0};

    bool operator==(const TlsSession &) const = default;
};

/// What a stapled OCSP response (RFC 6960) says of the leaf.
enum class Revocation { Unknown, Good, Revoked };
/// Unknown unless the response is signed by the leaf's issuer or its delegate, and current at `at`.
Revocation stapledStatus(const TlsSession &session, const QDateTime &at);

} // namespace mta
