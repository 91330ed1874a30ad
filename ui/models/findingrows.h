// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"
#include <QUrl>

namespace mta
{

/// What a row of the findings page stands for; also the severity filter's tags.
enum class FindingKind { Error, Warning, Note, NotTested };

/// Grouped by what has to be done, most urgent first; questions that could not be decided come last.
/// The pointer of each finding row is "finding:<index>" or "undetermined:<index>" into the audit.
QList<Row> findingRows(const DomainAudit &audit);

/// The finding a row stands for, or null.
const Finding *findingOf(const DomainAudit &audit, const Row &row);
/// The rule id of a row that could not be decided, or an empty string.
QString undeterminedOf(const DomainAudit &audit, const Row &row);
QString findingKey(const DomainAudit &audit, qsizetype index);

/// The finding as text to paste into a mail or a ticket.
QString findingAsText(const DomainAudit &audit, const Finding &finding);

struct Citation {
    QString text;
    QUrl url; ///< at rfc-editor.org
};
/// "RFC 8461 §3.1, RFC 8996" as links.
QList<Citation> citationsOf(const QString &citation);

} // namespace mta
