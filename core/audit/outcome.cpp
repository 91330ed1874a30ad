// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/outcome.h"

#include "audit/checks.h"
#include "audit/meeting.h"
#include "facts/tlsgrid.h"
#include <algorithm>

namespace mta
{

namespace
{

struct Met {
    QLatin1String result;
    QLatin1String reason;
};

constexpr QLatin1String ok("ok");
constexpr QLatin1String untested("untested");
constexpr QLatin1String unreachable("unreachable");
constexpr QLatin1String noStartTls("starttls-not-supported");
constexpr QLatin1String failure("validation-failure");
constexpr QLatin1String notTrusted("certificate-not-trusted");

/// Somebody, here or elsewhere in the run, answered on the SMTP port: so it is not blocked, and a silent address is its own fault.
bool smtpAnswered(const DomainFacts &facts)
{
    if (facts.witness.smtpAnswered)
        return true;
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes) {
            if (probe.connected || probe.end == ProbeEnd::Refused)
                return true;
        }
    }
    return false;
}

/// Of several problems the first in the order of RFC 8460 §4.3.1 is the result; the rules report them all.
Met certificateResult(const Situation &situation, const MxHost &host, const TlsSession &tls, bool byKeyAlone)
{
    if (tls.version != TlsVersion::Unknown && tls.version < TlsVersion::Tls12)
        return {failure, QLatin1String("tls-old")}; // RFC 8461 §7.2, RFC 8996
    CertificateProblems problems = certificateProblems(tls, host.name, situation.at);
    if (byKeyAlone)
        problems.forgetNamesAndDates();
    if (!problems.present)
        return {failure, QLatin1String("no-certificate")};
    if (problems.wrongName)
        return {QLatin1String("certificate-host-mismatch"), problems.onlyCommonName ? QLatin1String("only-common-name") : QLatin1String()};
    if (problems.expired >= 0 && !situation.clockWrong)
        return {QLatin1String("certificate-expired"), {}};
    if (problems.trust == Trust::SelfSigned)
        return {notTrusted, QLatin1String("self-signed")};
    if (problems.trust == Trust::IncompleteChain)
        return {notTrusted, QLatin1String("incomplete-chain")};
    if (problems.untrusted())
        return {notTrusted, QLatin1String("untrusted")};
    if (problems.weak >= 0)
        return {notTrusted, QLatin1String("weak")};
    if (problems.revoked)
        return {notTrusted, QLatin1String("revoked")};
    if (problems.dates() && situation.clockWrong)
        return {untested, QLatin1String("clock")};
    if (problems.notYetValid >= 0)
        return {failure, QLatin1String("not-yet-valid")};
    return {ok, {}};
}

/// The conversation came to an end of its own; the dialog says which.
Met dialogResult(const Situation &situation, const MxHost &host, const MxProbe &probe, bool byKeyAlone)
{
    using Failure = SmtpDialog::Failure;
    switch (probe.failure) {
    case Failure::GreetingTemporary:
    case Failure::EhloTemporary:
        return {untested, QLatin1String("temporary")};
    case Failure::GreetingPermanent:
        return {unreachable, QLatin1String("greeting-refused")};
    case Failure::NotSmtp:
        return {unreachable, QLatin1String("not-smtp")};
    case Failure::EhloRefused:
        return {unreachable, QLatin1String("ehlo-refused")};
    case Failure::EhloUnknown:
        return {noStartTls, QLatin1String("no-ehlo")};
    case Failure::StartTlsTemporary: // RFC 3207 §4: 454 is the server's own trouble with TLS; 421 is only "come back later"
        if (probe.reply && probe.reply->code == 421)
            return {untested, QLatin1String("temporary")};
        [[fallthrough]];
    case Failure::StartTlsRefused:
        return {failure, QLatin1String("starttls-refused")};
    case Failure::Injection:
        return {failure, QLatin1String("injection")};
    case Failure::Grammar:
    case Failure::Limit:
        return {failure, QLatin1String("protocol")};
    case Failure::EhloAfterTlsFailed:
        if (probe.reply && probe.reply->code >= 500 && isOk(certificateResult(situation, host, probe.tls, byKeyAlone).result))
            return {failure, QLatin1String("ehlo-after-tls")};
        break;
    case Failure::None:
        break;
    }
    return probe.tls.established ? certificateResult(situation, host, probe.tls, byKeyAlone) : Met{untested, QLatin1String("incomplete")};
}

Met timeoutResult(const Situation &situation, const MxHost &host, const MxProbe &probe, bool byKeyAlone)
{
    if (!probe.connected)
        return smtpAnswered(situation.facts) ? Met{unreachable, QLatin1String("timeout")} : Met{untested, QLatin1String("blocked")};
    if (probe.tls.established)
        return certificateResult(situation, host, probe.tls, byKeyAlone);
    if (probe.stage == SmtpDialog::Stage::Handshake && probe.tls.elapsed >= slowReply)
        return {failure, QLatin1String("handshake")};
    return {untested, QLatin1String("tarpit")}; // RFC 5321 §4.5.3.2: a server may take five minutes for each reply
}

Met resetResult(const Situation &situation, const MxHost &host, const MxProbe &probe, bool byKeyAlone)
{
    if (probe.tls.established)
        return certificateResult(situation, host, probe.tls, byKeyAlone);
    if (probe.stage == SmtpDialog::Stage::StartTls)
        return {failure, QLatin1String("starttls-refused")};
    if (probe.stage == SmtpDialog::Stage::Handshake)
        return {failure, QLatin1String("handshake")};
    return {unreachable, QLatin1String("reset")};
}

Met probeResult(const Situation &situation, const MxHost &host, const MxProbe &probe, bool byKeyAlone)
{
    // Not offered is not supported, whatever the command is answered with: senders look no further (RFC 3207 §4.1).
    if (probe.plain && !startTlsOffered(probe)) {
        const bool hidden = probe.tls.attempted || (probe.startTlsReply && probe.startTlsReply->code == 220);
        return {noStartTls, hidden ? QLatin1String("hidden") : QLatin1String()};
    }
    switch (probe.end) {
    case ProbeEnd::NotTried:
        return {untested, {}};
    case ProbeEnd::NoNetwork:
        return {untested, QLatin1String("no-network")};
    case ProbeEnd::ProxyFailed:
        return {untested, QLatin1String("proxy")};
    case ProbeEnd::Refused:
        return {unreachable, QLatin1String("refused")};
    case ProbeEnd::Unreachable:
        return {unreachable, QLatin1String("no-route")};
    case ProbeEnd::Reset:
        return resetResult(situation, host, probe, byKeyAlone);
    case ProbeEnd::Timeout:
        return timeoutResult(situation, host, probe, byKeyAlone);
    case ProbeEnd::TlsFailed:
        return {failure, QLatin1String("handshake")};
    case ProbeEnd::Complete:
        return dialogResult(situation, host, probe, byKeyAlone);
    }
    return {untested, {}};
}

DaneResult daneResult(const HostDane &dane, qsizetype address, Channel channel)
{
    switch (dane.state) {
    case DaneState::Unknown:
        return DaneResult::NotTested;
    case DaneState::Unsigned:
        return DaneResult::NotPossible;
    case DaneState::Absent:
    case DaneState::Ignored:
        return DaneResult::None;
    case DaneState::Failing:
        return DaneResult::Failing;
    case DaneState::Published:
        break;
    }
    // RFC 7672 §2.2: with secure TLSA records, usable or not, a sender does not go on without encryption.
    if (channel == Channel::Plain || channel == Channel::OldTls)
        return DaneResult::Failing;
    if (!dane.usable)
        return DaneResult::Unusable;
    if (dane.valid(address))
        return DaneResult::Valid;
    return dane.fails(address) ? DaneResult::Failing : DaneResult::NotTested;
}

/// RFC 8461 §2: a policy must not override a DANE check that failed. What the policy itself objects to is told first.
Met withDane(const Situation &situation, const HostDane &dane, DaneResult result, const Met &met)
{
    const bool certificate = met.result.startsWith(QLatin1String("certificate-"));
    if (result != DaneResult::Failing || !(isOk(met.result) || (certificate && !situation.inForce())))
        return met;
    if (dane.state == DaneState::Failing)
        return {QLatin1String("dnssec-invalid"), {}};
    return {QLatin1String("tlsa-invalid"), {}};
}

AddressOutcome probeOutcome(const Situation &situation, const MxHost &host, const MxProbe &probe, const HostDane &dane, int address,
                            bool covered)
{
    AddressOutcome outcome;
    const Met strict = probeResult(situation, host, probe, false);
    const Channel channel = channelAt(situation, probe, strict.result, strict.reason);
    outcome.dane = daneResult(dane, address, channel);
    outcome.deliveries = deliveriesAt(channel, daneDemand(situation, dane, address), policyDemand(situation, covered, strict.result));
    // Where no policy makes anybody ask, DANE alone says what counts in a certificate.
    const bool byKeyAlone = !situation.inForce() && dane.byKeyAlone(address);
    const Met met = withDane(situation, dane, outcome.dane, byKeyAlone ? probeResult(situation, host, probe, true) : strict);
    outcome.address = probe.address;
    outcome.result = met.result;
    outcome.reason = met.reason.isEmpty() && probe.end == ProbeEnd::NotTried ? probe.detail : QString(met.reason);
    if (!probe.tls.chain.isEmpty())
        outcome.certificate = probe.tls.chain.first();
    if (isUntested(outcome.result))
        return outcome;
    const bool reached = !isUnreachable(outcome.result);
    const bool daneFails = outcome.dane == DaneResult::Failing;
    // Without a policy there is nothing to be covered by: then only the host's own merits count.
    const bool wanted = covered || !situation.mode || situation.policy->mx.isEmpty();
    outcome.wouldDeliverEnforced = isOk(strict.result) && !daneFails && wanted; // RFC 8461 §5: enforce
    outcome.wouldDeliver =
        situation.mode == PolicyMode::Enforce ? *outcome.wouldDeliverEnforced : reached && !daneFails; // testing: delivered and reported
    return outcome;
}

/// A server with two certificates shows the one that fits the sender (RFC 8446 §4.4.2.2), so it takes mail from all only when both would
/// be accepted. Where the one that most are shown is good and the other is not, the address has the result of the other: senders that
/// negotiate that key do not deliver to it. Only its certificate counts; whatever else befell an extra connection says nothing.
AddressOutcome addressOutcome(const Situation &situation, int index, int address, bool covered)
{
    const MxHost &host = situation.facts.mxHosts.at(index);
    const HostDane &dane = situation.dane.at(index);
    const AddressOutcome outcome = probeOutcome(situation, host, host.probes.at(address), dane, address, covered);
    const ProbePlace other = isOk(outcome.result) ? probeOfOtherKey(host, outcome.address) : ProbePlace();
    if (!other)
        return outcome;
    const HostDane daneOfOther = daneOfProbe(dane, situation.facts, address, *other.probe, situation.at, situation.clockWrong);
    AddressOutcome worse = probeOutcome(situation, host, *other.probe, daneOfOther, address, covered);
    worse.otherKey = true;
    return isCertificateFailure(worse) ? worse : outcome;
}

/// The smaller, the better for the sender. An address that was reached and failed says more than one that was not tested.
int rank(const AddressOutcome &outcome)
{
    if (isOk(outcome.result))
        return 0;
    if (isFailure(outcome.result))
        return 1;
    const bool spoke = outcome.reason == QLatin1String("temporary") || outcome.reason == QLatin1String("tarpit");
    if (isUntested(outcome.result))
        return spoke ? 2 : 4;
    return 3;
}

QString hostResult(const MxHost &host, const QList<AddressOutcome> &outcomes)
{
    if (!outcomes.isEmpty()) {
        return std::min_element(outcomes.cbegin(), outcomes.cend(),
                                [](const AddressOutcome &a, const AddressOutcome &b) { return rank(a) < rank(b); })
            ->result;
    }
    const bool known = hasNoAddress(host.addresses);
    return known ? unreachable : untested;
}

} // namespace

bool isOk(const QString &result)
{
    return result == ok;
}
bool isUntested(const QString &result)
{
    return result == untested;
}
bool isUnreachable(const QString &result)
{
    return result == unreachable;
}
bool isFailure(const QString &result)
{
    return !isOk(result) && !isUntested(result) && !isUnreachable(result);
}

bool isCertificateFailure(const AddressOutcome &outcome)
{
    return outcome.result.startsWith(QLatin1String("certificate-")) || outcome.result == QLatin1String("tlsa-invalid") ||
           outcome.result == QLatin1String("dnssec-invalid") || outcome.reason == QLatin1String("not-yet-valid");
}

bool onlyDaneObjects(const MxOutcome &host)
{
    return !host.coveredBy.isNull() && (host.result == QLatin1String("tlsa-invalid") || host.result == QLatin1String("dnssec-invalid"));
}

bool senderUses(const Situation &situation, const MxOutcome &host)
{
    return situation.mode != PolicyMode::Enforce || !host.coveredBy.isNull();
}

QList<MxOutcome> mxOutcomes(const Situation &situation)
{
    QList<MxOutcome> outcomes;
    for (int i = 0; i < situation.facts.mxHosts.size(); ++i) {
        const MxHost &host = situation.facts.mxHosts.at(i);
        MxOutcome outcome{host.name, host.preference, {}, {}, {}};
        if (situation.mode)
            outcome.coveredBy = coveringPattern(situation.policy->mx, host.name); // RFC 8461 §4.1
        for (int j = 0; j < host.probes.size(); ++j)
            outcome.addresses.append(addressOutcome(situation, i, j, !outcome.coveredBy.isNull()));
        // Addresses that came with a bogus answer are evidence only: senders that validate never see them.
        outcome.result = addressLookupFailed(host.addresses) ? QString(untested) : hostResult(host, outcome.addresses);
        outcome.deliveries = hostDeliveries(situation, i, outcome);
        outcomes.append(outcome);
    }
    return outcomes;
}

} // namespace mta
