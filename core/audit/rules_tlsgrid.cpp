// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// What a sender meets that negotiates something else than most do: the other kind of key, an older version of TLS; and the shape of the
// chain, which only some senders mind.

#include "audit/certificatehits.h"
#include "audit/danehits.h"
#include "audit/mxhits.h"
#include "audit/outcome.h"
#include "audit/phrases.h"
#include "audit/rules.h"
#include "facts/tlsgrid.h"
#include "x509/chainshape.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

using SayOfSession = std::function<std::optional<Values>(const MxAddress &, const TlsSession &)>;

/// A sender gets as far as this address's normal certificate; only then the grid was asked for.
bool showsCertificate(const MxAddress &at)
{
    return at.probe.plain && at.probe.plain->startTls && at.probe.tls.established && at.probe.tls.version >= TlsVersion::Tls12;
}

/// Rules about what only a deep audit asks: a part of it that could not be asked leaves them open.
Verdict gridHits(const Situation &situation, SkipHost skip, const SayOfAddress &say, const std::function<bool(const MxAddress &)> &open,
                 bool checked = false)
{
    if (situation.facts.conditions.depth != Depth::Deep)
        return Verdict::notApplicable();
    bool unknown = false;
    const Verdict verdict = addressHits(
        situation, never,
        [&](const MxAddress &at) -> std::optional<Values> {
            if (!showsCertificate(at))
                return std::nullopt;
            std::optional<Values> values = skip(at.hostOutcome) ? std::nullopt : say(at);
            unknown = unknown || (!values && open(at));
            return values;
        },
        {}, checked);
    return verdict.outcome == Verdict::Outcome::Pass && unknown ? Verdict::undetermined() : verdict;
}

bool otherKeyOpen(const MxAddress &at)
{
    const QHostAddress &address = at.probe.address;
    return offersKey(at.host, address, TlsOffer::Key::Rsa) == Offered::NotTested ||
           offersKey(at.host, address, TlsOffer::Key::Ecdsa) == Offered::NotTested;
}

Verdict otherKey(const Situation &situation)
{
    return gridHits(
        situation, works,
        [&](const MxAddress &at) -> std::optional<Values> {
            const ProbePlace other = probeOfOtherKey(at.host, at.probe.address);
            if (!other)
                return std::nullopt;
            CertificateProblems problems = certificateProblems(other.probe->tls, at.host.name, situation.at);
            if (!situation.inForce() &&
                daneOfProbe(at.dane, situation.facts, at.index, *other.probe, situation.at, situation.clockWrong).byKeyAlone(at.index))
                problems.forgetNamesAndDates();
            if (situation.clockWrong)
                problems.expired = problems.notYetValid = -1;
            if (!problems.present || !problems.any())
                return std::nullopt;
            return Values{{QStringLiteral("key"), keyKindName(keyKind(other.probe->tls.chain.first()))},
                          {QStringLiteral("reason"), certificateClause(problems, situation.at, true)},
                          {QStringLiteral("pointer"), other.pointer + QStringLiteral("/tls")}};
        },
        // Nothing is made of its dates where this machine's clock is wrong.
        [&](const MxAddress &at) { return otherKeyOpen(at) || (situation.clockWrong && probeOfOtherKey(at.host, at.probe.address)); },
        true);
}

Verdict daneOtherKey(const Situation &situation)
{
    const bool published = std::any_of(situation.dane.cbegin(), situation.dane.cend(),
                                       [](const HostDane &dane) { return dane.state == DaneState::Published && dane.usable; });
    if (!published)
        return situation.facts.conditions.depth == Depth::Deep ? withoutTlsa(situation) : Verdict::notApplicable();
    return gridHits(
        situation, works,
        [&](const MxAddress &at) -> std::optional<Values> {
            const ProbePlace other = probeOfOtherKey(at.host, at.probe.address);
            if (!other || !at.dane.usable || !at.dane.valid(at.index))
                return std::nullopt;
            const HostDane dane = daneOfProbe(at.dane, situation.facts, at.index, *other.probe, situation.at, situation.clockWrong);
            if (!dane.fails(at.index))
                return std::nullopt;
            return Values{{QStringLiteral("key"), keyKindName(keyKind(other.probe->tls.chain.first()))},
                          {QStringLiteral("base"), dane.base},
                          {QStringLiteral("reason"), daneClause(dane.addresses.at(at.index).outcome)},
                          {QStringLiteral("fitting"), fittingRecord(other.probe->tls.chain)},
                          {QStringLiteral("pointer"), other.pointer + QStringLiteral("/tls")}};
        },
        otherKeyOpen);
}

Verdict legacyOffered(const Situation &situation)
{
    constexpr TlsVersion legacy[] = {TlsVersion::Tls10, TlsVersion::Tls11};
    return gridHits(
        situation, never,
        [&](const MxAddress &at) -> std::optional<Values> {
            QStringList offered;
            for (const TlsVersion version : legacy) {
                if (offersVersion(at.host, at.probe.address, version) == Offered::Yes)
                    offered.append(tlsVersionName(version));
            }
            return offered.isEmpty() ? std::nullopt
                                     : std::optional<Values>({{QStringLiteral("versions"), offered.join(QStringLiteral(", "))}});
        },
        [&](const MxAddress &at) {
            return std::any_of(std::begin(legacy), std::end(legacy),
                               [&](TlsVersion version) { return offersVersion(at.host, at.probe.address, version) == Offered::NotTested; });
        });
}

Verdict onlyNewest(const Situation &situation)
{
    const auto of = [](const MxAddress &at) { return offersVersion(at.host, at.probe.address, TlsVersion::Tls12); };
    return gridHits(
        situation, never,
        [&](const MxAddress &at) -> std::optional<Values> {
            return of(at) == Offered::No ? std::optional<Values>(Values()) : std::nullopt;
        },
        [&](const MxAddress &at) { return of(at) == Offered::NotTested; });
}

/// For every certificate that the address shows, of either kind of key.
Verdict sessionHits(const Situation &situation, const SayOfSession &say)
{
    Verdict normal = addressHits(situation, never, [&](const MxAddress &at) -> std::optional<Values> {
        return showsCertificate(at) ? say(at, at.probe.tls) : std::nullopt;
    });
    const Verdict other = addressHits(situation, never, [&](const MxAddress &at) -> std::optional<Values> {
        const ProbePlace place = probeOfOtherKey(at.host, at.probe.address);
        std::optional<Values> values = place && showsCertificate(at) ? say(at, place.probe->tls) : std::nullopt;
        if (values)
            values->insert(QStringLiteral("pointer"), place.pointer);
        return values;
    });
    if (normal.outcome != Verdict::Outcome::Fail)
        return other.outcome == Verdict::Outcome::Fail ? other : normal;
    return Verdict::of(sameHits(normal.hits + other.hits));
}

QString labels(const TlsSession &session, const QList<int> &indices)
{
    constexpr int shown = 4;
    QStringList names;
    for (const int index : indices.mid(0, shown)) {
        const Certificate &certificate = session.chain.at(index);
        names.append(certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName);
    }
    if (indices.size() > shown)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

Verdict chainOrder(const Situation &situation)
{
    return sessionHits(situation, [](const MxAddress &, const TlsSession &session) -> std::optional<Values> {
        const QList<int> early = chainShape(session.chain).early;
        return early.isEmpty() ? std::nullopt : std::optional<Values>({{QStringLiteral("certificates"), labels(session, early)}});
    });
}

/// RFC 7671 §5.2.2: who checks DANE by an authority looks for it among what the server sends.
bool namedByTlsa(const HostDane &dane, const Certificate &certificate)
{
    return dane.state == DaneState::Published && std::any_of(dane.records.cbegin(), dane.records.cend(), [&](const TlsaRecord &record) {
               return record.usage == 2 && associationData(certificate, record.selector, record.matchingType) == record.data;
           });
}

Verdict chainExtra(const Situation &situation)
{
    return sessionHits(situation, [](const MxAddress &at, const TlsSession &session) -> std::optional<Values> {
        const ChainShape shape = chainShape(session.chain);
        QList<int> needless = shape.roots;
        needless.removeIf([&](int index) { return namedByTlsa(at.dane, session.chain.at(index)); });
        needless = shape.superfluous + needless;
        return needless.isEmpty() ? std::nullopt : std::optional<Values>({{QStringLiteral("certificates"), labels(session, needless)}});
    });
}

Verdict notStapled(const Situation &situation)
{
    return sessionHits(situation, [](const MxAddress &, const TlsSession &session) -> std::optional<Values> {
        const Certificate &leaf = session.chain.value(0);
        if (!leaf.mustStaple || !session.ocspResponse.isEmpty())
            return std::nullopt;
        return Values{{QStringLiteral("serial"), leaf.serial}};
    });
}

constexpr Rule rules[] = {
    {
        .id = "mx-cert-other-key",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 8446 §4.4.2.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} has a second certificate, with the {key} key, that senders would "
                                              "not accept: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Which of its two certificates a server shows depends on what the sender prefers or can read, RSA or ECDSA. So some "
                     "senders are shown this one. Under a policy in mode enforce, those that honour MTA-STS do not deliver; in mode "
                     "testing they report it. To everybody else all seems well."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Mend the certificate with the {key} key like any other, and renew both together. Or take it "
                                             "out of the mail server, for example in Postfix out of smtpd_tls_chain_files."),
        .check = otherKey,
    },
    {
        .id = "dane-other-key",
        .area = Area::Certificates,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 7671 §8", // the records are to match the current chain: there are two
        .message = QT_TRANSLATE_NOOP("Rules", "The TLSA records at {base} hold for one certificate of {subject}, but not for that with the "
                                              "{key} key: {reason}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Which of its two certificates a server shows depends on what the sender prefers or can read. Senders that check "
                     "DANE and are shown this one do not deliver to the server."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Publish a TLSA record for each of the two keys. For the {key} key: {fitting}"),
        .check = daneOtherKey,
    },
    {
        .id = "mx-tls-legacy-offered",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8996 §4",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} still offers {versions} at {address}, beside newer versions."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "These versions must not be used any more. Senders that honour MTA-STS do not: they take TLS 1.2 or higher. An old "
                     "sender may have nothing better, and without a policy even old encryption is more than none."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "When the log shows that nobody needs them, turn them off, for example in Postfix: "
                                             "smtpd_tls_protocols = >=TLSv1.2"),
        .check = legacyOffered,
    },
    {
        .id = "mx-tls12-missing",
        .area = Area::MxHosts,
        .severity = Severity::Note, // RFC 8461 §7.2 is content with it
        .mitigated = Severity::Note,
        .citation = "RFC 9325 §3.1.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} takes TLS 1.3 only at {address}; it refuses TLS 1.2."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Many senders still have nothing newer than TLS 1.2. Under a policy in mode enforce they "
                                                  "do not deliver to this server; without one they may send unencrypted."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Turn on TLS 1.2 beside TLS 1.3, for example in Postfix: smtpd_tls_protocols = >=TLSv1.2"),
        .check = onlyNewest,
    },
    {
        .id = "mx-cert-chain-order",
        .area = Area::Certificates,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5246 §7.4.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The mail server {subject} sends its certificates out of order; too early stand: {certificates}"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "Each certificate is to certify the one before it. Most senders sort them by themselves, as TLS 1.3 advises "
                     "(RFC 8446 §4.4.2), but some strict or old ones refuse such a chain."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Put the certificates into the file of the mail server in this order: its own, then that of "
                                             "its issuer, then that issuer's issuer, without the root."),
        .check = chainOrder,
    },
    {
        .id = "mx-cert-chain-extra",
        .area = Area::Certificates,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 8446 §4.4.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} sends certificates that nobody needs: {certificates}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders have the root certificates that they trust, and pass over what does not lead "
                                                  "there. Needless certificates only make every connection longer."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Take them out of the file of the mail server; leave its own certificate and the "
                                             "intermediate ones. With certbot use fullchain.pem as it is."),
        .check = chainExtra,
    },
    {
        .id = "mx-cert-staple-missing",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 7633 §4.3.3",
        .message = QT_TRANSLATE_NOOP("Rules", "The certificate of {subject} (serial number {serial}) demands an OCSP response with every "
                                              "handshake (must-staple), but none came from {address}."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders that look at this demand refuse the certificate without the response. Few do "
                                                  "so today, and few mail servers can send one."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Have a certificate for {subject} issued without must-staple (with certbot without "
                                             "--must-staple), or let the mail server send OCSP responses."),
        .check = notStapled,
    },
};

} // namespace

const QList<const Rule *> &tlsGridRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
