// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "hostingserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sys/stat.h>

namespace mta::fakes
{
namespace
{

const QList<HostingProgram> programs{
    {PolicyServer::Nginx, "nginx", "nginx-light", "/etc/nginx/mime.types",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-e"), QStringLiteral("stderr"),        QStringLiteral("-p"), folder,
                 QStringLiteral("-c"), folder + QStringLiteral("/main")};
     },
     "daemon off;\nmaster_process off;\npid @FOLDER@/pid;\nerror_log stderr;\nevents { }\nhttp {\n access_log off;\n include @FILE@;\n"
     " client_body_temp_path @FOLDER@/t1; proxy_temp_path @FOLDER@/t2; fastcgi_temp_path @FOLDER@/t3; uwsgi_temp_path @FOLDER@/t4;"
     " scgi_temp_path @FOLDER@/t5;\n include /etc/nginx/mime.types;\n default_type application/octet-stream;\n gzip on;\n}\n"},
    {PolicyServer::Apache, "apache2", "apache2-bin", "/usr/lib/apache2/modules/mod_ssl.so",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-X"), QStringLiteral("-d"), folder, QStringLiteral("-f"), folder + QStringLiteral("/main")};
     },
     "ServerName localhost\nPidFile @FOLDER@/pid\nErrorLog @FOLDER@/error.log\nDefaultRuntimeDir @FOLDER@\nListen 80\nListen 443\n"
     "LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so\n"
     "LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so\n"
     "LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so\nLoadModule dir_module /usr/lib/apache2/modules/mod_dir.so\n"
     "LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so\n"
     "LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so\nLoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so\n"
     "TypesConfig /dev/null\n<Directory />\n AllowOverride None\n Require all denied\n</Directory>\nInclude @FILE@\n"},
    {PolicyServer::Caddy, "caddy", "caddy", "/",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("run"), QStringLiteral("--adapter"), QStringLiteral("caddyfile"), QStringLiteral("--config"),
                 folder + QStringLiteral("/main")};
     },
     // An authority of its own in place of ACME.
     "{\n admin off\n local_certs\n skip_install_trust\n storage file_system @FOLDER@/storage\n}\nimport @FILE@\n"},
    {PolicyServer::Lighttpd, "lighttpd", "lighttpd and lighttpd-mod-openssl", "/usr/lib/lighttpd/mod_openssl.so",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-D"), QStringLiteral("-f"), folder + QStringLiteral("/main")};
     },
     "server.modules = ( \"mod_access\", \"mod_openssl\" )\nserver.port = 80\nserver.document-root = \"@FOLDER@/empty\"\n"
     "server.errorlog = \"@FOLDER@/error.log\"\ninclude \"@FILE@\"\n"},
    {PolicyServer::HaProxy, "haproxy", "haproxy", "/",
     [](const QString &folder) -> QStringList {
         return {QStringLiteral("-db"), QStringLiteral("-f"), folder + QStringLiteral("/main"), QStringLiteral("-f"),
                 folder + QStringLiteral("/haproxy.cfg")};
     },
     "global\n maxconn 100\n"},
};

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

QString HostingProgram::missing() const
{
    const bool there = !serverProgram(program).isEmpty() && QFileInfo::exists(QLatin1String(module));
    return there ? QString() : QStringLiteral("package that is not installed: ") + QLatin1String(package);
}

const QList<HostingProgram> &hostingPrograms()
{
    return programs;
}

const HostingProgram &hostingProgram(PolicyServer server)
{
    return *std::find_if(programs.cbegin(), programs.cend(), [server](const HostingProgram &each) { return each.server == server; });
}

/// The folders of the system that a configuration names, as folders of the test.
QByteArray HostingServer::localised(QByteArray text) const
{
    const QByteArray folder = m_folder.path().toLocal8Bit();
    for (const char *outside : {"/var/www/", "/etc/letsencrypt/", "/etc/haproxy/"})
        text.replace(outside, folder + outside);
    return text;
}

bool HostingServer::put(const QList<HostingFile> &files)
{
    chmod(m_folder.path().toLocal8Bit().constData(), 0711); // a server that gives up root's rights still has to pass through
    bool good = QDir().mkpath(file(QStringLiteral("empty"))) && QDir().mkpath(webRoot());
    QByteArray around = m_program.around;
    for (const HostingFile &each : files) {
        if (each.name == QLatin1String(".well-known/mta-sts.txt")) {
            good = good && write(webRoot() + u'/' + each.name, each.content);
        } else if (m_program.server == PolicyServer::HaProxy && each.name.endsWith(QLatin1String(".txt"))) {
            good = good && write(file(QStringLiteral("etc/haproxy/mta-sts/") + each.name), each.content);
        } else {
            m_configuration = file(each.name);
            good = good && write(m_configuration, localised(each.content));
            around.replace("@FILE@", m_configuration.toLocal8Bit());
        }
    }
    return good && write(file(QStringLiteral("main")), around.replace("@FOLDER@", m_folder.path().toLocal8Bit()));
}

bool HostingServer::putCertificate(const QList<Identity> &chain)
{
    const QByteArray key = chain.first().keyPem();
    QByteArray certificates;
    for (const Identity &identity : chain)
        certificates += identity.certificatePem();
    const QString live = file(QStringLiteral("etc/letsencrypt/live/") + m_host);
    return write(live + QStringLiteral("/fullchain.pem"), certificates) && write(live + QStringLiteral("/privkey.pem"), key) &&
           write(file(QStringLiteral("etc/haproxy/certs/") + m_host + QStringLiteral(".pem")), chain.first().certificatePem() + key);
}

bool HostingServer::start(const std::function<bool()> &ready)
{
    stop();
    m_process = std::make_unique<ForegroundServer>();
    return m_process->start(serverProgram(m_program.program), m_program.arguments(m_folder.path()), ready);
}

QString HostingServer::error() const
{
    QFile log(file(QStringLiteral("error.log")));
    return (m_process ? m_process->error() : QString()) +
           (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(4000)) : QString());
}

} // namespace mta::fakes
