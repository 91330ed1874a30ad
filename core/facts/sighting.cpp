// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "facts/sighting.h"

#include "mtasts/policy.h"
#include "mtasts/stsrecord.h"

#include <algorithm>

namespace mta
{

bool sameState(const Sighting &one, const Sighting &other)
{
    if (one.record.isEmpty() != other.record.isEmpty() || one.policy.isEmpty() != other.policy.isEmpty())
        return false;
    return (one.record == other.record || parseStsRecord(one.record).id == parseStsRecord(other.record).id) &&
           (one.policy == other.policy || sendersActAlike(parsePolicy(one.policy), parsePolicy(other.policy)));
}

QList<Sighting> joined(const QList<Sighting> &sightings, const QDateTime &before)
{
    // A span says what was seen at its ends. Another list may know of something between them.
    QList<Sighting> looks;
    for (const Sighting &sighting : sightings) {
        for (const QDateTime &time : {sighting.first, sighting.last}) {
            if (time.isValid() && (!before.isValid() || time < before))
                looks.append({time, time, sighting.record, sighting.policy});
        }
    }
    std::stable_sort(looks.begin(), looks.end(), [](const Sighting &one, const Sighting &other) { return one.first < other.first; });
    QList<Sighting> result;
    for (const Sighting &look : std::as_const(looks)) {
        if (!result.isEmpty() && sameState(result.constLast(), look))
            result.last().last = look.last;
        else
            result.append(look);
    }
    return result.size() > maxSightings ? result.last(maxSightings) : result;
}

} // namespace mta
