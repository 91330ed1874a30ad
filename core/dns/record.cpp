// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/record.h"

namespace mta
{

QString recordTypeName(RecordType type)
{
    switch (type) {
    case RecordType::A:
        return QStringLiteral("A");
    case RecordType::Ns:
        return QStringLiteral("NS");
    case RecordType::Cname:
        return QStringLiteral("CNAME");
    case RecordType::Soa:
        return QStringLiteral("SOA");
    case RecordType::Mx:
        return QStringLiteral("MX");
    case RecordType::Txt:
        return QStringLiteral("TXT");
    case RecordType::Aaaa:
        return QStringLiteral("AAAA");
    case RecordType::Ds:
        return QStringLiteral("DS");
    case RecordType::Dnskey:
        return QStringLiteral("DNSKEY");
    case RecordType::Tlsa:
        return QStringLiteral("TLSA");
    }
    return QStringLiteral("TYPE%1").arg(static_cast<int>(type)); // RFC 3597 §5
}

} // namespace mta
