// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "audit/hostdane.h"

namespace mta
{

/// How the domain says where its mail goes (RFC 5321 §5.1, RFC 7505).
enum class MxKind {
    Unknown,  ///< the MX lookup, or the address lookup that decides about the implicit MX, failed or was not made
    Null,     ///< a null MX alone: the domain takes no mail
    Listed,   ///< MX records, perhaps with a null MX among them
    Implicit, ///< no MX record but an address: the domain itself is its MX
    Absent,   ///< no MX record and no address
};

/// A domain's facts and what follows from them before any rule is asked, worked out once. Rules read this and nothing else.
struct Situation {
    const DomainFacts &facts;
    QDateTime at;       ///< the time at which dates are judged
    int expiryDays = 0; ///< the user's warning window for certificates; 0 without

    bool noSuchDomain = false; ///< NXDOMAIN: nothing else is asked of it
    bool clockWrong = false;   ///< this machine's clock was wrong: nothing may be said about dates
    bool intercepted = false;  ///< something on this network re-signs TLS: nothing may be said about the policy host's trust

    StsRecordSet record{};     ///< from facts.sts; Absent too when the lookup failed: see stsStatus
    bool recordUsable = false; ///< exactly one record and it is valid: a sender goes on to the policy

    int fetch = -1;                 ///< index into facts.fetches of the one a sender would use; -1 without any
    bool policyAvailable = false;   ///< a sender would get that file: trusted, named, in date, TLS 1.2, status 200, whole (RFC 8461 §3.3)
    std::optional<Policy> policy{}; ///< the file of that fetch, when a 200 came with a body; also when not available or not valid

    StsStatus stsStatus = StsStatus::Undetermined;
    std::optional<PolicyMode> mode{}; ///< of a valid policy that senders honour; absent otherwise

    TlsRptStatus tlsRptStatus = TlsRptStatus::Undetermined;
    TlsRptRecordSet tlsRpt{}; ///< from facts.tlsRpt

    MxKind mxKind = MxKind::Unknown;
    QList<HostDane> dane{}; ///< parallel to facts.mxHosts
    QList<MxOutcome> mx{};  ///< parallel to facts.mxHosts

    /// A policy that senders check hosts against: enforce or testing.
    bool inForce() const { return mode == PolicyMode::Enforce || mode == PolicyMode::Testing; }
    QString policyHostName() const { return QStringLiteral("mta-sts.") + facts.domain.ascii; }
};

/// Pure; `facts` must outlive the result.
Situation observe(const DomainFacts &facts, const QDateTime &at, const Profile &profile = {});

/// For rules about the text of the policy: why they have nothing to say (an earlier stage prevented it), or nullopt when
/// `policy` is there and a sender would read it.
std::optional<Verdict> beforePolicy(const Situation &situation);
/// For rules about the policy host: why they have nothing to say, or nullopt when a sender would ask it.
std::optional<Verdict> beforePolicyHost(const Situation &situation);

} // namespace mta
