// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Web servers on a machine of one's own.
#include "base/filename.h"
#include "deploy/hostingtexts.h"
#include <QCoreApplication>

namespace mta::hosting
{

namespace
{

constexpr const char *putPolicy = QT_TRANSLATE_NOOP("Hosting", "The policy. Copy it as it is: lines that end in CRLF stay so.");
constexpr const char *putPolicyThere =
    QT_TRANSLATE_NOOP("Hosting", "Put the policy at /var/www/{host}/.well-known/mta-sts.txt, readable for the web server.");

constexpr const char *certificateNames = QT_TRANSLATE_NOOP(
    "Hosting", "The certificate has to name {host} itself, as a subject alternative name, and come from an authority that "
               "everybody trusts. One for {domain} alone does not do.");
constexpr const char *certificateAcme =
    QT_TRANSLATE_NOOP("Hosting", "It costs nothing by ACME, for example from Let's Encrypt: certbot certonly --standalone -d {host} before "
                                 "the server runs, later with --webroot --webroot-path /var/www/{host}. It then renews itself.");
constexpr const char *certificateCaa = QT_TRANSLATE_NOOP("Hosting", "Where {domain} has CAA records, they have to allow that authority.");

constexpr const char *trapRedirect =
    QT_TRANSLATE_NOOP("Hosting", "Senders follow no redirect. No rule for the whole server may send {host} to www, to another name or to a "
                                 "login; a redirect from http to https does no harm, for they use https alone.");
constexpr const char *trapBots =
    QT_TRANSLATE_NOOP("Hosting", "Protection against bots, limits on requests and application firewalls answer senders with something that "
                                 "is no policy. Leave {host} out of them.");
constexpr const char *trapAddresses =
    QT_TRANSLATE_NOOP("Hosting", "Every address of {host} in the DNS has to serve the file, over IPv6 too.");
constexpr const char *trapCache =
    QT_TRANSLATE_NOOP("Hosting", "A cache or proxy in front of the server may keep the file for a few minutes at most: senders that see a "
                                 "new id fetch the policy at once, and hold on to what they get.");
constexpr const char *trapErrors = QT_TRANSLATE_NOOP("Hosting", "When the file is not there the answer has to be an error. An error page "
                                                                "of your own that comes with status 200 is taken for a broken policy.");
constexpr const char *trapOthers = QT_TRANSLATE_NOOP("Hosting", "Nothing else belongs on {host}: every other path answers 404 here.");

QString configurationName(const Site &site, const char *suffix)
{
    return fileNameFor(site.host, QString::fromLatin1(suffix));
}

constexpr const char *nginxText = R"end(server {
    listen 80;
    listen [::]:80;
    server_name @HOST@;

    location ^~ /.well-known/acme-challenge/ {
        root /var/www/@HOST@;
    }
    location / {
        return 404;
    }
}

server {
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name @HOST@;

    ssl_certificate /etc/letsencrypt/live/@HOST@/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/@HOST@/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;

    location = /.well-known/mta-sts.txt {
        root /var/www/@HOST@;
        types { }
        default_type text/plain;
    }
    location / {
        return 404;
    }
}
)end";

constexpr const char *apacheText = R"end(<VirtualHost *:80>
    ServerName @HOST@
    DocumentRoot "/var/www/@HOST@"
    RedirectMatch 404 "^/(?!\.well-known/acme-challenge/)"
</VirtualHost>

<VirtualHost *:443>
    ServerName @HOST@
    DocumentRoot "/var/www/@HOST@"
    RedirectMatch 404 "^/(?!\.well-known/mta-sts\.txt$)"

    SSLEngine on
    SSLCertificateFile "/etc/letsencrypt/live/@HOST@/fullchain.pem"
    SSLCertificateKeyFile "/etc/letsencrypt/live/@HOST@/privkey.pem"
    SSLProtocol -all +TLSv1.2 +TLSv1.3

    <Files "mta-sts.txt">
        ForceType text/plain
    </Files>
</VirtualHost>

<Directory "/var/www/@HOST@">
    Options None
    AllowOverride None
    Require all granted
</Directory>
)end";

constexpr const char *caddyText = R"end(@HOST@ {
	root * /var/www/@HOST@
	@policy path /.well-known/mta-sts.txt
	handle @policy {
		header Content-Type text/plain
		file_server
	}
	handle {
		respond 404
	}
}
)end";

constexpr const char *lighttpdText = R"end($HTTP["host"] == "@HOST@" {
    server.document-root = "/var/www/@HOST@"
    mimetype.assign = ( ".txt" => "text/plain" )
    $HTTP["url"] !~ "^/\.well-known/(mta-sts\.txt$|acme-challenge/)" {
        url.access-deny = ( "" )
    }
}

$SERVER["socket"] == ":443" {
    ssl.engine = "enable"
    ssl.pemfile = "/etc/letsencrypt/live/@HOST@/fullchain.pem"
    ssl.privkey = "/etc/letsencrypt/live/@HOST@/privkey.pem"
    ssl.openssl.ssl-conf-cmd = ( "MinProtocol" => "TLSv1.2" )
}
$SERVER["socket"] == "[::]:443" {
    ssl.engine = "enable"
    ssl.pemfile = "/etc/letsencrypt/live/@HOST@/fullchain.pem"
    ssl.privkey = "/etc/letsencrypt/live/@HOST@/privkey.pem"
    ssl.openssl.ssl-conf-cmd = ( "MinProtocol" => "TLSv1.2" )
}
)end";

constexpr const char *haProxyText = R"end(frontend mta-sts
    mode http
    timeout client 30s
    bind :::443 v4v6 ssl crt /etc/haproxy/certs/@HOST@.pem ssl-min-ver TLSv1.2
    acl policy_host hdr(host),field(1,:) -i @HOST@
    acl policy_path path /.well-known/mta-sts.txt
    http-request return status 200 content-type text/plain file /etc/haproxy/mta-sts/@HOST@.txt if policy_host policy_path
    http-request return status 404
)end";

constexpr const char *webConfig = R"end(<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpRedirect enabled="false" />
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="false" />
    <staticContent>
      <remove fileExtension=".txt" />
      <mimeMap fileExtension=".txt" mimeType="text/plain" />
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="00:05:00" />
    </staticContent>
  </system.webServer>
</configuration>
)end";

constexpr const char *iisSetup = R"end($ErrorActionPreference = 'Stop'
Import-Module WebAdministration
$root = 'C:\inetpub\@HOST@'
New-Item -ItemType Directory -Force -Path "$root\.well-known" | Out-Null
Copy-Item -Path "$PSScriptRoot\web.config" -Destination $root
Copy-Item -Path "$PSScriptRoot\.well-known\mta-sts.txt" -Destination "$root\.well-known"
New-Website -Name '@HOST@' -PhysicalPath $root -HostHeader '@HOST@' -Port 80
New-WebBinding -Name '@HOST@' -Protocol https -Port 443 -HostHeader '@HOST@' -SslFlags 1
)end";

} // namespace

HostingGuide nginx(const Site &site)
{
    return {
        {policyFile(site, {}, putPolicy),
         {configurationName(site, "conf"), fill(site, nginxText),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Goes to /etc/nginx/sites-available/, with a link to it in sites-enabled."))}},
        say(site, {putPolicyThere, QT_TRANSLATE_NOOP("Hosting", "Check with nginx -t, then reload: systemctl reload nginx.")}),
        say(site,
            {certificateNames, certificateAcme,
             QT_TRANSLATE_NOOP(
                 "Hosting",
                 "nginx reads a renewed certificate when it is reloaded: certbot's --deploy-hook \"systemctl reload nginx\" sees to it."),
             certificateCaa}),
        say(site, {trapRedirect, QT_TRANSLATE_NOOP("Hosting", "Where nginx is built without IPv6, take the lines with [::] out."), trapBots,
                   trapCache, trapErrors, trapAddresses, trapOthers})};
}

HostingGuide apache(const Site &site)
{
    return {
        {policyFile(site, {}, putPolicy),
         {configurationName(site, "conf"), fill(site, apacheText),
          say(site, QT_TRANSLATE_NOOP("Hosting", "Goes to /etc/apache2/sites-available/ (Debian) or /etc/httpd/conf.d/."))}},
        say(site, {putPolicyThere, QT_TRANSLATE_NOOP("Hosting", "Switch on mod_ssl and mod_alias and the site: a2enmod ssl alias, a2ensite "
                                                                "{host}. Check with apachectl configtest, then reload.")}),
        say(site, {certificateNames, certificateAcme,
                   QT_TRANSLATE_NOOP("Hosting", "Apache reads a renewed certificate when it is reloaded: certbot's --deploy-hook "
                                                "\"systemctl reload apache2\" sees to it."),
                   certificateCaa}),
        say(site, {trapRedirect,
                   QT_TRANSLATE_NOOP(
                       "Hosting", "Rules of mod_rewrite in the main configuration count for this site as well; a .htaccess file does not."),
                   trapBots, trapCache, trapErrors, trapAddresses, trapOthers})};
}

HostingGuide caddy(const Site &site)
{
    return {
        {policyFile(site, {}, putPolicy),
         {QStringLiteral("Caddyfile"), fill(site, caddyText), say(site, QT_TRANSLATE_NOOP("Hosting", "Add it to /etc/caddy/Caddyfile."))}},
        say(site, {putPolicyThere, QT_TRANSLATE_NOOP("Hosting", "Check with caddy validate, then reload: systemctl reload caddy.")}),
        say(site, {QT_TRANSLATE_NOOP("Hosting", "Caddy gets and renews the certificate for {host} by itself, once the name leads to this "
                                                "machine and ports 80 and 443 are open."),
                   certificateCaa}),
        say(site, {trapRedirect, trapBots, trapCache, trapErrors, trapAddresses, trapOthers})};
}

HostingGuide iis(const Site &site)
{
    return {
        {policyFile(site, {}, putPolicy),
         {QStringLiteral("web.config"), webConfig,
          say(site, QT_TRANSLATE_NOOP("Hosting", "Goes to C:\\inetpub\\{host}, the folder of a site of its own."))},
         {QStringLiteral("setup.ps1"), fill(site, iisSetup),
          say(site,
              QT_TRANSLATE_NOOP("Hosting", "Creates the site and copies both files. Run it beside them, with administrator rights."))}},
        say(site, {QT_TRANSLATE_NOOP("Hosting", "Run setup.ps1, or create a site for {host} by hand with https on port 443."),
                   QT_TRANSLATE_NOOP("Hosting", "Choose the certificate in the https binding, with Server Name Indication required.")}),
        say(site, {certificateNames,
                   QT_TRANSLATE_NOOP("Hosting",
                                     "It costs nothing by ACME; win-acme knows IIS, puts the certificate into the binding and renews it."),
                   certificateCaa}),
        say(site,
            {trapRedirect,
             QT_TRANSLATE_NOOP("Hosting", "URL Rewrite rules of the server as a whole count for this site as well: exempt it from them."),
             QT_TRANSLATE_NOOP("Hosting", "Explorer does not like a folder whose name begins with a dot; the script and mkdir make it."),
             trapBots, trapCache, trapErrors, trapAddresses})};
}

HostingGuide lighttpd(const Site &site)
{
    return {{policyFile(site, {}, putPolicy),
             {configurationName(site, "conf"), fill(site, lighttpdText),
              say(site, QT_TRANSLATE_NOOP("Hosting", "Goes to /etc/lighttpd/conf-available/, with a link to it in conf-enabled."))}},
            say(site, {putPolicyThere,
                       QT_TRANSLATE_NOOP("Hosting",
                                         "The modules mod_access and mod_openssl (on Debian the package lighttpd-mod-openssl) have to be "
                                         "in server.modules. Check with lighttpd -tt -f /etc/lighttpd/lighttpd.conf, then restart."),
                       QT_TRANSLATE_NOOP("Hosting", "Where https is configured already, leave its blocks as they are and put the two lines "
                                                    "with the certificate into the block for {host}.")}),
            say(site, {certificateNames, certificateAcme,
                       QT_TRANSLATE_NOOP("Hosting", "lighttpd reads a renewed certificate when it is restarted: certbot's --deploy-hook "
                                                    "\"systemctl restart lighttpd\" sees to it."),
                       certificateCaa}),
            say(site, {trapRedirect, QT_TRANSLATE_NOOP("Hosting", "A rule like url.redirect for all hosts counts for this one as well."),
                       trapBots, trapCache, trapErrors, trapAddresses})};
}

HostingGuide haProxy(const Site &site)
{
    return {{{configurationName(site, "txt"), site.policy,
              say(site, QT_TRANSLATE_NOOP("Hosting", "The policy. Goes to /etc/haproxy/mta-sts/; HAProxy serves it from memory."))},
             {QStringLiteral("haproxy.cfg"), fill(site, haProxyText),
              say(site, QT_TRANSLATE_NOOP("Hosting", "Add it to /etc/haproxy/haproxy.cfg."))}},
            say(site, {QT_TRANSLATE_NOOP("Hosting", "Where a frontend for port 443 is there already, put the two acl lines and the first "
                                                    "http-request line into it, before all others, and the certificate into its folder."),
                       QT_TRANSLATE_NOOP("Hosting", "Check with haproxy -c -f /etc/haproxy/haproxy.cfg, then reload: systemctl reload "
                                                    "haproxy. After each change of the policy as well.")}),
            say(site, {certificateNames,
                       QT_TRANSLATE_NOOP("Hosting",
                                         "HAProxy wants certificate chain and key in one file, /etc/haproxy/certs/{host}.pem: the files "
                                         "fullchain.pem and privkey.pem one after the other, made anew by certbot's --deploy-hook."),
                       certificateCaa}),
            say(site, {QT_TRANSLATE_NOOP("Hosting", "A line http-request redirect that stands before these lines wins: put them first."),
                       trapBots, trapCache, trapErrors, trapAddresses})};
}

} // namespace mta::hosting
