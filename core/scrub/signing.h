// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/openssl.h"
#include <QByteArray>
#include <optional>

namespace mta
{

/// As many octets as wanted, always the same for the same seed.
QByteArray octetsFrom(const QByteArray &seed, qsizetype count);

using KeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;

/// A key of the same kind and size in the place of another.
struct NewKey {
    QByteArray spki; ///< SubjectPublicKeyInfo, DER
    KeyPtr secret;   ///< absent where nothing is to be signed with it
};

/// Named limit: RSA keys beyond it take too long to make; none that signs certificates in the field is larger.
inline constexpr int maxSigningBits = 4096;
/// Named limit: so much work may go into the keys that sign, in RSA keys of 2048 bits.
inline constexpr int maxSigningEffort = 1024;

/// What making such a key anew costs, beside one of RSA with 2048 bits; at least 1.
int signingEffort(const QByteArray &spki);

/// `signs`: whether its secret half is needed. Absent for a key that is to sign and is of a kind we cannot make.
std::optional<NewKey> newKeyLike(const QByteArray &spki, const QByteArray &seed, bool signs);

/// The signature over `octets` by the algorithm of that AlgorithmIdentifier; empty where the key cannot. The same every time, but for
/// RSASSA-PSS, whose salt is random.
QByteArray signatureBy(const NewKey &key, const QByteArray &algorithm, const QByteArray &octets);

} // namespace mta
