// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include "scrub/pseudonyms.h"
#include <QByteArrayList>
#include <optional>

namespace mta
{

/// What must not be in evidence after scrubbing.
struct Originals {
    QSet<QByteArray> names; ///< host names and IPv4 addresses, lower case
    QSet<QByteArray> ipv6;
    QSet<QByteArray> localParts;
    QByteArrayList runs; ///< octets of keys, signatures, serial numbers and fingerprints
};
Originals originalsIn(const Pseudonyms &pseudonyms, const QList<QByteArray> &certificates);

/// The first original that is still there: in the file as it would be written, or in what its octets mean.
std::optional<QString> leakIn(const QList<DomainFacts> &facts, const Originals &originals);

} // namespace mta
