// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "x509/certificate.h"
#include <memory>

namespace mta
{

/// Whether the chain as sent leads to a root we trust. Free of time and of names: those are judged from the certificates.
enum class Trust {
    Unknown, ///< there was no chain, or this machine could not verify it
    Trusted,
    SelfSigned,      ///< the leaf signs itself and is not a trust anchor
    IncompleteChain, ///< an issuer is missing: the server does not send its intermediate
    UntrustedRoot,   ///< complete up to a root that is not trusted
    Invalid,         ///< a signature, purpose or constraint does not hold; see detail
};

struct ChainVerdict {
    Trust trust = Trust::Unknown;
    QList<Certificate> path; ///< the path that was verified, leaf first, root last where known (it need not have been sent)
    QString detail;          ///< the verifier's words for what failed first, for people

    bool operator==(const ChainVerdict &) const = default;
};

/// The roots to trust. Cheap to copy, safe to share between threads; loads lazily.
class TrustStore
{
public:
    /// The system's: its hashed folder, so that nothing is read before it is needed (loading the whole file costs 29 ms of CPU).
    static TrustStore system();
    /// Only the certificates of a PEM file.
    static Result<TrustStore> fromFile(const QString &path);
    static TrustStore fromCertificates(const QList<Certificate> &roots);
    bool isEmpty() const;
    QString description() const; ///< "system" or the file's name

    struct Data;
    const std::shared_ptr<const Data> &data() const { return m_data; }

private:
    std::shared_ptr<const Data> m_data;
};

/// Judges the chain as sent (leaf first), without regard to dates. Pure but for reading the trust store.
ChainVerdict verifyChain(const QList<Certificate> &sent, const TrustStore &store);

} // namespace mta
