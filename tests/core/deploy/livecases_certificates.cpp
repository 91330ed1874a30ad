// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "livecases.h"

#include "fakes/dnsmessage.h"

using namespace mta;
using namespace Qt::StringLiterals;

QList<Case> tlsaCases()
{
    using enum LiveState;
    return {
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
    };
}

QList<Case> certificateCases()
{
    using enum LiveState;
    return {
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
