// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/liveplan.h"

#include "deploy/adopt.h"
#include "deploy/live.h"
#include "deploy/progress.h"
#include "dns/message.h"

#include <algorithm>

namespace mta
{

namespace
{

/// Resolvers are told to remember nothing for longer (RFC 8767 §4).
constexpr std::chrono::seconds maxRemembered{604800};

/// The largest TTL in these answers.
std::chrono::seconds ttlIn(const QList<Lookup> &lookups)
{
    std::chrono::seconds ttl{0};
    for (const Lookup &lookup : lookups) {
        for (const RecordText &record : answerRecords(lookup))
            ttl = std::max(ttl, record.ttl);
    }
    return std::min(ttl, maxRemembered);
}

QList<Lookup> plannedRecords(const DomainFacts &facts)
{
    QList<Lookup> lookups{facts.sts, facts.tlsRpt, facts.policyHost.a, facts.policyHost.aaaa};
    for (const MxHost &host : facts.mxHosts)
        lookups += host.tlsa;
    for (const AuthoritativeServer &server : facts.authorities.servers) {
        for (const ServerAnswers &answers : server.answers)
            lookups += {answers.sts, answers.tlsRpt};
    }
    return lookups;
}

} // namespace

std::optional<Plan> livePlan(const Plan &plan, const DomainAudit &seen)
{
    const DomainAudit audit = asPublished(seen);
    const LiveDomain live = liveDomain(audit);
    if (!live.record || !live.mx)
        return std::nullopt;
    const bool announced = live.record->state == StsRecordSet::State::One && live.record->record.valid();
    if (announced && live.file == LiveDomain::File::Unknown)
        return std::nullopt;
    Plan known;
    known.domain = plan.domain;
    known.zone = plan.zone;
    known.hosting.server = plan.hosting.server;
    known.published = plan.published;
    known.reportsRead = plan.reportsRead;
    Plan result = adoptLive(known, audit).plan;
    result.policy = live.policy ? termsOf(*live.policy) : std::nullopt;
    result.id = announced ? live.record->record.id : QByteArray();
    result.ttl = std::max(plan.ttl, ttlIn(plannedRecords(seen.facts)));
    return result;
}

PlanningTimes planningTimes(const DomainAudit &audit)
{
    const DomainFacts &facts = audit.facts;
    QList<Lookup> mx{facts.mx};
    for (const AuthoritativeServer &server : facts.authorities.servers) {
        for (const ServerAnswers &answers : server.answers)
            mx.append(answers.mx);
    }
    PlanningTimes times;
    times.mxTtl = std::max(times.mxTtl, ttlIn(mx));
    if (facts.mx.asked() && !facts.mx.failed()) // as they are at least since they were seen
        times.mxSince = facts.observedAt;
    for (const Lookup &lookup : plannedRecords(facts)) {
        const std::optional<SoaRecord> soa = soaRecord(lookup); // with a negative answer: RFC 2308 §3
        times.negativeTtl = std::max(times.negativeTtl, std::min(soa ? soa->negativeTtl : times.negativeTtl, maxRemembered));
    }
    return times;
}

Plan standingPlan(const Plan &plan)
{
    Plan standing = plan;
    const bool stands = !plan.published.isEmpty() && !plan.published.last().until.isValid();
    if (stands) {
        standing.policy = plan.published.last().policy;
        standing.id = plan.published.last().id;
        return standing;
    }
    standing.policy.reset();
    standing.id.clear();
    standing.hosting = {};
    standing.reports.clear();
    return standing;
}

} // namespace mta
