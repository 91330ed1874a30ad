// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// What one address of a mail server offers, below its row and in the same columns: a row for each kind of key, then for each TLS version.
/// Empty where nothing but the normal probe was made.
QList<Row> tlsGridRows(const DomainAudit &audit, const MxHost &host, const AddressOutcome &outcome, const QString &hostPointer);

} // namespace mta
