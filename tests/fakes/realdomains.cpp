// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The domains' half of RealServers: zones, certificates and what each server is told of a domain.

#include "fakes/realservers.h"

#include "dane/tlsa.h"
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

} // namespace

RealDomain::RealDomain(const QByteArray &domainName)
    : name(domainName),
      sts{"\"v=STSv1; id=20240301090000;\""},
      reports{"\"v=TLSRPTv1; rua=mailto:reports@" + domainName + '"'},
      policy("version: STSv1\r\nmode: enforce\r\nmx: " + host("mx1") + "\r\nmax_age: 2592000\r\n"),
      mx{{host("mx1")}}
{
}

/// Addresses tell where they belong: 127.KIND.NUMBER.NUMBER, fd78::KIND:NUMBER.
QByteArray RealServers::takeAddress(const Place &place, const RealAddress &address, int kind)
{
    const QByteArray high = QByteArray::number(place.number / 250);
    const QByteArray low = QByteArray::number(place.number % 250 + 1);
    if (address.presence == Presence::NoRoute) {
        const QByteArray taken = "198.51." + QByteArray::number(100 + place.number / 250) + '.' + low;
        m_unreachable.append(taken + "/32");
        return taken;
    }
    if (!address.ipv6)
        return "127." + QByteArray::number(80 + kind) + '.' + high + '.' + low;
    const QByteArray taken = "fd78::" + QByteArray::number(kind + 1, 16) + ':' + QByteArray::number(place.number + 1, 16);
    m_ipv6Addresses.append(taken + "/128");
    return taken;
}

namespace
{

QByteArray addressRecord(const QByteArray &owner, const QByteArray &address)
{
    return owner + (address.contains(':') ? ". AAAA " : ". A ") + address;
}

/// As nginx and Postfix write it.
QByteArray bracketed(const QByteArray &address)
{
    return address.contains(':') ? '[' + address + ']' : address;
}

} // namespace

QByteArray RealServers::virtualHost(const RealDomain &domain, const RealAddress &address, const QByteArray &at, const QByteArray &folder)
{
    const QByteArray policyHost = domain.host("mta-sts");
    const QByteArray listen = "server { listen " + bracketed(at) + ':' + QByteArray::number(m_httpsPort) + " ssl" + domain.listenOptions;
    const auto certificate = [&](const QByteArray &file, const QByteArray &host, CertificateFault fault) {
        const QByteArray pem = writeIdentity(file, identity(host, fault));
        return "; ssl_certificate " + pem + "; ssl_certificate_key " + pem + "; ";
    };
    QByteArray text;
    if (address.otherDefault)
        text = listen + " default_server; server_name www.elsewhere.example" +
               certificate("default-" + at, "www.elsewhere.example", CertificateFault::None) + "return 404; }\n";
    return text + listen + "; server_name " + policyHost + certificate(at, policyHost, address.certificate) + "root " + path(folder) +
           "; " + domain.serverDirectives + " location = /.well-known/mta-sts.txt { " + (domain.compressed ? "gzip_static always; " : "") +
           domain.policyDirectives + " } }\n";
}

void RealServers::describePolicyHost(const Place &place)
{
    const RealDomain &domain = place.domain;
    const QByteArray policyHost = domain.host("mta-sts");
    if (!domain.policyAlias.isEmpty())
        place.lines.append(policyHost + ". CNAME " + domain.policyAlias + '.');
    for (int i = 0; i < domain.policyAddresses.size(); ++i) {
        const RealAddress &address = domain.policyAddresses.at(i);
        const QByteArray at = takeAddress(place, address, i);
        place.lines.append(addressRecord(domain.policyAlias.isEmpty() ? policyHost : domain.policyAlias, at));
        if (address.presence == Presence::Silent)
            m_silent.append({at, m_httpsPort});
        if (address.presence != Presence::Works)
            continue;
        if (address.script) {
            m_played.append({at, m_httpsPort, address.script, identity(policyHost, address.certificate)});
            continue;
        }
        const QByteArray folder = "www/" + domain.name + '/' + QByteArray::number(i);
        const QByteArray &policy = address.policy.isNull() ? domain.policy : address.policy;
        write(folder + "/.well-known/mta-sts.txt" + (domain.compressed ? ".gz" : ""), domain.compressed ? gzipped(policy) : policy);
        m_nginxAddresses.append(at);
        m_nginxServers += virtualHost(domain, address, at, folder);
    }
}

void RealServers::describeMailServer(const Place &place, qsizetype index)
{
    const RealDomain &domain = place.domain;
    const RealMailServer &server = domain.mx.at(index);
    if (domain.mxRecords)
        place.lines.append(domain.name + ". MX " + QByteArray::number(10 * (index + 1)) + ' ' + server.host + '.');
    for (int i = 0; i < server.addresses.size(); ++i) {
        const RealAddress &address = server.addresses.at(i);
        const QByteArray at = takeAddress(place, address, static_cast<int>(16 + 8 * index) + i);
        place.lines.append(addressRecord(server.host, at));
        if (address.presence == Presence::Silent)
            m_silent.append({at, m_smtpPort});
        if (address.presence != Presence::Works)
            continue;
        const QByteArray &named = server.certificateHost.isEmpty() ? server.host : server.certificateHost;
        const TlsOptions options = identity(named, address.certificate);
        if (server.tlsa != RealTlsa::None && i == 0) {
            const QByteArray digest = associationData(options.chain.first().certificate(), 1, 1).toHex();
            place.lines.append("_25._tcp." + server.host + ". TLSA 3 1 1 " +
                               (server.tlsa == RealTlsa::Matching ? digest : QByteArray(64, 'b')));
        }
        if (address.script) {
            m_played.append({at, m_smtpPort, address.script, options});
            continue;
        }
        m_postfixAddresses.append(at);
        QByteArray chains = writeIdentity(at, options);
        if (server.rsaCertificate)
            chains += ',' + writeIdentity(at + "-rsa", identity(named, *server.rsaCertificate, KeyKind::Rsa2048));
        QByteArray settings = " -o smtpd_tls_chain_files=" + chains + " -o myhostname=" + server.host;
        for (const QByteArray &option : address.options)
            settings += " -o " + option;
        const QByteArray service = bracketed(at) + ':' + QByteArray::number(m_smtpPort) + " inet n - n - ";
        if (address.postscreen)
            m_postfixServices += service + "1 postscreen" + settings + "\nsmtpd pass - - n - - smtpd" + settings + "\n";
        else
            m_postfixServices += service + "- smtpd" + settings + '\n';
    }
}

/// Turns a domain into lines of a zone, a server of nginx and services of Postfix.
void RealServers::describe(const RealDomain &domain, qsizetype number)
{
    const QByteArray origin = domain.name + '.';
    const auto withName = [&](QByteArray text) { return text.replace("{domain}", domain.name); };
    QByteArrayList lines;
    for (const QByteArray &record : domain.records)
        lines.append(withName(record));
    for (const QByteArray &value : domain.sts)
        lines.append("_mta-sts." + origin + " TXT " + value);
    for (const QByteArray &value : domain.reports)
        lines.append("_smtp._tls." + origin + " TXT " + value);
    const Place place{domain, number, lines};
    describePolicyHost(place);
    for (qsizetype i = 0; i < domain.mx.size(); ++i)
        describeMailServer(place, i);

    if (domain.zone == ZoneKind::Signed)
        m_zones[1].lines += lines;
    else
        m_zones.push_back({origin, domain.zone, lines});
    for (const RealZone &zone : domain.zones) {
        QByteArrayList content;
        for (const QByteArray &line : zone.lines)
            content.append(withName(line));
        m_zones.push_back({withName(zone.origin), zone.kind, content});
    }
}

} // namespace mta::fakes
