// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The DNS server of Windows, by the cmdlets of its module DnsServer.
#include "deploy/zonequoting.h"
#include "deploy/zonewriters.h"
#include <iterator>

namespace mta::zonewriters
{

namespace
{

constexpr qsizetype maxDescriptiveText = 254; // what the cmdlet takes; it has no way to give several strings

QByteArray parameter(const char *name, const QByteArray &value)
{
    return QByteArray(" -") + name + ' ' + powerShellLiteral(value);
}

std::optional<QByteArray> tlsaParameters(const ZoneRecord &record)
{
    constexpr const char *usages[] = {"CAConstraint", "ServiceCertificateConstraint", "TrustAnchorAssertion", "DomainIssuedCertificate"};
    constexpr const char *selectors[] = {"FullCertificate", "SubjectPublicKeyInfo"};
    constexpr const char *matchings[] = {"ExactMatch", "Sha256Hash", "Sha512Hash"};
    const TlsaFields tlsa = tlsaFields(record);
    if (tlsa.usage >= int(std::size(usages)) || tlsa.selector >= int(std::size(selectors)) ||
        tlsa.matchingType >= int(std::size(matchings)))
        return std::nullopt;
    return " -TLSA" + parameter("CertificateUsage", usages[tlsa.usage]) + parameter("Selector", selectors[tlsa.selector]) +
           parameter("MatchingType", matchings[tlsa.matchingType]) + parameter("CertificateAssociationData", tlsa.data.toLatin1());
}

std::optional<QByteArray> valueParameters(const ZoneRecord &record)
{
    switch (record.type) {
    case RecordType::Txt:
        if (record.value.size() > maxDescriptiveText || !isPrintable(record.value))
            return std::nullopt;
        return " -Txt" + parameter("DescriptiveText", record.value);
    case RecordType::A:
        return " -A" + parameter("IPv4Address", record.value);
    case RecordType::Aaaa:
        return " -AAAA" + parameter("IPv6Address", record.value);
    case RecordType::Cname:
        return " -CName" + parameter("HostNameAlias", record.value + '.');
    case RecordType::Mx:
        return " -MX" + parameter("MailExchange", record.value + '.') + " -Preference " + QByteArray::number(record.preference);
    case RecordType::Tlsa:
        return tlsaParameters(record);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<QByteArray> powerShell(const ZoneContent &content)
{
    const QByteArray zone = parameter("ZoneName", content.zone.toLatin1());
    QByteArray text = "$ErrorActionPreference = 'Stop'\n";
    for (const Replaced &replaced : replacedBy(content)) // all of that name and type; it is no error when there is none
        text += "Remove-DnsServerResourceRecord" + zone + parameter("Name", replaced.set->name.toLatin1()) +
                parameter("RRType", recordTypeName(replaced.type).toLatin1()) + " -Force -ErrorAction SilentlyContinue\n";
    for (const RecordSet &set : content.sets) {
        for (const ZoneRecord &record : set.records) {
            const std::optional<QByteArray> value = valueParameters(record);
            if (!value)
                return inexpressible(record, "powershell");
            text += "Add-DnsServerResourceRecord" + zone + parameter("Name", set.name.toLatin1()) + *value +
                    " -TimeToLive ([TimeSpan]::FromSeconds(" + QByteArray::number(qint64(set.ttl.count())) + "))\n";
        }
    }
    return text;
}

} // namespace mta::zonewriters
