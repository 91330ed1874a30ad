// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include "ui/models/findingrows.h"
#include <optional>

namespace mta
{

class FindingDetail;
class RowsView;

/// What has to be done, on the left; the chosen finding explained, on the right.
class FindingsPage : public AuditPart
{
    Q_OBJECT

public:
    explicit FindingsPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    bool showPointer(const QString &pointer) override;
    void showArea(Area area);
    void copyFinding() const;
    RowsView *list() const { return m_list; }
    FilterBar *filterBar() const { return m_filter; }

private:
    void showCurrent();
    QString emptyText() const;

    std::optional<DomainAudit> m_audit;
    bool m_running = false;
    RowsView *m_list;
    FilterBar *m_filter;
    FindingDetail *m_detail;
};

} // namespace mta
