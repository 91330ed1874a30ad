// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/rowsmodel.h"

namespace mta
{

/// JSON text as a tree; every row's pointer is its JSON pointer (RFC 6901). At most `limit` rows.
QList<Row> evidenceRows(const QByteArray &json, int limit = 50000);

} // namespace mta
