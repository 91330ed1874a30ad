// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"

class QLabel;

namespace mta
{

class RowsView;

/// What becomes of mail by what a sender checks; which programs honour the policy as it is served, and what would please all of them.
class SendersPage : public AuditPart
{
    Q_OBJECT

public:
    explicit SendersPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    RowsView *deliveries() const { return m_deliveries; }
    RowsView *senders() const { return m_senders; }
    QLabel *advice() const { return m_advice; }

private:
    void showNote();

    RowsView *m_deliveries;
    QLabel *m_deliveryNote;
    RowsView *m_senders;
    FilterBar *m_filter;
    QLabel *m_note; ///< how the chosen one reads, in full
    QLabel *m_adviceHeading;
    QLabel *m_advice;
};

} // namespace mta
