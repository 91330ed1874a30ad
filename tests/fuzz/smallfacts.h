// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/factsbuilder.h"

namespace mta::fuzz
{

/// The good domain with one mail server, and one address of it and of the policy host: what is the same everywhere need not be judged and
/// written down four times in every run.
inline DomainFacts smallFacts()
{
    DomainFacts facts = goodFacts();
    const QString host = QStringLiteral("mx1.good.example");
    setMx(facts, {host});
    facts.mxHosts.first().probes.removeLast();
    facts.mxHosts.first().addresses.aaaa = addressesOf(host, {}, {}).aaaa;
    setPolicy(facts, policyText("enforce", "mx1.good.example"));
    facts.fetches.removeLast();
    facts.policyHost.aaaa = addressesOf(QStringLiteral("mta-sts.good.example"), {}, {}).aaaa;
    return facts;
}

} // namespace mta::fuzz
