// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/expiry/expirypage.h"

#include "ui/desk.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/timelineview.h"
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

ExpiryPage::ExpiryPage(Desk &desk, QWidget *parent)
    : QWidget(parent),
      m_desk(desk),
      m_timeline(new TimelineView),
      m_list(new RowsView(u"expiryList"_s, tr("Certificates by expiry"), expiryHeaders())),
      m_filter(new FilterBar(m_list, tr("Filter certificates")))
{
    m_timeline->setEmptyText(tr("Certificates end: this page shows when, for every domain you have audited in this window."));
    m_timeline->setMinimumHeight(120);
    m_list->setColumnWidths({34, 24, 40, 30});
    m_list->setEmptyText(tr("Audit a domain, or open saved evidence, to see its certificates here."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 3 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(plainLabel(tr("When certificates end"), Type::Title, true));
    column->addWidget(m_filter);
    column->addWidget(splitter(Qt::Vertical, u"expirySplitter"_s, {m_timeline, m_list}, {2, 3}), 1);
    connect(m_list, &RowsView::currentRowChanged, this, [this] {
        const Row *row = m_list->currentRow();
        if (row && row->tag >= 0)
            m_timeline->setCurrent(row->tag);
    });
    connect(m_timeline, &TimelineView::currentChanged, this, [this](int index) {
        const CertificateUse use = m_uses.value(index);
        m_list->selectKey(use.domain + use.pointer);
    });
    connect(&m_desk, &Desk::itemCompleted, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ExpiryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ExpiryPage::refresh()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_uses = certificatesOf(m_desk.audits());
    m_timeline->setCertificates(m_uses, now);
    m_list->setRows(expiryRows(m_uses, now));
}

QWidget *ExpiryPage::filterField() const
{
    return m_filter->field();
}

} // namespace mta
