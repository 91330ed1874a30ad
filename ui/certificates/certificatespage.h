// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include "ui/models/certificaterows.h"

class QSplitter;

namespace mta
{

class RowsView;
class TimelineView;

/// When the certificates end, on a timeline; who uses them; the chain field by field.
class CertificatesPage : public AuditPart
{
    Q_OBJECT

public:
    explicit CertificatesPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    bool showPointer(const QString &pointer) override;
    RowsView *list() const { return m_list; }
    RowsView *detail() const { return m_detail; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();

    QList<CertificateUse> m_uses;
    QDateTime m_now;
    TimelineView *m_timeline;
    RowsView *m_list;
    RowsView *m_detail;
    QSplitter *m_below = nullptr;
};

} // namespace mta
