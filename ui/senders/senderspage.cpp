// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/senders/senderspage.h"

#include "report/digest.h"
#include "ui/icons.h"
#include "ui/models/deliveryrows.h"
#include "ui/models/senderrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

SendersPage::SendersPage(QWidget *parent)
    : AuditPart(parent),
      m_deliveries(new RowsView(u"deliveries"_s, tr("What becomes of mail, by what a sender checks"), deliveryHeaders())),
      m_deliveryNote(mutedLabel({})),
      m_senders(new RowsView(u"senders"_s, tr("Senders"), senderHeaders())),
      m_filter(new FilterBar(m_senders, tr("Filter senders"))),
      m_note(textBlock({})),
      m_adviceHeading(mutedLabel({})),
      m_advice(textBlock({}))
{
    m_senders->setColumnWidths({26, 22, 18, 40, 0});
    m_senders->setRootIsDecorated(false);
    m_advice->setObjectName(u"senderAdvice"_s);
    m_deliveries->setColumnWidths({30, 24, 24, 24, 24});
    m_deliveries->setRootIsDecorated(false);
    auto *above = new QWidget;
    auto *aboveColumn = new QVBoxLayout(above);
    aboveColumn->setContentsMargins(0, 0, 0, 0);
    aboveColumn->setSpacing(grid);
    aboveColumn->addWidget(mutedLabel(tr("What becomes of mail, by what a sender checks")));
    aboveColumn->addWidget(m_deliveries, 1);
    aboveColumn->addWidget(m_deliveryNote);
    auto *below = new QWidget;
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(2 * grid);
    belowColumn->addWidget(m_filter);
    belowColumn->addWidget(m_senders, 1);
    belowColumn->addWidget(m_note);
    belowColumn->addWidget(m_adviceHeading);
    belowColumn->addWidget(m_advice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->addWidget(splitter(Qt::Vertical, u"sendersSplitter"_s, {above, below}, {1, 2}), 1);
    connect(m_senders, &RowsView::currentRowChanged, this, &SendersPage::showNote);
    for (RowsView *view : {m_deliveries, m_senders}) {
        auto *evidence = new QAction(icon(u"evidence"_s), tr("Show evidence"), view);
        view->addRowAction(evidence);
        connect(evidence, &QAction::triggered, this, [this, view] {
            if (const Row *row = view->currentRow())
                emit evidenceWanted(row->pointer);
        });
    }
    setAudit(nullptr, false);
}

QWidget *SendersPage::filterField() const
{
    return m_filter->field();
}

void SendersPage::setAudit(const DomainAudit *audit, bool running)
{
    m_deliveries->setEmptyText(!audit || running ? tr("What becomes of mail for the domain appears here.")
                                                 : tr("No mail is delivered to this domain, or its mail servers are not known."));
    m_deliveries->setRows(audit && !running ? deliveryRows(*audit) : QList<Row>());
    m_deliveryNote->setText(audit && !running ? deliveryNote(*audit) : QString());
    m_deliveryNote->setVisible(!m_deliveryNote->text().isEmpty());
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
