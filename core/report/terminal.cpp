// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/terminal.h"

#include <algorithm>
#include <iterator>

namespace mta
{

namespace
{

struct Range {
    char32_t first;
    char32_t last;
};
/// Blocks of which (nearly) all characters have East_Asian_Width W or F (UAX #11), and the pictographs terminals draw two wide.
constexpr Range wideRanges[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},   {0x4e00, 0xa4cf},
    {0xa960, 0xa97f},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},   {0xffe0, 0xffe6},
    {0x17000, 0x18cff}, {0x1b000, 0x1b2ff}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

int columnsOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    const auto wide = std::find_if(std::begin(wideRanges), std::end(wideRanges), [&](const Range &range) { return c <= range.last; });
    return wide != std::end(wideRanges) && c >= wide->first ? 2 : 1;
}

} // namespace

int columnsOf(const QString &text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += columnsOf(c);
    return columns;
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

QString wrapped(const QString &text, const QString &indent, int columns)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && columnsOf(indent) + columnsOf(line) + 1 + columnsOf(word) > columns) {
            lines.append(indent + line);
            line.clear();
        }
        if (!line.isEmpty())
            line += u' ';
        line += word;
    }
    if (!line.isEmpty())
        lines.append(indent + line);
    return lines.join(u'\n') + u'\n';
}

QString Ink::paint(const char *code, const QString &text) const
{
    if (!m_colour || text.isEmpty())
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(code), text);
}

QString Ink::state(ChainLink::State state, const QString &text) const
{
    switch (state) {
    case ChainLink::State::Good:
        return paint("32", text);
    case ChainLink::State::Attention:
        return paint("33", text);
    case ChainLink::State::Broken:
        return paint("31", text);
    case ChainLink::State::NotTested:
        return paint("90", text);
    }
    return text;
}

QString stateMark(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return QStringLiteral("\u2713"); // check mark
    case ChainLink::State::Attention:
        return QStringLiteral("!");
    case ChainLink::State::Broken:
        return QStringLiteral("\u2717"); // ballot x
    case ChainLink::State::NotTested:
        return QStringLiteral("?");
    }
    return {};
}

QString TextTable::text(const Ink &ink, const QString &indent, int painted) const
{
    QList<int> widths;
    for (qsizetype column = 0; column < m_heading.size(); ++column) {
        int width = columnsOf(m_heading.at(column));
        for (const Row &row : m_rows)
            width = std::max(width, columnsOf(row.cells.value(column)));
        widths.append(width);
    }
    auto line = [&](const QStringList &cells, auto paint) {
        QString result = indent;
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const bool last = column + 1 == widths.size();
            const QString cell = cells.value(column);
            result += paint(column, cell);
            if (!last)
                result += QString(widths.at(column) - columnsOf(cell) + 2, u' ');
        }
        while (result.endsWith(u' '))
            result.chop(1);
        return QString(result + u'\n');
    };
    QString result = line(m_heading, [&](qsizetype, const QString &cell) { return ink.faint(cell); });
    for (const Row &row : m_rows)
        result +=
            line(row.cells, [&](qsizetype column, const QString &cell) { return column == painted ? ink.state(row.state, cell) : cell; });
    return result;
}

} // namespace mta
