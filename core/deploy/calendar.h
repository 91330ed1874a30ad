// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/expiry.h"
#include "deploy/planner.h"
#include "deploy/readiness.h"

/// Dates as a calendar file (RFC 5545), for whoever would otherwise forget them.
namespace mta
{

struct CalendarEvent {
    QString key;     ///< what it is, the same whenever the file is made again: calendars then move the event instead of adding another
    QDateTime start; ///< UTC
    QString summary;
    QString description;

    bool operator==(const CalendarEvent &) const = default;
};

/// The earliest time of every step.
QList<CalendarEvent> calendarEvents(const DeploymentPlan &plan);
/// When to look again at what is not met.
QList<CalendarEvent> calendarEvents(const DomainName &domain, const QList<Condition> &conditions);
/// The last days of certificates, two weeks ahead.
QList<CalendarEvent> calendarEvents(const DomainName &domain, const QList<ExpiringCertificate> &expiring);

/// The file. `stamp`: when it is made. Events without a time are left out.
QByteArray calendarText(const DomainName &domain, const QList<CalendarEvent> &events, const QDateTime &stamp);

} // namespace mta
