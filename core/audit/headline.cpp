// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/historyhits.h"
#include "audit/outcome.h"
#include "audit/phrases.h"
#include "audit/verdict.h"
#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxClause = 300;

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("Verdict", text, nullptr, count);
}
QString domainOf(const Situation &situation)
{
    return visibleText(situation.facts.domain.unicode);
}
QString hostName(const Situation &situation, int host)
{
    return visibleText(situation.mx.at(host).host);
}
QString causeAt(const Situation &situation, int host)
{
    return visibleText(hostClause(situation, host), maxClause);
}

/// Only silence, here and everywhere in the run: the network may be to blame.
bool allSilent(const Situation &situation)
{
    const auto silent = [](const AddressOutcome &address) { return address.reason == QLatin1String("blocked"); };
    bool any = false;
    for (const MxOutcome &host : situation.mx) {
        for (const AddressOutcome &address : host.addresses) {
            if (isUntested(address.result) && (address.reason == QLatin1String("no-network") || address.reason == QLatin1String("family")))
                continue;
            if (!silent(address))
                return false;
            any = true;
        }
    }
    return any;
}

QString undeterminedLine(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    const QString domain = domainOf(situation);
    if (facts.cancelled)
        return words(QT_TRANSLATE_NOOP("Verdict", "The audit of %1 was stopped before it could come to a verdict.")).arg(domain);
    if (!facts.sts.asked() || !facts.mx.asked())
        return words(QT_TRANSLATE_NOOP("Verdict", "Whether mail to %1 is protected cannot be told: the DNS was not asked.")).arg(domain);
    if (facts.sts.failed())
        return words(QT_TRANSLATE_NOOP(
                         "Verdict", "Whether mail to %1 is protected cannot be told, because the lookup of its MTA-STS record failed: %2."))
            .arg(domain, visibleText(lookupFailure(facts.sts), maxClause));
    if (facts.mx.failed())
        return words(QT_TRANSLATE_NOOP(
                         "Verdict", "Whether mail to %1 is protected cannot be told, because the lookup of its mail servers failed: %2."))
            .arg(domain, visibleText(lookupFailure(facts.mx), maxClause));
    if (situation.stsStatus == StsStatus::Undetermined) {
        const QString cause = situation.fetch < 0 ? untestedClause({}) : fetchClause(situation, facts.fetches.at(situation.fetch));
        return words(
                   QT_TRANSLATE_NOOP(
                       "Verdict", "Whether mail to %1 is protected cannot be told, because its policy could not be fetched from here: %2."))
            .arg(domain, situation.intercepted ? words(QT_TRANSLATE_NOOP("Verdict", "something on this network replaces TLS certificates"))
                                               : visibleText(cause, maxClause));
    }
    if (allSilent(situation))
        return words(QT_TRANSLATE_NOOP("Verdict", "Whether mail to %1 is protected cannot be told: none of its mail servers answered, and "
                                                  "this network may be blocking the SMTP port."))
            .arg(domain);
    for (int i = 0; i < situation.mx.size(); ++i) {
        if (isUntested(situation.mx.at(i).result))
            return words(QT_TRANSLATE_NOOP(
                             "Verdict",
                             "Whether mail to %1 is protected cannot be told, because its mail server %2 could not be tested: %3."))
                .arg(domain, hostName(situation, i), causeAt(situation, i));
    }
    return words(QT_TRANSLATE_NOOP("Verdict", "Whether mail to %1 is protected cannot be told, because its mail servers are not known."))
        .arg(domain);
}

QString recordCause(const Situation &situation)
{
    switch (situation.record.state) {
    case StsRecordSet::State::Absent: // RFC 8461 §3.1: discarded
        return words(QT_TRANSLATE_NOOP("Verdict", "it stands beside other TXT records and does not begin with “v=STSv1;”"));
    case StsRecordSet::State::Multiple:
        return words(QT_TRANSLATE_NOOP("Verdict", "there is more than one"));
    case StsRecordSet::State::WrongVersion:
        return words(QT_TRANSLATE_NOOP("Verdict", "it does not begin with v=STSv1"));
    default:
        return situation.record.record.hasId ? words(QT_TRANSLATE_NOOP("Verdict", "it does not follow the grammar"))
                                             : words(QT_TRANSLATE_NOOP("Verdict", "it has no id"));
    }
}

QString unavailableCause(const Situation &situation)
{
    if (situation.fetch >= 0)
        return visibleText(fetchClause(situation, situation.facts.fetches.at(situation.fetch)), maxClause);
    return addressLookupFailed(situation.facts.policyHost) ? words(QT_TRANSLATE_NOOP("Verdict", "its address could not be looked up"))
                                                           : words(QT_TRANSLATE_NOOP("Verdict", "it has no address"));
}

/// Why senders that check DANE do not deliver to the host.
QString daneCause(const Situation &situation, int host)
{
    const HostDane &dane = situation.dane.at(host);
    if (dane.state == DaneState::Failing)
        return words(QT_TRANSLATE_NOOP("Verdict", "the lookup of its TLSA records (DANE) failed"));
    for (qsizetype i = 0; i < dane.addresses.size(); ++i) {
        if (dane.fails(i))
            return daneClause(dane.addresses.at(i).outcome);
    }
    return causeAt(situation, host);
}

/// What DANE makes of a domain that MTA-STS does not protect. Empty where DANE is not in play.
QString daneLine(const Situation &situation)
{
    const QString domain = domainOf(situation);
    int valid = 0;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const Delivery delivery = situation.mx.at(i).deliveries.dane;
        if (delivery == Delivery::Refused)
            return words(QT_TRANSLATE_NOOP("Verdict", "Senders that check DANE will not deliver to %1: %2. MTA-STS does not protect %3."))
                .arg(hostName(situation, i), daneCause(situation, i), domain);
        valid += delivery == Delivery::Authenticated ? 1 : 0;
    }
    if (valid == 0)
        return {};
    return valid == situation.mx.size()
               ? words(QT_TRANSLATE_NOOP("Verdict", "DANE protects mail to %1 from senders that check DANE; for all others nothing makes "
                                                    "them encrypt it, for MTA-STS is not in force."))
                     .arg(domain)
               : words(QT_TRANSLATE_NOOP("Verdict", "DANE protects only some of the mail servers of %1, and nothing else makes senders "
                                                    "encrypt mail to it, for MTA-STS is not in force."))
                     .arg(domain);
}

QString unprotectedLine(const Situation &situation)
{
    if (const QString line = daneLine(situation); !line.isEmpty())
        return line;
    const QString domain = domainOf(situation);
    if (const std::optional<CachedPolicy> held = stillEnforced(situation)) // RFC 8461 §5.1
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Senders find no policy of %1 any more: some may still enforce the one they remember, until "
                                       "%2, and nothing makes the others encrypt mail."))
            .arg(domain, dateText(held->until));
    // A record that senders discard is none by the standard, but whoever sees it in the DNS must be told why.
    const bool discarded = situation.stsStatus == StsStatus::Absent && !situation.record.candidates.isEmpty();
    switch (discarded ? StsStatus::RecordInvalid : situation.stsStatus) {
    case StsStatus::RecordInvalid:
        return words(QT_TRANSLATE_NOOP("Verdict", "Nothing makes senders encrypt mail to %1: they ignore its MTA-STS record, because %2."))
            .arg(domain, recordCause(situation));
    case StsStatus::PolicyUnavailable:
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Nothing makes senders encrypt mail to %1: they cannot get its policy from %2, because %3."))
            .arg(domain, visibleText(situation.policyHostName()), unavailableCause(situation));
    case StsStatus::PolicyInvalid:
        return words(QT_TRANSLATE_NOOP(
                         "Verdict",
                         "Nothing makes senders encrypt mail to %1: the policy file at %2 is not valid, so they do not honour it."))
            .arg(domain, visibleText(situation.policyHostName()));
    case StsStatus::None:
        return words(QT_TRANSLATE_NOOP("Verdict", "Nothing makes senders encrypt mail to %1: its policy is in mode none.")).arg(domain);
    default:
        break;
    }
    if (situation.mxKind == MxKind::Absent)
        return words(QT_TRANSLATE_NOOP("Verdict", "%1 takes no mail: it has neither mail servers nor an address.")).arg(domain);
    return words(QT_TRANSLATE_NOOP("Verdict", "Nothing makes senders encrypt mail to %1: it has no MTA-STS record.")).arg(domain);
}

QList<int> refusedHosts(const Situation &situation)
{
    QList<int> refused;
    for (int i = 0; i < situation.mx.size(); ++i) {
        if (isRefused(situation.mx.at(i)))
            refused.append(i);
    }
    return refused;
}

QString refusalCause(const Situation &situation, int host)
{
    return situation.mx.at(host).coveredBy.isNull() ? words(QT_TRANSLATE_NOOP("Verdict", "the policy does not name it"))
                                                    : causeAt(situation, host);
}

QString refusedLine(const Situation &situation, const QList<int> &refused)
{
    const bool enforce = situation.mode == PolicyMode::Enforce;
    const QString host = hostName(situation, refused.first());
    const QString cause = refusalCause(situation, refused.first());
    const int more = static_cast<int>(refused.size()) - 1;
    const bool none =
        std::all_of(situation.mx.cbegin(), situation.mx.cend(), [](const MxOutcome &outcome) { return outcome.coveredBy.isNull(); });
    if (none && situation.mx.size() > 1 && enforce)
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Senders that honour MTA-STS deliver no mail to %1: its policy names none of its mail servers."))
            .arg(domainOf(situation));
    if (enforce && more == 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "Senders that honour MTA-STS will not deliver to %1: %2.")).arg(host, cause);
    if (enforce)
        return (more == 1 ? words(QT_TRANSLATE_NOOP(
                                "Verdict", "Senders that honour MTA-STS will not deliver to %1 (%2), nor to one other mail server."))
                          : words(QT_TRANSLATE_N_NOOP(
                                      "Verdict", "Senders that honour MTA-STS will not deliver to %1 (%2), nor to %n other mail servers."),
                                  more))
            .arg(host, cause);
    if (more == 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "Mail is still delivered, but senders that honour MTA-STS report %1, and would not "
                                                  "deliver to it under mode enforce: %2."))
            .arg(host, cause);
    return (more == 1
                ? words(QT_TRANSLATE_NOOP(
                      "Verdict", "Mail is still delivered, but senders that honour MTA-STS report %1 (%2) and one other mail server."))
                : words(
                      QT_TRANSLATE_N_NOOP(
                          "Verdict", "Mail is still delivered, but senders that honour MTA-STS report %1 (%2) and %n other mail servers."),
                      more))
        .arg(host, cause);
}

/// The policy is content with these hosts; it is DANE that is not.
QString daneRefusedLine(const Situation &situation, const QList<int> &refused)
{
    const QString host = hostName(situation, refused.first());
    const QString cause = daneCause(situation, refused.first());
    const int more = static_cast<int>(refused.size()) - 1;
    if (more == 0)
        return words(QT_TRANSLATE_NOOP("Verdict", "Senders that check DANE will not deliver to %1: %2. Others still do.")).arg(host, cause);
    return (more == 1
                ? words(QT_TRANSLATE_NOOP(
                      "Verdict", "Senders that check DANE will not deliver to %1 (%2), nor to one other mail server. Others still do."))
                : words(QT_TRANSLATE_N_NOOP("Verdict", "Senders that check DANE will not deliver to %1 (%2), nor to %n other mail servers. "
                                                       "Others still do."),
                        more))
        .arg(host, cause);
}

QString atRiskLine(const Situation &situation)
{
    const bool enforce = situation.mode == PolicyMode::Enforce;
    QList<int> byPolicy;
    QList<int> byDane;
    for (const int host : refusedHosts(situation)) {
        const MxOutcome &outcome = situation.mx.at(host);
        // In mode testing nobody is kept from delivering but by DANE.
        const bool dane = enforce ? onlyDaneObjects(outcome) : outcome.deliveries.dane == Delivery::Refused;
        (dane ? byDane : byPolicy).append(host);
    }
    if (!byDane.isEmpty() && (byPolicy.isEmpty() || !enforce))
        return daneRefusedLine(situation, byDane);
    if (!byPolicy.isEmpty())
        return refusedLine(situation, byPolicy);
    if (situation.mx.isEmpty())
        return words(QT_TRANSLATE_NOOP("Verdict",
                                       "Mail to %1 cannot be delivered: it has a policy, but neither mail servers nor an address."))
            .arg(domainOf(situation));
    if (situation.mx.size() == 1)
        return words(QT_TRANSLATE_NOOP("Verdict", "The mail server %1 of %2 cannot be reached: %3."))
            .arg(hostName(situation, 0), domainOf(situation), causeAt(situation, 0));
    return words(QT_TRANSLATE_NOOP("Verdict", "None of the mail servers of %1 can be reached; %2: %3."))
        .arg(domainOf(situation), hostName(situation, 0), causeAt(situation, 0));
}

int firstUnreachable(const Situation &situation)
{
    for (int i = 0; i < situation.mx.size(); ++i) {
        if (isUnreachable(situation.mx.at(i).result))
            return i;
    }
    return -1;
}

} // namespace

QString headline(const Situation &situation, DomainVerdict verdict)
{
    const QString domain = domainOf(situation);
    switch (verdict) {
    case DomainVerdict::NotApplicable:
        return situation.noSuchDomain
                   ? words(QT_TRANSLATE_NOOP("Verdict", "The domain %1 does not exist, so no mail can reach it.")).arg(domain)
                   : words(QT_TRANSLATE_NOOP("Verdict", "%1 says that it takes no mail (null MX), so there is nothing to protect."))
                         .arg(domain);
    case DomainVerdict::Undetermined:
        return undeterminedLine(situation);
    case DomainVerdict::Unprotected:
        return unprotectedLine(situation);
    case DomainVerdict::AtRisk:
        return atRiskLine(situation);
    case DomainVerdict::Testing:
        if (std::all_of(situation.mx.cbegin(), situation.mx.cend(),
                        [](const MxOutcome &host) { return host.deliveries.dane == Delivery::Authenticated; }))
            return words(QT_TRANSLATE_NOOP("Verdict", "The policy of %1 is in mode testing: senders report failures, but so far only DANE "
                                                      "makes senders encrypt mail, those that check it."))
                .arg(domain);
        return words(
                   QT_TRANSLATE_NOOP(
                       "Verdict", "The policy of %1 is in mode testing: senders report failures, but nothing makes them encrypt mail yet."))
            .arg(domain);
    case DomainVerdict::Protected:
        break;
    }
    if (const int host = firstUnreachable(situation); host >= 0)
        return words(
                   QT_TRANSLATE_NOOP(
                       "Verdict",
                       "Senders that honour MTA-STS deliver mail to %1 only encrypted and to verified servers, but %2 cannot be used: %3."))
            .arg(domain, hostName(situation, host), causeAt(situation, host));
    return words(QT_TRANSLATE_NOOP("Verdict", "Senders that honour MTA-STS deliver mail to %1 only encrypted and to verified servers."))
        .arg(domain);
}

} // namespace mta
