// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"
#include "audit/phrases.h"
#include "audit/policyhosthits.h"
#include "audit/rules.h"

namespace mta
{

namespace
{

Verdict tlsFailed(const Situation &situation)
{
    return fetchHits(
        situation, FetchTrouble::Tls,
        [&](const PolicyFetch &fetch) {
            return Values{{QStringLiteral("reason"), fetchClause(situation, fetch)}};
        },
        QStringLiteral("/tls"));
}

Verdict tlsOld(const Situation &situation)
{
    return fetchHits(
        situation, FetchTrouble::OldTls,
        [](const PolicyFetch &fetch) {
            return Values{{QStringLiteral("version"), tlsVersionName(fetch.tls.version)}};
        },
        QStringLiteral("/tls"));
}

/// All that is wrong with the certificate that senders meet; the pointer to the very certificate is added to the fetch's.
Verdict certificateHits(const Situation &situation, SayOfCertificate say)
{
    Verdict verdict = fetchHits(situation, FetchTrouble::Certificate, [&](const PolicyFetch &fetch) -> std::optional<Values> {
        const CertificateProblems problems = certificateProblems(fetch.tls, situation.policyHostName(), situation.at);
        const std::optional<CertificateHit> hit = say(situation, fetch.tls, problems);
        if (!hit)
            return std::nullopt;
        Values values = hit->values;
        values.insert(QStringLiteral("place"), certificatePlace(fetch.tls, problems, hit->index));
        return values;
    });
    for (Hit &hit : verdict.hits)
        hit.evidence += hit.values.take(QStringLiteral("place"));
    return verdict;
}

/// A wrong clock makes dates mean nothing; that is this machine's fault, not the domain's.
Verdict dateHits(const Situation &situation, SayOfCertificate say)
{
    return situation.clockWrong ? Verdict::undetermined() : certificateHits(situation, say);
}
/// So does a proxy that signs everything again with trust.
Verdict trustHits(const Situation &situation, SayOfCertificate say)
{
    return situation.intercepted ? Verdict::undetermined() : certificateHits(situation, say);
}

Verdict expired(const Situation &situation)
{
    return dateHits(situation, sayExpired);
}
Verdict notYetValid(const Situation &situation)
{
    return dateHits(situation, sayNotYetValid);
}
Verdict selfSigned(const Situation &situation)
{
    return trustHits(situation, saySelfSigned);
}
Verdict untrusted(const Situation &situation)
{
    return trustHits(situation, sayUntrusted);
}
Verdict incomplete(const Situation &situation)
{
    return trustHits(situation, sayIncomplete);
}
Verdict weak(const Situation &situation)
{
    return trustHits(situation, sayWeak);
}
Verdict wrongName(const Situation &situation)
{
    return certificateHits(situation, sayWrongName);
}
Verdict revoked(const Situation &situation)
{
    return certificateHits(situation, sayRevoked);
}

/// Asked of good certificates too, so not by way of trouble.
Verdict expiresSoon(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return *before;
    if (situation.clockWrong)
        return Verdict::undetermined();
    QList<Hit> hits;
    bool seen = false;
    for (int i = 0; i < situation.facts.fetches.size(); ++i) {
        const PolicyFetch &fetch = situation.facts.fetches.at(i);
        const CertificateProblems problems = certificateProblems(fetch.tls, situation.policyHostName(), situation.at);
        seen = seen || problems.present;
        const std::optional<CertificateHit> hit = sayExpiresSoon(situation, fetch.tls, problems);
        if (!hit)
            continue;
        Values values = hit->values;
        values.insert(QStringLiteral("address"), fetch.address.toString());
        hits.append({situation.policyHostName(), values,
                     QStringLiteral("/fetches/%1").arg(i) + certificatePlace(fetch.tls, problems, hit->index), false});
    }
    return seen ? Verdict::of(sameHits(hits)) : Verdict::undetermined();
}

constexpr Rule rules[] = {
    {
        .id = "policy-tls-failed",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "No encrypted connection to the policy host {subject} at {address}: {reason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "The policy is fetched over HTTPS only. When the TLS handshake fails, senders have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Set up TLS for the name {subject} on the web server and look at what it says: openssl "
                                             "s_client -connect {subject}:443 -servername {subject}"),
        .check = tlsFailed,
    },
    {
        .id = "policy-tls-old",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §7.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The policy host {subject} offers only {version} at {address}; senders need TLS 1.2 or higher."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "TLS below 1.2 must not be used any more (RFC 8996). Senders break off, and have no policy."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Turn on TLS 1.2 and 1.3 on the web server, for example in nginx: ssl_protocols TLSv1.2 TLSv1.3;"),
        .check = tlsOld,
    },
    {
        .id = "policy-cert-expired",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the policy host {subject} expired {ago} ago, on {date} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders refuse an expired certificate and have no policy: once the cached one runs out, nothing protects your mail."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Renew the certificate for {subject}, have the web server load it, and see why it was not "
                                             "renewed by itself, for example: certbot renew --dry-run"),
        .check = expired,
    },
    {
        .id = "policy-cert-not-yet-valid",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the policy host {subject} is valid only from {date}, in {left} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Until then senders refuse it and have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Go back to the former certificate until that date, or have one issued that is valid now."),
        .check = notYetValid,
    },
    {
        .id = "policy-cert-self-signed",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy host {subject} shows a self-signed certificate at {address}."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Anybody can make such a certificate, so it proves nothing. Senders refuse it and have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate for {subject} issued by a public certification authority, for example "
                                             "Let's Encrypt: certbot certonly -d {subject}"),
        .check = selfSigned,
    },
    {
        .id = "policy-cert-untrusted",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the policy host {subject} leads to no trusted root: {detail} (issued by: {issuer})"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders trust only the usual public certification authorities. They refuse this certificate and have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate for {subject} issued by a public certification authority, for example "
                                             "Let's Encrypt: certbot certonly -d {subject}"),
        .check = untrusted,
    },
    {
        .id = "policy-cert-name",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The certificate at {address} does not name {subject}; it names: {names}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "The certificate must hold the policy host's name as a DNS name in its subjectAltName; "
                                                  "the common name (CN) does not count. Senders refuse it and have no policy."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Have a certificate issued that names {subject}, and see that the web server shows it for this name (SNI)."),
        .check = wrongName,
    },
    {
        .id = "policy-cert-incomplete-chain",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 8446 §4.4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The policy host {subject} does not send the intermediate certificate of: {issuer}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Browsers often find a missing intermediate by themselves; mail servers do not. They "
                                                  "refuse the certificate and have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have the web server send the full chain: with certbot use fullchain.pem, not cert.pem. "
                                             "The missing certificate: {source}"),
        .check = incomplete,
    },
    {
        .id = "policy-cert-weak",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 9325 §4.5",
        .message = QT_TRANSLATE_NOOP("Rules",
                                     "The certificate of the policy host {subject} is too weak: {weakness} (certificate of {certificate})"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Keys of RSA below 2048 bits and signatures with SHA-1 or MD5 can be forged. Current TLS "
                                                  "libraries refuse them, and senders have no policy."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a new certificate issued with an ECDSA P-256 or RSA 2048 key and a SHA-256 signature."),
        .check = weak,
    },
    {
        .id = "policy-revocation",
        .area = Area::PolicyHost,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 6960 §2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules",
            "The certificate of the policy host {subject} is revoked (serial number {serial}); the server's own OCSP response says so."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "A revoked certificate is one whose key may be in other hands. Senders that look at revocation refuse it and have no policy."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Find out why it was revoked, make a new key, and have a new certificate issued for {subject}."),
        .check = revoked,
    },
    {
        .id = "policy-cert-expires-soon",
        .area = Area::PolicyHost,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §3.3",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the policy host {subject} expires in {left}, on {date} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "After that senders refuse it and cannot fetch the policy. Renewals are usually done by now, so this one may be stuck."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Renew the certificate before {date}, and see that the renewal runs by itself and the web server loads the new one."),
        .check = expiresSoon,
    },
};

} // namespace

const QList<const Rule *> &policyCertificateRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
