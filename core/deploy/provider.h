// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/zoneformats.h"
#include "facts/domainfacts.h"

/// Whose servers take the mail and hold the zone, told by their names, and what is good to know of them. All of it is in two tables.
namespace mta
{

enum class MailProvider {
    Unknown,
    Own,     ///< the hosts have names in the domain's own registrable domain
    Several, ///< hosts of more than one of those known, or of one and of somebody else
    Google,
    Microsoft365,
    Proton,
    Fastmail,
    ICloud,
    Zoho,
    Tuta,
};

enum class DnsProvider {
    Unknown,
    Own,
    Several,
    Cloudflare,
    Route53,
    AzureDns,
    GoogleCloudDns,
    GoDaddy,
    Namecheap,
    Hetzner,
    Ovh,
    Ionos,
    DigitalOcean,
    Gandi,
    Linode,
    DeSec,
    Inwx,
    Netcup,
    Strato,
    Porkbun,
};

/// How patterns are made of host names when nobody chooses.
enum class PatternStyle {
    Exact,    ///< every host by its name
    Wildcard, ///< one wildcard for hosts that differ in their first label alone; every other host by its name
};

struct MailProviderInfo {
    MailProvider provider = MailProvider::Unknown;
    const char *title;                        ///< a name, not translated; source text of the context "Deploy" for the first three
    PatternStyle style = PatternStyle::Exact; ///< wildcard where the provider says that it adds hosts
    bool servesPolicy = false;                ///< for its customers, by CNAME
    const char *advice;                       ///< source text of the context "Deploy"
};
const MailProviderInfo &mailProviderInfo(MailProvider provider);
QString mailProviderTitle(MailProvider provider);  ///< translated
QString mailProviderAdvice(MailProvider provider); ///< translated

struct DnsProviderInfo {
    DnsProvider provider = DnsProvider::Unknown;
    ZoneFormat format = ZoneFormat::Paste; ///< what suits it best
    const char *title;
    const char *advice;
};
const DnsProviderInfo &dnsProviderInfo(DnsProvider provider);
QString dnsProviderTitle(DnsProvider provider);
QString dnsProviderAdvice(DnsProvider provider);

/// Names are normalised. No host at all: Unknown.
MailProvider mailProviderOf(const QString &domain, const QStringList &mxHosts);
DnsProvider dnsProviderOf(const QString &domain, const QStringList &nameservers);

MailProvider mailProviderOf(const DomainFacts &facts);
DnsProvider dnsProviderOf(const DomainFacts &facts); ///< Unknown where the name servers were not asked for (Depth::Deep asks)

/// The zone of `_mta-sts.<domain>` as the DNS tells it; empty where it does not.
QString liveZone(const DomainFacts &facts);

} // namespace mta
