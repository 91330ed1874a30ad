// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/mxhits.h"
#include "audit/outcome.h"
#include "audit/phrases.h"
#include "audit/rules.h"
#include "facts/tlsgrid.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mta
{

namespace
{

QString clause(const Situation &situation, const MxAddress &at)
{
    return outcomeClause(situation, at.host, static_cast<int>(&at.probe - at.host.probes.constData()));
}

Verdict withResult(const Situation &situation, const char *result, const QStringList &reasons)
{
    return addressHits(situation, works, [&](const MxAddress &at) -> std::optional<Values> {
        if (at.outcome.result != QLatin1String(result) || !reasons.contains(at.outcome.reason))
            return std::nullopt;
        return Values{{QStringLiteral("reason"), clause(situation, at)}};
    });
}

Verdict absent(const Situation &situation)
{
    return withResult(situation, "starttls-not-supported", {QString(), QStringLiteral("no-ehlo")});
}
Verdict hidden(const Situation &situation)
{
    return withResult(situation, "starttls-not-supported", {QStringLiteral("hidden")});
}
Verdict refused(const Situation &situation)
{
    return withResult(situation, "validation-failure", {QStringLiteral("starttls-refused")});
}
Verdict tlsFailed(const Situation &situation)
{
    return withResult(situation, "validation-failure", {QStringLiteral("handshake"), QStringLiteral("no-certificate")});
}

Verdict injection(const Situation &situation)
{
    return addressHits(situation, works, [](const MxAddress &at) -> std::optional<Values> {
        if (at.outcome.reason != QLatin1String("injection"))
            return std::nullopt;
        return Values{{QStringLiteral("injected"), QString::fromUtf8(at.probe.injected.left(200))}};
    });
}

Verdict tlsOld(const Situation &situation)
{
    return addressHits(
        situation, works,
        [](const MxAddress &at) -> std::optional<Values> {
            if (at.outcome.reason != QLatin1String("tls-old"))
                return std::nullopt;
            return Values{{QStringLiteral("version"), tlsVersionName(at.probe.tls.version)}};
        },
        QStringLiteral("/tls"));
}

/// What RFC 9325 §4.2, RFC 7465 (RC4) and RFC 9155 (SHA-1 in handshakes) advise against; empty when there is nothing.
QString weakness(const TlsSession &tls)
{
    static const QRegularExpression cipher(QStringLiteral("RC4|3DES|_DES_|NULL|EXPORT|_anon_|_MD5$"));
    if (cipher.match(tls.cipher).hasMatch())
        return QCoreApplication::translate("Verdict", "the cipher %1 is broken or close to it").arg(tls.cipher);
    if (tls.cipher.startsWith(QLatin1String("TLS_RSA_")))
        return QCoreApplication::translate("Verdict", "the cipher %1 has no forward secrecy").arg(tls.cipher);
    static const QRegularExpression finiteField(QStringLiteral("^(?:dhe?|ffdhe)[ _-]?(\\d+)"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch group = finiteField.match(tls.group);
    if (group.hasMatch() && group.captured(1).toInt() < 2048)
        return QCoreApplication::translate("Verdict", "the key exchange uses a small group, %1").arg(tls.group);
    static const QRegularExpression signature(QStringLiteral("sha-?1(?!\\d)|md5"), QRegularExpression::CaseInsensitiveOption);
    if (signature.match(tls.signature).hasMatch())
        return QCoreApplication::translate("Verdict", "the handshake is signed with %1").arg(tls.signature);
    return {};
}

Verdict tlsWeak(const Situation &situation)
{
    return addressHits(
        situation, never,
        [](const MxAddress &at) -> std::optional<Values> {
            if (!at.probe.tls.established || at.probe.tls.version < TlsVersion::Tls12)
                return std::nullopt;
            // TLS 1.3 has nothing weak, so what a server does in TLS 1.2 shows only when that is asked for.
            for (const ProbePlace &place : probesOf(at.host, at.probe.address)) {
                const TlsSession &tls = place.probe->tls;
                const QString reason = tls.established && tls.version >= TlsVersion::Tls12 ? weakness(tls) : QString();
                if (!reason.isEmpty())
                    return Values{{QStringLiteral("reason"), reason}, {QStringLiteral("pointer"), place.pointer}};
            }
            return std::nullopt;
        },
        QStringLiteral("/tls"));
}

constexpr Rule rules[] = {
    {
        .id = "starttls-absent",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 3207 §4",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} does not offer STARTTLS at {address}."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Without STARTTLS mail travels unencrypted, for anybody on the way to read and change. Under a "
                                       "policy in mode enforce, senders that honour MTA-STS do not deliver to this server at all."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Give the mail server a certificate for {subject} and turn STARTTLS on, for example in Postfix: "
                                       "smtpd_tls_security_level = may. If it is on, look for a firewall in front that removes the word."),
        .check = absent,
    },
    {
        .id = "starttls-hidden",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 3207 §6",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} does not offer STARTTLS at {address}, yet accepts the command: "
                                              "something on the way may be taking the word out."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Senders go by what is offered and see a server without encryption. A firewall that inspects SMTP, "
                                       "or an attacker, can bring this about; it is what MTA-STS is made against."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Turn off SMTP inspection in firewalls on the way (for example Cisco's \"fixup\" or \"inspect "
                                             "esmtp\"), and audit from another network to see on which side it happens."),
        .check = hidden,
    },
    {
        .id = "starttls-refused",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 3207 §4",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} offers STARTTLS at {address}, but then refuses it: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders cannot encrypt. Under a policy in mode enforce, those that honour MTA-STS do not deliver to this server."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Look into the mail server's log; a certificate or key that it cannot read is the usual cause."),
        .check = refused,
    },
    {
        .id = "starttls-injection",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 3207 §4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "After it agreed to STARTTLS, {subject} at {address} sent more unencrypted text: {injected}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Text that stands before the encryption could be taken for text inside it: a way to slip "
                                                  "in replies. Careful senders break off."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Update the mail server or the filter in front of it. If neither sends this text, somebody on the way does."),
        .check = injection,
    },
    {
        .id = "mx-tls-failed",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8461 §4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "Encryption with the mail server {subject} fails at {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Senders cannot encrypt. Under a policy in mode enforce, those that honour MTA-STS do not deliver to this server."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that certificate and key belong together and that TLS 1.2 or 1.3 is on, then try: "
                                             "openssl s_client -starttls smtp -connect {subject}:25 -servername {subject}"),
        .check = tlsFailed,
    },
    {
        .id = "mx-tls-old",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8996 §5",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The mail server {subject} offers only {version} at {address}; senders need TLS 1.2 or higher."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "TLS below 1.2 must not be used any more. Under a policy in mode enforce, senders that "
                                                  "honour MTA-STS do not deliver to this server."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Turn on TLS 1.2 and 1.3, for example in Postfix: smtpd_tls_protocols = >=TLSv1.2. An old "
                                             "system may need a newer TLS library first."),
        .check = tlsOld,
    },
    {
        .id = "mx-tls-weak",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 9325 §4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The encryption with the mail server {subject} at {address} is weak: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Mail recorded today can be read later once such encryption is broken or the server's key is stolen."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Prefer ECDHE key exchange and AES-GCM or ChaCha20 in the mail server, and TLS 1.3 where it can be had."),
        .check = tlsWeak,
    },
};

} // namespace

const QList<const Rule *> &startTlsRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
