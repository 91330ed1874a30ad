// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>
#include <algorithm>

namespace mta
{

/// What a file holds, and no more than `most` octets of it. A pipe gives what has been written so far, and the rest only to whoever asks
/// again.
inline QByteArray readAtMost(QIODevice &device, qint64 most)
{
    constexpr qint64 piece = 1024 * 1024;
    QByteArray octets;
    while (octets.size() < most) {
        const QByteArray more = device.read(std::min(piece, most - octets.size()));
        if (more.isEmpty())
            break;
        octets += more;
    }
    return octets;
}

} // namespace mta
