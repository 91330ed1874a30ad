// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/textedit.h"

#include <algorithm>

namespace mta
{

namespace
{

bool collide(const TextEdit &a, const TextEdit &b)
{
    if (a.offset == b.offset)
        return true;
    const TextEdit &first = a.offset < b.offset ? a : b;
    return first.offset + first.length > std::max(a.offset, b.offset);
}

} // namespace

QList<TextEdit> compatibleEdits(const QList<TextEdit> &edits, qsizetype textSize)
{
    QList<TextEdit> kept;
    for (const TextEdit &edit : edits) {
        const bool inside = edit.offset >= 0 && edit.length >= 0 && edit.offset <= textSize && edit.length <= textSize - edit.offset;
        if (inside && std::none_of(kept.cbegin(), kept.cend(), [&](const TextEdit &other) { return collide(edit, other); }))
            kept.append(edit);
    }
    std::sort(kept.begin(), kept.end(), [](const TextEdit &a, const TextEdit &b) { return a.offset < b.offset; });
    return kept;
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
