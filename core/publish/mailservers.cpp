// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/mailservers.h"

#include "base/domainname.h"
#include "dns/message.h"
#include "publish/wire.h"

namespace mta
{
namespace
{

constexpr RecordType mailTypes[] = {RecordType::Mx, RecordType::A, RecordType::Aaaa, RecordType::Cname};

void add(SeenMailServers &seen, quint16 preference, const QString &host)
{
    const bool known = std::any_of(seen.mx.cbegin(), seen.mx.cend(), [&](const IntendedMx &mx) { return mx.host == host; });
    if (!host.isEmpty() && host != u'.' && !known)
        seen.mx.append({preference, host});
}

bool failed(const Lookup &lookup)
{
    return !lookup.asked() || lookup.failed();
}

} // namespace

QList<Question> mailQuestions(const DomainName &domain, const QString &zone)
{
    QList<Question> questions;
    for (const RecordType type : mailTypes) {
        if (isWithin(domain.ascii, zone))
            questions.append({domain.ascii, type});
    }
    return questions;
}

std::optional<SeenMailServers> mailServersIn(const QList<ExactSet> &zone, const DomainName &domain)
{
    SeenMailServers seen;
    bool asked = false;
    bool exchangers = false;
    bool addresses = false;
    for (const ExactSet &set : zone) {
        if (set.owner != domain.ascii)
            continue;
        if (set.type == RecordType::Cname && !set.records.isEmpty())
            return std::nullopt; // mail goes where the other name says (RFC 5321 §5.1)
        asked = asked || set.type == RecordType::Mx;
        addresses = addresses || (set.type != RecordType::Mx && !set.records.isEmpty());
        for (const ExactRecord &record : set.type == RecordType::Mx ? set.records : QList<ExactRecord>()) {
            exchangers = true;
            seen.ttl = std::max(seen.ttl, record.ttl);
            // RFC 1035 §3.3.9: two octets of preference, then the name.
            add(seen, wire::number16(record.data, 0), normalisedName(recordText(record).section(u' ', -1)));
        }
    }
    if (!exchangers && addresses)
        add(seen, 0, domain.ascii);
    return asked ? std::optional(seen) : std::nullopt;
}

std::optional<SeenMailServers> mailServersOf(const DomainName &domain, Resolver &resolver, const Context &context)
{
    SeenMailServers seen;
    const Lookup mx = resolver.lookup({domain.ascii, RecordType::Mx}, Resolver::Assurance::Plain, context);
    if (failed(mx))
        return std::nullopt;
    for (const RecordText &record : answerRecords(mx))
        seen.ttl = std::max(seen.ttl, record.ttl);
    const QList<MxRecord> records = mxRecords(mx).records;
    for (const MxRecord &record : records)
        add(seen, record.preference, record.exchange);
    for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
        if (!records.isEmpty())
            break;
        const Lookup lookup = resolver.lookup({domain.ascii, type}, Resolver::Assurance::Plain, context);
        if (failed(lookup))
            return std::nullopt;
        if (!addressRecords(lookup).records.isEmpty())
            add(seen, 0, domain.ascii);
    }
    return seen;
}

} // namespace mta
