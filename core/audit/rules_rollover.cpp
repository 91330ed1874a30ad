// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether the TLSA records will still match when the certificate is renewed. One look at a domain does not tell what its owner will do, so
// only what is bound to break is said:
//
// - A record of the certificate itself (3 0 x) fits no other certificate, not even one with the same key (RFC 7671 §5.1). That is known
//   long before the renewal.
// - A record of the key (3 1 x) survives when the key is kept. Some clients keep it, others make a new one each time (certbot without
//   --reuse-key), and nothing shows which: so alone it is no cause for alarm.
// - A record of an authority (2 x x) survives for as long as that authority signs. One whose certificate ends before the next server
//   certificate would cannot sign that one, so it will come from another (RFC 7671 §5.2; authorities sign nothing that outlives them).
// - A record that matches nothing now may be the one for the next certificate or authority, published ahead as RFC 7671 §8.1 asks. It gets
//   the benefit of the doubt, unless it can match nothing at all.
// - A certificate that is good for years was made to be pinned (RFC 7672 §3.1.1): its end is a matter for the years to come.

#include "audit/danehits.h"
#include "audit/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

/// What becomes of a record at the next renewal.
enum class Fate {
    Survives,
    CountsForNothing, ///< senders make nothing of it today either
    CertificateGoes,
    AuthorityGoes,
};

/// As long as public authorities let a certificate live (CA/Browser Forum, Baseline Requirements §6.3.2).
constexpr int farDays = 398;
constexpr qint64 day = 24 * 3600;

/// When a certificate issued at the next renewal would end: renewed 30 days before the end, or a third of its life if that is less.
QDateTime nextEnd(const Certificate &leaf)
{
    const qint64 life = leaf.notBefore.secsTo(leaf.notAfter);
    return leaf.notAfter.addSecs(life - std::min(30 * day, life / 3));
}

/// The certificate that a record of usage 2 leads to; not valid for a bare key that was not sent, and for a digest of something else.
Certificate anchorOf(const TlsaMatch &match, const QList<Certificate> &sent)
{
    if (match.sentAt > 0)
        return sent.at(match.sentAt);
    const bool whole = match.record.selector == 0 && match.record.matchingType == 0;
    return whole ? parseCertificate(match.record.data) : Certificate();
}

Fate fateOf(const TlsaMatch &match, const QList<Certificate> &sent, const QDateTime &at)
{
    if (match.state == TlsaState::Unusable || match.state == TlsaState::Outranked || holdsEmptyDigest(match.record))
        return Fate::CountsForNothing;
    if (match.record.usage == 3) {
        if (match.sentAt == 0)
            return match.record.selector == 0 ? Fate::CertificateGoes : Fate::Survives;
        const Certificate other = anchorOf(match, sent);
        return other.valid && other.notAfter < at ? Fate::CountsForNothing : Fate::Survives;
    }
    if (match.state == TlsaState::ChainInvalid || match.state == TlsaState::NameMismatch)
        return Fate::CountsForNothing;
    const Certificate anchor = anchorOf(match, sent);
    return anchor.valid && anchor.notAfter < nextEnd(sent.first()) ? Fate::AuthorityGoes : Fate::Survives;
}

struct Break {
    QDateTime by;            ///< the latest time at which it happens
    QDateTime authorityEnds; ///< invalid where it is the certificate that goes
};

/// Nothing when a record survives, or the break is far.
std::optional<Break> nextBreak(const MxAddress &at, const QDateTime &now)
{
    const QList<Certificate> &sent = at.probe.tls.chain;
    Break found{sent.first().notAfter, {}};
    for (const TlsaMatch &match : at.dane.addresses.at(at.index).matches) {
        const Fate fate = fateOf(match, sent, now);
        if (fate == Fate::Survives)
            return std::nullopt;
        if (fate == Fate::AuthorityGoes)
            found.authorityEnds = std::max(found.authorityEnds, anchorOf(match, sent).notAfter);
    }
    if (found.authorityEnds.isValid())
        found.by = std::min(found.by, found.authorityEnds);
    return found.by <= now.addDays(farDays) ? std::optional(found) : std::nullopt;
}

QString reasonText(const Break &found)
{
    return found.authorityEnds.isValid()
               ? QCoreApplication::translate("Verdict", "the authority that they name ends on %1, too early to sign the next certificate")
                     .arg(dateText(found.authorityEnds))
               : QCoreApplication::translate("Verdict", "they name the certificate itself, and the next one will be another");
}

/// Which record to add: that of the key, and that of the authority where it would hold and goes on.
QString adviceText(const MxAddress &at, const Break &found)
{
    const QList<Certificate> &sent = at.probe.tls.chain;
    const QByteArray issuer = sent.size() > 1 ? associationData(sent.at(1), 1, 1) : QByteArray();
    const bool lasts = !issuer.isEmpty() && sent.at(1).notAfter >= nextEnd(sent.first()) && !found.authorityEnds.isValid();
    if (lasts && at.dane.addresses.at(at.index).named)
        return QCoreApplication::translate("Verdict",
                                           "Publish beside them _25._tcp.%1. IN TLSA %2 for the server's key, and have renewals keep that "
                                           "key (certbot: --reuse-key), or _25._tcp.%1. IN TLSA %3 for the authority that signs now.")
            .arg(at.dane.base, fittingRecord(sent), tlsaText({2, 1, 1, issuer}));
    return QCoreApplication::translate("Verdict",
                                       "Publish beside them _25._tcp.%1. IN TLSA %2 for the server's key, and have renewals keep "
                                       "that key (certbot: --reuse-key).")
        .arg(at.dane.base, fittingRecord(sent));
}

Verdict rolloverMissing(const Situation &situation)
{
    bool valid = false;
    bool open = situation.clockWrong;
    for (const MxOutcome &host : situation.mx) {
        for (const AddressOutcome &address : host.addresses) {
            valid = valid || address.dane == DaneResult::Valid;
            open = open || address.dane == DaneResult::NotTested;
        }
    }
    Verdict verdict = daneChecks(situation, never, [&](const MxAddress &at) -> std::optional<Values> {
        if (at.outcome.dane != DaneResult::Valid || situation.clockWrong)
            return std::nullopt;
        const std::optional<Break> found = nextBreak(at, situation.at);
        if (!found)
            return std::nullopt;
        return Values{{QStringLiteral("reason"), reasonText(*found)},
                      {QStringLiteral("records"), tlsaList(at.dane.records)},
                      {QStringLiteral("base"), at.dane.base},
                      {QStringLiteral("until"), dateText(found->by)},
                      {QStringLiteral("advice"), adviceText(at, *found)},
                      {QStringLiteral("ttl"), keptFor(at.host, at.dane)}};
    });
    if (verdict.outcome != Verdict::Outcome::Pass || (valid && !situation.clockWrong))
        return verdict;
    return open ? Verdict::undetermined() : Verdict::notApplicable(); // records that fail today have findings of their own
}

constexpr Rule rules[] = {
    {
        .id = "dane-rollover-missing",
        .area = Area::Certificates,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 7671 §8.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The TLSA records of the mail server {subject} will not match any more when its certificate at "
                                       "{address} is renewed, by {until} at the latest: {reason}. At _25._tcp.{base} stands {records}."),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "From the renewal on, senders that check DANE would take the server for an impostor and keep "
                                       "the mail. Renewals are easily forgotten by those who look after the DNS."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "{advice} Caches keep the old answer for {ttl}, so do it well before the renewal."),
        .check = rolloverMissing,
    },
};

} // namespace

const QList<const Rule *> &rolloverRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
