// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "dnsmessage.h"

namespace mta::spoiling
{

namespace
{

Sighting seenBefore(const QByteArray &id, const QByteArray &policy, int firstDay, int lastDay)
{
    return {observedThen().addDays(firstDay), observedThen().addDays(lastDay), "v=STSv1; id=" + id + ";", policy};
}

} // namespace

QList<Spoilt> recordCases()
{
    const QString name = QStringLiteral("_mta-sts.good.example");
    return {
        {"record-lookup-fails",
         {QStringLiteral("sts-dns-error")},
         "undetermined",
         [=](DomainFacts &f) { f.sts = failedLookup(name, RecordType::Txt, AnswerStatus::ServFail); }},
        {"record-is-absent",
         {},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {});
             f.fetches.clear();
         },
         {QStringLiteral("sts-record-absent")}},
        {"policy-is-served-without-a-record",
         {QStringLiteral("policy-without-record")},
         "unprotected",
         [](DomainFacts &f) { setRecord(f, {}); },
         {QStringLiteral("sts-record-absent")}},
        {"record-is-there-twice",
         {QStringLiteral("sts-record-multiple")},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {"v=STSv1; id=1;", "v=STSv1; id=2;"});
         }},
        {"record-has-another-version",
         {QStringLiteral("sts-record-version")},
         "unprotected",
         [](DomainFacts &f) { setRecord(f, {"v=STSv2; id=1;"}); }},
        {"record-is-malformed",
         {QStringLiteral("sts-record-syntax")},
         "unprotected",
         [](DomainFacts &f) { setRecord(f, {"v=STSv1; id=1; =x"}); }},
        {"record-has-no-id", {QStringLiteral("sts-id-missing")}, "unprotected", [](DomainFacts &f) { setRecord(f, {"v=STSv1; a=b;"}); }},
        {"record-has-a-bad-id",
         {QStringLiteral("sts-id-invalid")},
         "unprotected",
         [](DomainFacts &f) { setRecord(f, {"v=STSv1; id=2026-01-01;"}); }},
        {"record-is-an-alias-of-nothing",
         {QStringLiteral("sts-cname-broken")},
         "unprotected",
         [=](DomainFacts &f) {
             f.sts = aliasLookup(name, nxdomainLookup(QStringLiteral("gone.example"), RecordType::Txt));
             f.fetches.clear();
         }},
        {"record-is-fragile",
         {QStringLiteral("sts-record-fragile")},
         "protected",
         [](DomainFacts &f) {
             setRecord(f, {"v=STSv1; id=1;", "something else"});
         }},
        {"record-lies-at-the-apex",
         {QStringLiteral("sts-record-misplaced")},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {});
             f.fetches.clear();
             f.apexTxt = txtLookup(domain, {"v=STSv1; id=1;"});
         },
         {QStringLiteral("sts-record-absent")}},
        {"record-is-delegated",
         {},
         "protected",
         [=](DomainFacts &f) { f.sts = aliasLookup(name, txtLookup(QStringLiteral("sts.provider.example"), {"v=STSv1; id=1;"})); },
         {QStringLiteral("sts-record-delegated")}},
        {"a-subdomain-takes-mail-without-a-record",
         {},
         "protected",
         [](DomainFacts &f) {
             setAuthorities(f);
             const QString news = QStringLiteral("news.good.example");
             f.subdomains = {{news, mxLookup(news, {{10, QStringLiteral("mx.provider.example")}}),
                              nxdomainLookup(QStringLiteral("no-such-name-1.good.example"), RecordType::Mx),
                              nxdomainLookup(QStringLiteral("_mta-sts.news.good.example"), RecordType::Txt)}};
         },
         {QStringLiteral("sts-subdomain-uncovered")}},
    };
}

QList<Spoilt> tlsRptCases()
{
    return {
        {"reports-lookup-fails",
         {QStringLiteral("tlsrpt-dns-error")},
         "protected",
         [](DomainFacts &f) {
             f.tlsRpt = failedLookup(QStringLiteral("_smtp._tls.good.example"), RecordType::Txt, AnswerStatus::ServFail);
         }},
        {"reports-are-not-asked-for", {QStringLiteral("tlsrpt-absent")}, "protected", [](DomainFacts &f) { setTlsRpt(f, {}); }},
        {"reports-record-is-there-twice",
         {QStringLiteral("tlsrpt-multiple")},
         "protected",
         [](DomainFacts &f) {
             setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:a@good.example", "v=TLSRPTv1; rua=mailto:b@good.example"});
         }},
        {"reports-record-is-malformed",
         {QStringLiteral("tlsrpt-syntax")},
         "protected",
         [](DomainFacts &f) { setTlsRpt(f, {"v=TLSRPTv1; rua=mailto:a@good.example; =x"}); }},
        {"reports-have-no-destination",
         {QStringLiteral("tlsrpt-rua")},
         "protected",
         [](DomainFacts &f) { setTlsRpt(f, {"v=TLSRPTv1; a=b"}); }},
        {"reports-record-lies-elsewhere",
         {QStringLiteral("tlsrpt-absent"), QStringLiteral("tlsrpt-misplaced")},
         "protected",
         [](DomainFacts &f) {
             setTlsRpt(f, {});
             f.tlsRptMisplaced = txtLookup(QStringLiteral("_smtp-tlsrpt.good.example"), {"v=TLSRPTv1; rua=mailto:a@good.example"});
         }},
        {"reports-cannot-be-delivered",
         {QStringLiteral("tlsrpt-rua-undeliverable")},
         "protected",
         [](DomainFacts &f) {
             f.reportDestinations[0].mx = mxLookup(domain, {{0, QStringLiteral(".")}});
         }},
    };
}

QList<Spoilt> historyCases()
{
    return {
        {"policy-changed-and-the-id-did-not",
         {QStringLiteral("sts-id-unchanged")},
         "protected",
         [](DomainFacts &f) { f.history = {seenBefore("20260601T000000", policyText("enforce", "mx1.good.example"), -9, -1)}; }},
        {"record-is-gone-and-senders-remember-the-policy",
         {QStringLiteral("policy-still-cached")},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {});
             f.policyHost = {nxdomainLookup(policyHost, RecordType::A), nxdomainLookup(policyHost, RecordType::Aaaa)};
             f.fetches.clear();
             f.history = {seenBefore("20260601T000000", policyText("enforce"), -9, -1)};
         }},
        {"policy-is-in-testing-for-months",
         {QStringLiteral("policy-mode-testing-long")},
         "testing",
         [](DomainFacts &f) {
             setPolicy(f, policyText("testing"));
             f.history = {seenBefore("20260601T000000", policyText("testing"), -90, -1)};
         }},
        {"mail-server-certificate-expires-within-the-chosen-days",
         {QStringLiteral("mx-cert-expires-before-renewal")},
         "protected",
         [](DomainFacts &f) { f.conditions.expiryDays = 60; }},
    };
}

} // namespace mta::spoiling
