// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/certificate.h"

namespace mta
{

/// What of a chain as sent is of use, and whether it stands where it should. Says nothing of trust. Indices are into the chain.
struct ChainShape {
    QList<int> early;       ///< before the certificate they certify; RFC 5246 §7.4.2 forbids it, RFC 8446 §4.4.2 asks clients to bear it
    QList<int> superfluous; ///< sent twice, or no way from the server's own certificate leads there
    QList<int> roots;       ///< self-signed: whoever trusts a root has it, so it may be left out (RFC 8446 §4.4.2)

    bool operator==(const ChainShape &) const = default;
};

/// Pure; leaf first.
ChainShape chainShape(const QList<Certificate> &sent);

/// The names fit and the signature of `subject` is by the key of `issuer`.
bool certifies(const Certificate &issuer, const Certificate &subject);

} // namespace mta
