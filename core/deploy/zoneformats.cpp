// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/zoneformats.h"

#include "base/publicsuffix.h"
#include "deploy/zonewriters.h"
#include <QCoreApplication>

namespace mta
{

namespace
{

// In the order of the enumeration.
constexpr ZoneFormatInfo formats[] = {
    {ZoneFormat::Paste, "paste", "records.txt", QT_TRANSLATE_NOOP("Deploy", "Name and value, to paste"),
     QT_TRANSLATE_NOOP("Deploy", "Create each record on your DNS provider's web page. Most want the short name; some want the whole one. "
                                 "Older records of the same name and type must go: two of them together count as none.")},
    {ZoneFormat::Bind, "bind", "records.zone", QT_TRANSLATE_NOOP("Deploy", "Zone file lines (BIND, NSD, Knot)"),
     QT_TRANSLATE_NOOP("Deploy", "Put the lines into the zone file in place of older ones of the same names, raise the serial number, and "
                                 "reload the zone. Many providers import such a file too.")},
    {ZoneFormat::Nsupdate, "nsupdate", "records.nsupdate", QT_TRANSLATE_NOOP("Deploy", "Dynamic update (nsupdate)"),
     QT_TRANSLATE_NOOP("Deploy", "Run nsupdate -k KEYFILE records.nsupdate. It sends to the primary named in the SOA record, and replaces "
                                 "older records of the same names and types.")},
    {ZoneFormat::PowerShell, "powershell", "records.ps1", QT_TRANSLATE_NOOP("Deploy", "Windows DNS server (PowerShell)"),
     QT_TRANSLATE_NOOP("Deploy", "Run it on the DNS server in a PowerShell with administrator rights. It replaces older records of the "
                                 "same names and types.")},
    {ZoneFormat::Route53, "route53", "route53.json", QT_TRANSLATE_NOOP("Deploy", "Route 53 change batch (JSON)"),
     QT_TRANSLATE_NOOP("Deploy", "Run aws route53 change-resource-record-sets --hosted-zone-id ID --change-batch file://route53.json. It "
                                 "replaces older records of the same names and types. Where an alias makes way for addresses, or addresses "
                                 "for an alias, delete the older ones first.")},
    {ZoneFormat::Cloudflare, "cloudflare", "cloudflare.sh", QT_TRANSLATE_NOOP("Deploy", "Cloudflare API call (curl)"),
     QT_TRANSLATE_NOOP("Deploy", "Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID in the environment and run it with bash. It replaces "
                                 "older records of the same names and types, all at once.")},
    {ZoneFormat::TerraformCloudflare, "terraform-cloudflare", "cloudflare.tf", QT_TRANSLATE_NOOP("Deploy", "Terraform, for Cloudflare"),
     QT_TRANSLATE_NOOP("Deploy", "Put the file beside your others. Records that exist already are to be imported first, or deleted.")},
    {ZoneFormat::TerraformRoute53, "terraform-route53", "route53.tf", QT_TRANSLATE_NOOP("Deploy", "Terraform, for Route 53"),
     QT_TRANSLATE_NOOP("Deploy", "Put the file beside your others. Records that exist already are to be imported first, or deleted.")},
    {ZoneFormat::OctoDns, "octodns", "octodns.yaml", QT_TRANSLATE_NOOP("Deploy", "OctoDNS (YAML)"),
     QT_TRANSLATE_NOOP("Deploy", "Merge the entries into the zone's YAML file, in place of older ones of the same names.")},
    {ZoneFormat::DnsControl, "dnscontrol", "dnscontrol.js", QT_TRANSLATE_NOOP("Deploy", "DNSControl (JavaScript)"),
     QT_TRANSLATE_NOOP("Deploy", "Put it into dnsconfig.js behind the D(...) of the zone, and take older records of the same names out.")},
};

Result<QByteArray> write(ZoneFormat format, const ZoneContent &content)
{
    switch (format) {
    case ZoneFormat::Paste:
        return zonewriters::paste(content);
    case ZoneFormat::Bind:
        return zonewriters::bind(content);
    case ZoneFormat::Nsupdate:
        return zonewriters::nsupdate(content);
    case ZoneFormat::PowerShell:
        return zonewriters::powerShell(content);
    case ZoneFormat::Route53:
        return zonewriters::route53(content);
    case ZoneFormat::Cloudflare:
        return zonewriters::cloudflare(content);
    case ZoneFormat::TerraformCloudflare:
        return zonewriters::terraformCloudflare(content);
    case ZoneFormat::TerraformRoute53:
        return zonewriters::terraformRoute53(content);
    case ZoneFormat::OctoDns:
        return zonewriters::octoDns(content);
    case ZoneFormat::DnsControl:
        return zonewriters::dnsControl(content);
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const ZoneFormatInfo> zoneFormats()
{
    return formats;
}

const ZoneFormatInfo &zoneFormatInfo(ZoneFormat format)
{
    return formats[static_cast<int>(format)];
}

QString zoneFormatTitle(ZoneFormat format)
{
    return QCoreApplication::translate("Deploy", zoneFormatInfo(format).title);
}

QString zoneFormatUse(ZoneFormat format)
{
    return QCoreApplication::translate("Deploy", zoneFormatInfo(format).use);
}

Result<QByteArray> zoneText(ZoneFormat format, const QList<ZoneRecord> &records, const QString &zone)
{
    const Result<ZoneContent> content = zoneContent(records, zone);
    return content ? write(format, *content) : content.error();
}

Result<QList<PasteFields>> pasteFields(const QList<ZoneRecord> &records, const QString &zone)
{
    const Result<ZoneContent> content = zoneContent(records, zone);
    if (!content)
        return content.error();
    QList<PasteFields> fields;
    for (const RecordSet &set : content->sets) {
        for (const ZoneRecord &record : set.records) {
            const std::optional<QString> value = zonewriters::typedValue(record);
            if (!value)
                return inexpressible(record, "paste");
            fields.append({recordTypeName(set.type), set.name, set.owner, *value, set.ttl});
        }
    }
    return fields;
}

QString zoneForRecords(const Plan &plan)
{
    if (!plan.zone.isEmpty())
        return plan.zone;
    const QString registrable = registrableDomain(plan.domain.ascii);
    return registrable.isEmpty() ? plan.domain.ascii : registrable;
}

ZoneShares divideByZone(const QList<ZoneRecord> &records, const QString &zone)
{
    ZoneShares shares;
    for (const ZoneRecord &record : records)
        (isWithin(record.owner, zone) ? shares.within : shares.elsewhere).append(record);
    return shares;
}

} // namespace mta
