// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/steplayout.h"
#include "ui/wizard/wizardstep.h"

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
    void takeServers();
    void takePatterns();
    void suggest(bool wildcard);
    void useLive();
    void showTables(const WizardContext &context);

    WizardContext m_context;
    QPlainTextEdit *m_servers;
    FieldNote *m_serversNote;
    QPlainTextEdit *m_patterns;
    FieldNote *m_patternsNote;
    RowsView *m_hosts;
    RowsView *m_coverage;
    QPushButton *m_live;
    Shown m_shownServers;
    Shown m_shownPatterns;
};

} // namespace mta
