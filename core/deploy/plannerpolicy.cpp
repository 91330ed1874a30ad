// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Record and policy: which are published on the way, and from when on.

#include "deploy/planning.h"
#include "deploy/policyid.h"
#include "mtasts/stsrecord.h"

#include <algorithm>

namespace mta
{

namespace
{

bool coversAll(const PolicyTerms &terms, const QList<IntendedMx> &mx)
{
    return std::all_of(mx.cbegin(), mx.cend(), [&](const IntendedMx &each) { return covers(terms, each.host); });
}

QStringList united(QStringList patterns, const QStringList &others)
{
    patterns += others;
    patterns.removeDuplicates();
    return patterns;
}

} // namespace

QByteArray Planning::idFor(const PolicyTerms &terms) const
{
    const bool meant = m_intended.policy && sameMeaning(terms, *m_intended.policy);
    if (meant && stsRecordText(m_intended.id) && !m_taken.contains(m_intended.id))
        return m_intended.id;
    // The planned id is kept for the planned policy: spent on the way, it could not announce that one (RFC 8461 §3.1).
    return freshId(m_taken + QList<QByteArray>{m_intended.id}, m_now);
}

/// The record of today was published for this policy.
bool Planning::isAnnounced(const PolicyTerms &terms) const
{
    return std::any_of(m_published.cbegin(), m_published.cend(), [&](const Publication &publication) {
        return !m_state.id.isEmpty() && publication.id == m_state.id && sameMeaning(publication.policy, terms);
    });
}

PolicyPurpose Planning::purposeOf(const PolicyTerms &terms) const
{
    if (!m_state.policy || m_state.policy->mode == PolicyMode::None)
        return terms.mode == PolicyMode::None ? PolicyPurpose::Change : PolicyPurpose::Protect;
    if (terms.mode < m_state.policy->mode)
        return PolicyPurpose::Relax;
    return terms.mode > m_state.policy->mode ? PolicyPurpose::Enforce : PolicyPurpose::Change;
}

/// The file first, then the record (RFC 8461 §8.1): a sender that sees the new id finds the new policy.
void Planning::publish(const PolicyTerms &terms, PolicyPurpose purpose, const QList<StepWait> &waits)
{
    const std::optional<PolicyTerms> former = m_state.policy;
    const bool served = former && sameMeaning(*former, terms);
    if (!served) {
        step(StepKind::PublishPolicy, [&](Plan &plan) { plan.policy = terms; });
        last().purpose = purpose;
        last().waits = waits;
        if (former)
            m_held.append({*former, lastStep()});
    }
    Plan announced = m_state;
    announced.published = m_published;
    const IdProblem problem = idFault(announced).problem;
    if (served && problem != IdProblem::Reused && problem != IdProblem::NotAnId)
        return;
    const QByteArray id = idFor(terms);
    step(StepKind::PublishRecord, [&](Plan &plan) { plan.id = id; });
    last().purpose = purpose;
    m_taken.append(id);
    m_recordSince = lastStep();
    if (!former || former->mode != PolicyMode::Testing)
        m_testingSince = lastStep();
    // Senders that see the record are to find the policy host: one that asked too early remembers that it is not there.
    if (!m_hostSince)
        return;
    wait(WaitReason::CachedAbsence, *m_hostSince, m_times.negativeTtl);
    if (!m_published.isEmpty() || !m_live.hosting.alias.isEmpty() || !m_live.hosting.addresses.isEmpty()) // or that it was elsewhere
        wait(WaitReason::CachedAddress, *m_hostSince, m_ttl);
}

/// RFC 8461 §8.3: mode none with a small max_age and a new id ends what senders hold. What no record ever announced is held by nobody; what
/// one did is fetched again by those who hold it, also when the record is gone (RFC 8461 §10.2).
void Planning::withdraw()
{
    const auto tellsOf = [this](const Publication &publication) {
        return !publication.id.isEmpty() && sameMeaning(publication.policy, *m_state.policy);
    };
    if (!m_state.policy || (m_state.id.isEmpty() &&
                            (m_state.policy->mode == PolicyMode::None || std::none_of(m_published.cbegin(), m_published.cend(), tellsOf))))
        return;
    PolicyTerms terms{PolicyMode::None, std::min(m_times.removalAge, m_state.policy->maxAge), {}, {}};
    if (m_state.policy->mode == PolicyMode::None && m_state.policy->maxAge <= m_times.removalAge)
        terms = *m_state.policy;
    publish(terms, PolicyPurpose::Withdraw, {});
}

void Planning::firstPolicy()
{
    if (!m_intended.policy) {
        withdraw();
        return;
    }
    PolicyTerms terms = *m_intended.policy;
    if (!m_state.policy && isAnnounced(terms)) { // the file has gone missing
        step(StepKind::PublishPolicy, [&](Plan &plan) { plan.policy = terms; });
        return;
    }
    if (!m_state.policy || m_state.policy->mode == PolicyMode::None) {
        if (terms.mode == PolicyMode::Enforce) // nobody knows yet what senders will meet
            terms.mode = PolicyMode::Testing;
        publish(terms, purposeOf(terms), {});
        return;
    }
    const bool relaxed = terms.mode < m_state.policy->mode;
    const bool covered = terms.mode == PolicyMode::None || coversAll(*m_state.policy, m_intended.mx);
    if (!relaxed && covered) {
        if (m_live.mx != m_intended.mx) // perhaps served, but not announced yet
            publish(*m_state.policy, PolicyPurpose::Widen, {});
        return;
    }
    // What may still be met under the former records stays covered; nothing grows stricter, or is enforced for longer, yet.
    terms.mode = std::min(terms.mode, m_state.policy->mode);
    if (terms.mode == PolicyMode::Enforce)
        terms.maxAge = std::min(terms.maxAge, m_state.policy->maxAge);
    if (terms.mode != PolicyMode::None)
        terms.mx = united(m_state.policy->mx, terms.mx);
    publish(terms, relaxed ? PolicyPurpose::Relax : PolicyPurpose::Widen, {});
}

/// What the last policy waits for after the one before it.
QList<StepWait> Planning::waitsToTighten(const PolicyTerms &from, const PolicyTerms &to) const
{
    QList<StepWait> waits;
    const bool raised = to.mode > from.mode;
    const bool dropped = std::any_of(from.mx.cbegin(), from.mx.cend(), [&](const QString &pattern) { return !to.mx.contains(pattern); });
    // Senders that still see former MX records may fetch the new policy: it is not to refuse what they see.
    if (to.mode != PolicyMode::None && (dropped || raised))
        waits.append(waitFrom(WaitReason::CachedMx, m_mxSince, m_times.mxTtl));
    if (to.mode == PolicyMode::Enforce && raised) {
        waits.append(waitFrom(WaitReason::Testing, m_testingSince, m_times.testing));
        if (m_mxSince.step >= 0) // the new mail servers are to be seen in reports, too
            waits.append(waitFrom(WaitReason::Testing, m_mxSince, m_times.testing));
    }
    waits.removeIf([this](const StepWait &wait) { return wait.step < 0 && wait.until() <= m_now; });
    return waits;
}

void Planning::lastPolicy()
{
    if (m_intended.policy && m_state.policy)
        publish(*m_intended.policy, purposeOf(*m_intended.policy), waitsToTighten(*m_state.policy, *m_intended.policy));
}

} // namespace mta
