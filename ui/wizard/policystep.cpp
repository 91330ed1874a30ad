// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/policystep.h"

#include "deploy/adopt.h"
#include "deploy/changes.h"
#include "ui/widgets/wrappingradio.h"
#include "ui/wizard/planwork.h"
#include "ui/words.h"
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Age {
    std::chrono::seconds age;
    const char *text;
};
// RFC 8461 §3.2: "weeks or greater" is expected; the largest is a year.
constexpr Age ages[] = {
    {std::chrono::seconds(86400), QT_TRANSLATE_NOOP("mta::PolicyStep", "a day")},
    {std::chrono::seconds(604800), QT_TRANSLATE_NOOP("mta::PolicyStep", "a week")},
    {std::chrono::seconds(1209600), QT_TRANSLATE_NOOP("mta::PolicyStep", "two weeks")},
    {std::chrono::seconds(2592000), QT_TRANSLATE_NOOP("mta::PolicyStep", "30 days")},
    {std::chrono::seconds(7776000), QT_TRANSLATE_NOOP("mta::PolicyStep", "90 days")},
    {std::chrono::seconds(15552000), QT_TRANSLATE_NOOP("mta::PolicyStep", "180 days")},
    {maxPolicyAge, QT_TRANSLATE_NOOP("mta::PolicyStep", "a year")},
};

std::chrono::seconds ageOf(const Plan &plan)
{
    return plan.policy.value_or(PolicyTerms()).maxAge;
}

QString ageAdvice(const Plan &plan)
{
    if (ageOf(plan).count() < 86400)
        return PolicyStep::tr("So short a time protects hardly anybody: a sender that forgets the policy can be misled. Some providers are "
                              "said to ignore such policies.");
    if (ageOf(plan).count() < 604800 && plan.policy && plan.policy->mode == PolicyMode::Enforce)
        return PolicyStep::tr("Weeks or more are expected of a policy in enforce (RFC 8461 §3.2).");
    return {};
}

QString idWords(IdProblem problem)
{
    switch (problem) {
    case IdProblem::None:
        return {};
    case IdProblem::NotAnId:
        return PolicyStep::tr("The id must be 1 to 32 letters or digits.");
    case IdProblem::Reused:
        return PolicyStep::tr(
            "This id was published with a policy that says something else: senders that know it would not fetch the new one.");
    case IdProblem::NeedlessId:
        break;
    }
    return PolicyStep::tr("The policy says what the published one says; a new id is harmless and not needed.");
}

/// No policy is meant to be there, and something of one still is.
bool isLeaving(const WizardContext &context)
{
    return !context.plan.policy && !isBlank(context.plan) && context.audit && context.audit->stsStatus != StsStatus::Absent &&
           context.audit->stsStatus != StsStatus::Undetermined;
}

/// A plan without a policy is about to have one again: where it is still served is where it goes on.
Plan withHost(Plan plan, const WizardContext &context)
{
    const bool leads = !plan.hosting.alias.isEmpty() || !plan.hosting.addresses.isEmpty();
    if (plan.policy || leads || !context.audit)
        return plan;
    const PolicyHosting live = planFromLive(*context.audit).plan.hosting;
    plan.hosting.alias = live.alias;
    plan.hosting.addresses = live.addresses;
    return plan;
}

} // namespace

PolicyStep::PolicyStep(QWidget *parent)
    : WizardStep(parent),
      m_modes(new QButtonGroup(this)),
      m_modeNote(new FieldNote),
      m_ages(new QComboBox),
      m_seconds(new QLineEdit),
      m_id(plainLabel({})),
      m_idNote(new FieldNote),
      m_leaving(textBlock({})),
      m_leave(new QPushButton(tr("&Leave MTA-STS"))),
      m_return(new QPushButton(tr("&Protect again")))
{
    QVBoxLayout *column =
        beginStep(this, tr("How strict are senders to be?"),
                  tr("Begin with testing: mail flows as before, and senders that honour MTA-STS report what would have failed. When the "
                     "reports are quiet, move to enforce; the wizard tells you when."));
    const auto addMode = [&](PolicyMode mode, const QString &text) {
        auto *button = new WrappingRadio(text);
        button->setObjectName(u"mode-"_s + policyModeName(mode));
        m_modes->addButton(button, static_cast<int>(mode));
        column->addWidget(button);
    };
    addMode(PolicyMode::Testing, tr("&testing: deliver as before, and report failures"));
    addMode(PolicyMode::Enforce, tr("&enforce: do not deliver to a server that fails"));
    addMode(PolicyMode::None, tr("&none: as if there were no policy, for as long as this one is published"));
    column->addWidget(m_modeNote);
    column->addSpacing(3 * grid);

    for (const Age &age : ages)
        m_ages->addItem(tr(age.text), static_cast<qint64>(age.age.count()));
    m_ages->addItem(tr("another time"), -1);
    m_ages->view()->setAccessibleName(tr("How long senders remember the policy"));
    m_seconds->setFont(wireFont());
    m_seconds->setObjectName(u"wizardMaxAge"_s);
    m_seconds->setMaxLength(10);
    m_seconds->setAccessibleName(tr("Seconds (max_age)"));
    auto *age = new QHBoxLayout;
    age->setSpacing(2 * grid);
    age->addWidget(m_ages);
    age->addWidget(m_seconds);
    age->addWidget(plainLabel(tr("seconds")));
    age->addStretch(1);
    column->addWidget(fieldLabel(tr("How long senders &remember the policy (max_age)"), m_ages));
    column->addLayout(age);
    auto *ageNote = new FieldNote;
    column->addWidget(ageNote);
    column->addSpacing(3 * grid);
    column->addWidget(plainLabel(tr("Id of the record"), Type::Body, true));
    m_id->setFont(wireFont());
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_id);
    column->addWidget(
        textBlock(tr("Made anew whenever the policy says something else: by it senders see that there is a new one."), Type::Small));
    column->addWidget(m_idNote);
    column->addSpacing(3 * grid);
    column->addWidget(plainLabel(tr("Leaving MTA-STS"), Type::Body, true));
    column->addWidget(m_leaving);
    m_leave->setObjectName(u"wizardLeave"_s);
    m_return->setObjectName(u"wizardReturn"_s);
    for (QPushButton *button : {m_leave, m_return})
        button->setAutoDefault(false);
    column->addWidget(flowRow({m_leave, m_return}));
    column->addStretch(1);

    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { takeMode(static_cast<PolicyMode>(id)); });
    connect(m_leave, &QPushButton::clicked, this, &PolicyStep::leave);
    connect(m_return, &QPushButton::clicked, this, [this] { takeMode(policyToReturnTo(m_context.plan).mode); });
    connect(m_ages, &QComboBox::activated, this, [this] {
        if (const qint64 seconds = m_ages->currentData().toLongLong(); seconds > 0)
            m_seconds->setText(QString::number(seconds));
        else
            m_seconds->setFocus();
    });
    m_ageField = new PlanField(
        this, m_seconds, ageNote, u"max_age"_s, [this](const Plan &plan, const QString &text) { return readAge(plan, text); },
        [](const Plan &plan) { return QString::number(ageOf(plan).count()); });
    m_ageField->setAdvice(ageAdvice);
}

QString PolicyStep::title() const
{
    return tr("Policy");
}

void PolicyStep::show(const WizardContext &context)
{
    m_context = context;
    const PolicyTerms terms = context.plan.policy.value_or(PolicyTerms());
    m_modes->setExclusive(false); // or none could not be unchecked
    for (QAbstractButton *button : m_modes->buttons())
        button->setChecked(context.plan.policy && m_modes->id(button) == static_cast<int>(terms.mode));
    m_modes->setExclusive(true);
    m_ageField->show(context);
    for (QWidget *field : std::initializer_list<QWidget *>{m_ages, m_seconds})
        field->setEnabled(!isWithoutFormerPolicy(context.plan));
    const int known = m_ages->findData(static_cast<qint64>(terms.maxAge.count()));
    m_ages->setCurrentIndex(known >= 0 ? known : m_ages->count() - 1);
    const bool enforced = context.audit && context.audit->stsStatus == StsStatus::Enforce;
    const bool tested = enforced || (context.audit && context.audit->stsStatus == StsStatus::Testing);
    m_modeNote->say(State::Attention,
                    isLeaving(context) ? tr("No policy is planned any more: the domain is about to leave MTA-STS. To stay, choose a mode.")
                    : !context.plan.policy
                        ? tr("No policy is planned: the domain is meant to be without MTA-STS. Choose a mode to plan one.")
                    : terms.mode == PolicyMode::Enforce && !tested
                        ? tr("The policy was not seen in testing yet. Begin with testing, unless you are sure of every "
                             "mail server: in enforce a mistake loses mail.")
                        : QString());
    showLeaving();
    m_id->setText(QString::fromLatin1(context.plan.id));
    const IdFault fault = idFault(context.plan);
    m_idNote->say(fault.problem == IdProblem::NeedlessId ? State::Attention : State::Broken, idWords(fault.problem));
}

void PolicyStep::showLeaving()
{
    const bool planned = m_context.plan.policy.has_value();
    // RFC 8461 §8.3.
    m_leaving->setText(
        planned
            ? tr("A policy must not just vanish: senders keep it for as long as it says, and would act on it. This plans the safe way out: "
                 "first a policy in mode none, which ends what senders hold; then nothing until every policy they may still remember is "
                 "over; then the record goes, and last the file. The page \u201cPublish and check\u201d shows each step and from when on "
                 "it "
                 "is safe. What was ever published stays in the plan; reports (TLS-RPT) are asked for as before, and end on the page "
                 "\u201cReports\u201d. Nothing is changed by this at once, and Undo takes it back.")
        : isLeaving(m_context)
            ? tr("The page \u201cPublish and check\u201d shows what is left to do and from when on each step is safe. You can turn back at "
                 "any time: \u201cProtect again\u201d plans the last policy that protected the domain, and the steps to it.")
            : tr("Nothing is left to leave. \u201cProtect again\u201d plans the last policy that protected the domain, or a first one in "
                 "mode "
                 "testing."));
    const bool focused = m_leave->hasFocus() || m_return->hasFocus();
    m_leave->setVisible(planned);
    m_return->setVisible(!planned);
    if (focused) // whoever uses the keyboard stays where they were
        (planned ? m_leave : m_return)->setFocus();
}

void PolicyStep::leave()
{
    const Result<Plan> leaving = withChange(m_context.plan, ChangeKind::Remove, {});
    if (leaving)
        emit changed(*leaving, {});
}

void PolicyStep::takeMode(PolicyMode mode)
{
    const PolicyTerms former = policyToReturnTo(m_context.plan);
    emit changed(withPolicy(
                     withHost(m_context.plan, m_context),
                     [&](PolicyTerms &terms) {
                         terms = former;
                         terms.mode = mode;
                     },
                     m_context.now),
                 {});
}

Taken PolicyStep::readAge(const Plan &before, const QString &text) const
{
    bool number = false;
    const qint64 seconds = text.trimmed().toLongLong(&number);
    if (!number || seconds < 0 || seconds > maxPolicyAge.count())
        return {before, tr("Write a number of seconds from 0 to %1, which is a year (RFC 8461 §3.2).").arg(maxPolicyAge.count())};
    if (ageOf(before).count() == seconds)
        return {before, {}};
    return {withPolicy(
                before, [seconds](PolicyTerms &terms) { terms.maxAge = std::chrono::seconds(seconds); }, m_context.now),
            {}};
}

StepMark PolicyStep::mark(const WizardContext &context) const
{
    if (!context.plan.policy)
        return isLeaving(context)      ? StepMark{State::Attention, tr("leaving MTA-STS")}
               : isBlank(context.plan) ? StepMark{State::NotTested, tr("no policy yet")}
                                       : StepMark{State::NotTested, tr("no policy is planned")};
    const QString words = u"%1, %2"_s.arg(policyModeName(context.plan.policy->mode), durationWords(context.plan.policy->maxAge));
    const IdProblem problem = idFault(context.plan).problem;
    if (problem == IdProblem::NotAnId || problem == IdProblem::Reused)
        return {State::Broken, idWords(problem)};
    if (!policyText(*context.plan.policy))
        return {State::Broken, tr("no file can say this: a pattern is missing")};
    return {context.plan.policy->mode == PolicyMode::Enforce ? State::Good : State::Attention, words};
}

} // namespace mta
