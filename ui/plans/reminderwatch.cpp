// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plans/reminderwatch.h"

#include "base/wiretext.h"
#include "ui/desk.h"
#include "ui/environment.h"
#include "ui/plans/plandesk.h"
#include <QTimer>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int lookEvery = 60 * 1000;    // milliseconds
constexpr int lookSoon = 300;           // after a change: many may come at once
constexpr qsizetype maxLinesInNote = 4; // more are told by their number

/// The same audit as the wizard goes by.
std::optional<DomainAudit> auditOf(const DeskItem *item)
{
    if (!item)
        return std::nullopt;
    return item->stage == DeskItem::Stage::Done ? item->audit : item->previous;
}

/// Of hosts of which the audit saw none.
void addUnseen(QList<ExpiringCertificate> &expiring, const QList<ExpiringCertificate> &known)
{
    const QList<ExpiringCertificate> seen = expiring;
    for (const ExpiringCertificate &certificate : known) {
        if (std::none_of(seen.cbegin(), seen.cend(), [&](const ExpiringCertificate &each) { return each.host == certificate.host; }))
            expiring.append(certificate);
    }
}

QString lineOf(const DueReminder &due)
{
    return ReminderWatch::tr("%1: %2", "domain and what is due").arg(visibleText(due.domain.unicode, 100), due.reminder.title);
}

} // namespace

ReminderWatch::ReminderWatch(PlanDesk &plans, Desk &desk, QSettings &settings, const Environment &environment, QObject *parent)
    : QObject(parent),
      m_plans(plans),
      m_desk(desk),
      m_memory(settings),
      m_now(environment.now),
      m_notifier(environment.notifier),
      m_minute(new QTimer(this)),
      m_soon(new QTimer(this))
{
    m_minute->setInterval(lookEvery);
    m_soon->setInterval(lookSoon);
    m_soon->setSingleShot(true);
    connect(m_minute, &QTimer::timeout, this, &ReminderWatch::look);
    connect(m_soon, &QTimer::timeout, this, [this] {
        refresh();
        takeForTold(Whose::NotPutOff);
    });
    const auto soon = [this] {
        m_workedOut = {};
        m_soon->start();
    };
    connect(&m_plans, &PlanDesk::changed, this, soon);
    connect(&m_plans, &PlanDesk::listChanged, this, soon);
    connect(&m_desk, &Desk::itemCompleted, this, [this, soon](int id) {
        const DeskItem *item = m_desk.item(id);
        if (!item || m_plans.find(item->domain.ascii) == 0)
            return;
        if (m_remembering && item->origin == Origin::Live && item->stage == DeskItem::Stage::Done && item->audit)
            m_memory.learnCertificates(*item->audit);
        soon();
    });
    if (m_notifier) {
        connect(m_notifier.get(), &Notifier::failed, this, [this] {
            if (const QString words = sentence(); !words.isEmpty()) // it may have been done or put off meanwhile
                emit told(words);
        });
        connect(m_notifier.get(), &Notifier::opened, this, &ReminderWatch::wanted);
        connect(m_notifier.get(), &Notifier::putOffNow, this, [this] { putOff(0); });
    }
}

void ReminderWatch::begin()
{
    m_minute->start();
    look();
}

void ReminderWatch::setRemembering(bool remembering)
{
    m_remembering = remembering;
    if (!remembering)
        m_memory.forgetCertificates();
}

void ReminderWatch::refresh()
{
    workOut();
    emit changed();
}

void ReminderWatch::look()
{
    const QDateTime now = m_now();
    if (!m_workedOut.isValid() || now >= m_nextChange || now < m_workedOut) // the last: a clock that was set back
        refresh();
    tell();
}

void ReminderWatch::workOut()
{
    const QDateTime now = m_now();
    m_workedOut = now;
    m_nextChange = now.toLocalTime().date().addDays(1).startOfDay(); // words such as "tomorrow" change with the day
    m_reminders.clear();
    for (const int id : m_plans.ids()) {
        const Plan &plan = m_plans.item(id)->plan();
        PlanSituation situation = situationOf(plan, auditOf(m_desk.latest(plan.domain)));
        addUnseen(situation.expiring, m_memory.certificates(plan.domain.ascii));
        const QList<Reminder> list = reminders(situation, now);
        for (const Reminder &reminder : list) {
            for (const QDateTime &time : {reminder.at, m_memory.putOffUntil(plan.domain.ascii, reminder)}) {
                if (time.isValid() && time > now)
                    m_nextChange = std::min(m_nextChange, time);
            }
        }
        m_reminders.insert(id, list);
    }
}

QList<Reminder> ReminderWatch::dueOf(int plan) const
{
    const OpenPlan *open = m_plans.item(plan);
    if (!open)
        return {};
    const QDateTime now = m_now();
    QList<Reminder> due = agenda(of(plan), now).due;
    due.removeIf([&](const Reminder &each) { return m_memory.isPutOff(open->plan().domain.ascii, each, now); });
    return due;
}

QList<DueReminder> ReminderWatch::due() const
{
    QList<DueReminder> all;
    for (auto each = m_reminders.cbegin(); each != m_reminders.cend(); ++each) {
        for (const Reminder &reminder : dueOf(each.key()))
            all.append({each.key(), m_plans.item(each.key())->plan().domain, reminder});
    }
    std::stable_sort(all.begin(), all.end(), [](const DueReminder &a, const DueReminder &b) {
        const bool loses = a.reminder.kind == ReminderKind::Problem;
        const bool otherLoses = b.reminder.kind == ReminderKind::Problem;
        return loses != otherLoses ? loses : a.reminder.at < b.reminder.at;
    });
    return all;
}

QDateTime ReminderWatch::putOffUntil(int plan, const Reminder &reminder) const
{
    const OpenPlan *open = m_plans.item(plan);
    return open && m_memory.isPutOff(open->plan().domain.ascii, reminder, m_now())
               ? m_memory.putOffUntil(open->plan().domain.ascii, reminder)
               : QDateTime();
}

void ReminderWatch::putOff(int plan)
{
    const QDateTime tomorrow = m_now().addDays(1);
    for (const DueReminder &each : due()) {
        if (plan == 0 || each.plan == plan)
            m_memory.putOff(each.domain.ascii, each.reminder, tomorrow);
    }
    refresh();
}

QString ReminderWatch::sentence() const
{
    return sentence(due());
}

QString ReminderWatch::sentence(const QList<DueReminder> &due)
{
    if (due.isEmpty())
        return {};
    if (due.size() == 1)
        return tr("Due now: %1.").arg(lineOf(due.first()));
    return tr("%n things are due. The first: %1.", nullptr, static_cast<int>(due.size())).arg(lineOf(due.first()));
}

DesktopNote ReminderWatch::note() const
{
    const QList<DueReminder> all = due();
    if (all.size() == 1)
        return {lineOf(all.first()), all.first().reminder.text.section(u'\n', 0, 0)};
    QStringList lines;
    for (const DueReminder &each : all.first(std::min(all.size(), maxLinesInNote)))
        lines.append(lineOf(each));
    if (all.size() > lines.size())
        lines.append(tr("and %n more", nullptr, static_cast<int>(all.size() - lines.size())));
    return {tr("%n things are due", nullptr, static_cast<int>(all.size())), lines.join(u'\n')};
}

/// Whoever changed a plan or looked at a domain sees what is due because of that, and needs nobody to tell. What was put off was asked for.
void ReminderWatch::takeForTold(Whose whose)
{
    const QDateTime now = m_now();
    for (const DueReminder &each : due()) {
        const bool putOff = m_memory.putOffUntil(each.domain.ascii, each.reminder).isValid();
        if (m_memory.isNews(each.domain.ascii, each.reminder, now) && (whose == Whose::All || !putOff))
            m_memory.setTold(each.domain.ascii, each.reminder);
    }
}

void ReminderWatch::tell()
{
    if (!m_telling)
        return;
    const QDateTime now = m_now();
    const QList<DueReminder> all = due();
    if (std::none_of(all.cbegin(), all.cend(),
                     [&](const DueReminder &each) { return m_memory.isNews(each.domain.ascii, each.reminder, now); }))
        return;
    takeForTold(Whose::All);
    if (m_notifier)
        m_notifier->tell(note());
    else
        emit told(sentence());
}

} // namespace mta
