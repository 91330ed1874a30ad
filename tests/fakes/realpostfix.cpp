// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/realpostfix.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mta::fakes
{
namespace
{

constexpr auto postfixMaster = "/usr/lib/postfix/sbin/master";

constexpr auto mainSettings = "compatibility_level = 3.6\nmail_owner = postfix\nsetgid_group = postdrop\nmydestination =\n"
                              "mynetworks = 192.0.2.1\nalias_maps =\nsmtpd_tls_security_level = may\n"
                              "smtpd_client_connection_rate_limit = 0\nsmtpd_peername_lookup = no\n";
constexpr auto ownServices = "postlog unix-dgram n - n - 1 postlogd\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\n"
                             "proxymap unix - - n - - proxymap\nrewrite unix - - n - - trivial-rewrite\n"
                             "dnsblog unix - - n - 0 dnsblog\ntlsproxy unix - - n - 0 tlsproxy\n";

} // namespace

QString RealPostfix::missing()
{
    if (serverProgram("postconf").isEmpty())
        return QStringLiteral("the package postfix is not installed");
    if (geteuid() != 0)
        return QStringLiteral("the right to start Postfix, which is root's");
    if (!QFileInfo(QLatin1String(postfixMaster)).isExecutable() || !getpwnam("postfix") || !getgrnam("postdrop"))
        return QStringLiteral("Postfix as Debian sets it up");
    return {};
}

bool RealPostfix::write(const char *file, const QByteArray &content)
{
    QFile out(QString::fromLocal8Bit(path(file)));
    if (out.open(QIODevice::WriteOnly) && out.write(content) == content.size())
        return true;
    m_error = QStringLiteral("cannot write ") + out.fileName();
    return false;
}

bool RealPostfix::makeFolders()
{
    // Its processes give up root's rights and still have to pass through.
    chmod(m_folder.path().toLocal8Bit().constData(), 0711);
    const passwd *owner = getpwnam("postfix");
    const QDir folder(m_folder.path());
    for (const char *name : {"configuration", "queue/pid", "queue/private", "queue/public", "data"}) {
        const bool own = qstrcmp(name, "configuration") != 0 && qstrcmp(name, "queue/pid") != 0;
        if (!folder.mkpath(QLatin1String(name)) || (own && chown(path(name).constData(), owner->pw_uid, owner->pw_gid) != 0)) {
            m_error = QStringLiteral("cannot make the folders of Postfix");
            return false;
        }
    }
    return true;
}

bool RealPostfix::start(const QByteArray &services, const QByteArrayList &addresses, quint16 port, bool ipv6)
{
    const QByteArray main = mainSettings + ("queue_directory = " + path("queue")) + "\ndata_directory = " + path("data") +
                            "\ninet_protocols = " + (ipv6 ? "all" : "ipv4") + "\nmaillog_file = " + path("maillog") +
                            "\nmaillog_file_prefixes = " + m_folder.path().toLocal8Bit() + '\n';
    if (!makeFolders() || !write("configuration/main.cf", main) || !write("configuration/master.cf", ownServices + services))
        return false;
    if (m_master.start(QLatin1String(postfixMaster),
                       {QStringLiteral("-c"), QString::fromLocal8Bit(path("configuration")), QStringLiteral("-d")},
                       [&] { return answersAt(addresses, port); }))
        return true;
    QFile log(QString::fromLocal8Bit(path("maillog")));
    m_error = m_master.error() + (log.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(log.readAll().right(2000)) : QString());
    return false;
}

} // namespace mta::fakes
