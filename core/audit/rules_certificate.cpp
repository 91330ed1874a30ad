// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"
#include "audit/mxhits.h"
#include "audit/outcome.h"
#include "audit/rules.h"
#include "facts/tlsgrid.h"

namespace mta
{

namespace
{

/// A sender gets as far as the certificate: STARTTLS is offered, nothing was slipped in, and TLS is new enough.
bool showsCertificate(const MxAddress &at)
{
    const bool offered = at.probe.plain && at.probe.plain->startTls;
    return offered && at.probe.tls.established && at.probe.tls.version >= TlsVersion::Tls12;
}

Verdict certificateHits(const Situation &situation, SkipHost skip, SayOfCertificate say, bool otherKey = false)
{
    Verdict verdict = addressHits(
        situation, skip,
        [&](const MxAddress &at) -> std::optional<Values> {
            const ProbePlace other = otherKey ? probeOfOtherKey(at.host, at.probe.address) : ProbePlace();
            if (!showsCertificate(at) || (otherKey && !other))
                return std::nullopt;
            const TlsSession &tls = otherKey ? other.probe->tls : at.probe.tls;
            CertificateProblems problems = certificateProblems(tls, at.host.name, situation.at);
            if (at.byKeyAlone)
                problems.forgetNamesAndDates();
            const std::optional<CertificateHit> hit = say(situation, tls, problems);
            if (!hit)
                return std::nullopt;
            Values values = hit->values;
            values.insert(QStringLiteral("pointer"), other.pointer);
            values.insert(QStringLiteral("place"), certificatePlace(tls, problems, hit->index));
            return values;
        },
        {}, true);
    for (Hit &hit : verdict.hits)
        hit.evidence += hit.values.take(QStringLiteral("place"));
    return verdict;
}

/// A wrong clock makes dates mean nothing; that is this machine's fault, not the domain's.
Verdict dateHits(const Situation &situation, SkipHost skip, SayOfCertificate say)
{
    return situation.clockWrong ? Verdict::undetermined() : certificateHits(situation, skip, say);
}

Verdict expired(const Situation &situation)
{
    return dateHits(situation, works, sayExpired);
}
Verdict notYetValid(const Situation &situation)
{
    return dateHits(situation, works, sayNotYetValid);
}
/// Both certificates run out, whichever of them most senders are shown; the same hit need not be told twice.
Verdict endingHits(const Situation &situation, SayOfCertificate say)
{
    const Verdict verdict = dateHits(situation, never, say);
    if (situation.clockWrong)
        return verdict;
    const Verdict other = certificateHits(situation, never, say, true);
    const QList<Hit> hits = sameHits(verdict.hits + other.hits);
    return hits.isEmpty() ? verdict : Verdict::of(hits);
}

Verdict expiresSoon(const Situation &situation)
{
    return endingHits(situation, sayExpiresSoon);
}
Verdict expiresInWindow(const Situation &situation)
{
    return situation.expiryDays > 0 ? endingHits(situation, sayExpiresInWindow) : Verdict::notApplicable();
}
Verdict selfSigned(const Situation &situation)
{
    return certificateHits(situation, works, saySelfSigned);
}
Verdict untrusted(const Situation &situation)
{
    return certificateHits(situation, works, sayUntrusted);
}
Verdict incomplete(const Situation &situation)
{
    return certificateHits(situation, works, sayIncomplete);
}
Verdict weak(const Situation &situation)
{
    return certificateHits(situation, works, sayWeak);
}
Verdict noSan(const Situation &situation)
{
    return certificateHits(situation, works, sayNoSan);
}
Verdict revoked(const Situation &situation)
{
    return certificateHits(situation, works, sayRevoked);
}

/// A certificate without any DNS name has a finding of its own when at least there is a CN to point at.
std::optional<CertificateHit> sayOtherName(const Situation &situation, const TlsSession &session, const CertificateProblems &problems)
{
    return problems.onlyCommonName ? std::nullopt : sayWrongName(situation, session, problems);
}
Verdict wrongName(const Situation &situation)
{
    return certificateHits(situation, works, sayOtherName);
}

constexpr Rule rules[] = {
    {
        .id = "mx-cert-expired",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the mail server {subject} expired {ago} ago, on {date} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Under a policy in mode enforce, senders that honour MTA-STS do not deliver to a server "
                                                  "with an expired certificate; in mode testing they report it."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Renew the certificate for {subject}, have the mail server load it (for example: postfix "
                                             "reload), and see why it was not renewed by itself."),
        .check = expired,
    },
    {
        .id = "mx-cert-not-yet-valid",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the mail server {subject} is valid only from {date}, in {left} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Until then senders that honour MTA-STS refuse it under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Go back to the former certificate until that date, or have one issued that is valid now."),
        .check = notYetValid,
    },
    {
        .id = "mx-cert-self-signed",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} shows a self-signed certificate at {address}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Anybody can make such a certificate, so it proves nothing. Senders that honour MTA-STS "
                                                  "refuse it under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate for {subject} issued by a public certification authority, for example "
                                             "Let's Encrypt: certbot certonly -d {subject}"),
        .check = selfSigned,
    },
    {
        .id = "mx-cert-untrusted",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the mail server {subject} leads to no trusted root: {detail} (issued by: {issuer})"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Senders trust only the usual public certification authorities. Those that honour MTA-STS refuse "
                                       "this certificate under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate for {subject} issued by a public certification authority, for example "
                                             "Let's Encrypt: certbot certonly -d {subject}"),
        .check = untrusted,
    },
    {
        .id = "mx-cert-incomplete-chain",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8446 §4.4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} does not send the intermediate certificate of: {issuer}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Senders cannot guess the missing certificate, so they find no trusted root. Those that honour "
                                       "MTA-STS refuse it under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have the mail server send the full chain: with certbot use fullchain.pem, not cert.pem. "
                                             "The missing certificate: {source}"),
        .check = incomplete,
    },
    {
        .id = "mx-cert-name",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The certificate at {address} does not name the mail server {subject}; it names: {names}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "The certificate must hold the name of the MX record, not that of the domain, as a DNS name in its subjectAltName. "
                     "Senders that honour MTA-STS refuse any other under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Have a certificate issued that names {subject}. Or let the MX record and the policy use a name that the certificate holds."),
        .check = wrongName,
    },
    {
        .id = "mx-cert-no-san",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The certificate of the mail server {subject} has only a common name (CN {name}) and no DNS name."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders look only at the DNS names of the subjectAltName; the common name has not counted for years. Those that "
                     "honour MTA-STS refuse this certificate under a policy in mode enforce, and report it in mode testing."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate issued with {subject} as a DNS name in its subjectAltName; every public "
                                             "certification authority does that by itself."),
        .check = noSan,
    },
    {
        .id = "mx-cert-weak",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 9325 §4.5",
        .message = QT_TRANSLATE_NOOP("Rules",
                                     "The certificate of the mail server {subject} is too weak: {weakness} (certificate of {certificate})"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Keys of RSA below 2048 bits and signatures with SHA-1 or MD5 can be forged. Current TLS "
                                                  "libraries refuse them, and so do senders that honour MTA-STS."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a new certificate issued with an ECDSA P-256 or RSA 2048 key and a SHA-256 signature."),
        .check = weak,
    },
    {
        .id = "mx-cert-revoked",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 6960 §2.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules",
            "The certificate of the mail server {subject} is revoked (serial number {serial}); the server's own OCSP response says so."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "A revoked certificate is one whose key may be in other hands. Senders that look at revocation refuse it."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Find out why it was revoked, make a new key, and have a new certificate issued for {subject}."),
        .check = revoked,
    },
    {
        .id = "mx-cert-expires-soon",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the mail server {subject} expires in {left}, on {date} (certificate of {certificate})."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "After that, senders that honour MTA-STS do not deliver to it under a policy in mode "
                                                  "enforce. Renewals are usually done by now, so this one may be stuck."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Renew the certificate before {date}, and see that the renewal runs by itself and the mail server loads the new one."),
        .check = expiresSoon,
    },
    {
        .id = "mx-cert-expires-before-renewal",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The certificate of the mail server {subject} expires in {left}, on {date}, within the {days} days that you chose as "
                     "warning (certificate of {certificate})."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "You asked to be told that early, so that there is time to renew it. After that date senders "
                                       "that honour MTA-STS do not deliver to it under a policy in mode enforce."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "See that the certificate is renewed before {date}, and that the mail server loads the new one."),
        .check = expiresInWindow,
    },
};

} // namespace

const QList<const Rule *> &certificateRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
