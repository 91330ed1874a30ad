// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/senders/senderspage.h"

#include "ui/icons.h"
#include "ui/models/senderrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

SendersPage::SendersPage(QWidget *parent)
    : AuditPart(parent),
      m_senders(new RowsView(u"senders"_s, tr("Senders"), senderHeaders())),
      m_filter(new FilterBar(m_senders, tr("Filter senders"))),
      m_note(textBlock({})),
      m_adviceHeading(mutedLabel({})),
      m_advice(textBlock({}))
{
    m_senders->setColumnWidths({26, 22, 18, 40, 60});
    m_senders->setRootIsDecorated(false);
    m_advice->setObjectName(u"senderAdvice"_s);
    auto *evidence = new QAction(icon(u"evidence"_s), tr("Show evidence"), m_senders);
    m_senders->addRowAction(evidence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(m_filter);
    column->addWidget(m_senders, 1);
    column->addWidget(m_note);
    column->addWidget(m_adviceHeading);
    column->addWidget(m_advice);
    connect(m_senders, &RowsView::currentRowChanged, this, &SendersPage::showNote);
    connect(evidence, &QAction::triggered, this, [this] {
        if (const Row *row = m_senders->currentRow())
            emit evidenceWanted(row->pointer);
    });
    setAudit(nullptr, false);
}

QWidget *SendersPage::filterField() const
{
    return m_filter->field();
}

void SendersPage::setAudit(const DomainAudit *audit, bool running)
{
    m_senders->setEmptyText(!audit || running ? tr("What programs that send mail make of the policy appears here.")
                                              : tr("This domain publishes no policy that senders could honour."));
    const QList<Row> rows = audit && !running ? senderTableRows(*audit) : QList<Row>();
    const QStringList advised = rows.isEmpty() ? QStringList() : senderAdviceLines(*audit);
    m_senders->setRows(rows);
    m_adviceHeading->setText(advised.isEmpty() ? tr("Nothing needs to be changed to please them.")
                                               : tr("What to change so that all of them honour it"));
    m_adviceHeading->setVisible(!rows.isEmpty());
    m_advice->setText(advised.join(u'\n'));
    m_advice->setVisible(!advised.isEmpty());
    showNote();
}

void SendersPage::showNote()
{
    const Row *row = m_senders->currentRow();
    m_note->setText(row ? tr("%1: %2", "program, how it reads").arg(row->cells.first().text, row->cells.last().text) : QString());
    m_note->setVisible(row);
}

} // namespace mta
