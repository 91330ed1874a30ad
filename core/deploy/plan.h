// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/domainname.h"
#include "dns/record.h"
#include "mtasts/policyterms.h"
#include <QDateTime>
#include <QHostAddress>

/// What somebody wants to be so for a domain, as opposed to what is: the record, the policy, who serves it, where reports go. From it come
/// the texts to publish, the steps in which they are published, and the comparison with the live domain. Nothing in here asks the network.
namespace mta
{

/// Who serves the policy file. The names are those of plan files.
enum class PolicyServer {
    Undecided,
    Nginx,
    Apache,
    Caddy,
    Iis,
    Lighttpd,
    HaProxy,
    CloudflareWorkers,
    CloudflarePages,
    GitHubPages,
    Netlify,
    AzureStaticWebApps,
    S3CloudFront,
    Delegated, ///< the policy host is an alias (CNAME) of a provider's, who writes the policy (RFC 8461 §8.2)
};

/// Where `mta-sts.<domain>` leads: to an alias, or to addresses, never both (RFC 1034 §3.6.2).
struct PolicyHosting {
    PolicyServer server = PolicyServer::Undecided;
    QString alias; ///< of a CNAME, normalised; empty for addresses
    QList<QHostAddress> addresses;

    bool operator==(const PolicyHosting &) const = default;
};

/// A mail server that is meant to take the domain's mail.
struct IntendedMx {
    quint16 preference = 0;
    QString host; ///< normalised

    bool operator==(const IntendedMx &) const = default;
};

/// A TLSA record that is meant to stand at `_25._tcp.<host>` (RFC 7672 §2.2.3).
struct IntendedTlsa {
    QString host; ///< normalised
    TlsaRecord record;

    bool operator==(const IntendedTlsa &) const = default;
};

/// The record and policy that senders could see from some time on. Senders may act on a policy until max_age after they last fetched it
/// (RFC 8461 §3.2, §5.1): nothing published is over when it is replaced.
struct Publication {
    QDateTime from;  ///< UTC, published or first seen
    QDateTime until; ///< UTC, replaced or taken down; invalid while it stands
    QByteArray id;   ///< of the record; empty where there was none
    PolicyTerms policy;

    bool operator==(const Publication &) const = default;
};

/// What somebody said of the reports (RFC 8460) that came in; this program has not read them.
struct ReportsRead {
    QDateTime said;        ///< UTC, when it was said: later reports were not read
    bool failures = false; ///< they show some

    bool operator==(const ReportsRead &) const = default;
};

/// Named limits of a plan.
inline constexpr std::chrono::seconds maxTtl{2147483647}; ///< RFC 2181 §8
inline constexpr int maxPlanMx = 64;
inline constexpr int maxPlanTlsa = 256;
inline constexpr qsizetype maxPlanTlsaData = 16 * 1024; ///< octets; a digest has 64, a whole certificate some thousand
inline constexpr int maxPlanReports = 16;
inline constexpr int maxPlanAddresses = 32; ///< of the policy host
inline constexpr int maxPublications = 400;
inline constexpr qsizetype maxPlanNotes = 64 * 1024; ///< octets

/// The intended state of one domain.
struct Plan {
    DomainName domain;
    QString zone;                      ///< the zone the records go into, normalised; empty while nobody knows
    std::chrono::seconds ttl{3600};    ///< of the records
    std::optional<PolicyTerms> policy; ///< absent: the domain is meant to be without MTA-STS
    QByteArray id;                     ///< of the record; empty exactly where there is no policy
    QList<IntendedMx> mx;
    QList<QByteArray> reports; ///< TLS-RPT destinations, "mailto:..." or "https:..." (RFC 8460 §3); empty: no TLS-RPT
    PolicyHosting hosting;
    QList<IntendedTlsa> tlsa;
    QString notes;
    QList<Publication> published; ///< earliest first
    std::optional<ReportsRead> reportsRead;

    bool operator==(const Plan &) const = default;
};

} // namespace mta
