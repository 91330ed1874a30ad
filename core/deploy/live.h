// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/plan.h"

#include <QMap>

namespace mta
{

/// The live side of what a plan speaks about, read out of an audit. What could not be looked up, or was not asked, is absent: it is neither
/// there nor missing.
struct LiveDomain {
    std::optional<StsRecordSet> record;
    std::optional<TlsRptRecordSet> tlsRpt;

    enum class File {
        Unknown, ///< not asked for, or nobody was reached
        None,    ///< the policy host has no address, or gives nobody a file
        There,   ///< see policy
    };
    File file = File::Unknown;
    std::optional<Policy> policy; ///< also one that is not valid, or that senders do not get

    QString alias; ///< what the policy host is an alias (CNAME) of; empty without
    std::optional<QList<QHostAddress>> ipv4;
    std::optional<QList<QHostAddress>> ipv6;

    std::optional<QList<IntendedMx>> mx; ///< each host once, with its smallest preference; without a null MX (RFC 7505)
    bool nullMx = false;

    QMap<QString, QList<TlsaRecord>> tlsa; ///< by mail server, those that were asked for; without repetition
};
LiveDomain liveDomain(const DomainAudit &audit);

/// Why a lookup tells nothing: the note of a row that could not be tested, see liveNoteText().
QString notLookedUp(const Lookup &lookup);

/// Names the owner of a TLSA record of a mail server: "_25._tcp.mx1.example.com".
QString tlsaOwner(const QString &host);

} // namespace mta
