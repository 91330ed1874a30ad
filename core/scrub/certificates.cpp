// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/certificates.h"

#include "dane/tlsa.h"
#include "scrub/certificateparts.h"

#include <algorithm>
#include <openssl/evp.h>

namespace mta
{

namespace
{

QByteArray spkiOf(X509 *certificate)
{
    unsigned char *octets = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &octets);
    const QByteArray spki(reinterpret_cast<const char *>(octets), std::max(size, 0));
    OPENSSL_free(octets);
    return spki;
}

/// RFC 5280 §4.1.2: of a TBSCertificate the fields up to the key; the version may be left out.
struct Body {
    QList<DerElement> fields;
    qsizetype first = 0; ///< place of the serial number

    bool good() const { return fields.size() >= first + 6; }
};

Body bodyOf(const QByteArray &der)
{
    Body body{readDer(der).value(0).children().value(0).children()};
    body.first = body.fields.value(0).tag == 0xa0 ? 1 : 0;
    return body;
}

} // namespace

void CertificateScrubber::learn(const QByteArray &der)
{
    if (m_ders.contains(der))
        return;
    m_ders.insert(der);
    m_known.append(parseCertificate(der));
    for (const quint8 selector : {0, 1}) {
        for (const quint8 matching : {0, 1, 2}) {
            const QByteArray data = associationData(m_known.last(), selector, matching);
            if (!m_associations.contains(data))
                m_associations.insert(data, {der, selector, matching});
        }
    }
}

void CertificateScrubber::learn(const TlsaRecord &record)
{
    if (parseCertificate(record.data).valid)
        learn(record.data);
}

void CertificateScrubber::findSigners()
{
    m_signersFound = true;
    int trials = 0;
    std::vector<X509Ptr> parsed;
    QMultiHash<unsigned long, X509 *> bySubject;
    for (const Certificate &each : std::as_const(m_known)) {
        parsed.push_back(decodeCertificate(each.der));
        if (X509 *certificate = parsed.back().get())
            bySubject.insert(X509_subject_name_hash(certificate), certificate);
    }
    for (size_t i = 0; i < parsed.size(); ++i) {
        X509 *subject = parsed[i].get();
        // Signatures are costly, so the names are looked at first; of those that have the same, itself.
        QList<X509 *> issuers = subject ? bySubject.values(X509_issuer_name_hash(subject)) : QList<X509 *>();
        std::stable_partition(issuers.begin(), issuers.end(), [&](X509 *issuer) { return issuer == subject; });
        const auto signer = std::find_if(issuers.cbegin(), issuers.cend(), [&](X509 *issuer) {
            m_exhausted = m_exhausted || ++trials > maxSignatureTrials;
            return !m_exhausted && X509_verify(subject, X509_get0_pubkey(issuer)) == 1;
        });
        if (signer != issuers.cend())
            m_signers.insert(m_known.at(static_cast<qsizetype>(i)).der, spkiOf(*signer));
    }
    forgetErrors();
}

QByteArray CertificateScrubber::signerOf(const QByteArray &der) const
{
    return m_signers.value(der);
}

const NewKey *CertificateScrubber::keyFor(const QByteArray &spki)
{
    const auto known = m_keys.find(spki);
    if (known != m_keys.end())
        return &known->second;
    const bool signs = std::find(m_signers.cbegin(), m_signers.cend(), spki) != m_signers.cend();
    if (signs)
        m_effort = std::min(m_effort + signingEffort(spki), maxSigningEffort + 1);
    m_exhausted = m_exhausted || m_effort > maxSigningEffort;
    if (m_exhausted)
        return nullptr;
    std::optional<NewKey> made = newKeyLike(spki, m_seed + "key" + spki, signs);
    forgetErrors();
    if (!made) {
        m_failed = true;
        return nullptr;
    }
    return &m_keys.emplace(spki, std::move(*made)).first->second;
}

QByteArray CertificateScrubber::keyInsteadOf(const QByteArray &spki)
{
    const NewKey *key = keyFor(spki);
    return key ? key->spki : QByteArray();
}

QByteArray CertificateScrubber::signatureFor(const QByteArray &der, const QByteArray &algorithm, const QByteArray &body,
                                             const QByteArray &old)
{
    if (const QByteArray signer = signerOf(der); !signer.isEmpty()) {
        const NewKey *key = keyFor(signer);
        const QByteArray signature = key ? signatureBy(*key, algorithm, body) : QByteArray();
        forgetErrors();
        m_failed = m_failed || signature.isEmpty();
        return signature;
    }
    return octetsFrom(m_seed + "signature" + old, old.size());
}

QByteArray CertificateScrubber::issue(const QByteArray &der, Pseudonyms &pseudonyms)
{
    const QList<DerElement> parts = readDer(der).value(0).children();
    Body body = bodyOf(der);
    if (parts.size() != 3 || !body.good())
        return {};
    QList<DerElement> &fields = body.fields;
    const qsizetype serial = body.first;
    fields[serial].content = scrubbedIdentifier(fields[serial].content, m_seed + "serial");
    for (const qsizetype place : {serial + 2, serial + 4}) // issuer, subject
        fields[place] = readDer(scrubbedDistinguishedName(fields[place], pseudonyms)).value(0);
    fields[serial + 5] = readDer(keyInsteadOf(fields[serial + 5].encoded())).value(0);
    QByteArray content;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const DerElement &field = fields[i];
        if (field.tag == 0xa3)
            content += mta::der(field.tag, scrubbedExtensions(field.children().value(0), m_seed, pseudonyms));
        else if (i <= serial + 5) // unique identifiers (§4.1.2.8) go
            content += field.encoded();
    }
    const QByteArray made = derSequence(content);
    const QByteArray algorithm = parts[1].encoded();
    return derSequence(made + algorithm + derBits(signatureFor(der, algorithm, made, parts[2].content.mid(1))));
}

QByteArray CertificateScrubber::scrubbed(const QByteArray &der, Pseudonyms &pseudonyms)
{
    if (der.isEmpty())
        return {};
    if (!m_signersFound)
        findSigners();
    const auto known = m_made.constFind(der);
    if (known != m_made.cend())
        return *known;
    const Certificate old = parseCertificate(der);
    QByteArray made = old.valid ? issue(der, pseudonyms) : QByteArray();
    if (made.isEmpty()) // nothing that begins like this is a certificate
        made = '\xff' + octetsFrom(m_seed + der, std::max<qsizetype>(der.size(), 8) - 1);
    const Certificate now = parseCertificate(made);
    if (old.valid && now.valid) {
        m_subjects.insert(old.subject, now.subject);
        m_subjects.insert(old.issuer, now.issuer);
    }
    return *m_made.insert(der, made);
}

void CertificateScrubber::issueAll(Pseudonyms &pseudonyms)
{
    for (const Certificate &each : std::as_const(m_known))
        scrubbed(each.der, pseudonyms);
}

QByteArray CertificateScrubber::scrubbed(const TlsaRecord &record, Pseudonyms &pseudonyms)
{
    if (record.data.isEmpty() || holdsEmptyDigest(record))
        return record.data;
    // Also where the record calls it something else: such mistakes are told.
    if (const auto known = m_associations.constFind(record.data); known != m_associations.cend())
        return associationData(parseCertificate(scrubbed(known->der, pseudonyms)), known->selector, known->matchingType);
    const auto *cursor = reinterpret_cast<const unsigned char *>(record.data.constData());
    const KeyPtr key(d2i_PUBKEY(nullptr, &cursor, static_cast<long>(record.data.size())));
    forgetErrors();
    if (key && cursor == reinterpret_cast<const unsigned char *>(record.data.constData()) + record.data.size())
        return keyInsteadOf(record.data);
    return octetsFrom(m_seed + record.data, record.data.size());
}

} // namespace mta
