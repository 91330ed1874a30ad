// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/planfield.h"
#include "ui/wizard/steplayout.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mta
{

class CodeView;
class RowsView;

/// The records, in the form that the user's DNS takes.
class DnsStep : public WizardStep
{
    Q_OBJECT

public:
    explicit DnsStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    static Taken readZone(const Plan &plan, const QString &text);
    static Taken readTtl(const Plan &plan, const QString &text);
    void showText();
    void planTlsa();
    void dropTlsa();

    WizardContext m_context;
    QLineEdit *m_zone;
    QLineEdit *m_ttl;
    PlanField *m_zoneField;
    PlanField *m_ttlField;
    RowsView *m_fields;
    QPushButton *m_tlsa;
    QPushButton *m_noTlsa;
    FieldNote *m_tlsaNote;
    QComboBox *m_format;
    bool m_chosen = false; ///< by the user; else what suits the DNS provider
    QLabel *m_use;
    CodeView *m_text;
    QByteArray m_content;
    FieldNote *m_textNote;
};

} // namespace mta
