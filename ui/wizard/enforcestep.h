// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/readiness.h"
#include "ui/wizard/wizardstep.h"

class QLabel;
class QPushButton;

namespace mta
{

class FieldNote;
class RowsView;

/// What has to be true before the policy moves to enforce, and when to look again.
class EnforceStep : public WizardStep
{
    Q_OBJECT

public:
    explicit EnforceStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    QList<Condition> conditions(const WizardContext &context) const;
    void enforce();
    void sayRead(bool failures);
    void showChosen();

    WizardContext m_context;
    RowsView *m_list;
    QLabel *m_chosen; ///< the condition in full, however narrow the list is
    FieldNote *m_note;
    QPushButton *m_quiet;
    QPushButton *m_failures;
    QPushButton *m_enforce;
};

} // namespace mta
