// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/progress.h"

#include <algorithm>

namespace mta
{

namespace
{

/// What of the comparison shows the step. Nothing: it cannot be seen.
QList<PlanItem> itemsOf(StepKind kind)
{
    switch (kind) {
    case StepKind::PublishReports:
    case StepKind::RemoveReports:
        return {PlanItem::TlsRpt};
    case StepKind::PointPolicyHost:
        return {PlanItem::PolicyHost};
    case StepKind::PublishPolicy:
        return {PlanItem::Policy};
    case StepKind::RemovePolicy:
        return {PlanItem::Policy, PlanItem::PolicyHost};
    case StepKind::PublishRecord:
    case StepKind::RemoveRecord:
        return {PlanItem::Record};
    case StepKind::AddMx:
    case StepKind::ChangeMx:
    case StepKind::RemoveMx:
        return {PlanItem::Mx};
    case StepKind::AddTlsa:
    case StepKind::RemoveTlsa:
        return {PlanItem::Tlsa};
    case StepKind::SwitchKeys:
        return {PlanItem::MxCertificate};
    case StepKind::PreparePolicyHost:
    case StepKind::RetirePolicyHost:
    case StepKind::RetireMx:
        break;
    }
    return {};
}

QStringList failing(const QStringList &ids, const DomainAudit &audit)
{
    QStringList result;
    for (const QString &id : ids) {
        const bool found =
            std::any_of(audit.findings.cbegin(), audit.findings.cend(), [&](const Finding &each) { return each.ruleId == id; });
        if (found)
            result.append(id);
    }
    return result;
}

QStringList undecided(const QStringList &ids, const DomainAudit &audit)
{
    QStringList result;
    for (const QString &id : ids) {
        if (audit.undetermined.contains(id))
            result.append(id);
    }
    return result;
}

} // namespace

StepProgress progressOf(const DeploymentStep &step, const DomainAudit &audit)
{
    StepProgress progress;
    const QList<PlanItem> items = itemsOf(step.kind);
    for (const LiveRow &row : compareWithLive(step.after, audit).rows) {
        if (items.contains(row.item))
            progress.rows.append(row);
    }
    progress.objections = failing(step.verify, audit);
    progress.undecided = undecided(step.verify, audit);
    progress.unfulfilled = failing(step.preconditions, audit);
    const auto any = [&](auto is) { return std::any_of(progress.rows.cbegin(), progress.rows.cend(), is); };
    if (items.isEmpty())
        progress.state = StepProgress::State::Unseen;
    else if (any([](const LiveRow &row) { return row.isDifferent(); }) || !progress.objections.isEmpty())
        progress.state = StepProgress::State::Open;
    else if (any([](const LiveRow &row) { return row.state == LiveState::NotTested; }) || !progress.undecided.isEmpty())
        progress.state = StepProgress::State::NotTested;
    else
        progress.state = StepProgress::State::Done;
    return progress;
}

} // namespace mta
