// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/audit/auditpage.h"

#include "ui/audit/verdictheader.h"
#include "ui/certificates/certificatespage.h"
#include "ui/compare/comparepage.h"
#include "ui/evidence/evidencepage.h"
#include "ui/findings/findingspage.h"
#include "ui/live/livepage.h"
#include "ui/mailservers/mailserverspage.h"
#include "ui/policy/policypage.h"
#include "ui/records/recordspage.h"
#include "ui/senders/senderspage.h"
#include "ui/widgets/chainview.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/readingarea.h"
#include "ui/widgets/rowsview.h"
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Lists scroll: what a tab would like to have at some width is far more than it needs, and no reason for the page to scroll.
class Tabs : public QTabWidget
{
public:
    bool hasHeightForWidth() const override { return false; }
    QSize minimumSizeHint() const override { return QTabWidget::minimumSizeHint().expandedTo(QSize(0, 72 * grid)); }
};

} // namespace

AuditPage::AuditPage(Desk &desk, PlanDesk &plans, QWidget *parent)
    : QWidget(parent),
      m_desk(desk),
      m_header(new VerdictHeader),
      m_chain(new ChainView),
      m_tabs(new Tabs),
      m_findings(new FindingsPage),
      m_mailServers(new MailServersPage),
      m_policy(new PolicyPage),
      m_records(new RecordsPage),
      m_certificates(new CertificatesPage),
      m_evidence(new EvidencePage),
      m_senders(new SendersPage),
      m_compare(new ComparePage),
      m_live(new LivePage(plans))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Parts of the audit"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the audit"));
    m_tabs->tabBar()->setElideMode(Qt::ElideNone);
    addPart(m_findings, tr("Findings"));
    addPart(m_mailServers, tr("Mail servers"));
    addPart(m_policy, tr("Policy"));
    addPart(m_records, tr("Records"));
    addPart(m_certificates, tr("Certificates"));
    addPart(m_evidence, tr("Evidence"));
    addPart(m_senders, tr("Senders"));
    addPart(m_compare, tr("Compare"));
    addPart(m_live, tr("Live and intended"));
    // In a small window the page scrolls as a whole, and the tabs keep a usable height.
    auto *inside = new QWidget;
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(5 * grid, grid, 5 * grid, 2 * grid);
    column->setSpacing(3 * grid);
    column->addWidget(m_header);
    column->addWidget(m_chain);
    column->addWidget(m_tabs, 1);
    page->addWidget(new ReadingArea(inside));
    connect(m_header, &VerdictHeader::nextStepWanted, this, [this] {
        showTab(0);
        m_findings->filterBar()->reset();
        m_findings->list()->selectKey({});
        m_findings->list()->setCurrentIndex(m_findings->list()->model()->index(0, 0, m_findings->list()->model()->index(0, 0)));
        m_findings->list()->setFocus();
    });
    connect(m_header, &VerdictHeader::protectWanted, this, &AuditPage::protectWanted);
    connect(m_live, &LivePage::protectWanted, this, &AuditPage::protectWanted);
    connect(m_header, &VerdictHeader::againWanted, this, &AuditPage::againWanted);
    connect(m_records, &RecordsPage::authoritiesWanted, this, &AuditPage::authoritiesWanted);
    connect(m_header, &VerdictHeader::cancelWanted, this, &AuditPage::cancelWanted);
    connect(m_chain, &ChainView::linkClicked, this, &AuditPage::showArea);
    connect(&m_desk, &Desk::itemChanged, this, [this](int id) {
        const DeskItem *shown = m_desk.item(m_item);
        const DeskItem *changed = m_desk.item(id);
        // Another item of the same domain is something to compare with.
        if (id == m_item || (shown && changed && shown->domain == changed->domain && changed->stage != DeskItem::Stage::Running))
            refresh();
    });
}

void AuditPage::addPart(AuditPart *part, const QString &title)
{
    m_parts.append(part);
    m_tabs->addTab(part, title);
    connect(part, &AuditPart::evidenceWanted, this, &AuditPage::showEvidence);
}

void AuditPage::setItem(int id)
{
    if (id != m_item)
        m_findings->filterBar()->reset();
    m_item = id;
    refresh();
}

void AuditPage::refresh()
{
    const DeskItem *item = m_desk.item(m_item);
    m_header->setItem(item);
    const DomainAudit *audit = item && item->audit ? &*item->audit : nullptr;
    const bool running = item && item->stage == DeskItem::Stage::Running;
    m_chain->setAudit(audit, running);
    m_compare->setOthers(m_desk.others(m_item), item ? item->origin : Origin::Live);
    for (AuditPart *part : std::as_const(m_parts))
        part->setAudit(audit, running);
    if (item && item->origin == Origin::File)
        m_records->askButton()->setEnabled(false); // what a file holds cannot be asked again
}

int AuditPage::tabCount() const
{
    return m_tabs->count();
}

int AuditPage::currentTab() const
{
    return m_tabs->currentIndex();
}

void AuditPage::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

QWidget *AuditPage::filterField() const
{
    return m_parts.value(m_tabs->currentIndex())->filterField();
}

void AuditPage::showEvidence(const QString &pointer)
{
    showTab(m_tabs->indexOf(m_evidence));
    m_evidence->showPointer(pointer);
}

void AuditPage::compareWithFile(const QString &file)
{
    refresh();
    showTab(m_tabs->indexOf(m_compare));
    m_compare->chooseFile(file);
}

void AuditPage::showArea(Area area)
{
    switch (area) {
    case Area::Record:
        showTab(m_tabs->indexOf(m_records));
        m_records->showPointer(u"/sts"_s);
        return;
    case Area::TlsRpt:
        showTab(m_tabs->indexOf(m_records));
        m_records->showPointer(u"/tlsRpt"_s);
        return;
    case Area::PolicyHost:
    case Area::Policy:
        showTab(m_tabs->indexOf(m_policy));
        return;
    case Area::MxHosts:
        showTab(m_tabs->indexOf(m_mailServers));
        return;
    case Area::Certificates:
        showTab(m_tabs->indexOf(m_certificates));
        return;
    case Area::Domain:
        showTab(m_tabs->indexOf(m_findings));
        return;
    }
}

} // namespace mta
