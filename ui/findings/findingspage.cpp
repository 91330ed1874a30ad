// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/findings/findingspage.h"

#include "audit/catalogue.h"
#include "ui/findings/findingdelegate.h"
#include "ui/findings/findingdetail.h"
#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
/// The list wraps its sentences: heights follow the width.
class FindingsList : public RowsView
{
public:
    using RowsView::RowsView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        RowsView::resizeEvent(event);
        scheduleDelayedItemsLayout();
    }
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
};
} // namespace

FindingsPage::FindingsPage(QWidget *parent)
    : AuditPart(parent),
      m_list(new FindingsList(u"findingsList"_s, tr("Findings"), {tr("Finding"), tr("Where")})),
      m_filter(new FilterBar(m_list, tr("Filter findings"))),
      m_detail(new FindingDetail)
{
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setUniformRowHeights(false);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(0);
    m_list->setColumnHidden(1, true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(220);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_filter->addChip(static_cast<int>(FindingKind::Error), severityIcon(Severity::Error), tr("Errors"));
    m_filter->addChip(static_cast<int>(FindingKind::Warning), severityIcon(Severity::Warning), tr("Warnings"));
    m_filter->addChip(static_cast<int>(FindingKind::Note), severityIcon(Severity::Note), tr("Notes"));
    m_filter->addChip(static_cast<int>(FindingKind::NotTested), stateIcon(State::NotTested), tr("Not tested"));

    auto *copy = new QAction(icon(u"copy"_s), tr("Copy the finding as text"), m_list);
    m_list->addRowAction(copy);
    QFrame *frame = card();
    auto *inFrame = new QVBoxLayout(frame);
    inFrame->setContentsMargins(1, 1, 1, 1);
    inFrame->addWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(m_filter);
    column->addWidget(splitter(Qt::Horizontal, u"findingsSplitter"_s, {m_list, frame}, {2, 3}), 1);
    connect(copy, &QAction::triggered, this, &FindingsPage::copyFinding);
    connect(m_list, &RowsView::currentRowChanged, this, &FindingsPage::showCurrent);
    connect(m_detail, &FindingDetail::evidenceWanted, this, &AuditPart::evidenceWanted);
    connect(m_detail, &FindingDetail::copyWanted, this, &FindingsPage::copyFinding);
}

QWidget *FindingsPage::filterField() const
{
    return m_filter->field();
}

QString FindingsPage::emptyText() const
{
    if (!m_audit)
        return tr("What has to be done appears here, most urgent first.");
    if (m_running)
        return tr("What has to be done appears here as it is found.");
    if (!m_audit->findings.isEmpty() || !m_audit->undetermined.isEmpty())
        return tr("No finding fits the filter.");
    return tr("Nothing was found: there is nothing to do.");
}

void FindingsPage::setAudit(const DomainAudit *audit, bool running)
{
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    m_running = running;
    m_list->setEmptyText(emptyText());
    QList<Row> rows;
    if (m_audit) {
        rows = findingRows(*m_audit);
        // While facts are still coming in, what is missing is not yet "not tested".
        if (running)
            rows.removeIf([](const Row &row) { return row.key == "group:not-tested"_L1; });
    }
    m_filter->setCount(static_cast<int>(FindingKind::Error), audit ? audit->count(Severity::Error) : 0);
    m_filter->setCount(static_cast<int>(FindingKind::Warning), audit ? audit->count(Severity::Warning) : 0);
    m_filter->setCount(static_cast<int>(FindingKind::Note), audit ? audit->count(Severity::Note) : 0);
    m_filter->setCount(static_cast<int>(FindingKind::NotTested), audit && !running ? int(audit->undetermined.size()) : 0);
    m_list->setRows(rows);
    showCurrent();
}

void FindingsPage::showCurrent()
{
    const Row *row = m_list->currentRow();
    if (!m_audit || !row) {
        m_detail->showNothing(m_audit && !m_running && m_audit->findings.isEmpty()
                                  ? emptyText()
                                  : tr("Choose a finding to see why it matters and what to do."));
        return;
    }
    if (const Finding *finding = findingOf(*m_audit, *row))
        m_detail->showFinding(*m_audit, *finding);
    else if (const QString rule = undeterminedOf(*m_audit, *row); !rule.isEmpty())
        m_detail->showUndetermined(*m_audit, rule);
    else
        m_detail->showNothing(tr("Choose a finding to see why it matters and what to do."));
}

bool FindingsPage::showPointer(const QString &pointer)
{
    for (qsizetype i = 0; m_audit && i < m_audit->findings.size(); ++i) {
        if (m_audit->findings[i].evidence == pointer) {
            m_list->selectKey(findingKey(*m_audit, i));
            return true;
        }
    }
    return false;
}

void FindingsPage::showArea(Area area)
{
    for (qsizetype i = 0; m_audit && i < m_audit->findings.size(); ++i) {
        const Rule *rule = findRule(m_audit->findings[i].ruleId);
        if (rule && rule->area == area) {
            m_list->selectKey(findingKey(*m_audit, i));
            return;
        }
    }
}

void FindingsPage::copyFinding() const
{
    const Row *row = m_list->currentRow();
    const Finding *finding = m_audit && row ? findingOf(*m_audit, *row) : nullptr;
    if (finding)
        QApplication::clipboard()->setText(findingAsText(*m_audit, *finding));
}

} // namespace mta
