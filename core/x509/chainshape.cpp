// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/chainshape.h"

#include "x509/openssl.h"
#include <algorithm>
#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace mta
{
namespace
{

/// Signatures are costly, so the names and key identifiers are looked at first.
bool isIssuer(X509 *issuer, X509 *subject)
{
    if (!issuer || !subject || X509_check_issued(issuer, subject) != X509_V_OK)
        return false;
    const bool signedByIt = X509_verify(subject, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return signedByIt;
}

/// The sent certificates that lead upwards from the leaf, on whatever way: cross-signed ones serve older senders.
std::vector<bool> reached(const std::vector<X509Ptr> &sent)
{
    std::vector<bool> known(sent.size(), false);
    std::vector<size_t> open{0};
    known[0] = true;
    while (!open.empty()) {
        X509 *subject = sent[open.back()].get();
        open.pop_back();
        for (size_t i = 1; i < sent.size(); ++i) {
            if (known[i] || !isIssuer(sent[i].get(), subject))
                continue;
            known[i] = true;
            open.push_back(i);
        }
    }
    return known;
}

/// Nothing that was sent before it is certified by it.
bool isEarly(const std::vector<X509Ptr> &sent, const std::vector<bool> &known, size_t index)
{
    for (size_t i = 0; i < index; ++i) {
        if (known[i] && isIssuer(sent[index].get(), sent[i].get()))
            return false;
    }
    return true;
}

} // namespace

ChainShape chainShape(const QList<Certificate> &sent)
{
    ChainShape shape;
    if (sent.size() < 2 || sent.size() > maxChainLength) // a certificate alone is in order
        return shape;
    std::vector<X509Ptr> parsed;
    for (const Certificate &certificate : sent)
        parsed.push_back(decodeCertificate(certificate.der));
    const std::vector<bool> known = reached(parsed);
    for (int i = 1; i < sent.size(); ++i) {
        const auto index = static_cast<size_t>(i);
        if (!known[index] || sent.indexOf(sent.at(i)) < i)
            shape.superfluous.append(i);
        else if (sent.at(i).selfIssued && isIssuer(parsed[index].get(), parsed[index].get()))
            shape.roots.append(i);
        if (known[index] && isEarly(parsed, known, index))
            shape.early.append(i);
    }
    return shape;
}

bool certifies(const Certificate &issuer, const Certificate &subject)
{
    // Names are compared before anything is parsed: most certificates of an audit have nothing to do with each other.
    return issuer.subject == subject.issuer && isIssuer(decodeCertificate(issuer.der).get(), decodeCertificate(subject.der).get());
}

} // namespace mta
