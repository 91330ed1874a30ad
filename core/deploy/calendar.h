// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/reminders.h"

/// Dates as a calendar file (RFC 5545), for whoever would otherwise forget them.
namespace mta
{

/// The file, made at `stamp`. What is due already stands at that time; what has no date, a plan that has to be mended, is left out.
QByteArray calendarText(const DomainName &domain, const QList<Reminder> &reminders, const QDateTime &stamp);

} // namespace mta
