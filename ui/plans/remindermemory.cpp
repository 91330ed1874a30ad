// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plans/remindermemory.h"

#include <QSettings>
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QDateTime dateOf(const Reminder &reminder)
{
    return reminder.waited ? reminder.at.toUTC() : QDateTime();
}

QDateTime timeIn(const QSettings &settings, QLatin1StringView name)
{
    return QDateTime::fromString(settings.value(name).toString(), Qt::ISODateWithMs).toUTC();
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// The file may have been edited: only names that still are names come back.
bool isDomain(const QString &text)
{
    const Result<DomainName> domain = parseDomainName(text);
    return domain && domain->ascii == text;
}

} // namespace

ReminderMemory::ReminderMemory(QSettings &settings) : m_settings(settings)
{
    const int told = qMin(settings.beginReadArray("reminders/told"_L1), maxToldReminders);
    for (int i = 0; i < told; ++i) {
        settings.setArrayIndex(i);
        const Told each{settings.value("domain"_L1).toString(), settings.value("key"_L1).toString(), timeIn(settings, "at"_L1),
                        timeIn(settings, "until"_L1)};
        if (isDomain(each.domain) && !each.key.isEmpty())
            m_told.append(each);
    }
    settings.endArray();
    const int seen = qMin(settings.beginReadArray("reminders/certificates"_L1), maxRememberedCertificates);
    for (int i = 0; i < seen; ++i) {
        settings.setArrayIndex(i);
        const Seen each{settings.value("domain"_L1).toString(), {settings.value("host"_L1).toString(), timeIn(settings, "ends"_L1)}};
        if (isDomain(each.domain) && isHostName(each.certificate.host) && each.certificate.notAfter.isValid())
            m_seen.append(each);
    }
    settings.endArray();
}

const ReminderMemory::Told *ReminderMemory::find(const QString &domain, const Reminder &reminder) const
{
    const auto found = std::find_if(m_told.cbegin(), m_told.cend(), [&](const Told &each) {
        return each.domain == domain && each.key == reminder.key && each.at == dateOf(reminder);
    });
    return found == m_told.cend() ? nullptr : &*found;
}

bool ReminderMemory::isNews(const QString &domain, const Reminder &reminder, const QDateTime &now) const
{
    if (reminder.at > now)
        return false;
    const Told *told = find(domain, reminder);
    return told ? told->until.isValid() && told->until <= now : reminder.waited;
}

QDateTime ReminderMemory::putOffUntil(const QString &domain, const Reminder &reminder) const
{
    const Told *told = find(domain, reminder);
    return told ? told->until : QDateTime();
}

bool ReminderMemory::isPutOff(const QString &domain, const Reminder &reminder, const QDateTime &now) const
{
    const QDateTime until = putOffUntil(domain, reminder);
    return until.isValid() && until > now;
}

void ReminderMemory::set(const QString &domain, const Reminder &reminder, const QDateTime &until)
{
    // Another date takes the place of the one before it.
    m_told.removeIf([&](const Told &each) { return each.domain == domain && each.key == reminder.key; });
    m_told.append({domain, reminder.key, dateOf(reminder), until.toUTC()});
    if (m_told.size() > maxToldReminders)
        m_told.removeFirst();
    saveTold();
}

QList<ExpiringCertificate> ReminderMemory::certificates(const QString &domain) const
{
    QList<ExpiringCertificate> certificates;
    for (const Seen &each : m_seen) {
        if (each.domain == domain)
            certificates.append(each.certificate);
    }
    return certificates;
}

void ReminderMemory::learnCertificates(const DomainAudit &audit)
{
    const QString &domain = audit.facts.domain.ascii;
    QList<ExpiringCertificate> now = expiringCertificates(audit);
    QStringList hosts{"mta-sts."_L1 + domain};
    for (const MxHost &host : audit.facts.mxHosts)
        hosts.append(host.name);
    for (const ExpiringCertificate &before : certificates(domain)) {
        const bool again =
            std::any_of(now.cbegin(), now.cend(), [&before](const ExpiringCertificate &each) { return each.host == before.host; });
        if (!again && hosts.contains(before.host))
            now.append(before);
    }
    if (now == certificates(domain))
        return;
    m_seen.removeIf([&domain](const Seen &each) { return each.domain == domain; });
    for (const ExpiringCertificate &certificate : std::as_const(now))
        m_seen.append({domain, certificate});
    if (m_seen.size() > maxRememberedCertificates)
        m_seen.remove(0, m_seen.size() - maxRememberedCertificates);
    saveCertificates();
}

void ReminderMemory::forgetCertificates()
{
    m_seen.clear();
    saveCertificates();
}

void ReminderMemory::saveTold()
{
    m_settings.remove("reminders/told"_L1);
    m_settings.beginWriteArray("reminders/told"_L1, static_cast<int>(m_told.size()));
    for (int i = 0; i < m_told.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue("domain"_L1, m_told.at(i).domain);
        m_settings.setValue("key"_L1, m_told.at(i).key);
        m_settings.setValue("at"_L1, timeText(m_told.at(i).at));
        m_settings.setValue("until"_L1, timeText(m_told.at(i).until));
    }
    m_settings.endArray();
}

void ReminderMemory::saveCertificates()
{
    m_settings.remove("reminders/certificates"_L1);
    m_settings.beginWriteArray("reminders/certificates"_L1, static_cast<int>(m_seen.size()));
    for (int i = 0; i < m_seen.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue("domain"_L1, m_seen.at(i).domain);
        m_settings.setValue("host"_L1, m_seen.at(i).certificate.host);
        m_settings.setValue("ends"_L1, timeText(m_seen.at(i).certificate.notAfter));
    }
    m_settings.endArray();
}

} // namespace mta
