// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notifier.h"
#include "ui/plans/remindermemory.h"
#include <QMap>
#include <functional>
#include <memory>

class QTimer;

namespace mta
{

class Desk;
struct Environment;
class PlanDesk;

/// A reminder and whose it is.
struct DueReminder {
    int plan = 0;
    DomainName domain;
    Reminder reminder;
};

/// What is due of the plans in hand, and tells of it: on the desktop where there is one that takes notes, otherwise by told(). Goes by the
/// clock on the wall, which it looks at every minute: a computer that slept has missed nothing.
class ReminderWatch : public QObject
{
    Q_OBJECT

public:
    ReminderWatch(PlanDesk &plans, Desk &desk, QSettings &settings, const Environment &environment, QObject *parent = nullptr);

    /// Tells what became due since the last run, and goes on watching.
    void begin();
    void look(); ///< what happens every minute
    void setTelling(bool telling) { m_telling = telling; }
    void setRemembering(bool remembering); ///< certificates, from one run to the next
    void refresh();                        ///< everything anew: for the first time, or in another language

    QDateTime now() const { return m_now(); }
    bool knows(int plan) const { return m_reminders.contains(plan); } ///< a new plan is worked out soon
    QList<Reminder> of(int plan) const { return m_reminders.value(plan); }
    QList<Reminder> dueOf(int plan) const; ///< without what is put off
    QList<DueReminder> due() const;        ///< of all plans, likewise, the most urgent first
    QDateTime putOffUntil(int plan, const Reminder &reminder) const;
    void putOff(int plan); ///< what is due of it, until tomorrow; 0: of all plans

    /// "2 things are due: example.com: Announce the policy ...". Empty where nothing is.
    QString sentence() const;
    static QString sentence(const QList<DueReminder> &due);

signals:
    void changed();
    void told(const QString &sentence); ///< nobody but the window shows it
    void wanted();                      ///< somebody wants to see what was told

private:
    void workOut();
    void tell();
    enum class Whose { All, NotPutOff };
    void takeForTold(Whose whose);
    DesktopNote note() const;

    PlanDesk &m_plans;
    Desk &m_desk;
    ReminderMemory m_memory;
    const std::function<QDateTime()> m_now;
    const std::shared_ptr<Notifier> m_notifier;
    QMap<int, QList<Reminder>> m_reminders; ///< by plan
    QDateTime m_workedOut;                  ///< when; invalid: something is different since
    QDateTime m_nextChange;
    bool m_telling = true;
    bool m_remembering = true;
    QTimer *m_minute;
    QTimer *m_soon;
};

} // namespace mta
