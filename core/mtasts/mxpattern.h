// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace mta
{

/// One `mx:` value of a policy: a host name, or `*.` and a host name (RFC 8461 §3.2).
struct MxPattern {
    QString text; ///< as written, visible text
    bool valid = false;
    QString reason; ///< why not valid, a stable key: "trailing-dot", "underscore", "wildcard-inside", "not-ascii", "address", "url",
                    ///< "empty", "priority", "single-label", ...

    bool operator==(const MxPattern &) const = default;
};

MxPattern parseMxPattern(const QByteArray &value);

/// RFC 8461 §4.1: case-insensitive; `*` stands for exactly one left-most label.
bool matches(const MxPattern &pattern, const QString &host);

/// The first valid pattern that matches, or a null string.
QString coveringPattern(const QList<MxPattern> &patterns, const QString &host);

/// Why a pattern does or does not match, a stable key: "exact", "wildcard", "wildcard-too-deep", "wildcard-no-label", "other-name",
/// "host-invalid".
QString matchReason(const MxPattern &pattern, const QString &host);

} // namespace mta
