// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QChar>
#include <QString>

namespace mta
{

/// What an editor shows for a carriage return.
inline constexpr QChar carriageReturnSign(0x21B5);

/// Octets as text that an editor can hold without losing any of them. Line feeds and tabs are themselves, a carriage return is its sign,
/// and every octet that is no text, or text that nobody would see (other controls, a byte order mark), is the Braille pattern of its value
/// (U+2800 + octet). octetsOf() of the result gives the octets back.
QString editableText(const QByteArray &octets);

/// What a text in that form stands for. Total: characters that are no such sign become UTF-8.
QByteArray octetsOf(QStringView text);

/// Where in a line in that form an octet column (1-based) begins: a 0-based position. A column behind the line gives its end.
qsizetype positionOfColumn(QStringView line, int column);

} // namespace mta
