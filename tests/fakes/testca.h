// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/certificate.h"
#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// Certificates made to measure while a test runs: nothing in them can expire on the shelf.
namespace mta::fakes
{

enum class KeyKind { EcP256, EcP192, Ed25519, Rsa2048, Rsa1024 };

struct CertificateSpec {
    QString commonName = {};
    QStringList dnsNames = {};
    KeyKind key = KeyKind::EcP256;
    QByteArray digest = "SHA256";
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(90);
    bool authority = false;
    int pathLength = -1; ///< of an authority; negative: unlimited
    /// In the words of openssl's configuration files: {"extendedKeyUsage", "clientAuth"}.
    QList<std::pair<QByteArray, QByteArray>> extensions = {};
};

/// A certificate with its private key.
struct Identity {
    std::shared_ptr<X509> x509;
    std::shared_ptr<EVP_PKEY> key;

    QByteArray der() const;
    Certificate certificate() const; ///< parsed by the code under test
    QByteArray certificatePem() const;
    QByteArray keyPem() const;
};

Identity selfSigned(const CertificateSpec &spec);
Identity issue(const CertificateSpec &spec, const Identity &issuer);

/// An authority of that name, self-signed.
Identity rootAuthority(const QString &commonName);
Identity intermediateAuthority(const QString &commonName, const Identity &issuer);
/// A server's certificate for one host.
Identity serverIdentity(const QString &host, const Identity &issuer);

struct OcspSpec {
    bool revoked = false;
    QDateTime thisUpdate = QDateTime::currentDateTimeUtc().addSecs(-3600);
    QDateTime nextUpdate = QDateTime::currentDateTimeUtc().addDays(3); ///< invalid: left out
    bool sha256Id = false;
};
/// An OCSP response for `leaf` of `issuer`, signed by `signer` (the issuer itself or a delegate, whose certificate is then included).
QByteArray ocspResponse(const Identity &leaf, const Identity &issuer, const Identity &signer, const OcspSpec &spec = {});

} // namespace mta::fakes
