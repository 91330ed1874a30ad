// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QWidget>

class QLabel;
class QTimer;

namespace mta
{

class Desk;
class FilterBar;
class RowsView;

/// Every domain this window has in hand, with its verdict; a run over many domains fills in row by row.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPage(Desk &desk, QWidget *parent = nullptr);
    RowsView *list() const { return m_list; }
    QWidget *filterField() const;

signals:
    void itemWanted(int id);

private:
    void refresh();

    Desk &m_desk;
    RowsView *m_list;
    FilterBar *m_filter;
    QLabel *m_summary;
    QTimer *m_delay;
};

} // namespace mta
