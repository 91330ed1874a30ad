// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"

#include "facts/tlsgrid.h"
#include "x509/chainshape.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

constexpr int maxNamesShown = 8;

CertificateHit hitAt(const CertificateProblems &problems, int index, Values values = {})
{
    values.insert(QStringLiteral("certificate"), certificateLabel(problems, index));
    values.insert(QStringLiteral("issuer"), problems.path.at(index).issuer);
    return {values, index};
}

std::optional<CertificateHit> sayTrust(const CertificateProblems &problems, const TlsSession &session, Trust trust)
{
    if (!problems.present || problems.trust != trust)
        return std::nullopt;
    const QString detail =
        session.verdict.detail.isEmpty() ? QCoreApplication::translate("Verdict", "no path to a trusted root") : session.verdict.detail;
    return hitAt(problems, 0, {{QStringLiteral("detail"), detail}});
}

/// The host of this audit that sends the issuer's certificate; empty when none does.
QString senderOfIssuer(const DomainFacts &facts, const Certificate &certificate)
{
    const auto sends = [&](const TlsSession &session) {
        return std::any_of(session.chain.cbegin(), session.chain.cend(),
                           [&](const Certificate &candidate) { return candidate.authority && certifies(candidate, certificate); });
    };
    for (const PolicyFetch &fetch : facts.fetches) {
        if (sends(fetch.tls))
            return QCoreApplication::translate("Verdict", "%1 at %2")
                .arg(QLatin1String("mta-sts.") + facts.domain.ascii, fetch.address.toString());
    }
    for (const MxHost &host : facts.mxHosts) {
        for (const QHostAddress &address : host.addresses.all()) {
            const QList<ProbePlace> places = probesOf(host, address);
            if (std::any_of(places.cbegin(), places.cend(), [&](const ProbePlace &place) { return sends(place.probe->tls); }))
                return QCoreApplication::translate("Verdict", "%1 at %2").arg(host.name, address.toString());
        }
    }
    return {};
}

/// Where the missing certificate can be had, as far as the audit knows.
QString sourceOfIssuer(const DomainFacts &facts, const Certificate &certificate)
{
    const QString host = senderOfIssuer(facts, certificate);
    const QString &url = certificate.issuerUrl;
    if (!host.isEmpty() && !url.isEmpty())
        return QCoreApplication::translate("Verdict", "it is sent by %1, and can be had at %2").arg(host, url);
    if (!host.isEmpty())
        return QCoreApplication::translate("Verdict", "it is sent by %1").arg(host);
    return url.isEmpty() ? QCoreApplication::translate("Verdict", "whoever issued the certificate has it")
                         : QCoreApplication::translate("Verdict", "it can be had at %1").arg(url);
}

/// Of a path within its dates, where dates matter: the one that ends first; -1 without.
int firstToExpire(const CertificateProblems &problems)
{
    if (problems.dates() || !problems.datesMatter) // RFC 5280 §4.1.2.5: outside its dates is a finding of its own
        return -1;
    int first = -1;
    for (int i = 0; i < problems.path.size(); ++i) {
        const QDateTime end = problems.path.at(i).notAfter;
        if (end.isValid() && (first < 0 || end < problems.path.at(first).notAfter))
            first = i;
    }
    return first;
}

CertificateHit sayExpires(const Situation &situation, const CertificateProblems &problems, int index)
{
    const QDateTime end = problems.path.at(index).notAfter;
    return hitAt(problems, index, {{QStringLiteral("date"), dateText(end)}, {QStringLiteral("left"), spanText(situation.at, end)}});
}

QString keyText(const Certificate &certificate)
{
    if (hasWeakKey(certificate))
        return QCoreApplication::translate("Verdict", "its key is %1 with %2 bits").arg(certificate.keyType).arg(certificate.keyBits);
    return QCoreApplication::translate("Verdict", "it is signed with %1").arg(certificate.signatureAlgorithm);
}

} // namespace

std::optional<CertificateHit> sayExpired(const Situation &situation, const TlsSession &, const CertificateProblems &problems)
{
    if (problems.expired < 0)
        return std::nullopt;
    const QDateTime end = problems.path.at(problems.expired).notAfter;
    return hitAt(problems, problems.expired,
                 {{QStringLiteral("date"), dateText(end)}, {QStringLiteral("ago"), spanText(end, situation.at)}});
}

std::optional<CertificateHit> sayNotYetValid(const Situation &situation, const TlsSession &, const CertificateProblems &problems)
{
    if (problems.notYetValid < 0)
        return std::nullopt;
    const QDateTime begin = problems.path.at(problems.notYetValid).notBefore;
    return hitAt(problems, problems.notYetValid,
                 {{QStringLiteral("date"), dateText(begin)}, {QStringLiteral("left"), spanText(situation.at, begin)}});
}

std::optional<CertificateHit> sayExpiresSoon(const Situation &situation, const TlsSession &, const CertificateProblems &problems)
{
    const int first = firstToExpire(problems);
    if (first < 0 || situation.at.secsTo(problems.path.at(first).notAfter) > soonExpiry.count())
        return std::nullopt;
    return sayExpires(situation, problems, first);
}

std::optional<CertificateHit> sayExpiresInWindow(const Situation &situation, const TlsSession &, const CertificateProblems &problems)
{
    const int first = firstToExpire(problems);
    if (first < 0)
        return std::nullopt;
    const qint64 left = situation.at.secsTo(problems.path.at(first).notAfter);
    if (left <= soonExpiry.count() || left > situation.expiryDays * 86400LL)
        return std::nullopt;
    std::optional<CertificateHit> hit = sayExpires(situation, problems, first);
    hit->values.insert(QStringLiteral("days"), QString::number(situation.expiryDays));
    return hit;
}

std::optional<CertificateHit> saySelfSigned(const Situation &, const TlsSession &session, const CertificateProblems &problems)
{
    return sayTrust(problems, session, Trust::SelfSigned);
}

std::optional<CertificateHit> sayUntrusted(const Situation &, const TlsSession &session, const CertificateProblems &problems)
{
    // The two other ways not to be trusted have names of their own.
    if (problems.trust == Trust::Trusted || problems.trust == Trust::SelfSigned || problems.trust == Trust::IncompleteChain)
        return std::nullopt;
    return sayTrust(problems, session, problems.trust);
}

std::optional<CertificateHit> sayIncomplete(const Situation &situation, const TlsSession &session, const CertificateProblems &problems)
{
    std::optional<CertificateHit> hit = sayTrust(problems, session, Trust::IncompleteChain);
    if (!hit)
        return std::nullopt;
    const Certificate &last = problems.path.at(problems.unissued());
    hit->values.insert(QStringLiteral("issuer"), last.issuer);
    hit->values.insert(QStringLiteral("source"), sourceOfIssuer(situation.facts, last));
    return hit;
}

std::optional<CertificateHit> sayWeak(const Situation &, const TlsSession &, const CertificateProblems &problems)
{
    if (problems.weak < 0)
        return std::nullopt;
    return hitAt(problems, problems.weak, {{QStringLiteral("weakness"), keyText(problems.path.at(problems.weak))}});
}

std::optional<CertificateHit> sayWrongName(const Situation &, const TlsSession &session, const CertificateProblems &problems)
{
    if (!problems.present || !problems.wrongName)
        return std::nullopt;
    return hitAt(problems, 0, {{QStringLiteral("names"), namesText(session.chain.first())}});
}

std::optional<CertificateHit> sayNoSan(const Situation &, const TlsSession &session, const CertificateProblems &problems)
{
    if (!problems.present || !problems.onlyCommonName)
        return std::nullopt;
    return hitAt(problems, 0, {{QStringLiteral("name"), session.chain.first().commonName}});
}

std::optional<CertificateHit> sayRevoked(const Situation &, const TlsSession &session, const CertificateProblems &problems)
{
    if (!problems.revoked)
        return std::nullopt;
    return hitAt(problems, 0, {{QStringLiteral("serial"), session.chain.first().serial}});
}

QString certificatePlace(const TlsSession &session, const CertificateProblems &problems, int index)
{
    const qsizetype sent = session.chain.indexOf(problems.path.value(index));
    return sent < 0 ? QStringLiteral("/tls") : QStringLiteral("/tls/chain/%1").arg(sent);
}

QString certificateLabel(const CertificateProblems &problems, int index)
{
    const Certificate &certificate = problems.path.at(index);
    if (index == 0 && !certificate.dnsNames.isEmpty())
        return certificate.dnsNames.first();
    return certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName;
}

QString namesText(const Certificate &certificate)
{
    const QStringList &names = certificate.dnsNames;
    if (names.isEmpty())
        return QCoreApplication::translate("Verdict", "no host at all");
    const QString shown = names.mid(0, maxNamesShown).join(QStringLiteral(", "));
    const int more = static_cast<int>(names.size()) - maxNamesShown;
    return more > 0 ? QCoreApplication::translate("Verdict", "%1 and %n more", nullptr, more).arg(shown) : shown;
}

} // namespace mta
