// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stepplans.h"
#include <functional>

/// Small domains in small times, so that every second of them can be walked, and what becomes of them.
namespace mta
{

inline const QString mx1 = QStringLiteral("mx1.example.com");
inline const QString mx2 = QStringLiteral("mx2.example.com");
inline const QString mx3 = QStringLiteral("mx3.example.com");
inline const QString provider = QStringLiteral("in.provider.example");

inline PolicyHosting at(const char *address)
{
    return {PolicyServer::Nginx, {}, {QHostAddress(QString::fromLatin1(address))}};
}

inline IntendedTlsa tlsa(const QString &host, char digest)
{
    return {host, {3, 1, 1, QByteArray(32, digest)}};
}

/// A small domain in small times, with a policy in mode enforce for two mail servers since five seconds.
inline Plan smallPlan(PolicyMode mode = PolicyMode::Enforce, qint64 maxAge = 4)
{
    Plan plan;
    plan.domain = {QStringLiteral("example.com"), QStringLiteral("example.com")};
    plan.ttl = std::chrono::seconds(2);
    plan.mx = {{10, mx1}, {20, mx2}};
    plan.policy = terms(mode, {mx1, mx2}, maxAge);
    plan.id = "first";
    plan.hosting = at("192.0.2.1");
    plan.published = {{planningDay.addSecs(-5), {}, plan.id, *plan.policy}};
    return plan;
}

inline Plan smallBarePlan()
{
    Plan plan = smallPlan();
    plan.policy.reset();
    plan.id.clear();
    plan.hosting = {};
    plan.published.clear();
    return plan;
}

/// A change that somebody wants.
struct Wish {
    const char *name;
    Plan live;
    Plan intended;
};

inline Wish wish(const char *name, const Plan &live, const std::function<void(Plan &)> &change)
{
    Plan intended = live;
    change(intended);
    return {name, live, intended};
}

inline void addThird(Plan &plan)
{
    plan.mx.append({30, mx3});
    plan.policy->mx.append(mx3);
}
inline void removeSecond(Plan &plan)
{
    plan.mx.removeAt(1);
    plan.policy->mx.removeAt(1);
}
inline void toProvider(Plan &plan)
{
    plan.mx = {{10, provider}};
    plan.policy->mx = QStringList{QStringLiteral("*.provider.example")};
}
inline void toNewHost(Plan &plan)
{
    plan.hosting = at("192.0.2.2");
}
inline void leave(Plan &plan)
{
    plan.policy.reset();
    plan.id.clear();
}
inline void protect(Plan &plan)
{
    plan.policy = terms(PolicyMode::Enforce, {mx1, mx2}, 4);
    plan.hosting = at("192.0.2.1");
}

/// Eight seconds were once promised, three seconds ago.
inline Plan longOnce()
{
    Plan plan = smallPlan();
    plan.published[0].from = planningDay.addSecs(-3);
    plan.published.prepend({planningDay.addSecs(-9), planningDay.addSecs(-3), "before", terms(PolicyMode::Enforce, {mx1, mx2}, 8)});
    return plan;
}

/// The file was changed a second ago, the record was not.
inline Plan halfway()
{
    Plan plan = smallPlan();
    plan.policy->mx.append(mx3);
    plan.published[0].until = planningDay.addSecs(-1);
    plan.published.append({planningDay.addSecs(-1), {}, plan.id, *plan.policy});
    return plan;
}

/// The record was taken away, the file was not.
inline Plan unannounced()
{
    Plan plan = smallPlan();
    plan.published[0].until = planningDay.addSecs(-1);
    plan.id.clear();
    return plan;
}

inline QList<Wish> wishes()
{
    Plan keyed = smallPlan();
    keyed.tlsa = {tlsa(mx1, 'a'), tlsa(mx2, 'k')};
    Plan relaxed = smallPlan(PolicyMode::Testing);
    relaxed.published.prepend({planningDay.addSecs(-9), planningDay.addSecs(-5), "strict", terms(PolicyMode::Enforce, {mx1, mx2}, 8)});
    return {
        wish("the first policy", smallBarePlan(), protect),
        wish("from testing to enforce", smallPlan(PolicyMode::Testing), [](Plan &p) { p.policy->mode = PolicyMode::Enforce; }),
        wish("another mail server", smallPlan(), addThird),
        wish("another mail server, while a longer max_age may be held", longOnce(), addThird),
        wish("another mail server, the file is there already", halfway(),
             [](Plan &p) {
                 p.mx.append({30, mx3});
             }),
        wish("another mail server in testing, after enforce", relaxed, addThird),
        wish("a mail server less", smallPlan(), removeSecond),
        wish("one comes, one goes", smallPlan(),
             [](Plan &p) {
                 removeSecond(p);
                 addThird(p);
             }),
        wish("another provider", smallPlan(), toProvider),
        wish("another provider, with a wider pattern", smallPlan(),
             [](Plan &p) {
                 toProvider(p);
                 p.policy->mx.append(QStringLiteral("*.example.com"));
             }),
        wish("another policy host", smallPlan(), toNewHost),
        wish("a longer max_age", smallPlan(), [](Plan &p) { p.policy->maxAge *= 2; }),
        wish("a shorter max_age", smallPlan(), [](Plan &p) { p.policy->maxAge /= 2; }),
        wish("back to testing", smallPlan(), [](Plan &p) { p.policy->mode = PolicyMode::Testing; }),
        wish("back to none", smallPlan(), [](Plan &p) { p.policy->mode = PolicyMode::None; }),
        wish("to leave", smallPlan(), leave),
        wish("to leave, while a longer max_age may be held", longOnce(), leave),
        wish("to leave for a provider without MTA-STS", smallPlan(),
             [](Plan &p) {
                 toProvider(p);
                 leave(p);
             }),
        wish("to leave for a provider without MTA-STS, the record is gone already", unannounced(),
             [](Plan &p) {
                 toProvider(p);
                 leave(p);
             }),
        wish("another mail server, the record is gone", unannounced(),
             [](Plan &p) {
                 addThird(p);
                 p.id = "again";
             }),
        wish("new keys", keyed,
             [](Plan &p) {
                 p.tlsa = {tlsa(mx1, 'b'), tlsa(mx2, 'k')};
             }),
        wish("new keys for both", keyed,
             [](Plan &p) {
                 p.tlsa = {tlsa(mx1, 'b'), tlsa(mx2, 'l')};
             }),
        wish("a mail server with TLSA records goes", keyed,
             [](Plan &p) {
                 removeSecond(p);
                 p.tlsa.removeLast();
             }),
        wish("provider and policy host at once", smallPlan(),
             [](Plan &p) {
                 toProvider(p);
                 toNewHost(p);
             }),
        wish("another mail server, enforce and a longer max_age at once", smallPlan(PolicyMode::Testing),
             [](Plan &p) {
                 addThird(p);
                 p.policy->mode = PolicyMode::Enforce;
                 p.policy->maxAge *= 2;
             }),
        wish("another provider and back to testing at once", smallPlan(),
             [](Plan &p) {
                 toProvider(p);
                 p.policy->mode = PolicyMode::Testing;
             }),
    };
}

} // namespace mta
