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
    QStringList servers;
    for (const RecordText &record : answerRecords(recurse({top, RecordType::Ns}))) {
        if (record.type == QLatin1String("NS"))
            servers.append(normalisedName(record.value));
    }
    return servers;
}

QList<Nameserver> addressesOf(const QStringList &names, const Recurse &recurse)
{
    QList<Nameserver> servers;
    for (const QString &name : names.first(std::min(names.size(), maxServers))) {
        for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
            for (const AddressRecord &record : addressRecords(recurse({name, type})).records)
                servers.append({record.address, 53});
        }
    }
    return servers.first(std::min(servers.size(), maxServers));
}

QList<Nameserver> serversOf(const Delegation &delegation, const Recurse &recurse)
{
    QList<Nameserver> servers;
    for (const QHostAddress &address : delegation.glue.first(std::min(delegation.glue.size(), maxServers)))
        servers.append({address, 53});
    return servers.isEmpty() ? addressesOf(delegation.servers, recurse) : servers;
}

} // namespace

Lookup askAuthoritative(const Question &question, const Recurse &recurse, const Context &context)
{
    const Context own = context.within(patience);
    Lookup lookup;
    lookup.question = question;
    QList<Nameserver> servers = addressesOf(startOf(question.name, recurse), recurse);
    for (int i = 0; i <= maxReferrals && !servers.isEmpty() && !own.over(); ++i) {
        lookup = askForLookup(servers, question, own);
        if (!readMessage(lookup.message, question).referral)
            break;
        servers = serversOf(readDelegation(lookup.message), recurse);
    }
    return lookup;
}

} // namespace mta
