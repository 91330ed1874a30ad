// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Services that serve files or run a few lines of code, and delegation to somebody who does it all.
#include "deploy/hostingtexts.h"
#include "deploy/zonequoting.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta::hosting
{

namespace
{

constexpr const char *policyPurpose =
    QT_TRANSLATE_NOOP("Hosting", "The policy. It goes there octet for octet: lines that end in CRLF stay so.");
constexpr const char *attributesPurpose =
    QT_TRANSLATE_NOOP("Hosting", "Keeps git from changing the ends of lines. Lies at the root of the repository.");
constexpr const char *managedCertificate = QT_TRANSLATE_NOOP(
    "Hosting",
    "The service gets and renews the certificate for {host} by itself, once the name leads to it in the DNS. That may take an hour, "
    "rarely a day: until then senders cannot fetch the policy.");
constexpr const char *caaRecords =
    QT_TRANSLATE_NOOP("Hosting", "Where {domain} has CAA records, they have to allow the authority that the service uses.");
constexpr const char *ownSite = QT_TRANSLATE_NOOP("Hosting", "Give {host} a site of its own. On a site with several names the service "
                                                             "redirects all but the main one, and senders follow no redirect.");
constexpr const char *mediaType = QT_TRANSLATE_NOOP(
    "Hosting", "See that the file comes as text/plain and with status 200: a page that says \"not found\" with status 200 is no policy.");

HostingFile attributes(const Site &site)
{
    return {QStringLiteral(".gitattributes"), "mta-sts.txt -text\n", say(site, attributesPurpose)};
}

/// The policy as a literal of JavaScript: printable ASCII that stands for these characters and no others.
QByteArray scriptLiteral(const QString &text)
{
    QByteArray literal = "\"";
    for (const QChar c : text) {
        if (c == u'\n')
            literal += "\\n";
        else if (c == u'\r')
            literal += "\\r";
        else if (c.unicode() < ' ' || c.unicode() > '~' || c == u'<') // no end of a script element either
            literal += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            literal += jsonLiteral(QByteArray(1, c.toLatin1())).mid(1).chopped(1);
    }
    return literal + '"';
}

constexpr const char *workerText = R"end(
export default {
  async fetch(request) {
    const served = new URL(request.url).pathname === "/.well-known/mta-sts.txt";
    return new Response(served ? policy : "Not found\n", {
      status: served ? 200 : 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
};
)end";

constexpr const char *wranglerText = R"end(name = "mta-sts"
main = "worker.js"
compatibility_date = "2025-01-01"
workers_dev = false
routes = [{ pattern = "@HOST@", custom_domain = true }]
)end";

constexpr const char *headersText = R"end(/.well-known/mta-sts.txt
  Content-Type: text/plain; charset=utf-8
)end";

constexpr const char *netlifyText = R"end([build]
  publish = "public"

[[headers]]
  for = "/.well-known/mta-sts.txt"
  [headers.values]
    Content-Type = "text/plain; charset=utf-8"
)end";

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray staticWebApp()
{
    const QJsonObject headers{{QStringLiteral("Content-Type"), QStringLiteral("text/plain; charset=utf-8")},
                              {QStringLiteral("Cache-Control"), QStringLiteral("max-age=300")}};
    return json({{QStringLiteral("mimeTypes"), QJsonObject{{QStringLiteral(".txt"), QStringLiteral("text/plain")}}},
                 {QStringLiteral("routes"), QJsonArray{QJsonObject{{QStringLiteral("route"), QStringLiteral("/.well-known/mta-sts.txt")},
                                                                   {QStringLiteral("headers"), headers}}}}});
}

/// Bucket names have 3 to 63 octets, and with dots in them the certificate of S3 does not fit.
QString bucketName(const Site &site)
{
    constexpr qsizetype maxBucketName = 63;
    QString name = site.host;
    name.replace(u'.', u'-');
    if (name.size() <= maxBucketName)
        return name;
    const QByteArray digest = QCryptographicHash::hash(site.host.toLatin1(), QCryptographicHash::Sha256).toHex().left(16);
    return name.left(maxBucketName - digest.size() - 1) + u'-' + QString::fromLatin1(digest);
}

QByteArray distribution(const Site &site)
{
    const QString bucket = bucketName(site);
    const QJsonObject s3{{QStringLiteral("Id"), QStringLiteral("policy")},
                         {QStringLiteral("DomainName"), QString(bucket + QLatin1String(".s3.us-east-1.amazonaws.com"))},
                         {QStringLiteral("OriginAccessControlId"), QStringLiteral("ACCESS_CONTROL_ID")},
                         {QStringLiteral("S3OriginConfig"), QJsonObject{{QStringLiteral("OriginAccessIdentity"), QString()}}}};
    const QJsonObject behaviour{
        {QStringLiteral("TargetOriginId"), QStringLiteral("policy")},
        {QStringLiteral("ViewerProtocolPolicy"), QStringLiteral("https-only")},
        {QStringLiteral("CachePolicyId"), QStringLiteral("658327ea-f89d-4fab-a63d-7e88639e58f6")}, // CachingOptimized
        {QStringLiteral("Compress"), false}};
    const auto list = [](const QJsonArray &items) {
        return QJsonObject{{QStringLiteral("Quantity"), items.size()}, {QStringLiteral("Items"), items}};
    };
    return json(
        {{QStringLiteral("CallerReference"), bucket},
         {QStringLiteral("Comment"), site.host},
         {QStringLiteral("Enabled"), true},
         {QStringLiteral("HttpVersion"), QStringLiteral("http2")},
         {QStringLiteral("IsIPV6Enabled"), true},
         {QStringLiteral("Aliases"), list({site.host})},
         {QStringLiteral("Origins"), list({s3})},
         {QStringLiteral("DefaultCacheBehavior"), behaviour},
         {QStringLiteral("ViewerCertificate"), QJsonObject{{QStringLiteral("ACMCertificateArn"), QStringLiteral("CERTIFICATE_ARN")},
                                                           {QStringLiteral("SSLSupportMethod"), QStringLiteral("sni-only")},
                                                           {QStringLiteral("MinimumProtocolVersion"), QStringLiteral("TLSv1.2_2021")}}}});
}

QByteArray bucketPolicy(const Site &site)
{
    const QJsonObject condition{
        {QStringLiteral("StringEquals"), QJsonObject{{QStringLiteral("AWS:SourceArn"), QStringLiteral("DISTRIBUTION_ARN")}}}};
    const QJsonObject statement{
        {QStringLiteral("Effect"), QStringLiteral("Allow")},
        {QStringLiteral("Principal"), QJsonObject{{QStringLiteral("Service"), QStringLiteral("cloudfront.amazonaws.com")}}},
        {QStringLiteral("Action"), QStringLiteral("s3:GetObject")},
        {QStringLiteral("Resource"),
         QString(QLatin1String("arn:aws:s3:::") + bucketName(site) + QLatin1String("/.well-known/mta-sts.txt"))},
        {QStringLiteral("Condition"), condition}};
    return json({{QStringLiteral("Version"), QStringLiteral("2012-10-17")}, {QStringLiteral("Statement"), QJsonArray{statement}}});
}

constexpr const char *awsSetup = R"end(#!/usr/bin/env bash
# Needs bash and the AWS command line, logged in. CERTIFICATE_ARN is that of the issued certificate for @HOST@:
#   aws acm request-certificate --region us-east-1 --domain-name @HOST@ --validation-method DNS
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${CERTIFICATE_ARN:?}"
bucket=@BUCKET@

aws s3api create-bucket --region us-east-1 --bucket "$bucket"
aws s3api put-object --bucket "$bucket" --key .well-known/mta-sts.txt --body .well-known/mta-sts.txt \
    --content-type text/plain --cache-control max-age=300

access=$(aws cloudfront create-origin-access-control --query OriginAccessControl.Id --output text \
    --origin-access-control-config "Name=$bucket,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3")
configuration=$(sed -e "s|ACCESS_CONTROL_ID|$access|" -e "s|CERTIFICATE_ARN|$CERTIFICATE_ARN|" distribution.json)
distribution=$(aws cloudfront create-distribution --query Distribution.ARN --output text --distribution-config "$configuration")
aws s3api put-bucket-policy --bucket "$bucket" --policy "$(sed -e "s|DISTRIBUTION_ARN|$distribution|" bucket-policy.json)"

echo "The alias (CNAME) of @HOST@:"
aws cloudfront get-distribution --id "${distribution##*/}" --query Distribution.DomainName --output text
)end";

} // namespace

HostingGuide cloudflareWorkers(const Site &site)
{
    return {
        {{QStringLiteral("worker.js"), "const policy = " + scriptLiteral(QString::fromUtf8(site.policy)) + ";\n" + workerText,
          say(site,
              QT_TRANSLATE_NOOP("Hosting", "The whole service: it answers with the policy at its path, and with 404 everywhere else."))},
         {QStringLiteral("wrangler.toml"), fill(site, wranglerText),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Tells Cloudflare's command line to run it at {host}."))}},
        say(site,
            {QT_TRANSLATE_NOOP("Hosting",
                               "Run npx wrangler deploy in the folder with both files. The zone of {domain} has to be at Cloudflare."),
             QT_TRANSLATE_NOOP("Hosting", "Cloudflare makes the DNS record of {host} itself: there must be no other of that name before."),
             QT_TRANSLATE_NOOP("Hosting", "After each change of the policy, deploy again.")}),
        say(site, {QT_TRANSLATE_NOOP("Hosting", "Cloudflare gets and renews the certificate for {host} by itself."), caaRecords}),
        say(site,
            {QT_TRANSLATE_NOOP("Hosting",
                               "Bot Fight Mode, challenges and rules of the firewall count for workers as well. Except {host} from them."),
             QT_TRANSLATE_NOOP("Hosting", "Redirect rules of the zone come before the worker: none may catch {host}."), mediaType})};
}

HostingGuide cloudflarePages(const Site &site)
{
    return {
        {policyFile(site, QStringLiteral("public/"), policyPurpose),
         {QStringLiteral("public/_headers"), headersText, say(site, QT_TRANSLATE_NOOP("Hosting", "Says which media type the policy has."))},
         {QStringLiteral("public/404.html"), "<!doctype html>\n<title>Not found</title>\n",
          say(site, QT_TRANSLATE_NOOP(
                        "Hosting", "Without it Pages takes the site for an application with one page, and answers every path with that."))},
         attributes(site)},
        say(site,
            {QT_TRANSLATE_NOOP(
                 "Hosting",
                 "Run npx wrangler pages deploy public --project-name mta-sts, or connect a repository whose output folder is public."),
             QT_TRANSLATE_NOOP(
                 "Hosting",
                 "Add {host} as a custom domain of the project first, and only then the CNAME record to the project's pages.dev name.")}),
        say(site, {managedCertificate, caaRecords}),
        say(site, {QT_TRANSLATE_NOOP("Hosting", "Access policies and preview protection may ask visitors to log in: not on {host}."),
                   mediaType})};
}

HostingGuide gitHubPages(const Site &site)
{
    return {{policyFile(site, {}, policyPurpose),
             {QStringLiteral(".nojekyll"),
              {},
              say(site, QT_TRANSLATE_NOOP("Hosting", "An empty file. Without it folders whose names begin with a dot are not published."))},
             {QStringLiteral("CNAME"), site.host.toLatin1() + '\n', say(site, QT_TRANSLATE_NOOP("Hosting", "The name that the site has."))},
             attributes(site)},
            say(site,
                {QT_TRANSLATE_NOOP("Hosting", "Put the files at the root of a repository of its own, and switch on Pages for its branch."),
                 QT_TRANSLATE_NOOP("Hosting", "Set the CNAME record of {host} to your account's name at github.io, and wait until the "
                                              "settings of the repository call the domain verified."),
                 QT_TRANSLATE_NOOP("Hosting", "Switch on \"Enforce HTTPS\" as soon as it can be chosen.")}),
            say(site, {managedCertificate, caaRecords}),
            say(site, {ownSite,
                       QT_TRANSLATE_NOOP("Hosting", "Verify {domain} in the settings of your account. Otherwise somebody else can serve a "
                                                    "policy at {host} when the repository goes and the DNS record stays."),
                       QT_TRANSLATE_NOOP(
                           "Hosting", "Files are kept in caches for ten minutes: wait that long between a new policy and its new id.")})};
}

HostingGuide netlify(const Site &site)
{
    return {{policyFile(site, QStringLiteral("public/"), policyPurpose),
             {QStringLiteral("netlify.toml"), netlifyText,
              say(site, QT_TRANSLATE_NOOP("Hosting", "Says what is published and which media type the policy has."))},
             attributes(site)},
            say(site, {QT_TRANSLATE_NOOP("Hosting", "Run netlify deploy --prod in the folder, or connect a repository with these files."),
                       QT_TRANSLATE_NOOP(
                           "Hosting",
                           "Make {host} the primary domain of the site, and set its CNAME record to the site's name at netlify.app.")}),
            say(site, {managedCertificate, caaRecords}),
            say(site, {ownSite, QT_TRANSLATE_NOOP("Hosting", "Password protection and bot protection may not catch {host}."), mediaType})};
}

HostingGuide azureStaticWebApps(const Site &site)
{
    return {
        {policyFile(site, QStringLiteral("public/"), policyPurpose),
         {QStringLiteral("public/staticwebapp.config.json"), staticWebApp(),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Says which media type the policy has."))},
         {QStringLiteral("public/index.html"), "<!doctype html>\n<title>MTA-STS</title>\n",
          say(site, QT_TRANSLATE_NOOP("Hosting", "Azure does not publish a site without it."))},
         attributes(site)},
        say(site, {QT_TRANSLATE_NOOP(
                       "Hosting",
                       "Create a static web app whose app location is public, without a build; or run swa deploy public --env production."),
                   QT_TRANSLATE_NOOP(
                       "Hosting",
                       "Set the CNAME record of {host} to the app's name at azurestaticapps.net, and add {host} as a custom domain.")}),
        say(site, {managedCertificate, caaRecords}),
        say(site, {ownSite,
                   QT_TRANSLATE_NOOP("Hosting",
                                     "A navigationFallback in the configuration answers every path with the start page: leave it out."),
                   mediaType})};
}

HostingGuide s3CloudFront(const Site &site)
{
    return {
        {policyFile(site, {}, policyPurpose),
         {QStringLiteral("setup.sh"), fill(site, awsSetup).replace("@BUCKET@", bucketName(site).toLatin1()),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Creates bucket and distribution, uploads the policy and prints the alias for the DNS."))},
         {QStringLiteral("distribution.json"), distribution(site),
          say(site, QT_TRANSLATE_NOOP("Hosting", "The distribution that serves the bucket at {host}, by https alone."))},
         {QStringLiteral("bucket-policy.json"), bucketPolicy(site),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Lets this distribution, and nobody else, read the policy from the bucket."))}},
        say(site, {QT_TRANSLATE_NOOP(
                       "Hosting",
                       "Ask for the certificate first, prove the domain with the DNS record that AWS names, and wait until it is issued."),
                   QT_TRANSLATE_NOOP(
                       "Hosting",
                       "Run setup.sh with CERTIFICATE_ARN in the environment. Then set the CNAME record of {host} to the name it prints."),
                   QT_TRANSLATE_NOOP("Hosting", "After each change of the policy: put the object again, then aws cloudfront "
                                                "create-invalidation --distribution-id ID --paths /.well-known/mta-sts.txt.")}),
        say(site, {QT_TRANSLATE_NOOP("Hosting", "CloudFront takes certificates from the region us-east-1 alone. AWS renews them as long as "
                                                "the DNS record that proves the domain stays."),
                   QT_TRANSLATE_NOOP("Hosting", "Where {domain} has CAA records, they have to allow amazon.com.")}),
        say(site,
            {QT_TRANSLATE_NOOP("Hosting",
                               "The website address of a bucket has no https for a name of your own: it is no substitute for CloudFront."),
             QT_TRANSLATE_NOOP("Hosting", "A web ACL (AWS WAF) with bot rules on the distribution turns senders away."),
             QT_TRANSLATE_NOOP("Hosting", "Objects uploaded without --content-type come as binary/octet-stream.")})};
}

HostingGuide delegated(const Site &site)
{
    return {
        {},
        say(site,
            {QT_TRANSLATE_NOOP(
                 "Hosting", "Ask the provider for both of its aliases: that of {host}, which is {alias}, and that of _mta-sts.{domain}."),
             QT_TRANSLATE_NOOP("Hosting",
                               "Before you set them, check what policy the provider serves, and that it covers your mail servers.")}),
        say(site, {QT_TRANSLATE_NOOP(
                       "Hosting",
                       "The provider needs a certificate for {host} itself, not for {alias}: it gets one by ACME once the alias is set."),
                   caaRecords}),
        say(site, {QT_TRANSLATE_NOOP("Hosting", "Only the provider can change the policy, and then the id has to change with it: that is "
                                                "why _mta-sts.{domain} should be an alias as well."),
                   QT_TRANSLATE_NOOP("Hosting",
                                     "When the contract ends, take the aliases out. What stays can be taken over by somebody else.")})};
}

} // namespace mta::hosting
