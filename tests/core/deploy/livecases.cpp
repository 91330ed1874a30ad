// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "livecases.h"

#include "audit/judge.h"
#include "deploy/adopt.h"

using namespace mta;
using namespace Qt::StringLiterals;

QList<Case> allCases()
{
    return recordCases() + policyCases() + reportCases() + policyHostCases() + mailServerCases() + tlsaCases() + certificateCases();
}

DomainAudit judged(const DomainFacts &facts)
{
    return judge(facts, facts.observedAt);
}

Plan goodPlanOf(const DomainFacts &facts)
{
    return planFromLive(judged(facts)).plan;
}

void published(Plan &plan, const QByteArray &id, const PolicyTerms &terms, int day)
{
    const QDateTime from(QDate(2026, 1, day), QTime(0, 0), Qt::UTC);
    if (!plan.published.isEmpty())
        plan.published.last().until = from;
    plan.published.append({from, {}, id, terms});
}

QString described(const LiveRow &row)
{
    return planItemName(row.item) + u' ' + row.subject + u' ' + row.type + u' ' + liveStateName(row.state) + u' ' +
           looksRightName(row.right) + u' ' + row.reason + u" ["_s + row.notes.join(u' ') + u"] "_s + QString::fromUtf8(row.planned) +
           u" | "_s + QString::fromUtf8(row.live);
}

bool isCertificate(const LiveRow &row)
{
    return row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate;
}
