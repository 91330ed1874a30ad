// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include <functional>

namespace mta
{

// Facts as a survey would have brought them home, for tests that judge. Start from goodFacts() and spoil one thing.

/// The time at which the good domain was observed.
QDateTime observedThen();

/// A domain where all is well: good.example in enforce, two MX hosts (mx1, mx2) with an IPv4 and an IPv6 address each, TLS-RPT,
/// certificates with 60 days to go. Documentation addresses, so the guard is lifted.
DomainFacts goodFacts();
/// A domain with neither record nor policy, but with the same MX hosts.
DomainFacts factsWithoutSts();

/// One value per TXT record at _mta-sts.
void setRecord(DomainFacts &facts, const QList<QByteArray> &values);
/// The body that every address of the policy host serves.
void setPolicy(DomainFacts &facts, const QByteArray &body);
/// "version: STSv1\nmode: <mode>\n..." for the good domain's hosts.
QByteArray policyText(const QByteArray &mode, const QByteArray &mx = "mx1.good.example\nmx: mx2.good.example");
void setTlsRpt(DomainFacts &facts, const QList<QByteArray> &values);
/// MX records and hosts: each with one IPv4 and one IPv6 address and good probes.
void setMx(DomainFacts &facts, const QStringList &hosts);

/// Signs the addresses of every MX host and puts TLSA records at it: what `records` makes of the certificate it shows.
void setTlsa(DomainFacts &facts, const std::function<QList<TlsaRecord>(const Certificate &)> &records,
             Security addresses = Security::Secure, Security answer = Security::Secure);
/// "3 1 1" of this certificate, the record most used.
TlsaRecord keyRecord(const Certificate &certificate);

/// Asks in depth: ns1 and ns2 of the domain, at one address each, say what the resolver says; no subdomain takes mail.
void setAuthorities(DomainFacts &facts);

/// A real certificate from the good CA. Its values may be changed afterwards: the judge reads them, not the DER.
Certificate certificateFor(const QStringList &names, const QDateTime &from, const QDateTime &until);
Certificate goodRoot();
/// An established TLS 1.3 session in which `leaf` was sent and leads to the good root.
TlsSession sessionWith(const Certificate &leaf);
PolicyFetch goodFetch(const QString &policyHost, const QString &address, const QByteArray &body);
/// A conversation that went well, to QUIT.
MxProbe goodProbe(const QString &host, const QString &address);
/// A probe that ended before STARTTLS was reached.
MxProbe brokenProbe(const QString &address, ProbeEnd end, SmtpDialog::Stage stage, SmtpDialog::Failure failure = SmtpDialog::Failure::None);
HostAddresses addressesOf(const QString &name, const QStringList &ipv4, const QStringList &ipv6);

/// Does `change` to every TLS session of the MX hosts, of the policy host.
template<class Change>
void forMxSessions(DomainFacts &facts, Change change)
{
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            change(probe.tls);
    }
}
template<class Change>
void forPolicySessions(DomainFacts &facts, Change change)
{
    for (PolicyFetch &fetch : facts.fetches)
        change(fetch.tls);
}
/// What a deep audit adds at every address of the host: the normal probe once more, with this offer, and changed.
void addExtraProbes(MxHost &host, const TlsOffer &offer, const std::function<void(MxProbe &)> &change);
/// The host has this certificate for its RSA key, beside the normal one.
void addRsaCertificate(MxHost &host, Certificate leaf);
/// The server refuses that offer.
void refuseHandshake(MxProbe &probe);
/// Puts `leaf` in the place of the session's own, in chain and path.
void replaceLeaf(TlsSession &session, const Certificate &leaf);

} // namespace mta
