// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/servers.h"

#include <algorithm>

namespace mta
{
namespace
{

/// Which address of the /16 is whose.
constexpr quint32 mainAddress = 1;   ///< DNS and all policy hosts
constexpr quint32 silentAddress = 2; ///< nobody listens: the policy host that is down
constexpr quint32 firstMxAddress = 10;
constexpr int portAttempts = 20;

QByteArray addressRecord(quint32 address)
{
    return "A " + QHostAddress(address).toString().toLatin1();
}

/// A TXT record's data: character-strings of at most 255 octets (RFC 1035 §3.3.14).
QByteArray textRecord(const QByteArray &value)
{
    QByteArray data = "TXT";
    for (qsizetype i = 0; i == 0 || i < value.size(); i += 255)
        data += " \"" + value.mid(i, 255).replace('\\', "\\\\").replace('"', "\\\"") + '"';
    return data;
}

} // namespace

bool PracticeServers::start()
{
    if (!m_authority.ok())
        return false;
    m_zones.emplace_back(".", Zone::Signing::Valid);
    m_zones.emplace_back("example.", Zone::Signing::Valid);
    m_zones[0].add("example.", "NS ns.example.");
    m_zones[0].add("example.", m_zones[1].delegationSigner());
    m_zones[1].add("ns.example.", addressRecord(m_placement.announce + mainAddress));
    m_rootKey = m_zones[0].keyRecord();
    for (const Scenario &scenario : scenarios())
        addDomain(scenario.setup);
    return startDns() && startHttps() && startSmtp();
}

void PracticeServers::stop()
{
    m_smtp.clear();
    m_https.reset();
    m_dns.reset();
}

bool PracticeServers::publish(const QByteArray &owner, const QByteArray &type, const QByteArrayList &data)
{
    const QByteArray name = owner.toLower() + '.';
    Zone *zone = zoneFor(m_dns->zones(), name, ldns_get_rr_type_by_name(type.constData()));
    return zone && zone->replace(name, type, data);
}

void PracticeServers::serve(const QByteArray &host, CertificateKind certificate, const QByteArrayList &answers)
{
    m_https->setHost(host, {m_authority.issue(host, certificate), answers});
}

QString PracticeServers::resolver() const
{
    return QHostAddress(m_placement.announce + mainAddress).toString() + u':' + QString::number(m_dns->port());
}

void PracticeServers::addDomain(const PracticeSetup &setup)
{
    addRecords(zoneOf(setup), setup);
    if (setup.policyHostKnown && setup.policyHostUp)
        m_policyHosts.insert(setup.name("mta-sts"),
                             {m_authority.issue(setup.name("mta-sts"), setup.policyCertificate), setup.policyAnswers});
}

/// Domains that are signed well are part of the zone of `.example`; the others are zones of their own below it.
Zone &PracticeServers::zoneOf(const PracticeSetup &setup)
{
    if (setup.signing == Zone::Signing::Valid)
        return m_zones[1];
    const QByteArray origin = setup.domain + '.';
    m_zones.emplace_back(origin, setup.signing);
    m_zones[1].add(origin, "NS ns.example.");
    if (const QByteArray signer = m_zones.back().delegationSigner(); !signer.isEmpty())
        m_zones[1].add(origin, signer);
    return m_zones.back();
}

void PracticeServers::addRecords(Zone &zone, const PracticeSetup &setup)
{
    const QByteArray domain = setup.domain + '.';
    QByteArray stsName = "_mta-sts." + domain;
    if (!setup.stsAlias.isEmpty()) {
        zone.add(stsName, "CNAME " + setup.stsAlias + '.');
        stsName = setup.stsAlias + '.';
    }
    for (const QByteArray &value : setup.stsRecords)
        zone.add(stsName, textRecord(value));
    for (const QByteArray &value : setup.reportRecords)
        zone.add("_smtp._tls." + domain, textRecord(value));
    if (setup.policyHostKnown)
        zone.add("mta-sts." + domain, addressRecord(m_placement.announce + (setup.policyHostUp ? mainAddress : silentAddress)));
    if (setup.nullMx)
        zone.add(domain, "MX 0 ."); // RFC 7505 §3
    for (const PracticeMx &mx : setup.mx)
        addMx(zone, mx, domain);
}

void PracticeServers::addMx(Zone &zone, const PracticeMx &mx, const QByteArray &domain)
{
    const quint32 number = firstMxAddress + static_cast<quint32>(m_mx.size());
    zone.add(domain, "MX " + QByteArray::number(mx.preference) + ' ' + mx.host + '.');
    zone.add(mx.host + '.', addressRecord(m_placement.announce + number));
    m_mx.append({mx, number});
}

bool PracticeServers::startDns()
{
    m_dns = std::make_unique<DnsServer>(std::move(m_zones));
    for (int i = 0; i < portAttempts; ++i) {
        if (m_dns->listen(QHostAddress(m_placement.listen + mainAddress), 0))
            return true; // else the port that TCP got is taken for UDP
    }
    return false;
}

bool PracticeServers::startHttps()
{
    m_https = std::make_unique<HttpsServer>(std::move(m_policyHosts));
    return m_https->listen(QHostAddress(m_placement.listen + mainAddress), 0);
}

/// All mail servers share one port, each on its own address.
bool PracticeServers::startSmtp()
{
    for (int i = 0; i < portAttempts; ++i) {
        m_smtp.clear();
        QTcpServer probe;
        if (!probe.listen(QHostAddress(m_placement.listen + mainAddress), 0))
            return false;
        m_smtpPort = probe.serverPort();
        if (listenAll(m_smtpPort))
            return true;
    }
    return false;
}

bool PracticeServers::listenAll(quint16 port)
{
    return std::all_of(m_mx.cbegin(), m_mx.cend(), [this, port](const Mx &mx) {
        if (mx.set.behaviour == SmtpBehaviour::Down)
            return true;
        m_smtp.push_back(std::make_unique<SmtpServer>(mx.set.host, mx.set.behaviour, m_authority.issue(mx.set.host, mx.set.certificate)));
        return m_smtp.back()->listen(QHostAddress(m_placement.listen + mx.number), port);
    });
}

} // namespace mta
