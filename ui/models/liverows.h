// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "ui/models/rowsmodel.h"

namespace mta
{

QList<LiveState> liveStates(); ///< in the order in which they are offered as filters
QString liveStateWord(LiveState state);
QString liveStateIconName(LiveState state); ///< empty for what the icon of a state says

QStringList liveHeaders();
/// What is planned on the left, what is live on the right, line beside line. Tags are LiveState.
QList<Row> liveRows(const LiveComparison &comparison);
QString liveRowKey(const LiveRow &row);
/// The one that a row of the list is about; null without.
const LiveRow *liveRowOf(const LiveComparison &comparison, const QString &key);
/// "Mail server: mx1.example.com"
QString liveRowTitle(const LiveRow &row);

} // namespace mta
