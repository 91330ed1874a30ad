// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/domainname.h"
#include "facts/authorities.h"
#include "facts/hostaddresses.h"
#include "facts/sighting.h"
#include "mtasts/policyfetch.h"
#include "smtp/mxprobe.h"
#include <QDateTime>
#include <optional>

namespace mta
{

/// How much is asked (the command line's --quick, default, --deep).
enum class Depth {
    Quick,    ///< nothing beyond what a sender asks
    Standard, ///< also the policy host of a domain without a record, misplaced records, report destinations
    Deep,     ///< also what no sender asks: old TLS versions, both key types, each authoritative server
};

/// An address that stands for a special-purpose one, in evidence whose addresses were replaced.
struct SpecialAddress {
    QHostAddress address;
    QString purpose; ///< what specialPurpose() said of the original

    bool operator==(const SpecialAddress &) const = default;
};

/// The circumstances of an audit, recorded with it.
struct Conditions {
    QString toolVersion;
    QString resolver;                ///< "system (192.0.2.1)", "192.0.2.53:5300", "recursive"
    bool signaturesStripped = false; ///< the resolver drops RRSIGs: DNSSEC status is unknown, never bogus
    QString trustStore;              ///< "system" or a file's name
    QString proxy;                   ///< empty without
    QByteArray ehloName;
    quint16 smtpPort = 25;
    quint16 httpsPort = 443;
    quint16 dnsPort = 53; ///< of authoritative servers
    bool ipv4 = true;     ///< address families wanted
    bool ipv6 = true;
    bool allowPrivate = false; ///< the guard is lifted
    Depth depth = Depth::Standard;
    int expiryDays = 0;                       ///< the user's own warning window for certificates; 0 without
    bool scrubbed = false;                    ///< names and addresses are not the real ones: documentation addresses stand for others
    QList<SpecialAddress> specialAddresses{}; ///< those of them that do not stand for ordinary ones

    bool operator==(const Conditions &) const = default;
};

/// specialPurpose() of the address that was observed.
QString specialPurpose(const Conditions &conditions, const QHostAddress &address);

/// A host of the MX set, or the domain itself as the implicit MX.
struct MxHost {
    QString name; ///< as published, lower case; matched against the policy, never its CNAME target
    quint16 preference = 0;
    HostAddresses addresses;
    QList<MxProbe> probes; ///< one per address, in the order of addresses.all()
    QList<Lookup> tlsa{};  ///< at the TLSA base names, in the order asked (RFC 7672 §2.2.3); empty where nobody asks: unsigned addresses
    QList<ExtraProbe> extraProbes{}; ///< Depth::Deep only, by address and then as asked; what was not asked or answered is not there

    bool operator==(const MxHost &) const = default;
};

/// Whether a report destination can take reports.
struct ReportDestination {
    QString host; ///< as in ReportUri
    bool mail = false;
    Lookup mx; ///< asked for mail destinations
    HostAddresses addresses;

    bool operator==(const ReportDestination &) const = default;
};

/// A name below the domain, and whether it takes mail and announces a policy of its own.
struct Subdomain {
    QString name;
    Lookup mx;
    Lookup wildcard; ///< MX of a name nobody would invent beside it: the same answer means a wildcard; NotAsked without MX records
    Lookup sts;      ///< TXT _mta-sts.<name>; NotAsked without MX records of its own

    bool operator==(const Subdomain &) const = default;
};

/// What only the run as a whole, or this machine, can tell.
struct Witness {
    bool smtpAnswered = false;     ///< some MX host, of any domain of the run, answered or refused on the SMTP port
    bool smtpSeemsBlocked = false; ///< only timeouts and local errors, at hosts of two or more networks, while DNS and HTTPS work
    bool httpsAnswered = false;    ///< some policy host of the run completed an HTTPS exchange
    QString interceptingIssuer;    ///< policy hosts of unrelated domains all showed a certificate of this untrusted issuer
    QDateTime rootSignedFrom;      ///< validity of the signature over the root's DNSKEY set as the resolver gave it: a clock nobody
    QDateTime rootSignedUntil;     ///< but the root can forge; invalid when not seen
    QDateTime programBuilt;        ///< a clock before this is surely wrong

    bool operator==(const Witness &) const = default;
};

/// Everything observed about one domain at one time. No opinion in here.
struct DomainFacts {
    DomainName domain;
    QDateTime observedAt; ///< UTC, the start
    std::chrono::milliseconds elapsed{0};
    bool cancelled = false; ///< stopped by the user: what was not asked is NotAsked or NotTried
    Conditions conditions;

    Lookup sts;                    ///< TXT _mta-sts.<domain>
    Lookup tlsRpt;                 ///< TXT _smtp._tls.<domain>
    Lookup mx;                     ///< MX <domain>
    HostAddresses policyHost;      ///< mta-sts.<domain>
    QList<PolicyFetch> fetches;    ///< one per address of the policy host
    QList<MxHost> mxHosts;         ///< sorted by preference; the domain itself when there is no MX record but an address
    HostAddresses domainAddresses; ///< of the domain itself; asked only when the implicit MX may matter
    Lookup apexTxt;                ///< the misplaced records' places; NotAsked unless a record is missing
    Lookup policyHostTxt;          ///< TXT mta-sts.<domain>
    Lookup underscoreTxt;          ///< TXT _mta_sts.<domain>
    Lookup tlsRptMisplaced;        ///< TXT _smtp-tlsrpt.<domain>
    QList<ReportDestination> reportDestinations;
    Authorities authorities;     ///< asked beyond the resolver, Depth::Deep
    Lookup parentSts;            ///< TXT _mta-sts of the registrable domain above; asked only for a domain below one and without a record
    QList<Subdomain> subdomains; ///< names below the domain that were tried, Depth::Deep
    Witness witness;
    QList<Sighting> history; ///< what was seen of it before observedAt, earliest first; at most maxSightings

    bool operator==(const DomainFacts &) const = default;
};

/// Named limits: more is noted by the rules, not contacted.
inline constexpr int maxMxHosts = 32;
inline constexpr int maxAddressesPerHost = 8; ///< of each family
inline constexpr int maxProbesPerDomain = 128;
inline constexpr int maxSubdomains = 48;
inline constexpr int maxSpecialAddresses = 4096;
inline constexpr int maxExtraProbes = 4; ///< of one address: the other kind of key, TLS 1.2, 1.1 and 1.0

} // namespace mta
