// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include <optional>

class QAction;
class QPushButton;

namespace mta
{

class RowsView;

/// Every question to the DNS with its answer, raw above and explained below; what each authoritative name server says, when asked for.
class RecordsPage : public AuditPart
{
    Q_OBJECT

public:
    explicit RecordsPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    bool showPointer(const QString &pointer) override;
    RowsView *records() const { return m_records; }
    QPushButton *askButton() const { return m_ask; }

signals:
    /// The authoritative name servers of the domain shown are to be asked themselves.
    void authoritiesWanted();
    /// The TXT value of _mta-sts or _smtp._tls that counts is to be checked, and mended, as a text.
    void editWanted(const QByteArray &record);

private:
    void showCurrent();
    QByteArray currentRecord() const;

    std::optional<DomainAudit> m_audit;
    RowsView *m_records;
    FilterBar *m_filter;
    QAction *m_edit;
    QPushButton *m_ask;
    RowsView *m_explained;
};

} // namespace mta
