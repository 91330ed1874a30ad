// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/domainname.h"
#include "ui/plans/planexport.h"
#include "ui/wizard/wizardstep.h"
#include <functional>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace mta
{

class CodeView;
class Desk;
class PlanDesk;
class PublishStep;
struct PublishMeans;

/// "Protect a domain": page after page from a bare domain to a policy in enforce. Can be left and resumed at any time; what would be
/// published is always in sight.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    WizardPage(PlanDesk &plans, Desk &desk, std::function<QDateTime()> now, QWidget *parent = nullptr);
    /// Without it plans are published by hand.
    void setPublishing(const PublishMeans &means);
    void setPlan(int id);
    int plan() const { return m_id; }
    void showStep(int index);
    int currentStep() const;
    int stepCount() const { return static_cast<int>(m_steps.size()); }
    WizardStep *step(int index) const { return m_steps.at(index); }
    QListWidget *list() const { return m_list; }
    CodeView *preview() const { return m_preview; }

signals:
    void auditWanted(const mta::DomainName &domain, bool deep);
    void told(State state, const QString &text);
    void saveWanted();
    void exportWanted(PlanForm form);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *buildExport();
    void addStep(WizardStep *step);
    void refresh();
    void learn(int item);
    void learnOf(int id, const DomainAudit &audit);
    void showMarks(const WizardContext &context);
    void showPreview(const Plan &plan);
    WizardContext context() const;

    PlanDesk &m_plans;
    Desk &m_desk;
    std::function<QDateTime()> m_now;
    int m_id = 0;
    QList<WizardStep *> m_steps;
    PublishStep *m_publish;
    QLabel *m_title;
    QLabel *m_file;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QSplitter *m_work = nullptr;
    CodeView *m_preview;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_undo;
    QPushButton *m_redo;
};

} // namespace mta
