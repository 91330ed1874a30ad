// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/rule.h"
#include <QWidget>

class QTabWidget;

namespace mta
{

class AuditPart;
class ChainView;
class CertificatesPage;
class ComparePage;
class Desk;
class EvidencePage;
class FindingsPage;
class LivePage;
class MailServersPage;
class PlanDesk;
class PolicyPage;
class RecordsPage;
class SendersPage;
class VerdictHeader;

/// One domain: the verdict, the chain, and a tab for each kind of fact.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(Desk &desk, PlanDesk &plans, QWidget *parent = nullptr);
    void setItem(int id);
    int item() const { return m_item; }
    int tabCount() const;
    void showTab(int index);
    int currentTab() const;
    QWidget *filterField() const;
    void showEvidence(const QString &pointer);
    VerdictHeader *header() const { return m_header; }
    ChainView *chain() const { return m_chain; }
    FindingsPage *findings() const { return m_findings; }
    MailServersPage *mailServers() const { return m_mailServers; }
    PolicyPage *policy() const { return m_policy; }
    RecordsPage *records() const { return m_records; }
    CertificatesPage *certificates() const { return m_certificates; }
    EvidencePage *evidence() const { return m_evidence; }
    SendersPage *senders() const { return m_senders; }
    ComparePage *compare() const { return m_compare; }
    LivePage *live() const { return m_live; }
    /// Shows the comparison with the audit that came from a file of this name.
    void compareWithFile(const QString &file);

signals:
    void againWanted();
    void authoritiesWanted();
    void cancelWanted();
    void protectWanted();

private:
    void refresh();
    void showArea(Area area);
    void addPart(AuditPart *part, const QString &title);

    Desk &m_desk;
    int m_item = 0;
    VerdictHeader *m_header;
    ChainView *m_chain;
    QTabWidget *m_tabs;
    FindingsPage *m_findings;
    MailServersPage *m_mailServers;
    PolicyPage *m_policy;
    RecordsPage *m_records;
    CertificatesPage *m_certificates;
    EvidencePage *m_evidence;
    SendersPage *m_senders;
    ComparePage *m_compare;
    LivePage *m_live;
    QList<AuditPart *> m_parts;
};

} // namespace mta
