// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include <optional>

class QLabel;

namespace mta
{

class RowsView;

/// Every mail server and address, what a sender would do there, and the conversation with times.
class MailServersPage : public AuditPart
{
    Q_OBJECT

public:
    explicit MailServersPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    bool showPointer(const QString &pointer) override;
    RowsView *tree() const { return m_tree; }
    RowsView *transcript() const { return m_transcript; }

private:
    void showCurrent();

    std::optional<DomainAudit> m_audit;
    RowsView *m_tree;
    FilterBar *m_filter;
    QLabel *m_summary;
    RowsView *m_transcript;
};

} // namespace mta
