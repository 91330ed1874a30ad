// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dane/anchor.h"

#include <algorithm>

namespace mta
{
namespace
{

using SslPtr = std::unique_ptr<SSL, FreeWith<SSL_free>>;

struct VerifyErrors {
    bool expired = false;
    bool early = false;
    int first = X509_V_OK; ///< the first that has nothing to do with dates
};

/// Goes on after every error, so that dates can be told from what breaks the chain.
int collectError(int ok, X509_STORE_CTX *context)
{
    if (ok)
        return 1;
    auto &errors = *static_cast<VerifyErrors *>(X509_STORE_CTX_get_app_data(context));
    const int code = X509_STORE_CTX_get_error(context);
    if (code == X509_V_ERR_CERT_HAS_EXPIRED)
        errors.expired = true;
    else if (code == X509_V_ERR_CERT_NOT_YET_VALID)
        errors.early = true;
    else if (errors.first == X509_V_OK)
        errors.first = code;
    return 1;
}

/// Holds the records; no connection is ever made with it. Null when not one of them was taken: OpenSSL would then forget about DANE
/// and ask the certificate authorities instead.
SslPtr daneSession(SSL_CTX *context, const QList<TlsaRecord> &records)
{
    SslPtr session(SSL_new(context));
    // The name is a formality: it would become part of a handshake, and names are judged elsewhere.
    if (!session || SSL_dane_enable(session.get(), "localhost") != 1)
        return {};
    bool taken = false;
    for (const TlsaRecord &record : records) {
        const auto *data = reinterpret_cast<const unsigned char *>(record.data.constData());
        taken |= SSL_dane_tlsa_add(session.get(), record.usage, record.selector, record.matchingType, data,
                                   static_cast<size_t>(record.data.size())) == 1;
    }
    return taken ? std::move(session) : SslPtr();
}

X509StoreContextPtr verification(X509_STORE *none, X509 *leaf, STACK_OF(X509) * untrusted, const QDateTime &at, int securityLevel)
{
    X509StoreContextPtr context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), none, leaf, untrusted) != 1)
        return {};
    X509_STORE_CTX_set_default(context.get(), "ssl_server"); // RFC 5280 §4.2.1.12: id-kp-serverAuth
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(at.toSecsSinceEpoch()));
    X509_VERIFY_PARAM_set_auth_level(parameters, securityLevel);
    X509_VERIFY_PARAM_set_depth(parameters, maxChainLength);
    return context;
}

QList<Certificate> pathOf(X509_STORE_CTX *context, const QList<Certificate> &sent, const std::vector<X509Ptr> &parsed)
{
    QList<Certificate> path;
    const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509 *certificate = sk_X509_value(chain, i);
        const auto known = std::find_if(parsed.begin(), parsed.end(), [=](const X509Ptr &one) { return one.get() == certificate; });
        path.append(known != parsed.end() ? sent.at(known - parsed.begin()) : readCertificate(certificate));
    }
    return path;
}

/// Which record OpenSSL took for the anchor.
int anchorOf(SSL *session, const QList<TlsaRecord> &records)
{
    TlsaRecord anchor;
    const unsigned char *data = nullptr;
    size_t size = 0;
    if (SSL_get0_dane_tlsa(session, &anchor.usage, &anchor.selector, &anchor.matchingType, &data, &size) < 0 || !data)
        return -1;
    anchor.data = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    return static_cast<int>(records.indexOf(anchor));
}

} // namespace

AnchorFinder::AnchorFinder(const QList<Certificate> &sent, const QDateTime &at) : m_sent(sent), m_at(at) {}

void AnchorFinder::prepare()
{
    if (m_parsed.empty())
        for (const Certificate &certificate : m_sent)
            m_parsed.push_back(decodeCertificate(certificate.der));
    if (m_context)
        return;
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (m_context && SSL_CTX_dane_enable(m_context.get()) != 1)
        m_context.reset();
}

AnchoredPath AnchorFinder::find(const QList<TlsaRecord> &records, int securityLevel)
{
    prepare();
    AnchoredPath result;
    if (m_parsed.empty() || !m_parsed.front()) {
        result.ran = true;
        result.detail = QStringLiteral("the certificate cannot be parsed");
        return result;
    }
    const X509StorePtr none(X509_STORE_new()); // no authority is trusted but the records
    const X509StackPtr untrusted(sk_X509_new_null());
    if (!m_context || !none || !untrusted) {
        forgetErrors();
        return result;
    }
    for (const X509Ptr &certificate : m_parsed)
        if (certificate && certificate != m_parsed.front() && sk_X509_push(untrusted.get(), certificate.get()) <= 0)
            return result;
    const SslPtr session = daneSession(m_context.get(), records);
    const X509StoreContextPtr context =
        session ? verification(none.get(), m_parsed.front().get(), untrusted.get(), m_at, securityLevel) : X509StoreContextPtr();
    if (context) {
        VerifyErrors errors;
        X509_STORE_CTX_set_app_data(context.get(), &errors);
        X509_STORE_CTX_set_verify_cb(context.get(), collectError);
        X509_STORE_CTX_set0_dane(context.get(), SSL_get0_dane(session.get()));
        const bool completed = X509_verify_cert(context.get()) == 1;
        const int last = X509_STORE_CTX_get_error(context.get());
        result.ran = completed || (last != X509_V_ERR_OUT_OF_MEM && last != X509_V_ERR_UNSPECIFIED);
        if (!completed && errors.first == X509_V_OK)
            errors.first = last;
        SSL_set_verify_result(session.get(), X509_V_OK); // or else it would not tell what matched
        result.record = anchorOf(session.get(), records);
        result.depth = SSL_get0_dane_authority(session.get(), nullptr, nullptr);
        result.anchored = result.ran && errors.first == X509_V_OK && result.record >= 0;
        result.expired = errors.expired;
        result.early = errors.early;
        result.path = pathOf(context.get(), m_sent, m_parsed);
        if (errors.first != X509_V_OK)
            result.detail = QString::fromLatin1(X509_verify_cert_error_string(errors.first));
    }
    forgetErrors();
    return result;
}

} // namespace mta
