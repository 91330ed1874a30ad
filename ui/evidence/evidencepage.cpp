// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/evidence/evidencepage.h"

#include "base/wiretext.h"
#include "store/evidence.h"
#include "ui/background.h"
#include "ui/models/evidencerows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

EvidencePage::EvidencePage(QWidget *parent)
    : AuditPart(parent),
      m_tree(new RowsView(u"evidenceTree"_s, tr("Evidence as a tree"), {tr("Name"), tr("Value")})),
      m_filter(new FilterBar(m_tree, tr("Filter evidence"))),
      m_path(new QLineEdit),
      m_text(new CodeView(tr("Evidence as text")))
{
    m_tree->setColumnWidths({30, 0});
    m_tree->setEmptyText(tr("Everything that was observed is kept here, octet by octet, and can be saved with Ctrl+S."));
    m_path->setAccessibleName(tr("Place in the evidence (JSON pointer)"));
    m_path->setPlaceholderText(tr("For instance /mxHosts/0"));
    m_path->setFont(wireFont());
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(m_path);
    column->addWidget(m_text, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 3 * grid, 0, 0);
    page->setSpacing(2 * grid);
    page->addWidget(m_filter);
    page->addWidget(splitter(Qt::Horizontal, u"evidenceSplitter"_s, {m_tree, right}, {2, 3}), 1);
    connect(m_tree, &RowsView::currentRowChanged, this, [this] {
        const Row *row = m_tree->currentRow();
        if (row && row->pointer != m_pointer && m_built) {
            m_pointer = row->pointer;
            showText();
        }
    });
    connect(m_path, &QLineEdit::returnPressed, this, [this] { showPointer(m_path->text().trimmed()); });
}

QWidget *EvidencePage::filterField() const
{
    return m_filter->field();
}

void EvidencePage::setAudit(const DomainAudit *audit, bool running)
{
    const bool same = m_audit && audit && m_audit->facts == audit->facts;
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    if (same)
        return;
    m_built = false;
    ++m_generation;
    if (!audit) {
        m_tree->setRows({});
        m_text->setLines({}, {});
    }
    // The tree of a running audit would be out of date before it is read.
    if (audit && !running && isVisible())
        build();
}

void EvidencePage::showEvent(QShowEvent *event)
{
    AuditPart::showEvent(event);
    if (m_audit && !m_built)
        build();
}

void EvidencePage::build()
{
    inBackground(
        this, [facts = m_audit->facts] { return evidenceRows(evidenceAt(facts, QString()).toUtf8()); },
        [this, generation = m_generation](const QList<Row> &rows) {
            if (generation != m_generation)
                return;
            const QString wanted = m_pointer;
            m_built = false;
            m_tree->setRows(rows);
            m_tree->collapseAll();
            m_built = true;
            m_pointer = wanted;
            m_tree->selectPointer(wanted);
            showText();
        });
}

void EvidencePage::showText()
{
    m_path->setText(m_pointer);
    if (!m_audit)
        return;
    inBackground(
        this, [facts = m_audit->facts, pointer = m_pointer] { return visibleLines(evidenceAt(facts, pointer).toUtf8(), 1 << 20); },
        [this, pointer = m_pointer](const QString &text) {
            if (pointer == m_pointer)
                m_text->setLines(text.isEmpty() ? QStringList{tr("There is nothing at this place.")} : text.split(u'\n'), {});
        });
}

bool EvidencePage::showPointer(const QString &pointer)
{
    m_pointer = pointer;
    if (m_built)
        m_tree->selectPointer(pointer);
    showText();
    return true;
}

} // namespace mta
