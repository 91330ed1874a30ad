// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dns/record.h"
#include <QStringList>
#include <chrono>

namespace mta
{

enum class AnswerStatus {
    NotAsked, ///< nobody asked, or the run was cancelled before: says nothing
    NoError,  ///< records are there
    NoData,   ///< the name exists, but not with this type
    NxDomain, ///< the name does not exist (RFC 8020: nor anything below it)
    ServFail,
    Refused,
    Timeout, ///< no answer within the deadline
    Failed,  ///< no resolver could be reached, or the answer was not DNS; see detail
};

/// DNSSEC status (RFC 4033 §5).
enum class Security {
    Unknown, ///< not validated: no trust anchor, a resolver that strips signatures, or validation did not finish
    Secure,
    Insecure, ///< proven to be unsigned
    Bogus,    ///< signed, and the signatures do not hold: a validating resolver answers SERVFAIL
};

struct Question {
    QString name; ///< A-labels, no trailing dot; underscore labels allowed
    RecordType type = RecordType::A;

    bool operator==(const Question &) const = default;
};

/// One answer as it came: the message and what was learned about it. Typed values are read from `message` again whenever needed,
/// so a better parser improves old evidence.
struct Lookup {
    Question question;
    AnswerStatus status = AnswerStatus::NotAsked;
    Security security = Security::Unknown;
    QString bogusReason; ///< the validator's words, when Bogus
    QString detail;      ///< Extended DNS Error (RFC 8914) or system error, for people
    QByteArray message;  ///< DNS message in wire format; empty when nothing came back
    std::chrono::milliseconds elapsed{0};

    bool operator==(const Lookup &) const = default;
    /// No answer that could be judged: SERVFAIL, timeout, refused, failed, or bogus. Not true for NotAsked.
    bool failed() const
    {
        return status == AnswerStatus::ServFail || status == AnswerStatus::Refused || status == AnswerStatus::Timeout ||
               status == AnswerStatus::Failed || (security == Security::Bogus && status != AnswerStatus::NotAsked);
    }
    bool asked() const { return status != AnswerStatus::NotAsked; }
};

/// The records of one type out of a Lookup, with the CNAME chain that led to them.
template<class Record>
struct Answer {
    QStringList aliases;         ///< targets of the CNAME chain in order (RFC 1034 §3.6.2); empty without a CNAME
    QList<Record> records;       ///< in the order of the message; at most maxRecords
    std::chrono::seconds ttl{0}; ///< the smallest TTL of chain and records

    bool operator==(const Answer &) const = default;
};

/// Named limits (hostile answers): more is cut off.
inline constexpr qsizetype maxDnsMessage = 65535; ///< RFC 1035 §4.2.2
inline constexpr int maxRecordsPerAnswer = 256;
inline constexpr int maxRecordsPerMessage = 512; ///< of all sections; a message with more is not read at all
inline constexpr int maxAliasChain = 16;

} // namespace mta
