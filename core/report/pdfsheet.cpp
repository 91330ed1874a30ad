// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/pdfsheet.h"

#include "report/words.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace mta
{

namespace
{

const QColor hairline(0xd0, 0xd7, 0xde);
const QColor muted(0x57, 0x60, 0x6a);

QFont fontOf(const TextStyle &style)
{
    // The first of these that the system has; for other scripts it adds what it has for them.
    static const QStringList plain{QStringLiteral("Noto Sans"),      QStringLiteral("DejaVu Sans"),     QStringLiteral("Segoe UI"),
                                   QStringLiteral("Helvetica Neue"), QStringLiteral("Liberation Sans"), QStringLiteral("Arial")};
    static const QStringList fixed{QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Consolas"),
                                   QStringLiteral("Menlo"),          QStringLiteral("Liberation Mono"),  QStringLiteral("Courier New")};
    QFont font;
    font.setFamilies(style.fixed ? fixed : plain);
    font.setStyleHint(style.fixed ? QFont::Monospace : QFont::SansSerif);
    font.setPointSizeF(style.fixed ? style.size * 0.93 : style.size);
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Too little to see, but letters that are spaced are not joined: a search for "certificate" must find it, and copies must be exact.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    return font;
}

/// Names, addresses and paths too wide for a column, broken behind their punctuation rather than anywhere.
QString brokenAtPunctuation(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (metrics.horizontalAdvance(word) <= width)
            continue;
        QString broken;
        QString line;
        QString piece;
        for (const QChar c : std::as_const(word)) {
            piece += c;
            if (!QStringLiteral(".-:/@,=_").contains(c) && c != QChar::LineSeparator)
                continue;
            if (!line.isEmpty() && metrics.horizontalAdvance(line + piece) > width) {
                broken += line + QChar(QChar::LineSeparator);
                line.clear();
            }
            line += std::exchange(piece, {});
            if (c == QChar::LineSeparator)
                broken += std::exchange(line, {});
        }
        if (!line.isEmpty() && metrics.horizontalAdvance(line + piece) > width)
            line += QChar::LineSeparator;
        word = broken + line + piece;
    }
    return words.join(u' ');
}

} // namespace

/// A text cut in lines for a width, in device units.
struct Sheet::Lines {
    Lines(const QString &text, const QFont &font, QPaintDevice *device) : layout(text, font, device) {}

    QTextLayout layout;
    qreal pitch = 0; ///< least distance of base lines
    QColor colour;

    int count() const { return layout.lineCount(); }
    qreal heightOf(int index) const { return std::max(pitch, layout.lineAt(index).height()); }
    qreal height() const
    {
        qreal sum = 0;
        for (int i = 0; i < count(); ++i)
            sum += heightOf(i);
        return sum;
    }
    void draw(QPainter &painter, int index, QPointF place) const
    {
        const QTextLine line = layout.lineAt(index);
        painter.setPen(colour);
        line.draw(&painter, place - QPointF(0, line.y()));
    }
};

Sheet::Sheet(QPdfWriter &device, QPainter *painter, int pages)
    : m_device(device), m_painter(painter), m_pages(pages), m_unit(device.resolution() / 72.0)
{
}

qreal Sheet::pageWidth() const
{
    return m_device.width() / m_unit;
}

qreal Sheet::pageHeight() const
{
    return m_device.height() / m_unit;
}

std::shared_ptr<Sheet::Lines> Sheet::lines(const QString &text, const TextStyle &style, qreal width, Qt::Alignment alignment) const
{
    auto result = std::make_shared<Lines>(text, fontOf(style), &m_device);
    QTextLayout &layout = result->layout;
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(std::max<qreal>(width, 1) * m_unit);
    layout.endLayout();
    result->pitch = style.size * 1.35 * m_unit;
    result->colour = style.colour;
    return result;
}

void Sheet::drawFooter()
{
    const qreal at = pageHeight() - margin + 6;
    line({left(), at - 5}, {left() + width(), at - 5}, hairline, 0.5);
    const TextStyle style{7.5, false, false, muted};
    const QString number = Report::tr("Page %1 of %2").arg(QString::number(m_page), QString::number(m_pages));
    textIn({left(), at, width() * 0.78, 12}, m_footer, style);
    textIn({left() + width() * 0.8, at, width() * 0.2, 12}, number, style, Qt::AlignRight);
}

void Sheet::newPage()
{
    if (m_measuring > 0)
        return;
    if (m_painter)
        m_device.newPage();
    ++m_page;
    m_y = top();
    drawFooter();
}

void Sheet::advance(qreal height)
{
    if (m_accent.isValid())
        fill({left(), m_y, 3, height}, m_accent);
    m_y += height;
}

void Sheet::space(qreal points)
{
    if (fits(points))
        advance(points);
    else
        newPage();
}

void Sheet::text(const QString &text, const TextStyle &style, qreal indent)
{
    for (const QString &paragraph : text.split(u'\n')) {
        const auto content = lines(paragraph, style, width() - indent);
        for (int i = 0; i < content->count(); ++i) {
            const qreal height = content->heightOf(i) / m_unit;
            if (!fits(height))
                newPage();
            if (drawing())
                content->draw(*m_painter, i, QPointF(left() + indent, m_y) * m_unit);
            advance(height);
        }
    }
}

void Sheet::heading(const QString &words)
{
    constexpr qreal least = 110; // a heading does not stand alone at the foot of a page
    if (!fits(least))
        newPage();
    else if (m_y > top() + 1)
        space(16);
    text(words, {14, true, false, QColor(0x1f, 0x3a, 0x5f)});
    line({left(), m_y + 2}, {left() + width(), m_y + 2}, QColor(0x1f, 0x3a, 0x5f), 1);
    space(9);
}

void Sheet::together(const std::function<void()> &content)
{
    const qreal before = m_y;
    ++m_measuring;
    content();
    --m_measuring;
    const qreal height = m_y - before;
    m_y = before;
    if (!fits(height) && m_y > top() && height <= bottom() - top())
        newPage();
    content();
}

void Sheet::accented(const QColor &colour, const std::function<void()> &content)
{
    m_accent = colour;
    content();
    m_accent = QColor();
}

void Sheet::fill(const QRectF &area, const QColor &colour, qreal radius)
{
    if (!drawing())
        return;
    QPainterPath path;
    path.addRoundedRect(QRectF(area.topLeft() * m_unit, area.size() * m_unit), radius * m_unit, radius * m_unit);
    m_painter->fillPath(path, colour);
}

void Sheet::frame(const QRectF &area, const QColor &colour, qreal radius, qreal thickness)
{
    if (!drawing())
        return;
    m_painter->setPen(QPen(colour, thickness * m_unit));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(QRectF(area.topLeft() * m_unit, area.size() * m_unit), radius * m_unit, radius * m_unit);
}

void Sheet::line(QPointF from, QPointF to, const QColor &colour, qreal thickness)
{
    if (!drawing())
        return;
    m_painter->setPen(QPen(colour, thickness * m_unit));
    m_painter->drawLine(from * m_unit, to * m_unit);
}

qreal Sheet::textIn(const QRectF &area, const QString &text, const TextStyle &style, Qt::Alignment alignment)
{
    const auto content = lines(text, style, area.width(), alignment);
    qreal at = 0;
    for (int i = 0; i < content->count(); ++i) {
        const qreal height = content->heightOf(i) / m_unit;
        if (drawing() && (at + height <= area.height() + 0.5 || i == 0))
            content->draw(*m_painter, i, QPointF(area.left(), area.top() + at) * m_unit);
        at += height;
    }
    return at;
}

qreal Sheet::heightOf(const QString &text, const TextStyle &style, qreal width) const
{
    return lines(text, style, width)->height() / m_unit;
}

/// A row of a table, of which the lines before `next` are drawn already.
struct Sheet::Row {
    struct Cell {
        std::shared_ptr<Lines> lines;
        int next = 0;
        qreal x = 0;
    };
    QList<Cell> cells;
    qreal unit = 1;

    bool finished() const
    {
        return std::all_of(cells.cbegin(), cells.cend(), [](const Cell &cell) { return cell.next >= cell.lines->count(); });
    }
    /// What is left of it.
    qreal height() const
    {
        qreal most = 0;
        for (const Cell &cell : cells) {
            qreal sum = 0;
            for (int i = cell.next; i < cell.lines->count(); ++i)
                sum += cell.lines->heightOf(i) / unit;
            most = std::max(most, sum);
        }
        return most;
    }
};

namespace
{

constexpr qreal cellPadding = 4;
constexpr qreal rowPadding = 3;
constexpr qreal leastPiece = 30; ///< of a row that is split, less than this is not left on a page

} // namespace

Sheet::Row Sheet::makeRow(const QList<SheetColumn> &columns, const QList<SheetCell> &cells) const
{
    qreal weights = 0;
    for (const SheetColumn &column : columns)
        weights += column.weight;
    Row row;
    row.unit = m_unit;
    qreal x = left();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const qreal share = width() * columns.at(i).weight / weights;
        const SheetCell cell = cells.value(i);
        const qreal room = share - 2 * cellPadding;
        const QFontMetricsF metrics(fontOf(cell.style), &m_device);
        row.cells.append({lines(brokenAtPunctuation(cell.text, metrics, room * m_unit), cell.style, room), 0, x + cellPadding});
        x += share;
    }
    return row;
}

/// Draws as many lines of the row as fit in `height`, and moves below them.
void Sheet::drawRow(Row &row, qreal height, const QColor &background)
{
    if (background.isValid())
        fill({left(), m_y, width(), height + 2 * rowPadding}, background);
    for (Row::Cell &cell : row.cells) {
        qreal at = 0;
        for (; cell.next < cell.lines->count(); ++cell.next) {
            const qreal lineHeight = cell.lines->heightOf(cell.next) / m_unit;
            if (at > 0 && at + lineHeight > height + 0.5)
                break;
            if (drawing())
                cell.lines->draw(*m_painter, cell.next, QPointF(cell.x, m_y + rowPadding + at) * m_unit);
            at += lineHeight;
        }
    }
    advance(height + 2 * rowPadding);
    line({left(), m_y}, {left() + width(), m_y}, hairline, 0.5);
}

void Sheet::tableHead(const QList<SheetColumn> &columns)
{
    QList<SheetCell> cells;
    for (const SheetColumn &column : columns)
        cells.append({column.heading, {8, true, false, muted}});
    Row row = makeRow(columns, cells);
    drawRow(row, row.height(), QColor(0xf0, 0xf3, 0xf6));
}

void Sheet::table(const QList<SheetColumn> &columns, const QList<QList<SheetCell>> &rows)
{
    tableHead(columns);
    bool first = true; // stays with the head, so that no head stands alone at the foot of a page
    for (const QList<SheetCell> &cells : rows) {
        Row row = makeRow(columns, cells);
        const qreal headed = bottom() - top() - 40; // what a page has below the table's head
        if (!std::exchange(first, false) && !fits(row.height() + 2 * rowPadding) && row.height() < headed) {
            newPage();
            tableHead(columns);
        }
        while (!row.finished()) {
            const qreal height = row.height();
            const qreal room = m_measuring > 0 ? height : bottom() - m_y - 2 * rowPadding;
            if (height > room && room < leastPiece) {
                newPage();
                tableHead(columns);
                continue;
            }
            drawRow(row, std::min(height, room), {});
        }
    }
    space(6);
}

} // namespace mta
