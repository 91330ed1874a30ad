// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/situation.h"
#include <functional>

namespace mta
{

/// Everything a sender may object to in the certificate of one TLS session, judged at one time for one host.
struct CertificateProblems {
    bool present = false; ///< a leaf that could be parsed
    int expired = -1;     ///< index into `path` of the first certificate that has expired; -1 when none has
    int notYetValid = -1;
    int weak = -1;               ///< index of the first with a weak key or signature
    bool wrongName = false;      ///< no dNSName names the host (RFC 9525 §6.3)
    bool onlyCommonName = false; ///< no dNSName at all, but a CN (RFC 8461 §4.2)
    bool revoked = false;        ///< the stapled OCSP response says so
    bool datesMatter = true;
    Trust trust = Trust::Unknown;
    QList<Certificate> path; ///< the verified path, or just the leaf
    int fromStore = -1;      ///< index of the first intermediate in the path that only this machine's trust store had

    /// A record of DANE usage 3 vouches for the key (RFC 7672 §3.1.1).
    void forgetNamesAndDates()
    {
        expired = notYetValid = -1;
        wrongName = onlyCommonName = false;
        datesMatter = false;
    }
    bool dates() const { return expired >= 0 || notYetValid >= 0; }
    /// Index of the certificate whose issuer the server does not send, where the chain is incomplete.
    int unissued() const { return (fromStore > 0 ? fromStore : static_cast<int>(path.size())) - 1; }
    bool untrusted() const { return trust != Trust::Trusted; }
    bool any() const { return !present || dates() || weak >= 0 || wrongName || revoked || untrusted(); }
};
CertificateProblems certificateProblems(const TlsSession &session, const QString &host, const QDateTime &at);

/// What keeps a sender from taking the policy from this fetch, in the order of the stages; later stages are not looked at.
enum class FetchTrouble {
    None,       ///< a sender gets the file
    Untested,   ///< our own network, the guard, a cancelled run: says nothing
    Connection, ///< refused, unreachable, reset
    Timeout,
    Tls,         ///< the handshake failed
    OldTls,      ///< only TLS below 1.2
    Certificate, ///< see certificateProblems()
    Http,        ///< malformed, truncated, too large
    Status,      ///< not 200
};
FetchTrouble fetchTrouble(const PolicyFetch &fetch, const QString &policyHost, const QDateTime &at);

/// RFC 9110 §15.4: a status that sends the client somewhere else.
bool isRedirect(int httpStatus);

/// Addresses that were looked up successfully; a bogus or failed lookup gives none.
QList<QHostAddress> usableAddresses(const HostAddresses &addresses);
/// A lookup of either family failed, and no address is known from the other.
bool addressLookupFailed(const HostAddresses &addresses);
/// Both families were asked, neither failed, and there is no address.
bool hasNoAddress(const HostAddresses &addresses);
/// For people: "SERVFAIL", "timeout", "DNSSEC validation failed: …" (context "Verdict").
QString lookupFailure(const Lookup &lookup);

/// Hits that differ only in the address they were seen at become one, with all addresses in values["address"]; the first one's
/// evidence is kept.
QList<Hit> sameHits(QList<Hit> hits);

/// "2026-12-05 14:02 UTC": the same in every language and easy to compare with a certificate.
QString dateText(const QDateTime &time);
/// "12 days", "one day", "5 hours" between two times, at least one unit, always positive (context "Verdict").
QString spanText(const QDateTime &from, const QDateTime &to);

/// RFC 5321 §4.5.3.2 lets a server wait for minutes; over this it is called slow.
inline constexpr std::chrono::milliseconds slowReply{5000};
/// A certificate with no more than this left expires soon.
inline constexpr std::chrono::seconds soonExpiry{14 * 24 * 3600};

} // namespace mta
