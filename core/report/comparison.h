// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/comparison.h"
#include <QJsonObject>
#include <QLocale>

namespace mta
{

/// A difference in words. Texts are visible text (base/wiretext.h).
struct DifferenceDigest {
    Difference::Change change = Difference::Change::Changed;
    QString topic;                                        ///< "Mail servers"
    QString what;                                         ///< "mx1.example.com, preference"
    QString before;                                       ///< empty when it appeared
    QString after;                                        ///< empty when it is gone
    QString more;                                         ///< a sentence about it; empty without
    ChainLink::State state = ChainLink::State::NotTested; ///< of what is there now
};
DifferenceDigest differenceDigest(const Difference &difference, const QLocale &locale);

/// "mode: [-testing-]{+enforce+}": both lines in one, what is different marked by signs.
QString markedLine(const QByteArray &before, const QByteArray &after);

/// "+", "-" or "~": says the same without colour.
QString changeMark(Difference::Change change);

/// For the terminal: one block about one domain. Ends with a line feed.
QString renderComparisonText(const Comparison &comparison, bool colour);
/// domain, same and differences[].
QJsonObject renderComparisonJson(const Comparison &comparison);

} // namespace mta
