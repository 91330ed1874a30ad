// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/planfield.h"
#include "ui/wizard/steplayout.h"

namespace mta
{

/// Where senders report failures to (TLS-RPT, RFC 8460).
class ReportsStep : public WizardStep
{
    Q_OBJECT

public:
    explicit ReportsStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    static Taken read(const Plan &plan, const QString &text);

    QPlainTextEdit *m_destinations;
    FieldNote *m_advice;
    PlanField *m_field;
};

} // namespace mta
