// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dane/tlsa.h"
#include "dns/answer.h"
#include <QDateTime>
#include <optional>

namespace mta
{

/// What becomes of one record, the better the later.
enum class TlsaState {
    Unusable,     ///< see its usability
    Outranked,    ///< set aside: there is a stronger digest with the same usage and selector (RFC 7671 §9)
    NoMatch,      ///< belongs to no certificate that was sent in a place its usage looks at
    ChainInvalid, ///< belongs to a certificate that was sent, but the chain does not lead to it
    Expired,      ///< usage 2: a certificate on the way is no longer valid
    NotYetValid,  ///< usage 2: a certificate on the way is not valid yet
    NameMismatch, ///< usage 2: the certificate names none of the reference names
    Unchecked,    ///< could not be looked into, so it may hold: too many records, or memory ran out
    Holds,        ///< authenticates the server, all by itself
};

struct TlsaMatch {
    TlsaRecord record;
    TlsaUsability usability = TlsaUsability::Usable;
    TlsaState state = TlsaState::NoMatch;
    int sentAt = -1; ///< place of its certificate among those sent, 0 for the server's own, -1 when it is not there
    int depth = -1;  ///< place of its certificate in the path that was verified

    bool operator==(const TlsaMatch &) const = default;
};

/// What a sender that checks DANE makes of it all, as far as the certificates go: whether the records are DNSSEC-secure is not asked here.
enum class DaneOutcome {
    NoRecords,    ///< DANE does not apply
    NoneUsable,   ///< encrypt, without authentication (RFC 7672 §2.2)
    Unknown,      ///< nothing was sent, or we failed to verify: neither good nor bad
    Valid,        ///< deliver
    Mismatch,     ///< this and what follows: do not deliver here
    ChainInvalid, ///< these as in TlsaState, of the record that came closest
    Expired,
    NotYetValid,
    NameMismatch,
};

struct DaneVerdict {
    DaneOutcome outcome = DaneOutcome::NoRecords;
    QList<TlsaMatch> matches; ///< one for each record, in their order
    int decisive = -1;        ///< the record that authenticates, or that came closest
    int depth = -1;           ///< its depth
    QList<Certificate> path;  ///< of the decisive record: leaf first, the anchor last where it is a certificate
    bool named = false;       ///< the server's certificate holds a reference name; matters for usage 2 only
    int securityLevel =
        -1;         ///< the highest of OpenSSL's levels 0 to 2 at which the path holds; -1 when not valid, or usage 3, which has no path
    QString detail; ///< the verifier's words, when the chain is invalid

    bool operator==(const DaneVerdict &) const = default;
};

/// Judges the chain as sent, leaf first, by the records. The reference names are the TLSA base domain and the domain of the recipient
/// (RFC 7672 §3.2.2). Pure.
DaneVerdict verifyDane(const QList<Certificate> &sent, const QList<TlsaRecord> &records, const QStringList &referenceNames,
                       const QDateTime &at);

/// The record with the same data that would fit, where usage, selector or matching type are what is wrong. Nothing for a record that
/// belongs to no certificate, or is right as it is.
std::optional<TlsaRecord> meantRecord(const TlsaRecord &record, const QList<Certificate> &sent);

/// Named limit: chains looked into record by record; what is beyond is tried once, all records together.
inline constexpr int maxAnchorsTriedAlone = 32;

} // namespace mta
