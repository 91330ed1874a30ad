// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

QStringList recordHeaders();
/// Every question that was asked, with the records that answered it; pointers lead to the lookups in the evidence.
QList<Row> recordRows(const DomainFacts &facts);
/// The lookup a row's pointer leads to, or null.
const Lookup *lookupAt(const DomainFacts &facts, const QString &pointer);

QStringList explanationHeaders();
/// Part by part, what the answer means.
QList<Row> recordExplanation(const DomainAudit &audit, const QString &pointer);

} // namespace mta
