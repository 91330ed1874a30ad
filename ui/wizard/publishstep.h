// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/rowsmodel.h"
#include "ui/wizard/keptway.h"
#include "ui/wizard/wizardstep.h"

class QLabel;
class QPushButton;
class QTimer;

namespace mta
{

class CodeView;
class FieldNote;
class PublishPanel;
struct PublishMeans;
class RowsView;

/// The steps in the safe order, each with a look at the live domain that turns green by itself.
class PublishStep : public WizardStep
{
    Q_OBJECT

public:
    explicit PublishStep(QWidget *parent = nullptr);
    /// Offers to publish from here, in a panel in place of the steps.
    void setPublishing(const PublishMeans &means);
    PublishPanel *panel() const { return m_panel; }
    void showPanel(bool shown);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;
    RowsView *list() const { return m_list; }
    const DeploymentPlan &way() const { return m_way; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeWay();
    void begin(const Plan &live);
    bool resume(const Plan &live);
    void takeWay(const KeptWay &begun, const DeploymentPlan &way);
    void keepWay();
    void reckon();
    void lookAtRest();
    void sayHowFar();
    bool isDone(int step) const { return m_times.at(step).isDone(); }
    void lookAtSteps();
    void showSteps();
    void showCurrent();
    void confirm();
    int currentStep() const;
    int firstOpen() const;
    Plan planToPublish() const;
    void showInPanel(const Plan &plan);
    Cell stateCell(int step) const;

    WizardContext m_context;
    DomainAudit m_live; ///< the last one, without what resolvers only remember
    KeptWay m_begun;    ///< where m_way comes from
    DeploymentPlan m_way;
    QList<StepTime> m_times; ///< by step, as m_progress
    QList<StepProgress> m_progress;
    bool m_known = false;    ///< how the domain is today could be found out
    int m_lastOpen = -1;     ///< the step that was open when last shown
    QStringList m_trouble;   ///< with no step open: what is not as planned all the same
    bool m_untested = false; ///< likewise: not all of it could be tested
    QWidget *m_steps;        ///< everything but the panel
    PublishPanel *m_panel = nullptr;
    RowsView *m_list;
    FieldNote *m_note;
    QLabel *m_heading;
    QLabel *m_explanation;
    QLabel *m_wait;
    CodeView *m_texts;
    QLabel *m_objections;
    QLabel *m_rollback;
    QPushButton *m_check;
    QPushButton *m_confirm;
    QPushButton *m_copy;
    QPushButton *m_fromHere;
    QTimer *m_again;
};

} // namespace mta
