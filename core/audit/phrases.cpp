// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/phrases.h"

#include "audit/certificatehits.h"
#include "audit/outcome.h"
#include "facts/tlsgrid.h"

#include <QCoreApplication>
#include <QHash>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

/// A clause with the peer's or the system's own words behind it, where there are any.
QString withDetail(const QString &clause, const QString &detail)
{
    return detail.isEmpty() ? clause : words(QT_TRANSLATE_NOOP("Verdict", "%1 (%2)")).arg(clause, detail);
}

QString tlsClause(const TlsSession &tls)
{
    if (tls.timedOut)
        return words(QT_TRANSLATE_NOOP("Verdict", "the TLS handshake did not end in time"));
    if (tls.reset)
        return words(QT_TRANSLATE_NOOP("Verdict", "the server cut the connection during the TLS handshake"));
    if (tls.established)
        return words(QT_TRANSLATE_NOOP("Verdict", "the server shows no certificate that can be read"));
    return withDetail(words(QT_TRANSLATE_NOOP("Verdict", "the TLS handshake failed")), tls.failure);
}

QString oldTlsClause(const TlsSession &tls)
{
    return words(QT_TRANSLATE_NOOP("Verdict", "it offers only %1")).arg(tlsVersionName(tls.version));
}

QString connectionClause(FetchEnd end)
{
    switch (end) {
    case FetchEnd::Refused:
        return words(QT_TRANSLATE_NOOP("Verdict", "the connection was refused"));
    case FetchEnd::Unreachable:
        return words(QT_TRANSLATE_NOOP("Verdict", "no route leads there"));
    default:
        return words(QT_TRANSLATE_NOOP("Verdict", "the server cut the connection"));
    }
}

QString timeoutClause(FetchStage stage)
{
    switch (stage) {
    case FetchStage::Connect:
        return words(QT_TRANSLATE_NOOP("Verdict", "no connection came about in time"));
    case FetchStage::Handshake:
        return words(QT_TRANSLATE_NOOP("Verdict", "the TLS handshake did not end in time"));
    default:
        return words(QT_TRANSLATE_NOOP("Verdict", "the answer was not whole in time"));
    }
}

QString httpClause(const PolicyFetch &fetch)
{
    if (fetch.end == FetchEnd::Truncated)
        return withDetail(words(QT_TRANSLATE_NOOP("Verdict", "the answer ended too early")), fetch.detail);
    if (fetch.end == FetchEnd::TooLarge)
        return withDetail(words(QT_TRANSLATE_NOOP("Verdict", "the answer is larger than senders accept")), fetch.detail);
    return withDetail(words(QT_TRANSLATE_NOOP("Verdict", "the answer is not well-formed HTTP")), fetch.detail);
}

QString fetchUntestedKey(const PolicyFetch &fetch)
{
    if (fetch.end == FetchEnd::NoNetwork)
        return QStringLiteral("no-network");
    return fetch.end == FetchEnd::ProxyFailed ? QStringLiteral("proxy") : fetch.detail;
}

/// The reasons of contract results that need no more than a fixed clause.
QString fixedClause(const QString &reason)
{
    static const QHash<QString, const char *> clauses = {
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("Verdict", "the connection was refused")},
        {QStringLiteral("no-route"), QT_TRANSLATE_NOOP("Verdict", "no route leads there")},
        {QStringLiteral("reset"), QT_TRANSLATE_NOOP("Verdict", "the server cut the connection")},
        {QStringLiteral("timeout"), QT_TRANSLATE_NOOP("Verdict", "it did not answer in time")},
        {QStringLiteral("injection"), QT_TRANSLATE_NOOP("Verdict", "it sends unencrypted text after STARTTLS")},
        {QStringLiteral("hidden"), QT_TRANSLATE_NOOP("Verdict", "it does not offer STARTTLS, yet accepts it")},
        {QStringLiteral("tarpit"), QT_TRANSLATE_NOOP("Verdict", "it lets senders wait longer than this audit does")},
        {QStringLiteral("blocked"),
         QT_TRANSLATE_NOOP("Verdict",
                           "no answer came, and as no other mail server answered either, this network may be blocking the SMTP port")},
        {QStringLiteral("no-network"), QT_TRANSLATE_NOOP("Verdict", "this computer has no way to that kind of address")},
        {QStringLiteral("proxy"), QT_TRANSLATE_NOOP("Verdict", "the proxy did not make the connection")},
        {QStringLiteral("guard"), QT_TRANSLATE_NOOP("Verdict", "its address is not a public one, and was not contacted")},
        {QStringLiteral("cancelled"), QT_TRANSLATE_NOOP("Verdict", "the audit was stopped before")},
        {QStringLiteral("family"), QT_TRANSLATE_NOOP("Verdict", "this kind of address was not asked for")},
        {QStringLiteral("time"), QT_TRANSLATE_NOOP("Verdict", "the audit had no time left for it")},
        {QStringLiteral("bogus"), QT_TRANSLATE_NOOP("Verdict", "its address came with an answer whose DNSSEC signatures do not hold")},
        {QStringLiteral("limit"), QT_TRANSLATE_NOOP("Verdict", "it has more addresses than are tested")},
    };
    const char *clause = clauses.value(reason, nullptr);
    return clause ? words(clause) : QString();
}

/// What the peer said, where the reason is something it said.
QString replyClause(const QString &reason, const MxProbe &probe)
{
    if (reason == QLatin1String("protocol") || reason == QLatin1String("not-smtp"))
        return withDetail(words(QT_TRANSLATE_NOOP("Verdict", "its answer is not SMTP")), probe.detail);
    if (reason == QLatin1String("starttls-refused") && !probe.reply)
        return words(QT_TRANSLATE_NOOP("Verdict", "it cut the connection after STARTTLS"));
    if (!probe.reply)
        return {};
    return words(QT_TRANSLATE_NOOP("Verdict", "it answered %1")).arg(replyText(*probe.reply));
}

} // namespace

QString certificateClause(const CertificateProblems &problems, const QDateTime &at, bool datesCount)
{
    if (problems.onlyCommonName && problems.wrongName)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate has only a common name, which does not count"));
    if (problems.wrongName)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate does not name it"));
    if (problems.expired >= 0 && datesCount)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate expired %1 ago"))
            .arg(spanText(problems.path.at(problems.expired).notAfter, at));
    if (problems.trust == Trust::SelfSigned)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate is self-signed"));
    if (problems.trust == Trust::IncompleteChain)
        return words(QT_TRANSLATE_NOOP("Verdict", "it does not send its intermediate certificate"));
    if (problems.untrusted())
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate leads to no trusted root"));
    if (problems.weak >= 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate is too weak"));
    if (problems.revoked)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate is revoked"));
    if (problems.dates() && !datesCount)
        return words(QT_TRANSLATE_NOOP("Verdict", "this computer's clock is wrong, so the dates of its certificate cannot be judged"));
    if (problems.notYetValid >= 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate is not valid yet"));
    return words(QT_TRANSLATE_NOOP("Verdict", "its certificate is good"));
}

QString keyKindName(TlsOffer::Key key)
{
    return key == TlsOffer::Key::Rsa ? QStringLiteral("RSA") : QStringLiteral("ECDSA");
}

QString replyText(const SmtpReply &reply)
{
    const QByteArray text = QByteArray::number(reply.code) + ' ' + reply.lines.join(' ');
    return QString::fromUtf8(text.trimmed().left(300));
}

QString untestedClause(const QString &reason)
{
    const QString clause = fixedClause(reason);
    return clause.isEmpty() ? words(QT_TRANSLATE_NOOP("Verdict", "it was not tested")) : clause;
}

QString fetchClause(const Situation &situation, const PolicyFetch &fetch)
{
    switch (fetchTrouble(fetch, situation.policyHostName(), situation.at)) {
    case FetchTrouble::None:
        return words(QT_TRANSLATE_NOOP("Verdict", "it serves the policy"));
    case FetchTrouble::Untested:
        return untestedClause(fetchUntestedKey(fetch));
    case FetchTrouble::Connection:
        return connectionClause(fetch.end);
    case FetchTrouble::Timeout:
        return timeoutClause(fetch.stage);
    case FetchTrouble::Tls:
        return tlsClause(fetch.tls);
    case FetchTrouble::OldTls:
        return oldTlsClause(fetch.tls);
    case FetchTrouble::Certificate:
        return certificateClause(certificateProblems(fetch.tls, situation.policyHostName(), situation.at), situation.at,
                                 !situation.clockWrong);
    case FetchTrouble::Http:
        return httpClause(fetch);
    case FetchTrouble::Status:
        break;
    }
    if (isRedirect(fetch.httpStatus))
        return words(QT_TRANSLATE_NOOP("Verdict", "it answers with a redirect, which senders must not follow"));
    return words(QT_TRANSLATE_NOOP("Verdict", "it answers with the HTTP status %1")).arg(fetch.httpStatus);
}

QString daneClause(DaneOutcome outcome)
{
    switch (outcome) {
    case DaneOutcome::Valid:
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate matches its TLSA records (DANE)"));
    case DaneOutcome::ChainInvalid:
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate does not lead to the one that its TLSA records (DANE) name"));
    case DaneOutcome::Expired:
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate matches its TLSA records (DANE) but has expired"));
    case DaneOutcome::NotYetValid:
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate matches its TLSA records (DANE) but is not valid yet"));
    case DaneOutcome::NameMismatch:
        return words(
            QT_TRANSLATE_NOOP("Verdict", "its certificate leads to the one that its TLSA records (DANE) name, but is for another name"));
    default:
        return words(QT_TRANSLATE_NOOP("Verdict", "its certificate matches none of its TLSA records (DANE)"));
    }
}

namespace
{

QString otherKeyClause(const Situation &situation, const MxHost &host, int index, int address)
{
    const ProbePlace other = probeOfOtherKey(host, host.probes.at(address).address);
    const TlsSession &tls = other.probe->tls;
    const HostDane dane = daneOfProbe(situation.dane.at(index), situation.facts, address, *other.probe, situation.at, situation.clockWrong);
    const bool byTlsa = situation.mx.at(index).addresses.at(address).result == QLatin1String("tlsa-invalid");
    return words(QT_TRANSLATE_NOOP("Verdict", "%1 (the one with the %2 key, which only some senders are shown)"))
        .arg(byTlsa ? daneClause(dane.addresses.at(address).outcome)
                    : certificateClause(certificateProblems(tls, host.name, situation.at), situation.at, !situation.clockWrong),
             keyKindName(keyKind(tls.chain.first())));
}

} // namespace

QString outcomeClause(const Situation &situation, const MxHost &host, int address)
{
    const int index = static_cast<int>(&host - situation.facts.mxHosts.constData());
    const AddressOutcome &outcome = situation.mx.at(index).addresses.at(address);
    const MxProbe &probe = host.probes.at(address);
    if (outcome.otherKey)
        return otherKeyClause(situation, host, index, address);
    if (const QString clause = fixedClause(outcome.reason); !clause.isEmpty())
        return clause;
    if (outcome.result == QLatin1String("starttls-not-supported"))
        return words(QT_TRANSLATE_NOOP("Verdict", "it does not offer STARTTLS"));
    if (outcome.reason == QLatin1String("handshake") || outcome.reason == QLatin1String("no-certificate"))
        return tlsClause(probe.tls);
    if (outcome.reason == QLatin1String("tls-old"))
        return oldTlsClause(probe.tls);
    if (const QString clause = replyClause(outcome.reason, probe);
        !clause.isEmpty() && !isOk(outcome.result) && !outcome.result.startsWith(u"certificate"))
        return clause;
    if (isUntested(outcome.result) && outcome.reason != QLatin1String("clock"))
        return untestedClause(outcome.reason);
    if (outcome.result == QLatin1String("tlsa-invalid"))
        return daneClause(situation.dane.at(index).addresses.at(address).outcome);
    if (outcome.result == QLatin1String("dnssec-invalid"))
        return words(QT_TRANSLATE_NOOP("Verdict", "the lookup of its TLSA records (DANE) failed"));
    return certificateClause(certificateProblems(probe.tls, host.name, situation.at), situation.at, !situation.clockWrong);
}

QString hostClause(const Situation &situation, int host)
{
    const MxHost &facts = situation.facts.mxHosts.at(host);
    const MxOutcome &outcome = situation.mx.at(host);
    for (int i = 0; i < outcome.addresses.size(); ++i) {
        if (outcome.addresses.at(i).result == outcome.result)
            return outcomeClause(situation, facts, i);
    }
    if (addressLookupFailed(facts.addresses))
        return words(QT_TRANSLATE_NOOP("Verdict", "its address could not be looked up"));
    return hasNoAddress(facts.addresses) ? words(QT_TRANSLATE_NOOP("Verdict", "it has no address")) : untestedClause({});
}

} // namespace mta
