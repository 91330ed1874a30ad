// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/judge.h"
#include "facts/domainfacts.h"

namespace mta
{

/// Asks one rule of the catalogue, as the judge would. Fails the running test when a hit is not fit to be shown: a {placeholder} of any
/// of the rule's texts without a value, no subject, or evidence that is no pointer.
Verdict askRule(const char *id, const DomainFacts &facts, const QDateTime &at);
Verdict askRule(const char *id, const DomainFacts &facts);

/// "fail", "pass", "not-applicable", "undetermined": for rows of tests.
QString outcomeName(Verdict::Outcome outcome);

/// The ids of all findings, sorted, without repetition.
QStringList idsOf(const DomainAudit &audit);
/// The ids of the findings of one severity.
QStringList idsOf(const DomainAudit &audit, Severity severity);

} // namespace mta
