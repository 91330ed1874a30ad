// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"

namespace mta
{

inline const QDateTime planningDay(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

inline PolicyTerms terms(PolicyMode mode, const QStringList &mx, qint64 maxAge = 604800)
{
    return {mode, std::chrono::seconds(maxAge), mx, {}};
}

inline Plan barePlan()
{
    Plan plan;
    plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    plan.zone = QStringLiteral("example.com");
    plan.mx = {{10, QStringLiteral("mx1.example.com")}, {20, QStringLiteral("mx2.example.com")}};
    return plan;
}

/// A domain with MTA-STS, published for a year.
inline Plan protectedPlan(PolicyMode mode = PolicyMode::Enforce)
{
    Plan plan = barePlan();
    plan.policy = terms(mode, {QStringLiteral("mx1.example.com"), QStringLiteral("mx2.example.com")});
    plan.id = "20250601";
    plan.hosting.addresses = {QHostAddress(QStringLiteral("192.0.2.1"))};
    plan.published = {{planningDay.addDays(-365), {}, plan.id, *plan.policy}};
    return plan;
}

/// "publish-policy +0, publish-record +0, add-mx +604860": kinds and seconds after now.
inline QString sequence(const DeploymentPlan &plan, const QDateTime &now)
{
    QStringList parts;
    for (const DeploymentStep &step : plan.steps)
        parts.append(QStringLiteral("%1 +%2").arg(stepKindName(step.kind)).arg(now.secsTo(step.notBefore)));
    return parts.join(QStringLiteral(", "));
}

} // namespace mta
