// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/planfield.h"
#include "ui/wizard/steplayout.h"

class QPushButton;

namespace mta
{

class RowsView;

/// Which mail servers are meant, how they fare, and which patterns cover them.
class MailServersStep : public WizardStep
{
    Q_OBJECT

public:
    explicit MailServersStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    Taken readPatterns(const Plan &plan, const QString &text) const;
    void suggest(bool wildcard);
    void useLive();
    void showTables(const WizardContext &context);

    WizardContext m_context;
    QPlainTextEdit *m_servers;
    QPlainTextEdit *m_patterns;
    RowsView *m_hosts;
    FieldNote *m_failing;
    RowsView *m_coverage;
    QPushButton *m_live;
    QPushButton *m_exact;
    QPushButton *m_wildcard;
    PlanField *m_serversField;
    PlanField *m_patternsField;
};

} // namespace mta
