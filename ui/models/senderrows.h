// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

QStringList senderHeaders();
/// What each program that sends mail makes of record and policy; empty for a domain that publishes none. The pointer leads to what decided.
QList<Row> senderTableRows(const DomainAudit &audit);
/// Sentences: what to change so that all of them honour it.
QStringList senderAdviceLines(const DomainAudit &audit);

} // namespace mta
