// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"

#include "audit/catalogue.h"
#include "audit/circumstances.h"
#include "audit/situation.h"
#include "audit/verdict.h"

#include <algorithm>

namespace mta
{

namespace
{

Verdict ask(const Rule &rule, const Situation &situation)
{
    // A domain that does not exist gives that one finding alone.
    if (situation.noSuchDomain && qstrcmp(rule.id, "domain-nxdomain") != 0)
        return Verdict::notApplicable();
    return rule.check(situation);
}

Finding findingOf(const Rule &rule, const Hit &hit)
{
    return {QString::fromLatin1(rule.id), hit.mitigated ? rule.mitigated : rule.severity, hit.subject, hit.values, hit.evidence};
}

} // namespace

DomainAudit judge(const DomainFacts &facts, const QDateTime &at, const Profile &profile)
{
    const DomainFacts believed = believable(facts);
    const Situation situation = observe(believed, at, profile);
    DomainAudit audit;
    audit.facts = facts;
    audit.judgedAt = at;
    audit.profile = profile;
    audit.stsStatus = situation.stsStatus;
    audit.record = situation.record;
    audit.policy = situation.policy;
    audit.policyFetch = situation.fetch;
    audit.tlsRptStatus = situation.tlsRptStatus;
    audit.tlsRpt = situation.tlsRpt;
    audit.mx = situation.mx;
    audit.verdict = domainVerdict(situation);

    QList<Finding> all;
    for (const Rule *rule : catalogue()) {
        const Verdict verdict = ask(*rule, situation);
        if (verdict.outcome == Verdict::Outcome::Undetermined)
            audit.undetermined.append(QString::fromLatin1(rule->id));
        for (const Hit &hit : verdict.hits)
            all.append(findingOf(*rule, hit));
    }
    // The catalogue stands in the order of the areas: a stable sort keeps it within each severity.
    std::stable_sort(all.begin(), all.end(), [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    for (const Finding &finding : all) {
        if (!profile.ignored.contains(finding.ruleId))
            audit.findings.append(finding);
    }
    audit.links = chainLinks(situation, all);
    audit.headline = headline(situation, audit.verdict);
    audit.nextStep = nextStep(situation, audit.verdict);
    return audit;
}

} // namespace mta
