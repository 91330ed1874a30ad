// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/certificates.h"
#include "scrub/der.h"
#include "x509/chainshape.h"

#include <QCryptographicHash>
#include <openssl/ocsp.h>

namespace mta
{

namespace
{

using ResponsePtr = std::unique_ptr<OCSP_RESPONSE, FreeWith<OCSP_RESPONSE_free>>;
using BasicPtr = std::unique_ptr<OCSP_BASICRESP, FreeWith<OCSP_BASICRESP_free>>;

/// OCSPResponse with the status tryLater (RFC 6960 §4.2.1): nothing is said of any certificate.
const QByteArray tryLater = QByteArray::fromHex("30030a0103");

/// A time at which the first statement of the response is current.
QDateTime timeOf(const QByteArray &response)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(response.constData());
    const ResponsePtr parsed(d2i_OCSP_RESPONSE(nullptr, &cursor, static_cast<long>(response.size())));
    const BasicPtr basic(parsed ? OCSP_response_get1_basic(parsed.get()) : nullptr);
    OCSP_SINGLERESP *single = basic && OCSP_resp_count(basic.get()) > 0 ? OCSP_resp_get0(basic.get(), 0) : nullptr;
    ASN1_GENERALIZEDTIME *from = nullptr;
    if (single)
        OCSP_single_get0_status(single, nullptr, nullptr, &from, nullptr);
    forgetErrors();
    return dateTimeOf(from);
}

/// RFC 6960 §4.2.1: of SingleResponse the status and the times, as they are.
QByteArray statusAndTimes(const DerElement &single)
{
    const QList<DerElement> fields = single.children();
    QByteArray kept;
    for (qsizetype i = 1; i < fields.size(); ++i) {
        if (i == 1 || fields[i].tag != 0xa1) // there it is "revoked", later on extensions
            kept += fields[i].encoded();
    }
    return kept;
}

/// ResponseData out of BasicOCSPResponse out of ResponseBytes out of OCSPResponse.
QList<DerElement> basicParts(const QByteArray &response)
{
    const DerElement bytes = readDer(response).value(0).children().value(1).children().value(0);
    return readDer(bytes.children().value(1).content).value(0).children();
}

/// The INTEGER as it stands in the certificate.
QByteArray serialOf(const QByteArray &certificate)
{
    const QList<DerElement> fields = readDer(certificate).value(0).children().value(0).children();
    return fields.value(fields.value(0).tag == 0xa0 ? 1 : 0).encoded();
}

QByteArray sha1(const QByteArray &octets)
{
    return der(0x04, QCryptographicHash::hash(octets, QCryptographicHash::Sha1));
}

/// RFC 6960 §4.1.1: the certificate by the digests of its issuer's name and key, and its number.
QByteArray certificateId(const QByteArray &leaf, const QByteArray &issuer)
{
    const QList<DerElement> fields = readDer(issuer).value(0).children().value(0).children();
    const qsizetype first = fields.value(0).tag == 0xa0 ? 1 : 0;
    const QByteArray key = fields.value(first + 5).children().value(1).content.mid(1);
    const QByteArray algorithm = derSequence(QByteArray::fromHex("06052b0e03021a") + QByteArray::fromHex("0500"));
    return derSequence(algorithm + sha1(fields.value(first + 4).encoded()) + sha1(key) + serialOf(leaf));
}

} // namespace

QByteArray CertificateScrubber::scrubbedStaple(const TlsSession &session, Pseudonyms &pseudonyms)
{
    if (session.ocspResponse.isEmpty())
        return {};
    if (!m_signersFound)
        findSigners();
    const QDateTime current = timeOf(session.ocspResponse);
    const QByteArray leaf = session.chain.value(0).der;
    const QByteArray signer = signerOf(leaf);
    if (!current.isValid() || signer.isEmpty() || stapledStatus(session, current) == Revocation::Unknown)
        return tryLater;
    const auto issuer =
        std::find_if(m_known.cbegin(), m_known.cend(), [&](const Certificate &each) { return certifies(each, session.chain.first()); });
    const NewKey *key = keyFor(signer);
    const QList<DerElement> parts = basicParts(session.ocspResponse);
    if (issuer == m_known.cend() || !key || parts.size() < 3)
        return tryLater;
    const QByteArray newIssuer = scrubbed(issuer->der, pseudonyms);
    const QList<DerElement> data = parts[0].children();
    const auto list = std::find_if(data.cbegin(), data.cend(), [](const DerElement &field) { return field.tag == 0x30; });
    const auto produced = std::find_if(data.cbegin(), data.cend(), [](const DerElement &field) { return field.tag == 0x18; });
    if (list == data.cend() || produced == data.cend())
        return tryLater;
    const QByteArray serial = serialOf(leaf);
    DerElement single;
    for (const DerElement &each : list->children()) {
        if (each.children().value(0).children().value(3).encoded() == serial)
            single = each;
    }
    const QByteArray keyBits = readDer(key->spki).value(0).children().value(1).content.mid(1);
    const QByteArray statement = derSequence(certificateId(scrubbed(leaf, pseudonyms), newIssuer) + statusAndTimes(single));
    const QByteArray body = derSequence(der(0xa2, sha1(keyBits)) + produced->encoded() + derSequence(statement));
    // Signed by the issuer itself, in the way it signs certificates: a delegate's algorithm need not fit its key.
    const QByteArray algorithm = readDer(leaf).value(0).children().value(1).encoded();
    const QByteArray basic = derSequence(body + algorithm + derBits(signatureBy(*key, algorithm, body)));
    const QByteArray type = QByteArray::fromHex("06092b0601050507300101");
    return derSequence(QByteArray::fromHex("0a0100") + der(0xa0, derSequence(type + der(0x04, basic))));
}

} // namespace mta
