// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"

namespace mta
{

// A plan is kept under version control and read by people: octets that are text stand as text, digests in hexadecimal digits, durations in
// seconds, notes line by line.
// clang-format off

constexpr const char *word(PolicyServer server)
{
    switch (server) {
    case PolicyServer::Undecided: return "undecided";
    case PolicyServer::Nginx: return "nginx";
    case PolicyServer::Apache: return "apache";
    case PolicyServer::Caddy: return "caddy";
    case PolicyServer::Iis: return "iis";
    case PolicyServer::Lighttpd: return "lighttpd";
    case PolicyServer::HaProxy: return "haproxy";
    case PolicyServer::CloudflareWorkers: return "cloudflare-workers";
    case PolicyServer::CloudflarePages: return "cloudflare-pages";
    case PolicyServer::GitHubPages: return "github-pages";
    case PolicyServer::Netlify: return "netlify";
    case PolicyServer::AzureStaticWebApps: return "azure-static-web-apps";
    case PolicyServer::S3CloudFront: return "s3-cloudfront";
    case PolicyServer::Delegated: return "delegated";
    }
    return nullptr;
}

constexpr const char *word(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::None: return "none";
    case PolicyMode::Testing: return "testing";
    case PolicyMode::Enforce: return "enforce";
    }
    return nullptr;
}
// clang-format on

template<class Archive, class Duration>
void secondsMember(Archive &archive, const char *name, Duration &value)
{
    qint64 count = value.count();
    archive.member(name, count);
    if constexpr (!Archive::writing)
        value = std::chrono::seconds(count);
}

template<class Archive, class Octets>
void plainMember(Archive &archive, const char *name, Octets &value)
{
    QString text = QString::fromUtf8(value);
    archive.member(name, text);
    if constexpr (!Archive::writing)
        value = text.toUtf8();
}

template<class Archive, class Texts>
void plainList(Archive &archive, const char *name, Texts &values, qsizetype limit)
{
    QList<QString> texts;
    for (const QByteArray &value : std::as_const(values))
        texts.append(QString::fromUtf8(value));
    archive.list(name, texts, limit);
    if constexpr (!Archive::writing) {
        values.clear();
        for (const QString &text : std::as_const(texts))
            values.append(text.toUtf8());
    }
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const PolicyField, PolicyField> &value)
{
    plainMember(archive, "key", value.key);
    plainMember(archive, "value", value.value);
}

/// The shortest line of a policy, "mx: a", and its end.
inline constexpr qsizetype maxPlanPatterns = maxPolicySize / 7;

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const PolicyTerms, PolicyTerms> &value)
{
    archive.member("mode", value.mode);
    secondsMember(archive, "maxAge", value.maxAge);
    if constexpr (Archive::writing) {
        archive.list("mx", QList<QString>(value.mx), maxPlanPatterns);
    } else {
        archive.need("mode");
        archive.need("maxAge");
        QList<QString> patterns;
        archive.list("mx", patterns, maxPlanPatterns);
        value.mx = QStringList(patterns);
    }
    archive.list("extensions", value.extensions, maxPlanPatterns);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const IntendedMx, IntendedMx> &value)
{
    archive.member("preference", value.preference);
    archive.member("host", value.host);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const PolicyHosting, PolicyHosting> &value)
{
    archive.member("server", value.server);
    archive.member("alias", value.alias);
    archive.list("addresses", value.addresses, maxPlanAddresses);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const IntendedTlsa, IntendedTlsa> &value)
{
    archive.member("host", value.host);
    archive.member("usage", value.record.usage);
    archive.member("selector", value.record.selector);
    archive.member("matchingType", value.record.matchingType);
    QString data = QString::fromLatin1(value.record.data.toHex());
    archive.member("data", data);
    if constexpr (!Archive::writing) {
        for (const char *name : {"usage", "selector", "matchingType"})
            archive.need(name);
        value.record.data = QByteArray::fromHex(data.toLatin1());
        if (QString::fromLatin1(value.record.data.toHex()) != data.toLower()) // fromHex() passes over what is no digit
            archive.refuse("data");
    }
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Publication, Publication> &value)
{
    archive.member("from", value.from);
    archive.member("until", value.until);
    plainMember(archive, "id", value.id);
    archive.member("policy", value.policy);
    if constexpr (!Archive::writing)
        archive.need("policy");
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const ReportsRead, ReportsRead> &value)
{
    archive.member("said", value.said);
    archive.member("failures", value.failures);
    if constexpr (!Archive::writing) {
        archive.need("failures");
        if (!value.said.isValid())
            archive.refuse("said");
    }
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Plan, Plan> &value)
{
    if constexpr (Archive::writing) {
        archive.member("domain", value.domain.ascii);
        const QStringList lines = value.notes.isEmpty() ? QStringList() : value.notes.split(u'\n');
        archive.list("notes", QList<QString>(lines), maxPlanNotes);
    } else {
        archive.need("domain");
        QString name;
        archive.member("domain", name);
        if (const Result<DomainName> domain = parseDomainName(name))
            value.domain = *domain;
        else
            archive.refuse("domain");
        QList<QString> lines;
        archive.list("notes", lines, maxPlanNotes);
        value.notes = QStringList(lines).join(u'\n');
    }
    archive.member("zone", value.zone);
    secondsMember(archive, "ttl", value.ttl);
    archive.member("policy", value.policy);
    plainMember(archive, "id", value.id);
    archive.list("mx", value.mx, maxPlanMx);
    plainList(archive, "reports", value.reports, maxPlanReports);
    archive.member("hosting", value.hosting);
    archive.list("tlsa", value.tlsa, maxPlanTlsa);
    archive.list("published", value.published, maxPublications);
    archive.member("reportsRead", value.reportsRead);
}

} // namespace mta
