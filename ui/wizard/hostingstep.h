// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/planfield.h"
#include "ui/wizard/steplayout.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace mta
{

class CodeView;

/// Who serves the policy file, with the configuration to paste.
class HostingStep : public WizardStep
{
    Q_OBJECT

public:
    explicit HostingStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    void takeServer();
    static Taken readAlias(const Plan &plan, const QString &text);
    static Taken readAddresses(const Plan &plan, const QString &text);
    void showGuide();
    void showFile();

    WizardContext m_context;
    QComboBox *m_server;
    QLineEdit *m_alias;
    QPlainTextEdit *m_addresses;
    PlanField *m_aliasField;
    PlanField *m_addressesField;
    QComboBox *m_files;
    QLabel *m_purpose;
    CodeView *m_text;
    QByteArray m_content;
    QLabel *m_steps;
    QWidget *m_guide;
    FieldNote *m_guideNote;
};

} // namespace mta
