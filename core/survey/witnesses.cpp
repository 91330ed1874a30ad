// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/witnesses.h"

#include <algorithm>

namespace mta
{

namespace
{

/// Addresses of one operator mostly share these prefixes: /16 in IPv4, /32 in IPv6.
QString networkOf(const QHostAddress &address)
{
    bool ipv4 = false;
    const quint32 number = address.toIPv4Address(&ipv4);
    if (ipv4)
        return QHostAddress(number & 0xffff0000U).toString();
    Q_IPV6ADDR octets = address.toIPv6Address();
    std::fill(octets.c + 4, octets.c + 16, quint8(0));
    return QHostAddress(octets).toString();
}

bool answered(const MxProbe &probe)
{
    // A refusal is an answer: it came back from the host.
    return probe.connected || probe.end == ProbeEnd::Refused;
}

bool silent(const MxProbe &probe)
{
    return !probe.connected && (probe.end == ProbeEnd::Timeout || probe.end == ProbeEnd::NoNetwork || probe.end == ProbeEnd::Unreachable);
}

/// The name of whoever vouches, in vain, for the policy host's certificate; empty when it is trusted or signs itself.
QString untrustedIssuer(const PolicyFetch &fetch)
{
    const Trust trust = fetch.tls.verdict.trust;
    if (fetch.tls.chain.isEmpty() || (trust != Trust::UntrustedRoot && trust != Trust::IncompleteChain))
        return {};
    return fetch.tls.chain.first().issuer;
}

} // namespace

void Witnesses::hear(const DomainFacts &facts)
{
    m_dnsAnswered = m_dnsAnswered || (facts.mx.asked() && !facts.mx.failed());
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes) {
            m_smtpAnswered = m_smtpAnswered || answered(probe);
            if (silent(probe))
                m_silentNetworks.insert(networkOf(probe.address));
        }
    }
    for (const PolicyFetch &fetch : facts.fetches) {
        m_httpsAnswered = m_httpsAnswered || fetch.tls.established;
        m_httpsTrusted = m_httpsTrusted || fetch.tls.verdict.trust == Trust::Trusted;
        if (const QString issuer = untrustedIssuer(fetch); !issuer.isEmpty())
            m_untrustedIssuers[issuer].insert(facts.domain.ascii, networkOf(fetch.address));
    }
}

void Witnesses::testify(DomainFacts &facts) const
{
    Witness &witness = facts.witness;
    witness.smtpAnswered = m_smtpAnswered;
    witness.httpsAnswered = m_httpsAnswered;
    witness.smtpSeemsBlocked = !m_smtpAnswered && m_silentNetworks.size() >= 2 && m_dnsAnswered && m_httpsAnswered;
    // One hoster's own authority would show at one network; only somebody in between shows the same one everywhere, and then
    // nobody shows a trusted one.
    for (auto it = m_untrustedIssuers.cbegin(); it != m_untrustedIssuers.cend() && !m_httpsTrusted; ++it) {
        const QStringList networks = it->values();
        if (it->contains(facts.domain.ascii) && QSet<QString>(networks.cbegin(), networks.cend()).size() >= 2)
            witness.interceptingIssuer = it.key();
    }
}

bool Witnesses::isOpen(const DomainFacts &facts) const
{
    const bool foreign = std::any_of(facts.fetches.cbegin(), facts.fetches.cend(),
                                     [](const PolicyFetch &fetch) { return !untrustedIssuer(fetch).isEmpty(); });
    if (foreign && !m_httpsTrusted)
        return true;
    bool anySilent = false;
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes)
            anySilent = anySilent || silent(probe);
    }
    return anySilent && !m_smtpAnswered;
}

} // namespace mta
