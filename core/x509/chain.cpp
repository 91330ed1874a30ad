// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/chain.h"

#include "x509/openssl.h"
#include "x509/truststoredata.h"
#include <optional>

namespace mta
{
namespace
{

const QString unverified = QStringLiteral("this computer could not verify the chain");

struct VerifyError {
    int code = X509_V_OK;
    int depth = 0;
};

/// Of all errors the two that can decide.
struct VerifyErrors {
    std::optional<VerifyError> first;
    std::optional<VerifyError> ofTrust; ///< the first about what stands between the leaf and a trusted root
};

/// An issuer is neither among the sent nor in the store. Whether it is an intermediate the server should have sent or a root
/// nobody here trusts (which need not be sent, RFC 8446 §4.4.2) cannot be known; its name tells best, then its place: a leaf signed by a
/// root itself is rare, two intermediates are rarer than one.
Trust missingIssuer(const Certificate &last, int depth)
{
    if (last.issuer.contains(u"intermediate", Qt::CaseInsensitive) || last.issuer.contains(u"issuing", Qt::CaseInsensitive))
        return Trust::IncompleteChain;
    if (last.issuer.contains(u"root", Qt::CaseInsensitive))
        return Trust::UntrustedRoot;
    return depth == 0 ? Trust::IncompleteChain : Trust::UntrustedRoot;
}

Trust trustAfter(const VerifyError &error, const QList<Certificate> &path)
{
    switch (error.code) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return Trust::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_CERT_REJECTED:
        return Trust::UntrustedRoot;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return path.isEmpty() ? Trust::IncompleteChain : missingIssuer(path.last(), static_cast<int>(path.size()) - 1);
    default:
        return Trust::Invalid;
    }
}

/// Goes on after every error, so that all are seen: what a library reports first depends on its version.
int collectError(int ok, X509_STORE_CTX *context)
{
    if (ok)
        return 1;
    auto &errors = *static_cast<VerifyErrors *>(X509_STORE_CTX_get_app_data(context));
    const VerifyError error{X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)};
    if (!errors.first)
        errors.first = error;
    if (!errors.ofTrust && trustAfter(error, {}) != Trust::Invalid)
        errors.ofTrust = error;
    return 1;
}

QString describe(const VerifyError &error, const QList<Certificate> &path, Trust trust)
{
    const QString words = QString::fromLatin1(X509_verify_cert_error_string(error.code));
    if (path.isEmpty())
        return words;
    const Certificate &at = path.at(std::clamp<qsizetype>(error.depth, 0, path.size() - 1));
    const bool missing = trust != Trust::Invalid && trust != Trust::SelfSigned && !at.selfIssued;
    return QStringLiteral("%1: %2").arg(words, missing ? at.issuer : at.subject);
}

X509StoreContextPtr prepare(X509_STORE *store, X509 *leaf, STACK_OF(X509) * untrusted, VerifyErrors &errors)
{
    X509StoreContextPtr context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), store, leaf, untrusted) != 1)
        return {};
    // RFC 5280 §4.2.1.12: id-kp-serverAuth. Either call fails only for want of memory, and then nothing may be verified without it.
    if (X509_STORE_CTX_set_default(context.get(), "ssl_server") != 1 || X509_STORE_CTX_set_app_data(context.get(), &errors) != 1)
        return {};
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_NO_CHECK_TIME); // dates are judged elsewhere, at their own time
    X509_VERIFY_PARAM_clear_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_auth_level(parameters, 0); // weak keys are told by hasWeakKey()
    X509_VERIFY_PARAM_set_depth(parameters, maxChainLength);
    X509_STORE_CTX_set_verify_cb(context.get(), collectError);
    return context;
}

/// The certificates that were used; those that came from the peer need not be read a second time.
QList<Certificate> pathOf(X509_STORE_CTX *context, const QList<Certificate> &sent, const std::vector<X509 *> &parsed)
{
    QList<Certificate> path;
    const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
        X509 *certificate = sk_X509_value(chain, i);
        const auto known = std::find(parsed.begin(), parsed.end(), certificate);
        path.append(known != parsed.end() ? sent.at(known - parsed.begin()) : readCertificate(certificate));
    }
    return path;
}

} // namespace

ChainVerdict verifyParsedChain(const QList<Certificate> &sent, const std::vector<X509 *> &parsed, const TrustStore &store)
{
    ChainVerdict verdict;
    if (sent.isEmpty())
        return verdict;
    const OwnTrouble trouble;
    verdict.trust = Trust::Invalid;
    if (parsed.empty() || !parsed.front()) {
        verdict.detail = QStringLiteral("the certificate cannot be parsed");
        return verdict;
    }
    const X509StackPtr untrusted(sk_X509_new_null());
    for (size_t i = 1; i < parsed.size() && i < maxChainLength; ++i)
        if (parsed[i])
            sk_X509_push(untrusted.get(), parsed[i]);
    VerifyErrors errors;
    X509_STORE *roots = store.data() ? store.data()->store() : nullptr;
    const X509StorePtr none(roots ? nullptr : X509_STORE_new());
    const X509StoreContextPtr context = prepare(roots ? roots : none.get(), parsed.front(), untrusted.get(), errors);
    const bool ran = context && X509_verify_cert(context.get()) == 1;
    if (context)
        verdict.path = pathOf(context.get(), sent, parsed);
    if (trouble.any() || !context || (store.data() && !roots) || !untrusted) {
        verdict.trust = Trust::Unknown;
        verdict.detail = unverified;
    } else if (errors.first) {
        // What has to be mended first comes before what is wrong inside the chain.
        const VerifyError error = errors.ofTrust.value_or(*errors.first);
        verdict.trust = trustAfter(error, verdict.path);
        verdict.detail = describe(error, verdict.path, verdict.trust);
    } else if (ran) {
        verdict.trust = Trust::Trusted;
    } else {
        verdict.detail = QStringLiteral("the chain could not be verified");
    }
    return verdict;
}

ChainVerdict verifyChain(const QList<Certificate> &sent, const TrustStore &store)
{
    const OwnTrouble trouble;
    std::vector<X509Ptr> owned;
    std::vector<X509 *> parsed;
    for (const Certificate &certificate : sent) {
        owned.push_back(decodeCertificate(certificate.der));
        parsed.push_back(owned.back().get());
    }
    if (trouble.any())
        return {Trust::Unknown, {}, unverified};
    return verifyParsedChain(sent, parsed, store);
}

} // namespace mta
