// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include <QWidget>

namespace mta
{

class FilterBar;

/// One tab of the audit page: shows a part of an audit, which is set as a whole.
class AuditPart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Null when there is nothing to show; `running` while more is to come.
    virtual void setAudit(const DomainAudit *audit, bool running) = 0;
    /// The field that Ctrl+F goes to, or null.
    virtual QWidget *filterField() const { return nullptr; }
    /// Goes to what an evidence pointer leads to; false when it is not here.
    virtual bool showPointer(const QString &) { return false; }

signals:
    void evidenceWanted(const QString &pointer);
};

} // namespace mta
