// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/authoritative.h"

#include "base/domainname.h"
#include "dns/message.h"
#include "net/dnstransport.h"
#include <algorithm>

namespace mta
{
namespace
{

constexpr qsizetype maxServers = 3;
constexpr int maxReferrals = 6;
constexpr std::chrono::seconds patience{5};

using Recurse = std::function<Lookup(const Question &)>;

/// The name servers of the top-level domain: known already from the recursion that failed, and the way down from there is seen in
/// referrals. Those of the zone itself may be the ones that do not answer.
QStringList startOf(const QString &name, const Recurse &recurse)
{
    const QString top = normalisedName(name).section(u'.', -1);
    return nameserverNames(recurse({top, RecordType::Ns})).records;
}

QList<Nameserver> addressesOf(const QStringList &names, const Recurse &recurse, quint16 port)
{
    QList<Nameserver> servers;
    for (const QString &name : names.first(std::min(names.size(), maxServers))) {
        for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
            for (const AddressRecord &record : addressRecords(recurse({name, type})).records)
                servers.append({record.address, port});
        }
    }
    return servers.first(std::min(servers.size(), maxServers));
}

QList<Nameserver> serversOf(const Delegation &delegation, const Recurse &recurse, quint16 port)
{
    QList<Nameserver> servers;
    for (const QHostAddress &address : delegation.glue.first(std::min(delegation.glue.size(), maxServers)))
        servers.append({address, port});
    return servers.isEmpty() ? addressesOf(delegation.servers, recurse, port) : servers;
}

} // namespace

Lookup askAuthoritative(const Question &question, quint16 port, const Recurse &recurse, const Context &context)
{
    const Context own = context.within(patience);
    Lookup lookup;
    lookup.question = question;
    QList<Nameserver> servers = addressesOf(startOf(question.name, recurse), recurse, port);
    for (int i = 0; i <= maxReferrals && !servers.isEmpty() && !own.over(); ++i) {
        lookup = askForLookup(servers, question, Asked::Authority, own);
        if (!readMessage(lookup.message, question).referral)
            break;
        servers = serversOf(readDelegation(lookup.message), recurse, port);
    }
    return lookup;
}

} // namespace mta
