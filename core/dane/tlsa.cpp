// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/tlsa.h"

#include "x509/openssl.h"
#include <QCryptographicHash>
#include <algorithm>

namespace mta
{
namespace
{

constexpr qsizetype sha256Size = 32;
constexpr qsizetype sha512Size = 64;

void freeOctets(void *pointer)
{
    OPENSSL_free(pointer);
}
using OctetsPtr = std::unique_ptr<unsigned char, FreeWith<freeOctets>>;
using PublicKeyPtr = std::unique_ptr<X509_PUBKEY, FreeWith<X509_PUBKEY_free>>;

/// Exactly one certificate, with a key that can be used.
bool isCertificate(const QByteArray &der)
{
    const X509Ptr certificate = decodeCertificate(der);
    const bool usable = certificate && X509_get0_pubkey(certificate.get());
    forgetErrors();
    return usable;
}

/// Exactly one SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), with a key that can be used.
bool isPublicKey(const QByteArray &der)
{
    if (der.isEmpty() || der.size() > maxCertificateSize)
        return false;
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *cursor = begin;
    const PublicKeyPtr key(d2i_X509_PUBKEY(nullptr, &cursor, static_cast<long>(der.size())));
    const bool usable = key && cursor == begin + der.size() && X509_PUBKEY_get0(key.get());
    forgetErrors();
    return usable;
}

QByteArray publicKeyOf(const QByteArray &der)
{
    const X509Ptr certificate = decodeCertificate(der);
    if (!certificate)
        return {};
    unsigned char *octets = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &octets);
    forgetErrors();
    if (size <= 0)
        return {};
    const OctetsPtr owner(octets);
    return {reinterpret_cast<const char *>(octets), size};
}

} // namespace

TlsaUsability usabilityForSmtp(const TlsaRecord &record)
{
    if (record.usage < 2)
        return TlsaUsability::PkixUsage; // RFC 7672 §3.1.3
    if (record.usage > 3)
        return TlsaUsability::UnknownUsage; // RFC 6698 §2.1.1
    if (record.selector > 1)
        return TlsaUsability::UnknownSelector; // RFC 6698 §2.1.2
    switch (record.matchingType) {             // RFC 6698 §2.1.3
    case 0: {
        const bool wellFormed = record.selector == 0 ? isCertificate(record.data) : isPublicKey(record.data);
        return wellFormed ? TlsaUsability::Usable : TlsaUsability::Malformed;
    }
    case 1:
        return record.data.size() == sha256Size ? TlsaUsability::Usable : TlsaUsability::WrongLength;
    case 2:
        return record.data.size() == sha512Size ? TlsaUsability::Usable : TlsaUsability::WrongLength;
    default:
        return TlsaUsability::UnknownMatchingType;
    }
}

bool holdsEmptyDigest(const TlsaRecord &record)
{
    switch (record.matchingType) {
    case 1:
        return record.data == QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    case 2:
        return record.data == QCryptographicHash::hash({}, QCryptographicHash::Sha512);
    default:
        return false;
    }
}

QByteArray associationData(const Certificate &certificate, quint8 selector, quint8 matchingType)
{
    if (!certificate.valid || selector > 1)
        return {};
    const QByteArray selected = selector == 0 ? certificate.der : publicKeyOf(certificate.der);
    if (selected.isEmpty())
        return {};
    switch (matchingType) {
    case 0:
        return selected;
    case 1:
        return QCryptographicHash::hash(selected, QCryptographicHash::Sha256);
    case 2:
        return QCryptographicHash::hash(selected, QCryptographicHash::Sha512);
    default:
        return {};
    }
}

QString tlsaText(const TlsaRecord &record, qsizetype limit)
{
    const qsizetype digits = std::min(record.data.size() * 2, limit);
    QString data = QString::fromLatin1(record.data.left((digits + 1) / 2).toHex().left(digits));
    if (digits < record.data.size() * 2)
        data.append(QChar(0x2026));
    return QStringLiteral("%1 %2 %3 %4").arg(record.usage).arg(record.selector).arg(record.matchingType).arg(data).trimmed();
}

} // namespace mta
