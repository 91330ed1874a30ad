// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/provider.h"

#include "base/publicsuffix.h"
#include "dns/message.h"
#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace mta
{

namespace
{

// In the order of the enumeration.
constexpr MailProviderInfo mailProviders[] = {
    {MailProvider::Unknown, QT_TRANSLATE_NOOP("Deploy", "Unknown"), PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "Ask your mail provider whether its servers show certificates for the names in your MX records, and "
                                 "whether these names may change without notice.")},
    {MailProvider::Own, QT_TRANSLATE_NOOP("Deploy", "Your own servers"), PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "List every mail server by its name, backup servers too. Each needs a certificate for that name that "
                                 "renews itself.")},
    {MailProvider::Several, QT_TRANSLATE_NOOP("Deploy", "Several providers"), PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "Mail goes to servers of more than one provider. The policy has to cover all of them as long as they "
                                 "stand in the MX records.")},
    {MailProvider::Google, "Google Workspace", PatternStyle::Wildcard, false,
     QT_TRANSLATE_NOOP("Deploy", "Google's servers show fitting certificates, and Google asks for a wildcard for its alternative servers. "
                                 "It does not serve the policy file: choose a host for it.")},
    {MailProvider::Microsoft365, "Microsoft 365", PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "The server of your domain shows a fitting certificate. Its name changes when you turn on DNSSEC in "
                                 "Exchange Online; then the policy has to cover the new name first. Microsoft does not serve the policy "
                                 "file: choose a host for it.")},
    {MailProvider::Proton, "Proton Mail", PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "Proton's servers show fitting certificates and have DANE as well. Proton does not serve the policy file "
                                 "for domains of your own: choose a host for it.")},
    {MailProvider::Fastmail, "Fastmail", PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy",
                       "Fastmail's servers show fitting certificates. Fastmail does not serve the policy file for domains of your "
                       "own: choose a host for it.")},
    {MailProvider::ICloud, "iCloud Mail", PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "Apple's servers show fitting certificates. Apple does not serve the policy file for domains of your own: "
                                 "choose a host for it.")},
    {MailProvider::Zoho, "Zoho Mail", PatternStyle::Exact, false,
     QT_TRANSLATE_NOOP("Deploy", "The names of Zoho's servers depend on the region of your account: list those of your MX records. Zoho "
                                 "does not serve the policy file: choose a host for it.")},
    {MailProvider::Tuta, "Tuta", PatternStyle::Exact, true,
     QT_TRANSLATE_NOOP("Deploy", "Tuta serves the policy and renews its certificate for you: set the aliases that its help pages name, and "
                                 "choose delegation as the host.")},
};

// In the order of the enumeration.
constexpr DnsProviderInfo dnsProviders[] = {
    {DnsProvider::Unknown, ZoneFormat::Paste, QT_TRANSLATE_NOOP("Deploy", "Unknown"),
     QT_TRANSLATE_NOOP("Deploy", "Most web pages want names without the domain at the end, and values without quotes.")},
    {DnsProvider::Own, ZoneFormat::Bind, QT_TRANSLATE_NOOP("Deploy", "Your own servers"),
     QT_TRANSLATE_NOOP("Deploy", "Put the lines into the zone file and raise the serial number, or send a dynamic update.")},
    {DnsProvider::Several, ZoneFormat::Paste, QT_TRANSLATE_NOOP("Deploy", "Several providers"),
     QT_TRANSLATE_NOOP("Deploy",
                       "The zone is served by more than one provider. Publish where it is edited, and see that all servers follow.")},
    {DnsProvider::Cloudflare, ZoneFormat::Cloudflare, "Cloudflare",
     QT_TRANSLATE_NOOP("Deploy", "Switch the proxy off (\"DNS only\") for mta-sts, unless Cloudflare itself serves the policy.")},
    {DnsProvider::Route53, ZoneFormat::Route53, "Amazon Route 53",
     QT_TRANSLATE_NOOP("Deploy", "The console wants TXT values in double quotes; the change batch has them.")},
    {DnsProvider::AzureDns, ZoneFormat::Bind, "Azure DNS",
     QT_TRANSLATE_NOOP("Deploy", "az network dns zone import takes the zone file lines and leaves other records alone.")},
    {DnsProvider::GoogleCloudDns, ZoneFormat::Bind, "Google Cloud DNS",
     QT_TRANSLATE_NOOP("Deploy", "gcloud dns record-sets import --zone-file-format takes the zone file lines.")},
    {DnsProvider::GoDaddy, ZoneFormat::Paste, "GoDaddy",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::Namecheap, ZoneFormat::Paste, "Namecheap",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::Hetzner, ZoneFormat::Bind, "Hetzner",
     QT_TRANSLATE_NOOP("Deploy", "The web page takes single records with short names, and imports zone file lines.")},
    {DnsProvider::Ovh, ZoneFormat::Bind, "OVHcloud",
     QT_TRANSLATE_NOOP("Deploy", "The text view of the zone takes the zone file lines; the form takes single records with short names.")},
    {DnsProvider::Ionos, ZoneFormat::Paste, "IONOS",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::DigitalOcean, ZoneFormat::Paste, "DigitalOcean",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::Gandi, ZoneFormat::Bind, "Gandi",
     QT_TRANSLATE_NOOP("Deploy", "The text view of the zone takes the zone file lines; the form takes single records with short names.")},
    {DnsProvider::Linode, ZoneFormat::Paste, "Linode (Akamai)",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::DeSec, ZoneFormat::Paste, "deSEC",
     QT_TRANSLATE_NOOP("Deploy", "Zones are signed there, so DANE works as well. The smallest TTL is an hour.")},
    {DnsProvider::Inwx, ZoneFormat::Paste, "INWX",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::Netcup, ZoneFormat::Paste, "netcup",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
    {DnsProvider::Strato, ZoneFormat::Paste, "STRATO",
     QT_TRANSLATE_NOOP("Deploy", "Records of a subdomain are set at the subdomain: create mta-sts, _mta-sts and _smtp._tls there.")},
    {DnsProvider::Porkbun, ZoneFormat::Paste, "Porkbun",
     QT_TRANSLATE_NOOP("Deploy", "The web page adds the domain itself: enter the short names, and values without quotes.")},
};

/// Names of servers end like this, at the border of a label; a label that ends in * stands for all that begin so.
template<class Provider>
struct Ending {
    const char *labels;
    Provider provider;
};

constexpr Ending<MailProvider> mailEndings[] = {
    {"google.com", MailProvider::Google},
    {"googlemail.com", MailProvider::Google},
    {"mail.protection.outlook.com", MailProvider::Microsoft365},
    {"mx.microsoft", MailProvider::Microsoft365},
    {"mail.protection.office365.us", MailProvider::Microsoft365},
    {"mail.protection.partner.outlook.cn", MailProvider::Microsoft365},
    {"protonmail.ch", MailProvider::Proton},
    {"messagingengine.com", MailProvider::Fastmail},
    {"mail.icloud.com", MailProvider::ICloud},
    {"zoho.com", MailProvider::Zoho},
    {"zoho.eu", MailProvider::Zoho},
    {"zoho.in", MailProvider::Zoho},
    {"zoho.jp", MailProvider::Zoho},
    {"zoho.com.au", MailProvider::Zoho},
    {"zoho.com.cn", MailProvider::Zoho},
    {"zoho.sa", MailProvider::Zoho},
    {"zohocloud.ca", MailProvider::Zoho},
    {"tutanota.de", MailProvider::Tuta},
};

constexpr Ending<DnsProvider> dnsEndings[] = {
    {"ns.cloudflare.com", DnsProvider::Cloudflare},
    {"awsdns-*.com", DnsProvider::Route53},
    {"awsdns-*.net", DnsProvider::Route53},
    {"awsdns-*.org", DnsProvider::Route53},
    {"awsdns-*.co.uk", DnsProvider::Route53},
    {"azure-dns.com", DnsProvider::AzureDns},
    {"azure-dns.net", DnsProvider::AzureDns},
    {"azure-dns.org", DnsProvider::AzureDns},
    {"azure-dns.info", DnsProvider::AzureDns},
    {"ns-cloud-*.googledomains.com", DnsProvider::GoogleCloudDns},
    {"domaincontrol.com", DnsProvider::GoDaddy},
    {"registrar-servers.com", DnsProvider::Namecheap},
    {"ns.hetzner.com", DnsProvider::Hetzner},
    {"ns.hetzner.de", DnsProvider::Hetzner},
    {"first-ns.de", DnsProvider::Hetzner},
    {"second-ns.de", DnsProvider::Hetzner},
    {"second-ns.com", DnsProvider::Hetzner},
    {"ovh.net", DnsProvider::Ovh},
    {"anycast.me", DnsProvider::Ovh},
    {"ui-dns.com", DnsProvider::Ionos},
    {"ui-dns.org", DnsProvider::Ionos},
    {"ui-dns.de", DnsProvider::Ionos},
    {"ui-dns.biz", DnsProvider::Ionos},
    {"digitalocean.com", DnsProvider::DigitalOcean},
    {"gandi.net", DnsProvider::Gandi},
    {"linode.com", DnsProvider::Linode},
    {"desec.io", DnsProvider::DeSec},
    {"desec.org", DnsProvider::DeSec},
    {"inwx.de", DnsProvider::Inwx},
    {"inwx.eu", DnsProvider::Inwx},
    {"inwx.com", DnsProvider::Inwx},
    {"root-dns.netcup.net", DnsProvider::Netcup},
    {"rzone.de", DnsProvider::Strato},
    {"ns.porkbun.com", DnsProvider::Porkbun},
};

bool endsIn(const QString &name, const char *ending)
{
    const QStringList labels = name.split(u'.');
    const QStringList wanted = QString::fromLatin1(ending).split(u'.');
    if (labels.size() < wanted.size())
        return false;
    const QStringList last = labels.mid(labels.size() - wanted.size());
    return std::equal(last.begin(), last.end(), wanted.begin(), [](const QString &label, const QString &known) {
        return known.endsWith(u'*') ? label.startsWith(known.chopped(1)) : label == known;
    });
}

template<class Provider, size_t count>
Provider providerOfHost(const QString &domain, const QString &host, const Ending<Provider> (&endings)[count])
{
    const auto known = std::find_if(std::begin(endings), std::end(endings), [&](const auto &entry) { return endsIn(host, entry.labels); });
    if (known != std::end(endings))
        return known->provider;
    const QString own = registrableDomain(domain);
    return !own.isEmpty() && isWithin(host, own) ? Provider::Own : Provider::Unknown;
}

template<class Provider, size_t count>
Provider providerOfHosts(const QString &domain, const QStringList &hosts, const Ending<Provider> (&endings)[count])
{
    std::optional<Provider> all;
    for (const QString &host : hosts) {
        const Provider provider = providerOfHost(domain, host, endings);
        if (all && *all != provider)
            return Provider::Several;
        all = provider;
    }
    return all.value_or(Provider::Unknown);
}

QString say(const char *text)
{
    return QCoreApplication::translate("Deploy", text);
}

} // namespace

const MailProviderInfo &mailProviderInfo(MailProvider provider)
{
    return mailProviders[static_cast<int>(provider)];
}

QString mailProviderTitle(MailProvider provider)
{
    return say(mailProviderInfo(provider).title);
}

QString mailProviderAdvice(MailProvider provider)
{
    return say(mailProviderInfo(provider).advice);
}

const DnsProviderInfo &dnsProviderInfo(DnsProvider provider)
{
    return dnsProviders[static_cast<int>(provider)];
}

QString dnsProviderTitle(DnsProvider provider)
{
    return say(dnsProviderInfo(provider).title);
}

QString dnsProviderAdvice(DnsProvider provider)
{
    return say(dnsProviderInfo(provider).advice);
}

MailProvider mailProviderOf(const QString &domain, const QStringList &mxHosts)
{
    return providerOfHosts(domain, mxHosts, mailEndings);
}

DnsProvider dnsProviderOf(const QString &domain, const QStringList &nameservers)
{
    return providerOfHosts(domain, nameservers, dnsEndings);
}

MailProvider mailProviderOf(const DomainFacts &facts)
{
    QStringList hosts;
    for (const MxHost &host : facts.mxHosts)
        hosts.append(host.name);
    return mailProviderOf(facts.domain.ascii, hosts);
}

DnsProvider dnsProviderOf(const DomainFacts &facts)
{
    return dnsProviderOf(facts.domain.ascii, nameserverNames(facts.authorities.ns).records);
}

QString liveZone(const DomainFacts &facts)
{
    if (QString zone = facts.authorities.zone(); !zone.isEmpty())
        return zone;
    // A negative answer tells which zone gave it (RFC 2308 §3).
    for (const Lookup *lookup : {&facts.sts, &facts.underscoreTxt, &facts.tlsRpt, &facts.tlsRptMisplaced, &facts.policyHostTxt}) {
        const std::optional<SoaRecord> soa = soaRecord(*lookup);
        if (soa && !lookup->failed() && answerRecords(*lookup).isEmpty() && soa->zone != u'.' && isWithin(facts.domain.ascii, soa->zone))
            return soa->zone;
    }
    return {};
}

} // namespace mta
