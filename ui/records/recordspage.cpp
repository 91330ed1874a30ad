// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/records/recordspage.h"

#include "ui/icons.h"
#include "ui/models/recordrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

RecordsPage::RecordsPage(QWidget *parent)
    : AuditPart(parent),
      m_records(new RowsView(u"records"_s, tr("DNS records"), recordHeaders())),
      m_filter(new FilterBar(m_records, tr("Filter records"))),
      m_edit(new QAction(icon(u"policy"_s), tr("Edit a copy of the record"), this)),
      m_ask(new QPushButton(icon(u"record"_s), tr("Ask the name servers"))),
      m_explained(new RowsView(u"recordExplained"_s, tr("What the record means"), explanationHeaders()))
{
    m_records->setColumnWidths({32, 7, 9, 46, 20});
    m_explained->setColumnWidths({46, 60});
    m_explained->setRootIsDecorated(false);
    m_explained->setEmptyText(tr("Choose a record above to see what its parts mean."));
    auto *evidence = new QAction(icon(u"evidence"_s), tr("Show evidence"), m_records);
    m_records->addRowAction(evidence);
    m_records->addRowAction(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->setSpacing(2 * grid);
    m_ask->setAutoDefault(false);
    m_ask->setAccessibleDescription(tr("Audits again in depth, and asks every authoritative name server of the domain itself"));
    m_ask->setToolTip(m_ask->accessibleDescription());
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    top->addWidget(m_filter, 1);
    top->addWidget(m_ask);
    column->addLayout(top);
    connect(m_ask, &QPushButton::clicked, this, &RecordsPage::authoritiesWanted);
    column->addWidget(splitter(Qt::Vertical, u"recordsSplitter"_s, {m_records, m_explained}, {5, 2}), 1);
    connect(m_records, &RowsView::currentRowChanged, this, &RecordsPage::showCurrent);
    connect(m_edit, &QAction::triggered, this, [this] {
        if (const QByteArray record = currentRecord(); !record.isEmpty())
            emit editWanted(record);
    });
    connect(evidence, &QAction::triggered, this, [this] {
        if (const Row *row = m_records->currentRow())
            emit evidenceWanted(row->pointer);
    });
}

QWidget *RecordsPage::filterField() const
{
    return m_filter->field();
}

void RecordsPage::setAudit(const DomainAudit *audit, bool running)
{
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    m_records->setEmptyText(!audit || running ? tr("Every question to the DNS and its answer appear here.") : tr("Nothing was asked."));
    m_ask->setEnabled(audit && !running);
    m_records->setRows(audit ? recordRows(audit->facts) : QList<Row>());
    showCurrent();
}

QByteArray RecordsPage::currentRecord() const
{
    const Row *row = m_records->currentRow();
    if (!m_audit || !row)
        return {};
    return row->pointer == "/sts"_L1      ? m_audit->record.record.raw
           : row->pointer == "/tlsRpt"_L1 ? m_audit->tlsRpt.record.raw
                                          : QByteArray();
}

void RecordsPage::showCurrent()
{
    m_edit->setEnabled(!currentRecord().isEmpty());
    const Row *row = m_records->currentRow();
    m_explained->setRows(m_audit && row ? recordExplanation(*m_audit, row->pointer) : QList<Row>());
}

bool RecordsPage::showPointer(const QString &pointer)
{
    if (m_records->rowsModel()->indexOfPointer(pointer).isValid()) {
        m_records->selectPointer(pointer);
        return true;
    }
    return false;
}

} // namespace mta
