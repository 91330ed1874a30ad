// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/reminderwatch.h"
#include "ui/recentdomains.h"
#include <QPalette>
#include <memory>

class QApplication;
class QSettings;

namespace mta
{

class MainWindow;

/// Holds what outlives a window: the desks, the preferences, the recent domains. Makes the window, and makes it anew when the
/// language or the theme change.
class Studio : public QObject
{
    Q_OBJECT

public:
    Studio(QApplication &app, Environment environment, QSettings &settings);
    ~Studio() override;

    MainWindow &window() { return *m_window; }
    Desk &desk() { return m_desk; }
    PlanDesk &plans() { return m_plans; }
    ReminderWatch &reminders() { return m_reminders; }
    const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences);

private:
    void makeWindow();
    void tidyHistory();
    void editPreferences();
    void showWhatIsDue();

    QApplication &m_app;
    Environment m_environment;
    QSettings &m_settings;
    QPalette m_systemPalette;
    Preferences m_preferences;
    Desk m_desk;
    PlanDesk m_plans;
    ReminderWatch m_reminders;
    RecentDomains m_recent;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace mta
