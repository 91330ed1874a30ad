// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "dnsmessage.h"

namespace mta::spoiling
{

QList<Spoilt> policyHostCases()
{
    return {
        {"policy-host-has-no-address",
         {QStringLiteral("policy-host-no-address")},
         "unprotected",
         [](DomainFacts &f) {
             f.policyHost = addressesOf(policyHost, {}, {});
             f.fetches.clear();
         }},
        {"policy-host-lookup-fails",
         {QStringLiteral("policy-host-dns-error")},
         "unprotected",
         [](DomainFacts &f) {
             f.policyHost = {failedLookup(policyHost, RecordType::A, AnswerStatus::ServFail),
                             failedLookup(policyHost, RecordType::Aaaa, AnswerStatus::ServFail)};
             f.fetches.clear();
         }},
        {"policy-host-is-an-alias-of-nothing",
         {QStringLiteral("policy-host-dangling"), QStringLiteral("policy-host-no-address")},
         "unprotected",
         [](DomainFacts &f) {
             const QString gone = QStringLiteral("gone.example");
             const auto missing = [&](RecordType type) { return withSoa(nxdomainLookup(gone, type), QStringLiteral("example")); };
             f.policyHost = {aliasLookup(policyHost, missing(RecordType::A)), aliasLookup(policyHost, missing(RecordType::Aaaa))};
             f.fetches.clear();
         }},
        {"policy-host-has-a-private-address",
         {QStringLiteral("mx-private-address"), QStringLiteral("policy-host-private-address")},
         "undetermined",
         [](DomainFacts &f) {
             f.conditions.allowPrivate = false;
             endFetches(f, FetchEnd::NotTried, FetchStage::Connect);
             answerWith(f, [](PolicyFetch &fetch) { fetch.detail = QStringLiteral("guard"); });
         }},
        {"policy-host-refuses-connections",
         {QStringLiteral("policy-host-unreachable")},
         "unprotected",
         [](DomainFacts &f) { endFetches(f, FetchEnd::Refused, FetchStage::Connect); }},
        {"policy-host-does-not-answer",
         {QStringLiteral("policy-host-timeout")},
         "unprotected",
         [](DomainFacts &f) { endFetches(f, FetchEnd::Timeout, FetchStage::Connect); }},
        {"policy-host-redirects",
         {QStringLiteral("policy-http-redirect")},
         "unprotected",
         [](DomainFacts &f) {
             answerWith(f, [](PolicyFetch &fetch) {
                 fetch.httpStatus = 301;
                 fetch.redirectTo = "https://www.good.example/";
             });
         }},
        {"policy-file-is-not-found",
         {QStringLiteral("policy-http-status")},
         "unprotected",
         [](DomainFacts &f) { answerWith(f, [](PolicyFetch &fetch) { fetch.httpStatus = 404; }); }},
        {"policy-host-does-not-speak-http",
         {QStringLiteral("policy-http-malformed")},
         "unprotected",
         [](DomainFacts &f) { endFetches(f, FetchEnd::Malformed, FetchStage::Response); }},
        {"policy-file-is-cut-off",
         {QStringLiteral("policy-http-truncated")},
         "unprotected",
         [](DomainFacts &f) { endFetches(f, FetchEnd::Truncated, FetchStage::Body); }},
        {"policy-file-is-too-large",
         {QStringLiteral("policy-too-large")},
         "unprotected",
         [](DomainFacts &f) { endFetches(f, FetchEnd::TooLarge, FetchStage::Body); }},
        {"policy-file-is-html-by-its-type",
         {QStringLiteral("policy-content-type")},
         "protected",
         [](DomainFacts &f) { answerWith(f, [](PolicyFetch &fetch) { fetch.mediaType = "text/html"; }); }},
        {"policy-file-comes-compressed",
         {QStringLiteral("policy-content-encoding")},
         "protected",
         [](DomainFacts &f) { answerWith(f, [](PolicyFetch &fetch) { fetch.contentEncoding = "gzip"; }); }},
        {"one-address-of-the-policy-host-serves-another-file",
         {QStringLiteral("policy-host-address-differs")},
         "protected",
         [](DomainFacts &f) { f.fetches[1].body = policyText("testing"); }},
    };
}

QList<Spoilt> policyCertificateCases()
{
    const auto sessions = [](std::function<void(TlsSession &)> change) {
        return [change](DomainFacts &f) { forPolicySessions(f, change); };
    };
    return {
        {"policy-host-handshake-fails",
         {QStringLiteral("policy-tls-failed")},
         "unprotected",
         [](DomainFacts &f) {
             endFetches(f, FetchEnd::TlsFailed, FetchStage::Handshake);
             answerWith(f, [](PolicyFetch &fetch) { fetch.tls.failure = QStringLiteral("handshake failure"); });
         }},
        {"policy-host-offers-only-old-tls", {QStringLiteral("policy-tls-old")}, "unprotected", sessions([](TlsSession &s) {
             s.version = TlsVersion::Tls11;
         })},
        {"policy-host-certificate-expired", {QStringLiteral("policy-cert-expired")}, "unprotected", sessions([](TlsSession &s) {
             replaceLeaf(s, leafFor(policyHost, -90, -2));
         })},
        {"policy-host-certificate-is-not-valid-yet",
         {QStringLiteral("policy-cert-not-yet-valid")},
         "unprotected",
         sessions([](TlsSession &s) { replaceLeaf(s, leafFor(policyHost, 2, 90)); })},
        {"policy-host-certificate-expires-soon", {QStringLiteral("policy-cert-expires-soon")}, "protected", sessions([](TlsSession &s) {
             replaceLeaf(s, leafFor(policyHost, -80, 10));
         })},
        {"policy-host-certificate-is-self-signed", {QStringLiteral("policy-cert-self-signed")}, "unprotected", sessions(selfSign)},
        {"policy-host-certificate-leads-to-no-trusted-root",
         {QStringLiteral("policy-cert-untrusted")},
         "unprotected",
         sessions([](TlsSession &s) { distrust(s, Trust::UntrustedRoot); })},
        {"policy-host-certificate-names-another-host", {QStringLiteral("policy-cert-name")}, "unprotected", sessions([](TlsSession &s) {
             replaceLeaf(s, leafFor(QStringLiteral("www.good.example"), -30, 60));
         })},
        {"policy-host-sends-no-intermediate", {QStringLiteral("policy-cert-incomplete-chain")}, "unprotected", sessions([](TlsSession &s) {
             distrust(s, Trust::IncompleteChain);
         })},
        {"policy-host-certificate-is-weak", {QStringLiteral("policy-cert-weak")}, "unprotected", sessions(weaken)},
        {"policy-host-certificate-is-revoked", {QStringLiteral("policy-revocation")}, "unprotected", sessions([](TlsSession &s) {
             revoke(s, policyHost);
         })},
    };
}

QList<Spoilt> policyCases()
{
    const auto body = [](QByteArray text) { return [text](DomainFacts &f) { setPolicy(f, text); }; };
    const QByteArray hosts = "mx: mx1.good.example\nmx: mx2.good.example\n";
    return {
        {"policy-has-a-line-without-colon",
         {QStringLiteral("policy-syntax")},
         "unprotected",
         body("version: STSv1\nmode: enforce\nhello\n" + hosts + "max_age: 2592000\n")},
        {"policy-begins-with-a-byte-order-mark",
         {QStringLiteral("policy-encoding"), QStringLiteral("policy-syntax")},
         "unprotected",
         body("\xEF\xBB\xBFversion: STSv1\nmode: enforce\n" + hosts + "max_age: 2592000\n")},
        {"policy-has-no-version",
         {QStringLiteral("policy-version")},
         "unprotected",
         body("mode: enforce\n" + hosts + "max_age: 2592000\n")},
        {"policy-has-no-mode", {QStringLiteral("policy-mode")}, "unprotected", body("version: STSv1\n" + hosts + "max_age: 2592000\n")},
        {"policy-mode-is-misspelt",
         {QStringLiteral("policy-mode"), QStringLiteral("policy-near-miss")},
         "unprotected",
         body("version: STSv1\nmode: enforced\n" + hosts + "max_age: 2592000\n")},
        {"policy-lines-are-glued-together",
         {QStringLiteral("policy-glued-lines"), QStringLiteral("policy-mode"), QStringLiteral("policy-version")},
         "unprotected",
         body("version: STSv1 mode: enforce\n" + hosts + "max_age: 2592000\n")},
        {"policy-has-no-max-age", {QStringLiteral("policy-max-age")}, "unprotected", body("version: STSv1\nmode: enforce\n" + hosts)},
        {"policy-names-no-mail-server",
         {QStringLiteral("policy-mx-missing")},
         "unprotected",
         body("version: STSv1\nmode: enforce\nmax_age: 2592000\n")},
        {"policy-has-a-bad-pattern",
         {QStringLiteral("policy-mx-pattern")},
         "unprotected",
         body("version: STSv1\nmode: enforce\nmx: alt*.good.example\n" + hosts + "max_age: 2592000\n")},
        {"policy-repeats-a-key",
         {QStringLiteral("policy-duplicate-key")},
         "protected",
         body("version: STSv1\nmode: enforce\nmode: testing\n" + hosts + "max_age: 2592000\n")},
        {"policy-is-kept-for-a-day-only",
         {QStringLiteral("policy-max-age-short")},
         "protected",
         body("version: STSv1\nmode: enforce\n" + hosts + "max_age: 86400\n")},
        {"policy-covers-a-public-suffix",
         {QStringLiteral("policy-mx-broad")},
         "protected",
         body("version: STSv1\nmode: enforce\n" + hosts + "mx: *.co.uk\nmax_age: 2592000\n"),
         {QStringLiteral("policy-mx-unused")}},
        {"policy-is-kept-for-ten-days",
         {},
         "protected",
         body("version: STSv1\nmode: enforce\n" + hosts + "max_age: 864000\n"),
         {QStringLiteral("policy-max-age-advice")}},
        {"policy-is-in-testing", {}, "testing", body(policyText("testing")), {QStringLiteral("policy-mode-testing")}},
        {"policy-is-in-mode-none", {}, "unprotected", body(policyText("none")), {QStringLiteral("policy-mode-none")}},
        {"policy-has-a-colon-too-many-for-some",
         {QStringLiteral("policy-senders-disagree")},
         "protected",
         body(policyText("enforce") + "contact: https://good.example/\n"),
         {QStringLiteral("policy-unknown-key")}},
        {"policy-has-an-unknown-key",
         {},
         "protected",
         body(policyText("enforce") + "contact: me\n"),
         {QStringLiteral("policy-unknown-key")}},
    };
}

} // namespace mta::spoiling
