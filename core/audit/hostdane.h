// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dane/match.h"
#include "facts/domainfacts.h"

namespace mta
{

/// What the DNS lets a sender know about DANE at one mail server (RFC 7672 §2.2).
enum class DaneState {
    Unknown,   ///< not asked, or no answer: neither good nor bad
    Unsigned,  ///< its addresses are not signed, and no TLSA records are there: DANE is not possible
    Absent,    ///< signed, without TLSA records
    Ignored,   ///< TLSA records that are not signed: senders ignore them
    Failing,   ///< signed, and the TLSA answer cannot be had or believed: senders keep the mail
    Published, ///< secure TLSA records
};

struct HostDane {
    DaneState state = DaneState::Unknown;
    int lookup = -1;                ///< into MxHost::tlsa: the deciding one; -1 without any
    QString base;                   ///< the TLSA base domain of that lookup (RFC 7672 §2.2.3)
    QList<TlsaRecord> records;      ///< when Published or Ignored
    bool usable = false;            ///< one of them is for SMTP at all
    QList<DaneVerdict> addresses{}; ///< parallel to the probes; only when Published

    /// A sender that checks DANE has verified this address.
    bool valid(qsizetype address) const { return addresses.value(address).outcome == DaneOutcome::Valid; }
    /// It has tried, and does not deliver there.
    bool fails(qsizetype address) const { return addresses.value(address).outcome > DaneOutcome::Valid; }
    bool anyValid() const;
    /// A certificate verified by usage 3: its names and dates do not matter (RFC 7672 §3.1.1).
    bool byKeyAlone(qsizetype address) const;
};

/// The same with another probe of one of the addresses, one in which the host showed its other certificate.
HostDane daneOfProbe(HostDane dane, const DomainFacts &facts, qsizetype address, const MxProbe &probe, const QDateTime &at,
                     bool clockWrong);

/// There are addresses, and nobody knows whether they are signed.
bool addressesAreOpen(const MxHost &host);
/// Senders may find TLSA records there or not: the answers that would tell did not come, or nobody knows whether they are signed.
bool daneIsOpen(const MxHost &host, const HostDane &dane);

/// Pure. With `clockWrong` nothing is made of dates.
HostDane hostDane(const DomainFacts &facts, const MxHost &host, const QDateTime &at, bool clockWrong);

} // namespace mta
