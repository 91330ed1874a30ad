// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/hosting.h"

#include "base/placeholders.h"
#include "deploy/hostingtexts.h"
#include <QCoreApplication>

namespace mta
{

namespace
{

using Guide = HostingGuide (*)(const hosting::Site &);

struct ServerRow {
    PolicyServer server;
    const char *title; ///< a name; source text of the context "Hosting" where it is none
    Guide guide;
};

// In the order of the enumeration.
constexpr ServerRow servers[] = {
    {PolicyServer::Undecided, QT_TRANSLATE_NOOP("Hosting", "Not decided yet"), nullptr},
    {PolicyServer::Nginx, "nginx", hosting::nginx},
    {PolicyServer::Apache, "Apache", hosting::apache},
    {PolicyServer::Caddy, "Caddy", hosting::caddy},
    {PolicyServer::Iis, "IIS", hosting::iis},
    {PolicyServer::Lighttpd, "lighttpd", hosting::lighttpd},
    {PolicyServer::HaProxy, "HAProxy", hosting::haProxy},
    {PolicyServer::CloudflareWorkers, "Cloudflare Workers", hosting::cloudflareWorkers},
    {PolicyServer::CloudflarePages, "Cloudflare Pages", hosting::cloudflarePages},
    {PolicyServer::GitHubPages, "GitHub Pages", hosting::gitHubPages},
    {PolicyServer::Netlify, "Netlify", hosting::netlify},
    {PolicyServer::AzureStaticWebApps, "Azure Static Web Apps", hosting::azureStaticWebApps},
    {PolicyServer::S3CloudFront, QT_TRANSLATE_NOOP("Hosting", "S3 with CloudFront"), hosting::s3CloudFront},
    {PolicyServer::Delegated, QT_TRANSLATE_NOOP("Hosting", "A provider serves it (CNAME)"), hosting::delegated},
};

Error refusal(const char *text)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Hosting", text)};
}

} // namespace

QList<PolicyServer> policyServers()
{
    QList<PolicyServer> all;
    for (const ServerRow &row : servers)
        if (row.guide)
            all.append(row.server);
    return all;
}

QString policyServerTitle(PolicyServer server)
{
    return QCoreApplication::translate("Hosting", servers[static_cast<int>(server)].title);
}

Result<HostingGuide> hostingGuide(const Plan &plan)
{
    const ServerRow &row = servers[static_cast<int>(plan.hosting.server)];
    hosting::Site site{plan.domain.ascii, QLatin1String("mta-sts.") + plan.domain.ascii, {}, plan.hosting.alias};
    if (!isHostName(site.host))
        return refusal(QT_TRANSLATE_NOOP("Hosting", "The plan's domain is not a name that a policy host could have."));
    if (!row.guide)
        return refusal(QT_TRANSLATE_NOOP("Hosting", "Nobody is chosen yet to serve the policy."));
    if (row.server == PolicyServer::Delegated) {
        if (!isHostName(site.alias))
            return refusal(QT_TRANSLATE_NOOP("Hosting", "The policy host is to be an alias, but it is not said of what."));
        return row.guide(site);
    }
    const std::optional<QByteArray> policy = plan.policy ? policyText(*plan.policy) : std::nullopt;
    if (!policy)
        return refusal(plan.policy ? QT_TRANSLATE_NOOP("Hosting", "No policy file can say what the plan says.")
                                   : QT_TRANSLATE_NOOP("Hosting", "The plan has no policy: there is nothing to serve."));
    site.policy = *policy;
    return row.guide(site);
}

namespace hosting
{

QString say(const Site &site, const char *sentence)
{
    return fillPlaceholders(
        QCoreApplication::translate("Hosting", sentence),
        {{QStringLiteral("domain"), site.domain}, {QStringLiteral("host"), site.host}, {QStringLiteral("alias"), site.alias}});
}

QStringList say(const Site &site, const Sentences &sentences)
{
    QStringList said;
    for (const char *sentence : sentences)
        said.append(say(site, sentence));
    return said;
}

QByteArray fill(const Site &site, const char *text)
{
    return QByteArray(text).replace("@HOST@", site.host.toLatin1()).replace("@DOMAIN@", site.domain.toLatin1());
}

HostingFile policyFile(const Site &site, const QString &folder, const char *purpose)
{
    return {folder + QLatin1String(".well-known/mta-sts.txt"), site.policy, say(site, purpose)};
}

} // namespace hosting

} // namespace mta
