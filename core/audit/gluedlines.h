// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policy.h"

namespace mta
{

/// A line with a second one in its value: "version: STSv1 mode: enforce", or with a "\n" that somebody wrote in two characters.
struct GluedLine {
    int line = 1;
    int column = 1;         ///< of the key that begins the second one
    QByteArray key;         ///< the second one's
    QByteArray value;       ///< up to a third one
    QByteArray first;       ///< the value of the first
    qsizetype glueSize = 0; ///< octets between the two

    /// Both are as RFC 8461 §3.2 has them.
    bool sound = false;

    bool operator==(const GluedLine &) const = default;
};

/// At most one for a line; where there are more, those that follow are seen when the first is mended.
QList<GluedLine> gluedLines(const Policy &policy);

} // namespace mta
