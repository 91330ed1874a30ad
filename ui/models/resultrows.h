// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

/// Tags of the result rows: the four states, and what is still at work.
inline constexpr int runningTag = 100;

QStringList resultHeaders();
Row resultRow(const DeskItem &item, const QDateTime &now);
QList<Row> resultRows(const Desk &desk, const QDateTime &now);

} // namespace mta
