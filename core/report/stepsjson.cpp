// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/wiretext.h"
#include "deploy/steptexts.h"
#include "report/steps.h"

#include <QJsonArray>

namespace mta
{

namespace
{

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray recordsJson(const QList<ZoneRecord> &records)
{
    QJsonArray array;
    for (const ZoneRecord &record : records) {
        const bool mx = record.type == RecordType::Mx;
        array.append(QJsonObject{{QStringLiteral("name"), record.owner},
                                 {QStringLiteral("type"), recordTypeName(record.type)},
                                 {QStringLiteral("ttl"), static_cast<qint64>(record.ttl.count())},
                                 {QStringLiteral("preference"), mx ? QJsonValue(record.preference) : QJsonValue()},
                                 {QStringLiteral("value"), utf8Text(record.value)}});
    }
    return array;
}

QJsonArray waitsJson(const QList<StepWait> &waits)
{
    QJsonArray array;
    for (const StepWait &wait : waits)
        array.append(QJsonObject{{QStringLiteral("reason"), waitReasonName(wait.reason)},
                                 {QStringLiteral("step"), wait.step < 0 ? QJsonValue() : QJsonValue(wait.step + 1)},
                                 {QStringLiteral("from"), timeJson(wait.from)},
                                 {QStringLiteral("seconds"), static_cast<qint64>(wait.span.count())},
                                 {QStringLiteral("until"), timeJson(wait.until())},
                                 {QStringLiteral("text"), waitText(wait)}});
    return array;
}

/// What is served or announced with this very step; null with the others.
QJsonValue fileJson(const DeploymentStep &step)
{
    const bool served = step.kind == StepKind::PublishPolicy || step.kind == StepKind::PreparePolicyHost;
    if (!served || !step.after.policy)
        return {};
    return utf8Text(policyText(*step.after.policy).value_or(QByteArray()));
}

QJsonObject stepJson(const DeploymentStep &step, int number)
{
    const bool announces = step.kind == StepKind::PublishRecord;
    const bool publishes = announces || step.kind == StepKind::PublishPolicy;
    const QString usually = usuallyText(step);
    return {{QStringLiteral("number"), number},
            {QStringLiteral("kind"), stepKindName(step.kind)},
            {QStringLiteral("purpose"), publishes ? QJsonValue(policyPurposeName(step.purpose)) : QJsonValue()},
            {QStringLiteral("title"), stepTitle(step)},
            {QStringLiteral("explanation"), stepExplanation(step)},
            {QStringLiteral("rollback"), stepRollback(step)},
            {QStringLiteral("notBefore"), timeJson(step.notBefore)},
            {QStringLiteral("waits"), waitsJson(step.waits)},
            {QStringLiteral("usuallyFrom"), timeJson(step.usuallyFrom)},
            {QStringLiteral("usuallyText"), usually.isEmpty() ? QJsonValue() : QJsonValue(usually)},
            {QStringLiteral("hosts"), QJsonArray::fromStringList(step.hosts)},
            {QStringLiteral("file"), fileJson(step)},
            {QStringLiteral("id"), announces ? QJsonValue(utf8Text(step.after.id)) : QJsonValue()},
            {QStringLiteral("remove"), recordsJson(step.remove)},
            {QStringLiteral("add"), recordsJson(step.add)},
            {QStringLiteral("preconditions"), QJsonArray::fromStringList(step.preconditions)},
            {QStringLiteral("verify"), QJsonArray::fromStringList(step.verify)}};
}

QJsonObject conditionJson(const Condition &condition)
{
    return {{QStringLiteral("kind"), conditionName(condition.kind)},
            {QStringLiteral("state"), conditionStateName(condition.state)},
            {QStringLiteral("text"), conditionText(condition)},
            {QStringLiteral("lookAgain"), timeJson(condition.lookAgain)}};
}

} // namespace

QJsonObject renderStepsJson(const StepsReport &report)
{
    QJsonArray steps;
    for (const DeploymentStep &step : report.plan.steps)
        steps.append(stepJson(step, static_cast<int>(steps.size()) + 1));
    QJsonArray problems;
    for (const PlanProblem &problem : report.plan.problems)
        problems.append(QJsonObject{{QStringLiteral("kind"), planProblemName(problem.kind)},
                                    {QStringLiteral("hosts"), QJsonArray::fromStringList(problem.hosts)},
                                    {QStringLiteral("text"), planProblemText(problem)}});
    QJsonArray conditions;
    for (const Condition &condition : report.conditions)
        conditions.append(conditionJson(condition));
    const QJsonValue ready = report.conditions.isEmpty() ? QJsonValue() : QJsonValue(conditionStateName(readiness(report.conditions)));
    return {{QStringLiteral("schemaVersion"), 1},
            {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
            {QStringLiteral("domain"), report.plan.domain.ascii},
            {QStringLiteral("domainUnicode"), report.plan.domain.unicode},
            {QStringLiteral("plannedAt"), timeJson(report.now)},
            {QStringLiteral("observedAt"), timeJson(report.observedAt)},
            {QStringLiteral("problems"), problems},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("conditions"), conditions},
            {QStringLiteral("ready"), ready}};
}

} // namespace mta
