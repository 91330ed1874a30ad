// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QTimer;

namespace mta
{

class FlowLayout;
class RowsView;

/// Chips with counts and a search field over a RowsView.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(RowsView *view, const QString &searchName, QWidget *parent = nullptr);
    void addChip(int tag, const QIcon &icon, const QString &text);
    void setCount(int tag, int count);
    void activate(); ///< focus on the search field
    void reset();
    QLineEdit *field() const { return m_field; }
    QPushButton *chip(int tag) const;

private:
    void apply();

    struct Chip {
        int tag;
        QString text;
        QPushButton *button;
    };
    RowsView *m_view;
    FlowLayout *m_row;
    QLineEdit *m_field;
    QTimer *m_delay;
    QList<Chip> m_chips;
};

} // namespace mta
