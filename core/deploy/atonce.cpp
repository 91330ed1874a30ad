// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/atonce.h"

#include "deploy/policyid.h"

#include <algorithm>

namespace mta
{

namespace
{

/// Nobody refuses mail for the patterns of a policy that is not enforced (RFC 8461 §5).
bool sameForMail(const PolicyTerms &a, const PolicyTerms &b)
{
    return sameMeaning(a, b) || (a.mode == b.mode && a.mode != PolicyMode::Enforce && a.maxAge == b.maxAge);
}

/// A sender that remembers the former policy host may get a policy there that refuses mail, and take it for the new one.
bool servedBefore(const Plan &live)
{
    const bool led = !live.hosting.alias.isEmpty() || !live.hosting.addresses.isEmpty();
    return led && (!live.id.isEmpty() || (!live.published.isEmpty() && live.published.last().policy.mode != PolicyMode::None));
}

/// Whether the wait is for something that makes a sender refuse mail when it is not kept.
bool counts(const StepWait &wait, const DeploymentStep &step, const Plan &live)
{
    if (wait.reason == WaitReason::Testing)
        return false;
    // Who remembers that there is no policy host, or no policy any more, delivers without one (RFC 8461 §5).
    if (wait.reason == WaitReason::CachedAbsence || step.kind == StepKind::RemovePolicy)
        return false;
    const bool enforces = step.after.policy && step.after.policy->mode == PolicyMode::Enforce;
    if (wait.reason == WaitReason::CachedMx && !enforces)
        return false;
    return step.kind != StepKind::PublishRecord || wait.reason != WaitReason::CachedAddress || (wait.step >= 0 && servedBefore(live));
}

QList<StepWait> open(const DeploymentPlan &way, qsizetype last, const QDateTime &now)
{
    QList<StepWait> waits;
    for (qsizetype i = 0; i <= last; ++i) {
        std::copy_if(way.steps.at(i).waits.cbegin(), way.steps.at(i).waits.cend(), std::back_inserter(waits),
                     [&now](const StepWait &wait) { return wait.until() > now; });
    }
    return waits;
}

/// Nothing that is published: what others do on their servers, and what may stay for as long as anybody likes.
bool isElsewhere(StepKind kind)
{
    return kind == StepKind::PreparePolicyHost || kind == StepKind::RetirePolicyHost || kind == StepKind::RemovePolicy ||
           kind == StepKind::RemoveReports;
}

/// Those of these mail servers for which there was no TLSA record yet.
QStringList withoutTlsa(QStringList hosts, const Plan &live)
{
    hosts.removeIf([&live](const QString &host) {
        return std::any_of(live.tlsa.cbegin(), live.tlsa.cend(), [&host](const IntendedTlsa &tlsa) { return tlsa.host == host; });
    });
    return hosts;
}

std::optional<Hindrance> hindranceOf(const DeploymentStep &step, const Plan &live, const Plan &then, const AtOnce &how)
{
    if (step.kind == StepKind::AddTlsa && !how.newKeysInUse && !how.takesBack) {
        DeploymentStep first = step;
        first.hosts = withoutTlsa(step.hosts, live);
        if (!first.hosts.isEmpty())
            return Hindrance{Hindrance::Kind::NewKeys, {}, first, {}};
    }
    if (step.kind == StepKind::SwitchKeys && !how.newKeysInUse && !how.takesBack)
        return Hindrance{Hindrance::Kind::FormerKeys, {}, step, {}};
    if (how.takesBack)
        return std::nullopt;
    const bool meant = then.policy && (step.kind != StepKind::PublishPolicy || sameForMail(*step.after.policy, *then.policy));
    if ((step.kind == StepKind::PublishPolicy || step.kind == StepKind::PublishRecord) && !meant)
        return Hindrance{Hindrance::Kind::AnotherStep, {}, step, {}};
    if (step.kind == StepKind::PublishRecord && then.id == live.id && !then.id.isEmpty()) // RFC 8461 §3.1
        return Hindrance{Hindrance::Kind::OldId, {}, step, {}};
    return std::nullopt;
}

} // namespace

QDateTime Hindrance::until() const
{
    QDateTime last;
    if (kind != Kind::TooEarly)
        return last;
    for (const StepWait &wait : waits)
        last = last.isValid() ? std::max(last, wait.until()) : wait.until();
    return last;
}

QString hindranceName(Hindrance::Kind kind)
{
    switch (kind) {
    case Hindrance::Kind::OldId:
        return QStringLiteral("old-id");
    case Hindrance::Kind::Impossible:
        return QStringLiteral("impossible");
    case Hindrance::Kind::AnotherStep:
        return QStringLiteral("another-step");
    case Hindrance::Kind::TooEarly:
        return QStringLiteral("too-early");
    case Hindrance::Kind::NewKeys:
        return QStringLiteral("new-keys");
    case Hindrance::Kind::FormerKeys:
        return QStringLiteral("former-keys");
    }
    return {};
}

std::optional<Hindrance> hindranceOf(const Plan &live, const Plan &then, const AtOnce &how, const QDateTime &now,
                                     const PlanningTimes &times)
{
    if (!how.takesBack && idFault(then).problem == IdProblem::Reused)
        return Hindrance{Hindrance::Kind::OldId, {}, {}, {}};
    PlanningTimes reckoned = times;
    if (live.policy && live.policy->mode == PolicyMode::None) // however long it is kept, it refuses nothing
        reckoned.removalAge = std::max(reckoned.removalAge, live.policy->maxAge);
    DeploymentPlan way = planSteps(live, then, now, reckoned);
    if (!way.problems.isEmpty())
        return Hindrance{Hindrance::Kind::Impossible, way.problems, {}, {}};
    // In mode testing nobody refuses anything, so what is taken back within it may go at once.
    if (how.takesBack && !then.policy && (!live.policy || live.policy->mode != PolicyMode::Enforce))
        return std::nullopt;
    for (DeploymentStep &step : way.steps) {
        step.waits.removeIf([&](const StepWait &wait) { return !counts(wait, step, live); });
        if (step.kind == StepKind::SwitchKeys)
            step.waits.clear(); // that they are in use is asked for instead
    }
    schedule(way, {}, now);
    for (qsizetype i = 0; i < way.steps.size(); ++i) {
        const DeploymentStep &step = way.steps.at(i);
        if (isElsewhere(step.kind))
            continue;
        if (const std::optional<Hindrance> found = hindranceOf(step, live, then, how))
            return found;
        if (step.notBefore <= now)
            continue;
        const QList<StepWait> waits = open(way, i, now);
        const auto counted = std::find_if(waits.cbegin(), waits.cend(), [](const StepWait &wait) { return wait.step >= 0; });
        if (counted != waits.cend()) // whatever is waited, it would begin anew
            return Hindrance{Hindrance::Kind::AnotherStep, {}, way.steps.at(counted->step), waits};
        return Hindrance{Hindrance::Kind::TooEarly, {}, step, waits};
    }
    return std::nullopt;
}

} // namespace mta
