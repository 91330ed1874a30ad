// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/zonerecord.h"
#include "dns/answer.h"

namespace mta
{

/// A record octet by octet: what is to be taken away has to be named exactly as it stands there (RFC 2136 §2.5.4), strings of a TXT
/// record as they are cut.
struct ExactRecord {
    QString owner; ///< normalised
    std::chrono::seconds ttl{0};
    RecordType type = RecordType::Txt;
    QByteArray data; ///< RDATA, names in it uncompressed

    bool operator==(const ExactRecord &) const = default;
    bool sameData(const ExactRecord &other) const; ///< the same record, whatever its TTL (RFC 2181 §5)
};

/// All records of one name and type, as the server has them; none where there is no such set.
struct ExactSet {
    QString owner; ///< normalised
    RecordType type = RecordType::Txt;
    QList<ExactRecord> records;
    bool lent = false; ///< the name has none of its own, and those for all names (*) stand in for them (RFC 4592 §3.3.1)

    bool operator==(const ExactSet &) const = default;
    bool has(const ExactRecord &record) const;                                       ///< whatever its TTL
    QList<ExactRecord> own() const { return lent ? QList<ExactRecord>() : records; } ///< what can be changed at this name
};

/// The set that a lookup asked for, without what aliases lead to.
ExactSet recordSet(const Lookup &lookup);

/// Long TXT values are cut into strings of 255 octets (RFC 1035 §3.3.14). Absent where the value is none of its type.
std::optional<ExactRecord> exactRecord(const ZoneRecord &record);

/// The strings of a TXT record joined (RFC 8461 §3.1); empty for other types.
QByteArray joinedText(const ExactRecord &record);

/// "_mta-sts.example.com. 3600 IN TXT "v=STSv1; id=1;"", as in a zone file; control characters are escaped.
QString recordText(const ExactRecord &record);

} // namespace mta
