// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/wizardpage.h"

#include "base/editabletext.h"
#include "base/wiretext.h"
#include "deploy/progress.h"
#include "deploy/zonerecord.h"
#include "mtasts/policyterms.h"
#include "ui/desk.h"
#include "ui/icons.h"
#include "ui/plans/plandesk.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/readingarea.h"
#include "ui/wizard/dnsstep.h"
#include "ui/wizard/domainstep.h"
#include "ui/wizard/enforcestep.h"
#include "ui/wizard/hostingstep.h"
#include "ui/wizard/mailserversstep.h"
#include "ui/wizard/planwork.h"
#include "ui/wizard/policystep.h"
#include "ui/wizard/publishstep.h"
#include "ui/wizard/reportsstep.h"
#include "ui/wizard/steplayout.h"
#include "ui/words.h"
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Why the id of a plan is another one since the domain was looked at.
QString idTaken(const Plan &plan, const QByteArray &before)
{
    const bool others = !plan.published.isEmpty() && plan.published.last().id == plan.id;
    return (others ? WizardPage::tr("The record has the id %1 now, not %2 as planned, and announces the planned policy. So the plan takes "
                                    "this id over; nothing is to be published for it.")
                   : WizardPage::tr("Under the id %2 another policy was seen than the planned one, and senders that know the id keep that. "
                                    "So the plan has a new id, %1."))
        .arg(QString::fromLatin1(plan.id), QString::fromLatin1(before));
}

} // namespace

WizardPage::WizardPage(PlanDesk &plans, Desk &desk, std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent),
      m_plans(plans),
      m_desk(desk),
      m_now(std::move(now)),
      m_publish(new PublishStep),
      m_title(new ElidedLabel),
      m_file(new ElidedLabel),
      m_list(new QListWidget),
      m_stack(new QStackedWidget),
      m_preview(new CodeView(tr("What would be published"))),
      m_back(new QPushButton(tr("Back"))),
      m_next(primaryButton(tr("Next"))),
      m_undo(iconButton(u"undo"_s, tr("Undo"))),
      m_redo(iconButton(u"redo"_s, tr("Redo")))
{
    m_list->setObjectName(u"wizardSteps"_s);
    m_list->setAccessibleName(tr("Pages of the wizard"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setMinimumWidth(m_list->fontMetrics().averageCharWidth() * 26);
    m_back->setAutoDefault(false);
    m_preview->setFont(wireFont(Type::Small));
    m_preview->setObjectName(u"wizardPreview"_s);
    m_preview->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_preview->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (WizardStep *step :
         {static_cast<WizardStep *>(new DomainStep), static_cast<WizardStep *>(new MailServersStep),
          static_cast<WizardStep *>(new PolicyStep), static_cast<WizardStep *>(new ReportsStep), static_cast<WizardStep *>(new HostingStep),
          static_cast<WizardStep *>(new DnsStep), static_cast<WizardStep *>(m_publish), static_cast<WizardStep *>(new EnforceStep)})
        addStep(step);

    QPushButton *save = new QPushButton(icon(u"save"_s), tr("Save the plan"));
    save->setAutoDefault(false);
    m_title->setFont(typeFont(Type::Heading, true));
    auto *named = new QWidget;
    auto *names = new QHBoxLayout(named);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(2 * grid);
    names->addWidget(m_title); // as wide as they are, where there is room
    names->addWidget(m_file);
    auto *middle = new QWidget;
    auto *work = new QVBoxLayout(middle);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(2 * grid);
    work->addWidget(m_stack, 1);
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_back);
    ways->addStretch(1);
    ways->addWidget(m_next);
    work->addLayout(ways);
    auto *right = new QWidget;
    auto *seen = new QVBoxLayout(right);
    seen->setContentsMargins(0, 0, 0, 0);
    seen->setSpacing(grid);
    seen->addWidget(mutedLabel(tr("What would be published")));
    seen->addWidget(m_preview, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 3 * grid);
    page->setSpacing(2 * grid);
    page->addWidget(flowRow({named, m_undo, m_redo, save, buildExport()}));
    m_work = splitter(Qt::Horizontal, u"wizardWorkSplitter"_s, {middle, right}, {4, 2});
    page->addWidget(splitter(Qt::Horizontal, u"wizardSplitter"_s, {m_list, m_work}, {1, 6}), 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &WizardPage::showStep);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(currentStep() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showStep(currentStep() + 1); });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_plans.undo(m_id); });
    connect(m_redo, &QPushButton::clicked, this, [this] { m_plans.redo(m_id); });
    connect(save, &QPushButton::clicked, this, &WizardPage::saveWanted);
    connect(&m_plans, &PlanDesk::changed, this, [this](int id) {
        if (id == m_id)
            refresh();
    });
    connect(&m_desk, &Desk::itemChanged, this, [this](int id) {
        const DeskItem *item = m_desk.item(id);
        const OpenPlan *open = m_plans.item(m_id);
        if (item && open && item->domain.ascii == open->plan().domain.ascii)
            refresh();
    });
    connect(&m_desk, &Desk::itemCompleted, this, &WizardPage::learn);
    showStep(0);
}

QPushButton *WizardPage::buildExport()
{
    auto *button = new QPushButton(icon(u"export"_s), tr("Export"));
    button->setAutoDefault(false);
    button->setObjectName(u"planExport"_s);
    button->setAccessibleDescription(tr("Everything that is to be published, the plan on paper, or a calendar of the steps"));
    auto *menu = new QMenu(button);
    for (const auto &[form, text] :
         {std::pair(PlanForm::Archive, tr("Export everything as a &zip file\u2026")),
          std::pair(PlanForm::Folder, tr("Export everything as a &folder\u2026")),
          std::pair(PlanForm::Pdf, tr("Save the plan as &PDF\u2026")), std::pair(PlanForm::Calendar, tr("Save &calendar\u2026"))})
        connect(menu->addAction(text), &QAction::triggered, this, [this, form = form] { emit exportWanted(form); });
    button->setMenu(menu);
    return button;
}

void WizardPage::learn(int item)
{
    const DeskItem *found = m_desk.item(item);
    const QList<int> ids = found ? m_plans.of(found->domain.ascii) : QList<int>();
    if (ids.contains(m_id) && isVisible() && !found->error.isEmpty())
        emit told(State::Broken, found->error);
    if (ids.isEmpty() || !found->audit || found->stage != DeskItem::Stage::Done)
        return;
    const DomainAudit audit = asPublished(*found->audit);
    for (const int id : ids)
        learnOf(id, audit);
}

/// What was seen counts for every later step, whoever published it; a plan that is still blank begins with it, unless somebody went back to
/// where it was.
void WizardPage::learnOf(int id, const DomainAudit &audit)
{
    const QDateTime now = m_now();
    const PlanHistory &history = m_plans.item(id)->history;
    const QByteArray before = isBlank(history.current()) ? QByteArray() : history.current().id;
    const bool begins = !history.canRedo();
    m_plans.learn(id, [&](const Plan &plan) {
        return withLearnt(begins && isBlank(plan) ? proposedPlan(plan, audit, now) : plan, audit.facts, now);
    });
    const Plan &plan = m_plans.item(id)->plan();
    if (id == m_id && isVisible() && !before.isEmpty() && plan.id != before)
        emit told(State::Attention, idTaken(plan, before));
}

void WizardPage::addStep(WizardStep *step)
{
    m_steps.append(step);
    // A page scrolls when the window is too small for it.
    m_stack->addWidget(new ReadingArea(step));
    m_list->addItem(step->title());
    connect(step, &WizardStep::changed, this, [this](const Plan &plan, const QString &name) { m_plans.change(m_id, plan, name); });
    connect(step, &WizardStep::unusable, this, [this](const QString &field, const std::optional<QString> &text) {
        m_plans.note(m_id, [&](WizardNotes &notes) {
            if (text)
                notes.unusable[field] = *text;
            else
                notes.unusable.remove(field);
        });
        showMarks(context());
    });
    connect(step, &WizardStep::wayKept, this,
            [this](const QVariantMap &way) { m_plans.note(m_id, [&way](WizardNotes &notes) { notes.way = way; }); });
    connect(step, &WizardStep::told, this, &WizardPage::told);
    connect(step, &WizardStep::saveWanted, this, &WizardPage::saveWanted);
    connect(step, &WizardStep::auditWanted, this, [this](bool deep) {
        if (const OpenPlan *open = m_plans.item(m_id))
            emit auditWanted(open->plan().domain, deep);
    });
}

void WizardPage::setPublishing(const PublishMeans &means)
{
    m_publish->setPublishing(means);
}

void WizardPage::setPlan(int id)
{
    m_id = id;
    const OpenPlan *open = m_plans.item(id);
    showStep(open ? qBound(0, open->notes.page, stepCount() - 1) : 0);
    refresh();
}

void WizardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Beside the page where both have room, else below it: what would be published stays in sight.
    m_work->setOrientation(width() < fontMetrics().averageCharWidth() * 130 ? Qt::Vertical : Qt::Horizontal);
}

int WizardPage::currentStep() const
{
    return m_stack->currentIndex();
}

void WizardPage::showStep(int index)
{
    if (index < 0 || index >= m_steps.size())
        return;
    m_stack->setCurrentIndex(index);
    m_list->setCurrentRow(index);
    m_back->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_steps.size());
    m_plans.note(m_id, [index](WizardNotes &notes) { notes.page = index; });
}

WizardContext WizardPage::context() const
{
    WizardContext context;
    context.now = m_now();
    if (const OpenPlan *open = m_plans.item(m_id)) {
        context.planId = m_id;
        context.plan = open->plan();
        context.planPath = open->path;
        context.unusable = open->notes.unusable;
        context.way = open->notes.way;
    }
    if (const DeskItem *item = m_desk.latest(context.plan.domain)) {
        context.running = item->stage == DeskItem::Stage::Running;
        context.trouble = item->error;
        // While a new audit runs the last complete one says more than its first answers; what was stopped says nothing of the rest.
        if (item->stage == DeskItem::Stage::Done)
            context.audit = item->audit;
        else
            context.audit = item->previous;
    }
    return context;
}

void WizardPage::refresh()
{
    const OpenPlan *open = m_plans.item(m_id);
    setEnabled(open != nullptr);
    if (!open)
        return;
    const WizardContext now = context();
    m_title->setText(visibleText(now.plan.domain.unicode));
    m_file->setText(open->path.isEmpty()      ? tr("Not in a file yet; kept here")
                    : open->history.changed() ? tr("%1 (changed)").arg(visibleText(QDir::toNativeSeparators(open->path)))
                                              : visibleText(QDir::toNativeSeparators(open->path)));
    m_undo->setEnabled(open->history.canUndo());
    m_redo->setEnabled(open->history.canRedo());
    for (WizardStep *step : std::as_const(m_steps))
        step->show(now);
    showMarks(now);
    showPreview(now.plan);
}

void WizardPage::showMarks(const WizardContext &now)
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        StepMark mark = m_steps[i]->mark(now);
        for (auto left = now.unusable.cbegin(); left != now.unusable.cend(); ++left) {
            if (m_steps[i]->findChild<QWidget *>(left.key())) // the mark is of the plan, which knows nothing of it
                mark = {State::Broken, tr("what was typed here cannot be used yet")};
        }
        QListWidgetItem *item = m_list->item(static_cast<int>(i));
        item->setIcon(stateIcon(mark.state));
        item->setToolTip(plainToolTip(mark.text));
        item->setData(Qt::AccessibleDescriptionRole, u"%1, %2"_s.arg(stateWord(mark.state), mark.text));
    }
}

void WizardPage::showPreview(const Plan &plan)
{
    QStringList lines;
    const std::optional<QByteArray> file = plan.policy ? policyText(*plan.policy) : std::nullopt;
    lines.append(u"https://mta-sts.%1/.well-known/mta-sts.txt"_s.arg(plan.domain.ascii));
    if (file)
        lines += editableText(*file).split(u'\n');
    else if (!plan.policy && !isBlank(plan))
        lines.append({tr("(none: the domain is meant to be without MTA-STS)"), {}});
    else
        lines.append({tr("(no policy that could be published yet)"), {}});
    for (const ZoneRecord &record : zoneRecords(plan))
        lines.append({record.owner, u"  %1 %2"_s.arg(recordTypeName(record.type), visibleText(record.value, 600)), {}});
    m_preview->setLines(lines, {});
}

} // namespace mta
