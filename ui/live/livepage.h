// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "ui/audit/auditpart.h"
#include "ui/theme.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mta
{

struct Adoption;
class ElidedLabel;
class PlanDesk;
class RowsView;

/// How the domain is beside how its plan says that it is meant to be: what mends a difference can be copied, or the live side adopted.
class LivePage : public AuditPart
{
    Q_OBJECT

public:
    explicit LivePage(PlanDesk &plans, QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;

    RowsView *list() const { return m_list; }
    FilterBar *filterBar() const { return m_filter; }
    QString summary() const;
    /// What mends the chosen difference, as it is to be published; empty without.
    QByteArray mend() const;
    void copyMend();
    void adopt();
    void adoptAll();
    /// The comparison as text; empty without one.
    QString asText() const;

signals:
    void protectWanted();
    void openPlanWanted();
    void planWanted(int id);
    void told(State state, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildInvitation();
    QWidget *buildComparison();
    QWidget *buildDetail();
    void compareNow();
    void selectFirstDifference();
    void showRow();
    void take(const Adoption &adoption);
    const LiveRow *current() const;

    PlanDesk &m_plans;
    std::optional<DomainAudit> m_audit;
    bool m_running = false;
    int m_plan = 0; ///< of the domain shown; 0 without
    std::optional<LiveComparison> m_comparison;

    QStackedWidget *m_stack;
    QWidget *m_invitation;
    ElidedLabel *m_summary;
    RowsView *m_list;
    FilterBar *m_filter;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_copyAll;
    QPushButton *m_open;
    QLabel *m_what;
    QLabel *m_planned; ///< of the chosen line, whole
    QLabel *m_live;
    QLabel *m_why;
    QLabel *m_notes;
    QLabel *m_pasteTitle;
    QLabel *m_paste;
    QPushButton *m_copy;
    QPushButton *m_adopt;
    QPushButton *m_adoptAll;
};

} // namespace mta
