// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/authority.h"

#include <atomic>
#include <ctime>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace mta
{
namespace
{

using Key = std::shared_ptr<EVP_PKEY>;
using Cert = std::shared_ptr<X509>;
constexpr long day = 24 * 60 * 60;

/// What goes into a certificate; times are seconds from now.
struct Contents {
    QByteArray commonName;
    QByteArray dnsName; ///< empty: no subjectAltName
    long from = -10 * day;
    long until = 80 * day;
    bool authority = false;
    bool mustStaple = false; ///< RFC 7633
};

Key makeKey()
{
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

void setCommonName(X509_NAME *name, const QByteArray &commonName)
{
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Practice World"), -1, -1, 0);
    // A common name is at most 64 characters (RFC 5280, ub-common-name); longer host names stand in the subjectAltName alone.
    const QByteArray shown = commonName.size() <= 64 ? commonName : QByteArray("host");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(shown.constData()), -1, -1, 0);
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()), X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A certificate signed by `issuer`, or by itself when that is null. Null when OpenSSL fails.
Cert makeCertificate(const Contents &contents, const Key &subjectKey, const Cert &issuer, const Key &issuerKey)
{
    static std::atomic<long> serial{1};
    Cert certificate(X509_new(), X509_free);
    X509 *x509 = certificate.get();
    X509_set_version(x509, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), static_cast<long>(std::time(nullptr)) * 1000 + serial++);
    X509_gmtime_adj(X509_getm_notBefore(x509), contents.from);
    X509_gmtime_adj(X509_getm_notAfter(x509), contents.until);
    X509_set_pubkey(x509, subjectKey.get());
    setCommonName(X509_get_subject_name(x509), contents.commonName);
    X509 *parent = issuer ? issuer.get() : x509;
    X509_set_issuer_name(x509, X509_get_subject_name(parent));

    bool good =
        addExtension(x509, parent, NID_basic_constraints, contents.authority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
        addExtension(x509, parent, NID_subject_key_identifier, "hash") &&
        addExtension(x509, parent, NID_key_usage, contents.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    if (issuer)
        good = good && addExtension(x509, parent, NID_authority_key_identifier, "keyid");
    if (!contents.authority)
        good = good && addExtension(x509, parent, NID_ext_key_usage, "serverAuth");
    if (!contents.dnsName.isEmpty())
        good = good && addExtension(x509, parent, NID_subject_alt_name, "DNS:" + contents.dnsName);
    if (contents.mustStaple)
        good = good && addExtension(x509, parent, NID_tlsfeature, "status_request");
    return good && X509_sign(x509, issuerKey.get(), EVP_sha256()) > 0 ? certificate : nullptr;
}

template<class Write>
QByteArray toPem(const Write &write)
{
    std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

} // namespace

Authority::Authority() : m_rootKey(makeKey()), m_serverKey(makeKey())
{
    if (!m_rootKey || !m_serverKey)
        return;
    const auto root = [this](const QByteArray &name) {
        return makeCertificate({name, {}, -365 * day, 3650 * day, true}, m_rootKey, nullptr, m_rootKey);
    };
    m_root = root("Practice World Root");
    m_strangerRoot = root("Root That Nobody Trusts");
    // The intermediate shares the root's key pair; only its name tells them apart.
    m_intermediate = makeCertificate({"Practice World Intermediate", {}, -365 * day, 3650 * day, true}, m_rootKey, m_root, m_rootKey);
}

ServerIdentity Authority::issue(const QByteArray &host, CertificateKind kind) const
{
    Contents contents{host, host};
    switch (kind) {
    case CertificateKind::Expired:
        contents.from = -93 * day;
        contents.until = -3 * day;
        break;
    case CertificateKind::NotYetValid:
        contents.from = 2 * day;
        break;
    case CertificateKind::ExpiresSoon:
        contents.from = -85 * day;
        contents.until = 5 * day;
        break;
    case CertificateKind::OtherName:
        contents.commonName = contents.dnsName = "www.hosting.example";
        break;
    case CertificateKind::CommonNameOnly:
        contents.dnsName.clear();
        break;
    case CertificateKind::MustStaple:
        contents.mustStaple = true;
        break;
    case CertificateKind::Good:
    case CertificateKind::SelfSigned:
    case CertificateKind::UntrustedRoot:
    case CertificateKind::IncompleteChain:
    case CertificateKind::RootSent:
        break;
    }

    const bool selfSigned = kind == CertificateKind::SelfSigned;
    const Cert issuer = selfSigned ? nullptr : kind == CertificateKind::UntrustedRoot ? m_strangerRoot : m_intermediate;
    const Cert leaf = makeCertificate(contents, m_serverKey, issuer, selfSigned ? m_serverKey : m_rootKey);
    if (!leaf)
        return {};
    ServerIdentity identity{m_serverKey, {leaf}};
    if (issuer && kind != CertificateKind::IncompleteChain)
        identity.chain.append(issuer);
    if (kind == CertificateKind::RootSent)
        identity.chain.append(m_root);
    return identity;
}

QByteArray Authority::rootPem() const
{
    return toPem([this](BIO *bio) { PEM_write_bio_X509(bio, m_root.get()); });
}

QByteArray chainPem(const ServerIdentity &identity)
{
    return toPem([&identity](BIO *bio) {
        for (const Cert &certificate : identity.chain)
            PEM_write_bio_X509(bio, certificate.get());
    });
}

QByteArray keyPem(const ServerIdentity &identity)
{
    return toPem([&identity](BIO *bio) { PEM_write_bio_PrivateKey(bio, identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

} // namespace mta
