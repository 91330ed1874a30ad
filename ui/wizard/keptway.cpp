// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/wizard/keptway.h"

#include "store/plans.h"
#include <algorithm>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What of a state counts for where on a way it is, in a fixed order.
Plan placeOf(const Plan &state)
{
    Plan place;
    place.policy = state.policy;
    place.id = state.id;
    place.mx = state.mx;
    place.reports = state.reports;
    place.hosting.alias = state.hosting.alias;
    place.hosting.addresses = state.hosting.addresses;
    place.tlsa = state.tlsa;
    const auto byText = [](const QHostAddress &one, const QHostAddress &other) { return one.toString() < other.toString(); };
    std::sort(place.hosting.addresses.begin(), place.hosting.addresses.end(), byText);
    std::sort(place.mx.begin(), place.mx.end(), [](const IntendedMx &one, const IntendedMx &other) { return one.host < other.host; });
    std::sort(place.reports.begin(), place.reports.end());
    std::sort(place.tlsa.begin(), place.tlsa.end(), [](const IntendedTlsa &one, const IntendedTlsa &other) {
        return std::tie(one.host, one.record.data) < std::tie(other.host, other.record.data);
    });
    return place;
}

bool isSamePlace(const Plan &one, const Plan &other)
{
    Plan place = placeOf(one);
    const Plan there = placeOf(other);
    if (place.policy && there.policy && sameMeaning(*place.policy, *there.policy))
        place.policy = there.policy; // however it is written
    return place == there;
}

} // namespace

bool KeptWay::isGone() const
{
    return std::all_of(times.cbegin(), times.cend(), [](const StepTime &time) { return time.isDone(); });
}

QVariantMap toSettings(const KeptWay &way)
{
    QVariantList done;
    for (const StepTime &time : way.times)
        done.append(QVariantMap{{u"at"_s, time.at}, {u"broken"_s, time.broken}});
    return {{u"intended"_s, planText(way.intended)}, {u"live"_s, planText(way.live)}, {u"at"_s, way.at.toUTC()}, {u"done"_s, done}};
}

std::optional<KeptWay> keptWay(const QVariantMap &settings)
{
    const Result<Plan> intended = readUnfinishedPlan(settings.value(u"intended"_s).toByteArray());
    const Result<Plan> live = readUnfinishedPlan(settings.value(u"live"_s).toByteArray());
    const QDateTime at = settings.value(u"at"_s).toDateTime();
    if (!intended || !live || !at.isValid())
        return std::nullopt;
    KeptWay way{*intended, *live, at, {}};
    for (const QVariant &done : settings.value(u"done"_s).toList())
        way.times.append({done.toMap().value(u"at"_s).toDateTime(), done.toMap().value(u"broken"_s).toBool()});
    return way;
}

bool isSameWish(const Plan &one, const Plan &other)
{
    Plan wish = one;
    wish.published = other.published;
    wish.notes = other.notes;
    wish.reportsRead = other.reportsRead;
    return wish == other;
}

bool isOnWay(const KeptWay &kept, const DeploymentPlan &way, const Plan &plan, const Plan &live)
{
    const auto passes = [&](const DeploymentStep &step) { return isSamePlace(step.after, live); };
    if (!isSamePlace(kept.live, live) && std::none_of(way.steps.cbegin(), way.steps.cend(), passes))
        return false;
    return std::all_of(plan.published.cbegin(), plan.published.cend(), [&](const Publication &publication) {
        const auto publishes = [&](const DeploymentStep &step) {
            return step.after.policy && sameMeaning(*step.after.policy, publication.policy);
        };
        return publication.from <= kept.at || (kept.live.policy && sameMeaning(*kept.live.policy, publication.policy)) ||
               std::any_of(way.steps.cbegin(), way.steps.cend(), publishes);
    });
}

} // namespace mta
