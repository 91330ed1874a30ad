// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace mta
{

/// One after the other as wide as they want to be, on further lines where there is no room. The last one takes what is left of its
/// line, up to its maximum, at the far end.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    using QLayout::QLayout;
    ~FlowLayout() override;
    void insertWidget(int index, QWidget *widget);

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    QList<QSize> lineFrom(qsizetype first, int width) const;
    int place(const QRect &rect, bool apply) const; ///< returns the height

    QList<QLayoutItem *> m_items;
};

} // namespace mta
