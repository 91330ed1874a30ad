// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace mta
{

inline bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A word of protocols, programs or plain English that names nobody: or one that is made of such, joined by hyphens or underscores.
/// Everything else in a text from outside is replaced.
bool isKnownWord(const QByteArray &word);

/// Surely meant to be a word of a policy or a record (RFC 8461 §3.1, §3.2, RFC 8460 §3): findings say so.
bool resemblesKeyword(const QByteArray &word);

} // namespace mta
