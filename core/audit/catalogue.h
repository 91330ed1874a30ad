// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/rule.h"

namespace mta
{

/// All rules, by area, in the order in which they are shown.
const QList<const Rule *> &catalogue();
/// Null for an unknown id.
const Rule *findRule(const QString &id);

} // namespace mta
