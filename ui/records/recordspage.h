// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include <optional>

namespace mta
{

class RowsView;

/// Every question to the DNS with its answer, raw above and explained below.
class RecordsPage : public AuditPart
{
    Q_OBJECT

public:
    explicit RecordsPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    bool showPointer(const QString &pointer) override;
    RowsView *records() const { return m_records; }

private:
    void showCurrent();

    std::optional<DomainAudit> m_audit;
    RowsView *m_records;
    FilterBar *m_filter;
    RowsView *m_explained;
};

} // namespace mta
