// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace mta
{

/// What senders found at a domain for a while: every look from `first` to `last` saw the same. Only changes make a new one, so that years
/// fit into a few.
struct Sighting {
    QDateTime first;   ///< UTC
    QDateTime last;    ///< the same as `first` when it was seen once
    QByteArray record; ///< the TXT value that senders went by; empty: there was none they could use
    QByteArray policy; ///< the file they got and could honour, as it was first seen; empty: there was none

    bool operator==(const Sighting &) const = default;
};

/// Named limit: the oldest are forgotten first.
inline constexpr int maxSightings = 32;

/// Senders take both for the same: equal ids (RFC 8461 §3.1: compared for equality alone) and policies of the same meaning.
bool sameState(const Sighting &one, const Sighting &other);

/// One list out of several, in the order of time, neighbours that are the same joined. Of what was seen at `before` or later nothing is
/// kept; an invalid time sets no bound.
QList<Sighting> joined(const QList<Sighting> &sightings, const QDateTime &before = {});

} // namespace mta
