// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/reminders.h"

class QSettings;

namespace mta
{

/// Named limits: the oldest are forgotten first.
inline constexpr int maxToldReminders = 500;
inline constexpr int maxRememberedCertificates = 2000;

/// What was told of reminders, and which certificates were seen last: kept from one run of the program to the next, so that each is told
/// once for its date.
class ReminderMemory
{
public:
    explicit ReminderMemory(QSettings &settings);

    /// Due, brought about by time, and neither told for this date nor put off beyond `now`.
    bool isNews(const QString &domain, const Reminder &reminder, const QDateTime &now) const;
    QDateTime putOffUntil(const QString &domain, const Reminder &reminder) const; ///< invalid without
    bool isPutOff(const QString &domain, const Reminder &reminder, const QDateTime &now) const;
    void setTold(const QString &domain, const Reminder &reminder) { set(domain, reminder, {}); }
    void putOff(const QString &domain, const Reminder &reminder, const QDateTime &until) { set(domain, reminder, until); }

    QList<ExpiringCertificate> certificates(const QString &domain) const;
    /// What `audit` saw, and what was known before of hosts that it could not see.
    void learnCertificates(const DomainAudit &audit);
    void forgetCertificates();

private:
    struct Told {
        QString domain;
        QString key;
        QDateTime at;    ///< the date for which it was told; invalid for what had no date
        QDateTime until; ///< not again before; invalid: not again at all
    };
    struct Seen {
        QString domain;
        ExpiringCertificate certificate;
    };
    const Told *find(const QString &domain, const Reminder &reminder) const;
    void set(const QString &domain, const Reminder &reminder, const QDateTime &until);
    void saveTold();
    void saveCertificates();

    QSettings &m_settings;
    QList<Told> m_told; ///< latest last, as m_seen
    QList<Seen> m_seen;
};

} // namespace mta
