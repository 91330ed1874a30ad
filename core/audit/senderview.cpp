// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/senderview.h"

#include "audit/checks.h"
#include "audit/texthits.h"

#include <algorithm>

namespace mta
{

std::optional<ServedPolicy> servedToSenders(const DomainAudit &audit)
{
    ServedPolicy nothing;
    nothing.delivered = false;
    if (audit.stsStatus == StsStatus::Undetermined)
        return std::nullopt;
    if (audit.policyFetch < 0)
        return audit.stsStatus == StsStatus::PolicyUnavailable ? std::optional(nothing) : std::nullopt;
    const PolicyFetch &fetch = audit.facts.fetches.at(audit.policyFetch);
    const QString policyHost = QStringLiteral("mta-sts.") + audit.facts.domain.ascii;
    switch (fetchTrouble(fetch, policyHost, audit.judgedAt)) {
    case FetchTrouble::None:
    case FetchTrouble::Status:
        return asServed(fetch);
    case FetchTrouble::Untested:
        return std::nullopt;
    case FetchTrouble::Http: // not every sender has the limit that made this too large
        return fetch.end == FetchEnd::TooLarge && !fetch.body.isEmpty() ? asServed(fetch) : nothing;
    case FetchTrouble::Connection:
    case FetchTrouble::Timeout:
    case FetchTrouble::Tls:
    case FetchTrouble::OldTls:
    case FetchTrouble::Certificate:
        break;
    }
    return nothing;
}

QList<SenderRow> senderRows(const DomainAudit &audit)
{
    const bool published = audit.record.state != StsRecordSet::State::Absent || !audit.record.candidates.isEmpty();
    return published ? assessAll(audit.facts, servedToSenders(audit)) : QList<SenderRow>();
}

ChainLink::State senderState(const SenderRow &row)
{
    if (row.reading() == Reading::Unknown)
        return ChainLink::State::NotTested;
    if (row.reading() == Reading::Refused || !row.uncovered.isEmpty())
        return ChainLink::State::Broken;
    return row.policy.mode == PolicyMode::Enforce ? ChainLink::State::Good : ChainLink::State::Attention;
}

namespace
{

/// These have findings of their own, which say that some senders refuse the file.
bool isToldElsewhere(const QString &reason)
{
    static const QStringList reasons{QStringLiteral("media-type"), QStringLiteral("compressed"), QStringLiteral("repeated-key")};
    return reasons.contains(reason);
}

ServedPolicy servedIn(const Situation &situation)
{
    if (situation.fetch >= 0)
        return asServed(situation.facts.fetches.at(situation.fetch));
    ServedPolicy text; // a text alone: as a good web server would serve it
    text.contentType = "text/plain; charset=utf-8";
    text.body = situation.policy->raw;
    return text;
}

} // namespace

Verdict sendersDisagree(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    // A mistake is an error of its own, whoever overlooks it. In mode none nothing is protected either way.
    if (!situation.policy->valid() || situation.policy->mode == PolicyMode::None)
        return Verdict::notApplicable();
    const ServedPolicy served = servedIn(situation);
    QList<std::pair<SenderVerdict, QStringList>> refusals; // each reason once
    for (const Sender &sender : senders()) {
        const SenderVerdict verdict = assess(sender, served);
        if (verdict.reading != Reading::Refused || isToldElsewhere(verdict.reason))
            continue;
        auto same = std::find_if(refusals.begin(), refusals.end(), [&](const auto &refusal) { return refusal.first == verdict; });
        if (same == refusals.end())
            same = refusals.insert(refusals.end(), {verdict, {}});
        same->second.append(QString::fromLatin1(sender.name));
    }
    const QString evidence = situation.fetch < 0 ? QString() : QStringLiteral("/fetches/%1/body").arg(situation.fetch);
    QList<Hit> hits;
    for (const auto &[verdict, names] : refusals) {
        hits.append(hitAt(situation, qMax(1, verdict.line), 1, evidence,
                          {{QStringLiteral("senders"), names.join(QLatin1String(", "))},
                           {QStringLiteral("reason"), reasonText(verdict)},
                           {QStringLiteral("advice"), adviceText(adviceFor(verdict.reason))}}));
    }
    return Verdict::of(std::move(hits));
}

} // namespace mta
