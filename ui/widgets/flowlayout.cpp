// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace mta
{

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = QSize(size.width() + item->sizeHint().width() + qMax(0, spacing()), qMax(size.height(), item->sizeHint().height()));
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const int spare = qMax(0, rect.height() - heightForWidth(rect.width()));
    place(rect.adjusted(0, spare / 2, 0, 0), true);
}

/// What stands on one line with the item at `first`, as long as there is room.
QList<QSize> FlowLayout::lineFrom(qsizetype first, int width) const
{
    QList<QSize> sizes;
    int used = 0;
    for (qsizetype i = first; i < m_items.size(); ++i) {
        const QSize wanted = m_items[i]->isEmpty() ? QSize() : m_items[i]->sizeHint();
        const QSize size(qMin(wanted.width(), width), wanted.height());
        if (used > 0 && used + size.width() > width)
            break;
        used += size.isEmpty() ? 0 : size.width() + spacing();
        sizes.append(size);
    }
    return sizes;
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    for (qsizetype first = 0; first < m_items.size();) {
        const QList<QSize> line = lineFrom(first, area.width());
        int height = 0;
        for (const QSize &size : line)
            height = qMax(height, size.height());
        int x = area.left();
        for (qsizetype i = 0; i < line.size(); ++i) {
            QLayoutItem *item = m_items[first + i];
            QSize size = line[i];
            if (size.isEmpty())
                continue;
            if (item == m_items.last()) {
                const int left = area.left() + area.width() - x;
                size.setWidth(qMin(left, item->maximumSize().width()));
                x += left - size.width();
            }
            if (apply)
                item->setGeometry(QStyle::visualRect(direction, area, QRect(QPoint(x, y + (height - size.height()) / 2), size)));
            x += size.width() + spacing();
        }
        first += line.size();
        y += height + (first < m_items.size() ? spacing() / 2 : 0);
    }
    return y - rect.top() + contentsMargins().bottom();
}

} // namespace mta
