// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/planfield.h"
#include "ui/wizard/steplayout.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mta
{

/// How strict senders are, for how long they remember it, and the id that announces it; and the way out of all that.
class PolicyStep : public WizardStep
{
    Q_OBJECT

public:
    explicit PolicyStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    void takeMode(PolicyMode mode);
    void showLeaving();
    void leave();
    Taken readAge(const Plan &plan, const QString &text) const;

    WizardContext m_context;
    QButtonGroup *m_modes;
    FieldNote *m_modeNote;
    QComboBox *m_ages;
    QLineEdit *m_seconds;
    PlanField *m_ageField;
    QLabel *m_id;
    FieldNote *m_idNote;
    QLabel *m_leaving;
    QPushButton *m_leave;
    QPushButton *m_return;
};

} // namespace mta
