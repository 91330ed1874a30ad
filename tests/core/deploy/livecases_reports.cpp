// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "livecases.h"

#include "fakes/dnsmessage.h"

using namespace mta;
using namespace Qt::StringLiterals;

QList<Case> reportCases()
{
    using enum LiveState;
    const QString rpt = u"_smtp._tls.good.example"_s;
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
    };
}
