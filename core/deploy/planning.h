// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"
#include <functional>

namespace mta
{

/// A time that is known, or the one at which a step is done.
struct Moment {
    int step = -1;
    QDateTime at;
};

/// A policy that senders may hold.
struct HeldPolicy {
    PolicyTerms terms;
    Moment until; ///< nobody can fetch it any more
};

/// The work on one way from live to intended: what is so after the steps so far, and what senders may still remember. Each part appends
/// its steps; they are called in the order in which they stand here.
class Planning
{
public:
    Planning(const Plan &live, const Plan &intended, const QDateTime &now, const PlanningTimes &times);

    void reports(); ///< published now; taken away in leave()
    void policyHost();
    void tlsa();
    void firstPolicy(); ///< the one under which the mail servers can change, or mode none
    void mailServers();
    void lastPolicy(); ///< the one that is meant
    void leave();      ///< what is not meant to be there any more

    QList<DeploymentStep> takeSteps() { return std::move(m_steps); }

private:
    /// Appends a step that changes the state; its records are the difference. What does not change anything is no step, unless it is work
    /// on a server (`work`). False when it is none.
    bool step(StepKind kind, const std::function<void(Plan &)> &change, bool work = false);
    DeploymentStep &last() { return m_steps.last(); }
    Moment lastStep() const { return {static_cast<int>(m_steps.size()) - 1, {}}; }
    void wait(WaitReason reason, const Moment &moment, std::chrono::seconds span);
    static StepWait waitFrom(WaitReason reason, const Moment &moment, std::chrono::seconds span);

    void publish(const PolicyTerms &terms, PolicyPurpose purpose, const QList<StepWait> &waits);
    void withdraw();
    bool isAnnounced(const PolicyTerms &terms) const;
    QList<StepWait> waitsToTighten(const PolicyTerms &from, const PolicyTerms &to) const;
    void waitForCachedPolicies(const QStringList &hosts);
    QList<IntendedTlsa> droppedTlsa() const;
    void removeTlsa(const QList<IntendedTlsa> &dropped);
    PolicyPurpose purposeOf(const PolicyTerms &terms) const;
    QByteArray idFor(const PolicyTerms &terms) const;

    const Plan &m_live;
    const Plan &m_intended;
    const QDateTime m_now;
    const PlanningTimes m_times;
    const std::chrono::seconds m_ttl; ///< the larger of both: former records are remembered by it

    Plan m_state;
    QList<Publication> m_published; ///< of both plans
    QList<QByteArray> m_taken;      ///< ids that were ever used
    QList<HeldPolicy> m_held;       ///< those that cannot be fetched any more, and may be held
    Moment m_recordSince;           ///< since when the id in the record is what it is
    Moment m_mxSince;               ///< since when the MX records are what they are
    Moment m_testingSince;
    std::optional<Moment> m_hostSince; ///< since when names lead to the policy host, where that matters: nothing was announced before
    QList<DeploymentStep> m_steps;
};

/// What stands at the names of MTA-STS, TLS-RPT and TLSA, and the MX records.
QList<ZoneRecord> recordsOf(const Plan &state);
bool covers(const PolicyTerms &terms, const QString &host);

} // namespace mta
