// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include <QLocale>

namespace mta
{

// What every form of report shows in tables, drawn from an audit once. Texts in here are visible text (base/wiretext.h) and may be long.

/// One address of one MX host; a host without an address has one row without one.
struct MxDigest {
    QString host;
    quint16 preference = 0;
    QString address;   ///< empty when the host has none
    QString coveredBy; ///< the pattern; "no pattern" when none of a policy in force does; empty without one
    QString result;    ///< in words, with the reason
    ChainLink::State state = ChainLink::State::NotTested;
    QString delivery;  ///< what a sender would do, in words
    QString tls;       ///< "TLS 1.3, 1.2; ECDSA": what it is known to offer; empty without
    QDateTime expires; ///< of the certificate shown; invalid without
};
QList<MxDigest> mxDigests(const DomainAudit &audit);

/// A server's certificate and everybody who showed it.
struct CertificateDigest {
    QStringList usedBy; ///< host names
    QString names;      ///< the names it is valid for
    QString issuer;
    QString key;     ///< "EC P-256 256"
    QString trust;   ///< in words
    QString sha256;  ///< hexadecimal
    QString details; ///< in words: timestamps, OCSP response, where its issuer's certificate is
    QDateTime from;
    QDateTime until;
    bool readable = true; ///< false: octets that are no certificate
};
/// Soonest expiry first.
QList<CertificateDigest> certificateDigests(const DomainFacts &facts);
/// How a certificate's dates look at `now`: broken when outside, attention within 14 days of the end.
ChainLink::State stateOfDates(const CertificateDigest &row, const QDateTime &now);

/// One question to the DNS and what came back.
struct RecordDigest {
    QString name;
    QString type;
    QString status;    ///< in words, with detail
    QString security;  ///< in words
    QStringList lines; ///< "owner TTL type value" of each record
    bool failed = false;
};
/// Everything that was asked, in the order of the facts.
QList<RecordDigest> recordDigests(const DomainFacts &facts);

/// What one address of an authoritative name server said itself.
struct AuthorityDigest {
    QString server;
    QString address; ///< empty where the name has none
    ChainLink::State state = ChainLink::State::NotTested;
    QString status; ///< in words
    QString serial; ///< this and the rest empty where it did not answer for the zone
    QString sts;
    QString tlsRpt;
    QString mx;
};
/// Empty unless they were asked.
QList<AuthorityDigest> authorityDigests(const DomainFacts &facts);

/// One attempt to fetch the policy.
struct FetchDigest {
    QString address;
    QString end; ///< in words
    QString mediaType;
    QString redirectTo;
    QString tls;
};
QList<FetchDigest> fetchDigests(const DomainFacts &facts);

/// What one sending program makes of record and policy.
struct SenderDigest {
    QString name;
    QString usedBy;
    QString reading; ///< in words
    QString reason;  ///< why it has no policy, or what is not covered; empty when there is nothing to say
    QString note;    ///< how it departs from the standard
    ChainLink::State state = ChainLink::State::NotTested;
};
/// Empty for a domain that publishes no policy.
QList<SenderDigest> senderDigests(const DomainAudit &audit);
/// Sentences: what to change so that all of them honour it.
QStringList senderAdvice(const DomainAudit &audit);

/// What becomes of mail by what a sender checks: DANE, MTA-STS, both or neither.
struct DeliveryDigest {
    struct Fate {
        QString words;
        std::optional<ChainLink::State> state; ///< absent where a sender can do no better, whatever the domain does
    };
    QString place;     ///< a mail server, an address, or all mail servers together
    QList<Fate> fates; ///< in the order of allSenderKinds
    QString evidence;  ///< JSON pointer into the stored facts
};
/// All mail servers together where there are several, each by itself, and the addresses of one where they differ.
QList<DeliveryDigest> deliveryDigests(const DomainAudit &audit);
/// What stands above these columns: "DANE and MTA-STS", "DANE alone", ...
QStringList deliveryHeadings();
/// Sentences to go with them; empty when there is nothing to add.
QString deliveryNote(const DomainAudit &audit);

/// How the domain was asked: label and value, in words.
struct ConditionDigest {
    QString label;
    QString value;
};
QList<ConditionDigest> conditionDigests(const DomainAudit &audit, const QLocale &locale);

/// The policy text as served, lines kept, made visible; empty without one.
QString servedPolicy(const DomainAudit &audit);

ChainLink::State stateOfVerdict(DomainVerdict verdict);
ChainLink::State stateOfSeverity(Severity severity);
/// Good for ok, not tested for untested, else broken.
ChainLink::State stateOfResult(const QString &result);

} // namespace mta
