// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// The octets of a TXT value as `"..." "..."`: character-strings of at most 255 octets (RFC 1035 §3.3), quotes and backslashes behind a
/// backslash, whatever is not printable ASCII as \DDD, decimal (§5.1).
QByteArray quotedStrings(const QByteArray &value);

/// The same with octal numbers, which is how Route 53 reads them.
QByteArray quotedStringsOctal(const QByteArray &value);

/// Nothing but printable ASCII.
bool isPrintable(const QByteArray &value);

// Each takes printable ASCII and gives a literal, with its quotes, that stands for it and for nothing else.
QByteArray jsonLiteral(const QByteArray &text);       ///< JSON, JavaScript, and YAML in double quotes
QByteArray hclLiteral(const QByteArray &text);        ///< Terraform
QByteArray powerShellLiteral(const QByteArray &text); ///< in single quotes

} // namespace mta
