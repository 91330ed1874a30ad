// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "deploy/plan.h"

namespace mta
{

/// The saved form of a plan: JSON for people and version control (docs/schema/plan.schema.json), its members always in the same order.
inline constexpr int planVersion = 1;
/// Larger files are refused before they are parsed.
inline constexpr qint64 maxPlanSize = 4LL * 1024 * 1024;

QByteArray planText(const Plan &plan);
/// Strict, for what is not understood would be lost when the plan is saved again: unknown members, members that stand twice, and whatever
/// a plan cannot be (deploy/planfault.h) give an Error that names the place and says what to do.
Result<Plan> readPlan(const QByteArray &json);
/// The same, but a plan may be what it cannot stay: work under way.
Result<Plan> readUnfinishedPlan(const QByteArray &json);

/// A plan and the state of the file it came from.
struct PlanFile {
    Plan plan;
    QByteArray fingerprint; ///< SHA-256 of the file
};
Result<PlanFile> loadPlan(const QString &path);

/// Atomic: the old file stays until the new one is whole. `fingerprint` is that of the file as it was loaded or last saved, empty for a
/// file that is not to be there yet; where something else stands there now nothing is written, and the Error is ErrorCode::Changed.
/// The new fingerprint.
Result<QByteArray> savePlan(const QString &path, const Plan &plan, const QByteArray &fingerprint);

} // namespace mta
