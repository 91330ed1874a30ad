// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/planner.h"

#include "deploy/planning.h"
#include "deploy/publications.h"
#include "deploy/steptexts.h"

#include <algorithm>

namespace mta
{

namespace
{

QList<PlanProblem> problemsOf(const Plan &intended)
{
    QList<PlanProblem> problems;
    if (!intended.policy)
        return problems;
    if (!policyText(*intended.policy))
        problems.append({PlanProblem::Kind::PolicyUnwritable, {}});
    QStringList uncovered;
    for (const IntendedMx &mx : intended.mx) {
        if (!covers(*intended.policy, mx.host))
            uncovered.append(mx.host);
    }
    if (intended.policy->mode == PolicyMode::Enforce && !uncovered.isEmpty()) // RFC 8461 §4.1
        problems.append({PlanProblem::Kind::HostsNotCovered, uncovered});
    return problems;
}

QDateTime over(const QList<StepWait> &waits, QDateTime time)
{
    for (const StepWait &wait : waits)
        time = std::max(time, wait.until());
    return time;
}

} // namespace

QString stepKindName(StepKind kind)
{
    switch (kind) {
    case StepKind::PublishReports:
        return QStringLiteral("publish-reports");
    case StepKind::PointPolicyHost:
        return QStringLiteral("point-policy-host");
    case StepKind::PreparePolicyHost:
        return QStringLiteral("prepare-policy-host");
    case StepKind::RetirePolicyHost:
        return QStringLiteral("retire-policy-host");
    case StepKind::AddTlsa:
        return QStringLiteral("add-tlsa");
    case StepKind::SwitchKeys:
        return QStringLiteral("switch-keys");
    case StepKind::RemoveTlsa:
        return QStringLiteral("remove-tlsa");
    case StepKind::PublishPolicy:
        return QStringLiteral("publish-policy");
    case StepKind::PublishRecord:
        return QStringLiteral("publish-record");
    case StepKind::ChangeMx:
        return QStringLiteral("change-mx");
    case StepKind::AddMx:
        return QStringLiteral("add-mx");
    case StepKind::RemoveMx:
        return QStringLiteral("remove-mx");
    case StepKind::RetireMx:
        return QStringLiteral("retire-mx");
    case StepKind::RemoveRecord:
        return QStringLiteral("remove-record");
    case StepKind::RemovePolicy:
        return QStringLiteral("remove-policy");
    case StepKind::RemoveReports:
        return QStringLiteral("remove-reports");
    }
    return {};
}

QString policyPurposeName(PolicyPurpose purpose)
{
    switch (purpose) {
    case PolicyPurpose::Change:
        return QStringLiteral("change");
    case PolicyPurpose::Protect:
        return QStringLiteral("protect");
    case PolicyPurpose::Widen:
        return QStringLiteral("widen");
    case PolicyPurpose::Relax:
        return QStringLiteral("relax");
    case PolicyPurpose::Enforce:
        return QStringLiteral("enforce");
    case PolicyPurpose::Withdraw:
        return QStringLiteral("withdraw");
    }
    return {};
}

QString planProblemName(PlanProblem::Kind kind)
{
    return kind == PlanProblem::Kind::HostsNotCovered ? QStringLiteral("hosts-not-covered") : QStringLiteral("policy-unwritable");
}

QString waitReasonName(WaitReason reason)
{
    switch (reason) {
    case WaitReason::CachedPolicy:
        return QStringLiteral("cached-policy");
    case WaitReason::CachedRecord:
        return QStringLiteral("cached-record");
    case WaitReason::CachedMx:
        return QStringLiteral("cached-mx");
    case WaitReason::CachedAddress:
        return QStringLiteral("cached-address");
    case WaitReason::CachedAbsence:
        return QStringLiteral("cached-absence");
    case WaitReason::CachedTlsa:
        return QStringLiteral("cached-tlsa");
    case WaitReason::Testing:
        return QStringLiteral("testing");
    }
    return {};
}

DeploymentPlan planSteps(const Plan &live, const Plan &intended, const QDateTime &now, const PlanningTimes &times)
{
    DeploymentPlan plan{intended.domain, {}, problemsOf(intended)};
    if (!plan.problems.isEmpty())
        return plan;
    Planning planning(live, intended, now, times);
    planning.reports();
    planning.policyHost();
    planning.tlsa();
    planning.firstPolicy();
    planning.mailServers();
    planning.lastPolicy();
    planning.leave();
    plan.steps = planning.takeSteps();
    for (DeploymentStep &step : plan.steps)
        describe(step);
    schedule(plan, {}, now);
    return plan;
}

Plan performed(const Plan &live, const DeploymentStep &step, const QDateTime &at)
{
    Plan plan = step.after;
    plan.notes = live.notes;
    plan.published = live.published;
    plan.reportsRead = live.reportsRead;
    if (plan.policy == live.policy && plan.id == live.id)
        return plan;
    const bool backwards = !plan.published.isEmpty() && at < plan.published.last().from; // a clock that was set
    return withPublished(plan, backwards ? plan.published.last().from : at);
}

void schedule(DeploymentPlan &plan, const QList<QDateTime> &done, const QDateTime &now)
{
    QList<QDateTime> times;
    QDateTime previous = now.toUTC();
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        DeploymentStep &step = plan.steps[i];
        for (QList<StepWait> *waits : {&step.waits, &step.usually}) {
            for (StepWait &wait : *waits) {
                if (wait.step >= 0)
                    wait.from = times.at(wait.step);
            }
        }
        step.notBefore = over(step.waits, previous);
        const QDateTime usually = over(step.usually, previous);
        step.usuallyFrom = !step.usually.isEmpty() && usually < step.notBefore ? usually : QDateTime();
        const QDateTime when = done.value(i);
        times.append(when.isValid() ? when.toUTC() : step.notBefore);
        previous = std::max(previous, times.last());
    }
}

} // namespace mta
