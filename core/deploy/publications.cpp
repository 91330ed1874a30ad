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

} // namespace

Plan withSeen(const Plan &plan, const DomainFacts &facts)
{
    Plan result = plan;
    const QList<Sighting> seen = historyAfter(facts);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const std::optional<PolicyTerms> terms = termsOf(parsePolicy(seen.at(i).policy));
        const QByteArray id = parseStsRecord(seen.at(i).record).id;
        const bool last = i + 1 == seen.size();
        // Until somebody looked again, senders may have fetched it.
        const QDateTime until = last ? QDateTime() : seen.at(i + 1).first;
        if (terms && stsRecordText(id))
            result.published.append({seen.at(i).first, until, id, *terms});
        else
            endAt(result.published, seen.at(i).first);
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
