// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"

#include <QLocale>

namespace mta
{

// Pieces of the HTML report. Whatever is not a literal goes through html(): visible, escaped, safe in elements and quoted attributes.

QString html(const QString &text);
/// Something from outside inside a sentence or cell: its direction of writing is kept to itself.
QString wireHtml(const QString &text);
/// A word with the colour class of its state.
QString stateHtml(ChainLink::State state, const QString &words);

/// The whole section about one domain.
QString domainHtml(const DomainAudit &audit, const QString &anchor, const QLocale &locale);

/// The style sheet: light and dark by the reader's preference, and one for print.
QString styleSheet();

} // namespace mta
