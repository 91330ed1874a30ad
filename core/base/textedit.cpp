// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/textedit.h"

#include <map>

namespace mta
{

namespace
{

using Kept = std::map<qsizetype, TextEdit>; ///< by offset; none of them collides with another

bool collides(const Kept &kept, const TextEdit &edit)
{
    const auto next = kept.lower_bound(edit.offset);
    if (next != kept.end() && (next->first == edit.offset || edit.offset + edit.length > next->first))
        return true;
    return next != kept.begin() && std::prev(next)->first + std::prev(next)->second.length > edit.offset;
}

} // namespace

QList<TextEdit> compatibleEdits(const QList<TextEdit> &edits, qsizetype textSize)
{
    Kept kept;
    for (const TextEdit &edit : edits) {
        const bool inside = edit.offset >= 0 && edit.length >= 0 && edit.offset <= textSize && edit.length <= textSize - edit.offset;
        if (inside && !collides(kept, edit))
            kept.emplace(edit.offset, edit);
    }
    QList<TextEdit> ordered;
    for (const auto &[offset, edit] : kept)
        ordered.append(edit);
    return ordered;
}

QByteArray withEdits(const QByteArray &text, const QList<TextEdit> &edits)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const TextEdit &edit : compatibleEdits(edits, text.size())) {
        result += text.mid(copied, edit.offset - copied) + edit.replacement;
        copied = edit.offset + edit.length;
    }
    return result + text.mid(copied);
}

} // namespace mta
