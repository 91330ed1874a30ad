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
        {"the id is another one, and the policy is the one that was announced as planned",
         PlanItem::Record,
         subject,
         Same,
         {},
         {},
         {u"another-id"_s},
         [](Plan &, DomainFacts &f) { recordOf(f, "20250101T000000"); }},
        {"the id is another one and the policy the same, and nobody knows what the id stood for before",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Live,
         u"policy-is-the-same"_s,
         {},
         [](Plan &p, DomainFacts &f) { p.published.clear(), recordOf(f, "20250101T000000"); }},
        {"the id is another one, the policy the same, and the id stood for another policy",
         PlanItem::Record,
         subject,
         Differs,
         LooksRight::Plan,
         u"live-id-older"_s,
         {},
         [](Plan &p, DomainFacts &f) {
             PolicyTerms former = *p.policy;
             former.mode = PolicyMode::Testing;
             p.published.clear();
             published(p, "20250101T000000", former, 1);
             published(p, p.id, *p.policy, 2);
             recordOf(f, "20250101T000000");
         }},
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
