// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/record.h"
#include "scrub/pseudonyms.h"
#include "scrub/signing.h"
#include "x509/tlssession.h"
#include <QMap>
#include <map>

namespace mta
{

/// Named limit: so many signatures are tried to find out who signed.
inline constexpr int maxSignatureTrials = 16384;

/// Issues the certificates of an audit anew: the same dates, kinds and sizes of keys, algorithms, extensions and order, with other names,
/// keys and numbers. Who signed whom stays as it was; a signature by a key that is not known becomes as many other octets, which nobody
/// could verify before either. What does not parse becomes something that does not.
class CertificateScrubber
{
public:
    /// `seed` is not to be known to whoever gets the result: the new keys are made of it.
    explicit CertificateScrubber(QByteArray seed) : m_seed(std::move(seed)) {}

    /// To be called for all before the first is asked for: only then is it known who signs.
    void learn(const QByteArray &der);
    void learn(const TlsaRecord &record); ///< certificates that are published as a whole

    QByteArray scrubbed(const QByteArray &der, Pseudonyms &pseudonyms);
    void issueAll(Pseudonyms &pseudonyms); ///< so that scrubbedSubject() knows all
    /// Fits the new certificate, or is beside it, as it did with the old one.
    QByteArray scrubbed(const TlsaRecord &record, Pseudonyms &pseudonyms);
    /// The stapled response of a session whose certificates are still the old ones: the same status for the same time, signed anew. One
    /// that says nothing that counts becomes one that says "try later".
    QByteArray scrubbedStaple(const TlsSession &session, Pseudonyms &pseudonyms);
    /// A certificate's subject or issuer as it is shown; null for one that no certificate has.
    QString scrubbedSubject(const QString &subject) const { return m_subjects.value(subject); }

    bool failed() const { return m_failed; }       ///< some certificate signs with a key that cannot be made anew
    bool exhausted() const { return m_exhausted; } ///< to find out who signed, or to make their keys, is more work than is done
    const QMap<QByteArray, QByteArray> &certificates() const { return m_made; }

private:
    const NewKey *keyFor(const QByteArray &spki);
    QByteArray keyInsteadOf(const QByteArray &spki);
    QByteArray issue(const QByteArray &der, Pseudonyms &pseudonyms);
    QByteArray signatureFor(const QByteArray &der, const QByteArray &algorithm, const QByteArray &body, const QByteArray &old);
    QByteArray signerOf(const QByteArray &der) const;
    void findSigners();

    /// What a TLSA record about a certificate holds (RFC 6698 §2.1).
    struct Association {
        QByteArray der;
        quint8 selector = 0;
        quint8 matchingType = 0;
    };

    QByteArray m_seed;
    QHash<QByteArray, Association> m_associations; ///< by the data
    QList<Certificate> m_known;
    QSet<QByteArray> m_ders;
    QMap<QByteArray, QByteArray> m_signers; ///< SubjectPublicKeyInfo of the issuer, by certificate
    bool m_signersFound = false;
    QMap<QByteArray, QByteArray> m_made;
    std::map<QByteArray, NewKey> m_keys; ///< by the old SubjectPublicKeyInfo
    QMap<QString, QString> m_subjects;
    bool m_failed = false;
    bool m_exhausted = false;
    int m_effort = 0; ///< spent on keys that sign
};

} // namespace mta
