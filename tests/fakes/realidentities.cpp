// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The certificates of RealServers, each with one fault.

#include "fakes/realservers.h"

namespace mta::fakes
{
namespace
{

QByteArray parentOf(const QByteArray &host)
{
    return host.mid(host.indexOf('.') + 1);
}

} // namespace

CertificateSpec certificateSpec(const QByteArray &host, CertificateFault fault, KeyKind key)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString name = QString::fromLatin1(host);
    const QString elsewhere = QStringLiteral("www.elsewhere.example");
    CertificateSpec spec;
    spec.key = key;
    spec.commonName = name.left(64); // RFC 5280 appendix A.1, ub-common-name
    spec.dnsNames = QStringList{name};
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
    case CertificateFault::Several:
        spec.notBefore = now.addDays(-90);
        spec.notAfter = now.addDays(-2);
        [[fallthrough]];
    case CertificateFault::OtherName:
        spec.dnsNames = QStringList{elsewhere};
        break;
    case CertificateFault::OtherCommonNameOnly:
        spec.commonName = elsewhere;
        [[fallthrough]];
    case CertificateFault::CommonNameOnly:
        spec.dnsNames.clear();
        break;
    case CertificateFault::ParentName:
        spec.dnsNames = QStringList{QString::fromLatin1(parentOf(host))};
        break;
    case CertificateFault::Wildcard:
        spec.dnsNames = QStringList{QStringLiteral("*.") + QString::fromLatin1(parentOf(host))};
        break;
    case CertificateFault::DeepWildcard:
        spec.dnsNames = QStringList{QStringLiteral("*.") + QString::fromLatin1(parentOf(parentOf(host)))};
        break;
    case CertificateFault::UpperCase:
        spec.dnsNames = QStringList{name.toUpper()};
        break;
    case CertificateFault::SmallKey:
        spec.key = KeyKind::Rsa1024;
        break;
    case CertificateFault::OldSignature:
        spec.digest = "SHA1";
        break;
    case CertificateFault::RsaKey:
        spec.key = KeyKind::Rsa2048;
        break;
    default:
        break;
    }
    return spec;
}

TlsOptions RealServers::identity(const QByteArray &host, CertificateFault fault, KeyKind key) const
{
    const CertificateSpec spec = certificateSpec(host, fault, key);
    TlsOptions options;
    switch (fault) {
    case CertificateFault::SelfSigned:
        options.chain = {selfSigned(spec)};
        break;
    case CertificateFault::Several:
    case CertificateFault::UntrustedRoot:
        options.chain = {issue(spec, m_strangerRoot), m_strangerRoot};
        break;
    case CertificateFault::MissingIntermediate:
        options.chain = {issue(spec, m_intermediate)};
        break;
    case CertificateFault::ExpiredIntermediate:
        options.chain = {issue(spec, m_expiredIntermediate), m_expiredIntermediate};
        break;
    case CertificateFault::RootIncluded:
        options.chain = {issue(spec, m_intermediate), m_root, m_intermediate};
        break;
    case CertificateFault::Revoked:
        options.chain = {issue(spec, m_intermediate), m_intermediate};
        options.ocspResponse = ocspResponse(options.chain.first(), m_intermediate, m_intermediate, {.revoked = true});
        break;
    default:
        options.chain = {issue(spec, m_intermediate), m_intermediate};
        break;
    }
    return options;
}

QByteArray RealServers::writeIdentity(const QByteArray &name, const TlsOptions &options)
{
    QByteArray content = options.chain.first().keyPem();
    for (const Identity &identity : options.chain)
        content += identity.certificatePem();
    const QByteArray file = "certificates/" + name + ".pem";
    write(file, content);
    return path(file);
}

} // namespace mta::fakes
