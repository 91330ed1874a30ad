// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/publishpanel.h"

#include "base/wiretext.h"
#include "ui/background.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/publishform.h"
#include "ui/wizard/steplayout.h"
#include <QCheckBox>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What is published is the same: history and notes are for people.
bool publishesTheSame(const Plan &one, Plan other)
{
    other.published = one.published;
    other.notes = one.notes;
    return one == other;
}

/// Scrolls to what has just appeared, once it has its place.
void reveal(QWidget *first, QWidget *last)
{
    QTimer::singleShot(0, last, [first = QPointer(first), last] {
        QWidget *parent = last->parentWidget();
        while (parent && !qobject_cast<QScrollArea *>(parent))
            parent = parent->parentWidget();
        if (auto *area = qobject_cast<QScrollArea *>(parent)) {
            area->ensureWidgetVisible(last);
            if (first)
                area->ensureWidgetVisible(first);
        }
    });
}

} // namespace

PublishPanel::PublishPanel(PublishMeans means, QWidget *parent)
    : QWidget(parent),
      m_means(std::move(means)),
      m_title(textBlock({}, Type::Heading)),
      m_partNote(new FieldNote),
      m_fileNote(new FieldNote),
      m_save(new QPushButton(tr("Save the plan"))),
      m_form(new PublishForm(*m_means.publisher, *m_means.settings)),
      m_look(primaryButton(tr("Show what would change"))),
      m_takeBack(new QPushButton(tr("Take back\u2026"))),
      m_stopButton(new QPushButton(tr("Stop"))),
      m_note(new FieldNote),
      m_changes(new CodeView(tr("What would change"))),
      m_consent(new QCheckBox),
      m_carryOut(primaryButton({})),
      m_list(new RowsView(u"publishSteps"_s, tr("What is done"), {tr("State"), tr("Step")}))
{
    setObjectName(u"publishPanel"_s);
    m_title->setFont(typeFont(Type::Heading, true));
    QLabel *why = textBlock(tr("Records by DNS UPDATE, the policy file in a folder or by SFTP. Nothing is changed before you have seen it "
                               "and agreed; the policy comes before the record that leads senders there; what somebody else has changed "
                               "since is not overwritten."));
    why->setForegroundRole(QPalette::PlaceholderText);
    auto *back = new QPushButton(tr("Back to the steps"));
    for (QPushButton *button : {m_save, m_takeBack, m_stopButton, back})
        button->setAutoDefault(false);
    m_takeBack->setToolTip(tr("Shows what undoes the last publishing of this plan"));
    m_changes->setMinimumHeight(44 * grid);
    m_changes->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_changes->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_list->setColumnWidths({14, 40});
    m_list->setMinimumHeight(36 * grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, grid, 4 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(m_title);
    column->addWidget(why);
    column->addWidget(m_partNote);
    column->addWidget(m_fileNote);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    column->addWidget(flowRow({m_look, m_takeBack, m_stopButton, back}));
    column->addWidget(m_note);
    column->addWidget(m_changes, 1);
    column->addWidget(flowRow({m_consent, m_carryOut}));
    column->addWidget(m_list, 1);
    column->addStretch(0);
    connect(m_save, &QPushButton::clicked, this, &PublishPanel::saveWanted);
    connect(back, &QPushButton::clicked, this, &PublishPanel::backWanted);
    connect(m_look, &QPushButton::clicked, this, &PublishPanel::look);
    connect(m_takeBack, &QPushButton::clicked, this, &PublishPanel::lookBack);
    connect(m_stopButton, &QPushButton::clicked, this, &PublishPanel::stop);
    connect(m_carryOut, &QPushButton::clicked, this, &PublishPanel::carryOut);
    connect(m_consent, &QCheckBox::toggled, this, &PublishPanel::showButtons);
    connect(m_form, &PublishForm::edited, this, &PublishPanel::discard);
    connect(m_form, &PublishForm::keyFileChosen, this, &PublishPanel::takeKey);
    connect(m_form, &PublishForm::forgetKeyWanted, this, &PublishPanel::forgetKey);
    setFocusProxy(m_form->nameserver());
    discard();
}

PublishPanel::~PublishPanel()
{
    m_stop.request_stop();
}

void PublishPanel::show(const Plan &plan, const QString &path, const QString &part)
{
    if (m_running) {
        m_next = Shown{plan, path, part};
        return;
    }
    const bool other = plan.domain != m_plan.domain;
    const bool same = publishesTheSame(m_plan, plan) && path == m_path;
    m_plan = plan;
    m_path = path;
    m_title->setText(tr("Publish %1 from here").arg(visibleText(plan.domain.unicode)));
    m_partNote->say(State::Attention, part);
    m_fileNote->say(State::Attention,
                    path.isEmpty() ? tr("Save the plan in a file first: what takes a publishing back is kept beside it.") : QString());
    if (other)
        m_form->setDomain(plan.domain.ascii);
    m_form->setKeysAsked(!plan.tlsa.isEmpty());
    if (!same)
        discard();
    if (other)
        m_list->setVisible(false);
    showButtons();
}

PublishRequest PublishPanel::request() const
{
    return {m_plan,
            m_path,
            m_form->where(),
            m_means.preferences ? m_means.preferences() : Preferences(),
            m_form->looks(),
            m_form->newKeysInUse(),
            m_form->mxUnchanged()};
}

void PublishPanel::discard()
{
    ++m_round;
    m_proposal.reset();
    m_note->say(State::Good, {});
    m_changes->setVisible(false);
    showButtons();
}

void PublishPanel::showButtons()
{
    const bool asks = m_proposal && !m_running;
    m_save->setVisible(m_path.isEmpty());
    m_form->setEnabled(!m_running);
    m_look->setEnabled(!m_running && !m_path.isEmpty());
    m_takeBack->setVisible(m_means.publisher->canTakeBack(m_path));
    m_takeBack->setEnabled(!m_running);
    m_stopButton->setVisible(m_running);
    m_consent->setVisible(asks);
    m_carryOut->setVisible(asks);
    if (!asks) {
        const QSignalBlocker quiet(m_consent);
        m_consent->setChecked(false);
    }
    m_carryOut->setEnabled(asks && m_consent->isChecked());
}

void PublishPanel::look()
{
    propose(false);
}

void PublishPanel::lookBack()
{
    propose(true);
}

void PublishPanel::begin(const QString &doing)
{
    m_running = true;
    m_stop = std::stop_source();
    m_note->say(State::NotTested, doing);
    showButtons();
}

void PublishPanel::propose(bool back)
{
    if (m_running || m_path.isEmpty() || !m_form->check())
        return;
    discard();
    m_list->setVisible(false);
    m_back = back;
    begin(tr("Looking what is there\u2026"));
    const Context context{QDeadlineTimer(QDeadlineTimer::Forever), m_stop.get_token()};
    inBackground(
        this,
        [publisher = m_means.publisher, wanted = request(), back, context] {
            return back ? publisher->proposeTakingBack(wanted, context) : publisher->propose(wanted, context);
        },
        [this, round = m_round](const Publisher::Proposed &proposed) {
            if (round != m_round)
                return;
            m_running = false;
            showProposal(proposed);
        });
}

void PublishPanel::showProposal(const Publisher::Proposed &proposed)
{
    if (!proposed) {
        m_note->say(State::Broken, proposed.error().text);
    } else {
        m_steps = (*proposed)->steps();
        const QString changes = (*proposed)->changes();
        m_changes->setLines(changes.trimmed().split(u'\n'), {});
        m_changes->setVisible(!changes.isEmpty());
        if (const auto remember = (*proposed)->remember(); remember && m_means.keep)
            m_means.keep(m_plan.domain.ascii, m_path, remember);
        if (!m_steps.isEmpty() && !(*proposed)->refusal().isEmpty()) {
            if ((*proposed)->mxUnchangedHelps())
                m_form->askForMx();
            m_note->say(State::Broken, (*proposed)->refusal() + u"\n\n"_s + tr("Nothing was changed."));
        } else if (m_steps.isEmpty()) {
            m_note->say(State::Good, m_back ? tr("There is nothing to take back any more: all is as it was before.")
                                            : tr("There is nothing to change: all is as the plan says."));
        } else {
            m_proposal = *proposed;
            m_note->say(State::Attention, m_back ? tr("This would be taken back. Nothing was changed yet.")
                                                 : tr("This would change, and nothing else. Nothing was changed yet."));
            m_consent->setText(m_back ? tr("I want &this taken back") : tr("I want &these changes"));
            m_carryOut->setText(m_back ? tr("Take back") : tr("Publish"));
        }
    }
    showButtons();
    if (m_proposal)
        m_consent->setFocus();
    reveal(m_note, m_proposal ? m_carryOut : static_cast<QWidget *>(m_note));
    showNext();
}

/// A plan that changed while something ran; what was proposed for another is gone then.
void PublishPanel::showNext()
{
    if (const auto next = std::exchange(m_next, std::nullopt))
        show(next->plan, next->path, next->part);
}

void PublishPanel::carryOut()
{
    if (m_running || !m_proposal || !m_consent->isChecked())
        return;
    const std::shared_ptr<PublishProposal> proposal = std::exchange(m_proposal, nullptr);
    m_changing = true;
    begin(m_back ? tr("Taking back\u2026") : tr("Publishing\u2026"));
    showSteps(-1, nullptr);
    m_list->setVisible(true);
    m_stopButton->setFocus();
    reveal(m_stopButton, m_list);
    const QPointer<PublishPanel> panel(this);
    const auto begun = [panel](int step) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [panel, step] {
                if (panel && panel->m_changing)
                    panel->showSteps(step, nullptr);
            },
            Qt::QueuedConnection);
    };
    const Context context{QDeadlineTimer(QDeadlineTimer::Forever), m_stop.get_token()};
    inBackground(
        m_means.keeper, [proposal, begun, context] { return proposal->carryOut(begun, context); },
        [panel, keep = m_means.keep, domain = m_plan.domain.ascii, path = m_path](const PublishEnd &end) {
            if (end.remember && keep)
                keep(domain, path, end.remember);
            if (panel)
                panel->finish(end);
        });
}

void PublishPanel::finish(const PublishEnd &end)
{
    m_running = false;
    m_changing = false;
    const QString domain = m_plan.domain.ascii;
    discard();
    showNext();
    if (m_plan.domain.ascii != domain)
        return; // another plan is shown by now
    showSteps(-1, &end);
    m_list->setVisible(true);
    QString text = end.text;
    if (!end.done && end.failedStep >= 0)
        text += u"\n\n"_s + (m_back ? tr("Not all was taken back. Look again, and go on from there.")
                                    : tr("Not all was published. \u201cShow what would change\u201d goes on from here; \u201cTake "
                                         "back\u2026\u201d undoes what was done."));
    const bool unsure = end.cancelled || end.unknown;
    m_note->say(end.done ? State::Good : unsure ? State::Attention : State::Broken, text);
    showButtons();
    m_look->setFocus();
    reveal(m_note, m_list);
    emit published();
}

void PublishPanel::showSteps(int running, const PublishEnd *end)
{
    QList<Row> rows;
    for (int i = 0; i < m_steps.size(); ++i) {
        Cell state{tr("to be done"), State::NotTested};
        if (end ? end->done || i < end->failedStep : i < running)
            state = {tr("done"), State::Good};
        else if (!end && i == running)
            state = {tr("now"), State::Attention};
        else if (end && i == end->failedStep)
            state = end->cancelled ? Cell{tr("stopped"), State::Attention}
                    : end->unknown ? Cell{tr("not known"), State::Attention}
                                   : Cell{tr("failed"), State::Broken};
        else if (end)
            state = {tr("not done"), State::NotTested};
        rows.append({u"step%1"_s.arg(i), {state, Cell{m_steps[i]}}});
    }
    if (end) {
        for (const PublishSight &sight : end->seen)
            rows.append({u"seen%1"_s.arg(rows.size()),
                         {sight.good ? Cell{tr("seen"), State::Good} : Cell{tr("not yet"), State::Attention}, Cell{sight.text}}});
    }
    m_list->setRows(rows);
}

void PublishPanel::stop()
{
    m_stop.request_stop();
    m_note->say(State::NotTested, tr("Stopping\u2026"));
}

void PublishPanel::takeKey(const QString &file)
{
    if (m_running)
        return;
    discard();
    begin(tr("The key goes into the keyring; it may ask you to unlock it\u2026"));
    const Context context{QDeadlineTimer(QDeadlineTimer::Forever), m_stop.get_token()};
    inBackground(
        this, [publisher = m_means.publisher, file, context] { return publisher->takeKey(file, context); },
        [this](const Result<Publisher::TakenKey> &taken) {
            m_running = false;
            m_note->say(State::Good, {});
            if (!taken) {
                m_form->sayOfKey(State::Broken, taken.error().text);
            } else {
                m_form->setKeyName(taken->name);
                m_form->sayOfKey(taken->trouble.isEmpty() ? State::Good : State::Attention,
                                 taken->trouble.isEmpty()
                                     ? tr("The keyring keeps the key now; the file is not needed any more.")
                                     : tr("The key is used until the program ends, and then its file is needed again: the keyring does "
                                          "not keep it. %1")
                                           .arg(taken->trouble));
            }
            showButtons();
            showNext(); // last: the key is of the plan that was shown
        });
}

void PublishPanel::forgetKey(const QString &name)
{
    if (m_running || name.isEmpty())
        return;
    discard();
    begin(tr("Taking the key out of the keyring\u2026"));
    const Context context{QDeadlineTimer(QDeadlineTimer::Forever), m_stop.get_token()};
    inBackground(
        this, [publisher = m_means.publisher, name, context] { return publisher->forgetKey(name, context); },
        [this](const Result<bool> &forgotten) {
            m_running = false;
            m_note->say(State::Good, {});
            m_form->sayOfKey(forgotten ? State::Good : State::Broken, forgotten ? tr("The key is forgotten.") : forgotten.error().text);
            showButtons();
            showNext();
        });
}

} // namespace mta
