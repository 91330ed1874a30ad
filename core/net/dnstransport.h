// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "dns/message.h"
#include "net/nameserver.h"

namespace mta
{

/// What came of a direct question.
struct DnsReply {
    enum class End {
        Answered, ///< a DNS message that answers the question, an error code included
        TimedOut,
        Cancelled,
        Failed, ///< no server could be reached, or none spoke DNS; see detail
    };
    End end = End::Failed;
    QByteArray message;
    QString detail; ///< the server and the system's words
};

/// Asks servers one question as fast as it goes: a datagram to the first, repeated to it or to the next after 1, 2 and 4 seconds, TCP
/// where the answer does not fit (RFC 7766 §5), and once more in the oldest form of a query where a server has only an error code for the
/// modern one. A response must come from the address asked, with the id and the question sent (RFC 5452 §9.1).
DnsReply askDns(const QList<Nameserver> &servers, const Question &question, Asked asked, const Context &context);

/// The same as a Lookup: readLookup() of the answer, or why there is none.
Lookup askForLookup(const QList<Nameserver> &servers, const Question &question, Asked asked, const Context &context);

} // namespace mta
