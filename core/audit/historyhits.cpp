// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/historyhits.h"

#include "audit/checks.h"
#include "audit/circumstances.h"
#include "audit/outcome.h"
#include "audit/texthits.h"

#include <QCoreApplication>
#include <algorithm>

namespace mta
{

namespace
{

constexpr int longTestingDays = 30;
constexpr qsizetype maxNamesShown = 8;

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("Verdict", text, nullptr, count);
}

/// When somebody looked again after a sighting: until then senders may have fetched what was seen.
QDateTime endOf(const Situation &situation, int sighting)
{
    const QList<Sighting> &history = situation.facts.history;
    return sighting + 1 < history.size() ? history.at(sighting + 1).first : situation.facts.observedAt;
}

/// All that may still be cached at the time of judging, earliest first.
QList<CachedPolicy> cachedPolicies(const Situation &situation)
{
    QList<CachedPolicy> cached;
    for (int i = 0; i < situation.facts.history.size(); ++i) {
        const Policy policy = parsePolicy(situation.facts.history.at(i).policy);
        if (!policy.valid())
            continue;
        // RFC 8461 §3.2: max_age counts from the fetch.
        const QDateTime until = endOf(situation, i).addSecs(policy.maxAge->count());
        if (situation.at < until)
            cached.append({i, policy, until});
    }
    return cached;
}

std::optional<CachedPolicy> heldLongest(const QList<CachedPolicy> &cached)
{
    const auto last = std::max_element(cached.cbegin(), cached.cend(),
                                       [](const CachedPolicy &one, const CachedPolicy &other) { return one.until < other.until; });
    return last == cached.cend() ? std::nullopt : std::optional(*last);
}

/// "mode: enforce, mx: a.example, max_age: 604800"
QString summary(const Policy &policy)
{
    QStringList parts{QStringLiteral("mode: %1").arg(policyModeName(*policy.mode))};
    for (const MxPattern &pattern : policy.mx.first(std::min(policy.mx.size(), maxNamesShown)))
        parts.append(QStringLiteral("mx: ") + pattern.text);
    if (policy.mx.size() > maxNamesShown)
        parts.append(QStringLiteral("…"));
    parts.append(QStringLiteral("max_age: %1").arg(policy.maxAge->count()));
    return parts.join(QStringLiteral(", "));
}

/// MX hosts that a sender with this policy would not deliver to (RFC 8461 §4.1, §4.2).
QStringList refusedUnder(const Situation &situation, const Policy &policy)
{
    QStringList refused;
    for (const MxOutcome &host : situation.mx) {
        const bool passedOver = coveringPattern(policy.mx, host.host).isNull();
        if (policy.mode == PolicyMode::Enforce && (passedOver || isFailure(host.result)))
            refused.append(host.host);
    }
    return refused;
}

QString effect(const Situation &situation, const Policy &policy)
{
    const QStringList refused = refusedUnder(situation, policy);
    if (refused.isEmpty())
        return policy.mode == PolicyMode::Enforce && !situation.mx.isEmpty()
                   ? words(QT_TRANSLATE_NOOP("Verdict", "Nothing known today makes them refuse mail by it."))
                   : words(QT_TRANSLATE_NOOP("Verdict", "They refuse no mail by it."));
    if (refused.size() == situation.mx.size())
        return words(QT_TRANSLATE_NOOP("Verdict", "By it they deliver to none of the mail servers today."));
    return words(QT_TRANSLATE_NOOP("Verdict", "By it they do not deliver to: %1."))
        .arg(refused.first(std::min(refused.size(), maxNamesShown)).join(QStringLiteral(", ")));
}

Hit historyHit(const Situation &situation, int sighting, Values values)
{
    values.insert(QStringLiteral("newId"), freshId(situation));
    return hitAt(situation, 1, 1, QStringLiteral("/history/%1").arg(sighting), std::move(values));
}

/// Dates are what these rules are about, and without an earlier look there is nothing to compare.
std::optional<Verdict> beforeHistory(const Situation &situation)
{
    if (situation.facts.history.isEmpty())
        return Verdict::notApplicable();
    if (situation.clockWrong || situation.stsStatus == StsStatus::Undetermined)
        return Verdict::undetermined();
    return std::nullopt;
}

/// In enforce every address of every mail server would be delivered to, as far as it was tested; nullopt when that cannot be told.
std::optional<bool> readyToEnforce(const Situation &situation)
{
    bool open = situation.mxKind == MxKind::Unknown || situation.mx.isEmpty();
    for (const MxOutcome &host : situation.mx) {
        if (host.coveredBy.isNull())
            return false;
        for (const AddressOutcome &address : host.addresses) {
            if (isFailure(address.result))
                return false;
            open = open || (isUntested(address.result) && !isOk(host.result));
        }
    }
    return open ? std::nullopt : std::optional(true);
}

} // namespace

std::optional<CachedPolicy> stillEnforced(const Situation &situation)
{
    // RFC 8461 §5.1: a policy that senders can get takes the place of the one they hold.
    if (situation.mode || situation.stsStatus == StsStatus::Undetermined || situation.clockWrong)
        return std::nullopt;
    QList<CachedPolicy> cached = cachedPolicies(situation);
    cached.removeIf([](const CachedPolicy &each) { return each.policy.mode != PolicyMode::Enforce; });
    return heldLongest(cached);
}

std::optional<Sighting> sightingOf(const DomainFacts &facts)
{
    const DomainFacts believed = believable(facts);
    const Situation situation = observe(believed, facts.observedAt);
    if (situation.stsStatus == StsStatus::Undetermined || situation.clockWrong || facts.cancelled)
        return std::nullopt;
    Sighting sighting{facts.observedAt, facts.observedAt, {}, {}};
    if (situation.recordUsable)
        sighting.record = situation.record.record.raw;
    if (situation.mode)
        sighting.policy = situation.policy->raw;
    return sighting;
}

QList<Sighting> historyAfter(const DomainFacts &facts)
{
    const std::optional<Sighting> now = sightingOf(facts);
    return joined(now ? facts.history + QList<Sighting>{*now} : facts.history);
}

/// RFC 8461 §3.1, §8.1: senders that see the id they know do not fetch the policy again.
Verdict idUnchanged(const Situation &situation)
{
    if (const auto before = beforeHistory(situation))
        return *before;
    if (!situation.mode) // whatever is served replaces nothing
        return Verdict::notApplicable();
    QList<CachedPolicy> cached = cachedPolicies(situation);
    cached.removeIf([&](const CachedPolicy &each) {
        const QByteArray id = parseStsRecord(situation.facts.history.at(each.sighting).record).id;
        return id != situation.record.record.id || sendersActAlike(each.policy, *situation.policy);
    });
    const std::optional<CachedPolicy> held = heldLongest(cached);
    if (!held)
        return {};
    const Sighting &seen = situation.facts.history.at(held->sighting);
    return Verdict::of({historyHit(situation, held->sighting,
                                   {{QStringLiteral("id"), rawText(situation.record.record.id)},
                                    {QStringLiteral("seen"), dateText(seen.last)},
                                    {QStringLiteral("former"), summary(held->policy)},
                                    {QStringLiteral("current"), summary(*situation.policy)},
                                    {QStringLiteral("until"), dateText(held->until)},
                                    {QStringLiteral("effect"), effect(situation, held->policy)}})});
}

Verdict testingLong(const Situation &situation)
{
    if (const auto before = beforeHistory(situation))
        return *before;
    if (situation.mode != PolicyMode::Testing)
        return Verdict::notApplicable();
    int first = -1;
    for (int i = static_cast<int>(situation.facts.history.size()) - 1; i >= 0; --i) {
        const Policy policy = parsePolicy(situation.facts.history.at(i).policy);
        if (!policy.valid() || policy.mode != PolicyMode::Testing)
            break;
        first = i;
    }
    if (first < 0)
        return {};
    const QDateTime since = situation.facts.history.at(first).first;
    if (since.addDays(longTestingDays) >= situation.at)
        return {};
    const std::optional<bool> ready = readyToEnforce(situation);
    if (!ready)
        return Verdict::undetermined();
    if (!*ready)
        return {};
    return Verdict::of({historyHit(situation, first,
                                   {{QStringLiteral("since"), dateText(since)}, {QStringLiteral("span"), spanText(since, situation.at)}})});
}

Verdict stillCached(const Situation &situation)
{
    if (const auto before = beforeHistory(situation))
        return *before;
    if (situation.mode || situation.mxKind == MxKind::Null || situation.mxKind == MxKind::Absent)
        return Verdict::notApplicable();
    const std::optional<CachedPolicy> held = stillEnforced(situation);
    if (!held)
        return {};
    Hit hit = historyHit(situation, held->sighting,
                         {{QStringLiteral("seen"), dateText(situation.facts.history.at(held->sighting).last)},
                          {QStringLiteral("former"), summary(held->policy)},
                          {QStringLiteral("until"), dateText(held->until)},
                          {QStringLiteral("effect"), effect(situation, held->policy)}});
    // Long after the last look nobody knows whether senders could still get it until lately.
    const QDateTime surely = situation.facts.history.at(held->sighting).last.addSecs(held->policy.maxAge->count());
    hit.mitigated = refusedUnder(situation, held->policy).isEmpty() || situation.at >= surely;
    return Verdict::of({hit});
}

} // namespace mta
