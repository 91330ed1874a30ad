// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/checks.h"
#include "audit/claim.h"
#include "audit/phrases.h"
#include "audit/policyhosthits.h"
#include "audit/rules.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

// ---- addresses

Verdict noAddress(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    const HostAddresses &addresses = situation.facts.policyHost;
    if (!hasNoAddress(addresses))
        return usableAddresses(addresses).isEmpty() ? Verdict::undetermined() : Verdict{};
    return Verdict::of({{situation.policyHostName(), {}, QStringLiteral("/policyHost/a"), false}});
}

Verdict addressLookup(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    const HostAddresses &addresses = situation.facts.policyHost;
    if (!addressLookupFailed(addresses))
        return addresses.a.asked() || addresses.aaaa.asked() ? Verdict{} : Verdict::undetermined();
    const bool ipv4 = addresses.a.failed();
    return Verdict::of({{situation.policyHostName(),
                         {{QStringLiteral("reason"), lookupFailure(ipv4 ? addresses.a : addresses.aaaa)}},
                         ipv4 ? QStringLiteral("/policyHost/a") : QStringLiteral("/policyHost/aaaa"),
                         false}});
}

/// The end of an alias chain does not exist: whoever registers it, or claims it at the provider, serves the policy.
Verdict dangling(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    for (const Lookup *lookup : {&situation.facts.policyHost.a, &situation.facts.policyHost.aaaa}) {
        const QStringList aliases = addressRecords(*lookup).aliases;
        if (lookup->status == AnswerStatus::NxDomain && !lookup->failed() && !aliases.isEmpty()) {
            const bool ipv4 = lookup == &situation.facts.policyHost.a;
            return Verdict::of({{situation.policyHostName(),
                                 {{QStringLiteral("target"), aliases.last()},
                                  {QStringLiteral("claim"), claimOn(aliases.last(), *lookup, situation.facts.domain.ascii).clause()}},
                                 ipv4 ? QStringLiteral("/policyHost/a") : QStringLiteral("/policyHost/aaaa"),
                                 false}});
        }
    }
    return {};
}

Verdict privateAddress(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    if (situation.facts.conditions.allowPrivate)
        return Verdict::notApplicable();
    QList<Hit> hits;
    for (const QHostAddress &address : usableAddresses(situation.facts.policyHost)) {
        const QString purpose = specialPurpose(situation.facts.conditions, address);
        if (purpose.isEmpty())
            continue;
        const bool ipv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        hits.append({situation.policyHostName(),
                     {{QStringLiteral("address"), address.toString()}, {QStringLiteral("purpose"), purpose}},
                     ipv4 ? QStringLiteral("/policyHost/a") : QStringLiteral("/policyHost/aaaa"),
                     false});
    }
    return Verdict::of(sameHits(hits));
}

// ---- connection and HTTP

Verdict unreachable(const Situation &situation)
{
    return fetchHits(situation, FetchTrouble::Connection, [&](const PolicyFetch &fetch) {
        return Values{{QStringLiteral("reason"), fetchClause(situation, fetch)}};
    });
}

Verdict timeout(const Situation &situation)
{
    return fetchHits(situation, FetchTrouble::Timeout, [&](const PolicyFetch &fetch) {
        return Values{{QStringLiteral("reason"), fetchClause(situation, fetch)}};
    });
}

Verdict httpStatus(const Situation &situation)
{
    return fetchHits(situation, FetchTrouble::Status, [](const PolicyFetch &fetch) -> std::optional<Values> {
        if (isRedirect(fetch.httpStatus))
            return std::nullopt;
        return Values{{QStringLiteral("status"), QString::number(fetch.httpStatus)}};
    });
}

Verdict httpRedirect(const Situation &situation)
{
    return fetchHits(situation, FetchTrouble::Status, [](const PolicyFetch &fetch) -> std::optional<Values> {
        if (!isRedirect(fetch.httpStatus))
            return std::nullopt;
        const QString target = fetch.redirectTo.isEmpty() ? QCoreApplication::translate("Verdict", "a place it does not name")
                                                          : QString::fromUtf8(fetch.redirectTo);
        return Values{{QStringLiteral("status"), QString::number(fetch.httpStatus)}, {QStringLiteral("target"), target}};
    });
}

Verdict httpEnd(const Situation &situation, FetchEnd end)
{
    return fetchHits(situation, FetchTrouble::Http, [&](const PolicyFetch &fetch) -> std::optional<Values> {
        if ((fetch.end == FetchEnd::Reset ? FetchEnd::Truncated : fetch.end) != end)
            return std::nullopt;
        // The message of each of these rules says already what kind of trouble it is.
        return Values{{QStringLiteral("reason"), fetch.detail.isEmpty() ? fetchClause(situation, fetch) : fetch.detail}};
    });
}
Verdict malformed(const Situation &situation)
{
    return httpEnd(situation, FetchEnd::Malformed);
}
Verdict truncated(const Situation &situation)
{
    return httpEnd(situation, FetchEnd::Truncated);
}
Verdict tooLarge(const Situation &situation)
{
    return httpEnd(situation, FetchEnd::TooLarge);
}

// ---- the answer that senders get

Verdict contentType(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    if (fetch.mediaType == "text/plain") // RFC 8461 §3.2
        return {};
    const QString type =
        fetch.mediaType.isEmpty() ? QCoreApplication::translate("Verdict", "a file of no stated type") : QString::fromUtf8(fetch.mediaType);
    return Verdict::of({{situation.policyHostName(),
                         {{QStringLiteral("type"), type}},
                         QStringLiteral("/fetches/%1/headers").arg(situation.fetch),
                         false}});
}

Verdict contentEncoding(const Situation &situation)
{
    if (const auto before = beforePolicy(situation))
        return *before;
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    if (fetch.contentEncoding.isEmpty() || fetch.contentEncoding.toLower() == "identity")
        return {};
    return Verdict::of({{situation.policyHostName(),
                         {{QStringLiteral("encoding"), QString::fromUtf8(fetch.contentEncoding)}},
                         QStringLiteral("/fetches/%1/headers").arg(situation.fetch),
                         false}});
}

Verdict addressDiffers(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    if (!situation.policyAvailable)
        return situation.stsStatus == StsStatus::Undetermined ? Verdict::undetermined() : Verdict::notApplicable();
    const QList<PolicyFetch> &fetches = situation.facts.fetches;
    QList<Hit> hits;
    for (int i = 0; i < fetches.size(); ++i) {
        const PolicyFetch &fetch = fetches.at(i);
        const FetchTrouble trouble = fetchTrouble(fetch, situation.policyHostName(), situation.at);
        if (trouble == FetchTrouble::Untested || (trouble == FetchTrouble::None && fetch.body == fetches.at(situation.fetch).body))
            continue;
        const QString reason = trouble == FetchTrouble::None ? QCoreApplication::translate("Verdict", "it serves a different file")
                                                             : fetchClause(situation, fetch);
        hits.append({situation.policyHostName(),
                     {{QStringLiteral("address"), fetch.address.toString()},
                      {QStringLiteral("working"), fetches.at(situation.fetch).address.toString()},
                      {QStringLiteral("reason"), reason}},
                     QStringLiteral("/fetches/%1").arg(i),
                     false});
    }
    return Verdict::of(sameHits(hits));
}

constexpr Rule rules[] = {
    {
        .id = "policy-host-no-address",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message =
            QT_TRANSLATE_NOOP("Rules", "Your record announces a policy, but the host that must serve it, {subject}, has no address."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders fetch the policy from https://{subject}/.well-known/mta-sts.txt. Without an A "
                                                  "or AAAA record they cannot, and go on as if the domain had no MTA-STS."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Publish an A or AAAA record (or a CNAME) for {subject} that leads to the web server with the policy file."),
        .check = noAddress,
    },
    {
        .id = "policy-host-dns-error",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The address of the policy host {subject} could not be looked up: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "A sender that cannot find the policy host has no policy, and delivers without the protection that the record promises."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that all name servers of the zone answer for {subject}: dig +dnssec {subject} A"),
        .check = addressLookup,
    },
    {
        .id = "policy-host-dangling",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §8.2",
        .message = QT_TRANSLATE_NOOP("Rules", "{subject} is an alias (CNAME) of {target}, which does not exist: {claim}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Whoever obtains that name can serve a policy for your domain, with a valid certificate: "
                                                  "they could stop mail to you or weaken its protection."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Remove the CNAME at once, or point it to a host that is yours."),
        .check = dangling,
    },
    {
        .id = "policy-host-private-address",
        .area = Area::PolicyHost,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 6890 §2.2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The policy host {subject} has the address {address}, which is not a public one ({purpose}); it was not contacted."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Such an address cannot be reached from the Internet. Senders that try it first lose "
                                                  "time, and with no other address they have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
                                    "Publish only public addresses for {subject}. To audit a private network, allow it: --allow-private"),
        .check = privateAddress,
    },
    {
        .id = "policy-host-unreachable",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "No connection to the policy host {subject} at {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders that cannot fetch the policy go on as if the domain had no MTA-STS, unless they still have it in their cache."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that a web server listens on port 443 of {address} and that no firewall refuses it: curl "
                                             "-v https://{subject}/.well-known/mta-sts.txt"),
        .check = unreachable,
    },
    {
        .id = "policy-host-timeout",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy host {subject} did not answer in time at {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders wait for at most a minute or so, then go on as if the domain had no MTA-STS, "
                                                  "unless they still have the policy in their cache."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that port 443 of {address} is open to the whole world and the web server is not "
                                             "overloaded: curl -v https://{subject}/.well-known/mta-sts.txt"),
        .check = timeout,
    },
    {
        .id = "policy-http-redirect",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "Your policy host answered with a redirect ({status}) to: {target}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders must not follow redirects when they fetch a policy: a redirect counts as no policy at all."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Serve the file itself, with status 200, at https://{subject}/.well-known/mta-sts.txt. Except "
                                             "this path from redirects to www, to another language or to a login page."),
        .check = httpRedirect,
    },
    {
        .id = "policy-http-status",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message =
            QT_TRANSLATE_NOOP("Rules", "Your policy host {subject} answered with the HTTP status {status} at {address}; only 200 counts."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "With any other status senders have no policy, and go on as if the domain had no MTA-STS."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that the file is at https://{subject}/.well-known/mta-sts.txt and that everybody may "
                                             "read it; bot protection and logins must not stand in front of it."),
        .check = httpStatus,
    },
    {
        .id = "policy-http-malformed",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 9112 §2",
        .message = QT_TRANSLATE_NOOP("Rules", "The answer of the policy host {subject} at {address} is not well-formed HTTP: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders cannot tell what the answer means, and treat it as no policy."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Serve the file with an ordinary web server, and look for a broken proxy or script in front of it."),
        .check = malformed,
    },
    {
        .id = "policy-http-truncated",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 9112 §8",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy file from {subject} at {address} was cut off: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Half a file could be a different policy, or an attack: senders drop it."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "See that Content-Length is the size of the file, and that the web server ends TLS connections properly (close_notify)."),
        .check = truncated,
    },
    {
        .id = "policy-too-large",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The answer of the policy host {subject} at {address} is too large: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders protect themselves with a limit, for which the RFC suggests 64 KiB. Over it they have no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Serve the policy file alone: a few lines of text, far below 64 KiB. A web page in its place is the usual cause."),
        .check = tooLarge,
    },
    {
        .id = "policy-content-type",
        .area = Area::PolicyHost,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy file comes as {type} instead of text/plain."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "The media type should be text/plain: it shows that the file is meant to be there. Some "
                                                  "senders, among them widely used ones for Postfix, refuse any other."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have the web server send for this file: Content-Type: text/plain"),
        .check = contentType,
    },
    {
        .id = "policy-content-encoding",
        .area = Area::PolicyHost,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 9110 §12.5.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy file came compressed ({encoding}), though that was not asked for."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "A sender that did not ask for compression reads noise instead of the policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Let the web server compress only for clients that ask for it with Accept-Encoding, or not at all for this file."),
        .check = contentEncoding,
    },
    {
        .id = "policy-host-address-differs",
        .area = Area::PolicyHost,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "Not every address of {subject} serves the same policy as {working}. At {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Which policy a sender gets, if any, depends on the address that it happens to use."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Serve the same file with a valid certificate at every address, or take {address} out of the DNS."),
        .check = addressDiffers,
    },
};

} // namespace

const QList<const Rule *> &policyHostRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
