// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "rulecheck.h"

#include "audit/catalogue.h"
#include "audit/situation.h"

#include <QTest>
#include <algorithm>

namespace mta
{

namespace
{

void requireFit(const Rule &rule, const Hit &hit)
{
    const auto require = [&](bool fit, const QString &what) {
        if (!fit)
            QTest::qFail(qPrintable(QString::fromLatin1(rule.id) + QStringLiteral(": ") + what), __FILE__, __LINE__);
    };
    require(!hit.subject.isEmpty(), QStringLiteral("a hit without a subject"));
    require(hit.evidence.startsWith(u'/'), QStringLiteral("evidence is no pointer: ") + hit.evidence);
    for (const char *text : {rule.message, rule.explanation, rule.remedy}) {
        for (const QString &name : placeholdersOf(QString::fromUtf8(text)))
            require(name == QLatin1String("subject") || hit.values.contains(name), QStringLiteral("no value for {%1}").arg(name));
    }
}

QStringList sorted(QStringList ids)
{
    ids.removeDuplicates();
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

Verdict askRule(const char *id, const DomainFacts &facts, const QDateTime &at)
{
    const Rule *rule = findRule(QString::fromLatin1(id));
    if (!rule) {
        QTest::qFail(id, __FILE__, __LINE__);
        return Verdict::notApplicable();
    }
    const Situation situation = observe(facts, at);
    const Verdict verdict = rule->check(situation);
    for (const Hit &hit : verdict.hits)
        requireFit(*rule, hit);
    return verdict;
}

Verdict askRule(const char *id, const DomainFacts &facts)
{
    return askRule(id, facts, facts.observedAt);
}

QString outcomeName(Verdict::Outcome outcome)
{
    switch (outcome) {
    case Verdict::Outcome::Pass:
        return QStringLiteral("pass");
    case Verdict::Outcome::Fail:
        return QStringLiteral("fail");
    case Verdict::Outcome::NotApplicable:
        return QStringLiteral("not-applicable");
    case Verdict::Outcome::Undetermined:
        break;
    }
    return QStringLiteral("undetermined");
}

QStringList idsOf(const DomainAudit &audit)
{
    QStringList ids;
    for (const Finding &finding : audit.findings)
        ids.append(finding.ruleId);
    return sorted(ids);
}

QStringList idsOf(const DomainAudit &audit, Severity severity)
{
    QStringList ids;
    for (const Finding &finding : audit.findings) {
        if (finding.severity == severity)
            ids.append(finding.ruleId);
    }
    return sorted(ids);
}

} // namespace mta
