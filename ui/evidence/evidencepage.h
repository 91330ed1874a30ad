// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include <optional>

class QLineEdit;

namespace mta
{

class CodeView;
class RowsView;

/// All raw facts as they are saved: a tree, and the text at the chosen place.
class EvidencePage : public AuditPart
{
    Q_OBJECT

public:
    explicit EvidencePage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    QWidget *filterField() const override;
    bool showPointer(const QString &pointer) override;
    CodeView *text() const { return m_text; }
    RowsView *tree() const { return m_tree; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showText();

    std::optional<DomainAudit> m_audit;
    bool m_built = false;
    int m_generation = 0;
    QString m_pointer;
    RowsView *m_tree;
    FilterBar *m_filter;
    QLineEdit *m_path;
    CodeView *m_text;
};

} // namespace mta
