// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/enforcestep.h"

#include "ui/icons.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/planwork.h"
#include "ui/wizard/steplayout.h"
#include "ui/words.h"

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

State stateOf(ConditionState state)
{
    switch (state) {
    case ConditionState::Met:
        return State::Good;
    case ConditionState::NotMet:
        return State::Broken;
    case ConditionState::Unknown:
        break;
    }
    return State::NotTested;
}

} // namespace

EnforceStep::EnforceStep(QWidget *parent)
    : WizardStep(parent),
      m_list(new RowsView(u"wizardConditions"_s, tr("What has to be true before enforce"), {tr("Condition"), tr("Look again")})),
      m_chosen(textBlock({})),
      m_note(new FieldNote),
      m_quiet(new QPushButton(tr("I read the reports: no failures"))),
      m_failures(new QPushButton(tr("The reports show failures"))),
      m_enforce(primaryButton(tr("Plan mode enforce")))
{
    QVBoxLayout *column =
        beginStep(this, tr("Towards enforce"),
                  tr("Only in mode enforce does MTA-STS protect anything: a sender then rather keeps mail back than hands "
                     "it to somebody else. Before that, all of this should be true."));
    m_list->setColumnWidths({60, 20});
    m_quiet->setObjectName(u"wizardQuiet"_s);
    m_enforce->setObjectName(u"wizardEnforce"_s);
    m_list->setEmptyText(tr("The domain was not looked at yet."));
    m_list->setMinimumHeight(48 * grid);
    for (QPushButton *button : {m_quiet, m_failures})
        button->setAutoDefault(false);
    column->addWidget(m_list, 1);
    column->addWidget(m_chosen);
    column->addWidget(flowRow({m_quiet, m_failures}));
    column->addWidget(m_note);
    column->addWidget(m_enforce, 0, Qt::AlignLeading);
    connect(m_list, &RowsView::currentRowChanged, this, &EnforceStep::showChosen);
    connect(m_quiet, &QPushButton::clicked, this, [this] { sayRead(false); });
    connect(m_failures, &QPushButton::clicked, this, [this] { sayRead(true); });
    connect(m_enforce, &QPushButton::clicked, this, &EnforceStep::enforce);
}

QString EnforceStep::title() const
{
    return tr("Towards enforce");
}

QList<Condition> EnforceStep::conditions(const WizardContext &context) const
{
    return context.audit ? enforceReadiness(context.plan, *context.audit, context.now) : QList<Condition>();
}

void EnforceStep::sayRead(bool failures)
{
    Plan plan = m_context.plan;
    plan.reportsRead = ReportsRead{m_context.now.toUTC(), failures};
    emit changed(plan, {});
}

void EnforceStep::showChosen()
{
    const Row *row = m_list->currentRow();
    const QString when = row ? row->cells.last().text : QString();
    m_chosen->setText(!row             ? QString()
                      : when.isEmpty() ? row->cells.first().text
                                       : tr("%1 Look again: %2.", "sentence, day").arg(row->cells.first().text, when));
}

void EnforceStep::show(const WizardContext &context)
{
    m_context = context;
    const QList<Condition> all = conditions(context);
    QList<Row> rows;
    for (const Condition &condition : all) {
        Cell what{conditionText(condition)};
        what.state = stateOf(condition.state);
        rows.append({conditionName(condition.kind),
                     {what, Cell{condition.lookAgain.isValid() ? dayWords(condition.lookAgain, context.now) : QString()}}});
    }
    m_list->setRows(rows);
    showChosen(); // it may say something else now
    const bool enforced = context.plan.policy && context.plan.policy->mode == PolicyMode::Enforce;
    for (QPushButton *button : {m_quiet, m_failures})
        button->setEnabled(!all.isEmpty()); // what it says is shown there
    m_enforce->setEnabled(!all.isEmpty() && context.plan.policy && !enforced);
    const ConditionState ready = readiness(all);
    if (all.isEmpty())
        m_note->say(State::NotTested, {});
    else if (!context.plan.policy)
        m_note->say(State::NotTested, tr("No policy is planned, so none can be enforced."));
    else if (enforced && ready == ConditionState::NotMet)
        m_note->say(State::Broken, tr("Mode enforce is planned, and not all of this is true: mail could be lost."));
    else if (enforced)
        m_note->say(ready == ConditionState::Met ? State::Good : State::NotTested,
                    tr("Mode enforce is planned. \u201cPublish and check\u201d shows what is left to do."));
    else if (ready == ConditionState::Met)
        m_note->say(State::Good, tr("All is ready: plan mode enforce, and publish it."));
    else if (ready == ConditionState::NotMet)
        m_note->say(State::Broken, tr("Not yet: mail could be lost."));
    else
        m_note->say(State::NotTested, tr("Not all of it could be told. What is grey is for you to judge."));
}

void EnforceStep::enforce()
{
    emit changed(withPolicy(
                     m_context.plan, [](PolicyTerms &terms) { terms.mode = PolicyMode::Enforce; }, m_context.now),
                 {});
}

StepMark EnforceStep::mark(const WizardContext &context) const
{
    if (context.audit && context.audit->stsStatus == StsStatus::Enforce && context.audit->verdict == DomainVerdict::AtRisk)
        return {State::Broken, tr("in enforce, and mail is at risk")};
    if (context.audit && context.audit->stsStatus == StsStatus::Enforce)
        return {State::Good, tr("in enforce")};
    const QList<Condition> all = conditions(context);
    if (all.isEmpty())
        return {State::NotTested, tr("not looked at yet")};
    switch (readiness(all)) {
    case ConditionState::Met:
        return {State::Good, tr("ready")};
    case ConditionState::NotMet:
        return {State::Attention, tr("not ready yet")};
    case ConditionState::Unknown:
        break;
    }
    return {State::NotTested, tr("not all could be told")};
}

} // namespace mta
