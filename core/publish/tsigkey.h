// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "publish/secret.h"
#include <QString>

namespace mta
{

/// Those of RFC 8945 §6 that are to be used; MD5 and SHA-1 are not among them.
enum class TsigAlgorithm { HmacSha256, HmacSha384, HmacSha512 };
const char *tsigAlgorithmName(TsigAlgorithm algorithm); ///< "hmac-sha256"

/// What a name server and we know, and nobody else (RFC 8945 §1): with it messages are signed.
struct TsigKey {
    QString name; ///< as the server knows it; a domain name, normalised
    TsigAlgorithm algorithm = TsigAlgorithm::HmacSha256;
    Secret secret;

    bool operator==(const TsigKey &) const = default;
};

/// Named limits.
inline constexpr qsizetype maxKeyFileSize = 16 * 1024;
inline constexpr qsizetype maxKeyOctets = 512;

/// The one key of a file as tsig-keygen and BIND write it: key "NAME" { algorithm hmac-sha256; secret "BASE64"; };
/// No sentence about what is wrong holds anything of the text.
Result<TsigKey> parseTsigKey(QByteArrayView text);
/// The same form: what a keyring keeps.
Secret tsigKeyText(const TsigKey &key);

/// Reads a key file; refuses one that others than its owner and group may read or change.
Result<TsigKey> loadTsigKey(const QString &path);

} // namespace mta
