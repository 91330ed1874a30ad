// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// A body with its content coding (RFC 9110 §8.4) undone.
struct Decoded {
    enum class Outcome {
        Plain, ///< no coding, or identity
        Unpacked,
        Unknown,  ///< a coding this program does not know; `body` is as sent
        Broken,   ///< does not hold what the coding promises; `body` is as sent
        TooLarge, ///< unpacks to more than the limit; `body` is its beginning
    };
    Outcome outcome = Outcome::Plain;
    QByteArray body;
};

/// Undoes gzip, x-gzip and deflate, one of them; what comes out has at most `limit` octets.
Decoded decodeContent(const QByteArray &body, const QByteArray &coding, qsizetype limit);

} // namespace mta
