// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"
#include "audit/historyhits.h"
#include "audit/outcome.h"
#include "audit/verdict.h"
#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

/// Why the best address of the host has its result.
QString reasonOf(const MxOutcome &host)
{
    const auto best = std::find_if(host.addresses.cbegin(), host.addresses.cend(),
                                   [&](const AddressOutcome &address) { return address.result == host.result; });
    return best == host.addresses.cend() ? QString() : best->reason;
}

QString mendHost(const MxOutcome &host, bool checkCoverage)
{
    static const QStringList turnedAway = {QStringLiteral("greeting-refused"), QStringLiteral("not-smtp"), QStringLiteral("ehlo-refused"),
                                           QStringLiteral("ehlo-after-tls"), QStringLiteral("protocol")};
    const QString name = visibleText(host.host);
    if (checkCoverage && host.coveredBy.isNull())
        return words(QT_TRANSLATE_NOOP("Verdict", "Add the line \"mx: %1\" to the policy, then give the _mta-sts record a new id."))
            .arg(name);
    if (host.result == QLatin1String("starttls-not-supported"))
        return words(QT_TRANSLATE_NOOP("Verdict", "Turn on STARTTLS on %1, and look for a firewall that hides it.")).arg(name);
    if (host.result == QLatin1String("certificate-expired"))
        return words(QT_TRANSLATE_NOOP("Verdict", "Renew the certificate on %1.")).arg(name);
    if (host.result == QLatin1String("certificate-host-mismatch"))
        return words(QT_TRANSLATE_NOOP("Verdict", "Install a certificate on %1 that holds this name.")).arg(name);
    if (host.result == QLatin1String("certificate-not-trusted"))
        return words(
                   QT_TRANSLATE_NOOP("Verdict", "Install a certificate from a public certification authority on %1, with its whole chain."))
            .arg(name);
    if (host.result == QLatin1String("tlsa-invalid"))
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Publish a TLSA record for the certificate that %1 shows now; its finding holds the record."))
            .arg(name);
    if (host.result == QLatin1String("dnssec-invalid"))
        return words(QT_TRANSLATE_NOOP("Verdict", "Have the name servers answer for _25._tcp.%1 TLSA with valid DNSSEC signatures."))
            .arg(name);
    if (turnedAway.contains(reasonOf(host)))
        return words(QT_TRANSLATE_NOOP("Verdict", "See why %1 does not let senders get as far as encryption: its findings say more."))
            .arg(name);
    if (host.addresses.isEmpty())
        return words(QT_TRANSLATE_NOOP("Verdict", "Give %1 an address, or take it out of the DNS and the policy.")).arg(name);
    if (isUnreachable(host.result))
        return words(QT_TRANSLATE_NOOP("Verdict", "Get %1 to take connections on port 25, or take it out of the DNS and the policy."))
            .arg(name);
    return words(QT_TRANSLATE_NOOP("Verdict", "Mend the encryption of %1: its findings say how.")).arg(name);
}

QString mendFirst(const Situation &situation)
{
    const auto refused = std::find_if(situation.mx.cbegin(), situation.mx.cend(), isRefused);
    if (refused != situation.mx.cend())
        return mendHost(*refused, true);
    if (!situation.mx.isEmpty())
        return mendHost(situation.mx.first(), false);
    return words(QT_TRANSLATE_NOOP("Verdict", "Publish an MX record, or take the _mta-sts record away if the domain is to take no mail."));
}

QString checkNameServers(const QString &name)
{
    return words(QT_TRANSLATE_NOOP("Verdict", "Audit again in a while; if it stays so, have the name servers of %1 checked."))
        .arg(visibleText(name));
}

QString mendPolicyHost(const Situation &situation)
{
    const QString host = visibleText(situation.policyHostName());
    if (addressLookupFailed(situation.facts.policyHost))
        return checkNameServers(situation.policyHostName());
    if (situation.fetch < 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "Give %1 an address in the DNS that leads to the web server with the policy.")).arg(host);
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    switch (fetchTrouble(fetch, situation.policyHostName(), situation.at)) {
    case FetchTrouble::Certificate: {
        const CertificateProblems problems = certificateProblems(fetch.tls, situation.policyHostName(), situation.at);
        const bool early = problems.notYetValid >= 0 && problems.expired < 0 && !problems.wrongName && !problems.untrusted();
        if (early)
            return words(QT_TRANSLATE_NOOP("Verdict", "Put the former certificate of %1 back until the new one is valid.")).arg(host);
        return problems.expired >= 0
                   ? words(QT_TRANSLATE_NOOP("Verdict", "Renew the certificate of %1.")).arg(host)
                   : words(QT_TRANSLATE_NOOP("Verdict",
                                             "Install a certificate for %1 from a public certification authority, with its whole chain."))
                         .arg(host);
    }
    case FetchTrouble::Tls:
    case FetchTrouble::OldTls:
        return words(QT_TRANSLATE_NOOP("Verdict", "Set up TLS 1.2 or higher on %1.")).arg(host);
    case FetchTrouble::Connection:
    case FetchTrouble::Timeout:
        return words(QT_TRANSLATE_NOOP("Verdict", "Get the web server of %1 to answer on port 443.")).arg(host);
    default:
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Make https://%1/.well-known/mta-sts.txt answer with the policy file itself and status 200."))
            .arg(host);
    }
}

QString mendRecord(const Situation &situation)
{
    return words(QT_TRANSLATE_NOOP("Verdict", "Mend the TXT record at _mta-sts.%1: exactly one, such as v=STSv1; id=20260101000000;"))
        .arg(visibleText(situation.facts.domain.ascii));
}

/// There is no record, though the owner meant there to be one: what stands between them. Empty when there is no sign of it.
QString announce(const Situation &situation)
{
    const QString domain = visibleText(situation.facts.domain.ascii);
    if (!txtRecords(situation.facts.sts).aliases.isEmpty() && situation.facts.sts.status != AnswerStatus::NoError)
        return words(QT_TRANSLATE_NOOP(
                         "Verdict", "Point the CNAME at _mta-sts.%1 to a name that holds the record, or publish the record in its place."))
            .arg(domain);
    if (!situation.record.candidates.isEmpty())
        return mendRecord(situation);
    if (situation.policy && situation.policy->valid() && *situation.policy->mode != PolicyMode::None)
        return words(QT_TRANSLATE_NOOP("Verdict", "Publish the TXT record at _mta-sts.%1 that announces the policy, such as v=STSv1; "
                                                  "id=20260101000000;"))
            .arg(domain);
    return {};
}

QString protect(const Situation &situation)
{
    switch (situation.stsStatus) {
    case StsStatus::RecordInvalid:
        return mendRecord(situation);
    case StsStatus::PolicyUnavailable:
        return mendPolicyHost(situation);
    case StsStatus::PolicyInvalid:
        return words(QT_TRANSLATE_NOOP("Verdict", "Mend the policy file at %1, then give the _mta-sts record a new id."))
            .arg(visibleText(situation.policyHostName()));
    case StsStatus::None:
        return words(QT_TRANSLATE_NOOP(
            "Verdict", "To protect the domain again, publish the policy in mode testing and give the _mta-sts record a new id."));
    default:
        break;
    }
    if (const QString step = announce(situation); !step.isEmpty())
        return step;
    if (situation.mxKind == MxKind::Absent)
        return {};
    return words(QT_TRANSLATE_NOOP(
        "Verdict", "Protect this domain: publish a policy file in mode testing first, then the _mta-sts record that announces it."));
}

QString liftGuard(const QString &name)
{
    return words(QT_TRANSLATE_NOOP("Verdict", "Publish a public address for %1. If this is a private network, allow its addresses: "
                                              "--allow-private (also in the preferences)."))
        .arg(visibleText(name));
}

QString reachPolicyHost(const Situation &situation)
{
    const QString name = situation.policyHostName();
    const PolicyFetch fetch = situation.facts.fetches.value(situation.fetch);
    if (fetch.end == FetchEnd::NotTried && fetch.detail == QLatin1String("guard"))
        return liftGuard(name);
    if (situation.intercepted || fetch.end == FetchEnd::ProxyFailed)
        return words(QT_TRANSLATE_NOOP("Verdict", "Audit again from a network that lets the policy host be reached without a proxy."));
    return words(QT_TRANSLATE_NOOP("Verdict", "Audit again from a computer that reaches %1 over IPv4 and IPv6.")).arg(visibleText(name));
}

bool unanswered(const Lookup &lookup)
{
    return lookup.status == AnswerStatus::Timeout || lookup.status == AnswerStatus::Failed;
}

QString testAgain(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    if (facts.cancelled)
        return words(QT_TRANSLATE_NOOP("Verdict", "Start the audit again."));
    if (unanswered(facts.sts) && unanswered(facts.mx) && unanswered(facts.tlsRpt))
        return words(QT_TRANSLATE_NOOP("Verdict", "Audit another domain: if the DNS does not answer there either, see to this computer's "
                                                  "network and its resolver (%1), else to the name servers of %2."))
            .arg(visibleText(facts.conditions.resolver), visibleText(facts.domain.unicode));
    if (facts.sts.failed() || facts.mx.failed())
        return checkNameServers(facts.domain.unicode);
    if (situation.clockWrong)
        return words(QT_TRANSLATE_NOOP("Verdict", "Set the clock of this computer, then audit again."));
    if (situation.stsStatus == StsStatus::Undetermined)
        return reachPolicyHost(situation);
    for (const MxHost &host : facts.mxHosts) {
        if (addressLookupFailed(host.addresses))
            return checkNameServers(host.name);
    }
    for (const MxOutcome &host : situation.mx) {
        if (isUntested(host.result) && reasonOf(host) == QLatin1String("guard"))
            return liftGuard(host.host);
    }
    const bool blocked = std::any_of(situation.mx.cbegin(), situation.mx.cend(), [](const MxOutcome &host) {
        return std::any_of(host.addresses.cbegin(), host.addresses.cend(),
                           [](const AddressOutcome &a) { return a.reason == QLatin1String("blocked"); });
    });
    if (blocked || facts.witness.smtpSeemsBlocked)
        return words(QT_TRANSLATE_NOOP("Verdict", "Audit through a machine that may send mail: ssh -D 1080 USER@HOST there, then here "
                                                  "--proxy socks5://127.0.0.1:1080 (also in the preferences)."));
    return words(QT_TRANSLATE_NOOP("Verdict", "Audit again later, or from another network."));
}

/// The MX certificate that ends first, when it ends soon.
QString renewSoon(const Situation &situation)
{
    QString host;
    QDateTime end;
    for (int i = 0; i < situation.facts.mxHosts.size() && !situation.clockWrong; ++i) {
        const MxHost &facts = situation.facts.mxHosts.at(i);
        QList<const TlsSession *> sessions;
        for (const MxProbe &probe : facts.probes)
            sessions.append(&probe.tls);
        for (const ExtraProbe &extra : facts.extraProbes)
            sessions.append(&extra.probe.tls);
        for (const TlsSession *session : sessions) {
            const CertificateProblems problems = certificateProblems(*session, facts.name, situation.at);
            const std::optional<CertificateHit> soon = sayExpiresSoon(situation, *session, problems);
            if (!soon || (end.isValid() && problems.path.at(soon->index).notAfter >= end))
                continue;
            end = problems.path.at(soon->index).notAfter;
            host = facts.name;
        }
    }
    return host.isEmpty() ? QString()
                          : words(QT_TRANSLATE_NOOP("Verdict", "Renew the certificate on %1 by %2.")).arg(visibleText(host), dateText(end));
}

QString keepWell(const Situation &situation, bool testing)
{
    for (const MxOutcome &host : situation.mx) {
        if (isUnreachable(host.result))
            return mendHost(host, false);
    }
    if (idUnchanged(situation).outcome == Verdict::Outcome::Fail)
        return words(QT_TRANSLATE_NOOP("Verdict", "Give the _mta-sts record of %1 a new id, so that senders fetch the changed policy."))
            .arg(visibleText(situation.facts.domain.ascii));
    if (const QString renew = renewSoon(situation); !renew.isEmpty())
        return renew;
    if (situation.tlsRptStatus == TlsRptStatus::Absent || situation.tlsRptStatus == TlsRptStatus::Invalid)
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Publish a valid TLS-RPT record at _smtp._tls.%1, so that senders tell you when something fails."))
            .arg(visibleText(situation.facts.domain.ascii));
    if (testingLong(situation).outcome == Verdict::Outcome::Fail)
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "If the reports show no failures, move the policy to mode enforce now and give the record a "
                                       "new id."));
    return testing ? words(QT_TRANSLATE_NOOP("Verdict", "When the reports have shown no failures for some weeks, move the policy to mode "
                                                        "enforce and give the record a new id."))
                   : QString();
}

} // namespace

QString nextStep(const Situation &situation, DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::NotApplicable:
        return situation.noSuchDomain ? words(QT_TRANSLATE_NOOP("Verdict", "Check the spelling of the domain and its registration."))
                                      : QString();
    case DomainVerdict::Undetermined:
        return testAgain(situation);
    case DomainVerdict::Unprotected: {
        // Mail that is not delivered comes before mail that is not protected.
        const auto failing = std::find_if(situation.mx.cbegin(), situation.mx.cend(), [](const MxOutcome &host) {
            return host.deliveries.dane == Delivery::Refused && !isUntested(host.result);
        });
        return failing == situation.mx.cend() ? protect(situation) : mendHost(*failing, false);
    }
    case DomainVerdict::AtRisk:
        return mendFirst(situation);
    case DomainVerdict::Testing:
        return keepWell(situation, true);
    case DomainVerdict::Protected:
        break;
    }
    return keepWell(situation, false);
}

} // namespace mta
