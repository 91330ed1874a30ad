// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/plan.h"

namespace mta
{

struct TlsaProposal {
    QList<IntendedTlsa> records; ///< "3 1 1" of each key that was seen (RFC 7672 §3.1.1: the usage that asks least of renewals)
    QStringList unsignedHosts;   ///< their addresses are not signed with DNSSEC: TLSA records would count for nothing (RFC 7672 §2.2)
    QStringList unknownHosts;    ///< whether they are signed, or which certificate they show, could not be found out

    bool operator==(const TlsaProposal &) const = default;
};

/// TLSA records for what the mail servers show today: each kind of key at every address. Those of an audit at Depth::Deep know both kinds.
TlsaProposal proposeTlsa(const DomainAudit &audit);

} // namespace mta
