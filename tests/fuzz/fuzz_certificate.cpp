// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "x509/tlssession.h"
#include <cstdint>
#include <cstdlib>

/// The octets as a certificate, as PEM, and as a stapled response about themselves; nothing may crash, and limits hold.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const mta::TrustStore store = mta::TrustStore::fromCertificates({});
    const QByteArray octets(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    mta::TlsSession session;
    session.chain = mta::parsePem(octets);
    session.chain.prepend(mta::parseCertificate(octets));
    for (const mta::Certificate &certificate : session.chain) {
        if (certificate.dnsNames.size() > mta::maxCertificateNames || (certificate.valid && certificate.sha256.size() != 32))
            std::abort();
        mta::namesHost(certificate, QStringLiteral("mail.example.com"));
        mta::hasWeakKey(certificate);
        mta::hasWeakSignature(certificate);
    }
    session.verdict = mta::verifyChain(session.chain.mid(0, mta::maxChainLength), store);
    session.ocspResponse = octets;
    mta::stapledStatus(session, QDateTime::fromSecsSinceEpoch(1767225600, Qt::UTC));
    return 0;
}
