// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "facts/domainfacts.h"

namespace mta
{

/// Named limit: beyond it the domains not looked at for the longest time are forgotten.
inline constexpr int maxRememberedDomains = 20000;

/// What this computer has seen of domains, kept from one audit to the next: a folder with one small file for each. Safe to use from
/// several threads for different domains.
class SightingStore
{
public:
    explicit SightingStore(QString folder) : m_folder(std::move(folder)) {}

    /// Empty when nothing is known, or when the file is damaged: it is an aid, and the next audit begins it anew.
    QList<Sighting> of(const DomainName &domain) const;
    /// Atomic; makes the folder when it is not there.
    Result<bool> remember(const DomainName &domain, const QList<Sighting> &sightings) const;
    /// Gives the facts their history and remembers what they saw.
    Result<bool> carryOn(DomainFacts &facts) const;
    /// Keeps `most` domains. May take a while.
    void tidy(int most = maxRememberedDomains) const;
    /// Removes everything that was remembered.
    void forget() const { tidy(0); }

private:
    QString pathOf(const DomainName &domain) const;

    QString m_folder;
};

} // namespace mta
