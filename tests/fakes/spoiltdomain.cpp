// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "dnsmessage.h"

namespace mta::spoiling
{

namespace
{

/// The second of the zone's two servers, whose first address says this instead.
template<class Change>
std::function<void(DomainFacts &)> secondServer(Change change)
{
    return [change](DomainFacts &f) {
        setAuthorities(f);
        change(f.authorities.servers[1].answers[0]);
    };
}

} // namespace

QList<Spoilt> domainCases()
{
    return {
        {"domain-does-not-exist",
         {QStringLiteral("domain-nxdomain")},
         "not-applicable",
         [](DomainFacts &f) {
             f.mx = nxdomainLookup(domain, RecordType::Mx);
             f.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt);
             f.tlsRpt = nxdomainLookup(QStringLiteral("_smtp._tls.good.example"), RecordType::Txt);
             f.mxHosts.clear();
             f.fetches.clear();
             f.policyHost = {};
             f.reportDestinations.clear();
         }},
        {"domain-takes-no-mail-and-has-no-record",
         {},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {});
             f.mx = noDataLookup(domain, RecordType::Mx);
             f.domainAddresses = addressesOf(domain, {}, {});
             f.mxHosts.clear();
             f.fetches.clear();
         },
         {QStringLiteral("domain-parked")}},
        {"zone-fails-dnssec-validation",
         {QStringLiteral("dnssec-bogus"), QStringLiteral("mx-dns-error"), QStringLiteral("sts-dns-error"),
          QStringLiteral("tlsrpt-dns-error")},
         "undetermined",
         [](DomainFacts &f) {
             f.sts = bogusLookup(f.sts, QStringLiteral("signature expired"));
             f.mx = bogusLookup(f.mx, QStringLiteral("signature expired"));
             f.tlsRpt = bogusLookup(f.tlsRpt, QStringLiteral("signature expired"));
         }},
        {"clock-of-this-computer-is-wrong",
         {QStringLiteral("local-clock-wrong")},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.rootSignedFrom = observedThen().addYears(-1);
             f.witness.rootSignedUntil = observedThen().addYears(-1).addDays(21);
             forPolicySessions(f, [](TlsSession &s) { replaceLeaf(s, leafFor(policyHost, -400, -300)); });
         }},
        {"tls-is-intercepted-on-this-network",
         {QStringLiteral("tls-intercepted")},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.interceptingIssuer = QStringLiteral("CN=Office Inspection");
             forPolicySessions(f, [](TlsSession &s) { distrust(s, Trust::UntrustedRoot); });
         }},
        {"port-25-is-blocked-on-this-network",
         {},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.smtpAnswered = false;
             f.witness.smtpSeemsBlocked = true;
             for (MxHost &host : f.mxHosts) {
                 for (MxProbe &probe : host.probes)
                     probe = brokenProbe(probe.address.toString(), ProbeEnd::Timeout, SmtpDialog::Stage::Greeting);
             }
         },
         {QStringLiteral("mx-untestable"), QStringLiteral("smtp-port-blocked")}},
    };
}

QList<Spoilt> nameserverCases()
{
    const QString ns2 = QStringLiteral("ns2.good.example");
    return {
        {"a-name-server-can-be-taken-over",
         {QStringLiteral("nameserver-takeover")},
         "protected",
         [](DomainFacts &f) {
             setAuthorities(f);
             const QString gone = QStringLiteral("ns.lapsed.example");
             const auto missing = [&](RecordType type) { return withSoa(nxdomainLookup(gone, type), QStringLiteral("example")); };
             f.authorities.servers[1] = {gone, {missing(RecordType::A), missing(RecordType::Aaaa)}};
         }},
        {"a-name-server-refuses", {QStringLiteral("nameserver-lame")}, "protected", secondServer([](ServerAnswers &answers) {
             for (Lookup *lookup : {&answers.soa, &answers.sts, &answers.tlsRpt, &answers.mx})
                 *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::Refused);
         })},
        {"a-name-server-is-silent",
         {},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers = {answers.address, {}, failedLookup(domain, RecordType::Soa, AnswerStatus::Timeout), {}, {}, {}};
         }),
         {QStringLiteral("nameserver-silent")}},
        {"a-name-server-holds-an-old-zone",
         {},
         "protected",
         secondServer([](ServerAnswers &answers) { answers.soa = authoritative(soaLookup(domain, 2026053100)); }),
         {QStringLiteral("zone-serial-differs")}},
        {"name-servers-disagree-about-the-record",
         {QStringLiteral("sts-record-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.sts = authoritative(txtLookup(QStringLiteral("_mta-sts.good.example"), {"v=STSv1; id=20260101T000000;"}));
         })},
        {"name-servers-disagree-about-the-mail-servers",
         {QStringLiteral("mx-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.mx = authoritative(mxLookup(domain, {{10, mx1}}));
         })},
        {"name-servers-disagree-about-reports",
         {QStringLiteral("tlsrpt-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.tlsRpt = authoritative(nxdomainLookup(QStringLiteral("_smtp._tls.good.example"), RecordType::Txt));
         })},
    };
}

} // namespace mta::spoiling
