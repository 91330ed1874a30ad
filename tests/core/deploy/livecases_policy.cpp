// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "livecases.h"

#include "fakes/dnsmessage.h"

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

void recordOf(DomainFacts &facts, const QByteArray &id)
{
    setRecord(facts, {"v=STSv1; id=" + id + ';'});
}

} // namespace

QList<Case> policyCases()
{
    const QString subject = u"/.well-known/mta-sts.txt"_s;
    using enum LiveState;
    const QByteArray mx1 = "mx1.good.example";
    return {
        {"the policy ends its lines in LF", PlanItem::Policy, subject, Same, {}, {}, {u"line-ends"_s}},
        {"the policy is the planned one octet by octet",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {},
         [](Plan &p, DomainFacts &f) { setPolicy(f, *mta::policyText(*p.policy)); }},
        {"the policy has its lines in another order",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &, DomainFacts &f) {
             setPolicy(f, "version: STSv1\nmx: mx2.good.example\nmax_age: 2592000\nmx: mx1.good.example\nmode: enforce\n");
         }},
        {"the policy has a host in capitals and twice",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &, DomainFacts &f) {
             setPolicy(f, policyText("enforce", "MX1.Good.Example\nmx: mx2.good.example\nmx: mx1.good.example"));
         }},
        {"the policy has a field more, which senders ignore that do not know it",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {u"ignored-by-senders"_s, u"id-is-the-same"_s},
         [](Plan &, DomainFacts &f) { setPolicy(f, policyText("enforce") + "a: b\n"); }},
        {"the policy is in none and names other hosts, which senders ignore",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"ignored-by-senders"_s},
         [](Plan &p, DomainFacts &f) { p.policy->mode = PolicyMode::None, p.policy->mx.clear(), setPolicy(f, policyText("none")); }},
        {"the policy is to be taken back",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {u"id-is-the-same"_s},
         [](Plan &p, DomainFacts &f) {
             p.policy->mode = PolicyMode::None, p.policy->mx.clear(), setPolicy(f, policyText("enforce", "mx1.good.example"));
         }},
        {"the policy has another mode",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {u"id-is-the-same"_s},
         [](Plan &, DomainFacts &f) { setPolicy(f, policyText("testing")); }},
        {"the policy and the id are others",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &, DomainFacts &f) { setPolicy(f, policyText("testing")), recordOf(f, "1"); }},
        {"the plan does not cover a live mail server",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Live,
         u"plan-misses-mx"_s,
         {u"id-is-the-same"_s},
         [](Plan &p, DomainFacts &) { p.policy->mx.removeLast(); }},
        {"live does not cover a live mail server",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-misses-mx"_s,
         {u"id-is-the-same"_s},
         [](Plan &, DomainFacts &f) { setPolicy(f, policyText("enforce", "mx1.good.example")); }},
        {"live enforces while a mail server fails",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-enforces-too-early"_s,
         {u"id-is-the-same"_s},
         [](Plan &p, DomainFacts &f) {
             p.policy->mode = PolicyMode::Testing;
             forMxSessions(f, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; });
         }},
        {"the plan enforces while a mail server fails",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Live,
         u"plan-enforces-too-early"_s,
         {u"id-is-the-same"_s},
         [](Plan &, DomainFacts &f) {
             setPolicy(f, policyText("testing"));
             forMxSessions(f, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; });
         }},
        {"live is a policy that was replaced",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-is-former"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.published.clear();
             PolicyTerms former = *p.policy;
             former.mode = PolicyMode::Testing;
             published(p, "1", former, 1);
             published(p, p.id, *p.policy, 2);
             setPolicy(f, policyText("testing")), recordOf(f, "1");
         }},
        {"the plan is a policy that was replaced",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Live,
         u"plan-is-former"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.published.clear();
             PolicyTerms later = *p.policy;
             later.mode = PolicyMode::Testing;
             published(p, p.id, *p.policy, 1);
             published(p, "2", later, 2);
             setPolicy(f, policyText("testing")), recordOf(f, "2");
         }},
        {"the policy cannot be read",
         PlanItem::Policy,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-is-invalid"_s,
         {},
         [](Plan &, DomainFacts &f) { setPolicy(f, policyText("enforced")); }},
        {"there is no policy file",
         PlanItem::Policy,
         subject,
         Missing,
         LooksRight::Plan,
         u"record-without-policy"_s,
         {},
         [](Plan &, DomainFacts &f) {
             for (PolicyFetch &fetch : f.fetches)
                 fetch.httpStatus = 404;
         }},
        {"there is neither record nor policy host yet",
         PlanItem::Policy,
         subject,
         Missing,
         LooksRight::Nobody,
         u"not-published-yet"_s,
         {},
         [](Plan &, DomainFacts &f) {
             setRecord(f, {});
             f.fetches.clear();
             f.policyHost = {nxdomainLookup(u"mta-sts.good.example"_s, RecordType::A),
                             nxdomainLookup(u"mta-sts.good.example"_s, RecordType::Aaaa)};
         }},
        {"the policy host did not answer",
         PlanItem::Policy,
         subject,
         NotTested,
         {},
         {},
         {u"not-fetched"_s},
         [](Plan &, DomainFacts &f) {
             for (PolicyFetch &fetch : f.fetches)
                 fetch.end = FetchEnd::Timeout, fetch.stage = FetchStage::Connect, fetch.httpStatus = 0, fetch.tls = {};
         }},
        {"the policy is served with a certificate nobody trusts",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"senders-do-not-get-it"_s, u"line-ends"_s},
         [](Plan &, DomainFacts &f) { forPolicySessions(f, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; }); }},
        {"a policy that was not meant to be is announced",
         PlanItem::Policy,
         subject,
         Unexpected,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.policy.reset(), p.id.clear(); }},
        {"a policy that was not meant to be is not announced any more",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"not-announced"_s},
         [](Plan &p, DomainFacts &f) { p.policy.reset(), p.id.clear(), setRecord(f, {}); }},
        {"a policy that was not meant to be may be announced or not",
         PlanItem::Policy,
         subject,
         NotTested,
         {},
         {},
         {u"record-unknown"_s},
         [](Plan &p, DomainFacts &f) { p.policy.reset(), p.id.clear(), f.sts = {}; }},
        {"the policy host's certificate fits", PlanItem::PolicyCertificate, u"mta-sts.good.example"_s, Same},
        {"the policy host's certificate has expired",
         PlanItem::PolicyCertificate,
         u"mta-sts.good.example"_s,
         Differs,
         LooksRight::Plan,
         u"certificate-does-not-fit"_s,
         {},
         [](Plan &, DomainFacts &f) {
             forPolicySessions(f, [&f](TlsSession &tls) {
                 replaceLeaf(tls, certificateFor({u"mta-sts.good.example"_s}, f.observedAt.addDays(-90), f.observedAt.addDays(-1)));
             });
         }},
        {"the policy host shows no certificate",
         PlanItem::PolicyCertificate,
         u"mta-sts.good.example"_s,
         NotTested,
         {},
         {},
         {u"not-reached"_s},
         [](Plan &, DomainFacts &f) { f.fetches.clear(); }},
    };
}
