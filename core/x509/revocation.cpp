// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/openssl.h"
#include "x509/tlssession.h"
#include <openssl/ocsp.h>

namespace mta
{
namespace
{

constexpr std::chrono::minutes clockSkew{5};
/// Without nextUpdate newer information is always to be had (RFC 6960 §4.2.2.1); an older response says nothing any more.
constexpr std::chrono::hours ageWithoutNextUpdate{7 * 24};

using ResponsePtr = std::unique_ptr<OCSP_RESPONSE, FreeWith<OCSP_RESPONSE_free>>;
using BasicPtr = std::unique_ptr<OCSP_BASICRESP, FreeWith<OCSP_BASICRESP_free>>;
using CertIdPtr = std::unique_ptr<OCSP_CERTID, FreeWith<OCSP_CERTID_free>>;

BasicPtr decodeResponse(const QByteArray &der)
{
    if (der.isEmpty() || der.size() > maxOcspResponse)
        return {};
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const ResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &cursor, static_cast<long>(der.size())));
    if (!response || OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return {};
    return BasicPtr(OCSP_response_get1_basic(response.get()));
}

/// The leaf's issuer: from the verified path, or else among what was sent.
X509Ptr issuerOf(const TlsSession &session, X509 *leaf)
{
    for (const QList<Certificate> &list : {session.verdict.path, session.chain}) {
        for (const Certificate &candidate : list.mid(1)) {
            X509Ptr issuer = decodeCertificate(candidate.der);
            if (issuer && X509_NAME_cmp(X509_get_subject_name(issuer.get()), X509_get_issuer_name(leaf)) == 0 &&
                X509_verify(leaf, X509_get0_pubkey(issuer.get())) == 1)
                return issuer;
        }
    }
    return {};
}

/// RFC 6960 §4.2.2.2: signed by the issuer itself, or by a delegate the issuer certified for it with id-kp-OCSPSigning.
bool isSignedFor(OCSP_BASICRESP *basic, X509 *issuer, const QDateTime &at)
{
    const X509StorePtr store(X509_STORE_new());
    const X509StackPtr known(sk_X509_new_null());
    if (!store || !known || X509_STORE_add_cert(store.get(), issuer) != 1 || sk_X509_push(known.get(), issuer) < 1)
        return false;
    X509_VERIFY_PARAM *parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN); // the issuer is the anchor here, it need not be a root
    X509_VERIFY_PARAM_set_time(parameters, at.toSecsSinceEpoch());
    return OCSP_basic_verify(basic, known.get(), store.get(), OCSP_TRUSTOTHER) == 1;
}

bool isCurrent(const ASN1_GENERALIZEDTIME *thisUpdate, const ASN1_GENERALIZEDTIME *nextUpdate, const QDateTime &at)
{
    const QDateTime from = dateTimeOf(thisUpdate);
    if (!from.isValid() || at < from.addSecs(-std::chrono::seconds(clockSkew).count()))
        return false;
    const QDateTime until = nextUpdate ? dateTimeOf(nextUpdate) : from.addSecs(std::chrono::seconds(ageWithoutNextUpdate).count());
    return until.isValid() && at <= until.addSecs(std::chrono::seconds(clockSkew).count());
}

Revocation statusIn(OCSP_BASICRESP *basic, X509 *leaf, X509 *issuer, const QDateTime &at)
{
    // A responder chooses the digest of the certificate's id: SHA-1 (RFC 5019 §2.1.1) or SHA-256 (RFC 9654).
    for (const EVP_MD *digest : {EVP_sha1(), EVP_sha256()}) {
        const CertIdPtr id(OCSP_cert_to_id(digest, leaf, issuer));
        int status = V_OCSP_CERTSTATUS_UNKNOWN;
        int reason = 0;
        ASN1_GENERALIZEDTIME *revokedAt = nullptr;
        ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
        ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
        if (!id || OCSP_resp_find_status(basic, id.get(), &status, &reason, &revokedAt, &thisUpdate, &nextUpdate) != 1)
            continue;
        if (!isCurrent(thisUpdate, nextUpdate, at))
            return Revocation::Unknown;
        return status == V_OCSP_CERTSTATUS_GOOD      ? Revocation::Good
               : status == V_OCSP_CERTSTATUS_REVOKED ? Revocation::Revoked
                                                     : Revocation::Unknown;
    }
    return Revocation::Unknown;
}

} // namespace

Revocation stapledStatus(const TlsSession &session, const QDateTime &at)
{
    Revocation result = Revocation::Unknown;
    const BasicPtr basic = decodeResponse(session.ocspResponse);
    const X509Ptr leaf = basic && !session.chain.isEmpty() ? decodeCertificate(session.chain.first().der) : X509Ptr();
    const X509Ptr issuer = leaf ? issuerOf(session, leaf.get()) : X509Ptr();
    if (issuer && isSignedFor(basic.get(), issuer.get(), at))
        result = statusIn(basic.get(), leaf.get(), issuer.get(), at);
    forgetErrors();
    return result;
}

} // namespace mta
