// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/publishstep.h"

#include "base/editabletext.h"
#include "base/wiretext.h"
#include "deploy/live.h"
#include "deploy/steptexts.h"
#include "deploy/zoneformats.h"
#include "ui/icons.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/publishpanel.h"
#include "ui/wizard/publishwords.h"
#include "ui/wizard/steplayout.h"
#include "ui/words.h"
#include <QApplication>
#include <QClipboard>
#include <QTimer>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Often enough that a step turns green while one looks, and no burden for anybody's name servers.
constexpr int lookAgainSeconds = 30;

/// What the step asks for, as text: records that go and come, the file.
QString textsOf(const DeploymentStep &step)
{
    if (step.kind == StepKind::PublishPolicy && step.after.policy) {
        const std::optional<QByteArray> file = policyText(*step.after.policy);
        return file ? editableText(*file) : QString(); // with the end of its last line: it is copied from here
    }
    QStringList parts;
    const QString zone = zoneForRecords(step.after);
    const auto lines = [&](const QString &heading, const QList<ZoneRecord> &records) {
        if (records.isEmpty())
            return;
        const Result<QByteArray> text = zoneText(ZoneFormat::Bind, records, zone);
        parts.append(heading + u'\n' + editableText(text ? *text : QByteArray()));
    };
    lines(PublishStep::tr("; take away:"), step.remove);
    lines(PublishStep::tr("; publish:"), step.add);
    return parts.join(u'\n').trimmed();
}

} // namespace

PublishStep::PublishStep(QWidget *parent)
    : WizardStep(parent),
      m_steps(new QWidget),
      m_list(new RowsView(u"wizardWay"_s, tr("Steps in the safe order"), {tr("Step"), tr("State")})),
      m_note(new FieldNote),
      m_heading(textBlock({}, Type::Heading)),
      m_explanation(textBlock({})),
      m_wait(textBlock({})),
      m_texts(new CodeView(tr("What this step publishes"))),
      m_objections(textBlock({})),
      m_rollback(textBlock({})),
      m_check(primaryButton(tr("Look now"))),
      m_confirm(new QPushButton(tr("I have done this"))),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy"))),
      m_fromHere(new QPushButton(tr("Publish from here\u2026"))),
      m_again(new QTimer(this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
    QVBoxLayout *column = beginStep(
        m_steps, tr("Publish, step by step"),
        tr("In this order no sender refuses mail on the way. After each step the name servers of the zone and every address of the "
           "policy host are asked; a step that is done turns green by itself."));
    m_list->setObjectName(u"wizardWay"_s);
    m_objections->setObjectName(u"wizardObjections"_s);
    m_check->setObjectName(u"wizardLook"_s);
    m_confirm->setObjectName(u"wizardConfirm"_s);
    m_note->setObjectName(u"wizardHowFar"_s);
    m_list->setColumnWidths({44, 30});
    m_list->setMinimumHeight(36 * grid);
    m_heading->setFont(typeFont(Type::Heading, true));
    m_texts->setMinimumHeight(24 * grid);
    for (QPushButton *button : {m_confirm, m_copy, m_fromHere})
        button->setAutoDefault(false);
    m_fromHere->hide();
    column->addWidget(m_note);
    column->addWidget(m_list, 2);
    column->addWidget(flowRow({m_check, m_confirm, m_copy, m_fromHere}));
    column->addWidget(m_heading);
    column->addWidget(m_wait);
    column->addWidget(m_objections);
    column->addWidget(m_explanation);
    column->addWidget(m_texts, 1);
    column->addWidget(m_rollback);
    m_again->setInterval(lookAgainSeconds * 1000);
    connect(m_again, &QTimer::timeout, this, [this] {
        if (!m_context.running && firstOpen() >= 0)
            emit auditWanted(true);
    });
    connect(m_list, &RowsView::currentRowChanged, this, &PublishStep::showCurrent);
    connect(m_check, &QPushButton::clicked, this, [this] { emit auditWanted(true); });
    connect(m_confirm, &QPushButton::clicked, this, &PublishStep::confirm);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(octetsOf(m_texts->toPlainText()))); });
}

void PublishStep::setPublishing(const PublishMeans &means)
{
    m_panel = new PublishPanel(means);
    layout()->addWidget(m_panel);
    m_panel->hide();
    m_fromHere->show();
    connect(m_fromHere, &QPushButton::clicked, this, [this] { showPanel(true); });
    connect(m_panel, &PublishPanel::backWanted, this, [this] { showPanel(false); });
    connect(m_panel, &PublishPanel::saveWanted, this, &PublishStep::saveWanted);
    connect(m_panel, &PublishPanel::published, this, [this] { emit auditWanted(true); });
}

void PublishStep::showPanel(bool shown)
{
    m_steps->setVisible(!shown);
    m_panel->setVisible(shown);
    (shown ? m_panel : static_cast<QWidget *>(m_fromHere))->setFocus();
}

QString PublishStep::title() const
{
    return tr("Publish and check");
}

void PublishStep::showEvent(QShowEvent *event)
{
    WizardStep::showEvent(event);
    m_again->start();
}

void PublishStep::hideEvent(QHideEvent *event)
{
    WizardStep::hideEvent(event);
    m_again->stop();
}

void PublishStep::show(const WizardContext &context)
{
    const bool same = m_context.audit && context.audit && m_context.audit->facts == context.audit->facts && m_context.plan == context.plan;
    const bool other = m_context.planId != context.planId;
    m_context = context;
    if (other)
        takeWay({}, {}); // its own is resumed
    m_check->setEnabled(!context.running);
    if (!context.audit) {
        m_note->say(State::NotTested, context.running ? tr("The domain is being looked at\u2026")
                                                      : tr("The steps depend on how the domain is today. Look at it first."));
        m_list->setEmptyText(tr("The steps appear here when the domain was looked at."));
        m_list->setRows({});
        showCurrent();
        showInPanel(context.plan);
        return;
    }
    if (same) { // more news of a run that is not complete, or time has passed
        reckon();
        showSteps();
        return;
    }
    m_live = asPublished(*context.audit);
    // While steps are done the way stays the same, so that one sees how far it is; another wish makes another way.
    if (m_way.domain != context.plan.domain || !isSameWish(context.plan, m_begun.intended) || !m_known)
        makeWay();
    lookAtSteps();
    showSteps();
}

Cell PublishStep::stateCell(int step) const
{
    if (isDone(step) && (m_progress[step].state == StepProgress::State::Unseen || m_progress[step].state == StepProgress::State::NotTested))
        return {tr("done, as far as is known"), State::NotTested}; // somebody said so, or it was seen before
    if (isDone(step))
        return {tr("done"), State::Good};
    if (m_times[step].broken)
        return {tr("not so any more"), State::Broken};
    const bool early = m_way.steps[step].notBefore > m_context.now;
    const QString when = momentWords(m_way.steps[step].notBefore, m_context.now);
    if (step != firstOpen())
        return {early ? tr("later, not before %1").arg(when) : tr("later"), State::NotTested};
    if (early)
        return {tr("wait until %1").arg(when), State::Attention};
    switch (m_progress[step].state) {
    case StepProgress::State::NotTested:
        return {tr("could not be tested"), State::NotTested};
    case StepProgress::State::Unseen:
        return {tr("now: say when it is done"), State::Attention};
    case StepProgress::State::Open:
    case StepProgress::State::Done:
        break;
    }
    return {m_context.running ? tr("now; being looked at") : tr("now"), State::Attention};
}

void PublishStep::showSteps()
{
    sayHowFar();
    QList<Row> rows;
    for (int i = 0; i < m_way.steps.size(); ++i) {
        const DeploymentStep &step = m_way.steps[i];
        Row row{QString::number(i), {Cell{u"%1. %2"_s.arg(i + 1).arg(stepTitle(step))}, stateCell(i)}};
        row.tag = i;
        rows.append(row);
    }
    m_list->setRows(rows);
    // Whoever looks at the step that is due goes on to the next one when it is done.
    const int open = firstOpen();
    if (open >= 0 && (currentStep() < 0 || (currentStep() == m_lastOpen && open != m_lastOpen)))
        m_list->setCurrentIndex(m_list->model()->index(open, 0));
    m_lastOpen = open;
    showCurrent();
    showInPanel(planToPublish());
}

void PublishStep::showInPanel(const Plan &plan)
{
    if (!m_panel)
        return;
    const bool begins = plan.policy && !m_context.plan.policy;
    m_panel->show(plan, m_context.planPath,
                  begins
                      ? tr("The plan is to leave MTA-STS. What is published first is a policy in mode none, which ends what senders hold; "
                           "record and file go when the steps say so.")
                      : QString());
}

void PublishStep::sayHowFar()
{
    const PolicyHosting &hosting = m_context.plan.hosting;
    QStringList problems;
    for (const PlanProblem &problem : m_way.problems)
        problems.append(planProblemText(problem));
    m_list->setEmptyText(m_known && problems.isEmpty() ? tr("No step is left to do.")
                                                       : tr("There are no steps to show yet: first see what stands above."));
    const LiveDomain live = liveDomain(m_live);
    if (!m_known && live.record && live.mx)
        m_note->say(State::NotTested,
                    tr("How the domain is today could not be found out: the record announces a policy, and the policy host "
                       "does not answer. Look again; steps from an unknown state could do harm."));
    else if (!m_known)
        m_note->say(State::NotTested, tr("How the domain is today could not be found out: the DNS gave no answer that can be used. Look "
                                         "again; steps from an unknown state could do harm."));
    else if (!problems.isEmpty())
        m_note->say(State::Broken, problems.join(u"\n\n"_s));
    else if (firstOpen() >= 0 && m_context.plan.policy && hosting.alias.isEmpty() && hosting.addresses.isEmpty())
        m_note->say(State::Attention,
                    tr("Nobody serves the policy yet: choose on the page \u201cPolicy host\u201d who does, and where it is."));
    else if (firstOpen() >= 0)
        m_note->say(State::Good, {});
    else if (!m_trouble.isEmpty())
        m_note->say(State::Broken, (QStringList{tr("No step is left, and yet the domain is not as planned:")} + m_trouble).join(u'\n'));
    else if (m_untested)
        m_note->say(State::NotTested, tr("No step is left. Whether all is as planned could not be tested."));
    else
        m_note->say(State::Good, tr("All is published as planned."));
}

int PublishStep::currentStep() const
{
    const Row *row = m_list->currentRow();
    return row && row->tag >= 0 && row->tag < m_way.steps.size() ? row->tag : -1;
}

void PublishStep::showCurrent()
{
    const int index = m_context.audit ? currentStep() : -1;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_heading, m_explanation, m_wait, m_texts, m_objections, m_rollback, m_copy})
        widget->setVisible(index >= 0);
    m_confirm->setVisible(
        index >= 0 && index == firstOpen() &&
        (m_progress[index].state == StepProgress::State::Unseen || m_progress[index].state == StepProgress::State::NotTested));
    if (index < 0)
        return;
    const DeploymentStep &step = m_way.steps[index];
    m_heading->setText(stepTitle(step));
    m_explanation->setText(stepExplanation(step));
    QStringList waits;
    for (const StepWait &wait : step.waits) {
        if (wait.until() > m_context.now)
            waits.append(waitText(wait));
    }
    if (!waits.isEmpty() && !usuallyText(step).isEmpty())
        waits.append(usuallyText(step));
    m_wait->setText(waits.join(u'\n'));
    m_wait->setVisible(!waits.isEmpty());
    const QString texts = textsOf(step);
    m_texts->setLines(texts.split(u'\n'), {});
    m_texts->setVisible(!texts.isEmpty());
    m_copy->setVisible(!texts.isEmpty());
    QStringList trouble;
    if (!isDone(index) && (index == firstOpen() || m_times[index].broken)) {
        for (const LiveRow &row : std::as_const(m_progress[index].rows)) {
            if (row.isDifferent())
                trouble.append(rowWords(row));
        }
        trouble += findingWords(m_progress[index].objections + m_progress[index].preconditions);
    }
    m_objections->setText(trouble.join(u'\n'));
    m_objections->setVisible(!trouble.isEmpty());
    m_rollback->setText(stepRollback(step));
    m_rollback->setVisible(!stepRollback(step).isEmpty());
}

void PublishStep::confirm()
{
    const int index = currentStep();
    if (index < 0)
        return;
    m_times[index] = {m_context.now, false};
    keepWay();
    reckon();
    showSteps();
}

StepMark PublishStep::mark(const WizardContext &context) const
{
    if (!context.audit)
        return {State::NotTested, tr("not looked at yet")};
    if (!m_way.problems.isEmpty())
        return {State::Broken, planProblemText(m_way.problems.first())};
    const int open = firstOpen();
    if (!m_known || (open < 0 && m_trouble.isEmpty() && m_untested))
        return {State::NotTested, tr("could not be tested")};
    if (open < 0 && !m_trouble.isEmpty())
        return {State::Broken, tr("not as planned")};
    if (open < 0)
        return {State::Good, tr("all is published")};
    if (m_times[open].broken)
        return {State::Broken, tr("step %1 of %2 is not so any more").arg(open + 1).arg(m_way.steps.size())};
    const DeploymentStep &step = m_way.steps[open];
    if (step.notBefore > context.now)
        return {State::Attention, tr("waiting until %1").arg(momentWords(step.notBefore, context.now))};
    return {State::Attention, tr("step %1 of %2").arg(open + 1).arg(m_way.steps.size())};
}

} // namespace mta
