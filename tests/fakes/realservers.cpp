// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/realservers.h"

#include "fakes/privatenetwork.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <sys/stat.h>

namespace mta::fakes
{
namespace
{

constexpr auto nsdAddress = "127.78.0.1";
constexpr auto unboundAddress = "127.78.0.2";
constexpr auto lameAddress = "127.78.0.3";

/// Free on every address of 127.78.0.0/16 as far as one can tell; 0 when there is none.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress(QLatin1String(nsdAddress)), 0) ? server.serverPort() : 0;
}

} // namespace

QString RealServers::missing()
{
    const QList<std::pair<const char *, const char *>> needed{{"nsd", "nsd"},          {"ldns-signzone", "ldnsutils"},
                                                              {"unbound", "unbound"},  {"nginx", "nginx-light"},
                                                              {"postconf", "postfix"}, {"ip", "iproute2"}};
    QStringList packages;
    for (const auto &[executable, package] : needed) {
        if (serverProgram(executable).isEmpty())
            packages.append(QLatin1String(package));
    }
    if (!packages.isEmpty())
        return QStringLiteral("packages that are not installed: ") + packages.join(QStringLiteral(", "));
    return RealPostfix::missing();
}

RealServers::RealServers()
    : m_root(rootAuthority(QStringLiteral("Integration Root"))),
      m_intermediate(intermediateAuthority(QStringLiteral("Integration Intermediate"), m_root)),
      m_expiredIntermediate(issue({.commonName = QStringLiteral("Integration Intermediate of Old"),
                                   .dnsNames = {},
                                   .notBefore = QDateTime::currentDateTimeUtc().addDays(-90),
                                   .notAfter = QDateTime::currentDateTimeUtc().addDays(-3),
                                   .authority = true,
                                   .extensions = {{"keyUsage", "critical,keyCertSign,cRLSign"}}},
                                  m_root)),
      m_strangerRoot(rootAuthority(QStringLiteral("Unknown Root")))
{
}

RealServers::~RealServers()
{
    for (const auto &process : m_processes)
        process->terminate();
    for (const auto &process : m_processes) {
        if (!process->waitForFinished(5000))
            process->kill();
        process->waitForFinished(1000);
    }
}

bool RealServers::start(const QList<RealDomain> &domains)
{
    // Servers that give up root's rights still have to pass through.
    chmod(m_folder.path().toLocal8Bit().constData(), 0711);
    if (!inPrivateNetwork()) {
        m_dnsPort = freePort();
        m_smtpPort = freePort();
        m_httpsPort = freePort();
    }
    m_zones.resize(2);
    m_zones[0].origin = ".";
    m_zones[1].origin = "example.";
    m_zones[1].lines = {"ns.example. A " + QByteArray(nsdAddress), "lame.example. A " + QByteArray(lameAddress)};
    for (qsizetype i = 0; i < domains.size(); ++i)
        describe(domains.at(i), i);
    if (inPrivateNetwork() && !(addAddresses(m_ipv6Addresses) && makeUnreachable(m_unreachable))) {
        m_error = QStringLiteral("the private network cannot be set up");
        return false;
    }
    return m_folder.isValid() && write("ca.pem", m_root.certificatePem()) && startScripts() && makeZones() && startNsd() &&
           startUnbound() && startNginx() && startPostfix();
}

QString RealServers::nameServer() const
{
    return QLatin1String(nsdAddress) + u':' + QString::number(m_dnsPort);
}
QString RealServers::resolver() const
{
    return QLatin1String(unboundAddress) + u':' + QString::number(m_dnsPort);
}

bool RealServers::write(const QByteArray &file, const QByteArray &content)
{
    const QString name = QString::fromLocal8Bit(path(file));
    QDir().mkpath(QFileInfo(name).path());
    QFile out(name);
    const bool good = out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    if (!good)
        m_error = QStringLiteral("cannot write ") + name;
    return good;
}

bool RealServers::run(const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(command, arguments);
    if (process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    m_error = command + u' ' + arguments.join(u' ') + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAllStandardError());
    return false;
}

/// Starts a server and waits until it answers on all its addresses.
bool RealServers::launch(const QString &command, const QStringList &arguments, const QByteArrayList &listeners, quint16 port)
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(m_folder.path());
    process->setProcessChannelMode(QProcess::MergedChannels);
    const QString log = m_folder.filePath(QFileInfo(command).fileName() + QStringLiteral(".out"));
    process->setStandardOutputFile(log);
    process->start(command, arguments);
    if (!process->waitForStarted()) {
        m_error = command + QStringLiteral(": ") + process->errorString();
        return false;
    }
    m_processes.push_back(std::move(process));
    const QDeadlineTimer deadline(20000);
    for (const QByteArray &address : listeners) {
        while (!answersAt({address}, port)) {
            if (deadline.hasExpired() || m_processes.back()->waitForFinished(20)) {
                QFile file(log);
                m_error = command + QStringLiteral(" does not answer at ") + QString::fromLatin1(address) + u':' + QString::number(port) +
                          u'\n' + (file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll().right(4000)) : QString());
                return false;
            }
        }
    }
    return true;
}

bool RealServers::startNsd()
{
    QByteArray text = "server:\n ip-address: " + QByteArray(nsdAddress) + '@' + QByteArray::number(m_dnsPort) +
                      "\n username: \"\"\n chroot: \"\"\n database: \"\"\n zonesdir: \"" + path("") + "\"\n pidfile: \"" + path("nsd.pid") +
                      "\"\n xfrdfile: \"" + path("nsd.xfrd") + "\"\n xfrdir: \"" + path("") + "\"\n zonelistfile: \"" + path("nsd.list") +
                      "\"\n server-count: 1\n rrl-ratelimit: 0\nremote-control:\n control-enable: no\n";
    for (const Zone &zone : m_zones) {
        if (zone.kind == ZoneKind::Lame)
            continue;
        text += "zone:\n name: \"" + zone.origin + "\"\n zonefile: \"" +
                (zone.origin == "." ? QByteArray("root.zone") : zone.origin + "zone") + "\"\n";
    }
    return write("nsd.conf", text) &&
           launch(serverProgram("nsd"), {QStringLiteral("-d"), QStringLiteral("-c"), QString::fromLocal8Bit(path("nsd.conf"))},
                  {nsdAddress}, m_dnsPort);
}

bool RealServers::startUnbound()
{
    QByteArray text = "server:\n interface: " + QByteArray(unboundAddress) + '@' + QByteArray::number(m_dnsPort) +
                      "\n access-control: 127.0.0.0/8 allow\n username: \"\"\n chroot: \"\"\n directory: \"" + path("") +
                      "\"\n pidfile: \"\"\n use-syslog: no\n"
                      " do-not-query-localhost: no\n do-ip6: no\n ede: yes\n val-log-level: 2\n module-config: \"validator "
                      "iterator\"\n trust-anchor-file: \"" +
                      path("root.key") + "\"\n";
    // On its own port the name server is found by following the delegations, else it answers for everything.
    if (inPrivateNetwork()) {
        text += " root-hints: \"" + path("root.hints") + "\"\n";
        write("root.hints", ". 3600 NS ns.example.\nns.example. 3600 A " + QByteArray(nsdAddress) + '\n');
    }
    text += "remote-control:\n control-enable: no\n";
    if (!inPrivateNetwork())
        text += "forward-zone:\n name: \".\"\n forward-addr: " + QByteArray(nsdAddress) + '@' + QByteArray::number(m_dnsPort) + '\n';
    return write("unbound.conf", text) &&
           launch(serverProgram("unbound"), {QStringLiteral("-d"), QStringLiteral("-c"), QString::fromLocal8Bit(path("unbound.conf"))},
                  {unboundAddress}, m_dnsPort);
}

bool RealServers::startNginx()
{
    const QByteArray text =
        "daemon off;\nmaster_process off;\npid " + path("nginx.pid") +
        ";\nerror_log stderr;\nevents { worker_connections 2048; }\n"
        "http { access_log off; default_type text/plain; ssl_session_cache off; server_names_hash_bucket_size 512; client_body_temp_path " +
        path("nginx-body") + "; proxy_temp_path " + path("nginx-proxy") + "; fastcgi_temp_path " + path("nginx-fastcgi") +
        "; uwsgi_temp_path " + path("nginx-uwsgi") + "; scgi_temp_path " + path("nginx-scgi") + ";\n" + m_nginxServers + "}\n";
    return write("nginx.conf", text) && launch(serverProgram("nginx"),
                                               {QStringLiteral("-e"), QStringLiteral("stderr"), QStringLiteral("-p"), m_folder.path(),
                                                QStringLiteral("-c"), QString::fromLocal8Bit(path("nginx.conf"))},
                                               m_nginxAddresses, m_httpsPort);
}

bool RealServers::startScripts()
{
    const auto complain = [this](const QByteArray &address) {
        m_error = QStringLiteral("cannot listen at ") + QString::fromLatin1(address);
        return false;
    };
    for (const Played &played : m_played) {
        const auto script = [script = played.script, options = played.options](TlsPeer &peer) { script(peer, options); };
        if (!m_scripts.listen(QHostAddress(QString::fromLatin1(played.address)), played.port, script))
            return complain(played.address);
    }
    for (const auto &[address, port] : m_silent) {
        if (!m_scripts.stayAway(QHostAddress(QString::fromLatin1(address)), port))
            return complain(address);
    }
    m_scripts.start();
    constexpr int refused = 5; // RFC 1035 §4.1.1
    const auto refuse = [](const FakeQuery &query) { return QList<FakeReply>{{withId(errorMessage(query.question, refused), query.id)}}; };
    if (inPrivateNetwork())
        m_lameServer = std::make_unique<FakeDnsServer>(refuse, QHostAddress(QLatin1String(lameAddress)), m_dnsPort);
    return true;
}

bool RealServers::startPostfix()
{
    if (m_postfix.start(m_postfixServices, m_postfixAddresses, m_smtpPort, inPrivateNetwork()))
        return true;
    m_error = m_postfix.error();
    return false;
}

} // namespace mta::fakes
