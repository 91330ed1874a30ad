// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/hosting.h"

/// One guide per server. The templates hold @HOST@ and @DOMAIN@ alone: host names that were checked, so nothing needs quoting.
namespace mta::hosting
{

struct Site {
    QString domain;
    QString host;      ///< "mta-sts.example.com" (RFC 8461 §3.3)
    QByteArray policy; ///< the file, octet for octet
    QString alias;     ///< of the plan
};

/// Sentences of a guide: source texts of the context "Hosting" with the placeholders {domain}, {host} and {alias}.
using Sentences = QList<const char *>;
QStringList say(const Site &site, const Sentences &sentences);
QString say(const Site &site, const char *sentence);

/// The template with the names filled in.
QByteArray fill(const Site &site, const char *text);

/// The policy file itself, at the place where it is served from.
HostingFile policyFile(const Site &site, const QString &folder, const char *purpose);

HostingGuide nginx(const Site &site);
HostingGuide apache(const Site &site);
HostingGuide caddy(const Site &site);
HostingGuide iis(const Site &site);
HostingGuide lighttpd(const Site &site);
HostingGuide haProxy(const Site &site);
HostingGuide cloudflareWorkers(const Site &site);
HostingGuide cloudflarePages(const Site &site);
HostingGuide gitHubPages(const Site &site);
HostingGuide netlify(const Site &site);
HostingGuide azureStaticWebApps(const Site &site);
HostingGuide s3CloudFront(const Site &site);
HostingGuide delegated(const Site &site);

} // namespace mta::hosting
