// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/compare/comparepage.h"

#include "report/comparison.h"
#include "ui/background.h"
#include "ui/compare/compareheader.h"
#include "ui/compare/markdelegate.h"
#include "ui/files.h"
#include "ui/icons.h"
#include "ui/models/comparisonrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/readingarea.h"
#include "ui/words.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString keyOf(const OtherAudit &other)
{
    return QString::number(static_cast<int>(other.origin)) + u' ' + other.file + u' ' +
           QString::number(other.audit.facts.observedAt.toMSecsSinceEpoch());
}

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : AuditPart(parent),
      m_choice(new QComboBox),
      m_header(new CompareHeader),
      m_list(new RowsView(u"comparison"_s, tr("What is different"), comparisonHeaders())),
      m_filter(new FilterBar(m_list, tr("Filter differences"))),
      m_copy(iconButton(u"copy"_s, tr("Copy the comparison as text"))),
      m_save(iconButton(u"save"_s, tr("Save the comparison as text"))),
      m_what(textBlock({})),
      m_before(textBlock({})),
      m_after(textBlock({}))
{
    setAcceptDrops(true);
    m_choice->setAccessibleName(tr("Compare with"));
    m_choice->view()->setAccessibleName(m_choice->accessibleName());
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_choice->setEnabled(false);
    m_list->setItemDelegate(new MarkDelegate(m_list));
    m_list->setColumnWidths({22, 11, 27, 36, 20});
    for (const DifferenceKind kind : changeKinds())
        m_filter->addChip(static_cast<int>(kind), icon(changeIconName(kind)), changeWord(kind));
    auto *file = new QPushButton(icon(u"open"_s), tr("A file\u2026"));
    file->setAutoDefault(false);
    file->setAccessibleName(tr("Compare with a saved audit"));
    file->setToolTip(file->accessibleName());

    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    top->addWidget(mutedLabel(tr("Compare with"), Type::Body));
    top->addWidget(m_choice, 1);
    top->addWidget(file);
    top->addWidget(m_copy);
    top->addWidget(m_save);
    // Reading on is by scrolling: what is chosen must not push the list away.
    auto *read = new QWidget;
    auto *inDetail = new QVBoxLayout(read);
    inDetail->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    inDetail->setSpacing(grid);
    for (QLabel *label : {m_what, m_before, m_after})
        inDetail->addWidget(label);
    inDetail->addStretch(1);
    QFrame *detail = card();
    auto *inCard = new QVBoxLayout(detail);
    inCard->setContentsMargins(1, 1, 1, 1);
    auto *area = new ReadingArea(read);
    area->setMinimumHeight(10 * grid);
    inCard->addWidget(area);
    m_list->setMinimumHeight(24 * grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->setSpacing(2 * grid);
    column->addLayout(top);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(splitter(Qt::Vertical, u"compareSplitter"_s, {m_list, detail}, {4, 1}), 1);

    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        m_chosen = keyOf(m_others.value(index));
        compareNow();
    });
    connect(file, &QPushButton::clicked, this, &ComparePage::fileWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    connect(m_save, &QPushButton::clicked, this, &ComparePage::saveWanted);
    connect(m_list, &RowsView::currentRowChanged, this, &ComparePage::showRow);
    showNothing();
}

QWidget *ComparePage::filterField() const
{
    return m_filter->field();
}

QString ComparePage::asText() const
{
    return m_comparison ? renderComparisonText(*m_comparison, false) : QString();
}

void ComparePage::setOthers(const QList<OtherAudit> &others, Origin shown)
{
    m_others = others;
    m_origin = shown;
    QStringList before;
    for (int i = 0; i < m_choice->count(); ++i)
        before.append(m_choice->itemText(i));
    QStringList now;
    for (const OtherAudit &other : others)
        now.append(whenAndWhence(other));
    if (now == before)
        return; // somebody may be choosing
    m_choice->clear();
    for (qsizetype i = 0; i < others.size(); ++i)
        m_choice->addItem(stateIcon(verdictState(others[i].audit.verdict)), now[i]);
    m_choice->setCurrentIndex(static_cast<int>(chosen()));
    m_choice->setEnabled(!others.isEmpty());
}

/// The index of what somebody chose, else the first.
qsizetype ComparePage::chosen() const
{
    for (qsizetype i = 0; i < m_others.size(); ++i) {
        if (keyOf(m_others[i]) == m_chosen)
            return i;
    }
    return 0;
}

void ComparePage::chooseFile(const QString &file)
{
    for (qsizetype i = 0; i < m_others.size(); ++i) {
        if (m_others[i].file == file) {
            m_chosen = keyOf(m_others[i]);
            compareNow();
            return;
        }
    }
}

void ComparePage::setAudit(const DomainAudit *audit, bool running)
{
    const bool same = audit && m_audit && m_audit->facts.domain == audit->facts.domain;
    if (!same) {
        m_chosen.clear();
        showNothing();
    }
    m_running = running;
    if (same && running && m_comparison)
        return; // what was compared stays until the new audit is complete
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    compareNow();
}

void ComparePage::showNothing()
{
    ++m_turn;
    m_comparison.reset();
    m_header->hide();
    m_list->setEmptyText(
        !m_audit || m_running ? tr("What is different between two audits of a domain appears here.")
        : m_others.isEmpty()
            ? tr("There is nothing to compare with yet. Audit the domain again, choose a saved audit of it, or drop its file here.")
            : tr("Comparing."));
    m_list->setRows({});
    for (const DifferenceKind kind : changeKinds())
        m_filter->setCount(static_cast<int>(kind), 0);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
}

void ComparePage::compareNow()
{
    if (m_running && m_comparison)
        return;
    if (!m_audit || m_running || m_others.isEmpty()) {
        showNothing();
        return;
    }
    const qsizetype index = chosen();
    m_choice->setCurrentIndex(static_cast<int>(index));
    const OtherAudit shown{*m_audit, m_origin};
    const OtherAudit &other = m_others[index];
    const bool later = other.audit.facts.observedAt > shown.audit.facts.observedAt;
    const int turn = ++m_turn;
    // A policy may have thousands of lines.
    inBackground(
        this,
        [before = later ? shown : other, after = later ? other : shown] {
            const Comparison comparison = compare(before.audit, after.audit);
            return Compared{before, after, comparison, comparisonRows(comparison)};
        },
        [this, turn](const Compared &compared) {
            if (turn == m_turn)
                show(compared);
        });
}

void ComparePage::show(const Compared &compared)
{
    m_comparison = compared.comparison;
    m_header->setAudits(compared.before, compared.after, compared.comparison);
    m_header->show();
    QHash<int, int> counts;
    for (const Row &group : compared.rows) {
        for (const Row &row : group.children)
            ++counts[row.tag];
    }
    for (const DifferenceKind kind : changeKinds())
        m_filter->setCount(static_cast<int>(kind), counts.value(static_cast<int>(kind)));
    m_list->setEmptyText(compared.rows.isEmpty() ? tr("Nothing is different.") : tr("No difference fits the filter."));
    m_list->setRows(compared.rows);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    showRow();
}

void ComparePage::showRow()
{
    const Row *row = m_list->currentRow();
    const auto cell = [row](int column) { return row && !row->group ? row->cells.value(column).text : QString(); };
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    m_what->setText(cell(4).isEmpty() ? cell(0) : tr("%1 (%2)", "host, check").arg(cell(0), cell(4)));
    say(m_before, cell(2).isEmpty() ? QString() : tr("Before: %1").arg(cell(2)));
    say(m_after, cell(3).isEmpty() ? QString() : tr("After: %1").arg(cell(3)));
    if (m_what->text().isEmpty())
        m_what->setText(m_comparison ? tr("Choose a line to read it in full.") : QString());
}

void ComparePage::dragEnterEvent(QDragEnterEvent *event)
{
    // Everything else is for the window.
    if (localFiles(*event->mimeData()).isEmpty())
        event->ignore();
    else
        event->acceptProposedAction();
}

void ComparePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit filesDropped(localFiles(*event->mimeData()));
}

} // namespace mta
