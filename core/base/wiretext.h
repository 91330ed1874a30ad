// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// Text from outside made safe to show: valid UTF-8 with U+FFFD for bad octets; control characters (C0, DEL, C1), bidirectional
/// overrides and other invisible format characters become visible escapes (`\n`, `\x1b`, `\u{202e}`). Cut at `limit` characters, with an
/// ellipsis.
QString visibleText(const QByteArray &octets, qsizetype limit = 4096);
QString visibleText(const QString &text, qsizetype limit = 4096);

/// The same, but line feeds stay line feeds (policy bodies, transcripts).
QString visibleLines(const QByteArray &octets, qsizetype limit = 65536);

/// Valid UTF-8 with U+FFFD for bad octets and nothing else changed: for JSON, which escapes controls itself.
QString utf8Text(const QByteArray &octets);

} // namespace mta
