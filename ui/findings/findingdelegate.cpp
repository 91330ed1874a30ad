// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/findings/findingdelegate.h"

#include "ui/icons.h"
#include "ui/models/rowsmodel.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QTreeView>

namespace mta
{

namespace
{
constexpr int icon_ = 4 * grid + 2;

int textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return qMax(120, (view ? view->viewport()->width() : 320) - icon_ - 6 * grid);
}

int textHeight(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), int(Qt::TextWordWrap), text).height();
}

QString subjectOf(const QModelIndex &index)
{
    return index.siblingAtColumn(1).data().toString();
}
} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = textWidth(option);
    if (index.data(RowsModel::GroupRole).toBool())
        return {width, textHeight(index.data().toString(), typeFont(Type::Small, true), width) + 5 * grid};
    int height = textHeight(index.data().toString(), typeFont(Type::Body), width) + 4 * grid;
    if (!subjectOf(index).isEmpty())
        height += QFontMetrics(wireFont(Type::Small)).height() + grid / 2;
    return {width, height};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    // The whole line, whatever the view indents.
    QRect row = option.rect;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget)) {
        row.setLeft(0);
        row.setWidth(view->viewport()->width());
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool group = index.data(RowsModel::GroupRole).toBool();
    painter->save();
    painter->fillRect(row, selected                                         ? colours.selected
                           : group                                          ? colours.window
                           : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                                            : colours.base);
    const Qt::LayoutDirection direction = option.direction;
    const int width = textWidth(option);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, row, rect); };
    const int align = int(Qt::TextWordWrap) | int(QStyle::visualAlignment(direction, Qt::AlignLeft));
    if (group) {
        painter->setFont(typeFont(Type::Small, true));
        painter->setPen(colours.muted);
        painter->drawText(place(QRect(2 * grid, row.top() + 2 * grid, width + icon_, row.height() - 2 * grid)),
                          align | int(Qt::AlignVCenter), index.data().toString());
        painter->restore();
        return;
    }
    const QVariant state = index.data(RowsModel::StateRole);
    const QColor colour = state.isValid() ? colours.state(static_cast<State>(state.toInt())) : colours.text;
    if (selected)
        painter->fillRect(place(QRect(0, row.top(), 3, row.height())), colours.accent);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(QRect(2 * grid + 2, row.top() + 2 * grid + 1, icon_, icon_)));
    const int left = icon_ + 4 * grid;
    const int height = textHeight(index.data().toString(), typeFont(Type::Body), width);
    painter->setFont(typeFont(Type::Body));
    painter->setPen(state.isValid() && static_cast<State>(state.toInt()) == State::NotTested ? colour : colours.text);
    painter->drawText(place(QRect(left, row.top() + 2 * grid, width, height)), align, index.data().toString());
    painter->setFont(wireFont(Type::Small));
    painter->setPen(colours.muted);
    const QString subject = painter->fontMetrics().elidedText(subjectOf(index), Qt::ElideRight, width);
    painter->drawText(place(QRect(left, row.top() + 2 * grid + height + grid / 2, width, painter->fontMetrics().height())), align, subject);
    painter->setPen(colours.border);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    painter->restore();
}

} // namespace mta
