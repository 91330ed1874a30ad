// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Where the policy and the reports are, and how a domain leaves.

#include "deploy/planning.h"

#include <algorithm>

namespace mta
{

namespace
{

bool leadsSomewhere(const PolicyHosting &hosting)
{
    return !hosting.alias.isEmpty() || !hosting.addresses.isEmpty();
}

/// Something of the one is not in the other.
bool leadsBeyond(const PolicyHosting &one, const PolicyHosting &other)
{
    return one.alias != other.alias || std::any_of(one.addresses.cbegin(), one.addresses.cend(),
                                                   [&](const QHostAddress &address) { return !other.addresses.contains(address); });
}

} // namespace

void Planning::reports()
{
    if (!m_intended.reports.isEmpty())
        step(StepKind::PublishReports, [this](Plan &plan) { plan.reports = m_intended.reports; });
}

void Planning::policyHost()
{
    if (m_live.id.isEmpty() && leadsSomewhere(m_live.hosting))
        m_hostSince = {-1, m_times.hostSince.isValid() ? m_times.hostSince.toUTC() : m_now}; // perhaps just now
    const bool grows = leadsBeyond(m_intended.hosting, m_live.hosting);
    const bool shrinks = leadsBeyond(m_live.hosting, m_intended.hosting);
    const QDateTime forgotten = m_times.hostSince.toUTC().addSecs(m_ttl.count()); // the former host of a move that was made
    if (m_live.policy && !grows && !shrinks && m_times.hostSince.isValid() && forgotten > m_now) {
        step(
            StepKind::RetirePolicyHost, [](Plan &) {}, true);
        wait(WaitReason::CachedAddress, {-1, m_times.hostSince.toUTC()}, m_ttl);
    }
    if (!m_intended.policy || !leadsSomewhere(m_intended.hosting) || (!grows && !shrinks))
        return;
    const bool moves = leadsSomewhere(m_live.hosting) && m_live.policy;
    if (m_live.policy && !moves) // how names lead there today is not known
        return;
    if (moves && grows)
        step(
            StepKind::PreparePolicyHost, [](Plan &) {}, true);
    step(StepKind::PointPolicyHost, [this](Plan &plan) { plan.hosting = m_intended.hosting; });
    const Moment pointed = lastStep();
    if (!moves) {
        m_hostSince = pointed;
    } else if (shrinks) {
        step(
            StepKind::RetirePolicyHost, [](Plan &) {}, true);
        wait(WaitReason::CachedAddress, pointed, m_ttl);
    }
}

void Planning::leave()
{
    if (!m_intended.policy && (m_state.policy || !m_state.id.isEmpty())) {
        Moment removed{-1, m_now}; // perhaps just now
        if (step(StepKind::RemoveRecord, [](Plan &plan) { plan.id.clear(); })) {
            removed = lastStep();
            // RFC 8461 §8.3: all policies that were ever served have to be over, also those with a larger max_age than the last.
            for (const HeldPolicy &held : std::as_const(m_held))
                wait(WaitReason::CachedPolicy, held.until, held.terms.maxAge + m_times.fetch);
        }
        const auto takeDown = [](Plan &plan) {
            plan.policy.reset();
            plan.hosting = {};
        };
        if (step(StepKind::RemovePolicy, takeDown))
            wait(WaitReason::CachedRecord, removed, m_ttl);
    }
    removeTlsa(droppedTlsa());
    step(StepKind::RemoveReports, [this](Plan &plan) { plan.reports = m_intended.reports; });
}

} // namespace mta
