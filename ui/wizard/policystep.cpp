// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/policystep.h"

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

} // namespace

PolicyStep::PolicyStep(QWidget *parent)
    : WizardStep(parent),
      m_modes(new QButtonGroup(this)),
      m_modeNote(new FieldNote),
      m_ages(new QComboBox),
      m_seconds(new QLineEdit),
      m_id(plainLabel({})),
      m_idNote(new FieldNote)
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
    addMode(PolicyMode::None, tr("&none: as if there were no policy; the way out of MTA-STS"));
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
    column->addStretch(1);

    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { takeMode(static_cast<PolicyMode>(id)); });
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
    const int known = m_ages->findData(static_cast<qint64>(terms.maxAge.count()));
    m_ages->setCurrentIndex(known >= 0 ? known : m_ages->count() - 1);
    const bool enforced = context.audit && context.audit->stsStatus == StsStatus::Enforce;
    const bool tested = enforced || (context.audit && context.audit->stsStatus == StsStatus::Testing);
    m_modeNote->say(State::Attention,
                    !context.plan.policy ? tr("No policy is planned: the domain is meant to be without MTA-STS. Choose a mode to plan one.")
                    : terms.mode == PolicyMode::Enforce && !tested
                        ? tr("The policy was not seen in testing yet. Begin with testing, unless you are sure of every "
                             "mail server: in enforce a mistake loses mail.")
                        : QString());
    m_id->setText(QString::fromLatin1(context.plan.id));
    const IdFault fault = idFault(context.plan);
    m_idNote->say(fault.problem == IdProblem::NeedlessId ? State::Attention : State::Broken, idWords(fault.problem));
}

void PolicyStep::takeMode(PolicyMode mode)
{
    emit changed(withPolicy(
                     m_context.plan, [mode](PolicyTerms &terms) { terms.mode = mode; }, m_context.now),
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
        return {State::NotTested, tr("no policy yet")};
    const QString words = u"%1, %2"_s.arg(policyModeName(context.plan.policy->mode), durationWords(context.plan.policy->maxAge));
    const IdProblem problem = idFault(context.plan).problem;
    if (problem == IdProblem::NotAnId || problem == IdProblem::Reused)
        return {State::Broken, idWords(problem)};
    if (!policyText(*context.plan.policy))
        return {State::Broken, tr("no file can say this: a pattern is missing")};
    return {context.plan.policy->mode == PolicyMode::Enforce ? State::Good : State::Attention, words};
}

} // namespace mta
