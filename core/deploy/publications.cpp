// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/publications.h"

#include "audit/historyhits.h"
#include "mtasts/stsrecord.h"

#include <algorithm>

namespace mta
{

namespace
{

bool sameContent(const Publication &one, const Publication &other)
{
    return one.id == other.id && sameMeaning(one.policy, other.policy);
}

bool stands(const Publication &publication)
{
    return !publication.until.isValid();
}

/// Until when a sender may act on it (RFC 8461 §5.1).
QDateTime heldUntil(const Publication &publication)
{
    return publication.until.addSecs(publication.policy.maxAge.count());
}

/// In the order of time, neighbours of the same content joined, each but the last with an end.
QList<Publication> merged(QList<Publication> all)
{
    std::stable_sort(all.begin(), all.end(), [](const Publication &one, const Publication &other) { return one.from < other.from; });
    QList<Publication> result;
    for (const Publication &next : std::as_const(all)) {
        if (result.isEmpty() || !sameContent(result.constLast(), next)) {
            if (!result.isEmpty() && stands(result.constLast()))
                result.last().until = next.from;
            result.append(next);
            continue;
        }
        QDateTime &until = result.last().until;
        until = until.isValid() && next.until.isValid() ? std::max(until, next.until) : QDateTime();
    }
    // What nobody can hold any more is forgotten first.
    while (result.size() > maxPublications)
        result.erase(std::min_element(result.begin(), std::prev(result.end()),
                                      [](const Publication &one, const Publication &other) { return heldUntil(one) < heldUntil(other); }));
    return result;
}

/// What stands ends at `time`, unless it began later.
void endAt(QList<Publication> &publications, const QDateTime &time)
{
    for (Publication &publication : publications) {
        if (stands(publication) && publication.from <= time)
            publication.until = time;
    }
}

/// When what was seen ended. Nobody saw it: senders may have fetched it until somebody looked again, unless the plan knows it better.
QDateTime endOf(const QList<Publication> &known, const Publication &seen, const QDateTime &last, const QDateTime &next)
{
    for (const Publication &publication : known) {
        if (sameContent(publication, seen) && !stands(publication) && publication.until >= last && publication.until <= next)
            return publication.until;
    }
    return next;
}

/// A resolver that still had the former record, beside the policy that had taken its place: nothing that anybody published.
bool isRemembered(const QList<Publication> &known, const Publication &seen, const QDateTime &last)
{
    return std::any_of(known.cbegin(), known.cend(), [&](const Publication &current) {
        const auto isFormer = [&](const Publication &each) { return each.id == seen.id && each.from <= current.from; };
        return current.id != seen.id && sameMeaning(current.policy, seen.policy) && current.from <= seen.from &&
               (stands(current) || current.until >= last) && std::any_of(known.cbegin(), known.cend(), isFormer);
    });
}

} // namespace

Plan withSeen(const Plan &plan, const DomainFacts &facts)
{
    Plan result = plan;
    const QList<Sighting> seen = historyAfter(facts);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const std::optional<PolicyTerms> terms = termsOf(parsePolicy(seen.at(i).policy));
        const QByteArray id = parseStsRecord(seen.at(i).record).id;
        if (!terms || !stsRecordText(id)) {
            endAt(result.published, seen.at(i).first);
            continue;
        }
        Publication publication{seen.at(i).first, {}, id, *terms};
        if (isRemembered(plan.published, publication, seen.at(i).last))
            continue;
        if (i + 1 < seen.size())
            publication.until = endOf(plan.published, publication, seen.at(i).last, seen.at(i + 1).first);
        result.published.append(publication);
    }
    result.published = merged(result.published);
    return result;
}

Plan withPublished(const Plan &plan, const QDateTime &now)
{
    Plan result = plan;
    if (plan.policy) {
        const Publication mine{now.toUTC(), {}, plan.id, *plan.policy};
        const auto isStanding = [](const Publication &publication) { return stands(publication); };
        const auto standing = std::find_if(result.published.cbegin(), result.published.cend(), isStanding);
        if (standing == result.published.cend() || !sameContent(*standing, mine)) {
            endAt(result.published, mine.from);
            result.published.append(mine);
        }
    } else {
        endAt(result.published, now.toUTC());
    }
    result.published = merged(result.published);
    return result;
}

} // namespace mta
