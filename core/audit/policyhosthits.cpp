// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/policyhosthits.h"

namespace mta
{

Verdict fetchHits(const Situation &situation, FetchTrouble trouble, const SayOfFetch &say, const QString &part)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    if (situation.policyAvailable)
        return {};
    if (situation.fetch < 0)
        return situation.stsStatus == StsStatus::Undetermined ? Verdict::undetermined() : Verdict::notApplicable();
    QList<Hit> hits;
    bool tested = false;
    for (int i = 0; i < situation.facts.fetches.size(); ++i) {
        const PolicyFetch &fetch = situation.facts.fetches.at(i);
        const FetchTrouble met = fetchTrouble(fetch, situation.policyHostName(), situation.at);
        tested = tested || met != FetchTrouble::Untested;
        if (met != trouble)
            continue;
        if (std::optional<Values> values = say(fetch)) {
            values->insert(QStringLiteral("address"), fetch.address.toString());
            hits.append({situation.policyHostName(), *values, QStringLiteral("/fetches/%1").arg(i) + part, false});
        }
    }
    return tested ? Verdict::of(sameHits(hits)) : Verdict::undetermined();
}

} // namespace mta
