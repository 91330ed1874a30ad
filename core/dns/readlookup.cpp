// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/message.h"

#include <iterator>

namespace mta
{
namespace
{

/// RFC 1035 §4.1.1, RFC 2136 §2.2 and RFC 6891 §9, as IANA's registry names them.
QString responseCodeText(int rcode)
{
    constexpr const char *names[] = {"NOERROR",  "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED",
                                     "YXDOMAIN", "YXRRSET", "NXRRSET",  "NOTAUTH",  "NOTZONE"};
    const auto index = static_cast<size_t>(rcode);
    if (index < std::size(names))
        return QString::fromLatin1(names[index]);
    return rcode == 16 ? QStringLiteral("BADVERS") : QStringLiteral("RCODE %1").arg(rcode);
}

} // namespace

Lookup readLookup(const Question &question, const QByteArray &message)
{
    const MessageHeader header = readMessage(message, question);
    Lookup lookup;
    lookup.question = question;
    lookup.message = message;
    lookup.detail = header.extendedError;
    lookup.status = AnswerStatus::Failed;
    if (!header.valid)
        return lookup;
    switch (header.rcode) {
    case 0:
        lookup.status = header.hasAnswer ? AnswerStatus::NoError : AnswerStatus::NoData;
        break; // RFC 2308 §2.2
    case 2:
        lookup.status = AnswerStatus::ServFail;
        break;
    case 3:
        lookup.status = AnswerStatus::NxDomain;
        break;
    case 5:
        lookup.status = AnswerStatus::Refused;
        break;
    default:
        break;
    }
    if (header.referral)
        lookup.status = AnswerStatus::Failed;
    if (lookup.status == AnswerStatus::Failed && lookup.detail.isEmpty())
        lookup.detail = header.referral ? QStringLiteral("referral") : responseCodeText(header.rcode);
    return lookup;
}

} // namespace mta
