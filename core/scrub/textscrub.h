// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scrub/pseudonyms.h"
#include <QByteArrayList>

namespace mta
{

enum class TextKind {
    Free,    ///< a banner, an error, a page
    Grammar, ///< a record or a policy: numbers count, and so do words that were meant to be others
};

/// The text with every name, address, local part and unknown word replaced; white space, punctuation, line ends, controls and whatever is
/// no UTF-8 stay where they are.
QByteArray scrubbedText(const QByteArray &text, Pseudonyms &pseudonyms, TextKind kind = TextKind::Free);
QString scrubbedText(const QString &text, Pseudonyms &pseudonyms, TextKind kind = TextKind::Free);

/// The character-strings of a TXT record (RFC 1035 §3.3.14), parted at the same places as far as lengths allow.
QByteArrayList scrubbedStrings(const QByteArrayList &strings, Pseudonyms &pseudonyms);

/// A name as it stands in a certificate: like a text, but a lone label is a name too.
QByteArray scrubbedHost(const QByteArray &host, Pseudonyms &pseudonyms);

} // namespace mta
