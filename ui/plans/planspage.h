// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/domaininput.h"
#include "ui/models/reminderrows.h"
#include "ui/plans/planexport.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace mta
{

class Desk;
class DomainBox;
class PlanDesk;
class RecentDomains;
class ReminderWatch;
class RowsView;

/// The plans in hand, the most urgent first: how each domain is meant to be, what is due or comes next, whether it is so, and in which file
/// that stands.
class PlansPage : public QWidget
{
    Q_OBJECT

public:
    PlansPage(PlanDesk &plans, Desk &desk, ReminderWatch &reminders, RecentDomains *recent, QWidget *parent = nullptr);
    RowsView *list() const { return m_list; }
    DomainBox *box() const { return m_box; }
    int currentPlan() const;              ///< 0 without
    QList<ComparedPlan> compared() const; ///< every plan in hand, with the audit that the list goes by

signals:
    void protectWanted(const mta::DomainInput &input);
    void planWanted(int id);
    void openWanted();
    void lookWanted();       ///< an audit of every plan's domain
    void comparisonWanted(); ///< in a file
    void saveWanted(int id);
    void closeWanted(int id);

private:
    PlanDates datesOf(int plan) const;
    void showSoon();
    void showPlans();
    void showCurrent();

    PlanDesk &m_plans;
    Desk &m_desk;
    ReminderWatch &m_reminders;
    DomainBox *m_box;
    RowsView *m_list;
    QLabel *m_dates; ///< of the chosen plan
    QPushButton *m_edit;
    QPushButton *m_save;
    QPushButton *m_close;
    QPushButton *m_later;
    QPushButton *m_look;
    QPushButton *m_table;
    QTimer *m_soon;
    qint64 m_cost = 0; ///< milliseconds that the list took the last time
};

} // namespace mta
