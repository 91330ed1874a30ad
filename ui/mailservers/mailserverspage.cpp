// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/mailservers/mailserverspage.h"

#include "ui/icons.h"
#include "ui/models/mailserverrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

MailServersPage::MailServersPage(QWidget *parent)
    : AuditPart(parent),
      m_tree(new RowsView(u"mailServers"_s, tr("Mail servers and their addresses"), mailServerHeaders())),
      m_filter(new FilterBar(m_tree, tr("Filter mail servers"))),
      m_summary(textBlock({})),
      m_transcript(new RowsView(u"transcript"_s, tr("Conversation with the mail server"), transcriptHeaders()))
{
    m_tree->setColumnWidths({28, 26, 16, 14, 11, 20, 24, 10});
    m_transcript->setColumnWidths({10, 8, 60});
    m_transcript->setRootIsDecorated(false);
    m_transcript->setEmptyText(tr("Choose an address above to read the conversation with it, line by line."));

    auto *copy = new QAction(icon(u"copy"_s), tr("Copy the whole conversation"), m_transcript);
    m_transcript->addRowAction(copy);
    auto *evidence = new QAction(icon(u"evidence"_s), tr("Show evidence"), m_tree);
    m_tree->addRowAction(evidence);
    auto *below = new QWidget;
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(grid);
    belowColumn->addWidget(m_summary);
    belowColumn->addWidget(m_transcript, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(m_filter);
    column->addWidget(splitter(Qt::Vertical, u"mailServersSplitter"_s, {m_tree, below}, {3, 2}), 1);
    connect(m_tree, &RowsView::currentRowChanged, this, &MailServersPage::showCurrent);
    connect(copy, &QAction::triggered, this, [this] {
        const Row *row = m_tree->currentRow();
        const MxProbe *probe = m_audit && row ? probeAt(m_audit->facts, row->pointer) : nullptr;
        if (probe)
            QApplication::clipboard()->setText(transcriptText(*probe));
    });
    connect(evidence, &QAction::triggered, this, [this] {
        if (const Row *row = m_tree->currentRow())
            emit evidenceWanted(row->pointer);
    });
}

QWidget *MailServersPage::filterField() const
{
    return m_filter->field();
}

void MailServersPage::setAudit(const DomainAudit *audit, bool running)
{
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    m_tree->setEmptyText(!audit || running
                             ? tr("The servers that take mail for the domain appear here, each address with what a sender would do.")
                             : tr("No mail server was found."));
    m_tree->setRows(audit ? mailServerRows(*audit) : QList<Row>());
    showCurrent();
}

void MailServersPage::showCurrent()
{
    const Row *row = m_tree->currentRow();
    const MxProbe *probe = m_audit && row ? probeAt(m_audit->facts, row->pointer) : nullptr;
    m_summary->setText(probe ? tr("%1: %2", "address: what happened").arg(probe->address.toString(), probeSummary(*probe)) : QString(u' '));
    m_transcript->setRows(probe ? transcriptRows(*probe) : QList<Row>());
}

bool MailServersPage::showPointer(const QString &pointer)
{
    if (!pointer.startsWith("/mxHosts"_L1))
        return false;
    m_tree->selectPointer(pointer.split(u"/tls"_s).first());
    return true;
}

} // namespace mta
