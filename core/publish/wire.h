// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

/// The pieces of a DNS message, octet by octet (RFC 1035 §4.1).
namespace mta::wire
{

inline constexpr qsizetype headerSize = 12;
inline constexpr quint16 classIn = 1;
inline constexpr quint16 classNone = 254; ///< RFC 2136 §2.4
inline constexpr quint16 classAny = 255;
inline constexpr quint16 typeSoa = 6;
inline constexpr quint16 typeTsig = 250; ///< RFC 8945 §4.2

QByteArray number16(quint16 value);
QByteArray number32(quint32 value);
quint16 number16(const QByteArray &message, qsizetype at);

/// A name uncompressed and in lower case; empty where it is no name.
QByteArray name(const QString &text);

/// One resource record, as it goes into a message.
QByteArray record(const QByteArray &owner, quint16 type, quint16 recordClass, quint32 ttl, const QByteArray &data);

/// The name that begins at `at`, uncompressed and in lower case; `at` moves behind it. Absent where there is none.
std::optional<QByteArray> readName(const QByteArray &message, qsizetype &at);

/// Where the last record of a message begins; absent where the message is not well-formed or has no records. A message of more than
/// maxRecordsPerMessage is not read.
std::optional<qsizetype> lastRecord(const QByteArray &message);

} // namespace mta::wire
