// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"

namespace mta
{

/// One record that is meant to be in the DNS, ready to be written in whatever form a zone takes.
struct ZoneRecord {
    QString owner; ///< the whole name, normalised: "_mta-sts.example.com"
    std::chrono::seconds ttl{3600};
    RecordType type = RecordType::Txt;
    /// Txt: the joined value. Cname, Mx: the name, normalised. A, Aaaa: the address. Tlsa: presentation format (RFC 6698 §2.2).
    QByteArray value;
    quint16 preference = 0; ///< Mx only

    bool operator==(const ZoneRecord &) const = default;
};

/// `_mta-sts`, `_smtp._tls`, `mta-sts` (addresses or alias) and TLSA of a plan, in this order. MX records are the mail server's business
/// and not among them.
QList<ZoneRecord> zoneRecords(const Plan &plan);

/// The owner relative to the zone, "@" for the zone itself; the whole name with a trailing dot where it is not within the zone.
QString relativeName(const QString &owner, const QString &zone);

} // namespace mta
