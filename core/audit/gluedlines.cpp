// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/gluedlines.h"

#include <array>

namespace mta
{

namespace
{

const std::array<QByteArray, 4> keys{"version", "mode", "max_age", "mx"};

/// Without white space, and line feeds written out, at the end.
QByteArray withoutGlue(QByteArray text)
{
    for (qsizetype size = -1; size != text.size();) {
        size = text.size();
        while (text.endsWith(' ') || text.endsWith('\t'))
            text.chop(1);
        if (text.endsWith("\\n") || text.endsWith("\\r"))
            text.chop(2);
    }
    return text;
}

/// Where the first key with its colon begins in the value, behind something else.
qsizetype nextKey(const QByteArray &value, QByteArray &key)
{
    qsizetype first = -1;
    for (const QByteArray &candidate : keys) {
        const qsizetype at = value.indexOf(candidate + ':', 1);
        if (at > 0 && (first < 0 || at < first)) {
            first = at;
            key = candidate;
        }
    }
    return first;
}

bool isSound(const QByteArray &key, const QByteArray &value)
{
    const Policy alone = parsePolicy(key + ": " + value);
    return alone.errors.isEmpty() &&
           (alone.version == "STSv1" || alone.mode || alone.maxAge || (alone.mx.size() == 1 && alone.mx.constFirst().valid));
}

std::optional<GluedLine> gluedLine(const PolicyLine &line)
{
    QByteArray key;
    const qsizetype at = nextKey(line.value, key);
    if (at < 0 || (key == line.key && key != "mx")) // "mode: [mode:testing]" is one line after all
        return std::nullopt;
    GluedLine glued;
    glued.first = withoutGlue(line.value.first(at));
    if (glued.first.isEmpty())
        return std::nullopt;
    glued.line = line.number;
    glued.column = line.valueColumn + static_cast<int>(at);
    glued.key = key;
    glued.glueSize = at - glued.first.size();
    QByteArray third;
    const QByteArray rest = line.value.sliced(at + key.size() + 1).trimmed();
    const qsizetype end = nextKey(rest, third);
    glued.value = withoutGlue(end < 0 ? rest : rest.first(end));
    glued.sound = isSound(line.key, glued.first) && isSound(key, glued.value);
    return glued;
}

} // namespace

QList<GluedLine> gluedLines(const Policy &policy)
{
    QList<GluedLine> found;
    for (const PolicyLine &line : policy.lines) {
        if (std::find(keys.begin(), keys.end(), line.key) == keys.end())
            continue;
        if (const std::optional<GluedLine> glued = gluedLine(line))
            found.append(*glued);
    }
    return found;
}

} // namespace mta
