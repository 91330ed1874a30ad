// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/adopt.h"
#include "deploy/planfault.h"

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/spoiltfacts.h"
#include "store/evidence.h"

#include <QDirIterator>
#include <QTest>

using namespace mta;
using namespace Qt::StringLiterals;

namespace
{

using Change = std::function<void(Plan &, DomainFacts &)>;

/// What becomes of the good domain and its plan, and the row that must come of it.
struct Case {
    const char *sentence;
    PlanItem item;
    QString subject; ///< the row's, or its end
    LiveState state;
    LooksRight right = LooksRight::Nobody;
    QString reason = {};
    QStringList notes = {};
    Change change = {};
};

DomainAudit judged(const DomainFacts &facts)
{
    return judge(facts, facts.observedAt);
}

Plan goodPlanOf(const DomainFacts &facts)
{
    return planFromLive(judged(facts)).plan;
}

void recordOf(DomainFacts &facts, const QByteArray &id)
{
    setRecord(facts, {"v=STSv1; id=" + id + ';'});
}

void published(Plan &plan, const QByteArray &id, const PolicyTerms &terms, int day)
{
    const QDateTime from(QDate(2026, 1, day), QTime(0, 0), Qt::UTC);
    if (!plan.published.isEmpty())
        plan.published.last().until = from;
    plan.published.append({from, {}, id, terms});
}

const QString good = u"good.example"_s;

QList<Case> recordCases()
{
    const QString subject = u"_mta-sts.good.example"_s;
    using enum LiveState;
    return {
        {"the record is the one planned", PlanItem::Record, subject, Same},
        {"the record has no final semicolon",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &, DomainFacts &f) { setRecord(f, {"v=STSv1; id=20260601T000000"}); }},
        {"the record has blanks elsewhere",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &, DomainFacts &f) { setRecord(f, {"v=STSv1;id=20260601T000000 ; "}); }},
        {"the record has a field that senders ignore",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {u"extensions"_s},
         [](Plan &, DomainFacts &f) { setRecord(f, {"v=STSv1; id=20260601T000000; a=b"}); }},
        {"the record is split into two strings",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {u"split"_s},
         [](Plan &, DomainFacts &f) {
             f.sts = txtStringsLookup(u"_mta-sts.good.example"_s, {{"v=STSv1; id=2026", "0601T000000;"}});
         }},
        {"another text stands beside the record",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {},
         [](Plan &, DomainFacts &f) {
             setRecord(f, {"v=STSv1; id=20260601T000000;", "something else"});
         }},
        {"the record is not there",
         PlanItem::Record,
         subject,
         Missing,
         LooksRight::Nobody,
         u"not-published-yet"_s,
         {},
         [](Plan &, DomainFacts &f) { setRecord(f, {}); }},
        {"the record was not meant to be",
         PlanItem::Record,
         subject,
         Unexpected,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.policy.reset(), p.id.clear(); }},
        {"neither plan nor domain have a record",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {},
         [](Plan &p, DomainFacts &f) { p.policy.reset(), p.id.clear(), setRecord(f, {}); }},
        {"there are two records",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-is-several"_s,
         {},
         [](Plan &, DomainFacts &f) {
             setRecord(f, {"v=STSv1; id=20260601T000000;", "v=STSv1; id=1;"});
         }},
        {"the record has an id that is none",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-is-invalid"_s,
         {},
         [](Plan &, DomainFacts &f) { setRecord(f, {"v=STSv1; id=2026-06-01;"}); }},
        {"the record is of another version",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-is-invalid"_s,
         {},
         [](Plan &, DomainFacts &f) { setRecord(f, {"v=STSv2; id=20260601T000000;"}); }},
        {"the record could not be looked up",
         PlanItem::Record,
         subject,
         NotTested,
         {},
         {},
         {u"lookup-failed"_s},
         [](Plan &, DomainFacts &f) { f.sts = failedLookup(u"_mta-sts.good.example"_s, RecordType::Txt, AnswerStatus::ServFail); }},
        {"nobody asked for the record",
         PlanItem::Record,
         subject,
         NotTested,
         {},
         {},
         {u"not-asked"_s},
         [](Plan &, DomainFacts &f) { f.sts = {}; }},
        {"the id is another one and the policy the same",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Live,
         u"policy-is-the-same"_s,
         {},
         [](Plan &, DomainFacts &f) { recordOf(f, "20250101T000000"); }},
        {"the live id is of an earlier date and nothing else tells",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-id-older"_s,
         {},
         [](Plan &p, DomainFacts &f) { recordOf(f, "20250101T000000"), p.policy->maxAge = std::chrono::seconds(86400); }},
        {"the live id is of a later date and nothing else tells",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Live,
         u"live-id-newer"_s,
         {},
         [](Plan &p, DomainFacts &f) { recordOf(f, "20270101T000000"), p.policy->maxAge = std::chrono::seconds(86400); }},
        {"the ids cannot be compared and nothing else tells",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &f) { recordOf(f, "abc"), p.policy->maxAge = std::chrono::seconds(86400); }},
        {"the id was published before the planned one",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"as-planned-policy"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.published.clear();
             published(p, "abc", *p.policy, 1);
             p.policy->maxAge = std::chrono::seconds(86400);
             p.id = "abd";
             published(p, "abd", *p.policy, 2);
             recordOf(f, "abc");
         }},
    };
}

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
        {"the policy has a field more, which senders ignore",
         PlanItem::Policy,
         subject,
         Same,
         {},
         {},
         {u"ignored-by-senders"_s},
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

QList<Case> otherCases()
{
    using enum LiveState;
    const QString rpt = u"_smtp._tls.good.example"_s;
    const QString host = u"mta-sts.good.example"_s;
    return {
        {"the reports go where they should", PlanItem::TlsRpt, rpt, Same},
        {"the report address has its domain in capitals",
         PlanItem::TlsRpt,
         rpt,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &p, DomainFacts &f) { p.reports = {"mailto:a@good.example"}, setTlsRpt(f, {"v=TLSRPTv1; rua=MAILTO:a@Good.Example"}); }},
        {"the report address has its name in capitals",
         PlanItem::TlsRpt,
         rpt,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &f) { p.reports = {"mailto:a@good.example"}, setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:A@good.example"}); }},
        {"the report address is named like its domain, in capitals",
         PlanItem::TlsRpt,
         rpt,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.reports = {"mailto:good.example@good.example"}, setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:GOOD.example@good.example"});
         }},
        {"the report addresses stand in another order",
         PlanItem::TlsRpt,
         rpt,
         Same,
         {},
         {},
         {u"written-differently"_s},
         [](Plan &p, DomainFacts &f) {
             p.reports = {"mailto:a@good.example", "https://good.example/r"};
             setTlsRpt(f, {"v=TLSRPTv1;rua=https://good.example/r, mailto:a@good.example"});
         }},
        {"the reports go elsewhere",
         PlanItem::TlsRpt,
         rpt,
         Differs,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.reports = {"mailto:other@good.example"}; }},
        {"nobody asks for reports",
         PlanItem::TlsRpt,
         rpt,
         Missing,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &, DomainFacts &f) { setTlsRpt(f, {}); }},
        {"reports were not planned",
         PlanItem::TlsRpt,
         rpt,
         Unexpected,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &) { p.reports.clear(); }},
        {"the report record cannot be read",
         PlanItem::TlsRpt,
         rpt,
         Differs,
         LooksRight::Plan,
         u"live-is-invalid"_s,
         {},
         [](Plan &, DomainFacts &f) { setTlsRpt(f, {"v=TLSRPTv1; rua=tlsrpt@good.example"}); }},
        {"the report record could not be looked up",
         PlanItem::TlsRpt,
         rpt,
         NotTested,
         {},
         {},
         {u"lookup-failed"_s},
         [](Plan &, DomainFacts &f) { f.tlsRpt = failedLookup(u"_smtp._tls.good.example"_s, RecordType::Txt, AnswerStatus::Timeout); }},

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

        {"TLSA records were planned and not asked for",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         NotTested,
         {},
         {},
         {u"tlsa-not-asked"_s},
         [](Plan &p, DomainFacts &) {
             p.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}}};
         }},
        {"TLSA records are there and not planned",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         Unexpected,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &, DomainFacts &f) { setTlsa(f, [](const Certificate &leaf) { return QList<TlsaRecord>{keyRecord(leaf)}; }); }},
        {"TLSA records are planned and not there",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         Missing,
         LooksRight::Nobody,
         u"nobody-knows"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             p.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}}};
             f.mxHosts[0].tlsa = {noDataLookup(u"_25._tcp.mx1.good.example"_s, RecordType::Tlsa, Security::Secure)};
         }},
        {"the planned TLSA record does not fit the certificate, the live one does",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         Differs,
         LooksRight::Live,
         u"live-tlsa-fits"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             setTlsa(f, [](const Certificate &leaf) { return QList<TlsaRecord>{keyRecord(leaf)}; });
             p.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}}};
         }},
        {"the live TLSA record does not fit the certificate, the planned one does",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         Differs,
         LooksRight::Plan,
         u"planned-tlsa-fits"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             setTlsa(f, [](const Certificate &) { return QList<TlsaRecord>{{3, 1, 1, QByteArray(32, 'a')}}; });
             p.tlsa = {{u"mx1.good.example"_s, keyRecord(f.mxHosts.first().probes.first().tls.chain.first())}};
         }},
        {"two TLSA records stand in another order",
         PlanItem::Tlsa,
         u"_25._tcp.mx1.good.example"_s,
         Same,
         {},
         {},
         {},
         [](Plan &p, DomainFacts &f) {
             const TlsaRecord one{3, 1, 1, QByteArray(32, 'a')};
             const TlsaRecord other{3, 1, 1, QByteArray(32, 'b')};
             setTlsa(f, [&](const Certificate &) { return QList<TlsaRecord>{one, other}; });
             p.tlsa = {{u"mx1.good.example"_s, other}, {u"mx1.good.example"_s, one}};
         }},

        {"a mail server's certificate fits", PlanItem::MxCertificate, u"mx1.good.example"_s, Same},
        {"a mail server's certificate does not fit",
         PlanItem::MxCertificate,
         u"mx1.good.example"_s,
         Differs,
         LooksRight::Plan,
         u"certificate-does-not-fit"_s,
         {},
         [](Plan &, DomainFacts &f) { forMxSessions(f, [](TlsSession &tls) { tls.verdict.trust = Trust::SelfSigned; }); }},
        {"a mail server could not be reached",
         PlanItem::MxCertificate,
         u"mx1.good.example"_s,
         NotTested,
         {},
         {},
         {u"not-reached"_s},
         [](Plan &, DomainFacts &f) {
             for (MxProbe &probe : f.mxHosts[0].probes)
                 probe = brokenProbe(probe.address.toString(), ProbeEnd::Refused, SmtpDialog::Stage::Greeting);
         }},
        {"a mail server offers no encryption",
         PlanItem::MxCertificate,
         u"mx1.good.example"_s,
         Missing,
         LooksRight::Plan,
         u"no-certificate"_s,
         {},
         [](Plan &, DomainFacts &f) {
             for (MxProbe &probe : f.mxHosts[0].probes) {
                 probe.plain->startTls = false;
                 probe.stage = SmtpDialog::Stage::StartTls;
                 probe.startTlsReply = {502, {"no"}};
                 probe.failure = SmtpDialog::Failure::StartTlsRefused;
                 probe.tls = {};
                 probe.encrypted = {};
             }
         }},
    };
}

/// Everything a row says, for comparing what must not change and for messages.
QString described(const LiveRow &row)
{
    return planItemName(row.item) + u' ' + row.subject + u' ' + row.type + u' ' + liveStateName(row.state) + u' ' +
           looksRightName(row.right) + u' ' + row.reason + u" ["_s + row.notes.join(u' ') + u"] "_s + QString::fromUtf8(row.planned) +
           u" | "_s + QString::fromUtf8(row.live);
}

bool isCertificate(const LiveRow &row)
{
    return row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate;
}

/// What is live and was adopted is the same, or it was said why it could not be adopted. Nothing that could not be tested becomes green.
void checkAdoption(const DomainFacts &facts, const Plan &before)
{
    const DomainAudit audit = judged(facts);
    const Adoption adoption = adoptLive(before, audit);
    const QList<PlanFault> faults = faultsOf(adoption.plan);
    QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(faults.first().place + u' ' + faults.first().reason));
    const LiveComparison comparison = compareWithLive(adoption.plan, audit);
    for (const LiveRow &row : comparison.rows) {
        const auto isLeft = [&row](const NotAdopted &left) { return left.item == row.item && left.subject == row.subject; };
        const bool left = std::any_of(adoption.left.cbegin(), adoption.left.cend(), isLeft);
        QVERIFY2(isCertificate(row) || left || !row.isDifferent(), qPrintable(described(row)));
        // Sentences for whatever comes of it, with nothing left to fill in.
        QVERIFY2(!row.isDifferent() ||
                     (!liveReasonText(row).isEmpty() && !liveReasonText(row).contains(u'{') && !liveAdvice(row).isEmpty()),
                 qPrintable(described(row)));
        for (const QString &note : row.notes)
            QVERIFY2(!liveNoteText(row, note).isEmpty(), qPrintable(note));
        QVERIFY2(row.state != LiveState::NotTested || !row.notes.isEmpty(), qPrintable(described(row)));
    }
    for (const NotAdopted &left : adoption.left)
        QVERIFY2(!notAdoptedText(left).isEmpty(), qPrintable(left.reason));
    // Once more changes nothing.
    QVERIFY(adoptLive(adoption.plan, audit).plan == adoption.plan);
}

/// One row alone: it is as planned then, or it was said why not, and no row that is about something else became another.
void checkAdoptionOfRows(const DomainFacts &facts, const Plan &before)
{
    const DomainAudit audit = judged(facts);
    const LiveComparison comparison = compareWithLive(before, audit);
    const auto withItsPolicy = [](PlanItem item) { return item == PlanItem::Policy ? PlanItem::Record : item; };
    for (const LiveRow &row : comparison.rows) {
        const Adoption adoption = adoptLive(before, audit, row);
        QVERIFY2(faultsOf(adoption.plan).isEmpty() || !faultsOf(before).isEmpty(), qPrintable(described(row)));
        const auto isLeft = [](const LiveRow &of) {
            return [of](const NotAdopted &left) { return left.item == of.item && left.subject == of.subject; };
        };
        for (const LiveRow &after : compareWithLive(adoption.plan, audit).rows) {
            const bool itself = after.item == row.item && after.subject == row.subject && after.type == row.type;
            const bool left = std::any_of(adoption.left.cbegin(), adoption.left.cend(), isLeft(after));
            if (itself)
                QVERIFY2(isCertificate(row) || left || !after.isDifferent(), qPrintable(described(after)));
            // A certificate is asked for by a policy, and the right side depends on all of the plan.
            if (withItsPolicy(after.item) == withItsPolicy(row.item) || isCertificate(after))
                continue;
            const auto unchanged = [&after](const LiveRow &was) {
                return was.item == after.item && was.subject == after.subject && was.type == after.type && was.state == after.state &&
                       was.planned == after.planned;
            };
            QVERIFY2(std::any_of(comparison.rows.cbegin(), comparison.rows.cend(), unchanged), qPrintable(described(after)));
        }
        QVERIFY(canAdopt(row) == (row.isDifferent() && !isCertificate(row)));
    }
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void aRowTells_data()
    {
        QTest::addColumn<Case>("what");
        for (const QList<Case> &cases : {recordCases(), policyCases(), otherCases()}) {
            for (const Case &each : cases)
                QTest::newRow(each.sentence) << each;
        }
    }
    void aRowTells()
    {
        QFETCH(Case, what);
        DomainFacts facts = goodFacts();
        Plan plan = goodPlanOf(facts);
        if (what.change)
            what.change(plan, facts);
        QCOMPARE(faultsOf(plan).size(), 0);
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QStringList all;
        const LiveRow *found = nullptr;
        for (const LiveRow &row : comparison.rows) {
            all.append(described(row));
            const bool better = !found || (row.isDifferent() && !found->isDifferent());
            if (row.item == what.item && row.subject.endsWith(what.subject) && better)
                found = &row;
        }
        QVERIFY2(found, qPrintable(all.join(u'\n')));
        QVERIFY2(found->state == what.state, qPrintable(described(*found)));
        QVERIFY2(found->right == what.right, qPrintable(described(*found)));
        QVERIFY2(found->notes == what.notes, qPrintable(described(*found)));
        QVERIFY2(found->reason == what.reason, qPrintable(described(*found)));
        QCOMPARE(liveReasonText(*found).isEmpty(), !found->isDifferent());
        // What is to be pasted is what is planned.
        const bool pasted = found->isDifferent() && !isCertificate(*found);
        QCOMPARE(found->paste, pasted ? found->planned : QByteArray());
    }

    void thePlanOfTheGoodDomainIsAllTheSame()
    {
        const DomainFacts facts = goodFacts();
        const Adoption adoption = planFromLive(judged(facts));
        QVERIFY(adoption.left.isEmpty());
        const Plan &plan = adoption.plan;
        QCOMPARE(plan.domain, facts.domain);
        QCOMPARE(plan.id, QByteArray("20260601T000000"));
        QCOMPARE(plan.policy->mode, PolicyMode::Enforce);
        QCOMPARE(plan.mx.size(), 2);
        QCOMPARE(plan.hosting.addresses.size(), 2);
        QCOMPARE(plan.reports.size(), 1);
        QCOMPARE(plan.published.size(), 1);
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QCOMPARE(comparison.count(LiveState::Same), comparison.rows.size());
        QVERIFY(!comparison.isDifferent());
    }

    void thePolicyIsComparedLineByLine()
    {
        DomainFacts facts = goodFacts();
        Plan plan = goodPlanOf(facts);
        setPolicy(facts, "version: STSv1\r\nmax_age: 86400\r\nmode: enforce\r\nmx: mx9.good.example\r\nmx: MX1.good.example\r\n"
                         "x-a: b\r\nmode: testing\r\n");
        plan.policy->extensions = {{"x-b", "c"}};
        const LiveComparison comparison = compareWithLive(plan, judged(facts));
        QList<LiveLine> lines;
        for (const LiveRow &row : comparison.rows) {
            if (row.item == PlanItem::Policy)
                lines = row.lines;
        }
        const QList<LiveLine> expected{
            {LiveState::Same, "mode: enforce", "mode: enforce", 3},
            {LiveState::Same, "mx: mx1.good.example", "mx: MX1.good.example", 5},
            {LiveState::Missing, "mx: mx2.good.example", {}, 0},
            {LiveState::Differs, "max_age: 2592000", "max_age: 86400", 2},
            {LiveState::Missing, "x-b: c", {}, 0},
            {LiveState::Unexpected, {}, "mx: mx9.good.example", 4},
            {LiveState::Unexpected, {}, "x-a: b", 6},
        };
        QCOMPARE(lines, expected);
    }

    void aPolicyThatIsNotValidIsComparedAsText()
    {
        DomainFacts facts = goodFacts();
        const Plan plan = goodPlanOf(facts);
        setPolicy(facts, "version: STSv1\nmode: enforced\nmx: mx1.good.example\nmax_age: 2592000\n<html>\n");
        for (const LiveRow &row : compareWithLive(plan, judged(facts)).rows) {
            if (row.item != PlanItem::Policy)
                continue;
            const QList<LiveLine> expected{
                {LiveState::Same, "version: STSv1", "version: STSv1", 1},
                {LiveState::Differs, "mode: enforce", "mode: enforced", 2},
                {LiveState::Same, "mx: mx1.good.example", "mx: mx1.good.example", 3},
                {LiveState::Missing, "mx: mx2.good.example", {}, 0},
                {LiveState::Same, "max_age: 2592000", "max_age: 2592000", 4},
                {LiveState::Unexpected, {}, "<html>", 5},
            };
            QCOMPARE(row.lines, expected);
        }
    }

    void whatIsLiveCanBeAdopted_data()
    {
        QTest::addColumn<DomainFacts>("facts");
        QTest::newRow("a good domain") << goodFacts();
        QTest::newRow("a domain without MTA-STS") << factsWithoutSts();
        for (const Spoilt &each : spoiltFacts())
            QTest::newRow(each.sentence) << spoilt(each);
        QDirIterator files(QStringLiteral(SOURCE_DIR "/tests/domains"), {u"evidence.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const Result<QList<DomainFacts>> recorded = loadEvidence(files.next());
            QVERIFY(recorded);
            for (const DomainFacts &facts : *recorded)
                QTest::newRow(qPrintable(u"recorded: "_s + files.filePath().section(u'/', -2, -2))) << facts;
        }
        int number = 0;
        for (const QList<Case> &cases : {recordCases(), policyCases(), otherCases()}) {
            for (const Case &each : cases) {
                DomainFacts facts = goodFacts();
                Plan plan = goodPlanOf(facts);
                if (each.change)
                    each.change(plan, facts);
                QTest::newRow(qPrintable(u"case %1: %2"_s.arg(++number).arg(QLatin1String(each.sentence)))) << facts;
            }
        }
    }
    void whatIsLiveCanBeAdopted()
    {
        QFETCH(DomainFacts, facts);
        Plan empty;
        empty.domain = facts.domain;
        checkAdoption(facts, empty);
        checkAdoptionOfRows(facts, empty);
        DomainFacts other = goodFacts();
        Plan plan = goodPlanOf(other);
        plan.domain = facts.domain;
        plan.zone.clear();
        plan.tlsa = {{u"mx1.good.example"_s, {3, 1, 1, QByteArray(32, 'a')}}};
        checkAdoption(facts, plan);
        checkAdoptionOfRows(facts, plan);
    }

    void theZoneIsTakenFromAnswers()
    {
        DomainFacts facts = factsWithoutSts();
        facts.sts = withSoa(nxdomainLookup(u"_mta-sts.good.example"_s, RecordType::Txt), good);
        QCOMPARE(goodPlanOf(facts).zone, good);
        facts.sts = withSoa(nxdomainLookup(u"_mta-sts.good.example"_s, RecordType::Txt), u"other.example"_s);
        QCOMPARE(goodPlanOf(facts).zone, QString());
        setAuthorities(facts);
        QCOMPARE(goodPlanOf(facts).zone, good);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
