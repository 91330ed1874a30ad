// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/certificatehits.h"
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

QString mendHost(const MxOutcome &host, bool checkCoverage)
{
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

QString mendPolicyHost(const Situation &situation)
{
    const QString host = visibleText(situation.policyHostName());
    if (situation.fetch < 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "Give %1 an address in the DNS that leads to the web server with the policy.")).arg(host);
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    switch (fetchTrouble(fetch, situation.policyHostName(), situation.at)) {
    case FetchTrouble::Certificate: {
        const bool dates = certificateProblems(fetch.tls, situation.policyHostName(), situation.at).expired >= 0;
        return dates ? words(QT_TRANSLATE_NOOP("Verdict", "Renew the certificate of %1.")).arg(host)
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

QString protect(const Situation &situation)
{
    switch (situation.stsStatus) {
    case StsStatus::RecordInvalid:
        return words(QT_TRANSLATE_NOOP("Verdict", "Mend the TXT record at _mta-sts.%1: exactly one, such as v=STSv1; id=20260101000000;"))
            .arg(visibleText(situation.facts.domain.ascii));
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
    if (situation.mxKind == MxKind::Absent)
        return {};
    return words(QT_TRANSLATE_NOOP(
        "Verdict", "Protect this domain: publish a policy file in mode testing first, then the _mta-sts record that announces it."));
}

QString testAgain(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    if (facts.cancelled)
        return words(QT_TRANSLATE_NOOP("Verdict", "Start the audit again."));
    if (facts.sts.failed() || facts.mx.failed())
        return words(QT_TRANSLATE_NOOP("Verdict", "Audit again in a while; if it stays so, have the name servers of %1 checked."))
            .arg(visibleText(facts.domain.unicode));
    if (situation.clockWrong)
        return words(QT_TRANSLATE_NOOP("Verdict", "Set the clock of this computer, then audit again."));
    if (situation.stsStatus == StsStatus::Undetermined)
        return words(QT_TRANSLATE_NOOP("Verdict", "Audit again from a network that lets the policy host be reached without a proxy."));
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
        for (const MxProbe &probe : facts.probes) {
            const CertificateProblems problems = certificateProblems(probe.tls, facts.name, situation.at);
            const std::optional<CertificateHit> soon = sayExpiresSoon(situation, probe.tls, problems);
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
    if (const QString renew = renewSoon(situation); !renew.isEmpty())
        return renew;
    if (situation.tlsRptStatus == TlsRptStatus::Absent || situation.tlsRptStatus == TlsRptStatus::Invalid)
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Publish a valid TLS-RPT record at _smtp._tls.%1, so that senders tell you when something fails."))
            .arg(visibleText(situation.facts.domain.ascii));
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
    case DomainVerdict::Unprotected:
        return protect(situation);
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
