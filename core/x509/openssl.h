// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "x509/chain.h"
#include "x509/owntrouble.h"
#include <memory>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <vector>

/// Where OpenSSL's types and ours meet; for core/x509 itself and for the TLS client, which has parsed certificates at hand.
/// Only accessor functions are used: the structures are opaque in newer OpenSSL.
namespace mta
{

template<auto function>
struct FreeWith {
    template<class T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
using X509Ptr = std::unique_ptr<X509, FreeWith<X509_free>>;
using X509StorePtr = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using X509StoreContextPtr = std::unique_ptr<X509_STORE_CTX, FreeWith<X509_STORE_CTX_free>>;
inline void freeCertificateStack(STACK_OF(X509) * stack)
{
    sk_X509_free(stack); // the certificates stay their owners'
}
using X509StackPtr = std::unique_ptr<STACK_OF(X509), FreeWith<freeCertificateStack>>;

/// Null when the octets are not exactly one certificate, or too many.
X509Ptr decodeCertificate(const QByteArray &der);
QList<QByteArray> certificatesInPem(const QByteArray &pem); ///< their DER
Certificate readCertificate(X509 *certificate);
/// The dNSNames of the subjectAltName, lower case, at most so many; made visible, so that a name with a NUL or a control character in it
/// can match no host.
QStringList dnsNamesOf(X509 *certificate, qsizetype most);
/// The part of it that concerns extensions beyond names and constraints.
void readExtensions(Certificate &result, X509 *certificate);
/// UTC; invalid when the time cannot be read.
QDateTime dateTimeOf(const ASN1_TIME *time);

/// verifyChain() for certificates already parsed: `parsed` has one entry for each of `sent`, null where it is not valid.
ChainVerdict verifyParsedChain(const QList<Certificate> &sent, const std::vector<X509 *> &parsed, const TrustStore &store);

} // namespace mta
