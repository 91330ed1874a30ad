// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/situation.h"

#include "audit/checks.h"
#include "audit/circumstances.h"
#include "audit/outcome.h"
#include "dns/message.h"
#include <algorithm>

namespace mta
{

namespace
{

template<class Set, class Select>
Set selected(const Lookup &lookup, Select select)
{
    QList<QByteArray> values;
    if (!lookup.failed()) {
        for (const TxtRecord &record : txtRecords(lookup).records)
            values.append(record.joined());
    }
    return select(values);
}

MxKind mxKindOf(const DomainFacts &facts)
{
    if (!facts.mx.asked() || facts.mx.failed())
        return MxKind::Unknown;
    const QList<MxRecord> records = mxRecords(facts.mx).records;
    if (!records.isEmpty()) {
        const auto isNull = [](const MxRecord &record) { return record.exchange == QLatin1String("."); };
        // RFC 7505 §3: a null MX is the only MX record of its domain; beside others it counts for nothing.
        return std::all_of(records.cbegin(), records.cend(), isNull) ? MxKind::Null : MxKind::Listed;
    }
    if (!facts.mxHosts.isEmpty() || !usableAddresses(facts.domainAddresses).isEmpty())
        return MxKind::Implicit; // RFC 5321 §5.1
    return hasNoAddress(facts.domainAddresses) ? MxKind::Absent : MxKind::Unknown;
}

/// The fetch a sender would end with: the first that gives it a policy, else a file, else the first that tells something.
int chosenFetch(const Situation &situation)
{
    int file = -1;
    int told = -1;
    const QList<PolicyFetch> &fetches = situation.facts.fetches;
    for (int i = 0; i < fetches.size(); ++i) {
        const FetchTrouble trouble = fetchTrouble(fetches.at(i), situation.policyHostName(), situation.at);
        if (trouble == FetchTrouble::None && parsePolicy(fetches.at(i).body).valid())
            return i;
        if (trouble == FetchTrouble::None && file < 0)
            file = i;
        if (told < 0 && trouble != FetchTrouble::Untested)
            told = i;
    }
    if (file >= 0)
        return file;
    return told >= 0 || fetches.isEmpty() ? told : 0;
}

/// The only objections to the certificate are ones that this machine or its network may have caused.
bool excused(const Situation &situation, const PolicyFetch &fetch)
{
    const CertificateProblems problems = certificateProblems(fetch.tls, situation.policyHostName(), situation.at);
    if (!problems.present || problems.wrongName || problems.weak >= 0 || problems.revoked)
        return false;
    return (!problems.dates() || situation.clockWrong) && (!problems.untrusted() || situation.intercepted);
}

void choosePolicy(Situation &situation)
{
    if (addressLookupFailed(situation.facts.policyHost))
        return; // whatever was fetched, no sender gets there
    situation.fetch = chosenFetch(situation);
    if (situation.fetch < 0)
        return;
    const PolicyFetch &fetch = situation.facts.fetches.at(situation.fetch);
    situation.policyAvailable = fetchTrouble(fetch, situation.policyHostName(), situation.at) == FetchTrouble::None;
    if (fetch.end == FetchEnd::Complete && fetch.httpStatus == 200)
        situation.policy = parsePolicy(fetch.body);
}

/// No file for senders: because of the domain, or could it only not be tested?
StsStatus withoutPolicy(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    if (situation.fetch < 0) {
        const bool known = hasNoAddress(facts.policyHost) || addressLookupFailed(facts.policyHost);
        return known ? StsStatus::PolicyUnavailable : StsStatus::Undetermined;
    }
    const PolicyFetch &fetch = facts.fetches.at(situation.fetch);
    switch (fetchTrouble(fetch, situation.policyHostName(), situation.at)) {
    case FetchTrouble::Untested:
        return StsStatus::Undetermined;
    case FetchTrouble::Certificate:
        return excused(situation, fetch) ? StsStatus::Undetermined : StsStatus::PolicyUnavailable;
    default:
        return StsStatus::PolicyUnavailable;
    }
}

StsStatus statusOf(const Situation &situation)
{
    const Lookup &lookup = situation.facts.sts;
    if (!lookup.asked() || lookup.failed())
        return StsStatus::Undetermined;
    if (situation.record.state == StsRecordSet::State::Absent)
        return StsStatus::Absent;
    if (!situation.recordUsable)
        return StsStatus::RecordInvalid;
    if (!situation.policyAvailable)
        return withoutPolicy(situation);
    if (!situation.policy || !situation.policy->valid())
        return StsStatus::PolicyInvalid;
    switch (*situation.policy->mode) {
    case PolicyMode::None:
        return StsStatus::None;
    case PolicyMode::Testing:
        return StsStatus::Testing;
    case PolicyMode::Enforce:
        break;
    }
    return StsStatus::Enforce;
}

TlsRptStatus tlsRptStatusOf(const Situation &situation)
{
    const Lookup &lookup = situation.facts.tlsRpt;
    if (!lookup.asked() || lookup.failed())
        return TlsRptStatus::Undetermined;
    switch (situation.tlsRpt.state) {
    case TlsRptRecordSet::State::Absent:
        return TlsRptStatus::Absent;
    case TlsRptRecordSet::State::One:
        return situation.tlsRpt.record.valid() ? TlsRptStatus::Valid : TlsRptStatus::Invalid;
    default:
        return TlsRptStatus::Invalid;
    }
}

} // namespace

Situation observe(const DomainFacts &facts, const QDateTime &at, const Profile &profile)
{
    Situation situation{facts, at, profile.expiryDays.value_or(facts.conditions.expiryDays)};
    // RFC 8020: nothing exists below a name that does not; a server that answers below it has not told the truth.
    situation.noSuchDomain = facts.mx.status == AnswerStatus::NxDomain && !facts.mx.failed() && facts.sts.status != AnswerStatus::NoError;
    situation.clockWrong = at == facts.observedAt && !clockDoubt(facts).isEmpty();
    situation.intercepted = !interceptor(facts, situation.policyHostName()).isEmpty();
    situation.record = selected<StsRecordSet>(facts.sts, selectStsRecord);
    situation.recordUsable = situation.record.state == StsRecordSet::State::One && situation.record.record.valid();
    choosePolicy(situation);
    situation.stsStatus = statusOf(situation);
    if (situation.stsStatus == StsStatus::None || situation.stsStatus == StsStatus::Testing || situation.stsStatus == StsStatus::Enforce)
        situation.mode = situation.policy->mode;
    situation.tlsRpt = selected<TlsRptRecordSet>(facts.tlsRpt, selectTlsRptRecord);
    situation.tlsRptStatus = tlsRptStatusOf(situation);
    situation.mxKind = mxKindOf(facts);
    for (const MxHost &host : facts.mxHosts)
        situation.dane.append(hostDane(facts, host, at, situation.clockWrong));
    situation.mx = mxOutcomes(situation);
    return situation;
}

std::optional<Verdict> beforePolicyHost(const Situation &situation)
{
    const Lookup &lookup = situation.facts.sts;
    if (!lookup.asked() || lookup.failed())
        return Verdict::undetermined();
    if (!situation.recordUsable)
        return Verdict::notApplicable();
    return std::nullopt;
}

std::optional<Verdict> beforePolicy(const Situation &situation)
{
    if (const auto before = beforePolicyHost(situation))
        return before;
    if (situation.stsStatus == StsStatus::Undetermined)
        return Verdict::undetermined();
    if (!situation.policyAvailable || !situation.policy)
        return Verdict::notApplicable();
    return std::nullopt;
}

} // namespace mta
