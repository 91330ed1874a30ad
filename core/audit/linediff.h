// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mtasts/policy.h"

namespace mta
{

/// A line of one policy beside the line of the other that stands in its place.
struct LinePair {
    int before = 0; ///< 1-based; 0 when the line is new
    int after = 0;  ///< 1-based; 0 when the line is gone
    QByteArray textBefore;
    QByteArray textAfter;

    bool same() const { return before > 0 && after > 0 && textBefore == textAfter; }
    bool operator==(const LinePair &) const = default;
};
/// Both texts as a whole, aligned by the longest common sequence of lines; a line that was replaced by another of its key stands beside it.
QList<LinePair> alignedLines(const QList<PolicyLine> &before, const QList<PolicyLine> &after);

/// Where two lines differ: what they have in common in front of it and behind it, in octets of both.
struct CommonEnds {
    qsizetype front = 0;
    qsizetype back = 0;
};
/// Never cuts a character of UTF-8 in two, nor a word.
CommonEnds commonEnds(const QByteArray &before, const QByteArray &after);

} // namespace mta
