// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/audit/auditpart.h"
#include "ui/models/policyrows.h"
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace mta
{

class CodeView;

/// The policy file as served, with marks in the margin and what each line means; the HTTP answer beside it.
class PolicyPage : public AuditPart
{
    Q_OBJECT

public:
    explicit PolicyPage(QWidget *parent = nullptr);
    void setAudit(const DomainAudit *audit, bool running) override;
    bool showPointer(const QString &pointer) override;
    CodeView *text() const { return m_text; }

signals:
    void editWanted(const QByteArray &octets);

private:
    void showFetch();
    void showLine();

    std::optional<DomainAudit> m_audit;
    bool m_running = false;
    QByteArray m_linted;
    QList<PolicyLineView> m_lines;
    QComboBox *m_address;
    QPushButton *m_edit;
    QLabel *m_url;
    QLabel *m_summary;
    CodeView *m_text;
    QLabel *m_lineHeading;
    QLabel *m_meaning;
    QLabel *m_findings;
    CodeView *m_head;
};

} // namespace mta
