// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace mta
{

/// A change of a text that leaves all other octets alone.
struct TextEdit {
    qsizetype offset = 0; ///< 0-based octets in the text before any change
    qsizetype length = 0; ///< octets that go
    QByteArray replacement;

    bool operator==(const TextEdit &) const = default;
};

/// Those of `edits` that can be made together, in the order of their offsets: of edits that overlap, or insert at the same place, the
/// one that was named first stays. Edits outside the text are dropped.
QList<TextEdit> compatibleEdits(const QList<TextEdit> &edits, qsizetype textSize);

/// The text with compatible edits made.
QByteArray withEdits(const QByteArray &text, const QList<TextEdit> &edits);

} // namespace mta
