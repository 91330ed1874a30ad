// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/catalogue.h"
#include "audit/judge.h"
#include "audit/situation.h"

#include <QTest>
#include <functional>

namespace mta
{

/// What a row of a rule table does to the facts of a domain where all is well.
using Change = std::function<void(DomainFacts &)>;

/// Asks rules one by one and remembers what they answered, so that a test can demand that each was seen to fail and to pass.
class RuleTable
{
public:
    /// "pass", "fail", "n/a" or "undetermined"; of failures also how many hits there are: "fail 2".
    QString answer(const QByteArray &id, const DomainFacts &facts)
    {
        const Rule *rule = findRule(QString::fromLatin1(id));
        if (!rule)
            return QStringLiteral("no such rule");
        const Situation situation = observe(facts, facts.observedAt);
        const Verdict verdict = rule->check(situation);
        m_outcomes[QString::fromLatin1(id)].insert(verdict.outcome);
        for (const Hit &hit : verdict.hits)
            checkTexts(*rule, hit);
        switch (verdict.outcome) {
        case Verdict::Outcome::Pass:
            return QStringLiteral("pass");
        case Verdict::Outcome::Fail:
            return verdict.hits.size() == 1 ? QStringLiteral("fail") : QStringLiteral("fail %1").arg(verdict.hits.size());
        case Verdict::Outcome::NotApplicable:
            return QStringLiteral("n/a");
        case Verdict::Outcome::Undetermined:
            break;
        }
        return QStringLiteral("undetermined");
    }

    /// Rules that never failed or never passed in this test program.
    QStringList untested(const QList<const Rule *> &rules) const
    {
        QStringList result;
        for (const Rule *rule : rules) {
            const QSet<Verdict::Outcome> outcomes = m_outcomes.value(QString::fromLatin1(rule->id));
            if (!outcomes.contains(Verdict::Outcome::Fail) || !outcomes.contains(Verdict::Outcome::Pass))
                result.append(QString::fromLatin1(rule->id));
        }
        return result;
    }

private:
    static void checkTexts(const Rule &rule, const Hit &hit)
    {
        for (const char *text : {rule.message, rule.explanation, rule.remedy}) {
            for (const QString &name : placeholdersOf(QString::fromUtf8(text))) {
                if (name != QLatin1String("subject") && !hit.values.contains(name))
                    QTest::qFail(qPrintable(QStringLiteral("%1 has no value for {%2}").arg(QLatin1String(rule.id), name)), __FILE__,
                                 __LINE__);
            }
        }
        if (hit.subject.isEmpty() || !hit.evidence.startsWith(u'/'))
            QTest::qFail(rule.id, __FILE__, __LINE__);
    }

    QHash<QString, QSet<Verdict::Outcome>> m_outcomes;
};

/// The ids of all findings in one area, sorted.
inline QStringList idsIn(Area area, const DomainFacts &facts)
{
    QStringList ids;
    const DomainAudit audit = judge(facts, facts.observedAt);
    for (const Finding &finding : audit.findings) {
        if (findRule(finding.ruleId)->area == area && !ids.contains(finding.ruleId))
            ids.append(finding.ruleId);
    }
    ids.sort();
    return ids;
}

} // namespace mta
