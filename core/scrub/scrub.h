// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "facts/domainfacts.h"
#include "scrub/pseudonyms.h"

namespace mta
{

/// Evidence that can be given to others, and what became of what.
struct Scrubbed {
    QList<DomainFacts> facts;
    Pseudonyms pseudonyms;
    int certificates = 0; ///< issued anew
};

/// Takes the names, addresses, texts and certificates of real people and machines out of evidence, of all its domains by one map. The
/// result is judged as the original is; where it would not be, or where something would remain, there is none. Sizes, counts, times and
/// the wording of protocols stay.
Result<Scrubbed> scrub(const QList<DomainFacts> &facts);

/// What became of what, as JSON, for whoever has to translate an answer back.
QByteArray pseudonymsJson(const Pseudonyms &pseudonyms);

/// Whether scrubbed evidence may be saved there: a file that is something else, above all evidence with its names, is not replaced.
Result<bool> mayHoldScrubbed(const QString &path);

} // namespace mta
