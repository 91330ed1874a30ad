// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// MX hosts as senders meet them: reachability and SMTP up to EHLO. The rules about the records alone are in rules_mxrecords.cpp.

#include "audit/mxhits.h"
#include "audit/outcome.h"
#include "audit/phrases.h"
#include "audit/rules.h"

#include <QCoreApplication>
#include <QSet>

namespace mta
{

namespace
{

Values withClause(const Situation &situation, const MxAddress &at)
{
    const int index = static_cast<int>(&at.probe - at.host.probes.constData());
    return {{QStringLiteral("reason"), outcomeClause(situation, at.host, index)}};
}

/// The addresses of a host that ended for one of these reasons.
Verdict ended(const Situation &situation, SkipHost skip, const QStringList &reasons)
{
    return addressHits(situation, skip, [&](const MxAddress &at) -> std::optional<Values> {
        if (isUntested(at.outcome.result) || !reasons.contains(at.outcome.reason))
            return std::nullopt;
        return withClause(situation, at);
    });
}

Verdict unreachable(const Situation &situation)
{
    return ended(situation, wasReached, {QStringLiteral("refused"), QStringLiteral("no-route"), QStringLiteral("reset")});
}
Verdict timeout(const Situation &situation)
{
    return ended(situation, wasReached, {QStringLiteral("timeout")});
}
Verdict greeting(const Situation &situation)
{
    return ended(situation, works, {QStringLiteral("greeting-refused"), QStringLiteral("not-smtp")});
}
Verdict protocol(const Situation &situation)
{
    return ended(situation, works, {QStringLiteral("protocol")});
}
Verdict ehlo(const Situation &situation)
{
    return ended(situation, works, {QStringLiteral("ehlo-refused"), QStringLiteral("ehlo-after-tls")});
}

Hit failedLookupHit(const QString &name, const Lookup &lookup, const QString &evidence)
{
    const QString type = lookup.question.type == RecordType::Mx     ? QStringLiteral("MX")
                         : lookup.question.type == RecordType::Aaaa ? QStringLiteral("AAAA")
                                                                    : QStringLiteral("A");
    return {name, {{QStringLiteral("reason"), lookupFailure(lookup)}, {QStringLiteral("type"), type}}, evidence, false};
}

/// The address lookup of every host failed, or already the MX lookup did.
Verdict lookupFailed(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    if (!facts.mx.asked())
        return Verdict::undetermined();
    if (facts.mx.failed())
        return Verdict::of({failedLookupHit(facts.domain.ascii, facts.mx, QStringLiteral("/mx"))});
    if (situation.mxKind == MxKind::Unknown) {
        if (!addressLookupFailed(facts.domainAddresses))
            return Verdict::undetermined();
        const bool ipv4 = facts.domainAddresses.a.failed();
        return Verdict::of({failedLookupHit(facts.domain.ascii, ipv4 ? facts.domainAddresses.a : facts.domainAddresses.aaaa,
                                            ipv4 ? QStringLiteral("/domainAddresses/a") : QStringLiteral("/domainAddresses/aaaa"))});
    }
    QList<Hit> hits;
    for (int i = 0; i < facts.mxHosts.size(); ++i) {
        const HostAddresses &addresses = facts.mxHosts.at(i).addresses;
        if (!addressLookupFailed(addresses))
            return {}; // one is enough for mail to come in
        const bool ipv4 = addresses.a.failed();
        hits.append(
            failedLookupHit(facts.mxHosts.at(i).name, ipv4 ? addresses.a : addresses.aaaa,
                            QStringLiteral("/mxHosts/%1/addresses/%2").arg(i).arg(ipv4 ? QStringLiteral("a") : QStringLiteral("aaaa"))));
    }
    return Verdict::of(hits);
}

Verdict slow(const Situation &situation)
{
    return addressHits(situation, never, [](const MxAddress &at) -> std::optional<Values> {
        const auto longest = std::max({at.probe.connectTime, at.probe.slowestStage, at.probe.tls.elapsed});
        // Who never answers is not slow.
        const bool inVain = at.outcome.reason == QLatin1String("handshake");
        if (longest <= slowReply || inVain || isUntested(at.outcome.result) || isUnreachable(at.outcome.result))
            return std::nullopt;
        return Values{{QStringLiteral("seconds"), QString::number(std::chrono::duration<double>(longest).count(), 'f', 1)}};
    });
}

/// No verdict about a host, and why. The guard has a finding of its own, and what the user did not want to be asked needs none.
Verdict untestable(const Situation &situation)
{
    if (const auto before = beforeMx(situation))
        return *before;
    static const QSet<QString> worthTelling = {QStringLiteral("temporary"), QStringLiteral("tarpit"),     QStringLiteral("blocked"),
                                               QStringLiteral("proxy"),     QStringLiteral("no-network"), QStringLiteral("incomplete")};
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        if (!isUntested(situation.mx.at(i).result))
            continue;
        for (int j = 0; j < situation.mx.at(i).addresses.size(); ++j) {
            const AddressOutcome &outcome = situation.mx.at(i).addresses.at(j);
            if (!isUntested(outcome.result) || !worthTelling.contains(outcome.reason))
                continue;
            hits.append({situation.mx.at(i).host,
                         {{QStringLiteral("address"), outcome.address.toString()},
                          {QStringLiteral("reason"), outcomeClause(situation, situation.facts.mxHosts.at(i), j)}},
                         QStringLiteral("/mxHosts/%1/probes/%2").arg(i).arg(j),
                         false});
        }
    }
    return Verdict::of(sameHits(hits));
}

bool isIpv4(const AddressOutcome &outcome)
{
    return outcome.address.protocol() == QAbstractSocket::IPv4Protocol;
}

/// One family of the host is cut off at every address that was tested, while the other gets through.
struct Families {
    bool ipv4Fails = false;
    bool ipv6Fails = false;
};
Families cutOffFamily(const MxOutcome &host)
{
    int reached[2] = {0, 0};
    int cutOff[2] = {0, 0};
    for (const AddressOutcome &outcome : host.addresses) {
        const int family = isIpv4(outcome) ? 0 : 1;
        if (isCutOff(outcome))
            ++cutOff[family];
        else if (isOk(outcome.result) || isFailure(outcome.result))
            ++reached[family];
    }
    const auto fails = [&](int family) {
        return cutOff[family] > 0 && reached[family] == 0 && reached[1 - family] > 0 && cutOff[1 - family] == 0;
    };
    return {fails(0), fails(1)};
}

Verdict familyFailing(const Situation &situation)
{
    if (const auto before = beforeProbes(situation))
        return *before;
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxOutcome &host = situation.mx.at(i);
        const Families families = cutOffFamily(host);
        if (!families.ipv4Fails && !families.ipv6Fails)
            continue;
        for (int j = 0; j < host.addresses.size(); ++j) {
            if (isIpv4(host.addresses.at(j)) != families.ipv4Fails || !isCutOff(host.addresses.at(j)))
                continue;
            hits.append({host.host,
                         {{QStringLiteral("working"), families.ipv4Fails ? QStringLiteral("IPv6") : QStringLiteral("IPv4")},
                          {QStringLiteral("failing"), families.ipv4Fails ? QStringLiteral("IPv4") : QStringLiteral("IPv6")},
                          {QStringLiteral("address"), host.addresses.at(j).address.toString()},
                          {QStringLiteral("reason"), outcomeClause(situation, situation.facts.mxHosts.at(i), j)}},
                         QStringLiteral("/mxHosts/%1/probes/%2").arg(i).arg(j),
                         false});
        }
    }
    return Verdict::of(sameHits(hits));
}

Verdict addressesDiffer(const Situation &situation)
{
    if (const auto before = beforeProbes(situation))
        return *before;
    QList<Hit> hits;
    for (int i = 0; i < situation.mx.size(); ++i) {
        const MxOutcome &host = situation.mx.at(i);
        const Families families = cutOffFamily(host);
        if (families.ipv4Fails || families.ipv6Fails)
            continue; // mx-ipv6-failing tells it better
        int best = -1;
        for (int j = 0; j < host.addresses.size() && best < 0; ++j)
            best = host.addresses.at(j).result == host.result && !isUntested(host.result) ? j : -1;
        for (int j = 0; best >= 0 && j < host.addresses.size(); ++j) {
            const AddressOutcome &outcome = host.addresses.at(j);
            if (isUntested(outcome.result) || (outcome.result == host.result && outcome.reason == host.addresses.at(best).reason))
                continue;
            hits.append({host.host,
                         {{QStringLiteral("address"), outcome.address.toString()},
                          {QStringLiteral("other"), host.addresses.at(best).address.toString()},
                          {QStringLiteral("otherReason"), outcomeClause(situation, situation.facts.mxHosts.at(i), best)},
                          {QStringLiteral("reason"), outcomeClause(situation, situation.facts.mxHosts.at(i), j)}},
                         QStringLiteral("/mxHosts/%1/probes/%2").arg(i).arg(j),
                         false});
        }
    }
    return Verdict::of(sameHits(hits));
}

constexpr Rule rules[] = {
    {
        .id = "mx-dns-error",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Error,
        .citation = "RFC 5321 §5.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "Senders cannot find out where mail goes, for the lookup of {subject} ({type}) failed: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Without an answer to the lookup of the mail servers (MX) or of their addresses senders "
                                                  "keep the mail and try again later, for some days."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "See that all name servers of the zone answer, and that its DNSSEC signatures hold: dig +dnssec {subject} {type}"),
        .check = lookupFailed,
    },
    {
        .id = "mx-unreachable",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP("Rules", "No connection to the mail server {subject} at {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders cannot deliver to it. They use another mail server of the domain where there is "
                                                  "one, else they keep the mail and try again."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See that the mail server runs and that port 25 of {address} is open to the whole world. If "
                                             "the host is no longer in use, remove its MX record, and its line from the policy."),
        .check = unreachable,
    },
    {
        .id = "mx-timeout",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §4.5.3.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The mail server {subject} did not answer in time at {address}, while other mail servers did."),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules",
            "Senders wait in vain, then use another mail server of the domain where there is one, or keep the mail and try again."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "See that the mail server runs and that no firewall drops connections to port 25 of {address}."),
        .check = timeout,
    },
    {
        .id = "mx-greeting",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §3.1",
        .message =
            QT_TRANSLATE_NOOP("Rules", "The mail server {subject} turns senders away as soon as they connect to {address}: {reason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "No mail can be delivered after such a greeting. A reply that begins with 554 often means that the "
                                       "client's address, here yours, is on a block list, while others are let in."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Look into the mail server's log for the reason. If it refuses only the network you audit from, audit from another one."),
        .check = greeting,
    },
    {
        .id = "mx-ehlo",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §4.1.1.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} refuses EHLO at {address}: {reason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "EHLO opens every conversation that can be encrypted. A sender that is refused here cannot go on."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "See why the mail server does not like the name it is greeted with; RFC 5321 §4.1.4 forbids "
                                             "it to refuse mail because that name does not match the client's address."),
        .check = ehlo,
    },
    {
        .id = "mx-protocol",
        .area = Area::MxHosts,
        .severity = Severity::Error,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §4.2",
        .message =
            QT_TRANSLATE_NOOP("Rules", "What the mail server {subject} says at {address} is not SMTP as senders understand it: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "A sender cannot tell what such a reply means, and breaks off."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Look at the transcript, and for a firewall or filter in front of the mail server that "
                                             "rewrites SMTP; turn such rewriting off."),
        .check = protocol,
    },
    {
        .id = "mx-slow",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §4.5.3.2",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} is slow at {address}: one step took {seconds} seconds."),
        .explanation = QT_TRANSLATE_NOOP("Rules", "Senders are patient by the standard, but not all of them in practice; mail comes late."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "If the wait is not meant to deter spam, look for slow name lookups and block lists in the mail server's set-up."),
        .check = slow,
    },
    {
        .id = "mx-untestable",
        .area = Area::MxHosts,
        .severity = Severity::Note,
        .mitigated = Severity::Note,
        .citation = "RFC 5321 §4.2.1",
        .message = QT_TRANSLATE_NOOP("Rules", "The mail server {subject} could not be tested at {address}: {reason}"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "This says nothing about the server, neither good nor bad: many ask unknown clients to "
                                                  "come back later, and many networks block port 25."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Audit again later, or from a machine that may send mail, or through it: ssh -D 1080 "
                                             "USER@HOST there, and here the option --proxy socks5://127.0.0.1:1080"),
        .check = untestable,
    },
    {
        .id = "mx-ipv6-failing",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §5.2",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The mail server {subject} can be reached over {working}, but not over {failing} at {address}: {reason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Senders that try {failing} first lose time, and those that have nothing else cannot deliver."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Let the mail server listen at {address} and open port 25 for it, or take this address out of the DNS."),
        .check = familyFailing,
    },
    {
        .id = "mx-address-differs",
        .area = Area::MxHosts,
        .severity = Severity::Warning,
        .mitigated = Severity::Warning,
        .citation = "RFC 5321 §5.1",
        .message = QT_TRANSLATE_NOOP(
            "Rules", "The addresses of the mail server {subject} behave differently. At {address}: {reason}; at {other}: {otherReason}"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Which one a sender meets is chance: some mail is delivered at once, some late or not at all."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules",
            "Give the server behind {address} the same set-up and certificate as the one that works, or take this address out of the DNS."),
        .check = addressesDiffer,
    },
};

} // namespace

const QList<const Rule *> &mxRules()
{
    static const QList<const Rule *> list = pointersInto(rules);
    return list;
}

} // namespace mta
