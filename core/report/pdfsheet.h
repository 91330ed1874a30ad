// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QList>
#include <QPdfWriter>
#include <QString>
#include <functional>
#include <memory>

class QPainter;

namespace mta
{

/// How a text looks on paper. Sizes are points.
struct TextStyle {
    qreal size = 9;
    bool bold = false;
    bool fixed = false; ///< monospaced: it came off the wire
    QColor colour{0x1b, 0x1f, 0x24};
};

struct SheetColumn {
    QString heading;
    qreal weight = 1; ///< share of the width
};

struct SheetCell {
    QString text;
    TextStyle style = {};
};

/// Flows text and tables over the pages of a PDF, from top to bottom. All lengths are points, from the top left corner of the page.
/// Text wraps at words, and anywhere where a word is too long; its direction is that of its first strong character.
/// Without a painter nothing is drawn and pages are only counted, so that the second time "Page x of y" is known.
class Sheet
{
public:
    Sheet(QPdfWriter &device, QPainter *painter, int pages);

    /// What stands at the foot of the pages that follow.
    void setFooter(const QString &footer) { m_footer = footer; }
    int page() const { return m_page; }
    qreal pageWidth() const;
    qreal pageHeight() const;
    qreal left() const { return margin; }
    qreal width() const { return pageWidth() - 2 * margin; } ///< between the margins
    qreal y() const { return m_y; }
    void moveTo(qreal y) { m_y = y; }

    void newPage();
    void space(qreal points);
    void text(const QString &text, const TextStyle &style, qreal indent = 0);
    void heading(const QString &text);
    void table(const QList<SheetColumn> &columns, const QList<QList<SheetCell>> &rows);
    /// On one page where it fits on one.
    void together(const std::function<void()> &content);
    /// With a bar of this colour at its left edge.
    void accented(const QColor &colour, const std::function<void()> &content);

    // At a place of its own, not in the flow.
    void fill(const QRectF &area, const QColor &colour, qreal radius = 0);
    void frame(const QRectF &area, const QColor &colour, qreal radius, qreal thickness);
    void line(QPointF from, QPointF to, const QColor &colour, qreal thickness);
    /// Returns the height it takes in the width of the area; draws the lines that fit in its height.
    qreal textIn(const QRectF &area, const QString &text, const TextStyle &style, Qt::Alignment alignment = Qt::AlignLeft);
    qreal heightOf(const QString &text, const TextStyle &style, qreal width) const;

    static constexpr qreal margin = 54;

private:
    struct Lines;
    struct Row;
    std::shared_ptr<Lines> lines(const QString &text, const TextStyle &style, qreal width, Qt::Alignment alignment = Qt::AlignLeft) const;
    bool drawing() const { return m_painter && m_measuring == 0; }
    bool fits(qreal height) const { return m_measuring > 0 || m_y + height <= bottom(); }
    qreal top() const { return margin; }
    qreal bottom() const { return pageHeight() - margin - 14; }
    void advance(qreal height);
    void drawFooter();
    Row makeRow(const QList<SheetColumn> &columns, const QList<SheetCell> &cells) const;
    void drawRow(Row &row, qreal height, const QColor &background);
    void tableHead(const QList<SheetColumn> &columns);

    QPdfWriter &m_device;
    QPainter *m_painter;
    int m_pages;
    int m_page = 1;
    int m_measuring = 0;
    qreal m_unit; ///< device units per point
    qreal m_y = margin;
    QString m_footer;
    QColor m_accent;
};

} // namespace mta
