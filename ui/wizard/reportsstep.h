// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/steplayout.h"
#include "ui/wizard/wizardstep.h"

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
    void take();

    WizardContext m_context;
    QPlainTextEdit *m_destinations;
    FieldNote *m_note;
    FieldNote *m_advice;
    Shown m_shown;
};

} // namespace mta
