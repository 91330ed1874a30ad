// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "deploy/zonerecord.h"

namespace mta
{

/// The records of one name and type (RFC 2181 §5), checked: names are made of letters, digits, hyphens and underscores, addresses are
/// addresses, TLSA is a TLSA record. Only the value of a TXT record still holds any octets.
struct RecordSet {
    QString owner; ///< the whole name
    QString name;  ///< relative to the zone, "@" for the zone itself
    RecordType type = RecordType::Txt;
    std::chrono::seconds ttl{3600};
    QList<ZoneRecord> records; ///< without repetition
};

struct ZoneContent {
    QString zone;
    QList<RecordSet> sets; ///< in the order of the first record of each
};

/// Sorts and checks; an Error names the record that is wrong.
Result<ZoneContent> zoneContent(const QList<ZoneRecord> &records, const QString &zone);

/// Name and type of what must be gone before the sets stand there, each once: the sets' own, and an alias bears no other data beside it
/// (RFC 1034 §3.6.2), so address records make way for an alias, and an alias makes way for everything else. Addresses of one family replace
/// those of both.
struct Replaced {
    const RecordSet *set; ///< one of that name
    RecordType type;
};
QList<Replaced> replacedBy(const ZoneContent &content);

/// The parts of a TLSA record; `data` in hexadecimal digits.
struct TlsaFields {
    int usage = 0;
    int selector = 0;
    int matchingType = 0;
    QString data;
};
TlsaFields tlsaFields(const ZoneRecord &record);

/// "TXT _mta-sts.example.com", for an Error.
QString recordLabel(const ZoneRecord &record);

/// The record is fine, but not in this format.
Error inexpressible(const ZoneRecord &record, const char *formatName);

} // namespace mta
