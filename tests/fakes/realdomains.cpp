// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The domains' half of RealServers: zones, certificates and what each server is told of a domain.

#include "fakes/realservers.h"

#include "dane/tlsa.h"
#include <QFile>
#include <QProcess>
#include <zlib.h>

namespace mta::fakes
{
namespace
{

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

QByteArray RealServers::writeIdentity(const QByteArray &host, CertificateFault fault, QByteArray *keyDigest, KeyKind key)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec spec;
    spec.commonName = QString::fromLatin1(host);
    spec.dnsNames = QStringList{spec.commonName};
    spec.key = key;
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
    if (keyDigest)
        *keyDigest = associationData(leaf.certificate(), 1, 1).toHex();
    const QByteArray file = "certificates/" + host + (key == KeyKind::Rsa2048 ? "-rsa.pem" : ".pem");
    write(file, leaf.keyPem() + leaf.certificatePem() + chain);
    return path(file);
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
        QByteArray keyDigest;
        QByteArray pem = writeIdentity(named, server.certificate, &keyDigest);
        if (server.rsaCertificate)
            pem += ',' + writeIdentity(named, *server.rsaCertificate, nullptr, KeyKind::Rsa2048);
        if (server.tlsa != RealTlsa::None)
            lines.append("_25._tcp." + server.host + ". TLSA 3 1 1 " +
                         (server.tlsa == RealTlsa::Matching ? keyDigest : QByteArray(64, 'b')));
        m_postfixAddresses.append(address);
        m_postfixServices += address + ':' + QByteArray::number(m_smtpPort) + " inet n - n - - smtpd -o smtpd_tls_chain_files=" + pem +
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
    keygen.start(serverProgram("ldns-keygen"),
                 {QStringLiteral("-a"), QStringLiteral("ECDSAP256SHA256"), QStringLiteral("-k"), QString::fromLatin1(zone.origin)});
    if (!keygen.waitForFinished(20000) || keygen.exitCode() != 0) {
        m_error = QStringLiteral("ldns-keygen: ") + QString::fromLocal8Bit(keygen.readAllStandardError());
        return false;
    }
    const QString key = QString::fromLocal8Bit(keygen.readAllStandardOutput()).trimmed();
    if (!run(serverProgram("ldns-signzone"), {QStringLiteral("-f"), QString::fromLatin1(file), QString::fromLatin1(file), key}))
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

} // namespace mta::fakes
