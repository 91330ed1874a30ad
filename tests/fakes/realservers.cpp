// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/realservers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace mta::fakes
{
namespace
{

constexpr auto nsdAddress = "127.78.0.1";
constexpr auto unboundAddress = "127.78.0.2";
constexpr auto postfixMaster = "/usr/lib/postfix/sbin/master";

QString program(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name), qEnvironmentVariable("PATH").split(u':') +
                                                                   QStringList{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

/// Free on every address of 127.78.0.0/16 as far as one can tell; 0 when there is none.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress(QLatin1String(nsdAddress)), 0) ? server.serverPort() : 0;
}

bool answers(const QByteArray &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QString::fromLatin1(address), port);
    return socket.waitForConnected(500);
}

QByteArray gzipped(const QByteArray &content)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = content;
    QByteArray output(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(input.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FINISH);
    output.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return output;
}

QByteArray parentOf(const QByteArray &host)
{
    return host.mid(host.indexOf('.') + 1);
}

} // namespace

RealDomain::RealDomain(const QByteArray &domainName)
    : name(domainName),
      sts{"\"v=STSv1; id=20240301090000;\""},
      reports{"\"v=TLSRPTv1; rua=mailto:reports@" + domainName + '"'},
      policy("version: STSv1\r\nmode: enforce\r\nmx: " + host("mx1") + "\r\nmax_age: 2592000\r\n"),
      mx{{host("mx1")}}
{
}

QString RealServers::missing()
{
    const QList<std::pair<const char *, const char *>> needed{
        {"nsd", "nsd"}, {"ldns-signzone", "ldnsutils"}, {"unbound", "unbound"}, {"nginx", "nginx-light"}, {"postconf", "postfix"}};
    QStringList packages;
    for (const auto &[executable, package] : needed) {
        if (program(executable).isEmpty())
            packages.append(QLatin1String(package));
    }
    if (!packages.isEmpty())
        return QStringLiteral("packages that are not installed: ") + packages.join(QStringLiteral(", "));
    if (geteuid() != 0)
        return QStringLiteral("the right to start Postfix, which is root's");
    if (!QFileInfo(QLatin1String(postfixMaster)).isExecutable() || !getpwnam("postfix") || !getgrnam("postdrop"))
        return QStringLiteral("Postfix as Debian sets it up");
    return {};
}

RealServers::RealServers()
    : m_root(rootAuthority(QStringLiteral("Integration Root"))),
      m_intermediate(intermediateAuthority(QStringLiteral("Integration Intermediate"), m_root)),
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
    m_dnsPort = freePort();
    m_smtpPort = freePort();
    m_httpsPort = freePort();
    m_zones.resize(2);
    m_zones[0].origin = ".";
    m_zones[1].origin = "example.";
    m_zones[1].lines.append("ns.example. A " + QByteArray(nsdAddress));
    for (qsizetype i = 0; i < domains.size(); ++i)
        describe(domains.at(i), i);
    return m_folder.isValid() && write("ca.pem", m_root.certificatePem()) && makeZones() && startNsd() && startUnbound() && startNginx() &&
           startPostfix();
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

QByteArray RealServers::writeIdentity(const QByteArray &host, CertificateFault fault)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec spec;
    spec.commonName = QString::fromLatin1(host);
    spec.dnsNames = QStringList{spec.commonName};
    Identity issuer = m_intermediate;
    QByteArray chain = m_intermediate.certificatePem();
    switch (fault) {
    case CertificateFault::Expired:
        spec.notBefore = now.addDays(-90);
        spec.notAfter = now.addDays(-2);
        break;
    case CertificateFault::NotYetValid:
        spec.notBefore = now.addDays(2);
        break;
    case CertificateFault::ExpiresSoon:
        spec.notAfter = now.addDays(6);
        break;
    case CertificateFault::UntrustedRoot:
        issuer = m_strangerRoot;
        chain = m_strangerRoot.certificatePem();
        break;
    case CertificateFault::MissingIntermediate:
        chain.clear();
        break;
    case CertificateFault::OtherName:
        spec.dnsNames = QStringList{QStringLiteral("www.elsewhere.example")};
        break;
    case CertificateFault::CommonNameOnly:
        spec.dnsNames.clear();
        break;
    case CertificateFault::Wildcard:
        spec.dnsNames = QStringList{QStringLiteral("*.") + QString::fromLatin1(parentOf(host))};
        break;
    case CertificateFault::RsaKey:
        spec.key = KeyKind::Rsa2048;
        break;
    case CertificateFault::SelfSigned:
        chain.clear();
        break;
    case CertificateFault::None:
        break;
    }
    const Identity leaf = fault == CertificateFault::SelfSigned ? selfSigned(spec) : issue(spec, issuer);
    const QByteArray file = "certificates/" + host + ".pem";
    write(file, leaf.keyPem() + leaf.certificatePem() + chain);
    return path(file);
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
        while (!answers(address, port)) {
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

/// Turns a domain into lines of a zone, a server of nginx and services of Postfix.
void RealServers::describe(const RealDomain &domain, qsizetype number)
{
    const QByteArray origin = domain.name + '.';
    QByteArrayList lines;
    for (QByteArray record : domain.records)
        lines.append(record.replace("{domain}", domain.name));
    for (const QByteArray &value : domain.sts)
        lines.append("_mta-sts." + origin + " TXT " + value);
    for (const QByteArray &value : domain.reports)
        lines.append("_smtp._tls." + origin + " TXT " + value);

    const QByteArray policyAddress = "127.78.2." + QByteArray::number(number + 1);
    const QByteArray policyHost = domain.host("mta-sts");
    if (domain.policyAddress)
        lines.append(policyHost + ". A " + policyAddress);
    if (domain.policyServer) {
        const QByteArray folder = "www/" + domain.name;
        write(folder + "/.well-known/mta-sts.txt" + (domain.compressed ? ".gz" : ""),
              domain.compressed ? gzipped(domain.policy) : domain.policy);
        const QByteArray pem = writeIdentity(policyHost, domain.policyCertificate);
        m_nginxAddresses.append(policyAddress);
        m_nginxServers += "server { listen " + policyAddress + ':' + QByteArray::number(m_httpsPort) + " ssl; server_name " + policyHost +
                          "; ssl_certificate " + pem + "; ssl_certificate_key " + pem + "; root " + path(folder) + "; " +
                          domain.serverDirectives + " location = /.well-known/mta-sts.txt { " +
                          (domain.compressed ? "gzip_static always; " : "") + domain.policyDirectives + " } }\n";
    }

    for (qsizetype i = 0; i < domain.mx.size(); ++i) {
        const RealMailServer &server = domain.mx.at(i);
        const QByteArray address = "127.78." + QByteArray::number(10 + i) + '.' + QByteArray::number(number + 1);
        if (domain.mxRecords)
            lines.append(origin + " MX " + QByteArray::number(10 * (i + 1)) + ' ' + server.host + '.');
        lines.append(server.host + ". A " + address);
        if (!server.running)
            continue;
        const QByteArray named = server.certificateHost.isEmpty() ? server.host : server.certificateHost;
        m_postfixAddresses.append(address);
        m_postfixServices += address + ':' + QByteArray::number(m_smtpPort) +
                             " inet n - n - - smtpd -o smtpd_tls_chain_files=" + writeIdentity(named, server.certificate) +
                             " -o myhostname=" + server.host;
        for (const QByteArray &option : server.options)
            m_postfixServices += " -o " + option;
        m_postfixServices += '\n';
    }

    if (domain.zone == ZoneKind::Signed)
        m_zones[1].lines += lines;
    else
        m_zones.push_back({origin, domain.zone, lines});
}

bool RealServers::makeZones()
{
    // Children first: a parent holds their DS records.
    for (qsizetype i = static_cast<qsizetype>(m_zones.size()) - 1; i >= 0; --i) {
        Zone &zone = m_zones[static_cast<size_t>(i)];
        const QByteArray file = zone.origin == "." ? QByteArray("root.zone") : zone.origin + "zone";
        const QByteArray head =
            "$TTL 300\n" + zone.origin + " SOA ns.example. hostmaster.example. 1 3600 900 604800 60\n" + zone.origin + " NS ns.example.\n";
        if (!write(file, head + zone.lines.join('\n') + '\n'))
            return false;
        if (i > 0)
            m_zones[i == 1 ? 0 : 1].lines.append(zone.origin + " NS ns.example.");
        if (zone.kind != ZoneKind::Unsigned && !sign(zone))
            return false;
    }
    return true;
}

/// Signs a zone's file in place and hands its DS record to the parent, or its key to the trust anchor.
bool RealServers::sign(Zone &zone)
{
    const QByteArray file = zone.origin == "." ? QByteArray("root.zone") : zone.origin + "zone";
    QProcess keygen;
    keygen.setWorkingDirectory(m_folder.path());
    keygen.start(program("ldns-keygen"),
                 {QStringLiteral("-a"), QStringLiteral("ECDSAP256SHA256"), QStringLiteral("-k"), QString::fromLatin1(zone.origin)});
    if (!keygen.waitForFinished(20000) || keygen.exitCode() != 0) {
        m_error = QStringLiteral("ldns-keygen: ") + QString::fromLocal8Bit(keygen.readAllStandardError());
        return false;
    }
    const QString key = QString::fromLocal8Bit(keygen.readAllStandardOutput()).trimmed();
    if (!run(program("ldns-signzone"), {QStringLiteral("-f"), QString::fromLatin1(file), QString::fromLatin1(file), key}))
        return false;
    const auto content = [this](const QString &name) {
        QFile in(m_folder.filePath(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    };
    if (zone.origin == ".")
        return write("root.key", content(key + QStringLiteral(".key")));
    m_zones[zone.origin == "example." ? 0 : 1].lines.append(content(key + QStringLiteral(".ds")).trimmed());
    if (zone.kind != ZoneKind::Tampered)
        return true;
    return write(file, content(QString::fromLatin1(file)).replace("20240301090000", "20990101000000"));
}

bool RealServers::startNsd()
{
    QByteArray text = "server:\n ip-address: " + QByteArray(nsdAddress) + '@' + QByteArray::number(m_dnsPort) +
                      "\n username: \"\"\n chroot: \"\"\n database: \"\"\n zonesdir: \"" + path("") + "\"\n pidfile: \"" + path("nsd.pid") +
                      "\"\n xfrdfile: \"" + path("nsd.xfrd") + "\"\n xfrdir: \"" + path("") + "\"\n zonelistfile: \"" + path("nsd.list") +
                      "\"\n server-count: 1\n rrl-ratelimit: 0\nremote-control:\n control-enable: no\n";
    for (const Zone &zone : m_zones)
        text += "zone:\n name: \"" + zone.origin + "\"\n zonefile: \"" +
                (zone.origin == "." ? QByteArray("root.zone") : zone.origin + "zone") + "\"\n";
    return write("nsd.conf", text) &&
           launch(program("nsd"), {QStringLiteral("-d"), QStringLiteral("-c"), QString::fromLocal8Bit(path("nsd.conf"))}, {nsdAddress},
                  m_dnsPort);
}

bool RealServers::startUnbound()
{
    const QByteArray text = "server:\n interface: " + QByteArray(unboundAddress) + '@' + QByteArray::number(m_dnsPort) +
                            "\n access-control: 127.0.0.0/8 allow\n username: \"\"\n chroot: \"\"\n directory: \"" + path("") +
                            "\"\n pidfile: \"\"\n use-syslog: no\n"
                            " do-not-query-localhost: no\n do-ip6: no\n ede: yes\n val-log-level: 2\n module-config: \"validator "
                            "iterator\"\n trust-anchor-file: \"" +
                            path("root.key") +
                            "\"\nremote-control:\n control-enable: no\nforward-zone:\n name: \".\"\n forward-addr: " + nsdAddress + '@' +
                            QByteArray::number(m_dnsPort) + '\n';
    return write("unbound.conf", text) &&
           launch(program("unbound"), {QStringLiteral("-d"), QStringLiteral("-c"), QString::fromLocal8Bit(path("unbound.conf"))},
                  {unboundAddress}, m_dnsPort);
}

bool RealServers::startNginx()
{
    const QByteArray text = "daemon off;\nmaster_process off;\npid " + path("nginx.pid") +
                            ";\nerror_log stderr;\nevents { worker_connections 512; }\n"
                            "http { access_log off; default_type text/plain; ssl_session_cache off; client_body_temp_path " +
                            path("nginx-body") + "; proxy_temp_path " + path("nginx-proxy") + "; fastcgi_temp_path " +
                            path("nginx-fastcgi") + "; uwsgi_temp_path " + path("nginx-uwsgi") + "; scgi_temp_path " + path("nginx-scgi") +
                            ";\n" + m_nginxServers + "}\n";
    return write("nginx.conf", text) && launch(program("nginx"),
                                               {QStringLiteral("-e"), QStringLiteral("stderr"), QStringLiteral("-p"), m_folder.path(),
                                                QStringLiteral("-c"), QString::fromLocal8Bit(path("nginx.conf"))},
                                               m_nginxAddresses, m_httpsPort);
}

/// The master process itself, without the queue: what greets strangers is all there.
bool RealServers::startPostfix()
{
    const QByteArray main =
        "compatibility_level = 3.6\nqueue_directory = " + path("queue") + "\ndata_directory = " + path("data") +
        "\nmail_owner = postfix\nsetgid_group = postdrop\ninet_protocols = ipv4\nmydestination =\nmynetworks = 192.0.2.1\nalias_maps =\n"
        "smtpd_tls_security_level = may\nsmtpd_client_connection_rate_limit = 0\nsmtpd_peername_lookup = no\nmaillog_file = " +
        path("maillog") + "\nmaillog_file_prefixes = " + m_folder.path().toLocal8Bit() + '\n';
    const QByteArray services = "postlog unix-dgram n - n - 1 postlogd\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\n"
                                "proxymap unix - - n - - proxymap\nrewrite unix - - n - - trivial-rewrite\n" +
                                m_postfixServices;
    const passwd *owner = getpwnam("postfix");
    const QDir folder(m_folder.path());
    for (const char *name : {"queue/pid", "queue/private", "queue/public", "data"}) {
        if (!folder.mkpath(QLatin1String(name)))
            return false;
        if (QLatin1String(name) != QLatin1String("queue/pid") && chown(path(name).constData(), owner->pw_uid, owner->pw_gid) != 0)
            return false;
    }
    return write("postfix/main.cf", main) && write("postfix/master.cf", services) &&
           launch(QLatin1String(postfixMaster), {QStringLiteral("-c"), QString::fromLocal8Bit(path("postfix")), QStringLiteral("-d")},
                  m_postfixAddresses, m_smtpPort);
}

} // namespace mta::fakes
