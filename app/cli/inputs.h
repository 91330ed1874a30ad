// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/domainname.h"
#include <QByteArray>
#include <QList>
#include <QStringList>
#include <optional>

namespace mta::cli
{

/// Named limits: larger inputs are refused.
inline constexpr qint64 maxListSize = 64 * 1024 * 1024;
inline constexpr qint64 maxTextSize = 1024 * 1024;

/// A domain as typed or read from a list.
struct Input {
    QString typed;
    std::optional<DomainName> domain;
    QString error; ///< why there is no domain
};
Input readInput(const QString &typed);
/// One input per line; blank lines and lines that begin with # are skipped.
QList<Input> readInputs(const QByteArray &list);

/// All of a file, or of standard input for "-".
Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

} // namespace mta::cli
