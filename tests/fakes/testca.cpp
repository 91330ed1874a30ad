// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/testca.h"

#include <QMutex>
#include <openssl/bio.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace mta::fakes
{
namespace
{

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY *key)
{
    Q_ASSERT(key);
    return {key, EVP_PKEY_free};
}

/// RSA keys take long to make and are nobody's secret here: one of each size is enough.
std::shared_ptr<EVP_PKEY> rsaKey(unsigned bits)
{
    static QMutex mutex;
    static QHash<unsigned, std::shared_ptr<EVP_PKEY>> keys;
    const QMutexLocker lock(&mutex);
    auto &key = keys[bits];
    if (!key)
        key = owned(EVP_RSA_gen(bits));
    return key;
}

std::shared_ptr<EVP_PKEY> makeKey(KeyKind kind)
{
    switch (kind) {
    case KeyKind::EcP256:
        return owned(EVP_EC_gen("P-256"));
    case KeyKind::EcP192:
        return owned(EVP_EC_gen("prime192v1"));
    case KeyKind::Ed25519:
        return owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    case KeyKind::Rsa2048:
        return rsaKey(2048);
    case KeyKind::Rsa1024:
        return rsaKey(1024);
    }
    return {};
}

void addExtension(X509 *certificate, X509 *issuer, const QByteArray &name, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_nconf(nullptr, &context, name.constData(), value.constData());
    Q_ASSERT_X(extension, "testca", name.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setTime(ASN1_TIME *field, const QDateTime &time)
{
    ASN1_TIME_set(field, time.toSecsSinceEpoch());
}

void addExtensions(X509 *certificate, X509 *issuer, const CertificateSpec &spec)
{
    const QByteArray length = spec.pathLength < 0 ? QByteArray() : ",pathlen:" + QByteArray::number(spec.pathLength);
    addExtension(certificate, issuer, "basicConstraints", spec.authority ? "critical,CA:TRUE" + length : QByteArray("critical,CA:FALSE"));
    addExtension(certificate, issuer, "subjectKeyIdentifier", "hash");
    if (certificate != issuer)
        addExtension(certificate, issuer, "authorityKeyIdentifier", "keyid");
    QByteArrayList names;
    for (const QString &name : spec.dnsNames)
        names.append("DNS:" + name.toLatin1());
    if (!names.isEmpty())
        addExtension(certificate, issuer, "subjectAltName", names.join(','));
    for (const auto &[name, value] : spec.extensions)
        addExtension(certificate, issuer, name, value);
}

Identity make(const CertificateSpec &spec, const Identity *issuer)
{
    Identity result{{X509_new(), X509_free}, makeKey(spec.key)};
    X509 *certificate = result.x509.get();
    X509_set_version(certificate, X509_VERSION_3);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1U | 1U);
    setTime(X509_getm_notBefore(certificate), spec.notBefore);
    setTime(X509_getm_notAfter(certificate), spec.notAfter);
    const QByteArray name = spec.commonName.toUtf8();
    if (!name.isEmpty())
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name.constData()), static_cast<int>(name.size()), -1, 0);
    X509_set_pubkey(certificate, result.key.get());
    X509 *signer = issuer ? issuer->x509.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    addExtensions(certificate, signer, spec);
    EVP_PKEY *key = issuer ? issuer->key.get() : result.key.get();
    const bool bare = EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519; // has its digest built in (RFC 8410)
    const int size = X509_sign(certificate, key, bare ? nullptr : EVP_get_digestbyname(spec.digest.constData()));
    Q_ASSERT(size > 0);
    Q_UNUSED(size);
    return result;
}

template<class Write>
QByteArray written(Write write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const QByteArray result(data, size);
    BIO_free(memory);
    return result;
}

} // namespace

QByteArray Identity::der() const
{
    return written([this](BIO *memory) { i2d_X509_bio(memory, x509.get()); });
}

Certificate Identity::certificate() const
{
    return parseCertificate(der());
}

QByteArray Identity::certificatePem() const
{
    return written([this](BIO *memory) { PEM_write_bio_X509(memory, x509.get()); });
}

QByteArray Identity::keyPem() const
{
    return written([this](BIO *memory) { PEM_write_bio_PrivateKey(memory, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

Identity selfSigned(const CertificateSpec &spec)
{
    return make(spec, nullptr);
}

Identity issue(const CertificateSpec &spec, const Identity &issuer)
{
    return make(spec, &issuer);
}

Identity rootAuthority(const QString &commonName)
{
    return selfSigned(
        {.commonName = commonName, .dnsNames = {}, .authority = true, .extensions = {{"keyUsage", "critical,keyCertSign,cRLSign"}}});
}

Identity intermediateAuthority(const QString &commonName, const Identity &issuer)
{
    return issue(
        {.commonName = commonName, .dnsNames = {}, .authority = true, .extensions = {{"keyUsage", "critical,keyCertSign,cRLSign"}}},
        issuer);
}

Identity serverIdentity(const QString &host, const Identity &issuer)
{
    return issue({.commonName = host, .dnsNames = {host}, .extensions = {{"extendedKeyUsage", "serverAuth"}}}, issuer);
}

QByteArray ocspResponse(const Identity &leaf, const Identity &issuer, const Identity &signer, const OcspSpec &spec)
{
    OCSP_BASICRESP *basic = OCSP_BASICRESP_new();
    OCSP_CERTID *id = OCSP_cert_to_id(spec.sha256Id ? EVP_sha256() : EVP_sha1(), leaf.x509.get(), issuer.x509.get());
    ASN1_TIME *thisUpdate = ASN1_GENERALIZEDTIME_set(nullptr, spec.thisUpdate.toSecsSinceEpoch());
    ASN1_TIME *nextUpdate = spec.nextUpdate.isValid() ? ASN1_GENERALIZEDTIME_set(nullptr, spec.nextUpdate.toSecsSinceEpoch()) : nullptr;
    OCSP_basic_add1_status(basic, id, spec.revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD, OCSP_REVOKED_STATUS_KEYCOMPROMISE,
                           spec.revoked ? thisUpdate : nullptr, thisUpdate, nextUpdate);
    OCSP_basic_sign(basic, signer.x509.get(), signer.key.get(), EVP_sha256(), nullptr, 0);
    OCSP_RESPONSE *response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char *der = nullptr;
    const int size = i2d_OCSP_RESPONSE(response, &der);
    const QByteArray result(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    OCSP_RESPONSE_free(response);
    ASN1_STRING_free(thisUpdate);
    ASN1_STRING_free(nextUpdate);
    OCSP_CERTID_free(id);
    OCSP_BASICRESP_free(basic);
    return result;
}

} // namespace mta::fakes
