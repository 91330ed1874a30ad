// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"

#include "audit/catalogue.h"
#include "audit/circumstances.h"
#include "audit/meeting.h"
#include "audit/situation.h"
#include "audit/verdict.h"
#include "base/wiretext.h"
#include "x509/owntrouble.h"

#include <QCoreApplication>
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

DomainAudit judged(const DomainFacts &facts, const QDateTime &at, const Profile &profile)
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
    audit.deliveries = domainDeliveries(situation);
    audit.lessAssurance = assuranceIsLess(situation);
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

/// What can be said where this machine could not look: no rule, no host, no verdict.
DomainAudit unjudged(const DomainFacts &facts, const QDateTime &at)
{
    DomainFacts nothing;
    nothing.domain = facts.domain;
    nothing.observedAt = facts.observedAt;
    DomainAudit audit = judged(nothing, at, {});
    audit.facts = facts;
    audit.undetermined.clear();
    for (const Rule *rule : catalogue())
        audit.undetermined.append(QString::fromLatin1(rule->id));
    audit.findings.clear();
    for (const MxHost &host : facts.mxHosts) {
        MxOutcome outcome{host.name, host.preference, {}, QStringLiteral("untested"), {}};
        for (const MxProbe &probe : host.probes) {
            outcome.addresses.append(AddressOutcome());
            outcome.addresses.last().address = probe.address;
            outcome.addresses.last().result = outcome.result;
        }
        audit.mx.append(outcome);
    }
    audit.headline =
        QCoreApplication::translate("Verdict", "Whether mail to %1 is protected cannot be told: this computer ran out of memory.")
            .arg(visibleText(facts.domain.unicode));
    audit.nextStep =
        QCoreApplication::translate("Verdict", "Close other programs, then judge %1 again.").arg(visibleText(facts.domain.unicode));
    return audit;
}

} // namespace

DomainAudit judge(const DomainFacts &facts, const QDateTime &at, const Profile &profile)
{
    const OwnTrouble trouble;
    const DomainAudit audit = judged(facts, at, profile);
    return trouble.any() ? unjudged(facts, at) : audit;
}

} // namespace mta
