// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/planner.h"
#include "deploy/publications.h"
#include "sendermodel.h"
#include <functional>

namespace mta
{

/// How somebody goes about a plan.
struct Manner {
    QList<int> delays;                              ///< of each step, in seconds after its earliest time; none beyond the list
    int early = -1;                                 ///< this step is done a second too early
    bool usual = false;                             ///< at the time that is usually enough
    int stopAfter = -1;                             ///< gives up after so many steps
    bool heedsPreconditions = true;                 ///< waits until the mail servers are in order
    std::function<void(PlanningTimes &)> reckon{};  ///< what is made of the times it is planned with
    std::function<void(DeploymentPlan &)> change{}; ///< what is made of the plan before
    QHash<QString, QDateTime> mended{};             ///< mail servers that fail until then
};

/// A domain, whoever changes it step by step, and all senders looking on.
class Operator
{
public:
    Operator(const Plan &live, const QDateTime &now, Ttls ttls = {}) : m_live(live), m_senders(ttls), m_now(now)
    {
        m_world.place = placeOf(live.hosting);
        m_world.mx = m_senders.addMx(live.mx);
        setTlsa(live);
        for (auto tlsa = m_world.tlsa.cbegin(); tlsa != m_world.tlsa.cend(); ++tlsa)
            m_world.keys.insert(tlsa.key(), tlsa->first().record);
        remember();
    }

    /// What went wrong for some sender, and when.
    const QStringList &troubles() const { return m_troubles; }
    const Plan &live() const { return m_live; }
    const QDateTime &now() const { return m_now; }
    const QList<World> &worlds() const { return m_worlds; } ///< second by second
    const Senders &senders() const { return m_senders; }
    /// The record that the mail server's key matches; absent when that was never of any interest.
    std::optional<TlsaRecord> key(const QString &host) const
    {
        return m_world.keys.contains(host) ? std::optional(m_world.keys.value(host)) : std::nullopt;
    }
    std::function<void()> onSecond;

    PlanningTimes times() const
    {
        const Ttls &ttls = m_senders.ttls();
        PlanningTimes times;
        times.mxTtl = std::chrono::seconds(ttls.mx);
        times.negativeTtl = std::chrono::seconds(ttls.negative);
        times.fetch = std::chrono::seconds(ttls.fetch);
        times.testing = times.removalAge = std::chrono::seconds(2);
        return times;
    }

    void carryOut(const Plan &intended, const Manner &manner = {})
    {
        PlanningTimes reckoned = times();
        if (manner.reckon)
            manner.reckon(reckoned);
        DeploymentPlan plan = planSteps(m_live, intended, m_now, reckoned);
        if (manner.change)
            manner.change(plan);
        const QDateTime start = m_now;
        m_patient = manner.usual;
        QList<QDateTime> done;
        for (int i = 0; i < plan.steps.size() && i != manner.stopAfter; ++i) {
            schedule(plan, done, start);
            const DeploymentStep &step = plan.steps.at(i);
            QDateTime time = manner.usual && step.usuallyFrom.isValid() ? step.usuallyFrom : step.notBefore;
            time = time.addSecs(manner.delays.value(i) - (i == manner.early ? 1 : 0));
            for (auto mended = manner.mended.cbegin(); mended != manner.mended.cend(); ++mended) {
                if (manner.heedsPreconditions && !step.preconditions.isEmpty())
                    time = std::max(time, *mended);
            }
            m_mended = manner.mended;
            waitUntil(time);
            apply(plan, i, intended);
            done.append(m_now);
            m_live = performed(m_live, step, m_now);
        }
    }

    /// Changes all at once what publishing can change, in its order: the file, names and TLSA records, the record. A former policy host
    /// goes on serving what it did; without a policy the record goes, and the file stays, unless it was a moment ago that it came.
    void publish(const Plan &then, bool takesBack = false)
    {
        const QString place = placeOf(then.hosting);
        if (then.policy && (!m_live.policy || !sameMeaning(*then.policy, *m_live.policy)))
            m_world.files.insert(place, m_senders.addPolicy(*then.policy));
        else if (!place.isEmpty() && m_world.files.contains(m_world.place))
            m_world.files.insert(place, m_world.files.value(m_world.place));
        m_world.place = place;
        showTlsa(then);
        if (then.id.isEmpty() && !m_world.record.isEmpty() && m_senders.anyEnforced())
            m_troubles.append(QStringLiteral("a policy is enforced when its record is gone"));
        m_world.record = then.id;
        if (then.policy)
            m_senders.announce(then.id, *then.policy);
        Plan live = then;
        live.published = withPublished(then, m_now).published;
        if (!live.policy && takesBack)
            m_world.files.clear();
        else if (!live.policy)
            live.policy = m_live.policy;
        m_live = live;
    }

    void waitUntil(const QDateTime &time)
    {
        while (m_now < time) {
            m_world.broken.clear();
            for (auto mended = m_mended.cbegin(); mended != m_mended.cend(); ++mended) {
                if (m_now < *mended)
                    m_world.broken.insert(mended.key());
            }
            for (const QString &trouble : m_senders.second(m_world, m_patient)) {
                if (!m_troubles.contains(trouble))
                    m_troubles.append(trouble);
            }
            m_worlds.append(m_world);
            m_now = m_now.addSecs(1);
            if (onSecond)
                onSecond();
        }
    }
    void waitSeconds(qint64 seconds) { waitUntil(m_now.addSecs(seconds)); }

private:
    /// Seconds of the past: what was published then is held now.
    void remember()
    {
        const QDateTime now = m_now;
        m_now = std::min(now.addSecs(-5), m_live.published.value(0, {now, {}, {}, {}}).from);
        waitUntil(m_live.published.value(0, {now, {}, {}, {}}).from);
        for (const Publication &publication : std::as_const(m_live.published)) {
            m_world.files = {{m_world.place, m_senders.addPolicy(publication.policy)}};
            m_world.record = publication.id;
            m_senders.announce(publication.id, publication.policy);
            waitUntil(publication.until.isValid() ? publication.until : now);
        }
        if (!m_live.published.isEmpty() && m_live.published.last().until.isValid()) {
            if (!m_live.policy)
                m_world.files.clear();
            m_world.record.clear();
        }
        waitUntil(now);
        m_troubles.clear();
        m_worlds.clear();
    }

    static QString placeOf(const PolicyHosting &hosting)
    {
        return hosting.addresses.isEmpty() ? hosting.alias : hosting.addresses.first().toString();
    }

    void setTlsa(const Plan &plan)
    {
        for (QList<IntendedTlsa> &records : m_world.tlsa)
            records.clear();
        for (const IntendedTlsa &tlsa : plan.tlsa)
            m_world.tlsa[tlsa.host].append(tlsa);
    }

    void showTlsa(const Plan &plan)
    {
        setTlsa(plan);
        for (auto tlsa = m_world.tlsa.cbegin(); tlsa != m_world.tlsa.cend(); ++tlsa) {
            if (!tlsa->isEmpty() && !m_world.keys.contains(tlsa.key()))
                m_world.keys.insert(tlsa.key(), tlsa->first().record);
        }
    }

    void apply(const DeploymentPlan &plan, int index, const Plan &intended)
    {
        const DeploymentStep &step = plan.steps.at(index);
        switch (step.kind) {
        case StepKind::PreparePolicyHost:
            m_world.files.insert(placeOf(intended.hosting), m_world.files.value(m_world.place));
            break;
        case StepKind::PointPolicyHost:
            m_world.place = placeOf(step.after.hosting);
            break;
        case StepKind::RetirePolicyHost:
            m_world.files = {{m_world.place, m_world.files.value(m_world.place)}};
            break;
        case StepKind::PublishPolicy: {
            const int policy = m_senders.addPolicy(*step.after.policy);
            m_world.files.insert(m_world.place, policy);
            for (int &file : m_world.files)
                file = policy;
            break;
        }
        case StepKind::PublishRecord:
            m_world.record = step.after.id;
            m_senders.announce(step.after.id, *step.after.policy);
            break;
        case StepKind::RemoveRecord:
            m_world.record.clear();
            if (m_senders.anyEnforced())
                m_troubles.append(QStringLiteral("a policy is enforced when its record is gone"));
            break;
        case StepKind::RemovePolicy:
            m_world.files.clear();
            m_world.place.clear();
            break;
        case StepKind::ChangeMx:
        case StepKind::AddMx:
        case StepKind::RemoveMx:
            m_world.mx = m_senders.addMx(step.after.mx);
            for (const IntendedMx &mx : step.after.mx)
                m_world.off.remove(mx.host);
            break;
        case StepKind::RetireMx:
            for (const QString &host : step.hosts)
                m_world.off.insert(host);
            break;
        case StepKind::AddTlsa:
        case StepKind::RemoveTlsa:
            showTlsa(step.after);
            break;
        case StepKind::SwitchKeys:
            for (const IntendedTlsa &tlsa : intended.tlsa) {
                if (step.hosts.contains(tlsa.host))
                    m_world.keys.insert(tlsa.host, tlsa.record);
            }
            break;
        case StepKind::PublishReports:
        case StepKind::RemoveReports:
            break;
        }
    }

    Plan m_live;
    Senders m_senders;
    QDateTime m_now;
    World m_world;
    bool m_patient = false;
    QHash<QString, QDateTime> m_mended;
    QStringList m_troubles;
    QList<World> m_worlds;
};

} // namespace mta
