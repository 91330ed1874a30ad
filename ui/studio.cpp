// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/studio.h"

#include "store/sightingstore.h"
#include "ui/audit/auditpage.h"
#include "ui/mainwindow.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/theme.h"
#include "ui/wizard/wizardpage.h"
#include <QApplication>
#include <QSettings>
#include <QThreadPool>
#include <algorithm>

namespace mta
{

Studio::Studio(QApplication &app, Environment environment, QSettings &settings)
    : m_app(app),
      m_environment(std::move(environment)),
      m_settings(settings),
      m_systemPalette(app.palette()),
      m_preferences(loadPreferences(settings)),
      m_desk(m_environment),
      m_plans(settings, m_environment.draftFolder.isEmpty() ? QString() : m_environment.draftFolder + QLatin1String("/plans")),
      m_reminders(m_plans, m_desk, settings, m_environment),
      m_recent(settings)
{
    qRegisterMetaType<QList<AuditNews>>();
    if (m_environment.useLanguage)
        m_environment.useLanguage(m_preferences.language);
    connect(&m_desk, &Desk::itemCompleted, this, [this](int id) {
        const DeskItem *item = m_desk.item(id);
        // Sample domains exist nowhere else, and files are not audits of today.
        if (item && item->origin == Origin::Live && item->stage == DeskItem::Stage::Done && item->audit && item->error.isEmpty())
            m_recent.remember(*item->audit);
    });
    connect(&m_reminders, &ReminderWatch::wanted, this, &Studio::showWhatIsDue);
    m_reminders.setTelling(m_preferences.remind);
    m_reminders.setRemembering(m_preferences.keepHistory);
    m_reminders.refresh();
    tidyHistory();
    makeWindow();
    m_reminders.begin();
}

void Studio::showWhatIsDue()
{
    const QList<DueReminder> due = m_reminders.due();
    m_window->setWindowState((m_window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (!due.isEmpty() && std::all_of(due.cbegin(), due.cend(), [&](const DueReminder &each) { return each.plan == due.first().plan; }))
        m_window->showPlan(due.first().plan);
    else
        m_window->showPage(MainWindow::Plans);
}

void Studio::tidyHistory()
{
    const QString folder = m_environment.historyFolder;
    if (folder.isEmpty())
        return;
    QThreadPool::globalInstance()->start([folder, keep = m_preferences.keepHistory] {
        const SightingStore store(folder);
        keep ? store.tidy() : store.forget();
    });
}

Studio::~Studio()
{
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents(&m_app, QEvent::MetaCall); // what was published last belongs into its plan
}

void Studio::makeWindow()
{
    applyTheme(m_app, m_preferences.theme, m_systemPalette);
    const bool again = m_window != nullptr;
    const bool visible = again && m_window->isVisible();
    int item = 0;
    int plan = 0;
    MainWindow::Page page = MainWindow::Start;
    if (again) {
        item = m_window->auditPage()->item();
        plan = m_window->wizardPage()->plan();
        page = m_window->page();
        m_window->close();
    }
    m_window = std::make_unique<MainWindow>(m_desk, m_plans, m_reminders, m_recent, m_settings, m_environment, m_preferences);
    connect(m_window.get(), &MainWindow::preferencesWanted, this, &Studio::editPreferences);
    if (item != 0)
        m_window->showItem(item);
    if (plan != 0)
        m_window->showPlan(plan);
    if (again)
        m_window->showPage(page);
    if (visible)
        m_window->show();
}

void Studio::editPreferences()
{
    PreferencesDialog dialog(m_preferences, m_environment.languages, m_window.get());
    if (dialog.exec() != QDialog::Accepted)
        return;
    // Later: the window that opened the dialog may not outlive the change.
    QMetaObject::invokeMethod(
        this, [this, chosen = dialog.preferences()] { setPreferences(chosen); }, Qt::QueuedConnection);
}

void Studio::setPreferences(const Preferences &preferences)
{
    const Preferences before = m_preferences;
    m_preferences = preferences;
    savePreferences(m_settings, preferences);
    m_window->setPreferences(preferences);
    const bool language = before.language != preferences.language;
    if (language) {
        if (m_environment.useLanguage)
            m_environment.useLanguage(preferences.language);
        m_desk.judgeAgain();
        m_reminders.refresh();
    }
    if (before.expiryDays != preferences.expiryDays)
        m_desk.judgeAgain(preferences.expiryDays);
    if (before.keepHistory && !preferences.keepHistory)
        tidyHistory();
    m_reminders.setTelling(preferences.remind);
    m_reminders.setRemembering(preferences.keepHistory);
    if (language || before.theme != preferences.theme)
        makeWindow();
}

} // namespace mta
