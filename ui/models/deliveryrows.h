// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

QStringList deliveryHeaders();
/// What becomes of mail by what a sender checks; empty for a domain that takes none.
QList<Row> deliveryRows(const DomainAudit &audit);

} // namespace mta
