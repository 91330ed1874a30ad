// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/liveplan.h"

#include "deploy/adopt.h"
#include "deploy/live.h"

namespace mta
{

std::optional<Plan> livePlan(const Plan &plan, const DomainAudit &audit)
{
    const LiveDomain live = liveDomain(audit);
    if (!live.record || !live.mx)
        return std::nullopt;
    const bool announced = live.record->state == StsRecordSet::State::One && live.record->record.valid();
    if (announced && live.file == LiveDomain::File::Unknown)
        return std::nullopt;
    Plan result = adoptLive(plan, audit).plan;
    result.policy = live.policy ? termsOf(*live.policy) : std::nullopt;
    result.id = announced ? live.record->record.id : QByteArray();
    return result;
}

Plan standingPlan(const Plan &plan)
{
    Plan standing = plan;
    const bool stands = !plan.published.isEmpty() && !plan.published.last().until.isValid();
    if (stands) {
        standing.policy = plan.published.last().policy;
        standing.id = plan.published.last().id;
        return standing;
    }
    standing.policy.reset();
    standing.id.clear();
    standing.hosting = {};
    standing.reports.clear();
    return standing;
}

} // namespace mta
