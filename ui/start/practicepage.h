// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment.h"
#include <QWidget>

namespace mta
{

class FilterBar;
class RowsView;

/// The practice domains and what each of them shows; a click audits one.
class PracticePage : public QWidget
{
    Q_OBJECT

public:
    explicit PracticePage(const QList<PracticeLesson> &lessons, QWidget *parent = nullptr);
    RowsView *list() const { return m_list; }
    QWidget *filterField() const;

signals:
    void auditWanted(const QStringList &domains);

private:
    RowsView *m_list;
    FilterBar *m_filter;
};

} // namespace mta
