// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "deploy/zonerecord.h"
#include <span>

/// The records of a plan in the form that somebody's DNS takes. A record comes from a plan, a plan from a file, a file from anybody: every
/// writer quotes for its own language, and refuses what that language cannot say. Nothing that is data can become a directive.
namespace mta
{

enum class ZoneFormat {
    Paste, ///< name and value for a provider's web page
    Bind,  ///< lines of a master file (RFC 1035 §5.1): BIND, NSD, Knot, and what many providers import
    Nsupdate,
    PowerShell,
    Route53,
    Cloudflare,
    TerraformCloudflare,
    TerraformRoute53,
    OctoDns,
    DnsControl,
};

/// What is fixed about a format. Title and use are source texts of the context "Deploy".
struct ZoneFormatInfo {
    ZoneFormat format = ZoneFormat::Paste;
    const char *name;     ///< on the command line, "terraform-route53"
    const char *fileName; ///< "route53.tf"
    const char *title;
    const char *use; ///< what to do with the text, and what it does to older records
};
std::span<const ZoneFormatInfo> zoneFormats();
const ZoneFormatInfo &zoneFormatInfo(ZoneFormat format);
QString zoneFormatTitle(ZoneFormat format); ///< translated
QString zoneFormatUse(ZoneFormat format);   ///< translated

/// All records as one text. An Error names the record that this format cannot express, that is none, or that is not within the zone
/// (normalised, without a trailing dot). Lines end in LF.
Result<QByteArray> zoneText(ZoneFormat format, const QList<ZoneRecord> &records, const QString &zone);

/// One record as the input fields of a web page want it.
struct PasteFields {
    QString type;  ///< "TXT"
    QString name;  ///< relative to the zone, "@" for the zone itself
    QString owner; ///< the whole name, without a trailing dot
    QString value;
    std::chrono::seconds ttl{3600};

    bool operator==(const PasteFields &) const = default;
};
Result<QList<PasteFields>> pasteFields(const QList<ZoneRecord> &records, const QString &zone);

/// Where the records of a plan go: the zone of the plan, or while nobody knows it the registrable domain, which is right for most.
QString zoneForRecords(const Plan &plan);

/// TLSA records of a mail server elsewhere belong into its own zone, not into this one.
struct ZoneShares {
    QList<ZoneRecord> within;
    QList<ZoneRecord> elsewhere;
};
ZoneShares divideByZone(const QList<ZoneRecord> &records, const QString &zone);

} // namespace mta
