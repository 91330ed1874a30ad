// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/linediff.h"

#include <algorithm>
#include <vector>

namespace mta
{

namespace
{

/// Named limit for the table below: longer texts that differ throughout stand one after the other.
constexpr qsizetype maxCells = 4'000'000;

/// Lines that are the same in both, as pairs of indices, in order: the longest common sequence.
QList<std::pair<int, int>> commonLines(const QList<PolicyLine> &before, const QList<PolicyLine> &after)
{
    const int rows = static_cast<int>(before.size());
    const int columns = static_cast<int>(after.size());
    QList<std::pair<int, int>> common;
    int begin = 0;
    while (begin < rows && begin < columns && before.at(begin).text == after.at(begin).text) {
        common.append({begin, begin});
        ++begin;
    }
    int end = 0;
    while (end < rows - begin && end < columns - begin && before.at(rows - 1 - end).text == after.at(columns - 1 - end).text)
        ++end;
    const int height = rows - begin - end;
    const int width = columns - begin - end;
    if (qsizetype(height) * width <= maxCells) {
        // length[i][j]: of the longest sequence common to the lines from i and from j on.
        std::vector<int> length(size_t(height + 1) * size_t(width + 1));
        const auto at = [&](int i, int j) -> int & { return length[size_t(i) * size_t(width + 1) + size_t(j)]; };
        const auto equal = [&](int i, int j) { return before.at(begin + i).text == after.at(begin + j).text; };
        for (int i = height - 1; i >= 0; --i) {
            for (int j = width - 1; j >= 0; --j)
                at(i, j) = equal(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
        for (int i = 0, j = 0; i < height && j < width;) {
            if (equal(i, j))
                common.append({begin + i++, begin + j++});
            else
                at(i + 1, j) >= at(i, j + 1) ? ++i : ++j;
        }
    }
    for (int i = end; i > 0; --i)
        common.append({rows - i, columns - i});
    return common;
}

LinePair pairOf(const PolicyLine *before, const PolicyLine *after)
{
    return {before ? before->number : 0, after ? after->number : 0, before ? before->text : QByteArray(),
            after ? after->text : QByteArray()};
}

/// The lines between two common ones: replaced ones side by side.
void appendBetween(QList<LinePair> &pairs, const QList<PolicyLine> &gone, const QList<PolicyLine> &come)
{
    qsizetype next = 0;
    for (const PolicyLine &line : gone) {
        const auto same = std::find_if(come.cbegin() + next, come.cend(), [&](const PolicyLine &other) { return other.key == line.key; });
        if (same == come.cend()) {
            pairs.append(pairOf(&line, nullptr));
            continue;
        }
        for (; next < same - come.cbegin(); ++next)
            pairs.append(pairOf(nullptr, &come.at(next)));
        pairs.append(pairOf(&line, &come.at(next++)));
    }
    for (; next < come.size(); ++next)
        pairs.append(pairOf(nullptr, &come.at(next)));
}

bool inWord(char octet)
{
    const auto value = static_cast<unsigned char>(octet);
    return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

} // namespace

QList<LinePair> alignedLines(const QList<PolicyLine> &before, const QList<PolicyLine> &after)
{
    QList<LinePair> pairs;
    int i = 0;
    int j = 0;
    for (const auto &[row, column] : commonLines(before, after)) {
        appendBetween(pairs, before.mid(i, row - i), after.mid(j, column - j));
        pairs.append(pairOf(&before.at(row), &after.at(column)));
        i = row + 1;
        j = column + 1;
    }
    appendBetween(pairs, before.mid(i), after.mid(j));
    return pairs;
}

CommonEnds commonEnds(const QByteArray &before, const QByteArray &after)
{
    const qsizetype most = std::min(before.size(), after.size());
    CommonEnds ends;
    while (ends.front < most && before.at(ends.front) == after.at(ends.front))
        ++ends.front;
    const auto cutsFront = [&] {
        const auto cuts = [&](const QByteArray &text) {
            return ends.front < text.size() && inWord(text.at(ends.front)) && inWord(text.at(ends.front - 1));
        };
        return ends.front > 0 && (cuts(before) || cuts(after));
    };
    while (cutsFront())
        --ends.front;
    while (ends.back < most - ends.front && before.at(before.size() - 1 - ends.back) == after.at(after.size() - 1 - ends.back))
        ++ends.back;
    const auto cutsBack = [&] {
        const auto cuts = [&](const QByteArray &text) {
            const qsizetype place = text.size() - ends.back;
            return place > 0 && inWord(text.at(place)) && inWord(text.at(place - 1));
        };
        return ends.back > 0 && (cuts(before) || cuts(after));
    };
    while (cutsBack())
        --ends.back;
    return ends;
}

} // namespace mta
