// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include <QStringList>
#include <functional>

namespace mta
{

/// One way to spoil goodFacts(), as a sentence, and what the judge must then say: all findings that are not notes, with nothing beside
/// them.
struct Spoilt {
    const char *sentence; ///< also the folder's name: "policy-host-certificate-expired"
    QStringList findings; ///< ids of errors and warnings, sorted
    const char *verdict;
    std::function<void(DomainFacts &)> spoil;
    QStringList notes = {}; ///< ids of notes that it is about, when it is about notes
};
/// At least one for every rule of the catalogue.
const QList<Spoilt> &spoiltFacts();

/// goodFacts() after it.
DomainFacts spoilt(const Spoilt &how);

} // namespace mta
