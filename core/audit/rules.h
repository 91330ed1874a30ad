// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/rule.h"

namespace mta
{

// The tables of the catalogue, one function per rule file, in the order of the chain. Each returns a list that lives for ever.
const QList<const Rule *> &domainRules();            ///< the domain, DNSSEC, this network and this machine
const QList<const Rule *> &nameserverRules();        ///< the zone's authoritative servers, each asked directly
const QList<const Rule *> &recordRules();            ///< _mta-sts TXT
const QList<const Rule *> &policyHostRules();        ///< addresses of the policy host, connection, HTTP
const QList<const Rule *> &policyCertificateRules(); ///< TLS and certificate of the policy host
const QList<const Rule *> &policyRules();            ///< the text of the policy
const QList<const Rule *> &historyRules();           ///< what senders may remember, and what did not change with the rest
const QList<const Rule *> &mxRecordRules();          ///< MX records, their hosts' names and addresses, and the policy's patterns
const QList<const Rule *> &mxNameRules();            ///< MX hosts that strangers could take, and name servers that disagree about MX
const QList<const Rule *> &mxRules();                ///< MX hosts: reachability, SMTP up to EHLO
const QList<const Rule *> &startTlsRules();          ///< STARTTLS and TLS of the MX hosts
const QList<const Rule *> &certificateRules();       ///< MX certificates
const QList<const Rule *> &tlsGridRules();           ///< other kinds of keys, other TLS versions, the shape of chains
const QList<const Rule *> &daneRules();              ///< TLSA records of the MX hosts, and whether there can be any
const QList<const Rule *> &rolloverRules();          ///< TLSA records at the next renewal
const QList<const Rule *> &tlsRptRules();            ///< _smtp._tls TXT and its destinations

/// Pointers to all entries of a table with static storage.
template<class Table>
QList<const Rule *> pointersInto(const Table &table)
{
    QList<const Rule *> pointers;
    for (const Rule &rule : table)
        pointers.append(&rule);
    return pointers;
}

} // namespace mta
