// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/live/livepage.h"

#include "base/wiretext.h"
#include "deploy/adopt.h"
#include "report/planreport.h"
#include "ui/compare/markdelegate.h"
#include "ui/icons.h"
#include "ui/models/liverows.h"
#include "ui/plans/plandesk.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/readingarea.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

LivePage::LivePage(PlanDesk &plans, QWidget *parent)
    : AuditPart(parent),
      m_plans(plans),
      m_stack(new QStackedWidget),
      m_summary(new ElidedLabel(Qt::ElideRight)),
      m_list(new RowsView(u"live"_s, tr("Live and intended"), liveHeaders())),
      m_filter(new FilterBar(m_list, tr("Filter what is compared"))),
      m_undo(iconButton(u"undo"_s, tr("Undo the last change of the plan"))),
      m_redo(iconButton(u"redo"_s, tr("Do the change of the plan again"))),
      m_copyAll(iconButton(u"copy"_s, tr("Copy the comparison as text"))),
      m_open(new QPushButton(icon(u"wizard"_s), tr("Open the plan"))),
      m_what(plainLabel({}, Type::Body, true)),
      m_planned(textBlock({})),
      m_live(textBlock({})),
      m_why(textBlock({})),
      m_notes(textBlock({})),
      m_pasteTitle(mutedLabel(tr("To publish, so that it is as planned:"))),
      m_paste(textBlock({})),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy what mends it"))),
      m_adopt(new QPushButton(icon(u"good"_s), tr("Adopt live as intended"))),
      m_adoptAll(new QPushButton(tr("Adopt all that is live")))
{
    m_invitation = buildInvitation();
    m_stack->addWidget(m_invitation);
    m_stack->addWidget(buildComparison());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->addWidget(m_stack);
    connect(m_list, &RowsView::currentRowChanged, this, &LivePage::showRow);
    connect(m_undo, &QPushButton::clicked, this, [this] { m_plans.undo(m_plan); });
    connect(m_redo, &QPushButton::clicked, this, [this] { m_plans.redo(m_plan); });
    connect(m_open, &QPushButton::clicked, this, [this] { emit planWanted(m_plan); });
    connect(m_copyAll, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    connect(m_copy, &QPushButton::clicked, this, &LivePage::copyMend);
    connect(m_adopt, &QPushButton::clicked, this, &LivePage::adopt);
    connect(m_adoptAll, &QPushButton::clicked, this, &LivePage::adoptAll);
    connect(&m_plans, &PlanDesk::listChanged, this, &LivePage::compareNow);
    connect(&m_plans, &PlanDesk::changed, this, [this](int id) {
        if (id == m_plan)
            compareNow();
    });
    compareNow();
}

/// What this is for, where there is no plan yet.
QWidget *LivePage::buildInvitation()
{
    auto *page = new QWidget;
    QPushButton *protect = primaryButton(tr("Protect this domain"));
    auto *open = new QPushButton(icon(u"open"_s), tr("Open a plan\u2026"));
    open->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * grid);
    buttons->addWidget(protect);
    buttons->addWidget(open);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * grid);
    column->addWidget(plainLabel(tr("There is no plan of this domain"), Type::Heading, true));
    column->addWidget(
        textBlock(tr("A plan says how the domain is meant to be: records, policy, mail servers, reports. With one, this page shows "
                     "line by line where the live domain is different, which side looks right, and what to publish.")));
    column->addLayout(buttons);
    column->addStretch(1);
    connect(protect, &QPushButton::clicked, this, &LivePage::protectWanted);
    connect(open, &QPushButton::clicked, this, &LivePage::openPlanWanted);
    return new ReadingArea(page);
}

QWidget *LivePage::buildComparison()
{
    m_list->setItemDelegate(new MarkDelegate(m_list));
    m_list->setColumnWidths({18, 11, 21, 21, 13});
    m_list->setMinimumHeight(24 * grid);
    for (const LiveState state : liveStates())
        m_filter->addChip(static_cast<int>(state), icon(liveStateIconName(state)), liveStateWord(state));
    m_summary->setObjectName(u"liveSummary"_s);
    m_open->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * grid);
    top->addWidget(m_summary, 1);
    for (QPushButton *button : {m_undo, m_redo, m_copyAll, m_open})
        top->addWidget(button);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * grid);
    column->addLayout(top);
    column->addWidget(m_filter);
    column->addWidget(splitter(Qt::Vertical, u"liveSplitter"_s, {m_list, buildDetail()}, {3, 2}), 1);
    return page;
}

/// The chosen row in full, and what can be done about it.
QWidget *LivePage::buildDetail()
{
    m_what->setWordWrap(true);
    m_paste->setFont(wireFont());
    m_paste->setAccessibleName(m_pasteTitle->text());
    // Reading on is by scrolling: what is chosen must not push the list away.
    auto *read = new QWidget;
    auto *words = new QVBoxLayout(read);
    words->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    words->setSpacing(grid);
    for (QLabel *label : {m_what, m_planned, m_live, m_why, m_notes, m_pasteTitle, m_paste})
        words->addWidget(label);
    words->addStretch(1);
    auto *area = new ReadingArea(read);
    area->setMinimumHeight(12 * grid);
    auto *actions = new QWidget;
    auto *row = new FlowLayout(actions);
    row->setContentsMargins(2 * grid, 0, 2 * grid, 2 * grid);
    row->setSpacing(2 * grid);
    for (QPushButton *button : {m_copy, m_adopt, m_adoptAll}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_adoptAll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // apart from those for one difference
    for (QPushButton *button : {m_copy, m_adopt}) {                    // in the menu of a row too
        auto *action = new QAction(button->icon(), button->text(), this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        m_list->addRowAction(action);
    }
    m_adopt->setToolTip(tr("The plan says then what is live here. It can be undone."));
    m_adoptAll->setToolTip(tr("The plan says then whatever is live and could be tested. It can be undone."));
    QFrame *detail = card();
    auto *inCard = new QVBoxLayout(detail);
    inCard->setContentsMargins(1, 1, 1, 1);
    inCard->setSpacing(grid);
    inCard->addWidget(area, 1);
    inCard->addWidget(actions);
    return detail;
}

QWidget *LivePage::filterField() const
{
    return m_stack->currentWidget() == m_invitation ? nullptr : m_filter->field();
}

QString LivePage::summary() const
{
    return m_summary->text();
}

QString LivePage::asText() const
{
    return m_comparison ? renderPlanText(*m_comparison, false, true) : QString();
}

void LivePage::setAudit(const DomainAudit *audit, bool running)
{
    const bool same = audit && m_audit && m_audit->facts.domain == audit->facts.domain;
    m_running = running;
    if (same && running && m_comparison)
        return; // what was compared stays until the new audit is complete
    m_audit = audit ? std::optional(*audit) : std::nullopt;
    if (!same)
        m_filter->reset();
    compareNow();
}

void LivePage::showEvent(QShowEvent *event)
{
    AuditPart::showEvent(event);
    compareNow();
}

void LivePage::compareNow()
{
    if (!isVisible())
        return; // a policy may have thousands of lines, and a plan changes with every letter that is typed elsewhere
    m_plan = m_audit ? m_plans.find(m_audit->facts.domain.ascii) : 0;
    const OpenPlan *open = m_plans.item(m_plan);
    const QString before = m_comparison ? m_comparison->domain.ascii : QString();
    m_stack->setCurrentIndex(open || !m_audit ? 1 : 0);
    if (open && !m_running)
        m_comparison = compareWithLive(open->plan(), *m_audit);
    else if (!open || !m_comparison || m_comparison->domain != m_audit->facts.domain)
        m_comparison.reset();
    m_list->setEmptyText(m_comparison ? tr("Nothing fits the filter.")
                                      : tr("What is planned and what is live appears here when the audit is complete."));
    for (const LiveState state : liveStates())
        m_filter->setCount(static_cast<int>(state), m_comparison ? m_comparison->count(state) : 0);
    m_summary->setText(m_comparison ? planCountsText(*m_comparison) : QString());
    m_list->setRows(m_comparison ? liveRows(*m_comparison) : QList<Row>());
    if (m_comparison && m_comparison->domain.ascii != before)
        selectFirstDifference();
    m_undo->setEnabled(open && open->history.canUndo());
    m_redo->setEnabled(open && open->history.canRedo());
    m_open->setEnabled(open);
    m_copyAll->setEnabled(m_comparison.has_value());
    m_adoptAll->setEnabled(m_comparison && m_comparison->isDifferent());
    showRow();
}

void LivePage::selectFirstDifference()
{
    const auto first =
        std::find_if(m_comparison->rows.cbegin(), m_comparison->rows.cend(), [](const LiveRow &row) { return row.isDifferent(); });
    if (first != m_comparison->rows.cend())
        m_list->selectKey(liveRowKey(*first));
}

const LiveRow *LivePage::current() const
{
    const Row *row = m_list->currentRow();
    return row && m_comparison ? liveRowOf(*m_comparison, row->key) : nullptr;
}

void LivePage::showRow()
{
    const LiveRow *row = current();
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    say(m_what, row ? tr("%1 \u2013 %2", "what is compared, how it is").arg(liveRowTitle(*row), liveStateText(*row)) : QString());
    // What the list has no room for, of the line itself where it is one of several.
    const auto side = [this, row](int column, const QString &sentence) {
        const QString text = row && row->state != LiveState::Same ? m_list->currentRow()->cells.value(column).text : QString();
        return text.isEmpty() ? QString() : sentence.arg(text);
    };
    say(m_planned, side(2, tr("Planned: %1")));
    say(m_live, side(3, tr("Live: %1")));
    say(m_why, row && row->isDifferent() ? tr("%1 %2", "why, what to do").arg(liveReasonText(*row), liveAdvice(*row)) : QString());
    QStringList notes;
    for (const QString &note : row ? row->notes : QStringList())
        notes.append(liveNoteText(*row, note));
    say(m_notes, notes.join(u'\n'));
    say(m_paste, visibleLines(mend().replace("\r\n", "\n"), 4000));
    m_pasteTitle->setVisible(m_paste->isVisibleTo(this));
    m_copy->setEnabled(!mend().isEmpty());
    m_adopt->setEnabled(row && canAdopt(*row));
}

QByteArray LivePage::mend() const
{
    const LiveRow *row = current();
    return row ? row->paste : QByteArray();
}

void LivePage::copyMend()
{
    if (mend().isEmpty())
        return;
    QApplication::clipboard()->setText(QString::fromUtf8(mend()));
    emit told(State::Good, tr("Copied. Publish it, then audit the domain again."));
}

void LivePage::adopt()
{
    const OpenPlan *open = m_plans.item(m_plan);
    const LiveRow *row = current();
    if (open && row && m_audit)
        take(adoptLive(open->plan(), *m_audit, *row));
}

void LivePage::adoptAll()
{
    if (const OpenPlan *open = m_plans.item(m_plan); open && m_audit)
        take(adoptLive(open->plan(), *m_audit));
}

void LivePage::take(const Adoption &adoption)
{
    QStringList left;
    for (const NotAdopted &each : adoption.left)
        left.append(notAdoptedText(each));
    m_plans.change(m_plan, adoption.plan);
    if (left.isEmpty())
        emit told(State::Good, tr("The plan says now what is live. Undo takes it back."));
    else
        emit told(State::Attention, left.join(u' '));
}

} // namespace mta
