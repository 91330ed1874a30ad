// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/certificate.h"

#include "base/wiretext.h"
#include "x509/openssl.h"
#include <QCryptographicHash>
#include <ctime>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace mta
{
namespace
{

constexpr qsizetype maxNameText = 1024; // characters of a subject or issuer that are kept
constexpr qsizetype maxDnsName = 255;   // RFC 1035 §2.3.4; anything longer names no host
constexpr int maxSerialBits = 4096;     // RFC 5280 §4.1.2.2 allows 20 octets

using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using BigNumberPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using GeneralNamesPtr = std::unique_ptr<GENERAL_NAMES, FreeWith<GENERAL_NAMES_free>>;

void freeOctets(void *pointer)
{
    OPENSSL_free(pointer);
}
using OctetsPtr = std::unique_ptr<unsigned char, FreeWith<freeOctets>>;
using TextPtr = std::unique_ptr<char, FreeWith<freeOctets>>;

QByteArray octetsOf(const ASN1_STRING *string)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string)};
}

/// RFC 4514: most specific first; the CN of a server stands in front.
QString nameText(const X509_NAME *name)
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory)
        return {};
    constexpr unsigned long flags =
        (XN_FLAG_RFC2253 & ~static_cast<unsigned long>(XN_FLAG_SEP_COMMA_PLUS) & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB)) |
        XN_FLAG_SEP_CPLUS_SPC;
    X509_NAME_print_ex(memory.get(), name, 0, flags);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return visibleText(QByteArray(data, size), maxNameText);
}

QString commonNameOf(const X509_NAME *name)
{
    int last = -1;
    for (int index = -1; (index = X509_NAME_get_index_by_NID(name, NID_commonName, index)) >= 0;)
        last = index;
    if (last < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    if (size < 0)
        return {};
    const OctetsPtr owner(utf8);
    return visibleText(QByteArray(reinterpret_cast<const char *>(utf8), size), maxNameText);
}

QString serialOf(X509 *certificate)
{
    const BigNumberPtr number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    if (!number || BN_num_bits(number.get()) > maxSerialBits)
        return {};
    const TextPtr text(BN_bn2hex(number.get()));
    return QString::fromLatin1(text.get()).toLower();
}

QString curveName(const EVP_PKEY *key)
{
    char group[64] = {};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, group, sizeof group, &length) != 1)
        return QStringLiteral("EC");
    const char *nist = EC_curve_nid2nist(OBJ_txt2nid(group));
    return QStringLiteral("EC ") + QString::fromLatin1(nist ? nist : group);
}

QString keyTypeOf(X509 *certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    int type = key ? EVP_PKEY_get_base_id(key) : NID_undef;
    if (!key) { // a key OpenSSL cannot use: its algorithm at least
        ASN1_OBJECT *algorithm = nullptr;
        if (X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate)) == 1)
            type = OBJ_obj2nid(algorithm);
    }
    switch (type) {
    case EVP_PKEY_RSA:
        return QStringLiteral("RSA");
    case EVP_PKEY_RSA_PSS:
        return QStringLiteral("RSA-PSS");
    case EVP_PKEY_DSA:
        return QStringLiteral("DSA");
    case EVP_PKEY_EC:
        return key ? curveName(key) : QStringLiteral("EC");
    case EVP_PKEY_ED25519:
        return QStringLiteral("Ed25519");
    case EVP_PKEY_ED448:
        return QStringLiteral("Ed448");
    case NID_undef:
        return QStringLiteral("unknown");
    default:
        return QString::fromLatin1(OBJ_nid2ln(type));
    }
}

QString signatureAlgorithmOf(X509 *certificate)
{
    int digest = NID_undef;
    int key = NID_undef;
    const int algorithm = X509_get_signature_nid(certificate);
    // RSASSA-PSS names its digest in the parameters (RFC 4055 §3.1).
    if (algorithm == NID_rsassaPss && X509_get_signature_info(certificate, &digest, &key, nullptr, nullptr) == 1)
        return QStringLiteral("rsassaPss with %1").arg(QString::fromLatin1(OBJ_nid2ln(digest)));
    return algorithm == NID_undef ? QStringLiteral("unknown") : QString::fromLatin1(OBJ_nid2ln(algorithm));
}

QByteArray spkiDigest(X509 *certificate)
{
    unsigned char *spki = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &spki);
    if (size <= 0)
        return {};
    const OctetsPtr owner(spki);
    return QCryptographicHash::hash({reinterpret_cast<const char *>(spki), size}, QCryptographicHash::Sha256);
}

void readInto(Certificate &result, X509 *certificate)
{
    const OwnTrouble trouble;
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const X509_NAME *issuer = X509_get_issuer_name(certificate);
    result.subject = nameText(subject);
    result.issuer = nameText(issuer);
    result.commonName = commonNameOf(subject);
    result.dnsNames = dnsNamesOf(certificate, maxCertificateNames);
    result.serial = serialOf(certificate);
    result.notBefore = dateTimeOf(X509_get0_notBefore(certificate));
    result.notAfter = dateTimeOf(X509_get0_notAfter(certificate));
    result.keyType = keyTypeOf(certificate);
    if (const EVP_PKEY *key = X509_get0_pubkey(certificate))
        result.keyBits = EVP_PKEY_get_bits(key);
    result.signatureAlgorithm = signatureAlgorithmOf(certificate);
    result.selfIssued = X509_NAME_cmp(subject, issuer) == 0;
    result.authority = (X509_get_extension_flags(certificate) & EXFLAG_CA) != 0;
    readExtensions(result, certificate);
    result.spkiSha256 = spkiDigest(certificate);
    result.unread = trouble.any();
    result.valid = !result.unread; // what could not be read for other reasons is told by what is missing
}

} // namespace

X509Ptr decodeCertificate(const QByteArray &der)
{
    if (der.isEmpty() || der.size() > maxCertificateSize)
        return {};
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *cursor = begin;
    X509Ptr certificate(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
    forgetErrors();
    if (cursor != begin + der.size())
        return {};
    return certificate;
}

QStringList dnsNamesOf(X509 *certificate, qsizetype most)
{
    QStringList result;
    const GeneralNamesPtr names(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()) && result.size() < most; ++i) {
        int type = -1;
        const void *value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &type);
        if (type == GEN_DNS)
            result.append(visibleText(octetsOf(static_cast<const ASN1_STRING *>(value)).toLower(), maxDnsName));
    }
    return result;
}

QDateTime dateTimeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec),
                     Qt::UTC);
}

Certificate readCertificate(X509 *certificate)
{
    Certificate result;
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0) {
        result.unread = true; // it was parsed before
        return result;
    }
    const OctetsPtr owner(der);
    result.der = QByteArray(reinterpret_cast<const char *>(der), size);
    if (size > maxCertificateSize)
        return result;
    result.sha256 = QCryptographicHash::hash(result.der, QCryptographicHash::Sha256);
    readInto(result, certificate);
    return result;
}

Certificate parseCertificate(const QByteArray &der)
{
    Certificate result;
    result.der = der;
    const OwnTrouble trouble;
    if (const X509Ptr certificate = decodeCertificate(der)) {
        result.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
        readInto(result, certificate.get());
    }
    result.unread = trouble.any();
    result.valid = result.valid && !result.unread;
    return result;
}

QList<QByteArray> certificatesInPem(const QByteArray &pem)
{
    QList<QByteArray> result;
    const BioPtr memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(std::min<qsizetype>(pem.size(), INT_MAX))));
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long size = 0;
    while (PEM_read_bio(memory.get(), &name, &header, &data, &size) == 1) {
        const TextPtr ownedName(name);
        const TextPtr ownedHeader(header);
        const OctetsPtr ownedData(data);
        // RFC 7468 §5.1: CERTIFICATE; the other label is an old name of the same.
        if (qstrcmp(name, PEM_STRING_X509) == 0 || qstrcmp(name, PEM_STRING_X509_OLD) == 0)
            result.append(QByteArray(reinterpret_cast<const char *>(data), size));
    }
    forgetErrors();
    return result;
}

QList<Certificate> parsePem(const QByteArray &pem)
{
    QList<Certificate> result;
    for (const QByteArray &der : certificatesInPem(pem))
        result.append(parseCertificate(der));
    return result;
}

} // namespace mta
