// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Mail servers and their TLSA records: senders see both through caches, and a policy that they hold may not know new ones.

#include "deploy/planning.h"

#include <algorithm>

namespace mta
{

namespace
{

QStringList hostsOf(const QList<IntendedMx> &mx)
{
    QStringList hosts;
    for (const IntendedMx &each : mx)
        hosts.append(each.host);
    return hosts;
}

QStringList hostsOf(const QList<IntendedTlsa> &tlsa)
{
    QStringList hosts;
    for (const IntendedTlsa &each : tlsa)
        hosts.append(each.host);
    hosts.removeDuplicates();
    return hosts;
}

QStringList without(QStringList names, const QStringList &others)
{
    names.removeIf([&](const QString &name) { return others.contains(name); });
    return names;
}

} // namespace

void Planning::mailServers()
{
    if (m_live.mx.isEmpty() || m_intended.mx.isEmpty())
        return;
    const QStringList added = without(hostsOf(m_intended.mx), hostsOf(m_live.mx));
    const QStringList removed = without(hostsOf(m_live.mx), hostsOf(m_intended.mx));
    const bool changed = step(added.isEmpty() ? StepKind::ChangeMx : StepKind::AddMx, [&](Plan &plan) {
        for (const IntendedMx &mx : m_intended.mx) {
            const auto same = std::find_if(plan.mx.begin(), plan.mx.end(), [&](const IntendedMx &each) { return each.host == mx.host; });
            if (same == plan.mx.end())
                plan.mx.append(mx);
            else
                same->preference = mx.preference;
        }
    });
    if (changed) {
        last().hosts = added;
        if (!added.isEmpty())
            m_mxSince = lastStep();
        waitForCachedPolicies(added);
    }
    if (removed.isEmpty())
        return;
    step(StepKind::RemoveMx, [&](Plan &plan) { plan.mx = m_intended.mx; });
    last().hosts = removed;
    m_mxSince = lastStep();
    step(
        StepKind::RetireMx, [](Plan &) {}, true);
    last().hosts = removed;
    wait(WaitReason::CachedMx, m_mxSince, m_times.mxTtl);
}

/// New mail servers that a policy in mode enforce does not cover are refused by whoever holds it.
void Planning::waitForCachedPolicies(const QStringList &hosts)
{
    for (const HeldPolicy &held : std::as_const(m_held)) {
        const bool knowsAll = std::all_of(hosts.cbegin(), hosts.cend(), [&](const QString &host) { return covers(held.terms, host); });
        if (held.terms.mode == PolicyMode::Enforce && !knowsAll)
            wait(WaitReason::CachedPolicy, held.until, held.terms.maxAge + m_times.fetch);
    }
    // RFC 8461 §5.1, §8.1: before it gives up a message, a sender looks for a new id, which it sees when the former record has expired.
    if (!last().waits.isEmpty() && m_state.policy)
        last().usually.append(waitFrom(WaitReason::CachedRecord, m_recordSince, m_ttl));
}

/// Records beside each other, then the new keys, then the former records away.
void Planning::tlsa()
{
    const QStringList leaving = m_intended.mx.isEmpty() ? QStringList() : without(hostsOf(m_live.mx), hostsOf(m_intended.mx));
    QList<IntendedTlsa> fresh = m_intended.tlsa;
    fresh.removeIf([&](const IntendedTlsa &tlsa) { return m_live.tlsa.contains(tlsa); });
    QList<IntendedTlsa> dropped = droppedTlsa();
    dropped.removeIf([&](const IntendedTlsa &tlsa) { return leaving.contains(tlsa.host); }); // leave() sees to them

    Moment added{-1, m_now}; // those that are there already perhaps since a moment only
    if (step(StepKind::AddTlsa, [&](Plan &plan) { plan.tlsa += fresh; })) {
        last().hosts = hostsOf(fresh);
        added = lastStep();
    }
    QStringList rolling = hostsOf(dropped);
    rolling.removeIf([this](const QString &host) { return !hostsOf(m_intended.tlsa).contains(host); });
    if (!rolling.isEmpty()) {
        // RFC 7671 §8.1, §8.4: who remembers the former records alone is not to meet the new key; twice the TTL, for slow secondaries.
        step(
            StepKind::SwitchKeys, [](Plan &) {}, true);
        last().hosts = rolling;
        last().keys = m_intended.tlsa;
        last().keys.removeIf([&](const IntendedTlsa &tlsa) { return !rolling.contains(tlsa.host); });
        wait(WaitReason::CachedTlsa, added, 2 * m_ttl);
    }
    removeTlsa(dropped);
}

/// What is not meant to be any more. TLSA records in the zones of others are their business.
QList<IntendedTlsa> Planning::droppedTlsa() const
{
    const QString &zone = m_intended.zone.isEmpty() ? m_intended.domain.ascii : m_intended.zone;
    QList<IntendedTlsa> dropped = m_state.tlsa;
    dropped.removeIf([&](const IntendedTlsa &tlsa) { return m_intended.tlsa.contains(tlsa) || !isWithin(tlsa.host, zone); });
    return dropped;
}

void Planning::removeTlsa(const QList<IntendedTlsa> &dropped)
{
    const auto remove = [&](Plan &plan) { plan.tlsa.removeIf([&](const IntendedTlsa &tlsa) { return dropped.contains(tlsa); }); };
    if (step(StepKind::RemoveTlsa, remove))
        last().hosts = hostsOf(dropped);
}

} // namespace mta
