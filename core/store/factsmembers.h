// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include "store/dnsmembers.h"
#include "store/httpmembers.h"
#include "store/smtpmembers.h"

namespace mta
{

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const DomainName, DomainName> &value)
{
    archive.member("ascii", value.ascii);
    if constexpr (Archive::writing) {
        archive.readable("unicode", value.unicode);
    } else {
        // Only a name that could have been typed: it is asked for, shown, and becomes part of file names.
        const Result<DomainName> name = parseDomainName(value.ascii);
        if (name && name->ascii == value.ascii)
            value = *name;
        else
            archive.refuse("ascii");
    }
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const SpecialAddress, SpecialAddress> &value)
{
    archive.member("address", value.address);
    archive.member("purpose", value.purpose);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Conditions, Conditions> &value)
{
    archive.member("toolVersion", value.toolVersion);
    archive.member("resolver", value.resolver);
    archive.member("signaturesStripped", value.signaturesStripped);
    archive.member("trustStore", value.trustStore);
    archive.member("proxy", value.proxy);
    archive.text("ehloName", value.ehloName, maxReplyLine);
    archive.member("smtpPort", value.smtpPort);
    archive.member("httpsPort", value.httpsPort);
    archive.member("dnsPort", value.dnsPort);
    archive.member("ipv4", value.ipv4);
    archive.member("ipv6", value.ipv6);
    archive.member("allowPrivate", value.allowPrivate);
    archive.member("depth", value.depth);
    archive.member("expiryDays", value.expiryDays);
    archive.member("scrubbed", value.scrubbed);
    archive.list("specialAddresses", value.specialAddresses, maxSpecialAddresses);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const HostAddresses, HostAddresses> &value)
{
    archive.member("a", value.a);
    archive.member("aaaa", value.aaaa);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const ServerAnswers, ServerAnswers> &value)
{
    archive.member("address", value.address);
    archive.member("notAsked", value.notAsked);
    archive.member("soa", value.soa);
    archive.member("sts", value.sts);
    archive.member("tlsRpt", value.tlsRpt);
    archive.member("mx", value.mx);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const AuthoritativeServer, AuthoritativeServer> &value)
{
    archive.member("name", value.name);
    archive.member("addresses", value.addresses);
    archive.list("answers", value.answers, 2 * maxRecordsPerAnswer);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Authorities, Authorities> &value)
{
    archive.member("cut", value.cut);
    archive.member("ns", value.ns);
    archive.list("servers", value.servers, maxNameservers);
}

/// The name behind the aliases, and the name as published (RFC 7672 §2.2.3).
inline constexpr int maxTlsaBases = 2;

/// An attempt per address: those of an A and an AAAA answer.
inline constexpr int maxAttempts = 2 * maxRecordsPerAnswer;

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const MxHost, MxHost> &value)
{
    archive.member("name", value.name);
    archive.member("preference", value.preference);
    archive.member("addresses", value.addresses);
    archive.list("probes", value.probes, maxAttempts);
    archive.list("tlsa", value.tlsa, maxTlsaBases);
    archive.list("extraProbes", value.extraProbes, maxAttempts * maxExtraProbes);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const ReportDestination, ReportDestination> &value)
{
    archive.member("host", value.host);
    archive.member("mail", value.mail);
    archive.member("mx", value.mx);
    archive.member("addresses", value.addresses);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Subdomain, Subdomain> &value)
{
    archive.member("name", value.name);
    archive.member("mx", value.mx);
    archive.member("wildcard", value.wildcard);
    archive.member("sts", value.sts);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Witness, Witness> &value)
{
    archive.member("smtpAnswered", value.smtpAnswered);
    archive.member("smtpSeemsBlocked", value.smtpSeemsBlocked);
    archive.member("httpsAnswered", value.httpsAnswered);
    archive.member("interceptingIssuer", value.interceptingIssuer);
    archive.member("rootSignedFrom", value.rootSignedFrom);
    archive.member("rootSignedUntil", value.rootSignedUntil);
    archive.member("programBuilt", value.programBuilt);
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const Sighting, Sighting> &value)
{
    archive.member("first", value.first);
    archive.member("last", value.last);
    archive.text("record", value.record, maxDnsMessage);
    archive.text("policy", value.policy, maxPolicySize);
    if constexpr (!Archive::writing) {
        if (!value.first.isValid())
            archive.refuse("first");
        else if (!value.last.isValid() || value.last < value.first)
            archive.refuse("last");
    }
}

template<class Archive>
void members(Archive &archive, std::conditional_t<Archive::writing, const DomainFacts, DomainFacts> &value)
{
    archive.member("domain", value.domain);
    archive.member("observedAt", value.observedAt);
    archive.member("elapsed", value.elapsed);
    archive.member("cancelled", value.cancelled);
    archive.member("conditions", value.conditions);
    archive.member("sts", value.sts);
    archive.member("tlsRpt", value.tlsRpt);
    archive.member("mx", value.mx);
    archive.member("policyHost", value.policyHost);
    archive.list("fetches", value.fetches, maxAttempts);
    archive.list("mxHosts", value.mxHosts, maxRecordsPerAnswer);
    archive.member("domainAddresses", value.domainAddresses);
    archive.member("apexTxt", value.apexTxt);
    archive.member("policyHostTxt", value.policyHostTxt);
    archive.member("underscoreTxt", value.underscoreTxt);
    archive.member("tlsRptMisplaced", value.tlsRptMisplaced);
    archive.list("reportDestinations", value.reportDestinations, maxRecordsPerAnswer);
    archive.member("authorities", value.authorities);
    archive.member("parentSts", value.parentSts);
    archive.list("subdomains", value.subdomains, maxSubdomains);
    archive.member("witness", value.witness);
    archive.list("history", value.history, maxSightings);
    // Facts about no domain, or of no time, cannot be judged.
    if constexpr (!Archive::writing) {
        if (value.domain.ascii.isEmpty())
            archive.refuse("domain");
        else if (!value.observedAt.isValid())
            archive.refuse("observedAt");
    }
}

} // namespace mta
