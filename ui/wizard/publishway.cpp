// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The way behind the page: which steps there are, which of them are done, and what is wrong when none is left.

#include "ui/wizard/publishstep.h"

#include "base/wiretext.h"
#include "deploy/liveplan.h"
#include "ui/wizard/publishwords.h"
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Something that the plan leaves as it is.
bool isLeftAlone(const LiveRow &row, const Plan &plan)
{
    return (row.item == PlanItem::Mx && plan.mx.isEmpty()) ||
           (row.item == PlanItem::PolicyHost && plan.hosting.alias.isEmpty() && plan.hosting.addresses.isEmpty() && plan.policy);
}

} // namespace

QStringList findingWords(const QList<Finding> &findings)
{
    QStringList sentences;
    for (const Finding &finding : findings)
        sentences.append(u"\u2022 "_s + findingMessage(finding));
    sentences.removeDuplicates();
    return sentences;
}

QString rowWords(const LiveRow &row)
{
    return PublishStep::tr("%1: not as planned yet").arg(visibleText(row.subject, 200));
}

void PublishStep::makeWay()
{
    const std::optional<Plan> live = livePlan(m_context.plan, m_live);
    m_known = live.has_value();
    // Steps from a state that nobody knows might take away what is there.
    if (!live)
        takeWay({m_context.plan, {}, {}, {}}, {m_context.plan.domain, {}, {}});
    else if (!resume(*live))
        begin(*live);
}

void PublishStep::begin(const Plan &live)
{
    const KeptWay way{m_context.plan, live, m_context.now, {}};
    takeWay(way, planSteps(way.live, way.intended, way.at, planningTimes(m_live)));
}

/// Whoever left the steps, for another plan or for the night, goes on where they were: what waits for its time is not seen by any look.
bool PublishStep::resume(const Plan &live)
{
    const std::optional<KeptWay> kept = keptWay(m_context.way);
    if (!kept || !isSameWish(m_context.plan, kept->intended) || kept->isGone())
        return false;
    const DeploymentPlan way = planSteps(kept->live, kept->intended, kept->at, planningTimes(m_live));
    if (!isOnWay(*kept, way, m_context.plan, live))
        return false;
    takeWay(*kept, way);
    return true;
}

void PublishStep::takeWay(const KeptWay &begun, const DeploymentPlan &way)
{
    m_begun = begun;
    m_way = way;
    m_lastOpen = -1;
    m_times = begun.times;
    m_times.resize(m_way.steps.size());
    m_progress = QList<StepProgress>(m_way.steps.size());
}

void PublishStep::keepWay()
{
    m_begun.times = m_times;
    if (m_known && !m_way.steps.isEmpty())
        emit wayKept(toSettings(m_begun));
}

void PublishStep::lookAtSteps()
{
    const auto look = [this] {
        for (qsizetype i = 0; i < m_way.steps.size(); ++i)
            m_progress[i] = progressOf(m_way.steps[i], m_live, m_context.plan.published);
        m_times = stepTimes(m_way, m_progress, m_times, m_live.facts.observedAt);
    };
    look();
    if (firstOpen() < 0 && m_known) {
        // What was there from the beginning is in no step, and may be gone since.
        const std::optional<Plan> live = livePlan(m_context.plan, m_live);
        if (live && !planSteps(*live, m_context.plan, m_context.now, planningTimes(m_live)).steps.isEmpty()) {
            begin(*live);
            look();
        }
    }
    keepWay();
    reckon();
    lookAtRest();
}

void PublishStep::reckon()
{
    QList<QDateTime> done;
    for (const StepTime &time : std::as_const(m_times))
        done.append(time.isDone() ? time.at : QDateTime());
    schedule(m_way, done, m_context.now);
}

void PublishStep::lookAtRest()
{
    m_trouble.clear();
    m_untested = false;
    if (firstOpen() >= 0)
        return;
    const DomainAudit &audit = m_live;
    for (const LiveRow &row : compareWithLive(m_context.plan, audit).rows) {
        // Mail servers are probed for what senders meet there; the page of the mail servers tells of them.
        if (row.item == PlanItem::MxCertificate || isLeftAlone(row, m_context.plan))
            continue;
        // RFC 8461 §3.3: a file that senders do not get is not published, whatever it says.
        const bool useless = row.item == PlanItem::Policy && m_context.plan.policy &&
                             (audit.stsStatus == StsStatus::PolicyUnavailable || audit.stsStatus == StsStatus::PolicyInvalid);
        if (row.isDifferent() || useless)
            m_trouble.append(rowWords(row));
        m_untested = m_untested || row.state == LiveState::NotTested;
    }
    if (m_trouble.isEmpty())
        return;
    QList<Finding> errors = audit.findings;
    errors.removeIf([](const Finding &finding) { return finding.severity != Severity::Error; });
    m_trouble += findingWords(errors);
}

/// What is published at once from here. Who leaves does so in two parts: mode none first, and long after it the rest (RFC 8461 §8.3).
Plan PublishStep::planToPublish() const
{
    Plan plan = m_context.plan;
    if (plan.policy)
        return plan;
    for (int i = std::max(firstOpen(), 0); i < m_way.steps.size(); ++i) {
        const DeploymentStep &step = m_way.steps[i];
        if (isDone(i) || step.purpose != PolicyPurpose::Withdraw)
            continue;
        if (step.kind != StepKind::PublishPolicy && step.kind != StepKind::PublishRecord)
            continue;
        plan.policy = step.after.policy;
        plan.id = step.after.id;
        plan.hosting = step.after.hosting;
        plan.reports = step.after.reports;
    }
    return plan;
}

int PublishStep::firstOpen() const
{
    for (int i = 0; i < m_times.size(); ++i) {
        if (!isDone(i))
            return i;
    }
    return -1;
}

} // namespace mta
