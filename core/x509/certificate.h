// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace mta
{

/// An X.509 certificate (RFC 5280). Everything but `der` is read from it; strings are made visible, never trusted.
struct Certificate {
    QByteArray der;
    QString subject; ///< one line, "CN=mail.example.com, O=Example"
    QString issuer;
    QString commonName;   ///< last CN of the subject; does not count as a name (RFC 8461 §4.2, RFC 9525)
    QStringList dnsNames; ///< dNSName entries of the subjectAltName, A-labels, lower case
    QString serial;       ///< hexadecimal
    QDateTime notBefore;  ///< UTC; invalid when unreadable
    QDateTime notAfter;
    QString keyType; ///< "RSA", "EC P-256", "Ed25519", ...
    int keyBits = 0;
    QString signatureAlgorithm; ///< "sha256WithRSAEncryption", ...
    bool selfIssued = false;    ///< subject equals issuer
    bool authority = false;     ///< basicConstraints CA
    int timestamps = 0;         ///< embedded SCTs (RFC 6962 §3.3); 0 also for a list that cannot be read
    QString issuerUrl;          ///< where its issuer's certificate can be had (RFC 5280 §4.2.2.1, caIssuers); empty without
    bool mustStaple = false;    ///< asks servers to send an OCSP response with it (RFC 7633)
    QByteArray sha256;          ///< of the DER, 32 octets
    QByteArray spkiSha256;      ///< of the SubjectPublicKeyInfo, 32 octets
    bool valid = false;         ///< the DER could be parsed
    bool unread = false;        ///< not for its sake: this machine had no memory for it, and nothing is known of it

    bool operator==(const Certificate &other) const { return der == other.der; }
};

/// Named limits: larger or longer is refused before it is parsed.
inline constexpr qsizetype maxChainOctets = 100 * 1024; ///< as sent in one handshake; where OpenSSL, and so most senders, give up too
inline constexpr qsizetype maxCertificateSize = maxChainOctets;
inline constexpr int maxChainLength = 20;        ///< further certificates of a chain are passed over
inline constexpr int maxCertificateNames = 1000; ///< further names are not kept; namesHost() looks at them all the same

/// Total: DER that cannot be parsed gives `valid` false with `der` kept.
Certificate parseCertificate(const QByteArray &der);
/// All certificates of a PEM text, in order.
QList<Certificate> parsePem(const QByteArray &pem);

/// Whether a dNSName of the certificate names `host` (RFC 9525 §6.3): a wildcard only as the whole left-most label, never the CN.
bool namesHost(const Certificate &certificate, const QString &host);

/// RSA or DSA below 2048 bits, EC below 224 bits (what OpenSSL's security level 2, and so a current sender, refuses).
bool hasWeakKey(const Certificate &certificate);
/// Signed with MD5 or SHA-1 (a self-signed root's own signature does not matter: ask only for others).
bool hasWeakSignature(const Certificate &certificate);

} // namespace mta
