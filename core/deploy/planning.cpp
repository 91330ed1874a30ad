// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/planning.h"

#include <algorithm>

namespace mta
{

namespace
{

QList<Publication> history(const Plan &live, const Plan &intended)
{
    QList<Publication> published = live.published;
    for (const Publication &publication : intended.published) {
        if (!published.contains(publication))
            published.append(publication);
    }
    std::stable_sort(published.begin(), published.end(), [](const Publication &a, const Publication &b) { return a.from < b.from; });
    return published;
}

QList<ZoneRecord> without(QList<ZoneRecord> records, const QList<ZoneRecord> &others)
{
    records.removeIf([&](const ZoneRecord &record) { return others.contains(record); });
    return records;
}

} // namespace

QList<ZoneRecord> recordsOf(const Plan &state)
{
    Plan all = state;
    if (!all.policy) // the policy host may have records before and after there is a policy
        all.policy = PolicyTerms{};
    QList<ZoneRecord> records = zoneRecords(all);
    for (const IntendedMx &mx : state.mx)
        records.append({state.domain.ascii, state.ttl, RecordType::Mx, mx.host.toLatin1(), mx.preference});
    return records;
}

bool covers(const PolicyTerms &terms, const QString &host)
{
    return std::any_of(terms.mx.cbegin(), terms.mx.cend(),
                       [&](const QString &pattern) { return matches(parseMxPattern(pattern.toUtf8()), host); });
}

Planning::Planning(const Plan &live, const Plan &intended, const QDateTime &now, const PlanningTimes &times)
    : m_live(live),
      m_intended(intended),
      m_now(now.toUTC()),
      m_times(times),
      m_ttl(std::max(live.ttl, intended.ttl)),
      m_state(live),
      m_published(history(live, intended))
{
    m_state.domain = intended.domain;
    m_state.ttl = intended.ttl;
    m_state.notes.clear();
    m_state.published.clear();
    m_state.reportsRead.reset();
    m_taken.append(live.id);
    for (const Publication &publication : std::as_const(m_published)) {
        m_taken.append(publication.id);
        // RFC 8461 §5.1: a sender goes by a policy until max_age has passed since it fetched it. As long as the file is there, whoever
        // holds it may fetch it again, whatever has become of the record (RFC 8461 §10.2).
        const bool serving = live.policy && sameMeaning(publication.policy, *live.policy);
        if (!serving)
            m_held.append({publication.policy, {-1, publication.until.isValid() ? publication.until.toUTC() : m_now}});
    }
    m_recordSince = {-1, m_now};
    m_testingSince = {-1, m_now};
    for (auto publication = m_published.crbegin(); publication != m_published.crend() && live.policy; ++publication) {
        if (publication->id == live.id && sameMeaning(publication->policy, *live.policy))
            m_recordSince.at = publication->from.toUTC();
        if (publication->policy.mode != PolicyMode::Testing || live.policy->mode != PolicyMode::Testing || publication->id.isEmpty())
            break;
        m_testingSince.at = publication->from.toUTC();
    }
    m_mxSince = {-1, times.mxSince.isValid() ? times.mxSince.toUTC() : m_now};
}

bool Planning::step(StepKind kind, const std::function<void(Plan &)> &change, bool work)
{
    DeploymentStep step;
    step.kind = kind;
    step.after = m_state;
    change(step.after);
    const QList<ZoneRecord> before = recordsOf(m_state);
    const QList<ZoneRecord> after = recordsOf(step.after);
    step.add = without(after, before);
    step.remove = without(before, after);
    if (step.after == m_state && !work)
        return false;
    m_state = step.after;
    m_steps.append(step);
    return true;
}

StepWait Planning::waitFrom(WaitReason reason, const Moment &moment, std::chrono::seconds span)
{
    return {reason, moment.step, moment.at, span};
}

void Planning::wait(WaitReason reason, const Moment &moment, std::chrono::seconds span)
{
    const StepWait wait = waitFrom(reason, moment, span);
    if (wait.step < 0 && wait.until() <= m_now)
        return;
    // Of several times only the last counts; a year of publications is not told one by one.
    const auto same = std::find_if(last().waits.begin(), last().waits.end(),
                                   [&](const StepWait &each) { return each.reason == reason && each.step < 0 && wait.step < 0; });
    if (same == last().waits.end())
        last().waits.append(wait);
    else if (same->until() < wait.until())
        *same = wait;
}

} // namespace mta
