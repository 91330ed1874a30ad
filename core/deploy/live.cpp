// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/live.h"

#include "audit/checks.h"
#include "audit/circumstances.h"
#include "dane/basedomain.h"
#include "dns/message.h"

#include <algorithm>

namespace mta
{

namespace
{

bool known(const Lookup &lookup)
{
    return lookup.asked() && !lookup.failed();
}

template<class T>
void appendOnce(QList<T> &list, const T &value)
{
    if (!list.contains(value))
        list.append(value);
}

void readPolicyHost(LiveDomain &live, const HostAddresses &host)
{
    const auto addresses = [&live](const Lookup &lookup) -> std::optional<QList<QHostAddress>> {
        if (!known(lookup))
            return std::nullopt;
        const Answer<AddressRecord> answer = addressRecords(lookup);
        if (!answer.aliases.isEmpty())
            live.alias = answer.aliases.first();
        QList<QHostAddress> list;
        for (const AddressRecord &record : answer.records)
            appendOnce(list, record.address);
        return list;
    };
    live.ipv4 = addresses(host.a);
    live.ipv6 = addresses(host.aaaa);
}

LiveDomain::File fileOf(const DomainAudit &audit, const DomainFacts &facts)
{
    if (audit.policy)
        return LiveDomain::File::There;
    if (hasNoAddress(facts.policyHost))
        return LiveDomain::File::None;
    if (audit.policyFetch < 0 || audit.policyFetch >= facts.fetches.size())
        return LiveDomain::File::Unknown;
    // Only a host that answered can say that there is no file: with HTTP, with an alert, or by refusing the connection, at every address.
    const auto answered = [](const PolicyFetch &fetch) {
        return fetch.httpStatus > 0 || fetch.end == FetchEnd::Refused || (fetch.end == FetchEnd::TlsFailed && !fetch.tls.established);
    };
    return facts.fetches.at(audit.policyFetch).httpStatus > 0 || std::all_of(facts.fetches.cbegin(), facts.fetches.cend(), answered)
               ? LiveDomain::File::None
               : LiveDomain::File::Unknown;
}

std::optional<QList<IntendedMx>> mailServers(const Lookup &lookup, bool &nullMx)
{
    if (!known(lookup))
        return std::nullopt;
    QList<IntendedMx> servers;
    for (const MxRecord &record : mxRecords(lookup).records) { // by preference: the first of each host has the smallest
        const auto isHost = [&record](const IntendedMx &mx) { return mx.host == record.exchange; };
        if (record.exchange == QLatin1String("."))
            nullMx = true;
        else if (std::none_of(servers.cbegin(), servers.cend(), isHost))
            servers.append({record.preference, record.exchange});
    }
    return servers;
}

void readTlsa(LiveDomain &live, const MxHost &host)
{
    for (const Lookup &lookup : host.tlsa) {
        // A plan holds the records of the name as published; those behind its alias are somebody else's.
        if (lookup.question.name != tlsaOwner(host.name) || !known(lookup))
            continue;
        QList<TlsaRecord> &records = live.tlsa[host.name];
        for (const TlsaRecord &record : tlsaRecords(lookup).records)
            appendOnce(records, record);
    }
}

} // namespace

QString notLookedUp(const Lookup &lookup)
{
    return lookup.asked() ? QStringLiteral("lookup-failed") : QStringLiteral("not-asked");
}

QString tlsaOwner(const QString &host)
{
    return tlsaQuestionName(host);
}

LiveDomain liveDomain(const DomainAudit &audit)
{
    const DomainFacts facts = believable(audit.facts);
    LiveDomain live;
    if (known(facts.sts))
        live.record = audit.record;
    if (known(facts.tlsRpt))
        live.tlsRpt = audit.tlsRpt;
    live.file = fileOf(audit, facts);
    live.policy = audit.policy;
    readPolicyHost(live, facts.policyHost);
    live.mx = mailServers(facts.mx, live.nullMx);
    for (const MxHost &host : facts.mxHosts)
        readTlsa(live, host);
    return live;
}

} // namespace mta
