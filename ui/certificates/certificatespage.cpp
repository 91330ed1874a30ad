// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/certificates/certificatespage.h"

#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/timelineview.h"
#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

CertificatesPage::CertificatesPage(QWidget *parent)
    : AuditPart(parent),
      m_timeline(new TimelineView),
      m_list(new RowsView(u"certificates"_s, tr("Certificates"), certificateHeaders())),
      m_detail(new RowsView(u"certificateDetail"_s, tr("The certificate in detail"), certificateDetailHeaders()))
{
    m_timeline->setEmptyText(tr("The lifetimes of the certificates appear here, soonest expiry first."));
    m_timeline->setMinimumHeight(90);
    m_list->setColumnWidths({32, 28, 24, 24, 14});
    m_list->setRootIsDecorated(false);
    m_list->setEmptyText(tr("No server has shown a certificate."));
    m_detail->setColumnWidths({18, 40});
    m_detail->setEmptyText(tr("Choose a certificate to see its names, issuer, key and chain."));
    auto *evidence = new QAction(icon(u"evidence"_s), tr("Show evidence"), m_list);
    m_list->addRowAction(evidence);
    m_below = splitter(Qt::Horizontal, u"certificatesLower"_s, {m_list, m_detail}, {2, 3});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->addWidget(splitter(Qt::Vertical, u"certificatesSplitter"_s, {m_timeline, m_below}, {2, 3}), 1);
    connect(m_list, &RowsView::currentRowChanged, this, &CertificatesPage::showCurrent);
    connect(m_timeline, &TimelineView::currentChanged, this, [this](int index) { m_list->selectKey(m_uses.value(index).pointer); });
    connect(evidence, &QAction::triggered, this, [this] {
        if (const Row *row = m_list->currentRow())
            emit evidenceWanted(row->pointer + u"/tls/chain/0"_s);
    });
}

void CertificatesPage::setAudit(const DomainAudit *audit, bool running)
{
    m_uses = audit ? certificatesOf(*audit) : QList<CertificateUse>();
    m_now = audit ? audit->judgedAt : QDateTime::currentDateTimeUtc();
    m_list->setEmptyText(!audit || running ? tr("The certificates that the servers show appear here.")
                                           : tr("No server has shown a certificate."));
    m_timeline->setCertificates(m_uses, m_now);
    m_list->setRows(certificateRows(m_uses, m_now));
    showCurrent();
}

void CertificatesPage::resizeEvent(QResizeEvent *event)
{
    AuditPart::resizeEvent(event);
    // Side by side the fields of a certificate would have no room.
    const Qt::Orientation wanted = width() < 180 * grid ? Qt::Vertical : Qt::Horizontal;
    if (m_below->orientation() != wanted)
        m_below->setOrientation(wanted);
}

void CertificatesPage::showCurrent()
{
    const Row *row = m_list->currentRow();
    if (!row || row->tag < 0 || row->tag >= m_uses.size()) {
        m_detail->setRows({});
        return;
    }
    m_timeline->setCurrent(row->tag);
    m_detail->setRows(certificateDetail(m_uses[row->tag], m_now));
}

bool CertificatesPage::showPointer(const QString &pointer)
{
    const QString session = pointer.section(u"/tls"_s, 0, 0);
    m_list->selectPointer(session);
    return pointer.contains(u"/tls"_s);
}

} // namespace mta
