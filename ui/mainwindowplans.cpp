// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Plans and the wizard, as far as they need the rest of the window: files, audits, the sentence above the page.

#include "ui/mainwindow.h"

#include "base/filename.h"
#include "base/wiretext.h"
#include "ui/audit/auditpage.h"
#include "ui/background.h"
#include "ui/live/livepage.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/planspage.h"
#include "ui/plans/reminderwatch.h"
#include "ui/start/startpage.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/sidebar.h"
#include "ui/wizard/planwork.h"
#include "ui/wizard/publishpanel.h"
#include "ui/wizard/wizardpage.h"
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Seconds after which whoever comes back to a plan has its domain looked at again.
constexpr qint64 lookAgainAfter = 3600;

} // namespace

void MainWindow::buildPlanPages()
{
    m_plansPage = new PlansPage(m_plans, m_desk, m_reminders, &m_recent);
    m_wizardPage = new WizardPage(m_plans, m_desk, m_environment.now);
    if (m_environment.publisher)
        m_wizardPage->setPublishing({m_environment.publisher, &m_settings, [this] { return m_preferences; }, &m_plans,
                                     [window = QPointer(this), &plans = m_plans](const QString &domain, const QString &path,
                                                                                 const std::function<Plan(const Plan &)> &remember) {
                                         for (const int id : plans.of(domain)) {
                                             plans.learn(id, remember);
                                             if (plans.item(id)->path != path)
                                                 continue;
                                             // What later waits are reckoned from belongs into the file, whichever plan is shown by now.
                                             if (window)
                                                 window->savePlanTo(id, {});
                                             else
                                                 plans.save(id);
                                         }
                                     }});
    connect(m_plansPage, &PlansPage::protectWanted, this, [this](const DomainInput &input) {
        if (!input.domains.isEmpty())
            protect(input.domains.first());
    });
    connect(m_plansPage, &PlansPage::planWanted, this, &MainWindow::showPlan);
    connect(&m_reminders, &ReminderWatch::changed, this, &MainWindow::showDue);
    connect(&m_reminders, &ReminderWatch::told, this, [this](const QString &sentence) {
        if (page() != Start) // which says it already
            m_dueBar->tell(State::Attention, sentence);
    });
    connect(m_startPage, &StartPage::plansWanted, this, [this] { showPage(Plans); });
    connect(m_startPage, &StartPage::putOffWanted, &m_reminders, [this] { m_reminders.putOff(0); });
    connect(m_plansPage, &PlansPage::openWanted, this, &MainWindow::choosePlanToOpen);
    connect(m_plansPage, &PlansPage::saveWanted, this, &MainWindow::chooseAndSavePlan);
    connect(m_plansPage, &PlansPage::closeWanted, this, &MainWindow::closePlan);
    connect(m_auditPage->live(), &LivePage::openPlanWanted, this, &MainWindow::choosePlanToOpen);
    connect(m_auditPage->live(), &LivePage::planWanted, this, &MainWindow::showPlan);
    connect(m_auditPage->live(), &LivePage::told, m_info, &InfoBar::tell);
    connect(m_wizardPage, &WizardPage::told, m_info, &InfoBar::tell);
    connect(&m_plans, &PlanDesk::notKept, this, [this](const QString &why) { m_info->tell(State::Broken, why); });
    connect(m_wizardPage, &WizardPage::saveWanted, this, [this] { chooseAndSavePlan(m_wizardPage->plan()); });
    connect(m_wizardPage, &WizardPage::exportWanted, this, [this](PlanForm form) { chooseAndExportPlan(m_wizardPage->plan(), form); });
    connect(m_plansPage, &PlansPage::lookWanted, this, &MainWindow::lookAtPlans);
    connect(m_plansPage, &PlansPage::comparisonWanted, this, &MainWindow::chooseAndSaveComparisonOfPlans);
    connect(m_wizardPage, &WizardPage::auditWanted, this, [this](const DomainName &domain, bool deep) {
        Preferences preferences = m_preferences;
        if (deep)
            preferences.depth = Depth::Deep;
        m_desk.audit({domain}, originOf(domain.ascii), preferences);
    });
}

void MainWindow::showDue()
{
    m_startPage->setDue(m_reminders.sentence());
    m_sidebar->setDue(Plans, static_cast<int>(m_reminders.due().size()));
    m_actions[u"tomorrow"_s]->setEnabled(!m_reminders.due().isEmpty());
    if (m_reminders.due().isEmpty())
        m_dueBar->hide();
}

void MainWindow::protect(const DomainName &domain)
{
    int id = m_plans.find(domain.ascii);
    const DeskItem *known = m_desk.latest(domain);
    const bool complete = known && known->stage == DeskItem::Stage::Done && known->audit;
    if (id == 0) {
        Plan plan;
        plan.domain = domain;
        id = m_plans.add(complete ? proposedPlan(plan, *known->audit, m_environment.now()) : plan);
    }
    showPlan(id);
}

void MainWindow::showPlan(int id)
{
    const OpenPlan *open = m_plans.item(id);
    if (!open)
        return;
    m_info->hide();
    m_wizardPage->setPlan(id);
    showPage(Wizard);
    setWindowTitle(tr("%1 \u2013 MTA-STS Studio").arg(visibleText(open->plan().domain.unicode)));
    // The name servers are asked too: a plan is carried out there. What a file tells, or what was seen a while ago, may be so no more.
    const DeskItem *known = m_desk.latest(open->plan().domain);
    const bool old = known && known->stage != DeskItem::Stage::Running && known->audit &&
                     known->audit->facts.observedAt < m_environment.now().addSecs(-lookAgainAfter);
    if (!known || known->origin == Origin::File || old)
        emit m_wizardPage->auditWanted(open->plan().domain, true);
}

void MainWindow::openPlan(const QString &path)
{
    const Result<int> id = m_plans.open(path);
    if (id)
        showPlan(*id);
    else
        m_info->tell(State::Broken, id.error().text);
}

void MainWindow::choosePlanToOpen()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a plan"), m_settings.value("files/folder"_L1, QDir::homePath()).toString(), tr("Plans (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    openPlan(path);
}

void MainWindow::savePlanTo(int id, const QString &path)
{
    const Result<bool> saved = m_plans.save(id, path);
    if (!saved)
        m_info->tell(State::Broken, saved.error().text);
    else if (const OpenPlan *open = m_plans.item(id))
        m_info->tell(State::Good, tr("The plan was saved in %1.").arg(visibleText(QDir::toNativeSeparators(open->path))));
}

void MainWindow::chooseAndSavePlan(int id)
{
    const OpenPlan *open = m_plans.item(id);
    if (!open)
        return;
    if (!open->path.isEmpty()) {
        savePlanTo(id, {});
        return;
    }
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const QString proposed = folder.filePath(fileNameFor(open->plan().domain.ascii + u"-plan"_s, u"json"_s));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the plan"), proposed, tr("Plans (*.json)"));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    savePlanTo(id, path);
}

void MainWindow::chooseAndExportPlan(int id, PlanForm form)
{
    const OpenPlan *open = m_plans.item(id);
    if (!open)
        return;
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const QString name = planFileName(open->plan().domain, form);
    QString path;
    if (form == PlanForm::Folder) { // a new one within the one chosen: nothing that is there is touched
        const QString parent = QFileDialog::getExistingDirectory(this, tr("Export everything into a new folder within"), folder.path());
        path = parent.isEmpty() ? QString() : QDir(parent).filePath(name);
    } else {
        const QString suffix = QFileInfo(name).suffix();
        path = QFileDialog::getSaveFileName(this, tr("Export"), folder.filePath(name), u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    }
    if (path.isEmpty())
        return;
    if (form == PlanForm::Archive) {
        const Result<QString> whole = archivePath(path);
        if (!whole) {
            m_info->tell(State::Broken, whole.error().text);
            return;
        }
        path = *whole;
    }
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    exportPlanTo(id, path, form);
}

void MainWindow::exportPlanTo(int id, const QString &path, PlanForm form)
{
    const OpenPlan *open = m_plans.item(id);
    if (!open)
        return;
    PlanExport what{open->plan(), std::nullopt, QDateTime::currentDateTimeUtc()};
    if (const DeskItem *item = m_desk.latest(what.plan.domain); item && item->stage == DeskItem::Stage::Done)
        what.audit = item->audit;
    inBackground(
        this, [path, form, what] { return writePlan(path, form, what); },
        [this, path](const QString &error) {
            if (error.isEmpty())
                m_info->tell(State::Good, tr("The plan was written to %1.").arg(visibleText(QDir::toNativeSeparators(path))));
            else
                m_info->tell(State::Broken, error);
        });
}

/// All at once; those of the practice world there.
void MainWindow::lookAtPlans()
{
    QHash<Origin, QList<DomainName>> domains;
    for (const int id : m_plans.ids())
        domains[originOf(m_plans.item(id)->plan().domain.ascii)].append(m_plans.item(id)->plan().domain);
    for (auto each = domains.cbegin(); each != domains.cend(); ++each)
        m_desk.audit(each.value(), each.key(), m_preferences);
}

void MainWindow::chooseAndSaveComparisonOfPlans()
{
    const QDir folder(m_settings.value("files/folder"_L1, QDir::homePath()).toString());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save what is live against all plans"), folder.filePath(u"plans.csv"_s),
                                                      tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    m_settings.setValue("files/folder"_L1, QFileInfo(path).absolutePath());
    comparisonOfPlansTo(path);
}

void MainWindow::comparisonOfPlansTo(const QString &path)
{
    inBackground(
        this, [path, plans = m_plansPage->compared()] { return writeText(path, plansCsv(plans)); },
        [this, path](const QString &error) {
            if (error.isEmpty())
                m_info->tell(State::Good, tr("The comparison was written to %1.").arg(visibleText(QDir::toNativeSeparators(path))));
            else
                m_info->tell(State::Broken, error);
        });
}

void MainWindow::closePlan(int id)
{
    const OpenPlan *open = m_plans.item(id);
    if (!open)
        return;
    if (open->history.changed()) {
        QMessageBox question(
            QMessageBox::Question, tr("The plan was changed"),
            tr("The plan of %1 is not saved in a file. What is to become of it?").arg(visibleText(open->plan().domain.unicode)),
            QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
        question.setObjectName(u"unsavedPlanQuestion"_s);
        question.setDefaultButton(QMessageBox::Save);
        const int answer = question.exec();
        if (answer == QMessageBox::Cancel)
            return;
        if (answer == QMessageBox::Save) {
            chooseAndSavePlan(id);
            const OpenPlan *now = m_plans.item(id);
            if (!now || now->history.changed())
                return;
        }
    }
    m_plans.close(id);
}

} // namespace mta
