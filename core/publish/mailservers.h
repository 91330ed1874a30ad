// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"
#include "publish/exactrecord.h"
#include "survey/network.h"

namespace mta
{

/// Where mail of a domain goes today: its MX records, or the domain itself where it has none and an address (RFC 5321 §5.1).
struct SeenMailServers {
    QList<IntendedMx> mx;        ///< each host once; empty where the domain takes no mail (RFC 7505)
    std::chrono::seconds ttl{0}; ///< of the MX records
};

/// What a zone is asked for it; nothing where the domain is not in the zone.
QList<Question> mailQuestions(const DomainName &domain, const QString &zone);
/// Out of the answers; absent where the zone was not asked, and where the domain is an alias.
std::optional<SeenMailServers> mailServersIn(const QList<ExactSet> &zone, const DomainName &domain);
/// What the DNS says; absent where it says nothing. Blocking.
std::optional<SeenMailServers> mailServersOf(const DomainName &domain, Resolver &resolver, const Context &context);

} // namespace mta
