// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/compare.h"

namespace mta
{

/// A line for each finding.
QStringList findingWords(const QList<Finding> &findings);
/// That something is not as planned.
QString rowWords(const LiveRow &row);

} // namespace mta
