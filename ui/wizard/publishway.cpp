// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The way behind the page: which steps there are, which of them are done, and what is wrong when none is left.

#include "ui/wizard/publishstep.h"

#include "base/wiretext.h"
#include "deploy/liveplan.h"
#include "store/plans.h"
#include "ui/wizard/publishwords.h"
#include <QCryptographicHash>
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

bool PublishStep::isSameWay() const
{
    Plan plan = m_context.plan;
    plan.published = m_intended.published;
    plan.notes = m_intended.notes;
    plan.reportsRead = m_intended.reportsRead;
    return plan == m_intended;
}

void PublishStep::makeWay()
{
    m_intended = m_context.plan;
    const std::optional<Plan> live = livePlan(m_context.plan, m_live);
    m_known = live.has_value();
    // Steps from a state that nobody knows might take away what is there.
    takeWay(live ? planSteps(*live, m_context.plan, m_context.now, planningTimes(m_live)) : DeploymentPlan{m_context.plan.domain, {}, {}});
}

/// Of another plan: its way stays as far as it was gone.
void PublishStep::changeWay(int formerPlan)
{
    m_ways.insert(formerPlan, {m_intended, m_way, m_times, m_known});
    const Way way = m_ways.take(m_context.planId);
    m_intended = way.intended;
    takeWay(way.steps);
    m_times = way.times;
    m_known = way.known;
}

/// By which a step is known again that somebody said was done: what it is about, towards the same end.
QString PublishStep::keyOf(const DeploymentStep &step) const
{
    Plan end = m_intended;
    end.published.clear();
    end.notes.clear();
    end.reportsRead.reset();
    const QByteArray whole = planText(end) + planText(step.after) + step.hosts.join(u' ').toUtf8();
    return stepKindName(step.kind) + u' ' + QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex());
}

void PublishStep::takeWay(const DeploymentPlan &way)
{
    m_way = way;
    m_lastOpen = -1;
    m_times = QList<StepTime>(m_way.steps.size());
    m_progress = QList<StepProgress>(m_way.steps.size());
    for (qsizetype i = 0; i < m_way.steps.size(); ++i)
        m_times[i].at = m_context.confirmed.value(keyOf(m_way.steps.at(i)));
}

void PublishStep::lookAtSteps()
{
    const DomainAudit &audit = m_live;
    for (qsizetype i = 0; i < m_way.steps.size(); ++i)
        m_progress[i] = progressOf(m_way.steps[i], audit, m_context.plan.published);
    m_times = stepTimes(m_way, m_progress, m_times, audit.facts.observedAt);
    if (firstOpen() < 0 && m_known) {
        // What was there from the beginning is in no step, and may be gone since.
        const std::optional<Plan> live = livePlan(m_context.plan, audit);
        const DeploymentPlan rest = live ? planSteps(*live, m_context.plan, m_context.now, planningTimes(audit)) : DeploymentPlan();
        if (!rest.steps.isEmpty()) {
            takeWay(rest);
            for (qsizetype i = 0; i < m_way.steps.size(); ++i)
                m_progress[i] = progressOf(m_way.steps[i], audit, m_context.plan.published);
            m_times = stepTimes(m_way, m_progress, m_times, audit.facts.observedAt);
        }
    }
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

int PublishStep::firstOpen() const
{
    for (int i = 0; i < m_times.size(); ++i) {
        if (!isDone(i))
            return i;
    }
    return -1;
}

} // namespace mta
