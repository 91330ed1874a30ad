// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A stapled OCSP response. The input is a certificate and its issuer, each with a length of two octets before it, and the response.
#include "wholeaudit.h"
#include "x509/tlssession.h"

using namespace mta;

namespace
{

QByteArray taken(QByteArray &input)
{
    if (input.size() < 2)
        return {};
    const qsizetype size = static_cast<unsigned char>(input.at(0)) << 8 | static_cast<unsigned char>(input.at(1));
    const QByteArray octets = input.mid(2, size);
    input.remove(0, 2 + octets.size());
    return octets;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray input = fuzz::octetsOf(data, size);
    const QByteArray leaf = taken(input);
    const QByteArray issuer = taken(input);
    const QDateTime at(QDate(2027, 1, 1), QTime(12, 0), Qt::UTC);
    TlsSession session;
    session.chain = {parseCertificate(leaf), parseCertificate(issuer)};
    session.ocspResponse = input;
    const Revocation status = stapledStatus(session, at);
    fuzz::require(status == stapledStatus(session, at));
    // Where nothing is signed by the issuer nothing is said: the response about another certificate, and with nobody to have signed it.
    TlsSession swapped = session;
    std::swap(swapped.chain[0], swapped.chain[1]);
    TlsSession alone = session;
    alone.chain.removeLast();
    if (leaf != issuer) // or else it vouches for itself
        fuzz::require(stapledStatus(swapped, at) == Revocation::Unknown);
    fuzz::require(stapledStatus(alone, at) == Revocation::Unknown);
    // RFC 6960 §4.2.2.1: nothing is said about a time before it was.
    fuzz::require(stapledStatus(session, QDateTime(QDate(1800, 1, 1), QTime(), Qt::UTC)) == Revocation::Unknown);
    return 0;
}
