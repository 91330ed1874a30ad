// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/record.h"
#include "x509/openssl.h"
#include <QDateTime>
#include <openssl/ssl.h>

namespace mta
{

/// Where a chain meets the trust anchor of a record with usage 2 (RFC 7672 §3.1.2).
struct AnchoredPath {
    bool ran = false;      ///< false: OpenSSL could not be asked, which says nothing
    bool anchored = false; ///< the chain leads to the anchor: signatures, purposes and constraints hold, dates aside
    bool expired = false;  ///< a certificate of the path is no longer valid
    bool early = false;    ///< a certificate of the path is not valid yet
    int record = -1;       ///< which of the records is the anchor
    int depth = -1;        ///< its place in the path; of a bare key that was not sent: the place of what it signed
    QList<Certificate> path;
    QString detail; ///< OpenSSL's words for what failed first, for people
};

using SslContextPtr = std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>>;

/// Asks OpenSSL's DANE verification without a connection. Names are not looked at. Costs nothing before the first question.
class AnchorFinder
{
public:
    AnchorFinder(const QList<Certificate> &sent, const QDateTime &at);
    /// `records` are usable ones of usage 2. At `securityLevel` above 0 weak keys and signatures break the chain.
    AnchoredPath find(const QList<TlsaRecord> &records, int securityLevel = 0);

private:
    void prepare();

    QList<Certificate> m_sent;
    std::vector<X509Ptr> m_parsed; ///< one for each of m_sent, null where it is not valid
    QDateTime m_at;
    SslContextPtr m_context; ///< building one takes about a millisecond, so all questions share it
};

} // namespace mta
