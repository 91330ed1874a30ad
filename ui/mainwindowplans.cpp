// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Plans and the wizard, as far as they need the rest of the window: files, audits, the sentence above the page.

#include "ui/mainwindow.h"

#include "base/filename.h"
#include "base/wiretext.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/planspage.h"
#include "ui/widgets/infobar.h"
#include "ui/wizard/planwork.h"
#include "ui/wizard/publishpanel.h"
#include "ui/wizard/wizardpage.h"
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

void MainWindow::buildPlanPages()
{
    m_plansPage = new PlansPage(m_plans, m_desk, &m_recent);
    m_wizardPage = new WizardPage(m_plans, m_desk);
    if (m_environment.publisher)
        m_wizardPage->setPublishing({m_environment.publisher, &m_settings, [this] { return m_preferences; }, &m_plans,
                                     [&plans = m_plans](const QString &domain, const std::function<Plan(const Plan &)> &remember) {
                                         if (const int id = plans.find(domain))
                                             plans.change(id, remember(plans.item(id)->plan()), u"seen"_s);
                                     }});
    connect(m_plansPage, &PlansPage::protectWanted, this, [this](const DomainInput &input) {
        if (!input.domains.isEmpty())
            protect(input.domains.first());
    });
    connect(m_plansPage, &PlansPage::planWanted, this, &MainWindow::showPlan);
    connect(m_plansPage, &PlansPage::openWanted, this, &MainWindow::choosePlanToOpen);
    connect(m_plansPage, &PlansPage::saveWanted, this, &MainWindow::chooseAndSavePlan);
    connect(m_plansPage, &PlansPage::closeWanted, this, &MainWindow::closePlan);
    connect(m_wizardPage, &WizardPage::told, m_info, &InfoBar::tell);
    connect(m_wizardPage, &WizardPage::saveWanted, this, [this] { chooseAndSavePlan(m_wizardPage->plan()); });
    connect(m_wizardPage, &WizardPage::auditWanted, this, [this](const DomainName &domain, bool deep) {
        Preferences preferences = m_preferences;
        if (deep)
            preferences.depth = Depth::Deep;
        m_desk.audit({domain}, originOf(domain.ascii), preferences);
    });
}

void MainWindow::protect(const DomainName &domain)
{
    int id = m_plans.find(domain.ascii);
    const DeskItem *known = m_desk.latest(domain);
    const bool complete = known && known->stage == DeskItem::Stage::Done && known->audit;
    if (id == 0) {
        Plan plan;
        plan.domain = domain;
        id = m_plans.add(complete ? proposedPlan(*known->audit, QDateTime::currentDateTimeUtc()) : plan);
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
    // The name servers are asked too: a plan is carried out there.
    if (!m_desk.latest(open->plan().domain))
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
