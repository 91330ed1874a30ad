// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "operateddomain.h"

#include "fakes/ownnetwork.h"
#include "fakes/privatenetwork.h"

#include <QFile>
#include <sys/stat.h>

namespace mta::fakes
{
namespace
{

constexpr auto nameServer = "127.53.0.1";
constexpr auto webIpv4 = "127.53.0.2";
constexpr auto webIpv6 = "fd53::2";
constexpr const char *mailServers[] = {"127.53.0.3", "127.53.0.4"};
constexpr quint16 dnsPort = 53;
constexpr quint16 httpsPort = 443;
constexpr quint16 smtpPort = 25;

} // namespace

QString OperatedDomain::enterNetwork()
{
    if (serverProgram("nsupdate").isEmpty())
        return QStringLiteral("the package bind9-dnsutils is not installed");
    for (const QString &sentence :
         {SignedZones::missing(), hostingProgram(PolicyServer::Nginx).missing(), RealPostfix::missing(), enterOwnNetwork()}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    // named listens at addresses that an interface has, and at no others.
    const bool added = addAddresses({QByteArray(nameServer) + "/32", QByteArray(webIpv6) + "/128"});
    return added ? QString() : QStringLiteral("addresses of IPv6 on loopback");
}

OperatedDomain::OperatedDomain(RealUpdateServer::Kind kind)
    : m_root(rootAuthority(QStringLiteral("Root of the Operated Domain"))), m_web(PolicyServer::Nginx, policyHost())
{
    QFile roots(m_folder.filePath(QStringLiteral("roots.pem")));
    if (!roots.open(QIODevice::WriteOnly) || roots.write(m_root.certificatePem()) < 0)
        m_error = QStringLiteral("cannot write ") + roots.fileName();
    else if (startDns(kind))
        startMail();
}

QString OperatedDomain::name() const
{
    return QStringLiteral("bare.example");
}

QStringList OperatedDomain::webAddresses() const
{
    return {QLatin1String(webIpv4), QLatin1String(webIpv6)};
}

NetworkOptions OperatedDomain::network() const
{
    NetworkOptions options;
    options.resolver = QStringLiteral("recursive");
    options.trustAnchorFile = m_zonesAbove->anchorFile();
    options.caFile = m_folder.filePath(QStringLiteral("roots.pem"));
    options.ehloName = "auditor.example";
    return options;
}

bool OperatedDomain::startDns(RealUpdateServer::Kind kind)
{
    UpdateZone zone;
    zone.name = name();
    zone.address = nameServer;
    zone.port = dnsPort;
    zone.isSigned = kind == RealUpdateServer::Knot;
    zone.lines = QByteArray("@ MX 10 mx1\n@ MX 20 mx2\nmx1 A ") + mailServers[0] + "\nmx2 A " + mailServers[1] + '\n';
    m_dns = std::make_unique<RealUpdateServer>(kind, zone);
    QStringList above{QStringLiteral("bare NS ns.bare"), QStringLiteral("ns.bare A ") + QLatin1String(nameServer),
                      // where reports go
                      QStringLiteral("provider MX 10 mx.provider"), QStringLiteral("mx.provider A 127.53.0.5")};
    if (zone.isSigned)
        above.append(QString::fromLatin1(m_dns->ds()));
    m_error = m_dns->error();
    if (!m_error.isEmpty())
        return false;
    m_zonesAbove = std::make_unique<SignedZones>(QList<SignedZones::Zone>{{QStringLiteral("."), SignedZones::Kind::Signed, {}},
                                                                          {QStringLiteral("example"), SignedZones::Kind::Signed, above}},
                                                 rootServerAddresses() + QStringList{QStringLiteral("127.0.0.1")});
    m_error = m_zonesAbove->error();
    return m_error.isEmpty();
}

QList<Identity> OperatedDomain::chainFor(const QString &host, CertificateFault fault) const
{
    return {issue(certificateSpec(host.toLatin1(), fault), m_root), m_root};
}

bool OperatedDomain::startWeb(CertificateFault fault)
{
    const QList<Identity> chain = chainFor(policyHost(), fault);
    const bool started = m_web.putCertificate(chain) && m_web.start([] { return answersAt({webIpv4, webIpv6}, httpsPort); });
    if (!started)
        m_error = m_web.error();
    return started;
}

bool OperatedDomain::writeIdentity(const QString &host, CertificateFault fault)
{
    const QList<Identity> chain = chainFor(host, fault);
    QByteArray pem = chain.first().keyPem();
    for (const Identity &identity : chain)
        pem += identity.certificatePem();
    QFile file(identityFile(host));
    if (file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size())
        return true;
    m_error = QStringLiteral("cannot write ") + file.fileName();
    return false;
}

bool OperatedDomain::certifyMail(CertificateFault fault)
{
    return writeIdentity(mailServer(2), fault);
}

bool OperatedDomain::startMail()
{
    chmod(m_folder.path().toLocal8Bit().constData(), 0711); // for Postfix' processes, which are not root's
    QByteArray services;
    QByteArrayList addresses;
    for (int i = 0; i < 2; ++i) {
        const QString host = mailServer(i + 1);
        if (!writeIdentity(host, CertificateFault::None))
            return false;
        // A process for each connection: a new certificate counts at once.
        services += mailServers[i] + QByteArray(":25 inet n - n - - smtpd -o max_use=1 -o myhostname=") + host.toLatin1() +
                    " -o smtpd_tls_chain_files=" + identityFile(host).toLocal8Bit() + '\n';
        addresses.append(mailServers[i]);
    }
    if (m_mail.start(services, addresses, smtpPort, false))
        return true;
    m_error = m_mail.error();
    return false;
}

} // namespace mta::fakes
