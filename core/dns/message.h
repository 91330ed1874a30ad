// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/answer.h"
#include <QDateTime>
#include <optional>

namespace mta
{

/// Reads the records that answer the question out of the wire message, following CNAMEs within it. Total: garbage gives an empty answer.
Answer<TxtRecord> txtRecords(const Lookup &lookup);
Answer<MxRecord> mxRecords(const Lookup &lookup);           ///< sorted by preference, then as they came
Answer<AddressRecord> addressRecords(const Lookup &lookup); ///< A or AAAA, by the question
Answer<TlsaRecord> tlsaRecords(const Lookup &lookup);
Answer<QString> nameserverNames(const Lookup &lookup); ///< of NS records

/// The SOA record of the answer, or the one that comes with a negative answer and tells which zone it is from (RFC 2308 §3).
std::optional<SoaRecord> soaRecord(const Lookup &lookup);

/// One resource record as text, for people: raw records view and reports.
struct RecordText {
    QString owner;
    std::chrono::seconds ttl{0};
    QString type;
    QString value; ///< presentation format, control characters escaped

    bool operator==(const RecordText &) const = default;
};
/// All records of the answer section, RRSIGs left out.
QList<RecordText> answerRecords(const Lookup &lookup);

/// What a bare message says of itself.
struct MessageHeader {
    bool readable = false; ///< a DNS message at all
    bool valid = false;    ///< a response that answers `question`
    int rcode = 0;         ///< RFC 1035 §4.1.1, with the upper bits of RFC 6891 §6.1.3; 3 = NXDOMAIN
    bool truncated = false;
    bool authoritative = false; ///< the server answers for the zone itself, not from hearsay (AA, RFC 1035 §4.1.1)
    bool hasAnswer = false;     ///< an answer record of the type asked, at the end of the CNAME chain
    bool hasSoa = false;        ///< a SOA in the authority section, as an answer without data should have (RFC 2308 §2.2)
    bool referral = false;      ///< no answer, but the names of other servers: this one does not resolve for us (RFC 1034 §4.3.1)
    QString extendedError;      ///< RFC 8914 info-code and text, empty without
};
MessageHeader readMessage(const QByteArray &message, const Question &question);

/// The status that a message which answers the question stands for; Failed when it does not.
Lookup readLookup(const Question &question, const QByteArray &message);

/// Where a referral leads (RFC 1034 §4.3.1).
struct Delegation {
    QStringList servers;
    QList<QHostAddress> glue; ///< addresses of these servers, as far as they came along
};
Delegation readDelegation(const QByteArray &message);

/// What a message shows of the signatures over its answer (RFC 4034 §3).
struct SignatureDates {
    bool present = false; ///< an RRSIG that covers the type asked, owned by the name asked
    QDateTime inception;  ///< of the signature that is valid longest; UTC
    QDateTime expiration;
};
SignatureDates signatureDates(const QByteArray &message, const Question &question);

/// Whom a query is for.
enum class Asked {
    Resolver,  ///< to find the answer wherever it is: RD
    Authority, ///< to say what it holds itself (RFC 1035 §4.3.1): no RD
};

/// A query in wire format: EDNS 1232 (RFC 9715), DO and CD. Empty when the name cannot be asked for.
QByteArray makeQuery(const Question &question, quint16 id, Asked asked);

/// The oldest form of a query, for servers that know nothing newer than RFC 1035: no EDNS (RFC 6891 §7).
QByteArray makePlainQuery(const Question &question, quint16 id, Asked asked);

} // namespace mta
