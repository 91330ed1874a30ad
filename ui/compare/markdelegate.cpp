// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/compare/markdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace mta
{

void MarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const QVariant mark = index.data(RowsModel::MarkRole);
    if (!mark.isValid()) {
        CellDelegate::paint(painter, given, index);
        return;
    }
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(grid / 2, 0, -grid / 2, 0);
    const QString text = option.text;
    option.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    QTextLayout layout(option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()), option.font);
    QTextLayout::FormatRange range;
    range.start = mark.toPoint().x();
    range.length = mark.toPoint().y();
    range.format.setFontWeight(QFont::Bold);
    range.format.setFontUnderline(true);
    layout.setFormats({range});
    layout.setTextOption(QTextOption(Qt::AlignLeft)); // a line of a policy is read from the left everywhere
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(layout.text().size()));
    layout.endLayout();
    painter->save();
    painter->setClipRect(room);
    painter->setPen(option.palette.color(QPalette::Text));
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
    painter->restore();
}

} // namespace mta
