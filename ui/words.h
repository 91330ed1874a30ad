// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/render.h"
#include "ui/theme.h"
#include <QDateTime>

namespace mta
{

QString stateWord(State state); ///< "good", "attention", "broken", "not tested"
State verdictState(DomainVerdict verdict);
State severityState(Severity severity); ///< Good for a note: it asks for nothing

/// "today 14:02", "yesterday 09:30", "21 November 2026 14:02"; in local time.
QString momentWords(const QDateTime &moment, const QDateTime &now);
/// "in 12 days, 5 December", "2 days ago, 21 November"; "today" and "tomorrow" where they fit.
QString dayWords(const QDateTime &day, const QDateTime &now);
/// "0.4 s", "12 ms", "2 min 5 s"
QString elapsedWords(std::chrono::milliseconds elapsed);
/// "2 weeks (1209600 s)", the largest unit that fits well.
QString durationWords(std::chrono::seconds duration);

/// Text that no tool tip takes for rich text: nothing from outside is ever rendered as markup.
QString plainToolTip(const QString &text);

} // namespace mta
