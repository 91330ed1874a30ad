// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/checks.h"

#include <QCoreApplication>

namespace mta
{

namespace
{

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("Verdict", text, nullptr, count);
}

bool isWeak(const QList<Certificate> &path, int index)
{
    const Certificate &certificate = path.at(index);
    const bool anchor = certificate.selfIssued; // a root's own signature is never checked
    return hasWeakKey(certificate) || (!anchor && hasWeakSignature(certificate));
}

int intermediateFromStore(const TlsSession &session, const QList<Certificate> &path)
{
    for (int i = 1; i < path.size(); ++i) {
        if (!path.at(i).selfIssued && !session.chain.contains(path.at(i)))
            return i;
    }
    return -1;
}

FetchTrouble transportTrouble(FetchEnd end)
{
    switch (end) {
    case FetchEnd::NotTried:
    case FetchEnd::NoNetwork:
    case FetchEnd::ProxyFailed:
        return FetchTrouble::Untested;
    case FetchEnd::Refused:
    case FetchEnd::Unreachable:
    case FetchEnd::Reset:
        return FetchTrouble::Connection;
    case FetchEnd::Timeout:
        return FetchTrouble::Timeout;
    case FetchEnd::TlsFailed:
        return FetchTrouble::Tls;
    case FetchEnd::Malformed:
    case FetchEnd::TooLarge:
    case FetchEnd::Truncated:
        return FetchTrouble::Http;
    case FetchEnd::Complete:
        break;
    }
    return FetchTrouble::None;
}

bool answeredWithout(const Lookup &lookup)
{
    return (lookup.status == AnswerStatus::NoData || lookup.status == AnswerStatus::NxDomain || lookup.status == AnswerStatus::NoError) &&
           !lookup.failed() && addressRecords(lookup).records.isEmpty();
}

} // namespace

CertificateProblems certificateProblems(const TlsSession &session, const QString &host, const QDateTime &at)
{
    CertificateProblems problems;
    if (session.chain.isEmpty() || !session.chain.first().valid)
        return problems;
    const Certificate &leaf = session.chain.first();
    problems.present = true;
    problems.trust = session.verdict.trust;
    problems.path = session.verdict.path.isEmpty() ? QList<Certificate>{leaf} : session.verdict.path;
    problems.fromStore = intermediateFromStore(session, problems.path);
    if (problems.fromStore > 0 && problems.trust == Trust::Trusted)
        problems.trust = Trust::IncompleteChain; // senders trust the same roots, but have not the same intermediates
    problems.wrongName = !namesHost(leaf, host);
    problems.onlyCommonName = leaf.dnsNames.isEmpty() && !leaf.commonName.isEmpty();
    problems.revoked = stapledStatus(session, at) == Revocation::Revoked;
    for (int i = 0; i < problems.path.size(); ++i) {
        const Certificate &certificate = problems.path.at(i);
        // RFC 5280 §4.1.2.5: the validity period includes both its ends.
        if (problems.expired < 0 && certificate.notAfter.isValid() && at > certificate.notAfter)
            problems.expired = i;
        if (problems.notYetValid < 0 && certificate.notBefore.isValid() && at < certificate.notBefore)
            problems.notYetValid = i;
        if (problems.weak < 0 && isWeak(problems.path, i))
            problems.weak = i;
    }
    return problems;
}

FetchTrouble fetchTrouble(const PolicyFetch &fetch, const QString &policyHost, const QDateTime &at)
{
    const FetchTrouble transport = transportTrouble(fetch.end);
    if (transport == FetchTrouble::Untested)
        return transport;
    if (!fetch.tls.established)
        return transport == FetchTrouble::Connection || transport == FetchTrouble::Timeout ? transport : FetchTrouble::Tls;
    if (fetch.tls.version != TlsVersion::Unknown && fetch.tls.version < TlsVersion::Tls12)
        return FetchTrouble::OldTls; // RFC 8461 §7.2, RFC 8996
    const CertificateProblems problems = certificateProblems(fetch.tls, policyHost, at);
    if (!problems.present)
        return FetchTrouble::Tls;
    if (problems.any())
        return FetchTrouble::Certificate; // RFC 8461 §3.3
    // A status that does not count needs no body, however that ended.
    if ((fetch.stage == FetchStage::Body || fetch.stage == FetchStage::Done) && fetch.httpStatus != 0 && fetch.httpStatus != 200)
        return FetchTrouble::Status;
    if (fetch.end == FetchEnd::Reset && fetch.stage == FetchStage::Body)
        return FetchTrouble::Http; // cut off in the middle of the file
    if (transport != FetchTrouble::None)
        return transport;
    return fetch.httpStatus == 200 ? FetchTrouble::None : FetchTrouble::Status; // RFC 8461 §3.3: 200 alone counts
}

bool isRedirect(int httpStatus)
{
    return httpStatus == 301 || httpStatus == 302 || httpStatus == 303 || httpStatus == 307 || httpStatus == 308;
}

QList<QHostAddress> usableAddresses(const HostAddresses &addresses)
{
    HostAddresses usable;
    if (!addresses.a.failed())
        usable.a = addresses.a;
    if (!addresses.aaaa.failed())
        usable.aaaa = addresses.aaaa;
    return usable.all();
}

bool addressLookupFailed(const HostAddresses &addresses)
{
    return (addresses.a.failed() || addresses.aaaa.failed()) && usableAddresses(addresses).isEmpty();
}

bool hasNoAddress(const HostAddresses &addresses)
{
    // One family may not have been asked for, because it is not wanted: the other's answer does not speak for it, unless the name is
    // missing.
    if (addresses.a.status == AnswerStatus::NxDomain || addresses.aaaa.status == AnswerStatus::NxDomain)
        return !addressLookupFailed(addresses) && usableAddresses(addresses).isEmpty();
    return answeredWithout(addresses.a) && answeredWithout(addresses.aaaa);
}

QString lookupFailure(const Lookup &lookup)
{
    if (lookup.security == Security::Bogus) {
        return lookup.bogusReason.isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Verdict", "its DNSSEC signatures do not hold"))
                   : words(QT_TRANSLATE_NOOP("Verdict", "its DNSSEC signatures do not hold (%1)")).arg(lookup.bogusReason);
    }
    QString cause;
    switch (lookup.status) {
    case AnswerStatus::ServFail:
        cause = words(QT_TRANSLATE_NOOP("Verdict", "the name servers answered with a failure (SERVFAIL)"));
        break;
    case AnswerStatus::Refused:
        cause = words(QT_TRANSLATE_NOOP("Verdict", "the name servers refused to answer (REFUSED)"));
        break;
    case AnswerStatus::Timeout:
        cause = words(QT_TRANSLATE_NOOP("Verdict", "no answer came in time"));
        break;
    default:
        cause = words(QT_TRANSLATE_NOOP("Verdict", "the DNS gave no usable answer"));
        break;
    }
    return lookup.detail.isEmpty() ? cause : words(QT_TRANSLATE_NOOP("Verdict", "%1 (%2)")).arg(cause, lookup.detail);
}

QList<Hit> sameHits(QList<Hit> hits)
{
    const QString key = QStringLiteral("address");
    QList<Hit> merged;
    for (Hit &hit : hits) {
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const Hit &other) {
            Values mine = hit.values;
            Values theirs = other.values;
            mine.remove(key);
            theirs.remove(key);
            return other.subject == hit.subject && other.mitigated == hit.mitigated && mine == theirs;
        });
        if (same == merged.end())
            merged.append(std::move(hit));
        else
            same->values[key] = QStringList{same->values.value(key), hit.values.value(key)}.join(QStringLiteral(", "));
    }
    return merged;
}

QString dateText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm")) + QStringLiteral(" UTC");
}

QString spanText(const QDateTime &from, const QDateTime &to)
{
    const qint64 seconds = qAbs(from.secsTo(to));
    const qint64 days = qAbs(from.toUTC().date().daysTo(to.toUTC().date())); // as people count: by dates
    const auto count = [](qint64 value, const char *one, const char *many) {
        return value == 1 ? words(one) : words(many, static_cast<int>(value));
    };
    if (seconds >= 86400)
        return count(days, QT_TRANSLATE_NOOP("Verdict", "one day"), QT_TRANSLATE_N_NOOP("Verdict", "%n days"));
    if (seconds >= 3600)
        return count(seconds / 3600, QT_TRANSLATE_NOOP("Verdict", "one hour"), QT_TRANSLATE_N_NOOP("Verdict", "%n hours"));
    return count(qMax<qint64>(seconds / 60, 1), QT_TRANSLATE_NOOP("Verdict", "one minute"), QT_TRANSLATE_N_NOOP("Verdict", "%n minutes"));
}

} // namespace mta
