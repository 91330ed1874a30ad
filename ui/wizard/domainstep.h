// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/wizardstep.h"

class QLabel;
class QPushButton;

namespace mta
{

/// What there is already: the audit in short, and whose servers take the mail and hold the zone.
class DomainStep : public WizardStep
{
    Q_OBJECT

public:
    explicit DomainStep(QWidget *parent = nullptr);
    QString title() const override;
    void show(const WizardContext &context) override;
    StepMark mark(const WizardContext &context) const override;

private:
    QLabel *m_stateIcon;
    QLabel *m_headline;
    QLabel *m_mail;
    QLabel *m_mailAdvice;
    QLabel *m_dns;
    QLabel *m_dnsAdvice;
    QLabel *m_there;
    QPushButton *m_again;
};

} // namespace mta
