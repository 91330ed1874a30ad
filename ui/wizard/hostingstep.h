// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/steplayout.h"
#include "ui/wizard/wizardstep.h"

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
    void takeAlias();
    void takeAddresses();
    void showGuide();
    void showFile();

    WizardContext m_context;
    QComboBox *m_server;
    QLineEdit *m_alias;
    FieldNote *m_aliasNote;
    QPlainTextEdit *m_addresses;
    FieldNote *m_addressesNote;
    Shown m_shownAlias;
    Shown m_shownAddresses;
    QComboBox *m_files;
    QLabel *m_purpose;
    CodeView *m_text;
    QByteArray m_content;
    QLabel *m_steps;
    QWidget *m_guide;
    FieldNote *m_guideNote;
};

} // namespace mta
