// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// The chain as drawn: six links that say in a few words how it stands. Not tested is never good.

#include "audit/catalogue.h"
#include "audit/checks.h"
#include "audit/outcome.h"
#include "audit/verdict.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

using State = ChainLink::State;

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("Verdict", text, nullptr, count);
}

/// A link is no better than the findings of its area.
State lowered(State state, Area area, const QList<Finding> &findings, const QList<Area> &areaOf)
{
    for (int i = 0; i < findings.size(); ++i) {
        if (areaOf.at(i) != area || state == State::NotTested)
            continue;
        if (findings.at(i).severity == Severity::Error)
            state = State::Broken;
        else if (findings.at(i).severity == Severity::Warning && state == State::Good)
            state = State::Attention;
    }
    return state;
}

ChainLink recordLink(const Situation &situation)
{
    const Lookup &lookup = situation.facts.sts;
    if (!lookup.asked())
        return {Area::Record, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "not tested"))};
    if (lookup.failed())
        return {Area::Record, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "lookup failed"))};
    if (situation.record.state == StsRecordSet::State::Absent)
        return {Area::Record, State::Attention, words(QT_TRANSLATE_NOOP("Verdict", "no record"))};
    if (!situation.recordUsable)
        return {Area::Record, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "not valid"))};
    return {Area::Record, State::Good, words(QT_TRANSLATE_NOOP("Verdict", "good"))};
}

ChainLink policyHostLink(const Situation &situation)
{
    if (!situation.facts.sts.asked() || situation.facts.sts.failed())
        return {Area::PolicyHost, State::NotTested, words("not tested")};
    if (!situation.recordUsable)
        return {Area::PolicyHost, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "not asked by senders"))};
    if (situation.policyAvailable)
        return {Area::PolicyHost, State::Good, words(QT_TRANSLATE_NOOP("Verdict", "good"))};
    if (situation.stsStatus == StsStatus::Undetermined)
        return {Area::PolicyHost, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "not tested"))};
    if (situation.fetch < 0)
        return {Area::PolicyHost, State::Broken,
                addressLookupFailed(situation.facts.policyHost) ? words("lookup failed")
                                                                : words(QT_TRANSLATE_NOOP("Verdict", "no address"))};
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    switch (fetchTrouble(fetch, situation.policyHostName(), situation.at)) {
    case FetchTrouble::Timeout:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "no answer"))};
    case FetchTrouble::Connection:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "unreachable"))};
    case FetchTrouble::Tls:
    case FetchTrouble::OldTls:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "no safe TLS"))};
    case FetchTrouble::Certificate:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "bad certificate"))};
    case FetchTrouble::Status:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "HTTP %1")).arg(fetch.httpStatus)};
    default:
        return {Area::PolicyHost, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "bad answer"))};
    }
}

ChainLink policyLink(const Situation &situation)
{
    if (!situation.recordUsable || !situation.policyAvailable)
        return {Area::Policy, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "none to read"))};
    if (!situation.mode)
        return {Area::Policy, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "not valid"))};
    const State state = situation.mode == PolicyMode::Enforce ? State::Good : State::Attention;
    return {Area::Policy, state, policyModeName(*situation.mode)};
}

/// The certificate is what is wrong, not the way to it.
bool failsByCertificate(const MxOutcome &host)
{
    return std::any_of(host.addresses.cbegin(), host.addresses.cend(),
                       [&](const AddressOutcome &address) { return address.result == host.result && isCertificateFailure(address); });
}

ChainLink mxLink(const Situation &situation)
{
    if (situation.noSuchDomain || situation.mxKind == MxKind::Null)
        return {Area::MxHosts, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "takes no mail"))};
    if (situation.mxKind == MxKind::Unknown) {
        const bool failed = situation.facts.mx.failed() || addressLookupFailed(situation.facts.domainAddresses);
        return {Area::MxHosts, State::NotTested, failed ? words("lookup failed") : words("not tested")};
    }
    if (situation.mx.isEmpty())
        return {Area::MxHosts, situation.inForce() ? State::Broken : State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "none"))};
    int broken = 0;
    int open = 0;
    for (const MxOutcome &host : situation.mx) {
        const bool uncovered = situation.inForce() && host.coveredBy.isNull();
        if (uncovered || isUnreachable(host.result) || (isFailure(host.result) && !failsByCertificate(host)))
            ++broken;
        else if (isUntested(host.result))
            ++open;
    }
    const int all = static_cast<int>(situation.mx.size());
    if (broken > 0)
        return {Area::MxHosts, State::Broken, words(QT_TRANSLATE_NOOP("Verdict", "%1 of %2 broken")).arg(broken).arg(all)};
    if (open == all)
        return {Area::MxHosts, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "not tested"))};
    if (open > 0)
        return {Area::MxHosts, State::Attention, words(QT_TRANSLATE_NOOP("Verdict", "%1 of %2 not tested")).arg(open).arg(all)};
    return {Area::MxHosts, State::Good, words(QT_TRANSLATE_NOOP("Verdict", "%1 of %2 good")).arg(all).arg(all)};
}

ChainLink certificateLink(const Situation &situation)
{
    int seen = 0;
    int bad = 0;
    QDateTime soonest;
    for (const MxOutcome &host : situation.mx) {
        for (const AddressOutcome &address : host.addresses) {
            const QDateTime end = address.certificate.notAfter;
            const bool ahead = end > situation.at; // where DANE vouches for the key, it may be past
            if (isOk(address.result) && end.isValid() && ahead && (!soonest.isValid() || end < soonest))
                soonest = end;
        }
        const bool fails = failsByCertificate(host);
        bad += fails ? 1 : 0;
        seen += fails || isOk(host.result) ? 1 : 0;
    }
    if (seen == 0 || situation.mxKind == MxKind::Unknown)
        return {Area::Certificates, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "not tested"))};
    if (bad > 0) {
        // Without a policy in force nobody must look at them.
        const State state = situation.inForce() ? State::Broken : State::Attention;
        return {Area::Certificates, state, words(QT_TRANSLATE_NOOP("Verdict", "%1 of %2 bad")).arg(bad).arg(seen)};
    }
    if (situation.clockWrong)
        return {Area::Certificates, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "clock is wrong"))};
    const QString left =
        soonest.isValid() ? words(QT_TRANSLATE_NOOP("Verdict", "%1 left")).arg(spanText(situation.at, soonest)) : words("good");
    return {Area::Certificates, State::Good, left};
}

ChainLink tlsRptLink(const Situation &situation)
{
    switch (situation.tlsRptStatus) {
    case TlsRptStatus::Absent:
        return {Area::TlsRpt, State::Attention, words("no record")};
    case TlsRptStatus::Valid:
        return {Area::TlsRpt, State::Good, words("good")};
    case TlsRptStatus::Invalid:
        return {Area::TlsRpt, State::Broken, words("not valid")};
    case TlsRptStatus::Undetermined:
        break;
    }
    return {Area::TlsRpt, State::NotTested, situation.facts.tlsRpt.asked() ? words("lookup failed") : words("not tested")};
}

} // namespace

QList<ChainLink> chainLinks(const Situation &situation, const QList<Finding> &findings)
{
    QList<Area> areaOf;
    for (const Finding &finding : findings) {
        const Rule *rule = findRule(finding.ruleId);
        areaOf.append(rule ? rule->area : Area::Domain);
    }
    QList<ChainLink> links = {recordLink(situation), policyHostLink(situation),  policyLink(situation),
                              mxLink(situation),     certificateLink(situation), tlsRptLink(situation)};
    for (ChainLink &link : links) {
        link.state = lowered(link.state, link.area, findings, areaOf);
        if (situation.noSuchDomain)
            link = {link.area, State::NotTested, words(QT_TRANSLATE_NOOP("Verdict", "no such domain"))};
    }
    return links;
}

} // namespace mta
