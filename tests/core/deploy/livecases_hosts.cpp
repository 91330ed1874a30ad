// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "livecases.h"

#include "fakes/dnsmessage.h"

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

const QString good = u"good.example"_s;

} // namespace

QList<Case> policyHostCases()
{
    using enum LiveState;
    const QString host = u"mta-sts.good.example"_s;
    return {
        {"the policy host has the planned addresses", PlanItem::PolicyHost, host, Same},
        {"the policy host has another address",
         PlanItem::PolicyHost,
         host,
         Differs,
         LooksRight::Live,
         u"live-host-serves"_s,
         {},
         [](Plan &p, DomainFacts &) {
             p.hosting.addresses = {QHostAddress(u"192.0.2.1"_s), QHostAddress(u"2001:db8::251"_s)};
         }},
        {"the policy host has another address and serves nothing",
         PlanItem::PolicyHost,
         host,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.hosting.addresses = {QHostAddress(u"192.0.2.1"_s), QHostAddress(u"2001:db8::251"_s)};
             for (PolicyFetch &fetch : f.fetches)
                 fetch.httpStatus = 404;
         }},
        {"the policy host is an alias and should have addresses",
         PlanItem::PolicyHost,
         host,
         Differs,
         LooksRight::Live,
         u"live-host-serves"_s,
         {},
         [](Plan &, DomainFacts &f) {
             f.policyHost.a = aliasLookup(u"mta-sts.good.example"_s, addressLookup(u"a.provider.example"_s, {u"192.0.2.251"_s}));
             f.policyHost.aaaa = aliasLookup(u"mta-sts.good.example"_s, addressLookup(u"a.provider.example"_s, {u"2001:db8::251"_s}));
         }},
        {"the policy host has addresses and should be an alias",
         PlanItem::PolicyHost,
         host,
         Differs,
         LooksRight::Live,
         u"live-host-serves"_s,
         {},
         [](Plan &p, DomainFacts &) {
             p.hosting = {PolicyServer::Delegated, u"policy.provider.example"_s, {}};
         }},
        {"the policy host could not be looked up",
         PlanItem::PolicyHost,
         host,
         NotTested,
         {},
         {},
         {u"lookup-failed"_s},
         [](Plan &, DomainFacts &f) {
             f.policyHost.a = failedLookup(u"mta-sts.good.example"_s, RecordType::A, AnswerStatus::ServFail);
             f.policyHost.aaaa = failedLookup(u"mta-sts.good.example"_s, RecordType::Aaaa, AnswerStatus::ServFail);
         }},
    };
}

QList<Case> mailServerCases()
{
    using enum LiveState;
    return {
        {"the mail servers are the planned ones", PlanItem::Mx, u"mx1.good.example"_s, Same},
        {"the preferences are other numbers in the same order",
         PlanItem::Mx,
         u"mx2.good.example"_s,
         Same,
         {},
         {},
         {u"same-order"_s},
         [](Plan &p, DomainFacts &) { p.mx[1].preference = 5000; }},
        {"the preferences are the other way round",
         PlanItem::Mx,
         u"mx2.good.example"_s,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.mx[1].preference = 5; }},
        {"two mail servers should be equal and are not",
         PlanItem::Mx,
         u"mx2.good.example"_s,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.mx[1].preference = p.mx[0].preference; }},
        {"a mail server is not there",
         PlanItem::Mx,
         u"mx3.good.example"_s,
         Missing,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) {
             p.mx.append({30, u"mx3.good.example"_s});
         }},
        {"a mail server that a policy covers was not planned",
         PlanItem::Mx,
         u"mx2.good.example"_s,
         Unexpected,
         LooksRight::Live,
         u"mx-is-covered"_s,
         {},
         [](Plan &p, DomainFacts &) { p.mx.removeLast(); }},
        {"a mail server that no policy covers was not planned",
         PlanItem::Mx,
         u"mx9.good.example"_s,
         Unexpected,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &, DomainFacts &f) {
             setMx(f, {u"mx1.good.example"_s, u"mx2.good.example"_s, u"mx9.good.example"_s});
         }},
        {"the mail servers could not be looked up",
         PlanItem::Mx,
         good,
         NotTested,
         {},
         {},
         {u"lookup-failed"_s},
         [](Plan &, DomainFacts &f) { f.mx = failedLookup(good, RecordType::Mx, AnswerStatus::ServFail); }},
        {"a domain without mail servers, as planned",
         PlanItem::Mx,
         good,
         Same,
         {},
         {},
         {u"null-mx"_s},
         [](Plan &p, DomainFacts &f) {
             p.mx.clear(), f.mxHosts.clear(), f.mx = mxLookup(good, {{0, u"."_s}});
         }},
    };
}
