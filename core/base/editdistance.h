// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

/// Insertions, deletions and replacements of octets that lead from one word to the other (Levenshtein). Costs the product of
/// their lengths: for words, not for texts.
qsizetype editDistance(const QByteArray &from, const QByteArray &to);

} // namespace mta
