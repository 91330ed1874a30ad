// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plans/planspage.h"

#include "base/wiretext.h"
#include "deploy/compare.h"
#include "ui/desk.h"
#include "ui/icons.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/reminderwatch.h"
#include "ui/recentdomains.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/rowsview.h"
#include <QDir>
#include <QElapsedTimer>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// milliseconds
constexpr qint64 quick = 20;
constexpr qint64 seldom = 5000;

Cell liveCell(const Plan &plan, const DeskItem *item)
{
    // What was stopped says nothing of the rest, as in the wizard.
    if (!item || !item->audit || item->stage != DeskItem::Stage::Done)
        return {item && item->stage == DeskItem::Stage::Running ? PlansPage::tr("being looked at") : PlansPage::tr("not looked at yet"),
                State::NotTested};
    const LiveComparison compared = compareWithLive(plan, *item->audit);
    if (compared.isDifferent())
        return {PlansPage::tr("live is different"), State::Attention};
    if (compared.count(LiveState::NotTested) > 0)
        return {PlansPage::tr("not all could be tested"), State::NotTested};
    return {PlansPage::tr("live is as planned"), State::Good};
}

} // namespace

PlansPage::PlansPage(PlanDesk &plans, Desk &desk, ReminderWatch &reminders, RecentDomains *recent, QWidget *parent)
    : QWidget(parent),
      m_plans(plans),
      m_desk(desk),
      m_reminders(reminders),
      m_box(new DomainBox(recent, false)),
      m_list(new RowsView(u"plans"_s, tr("Plans"), {tr("Domain"), tr("Due"), tr("Policy"), tr("Live"), tr("File")})),
      m_dates(textBlock({})),
      m_edit(primaryButton(tr("Go on"))),
      m_save(new QPushButton(icon(u"save"_s), tr("Save\u2026"))),
      m_close(new QPushButton(icon(u"cancel"_s), tr("Close"))),
      m_later(new QPushButton(tr("Remind me tomorrow"))),
      m_look(new QPushButton(icon(u"audit"_s), tr("Look at all now"))),
      m_table(new QPushButton(icon(u"export"_s), tr("Export comparison\u2026"))),
      m_soon(new QTimer(this))
{
    m_box->takeOne(tr("Protect"), tr("Opens the wizard for the domain in the field"));
    m_list->setColumnWidths({24, 44, 12, 22, 40});
    m_list->setEmptyText(tr("A plan says how a domain is meant to be. Type a domain above to protect it, or open a plan."));
    auto *open = new QPushButton(icon(u"open"_s), tr("Open a plan\u2026"));
    m_look->setAccessibleDescription(tr("Audits the domain of every plan"));
    m_table->setAccessibleDescription(tr("What is live against every plan, as CSV"));
    m_dates->setObjectName(u"planDates"_s);
    m_later->setObjectName(u"planTomorrow"_s);
    m_later->setAccessibleDescription(tr("Puts off what is due of the chosen plan"));
    for (QPushButton *button : {open, m_save, m_close, m_later, m_look, m_table}) {
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    auto *row = new QWidget;
    auto *buttons = new FlowLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(2 * grid);
    for (QPushButton *button : {m_edit, m_later, m_save, m_close, m_look, m_table, open})
        buttons->addWidget(button);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(5 * grid, 4 * grid, 5 * grid, 3 * grid);
    page->setSpacing(2 * grid);
    page->addWidget(plainLabel(tr("Protect a domain"), Type::Heading, true));
    page->addWidget(
        textBlock(tr("The wizard leads from how the domain is today to a policy in mode enforce, one safe step after the other.")));
    page->addWidget(m_box);
    page->addSpacing(2 * grid);
    page->addWidget(m_list, 1);
    page->addWidget(m_dates);
    page->addWidget(row);
    const auto current = [this](void (PlansPage::*wanted)(int)) {
        if (const int id = currentPlan())
            (this->*wanted)(id);
    };
    connect(m_box, &DomainBox::submitted, this, &PlansPage::protectWanted);
    connect(open, &QPushButton::clicked, this, &PlansPage::openWanted);
    connect(m_edit, &QPushButton::clicked, this, [current] { current(&PlansPage::planWanted); });
    connect(m_save, &QPushButton::clicked, this, [current] { current(&PlansPage::saveWanted); });
    connect(m_close, &QPushButton::clicked, this, [current] { current(&PlansPage::closeWanted); });
    connect(m_look, &QPushButton::clicked, this, &PlansPage::lookWanted);
    connect(m_table, &QPushButton::clicked, this, &PlansPage::comparisonWanted);
    connect(m_later, &QPushButton::clicked, this, [this] {
        if (const int id = currentPlan())
            m_reminders.putOff(id);
    });
    connect(m_list, &RowsView::rowActivated, this, [current] { current(&PlansPage::planWanted); });
    connect(m_list, &RowsView::currentRowChanged, this, &PlansPage::showCurrent);
    connect(&m_plans, &PlanDesk::listChanged, this, &PlansPage::showPlans);
    connect(&m_plans, &PlanDesk::changed, this, &PlansPage::showSoon);
    connect(&m_desk, &Desk::itemCompleted, this, &PlansPage::showSoon);
    connect(&m_desk, &Desk::itemsAdded, this, &PlansPage::showSoon);
    connect(&m_reminders, &ReminderWatch::changed, this, &PlansPage::showSoon);
    m_soon->setSingleShot(true);
    connect(m_soon, &QTimer::timeout, this, &PlansPage::showPlans);
    showPlans();
}

int PlansPage::currentPlan() const
{
    const Row *row = m_list->currentRow();
    return row ? row->tag : 0;
}

QList<ComparedPlan> PlansPage::compared() const
{
    QList<ComparedPlan> all;
    for (const int id : m_plans.ids()) {
        const OpenPlan *open = m_plans.item(id);
        const DeskItem *item = m_desk.latest(open->plan().domain);
        ComparedPlan each{open->plan(), open->path, std::nullopt};
        if (item && item->stage == DeskItem::Stage::Done)
            each.audit = item->audit;
        all.append(each);
    }
    return all;
}

PlanDates PlansPage::datesOf(int plan) const
{
    PlanDates dates{agenda(m_reminders.of(plan), m_reminders.now()), {}, m_reminders.knows(plan)};
    // Put off as a whole: what became due since then is told with the rest.
    if (m_reminders.dueOf(plan).isEmpty() && !dates.agenda.due.isEmpty())
        dates.putOffUntil = m_reminders.putOffUntil(plan, dates.agenda.due.first());
    return dates;
}

/// A few plans are shown at once. Where there are many, of which each audit that ends and each letter typed may say something, the window
/// has most of its time for other things.
void PlansPage::showSoon()
{
    if (m_cost < quick)
        showPlans();
    else if (!m_soon->isActive())
        m_soon->start(static_cast<int>(std::min(4 * m_cost, seldom)));
}

void PlansPage::showPlans()
{
    QElapsedTimer took;
    took.start();
    const QDateTime now = m_reminders.now();
    QList<Row> rows;
    for (int id : m_plans.ids()) {
        const OpenPlan *open = m_plans.item(id);
        const Plan &plan = open->plan();
        const QString path = visibleText(QDir::toNativeSeparators(open->path));
        const QString file = open->path.isEmpty()      ? tr("not saved in a file; kept on this computer")
                             : open->history.changed() ? tr("%1 (changed)").arg(path)
                                                       : path;
        Row row{QString::number(id),
                {Cell{visibleText(plan.domain.unicode)}, datesCell(datesOf(id), now),
                 Cell{plan.policy ? policyModeName(plan.policy->mode) : tr("no policy")}, liveCell(plan, m_desk.latest(plan.domain)),
                 Cell{file}}};
        row.tag = id;
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.cells[1].sort.toLongLong() < b.cells[1].sort.toLongLong(); });
    m_list->setRows(rows);
    if (!m_list->currentIndex().isValid() && !rows.isEmpty())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    showCurrent();
    m_cost = took.elapsed();
}

void PlansPage::showCurrent()
{
    const int id = currentPlan();
    m_dates->setText(datesText(datesOf(id), m_reminders.now()));
    m_dates->setVisible(!m_dates->text().isEmpty());
    m_later->setEnabled(!m_reminders.dueOf(id).isEmpty());
    for (QPushButton *button : {m_edit, m_save, m_close})
        button->setEnabled(currentPlan() != 0);
    for (QPushButton *button : {m_look, m_table})
        button->setEnabled(!m_plans.ids().isEmpty());
}

} // namespace mta
