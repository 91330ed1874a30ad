// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The _mta-sts and _smtp._tls records, as NSD publishes them.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

QList<Scenario> stsScenarios()
{
    return {
        {"all-well",
         {"protected", "enforce", {"mx-single"}, {"dnssec-unsigned", "mx-untestable"}, {"mx1 ok", "mx1 address ok"}},
         [](RealDomain &) {}},
        {"no-record",
         {"unprotected", "absent", {"policy-without-record", "sts-record-absent"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.sts.clear(); }},
        {"no-record-no-file",
         {"unprotected",
          "absent",
          {"sts-record-absent"},
          {"policy-without-record", "policy-http-status", "policy-syntax", "policy-version", "policy-mx-missing"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.policyDirectives = "return 404;";
         }},
        {"no-record-bad-file",
         {"unprotected", "absent", {"sts-record-absent"}, {"policy-without-record", "policy-syntax", "policy-mode"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.policy = "version: STSv1\nmode: enforced\nmax_age: 86400\n";
         }},
        {"no-record-bad-certificate",
         {"unprotected", "absent", {"sts-record-absent", "policy-without-record"}, {"policy-cert-expired", "policy-cert-name"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             setPolicyCertificate(domain, CertificateFault::Expired);
         }},
        {"nothing",
         {"unprotected", "absent", {"sts-record-absent", "tlsrpt-absent"}, {"policy-without-record", "policy-host-no-address"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.reports.clear();
         }},
        {"two-records",
         {"unprotected", "record-invalid", {"sts-record-multiple"}, {"sts-record-absent", "policy-mode-testing"}},
         [](RealDomain &domain) { domain.sts.append("\"v=STSv1; id=2;\""); }},
        {"other-text-beside",
         {"protected", "enforce", {"sts-record-fragile"}, {"sts-record-multiple", "sts-record-version"}},
         [](RealDomain &domain) { domain.records = {"_mta-sts.{domain}. TXT \"v=spf1 -all\""}; }},
        {"space-before-semicolon",
         {"protected", "enforce", {"sts-record-fragile"}, {"sts-record-syntax", "sts-record-absent"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1 ; id=20240301090000;\""}; }},
        {"space-and-text-beside",
         {"unprotected", "absent", {"sts-record-fragile", "policy-without-record"}, {"sts-record-syntax", "sts-record-multiple"}},
         [](RealDomain &domain) {
             domain.sts = {"\"v=STSv1 ; id=20240301090000;\"", "\"v=spf1 -all\""};
         }},
        {"split-strings",
         {"protected", "enforce", {}, {"sts-record-syntax", "sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; i\" \"d=2024\" \"0301;\""}; }},
        {"no-final-semicolon",
         {"protected", "enforce", {}, {"sts-record-syntax", "sts-record-fragile"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=20240301\""}; }},
        {"extension-fields",
         {"protected", "enforce", {}, {"sts-record-syntax", "sts-id-invalid"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1;id=20240301; note=a.b:c/d; x-y_z.1=!~;\""}; }},
        {"id-twice", // the first counts
         {"protected", "enforce", {}, {"sts-record-syntax", "sts-id-invalid"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=one; id=two;\""}; }},
        {"id-of-32",
         {"protected", "enforce", {}, {"sts-id-invalid"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=abcdefghijklmnopqrstuvwxyzABCDEF;\""}; }},
        {"id-of-33",
         {"unprotected", "record-invalid", {"sts-id-invalid"}, {"sts-id-missing", "sts-record-syntax"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=abcdefghijklmnopqrstuvwxyzABCDEFG;\""}; }},
        {"bad-id",
         {"unprotected", "record-invalid", {"sts-id-invalid"}, {"sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=2024-03-01;\""}; }},
        {"empty-id",
         {"unprotected", "record-invalid", {"sts-id-invalid"}, {"sts-id-missing", "policy-mode"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; id=;\""}; }},
        {"no-id",
         {"unprotected", "record-invalid", {"sts-id-missing"}, {"sts-id-invalid", "sts-record-syntax"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1;\""}; }},
        {"capital-id",
         {"unprotected", "record-invalid", {"sts-id-missing"}, {"sts-id-invalid"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1; ID=20240301;\""}; }},
        {"no-semicolon",
         {"unprotected", "record-invalid", {"sts-record-syntax"}, {"sts-record-absent", "sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv1 id=20240301\""}; }},
        {"pasted-quotes",
         {"unprotected", "record-invalid", {"sts-record-syntax"}, {"sts-record-version", "sts-record-absent"}},
         [](RealDomain &domain) { domain.sts = {R"("\"v=STSv1; id=20240301;\"")"}; }},
        {"pasted-backslashes",
         {"unprotected", "record-invalid", {"sts-record-syntax"}, {"sts-record-absent"}},
         [](RealDomain &domain) { domain.sts = {R"("v=STSv1\\; id=20240301\\;")"}; }},
        {"version-in-small-letters",
         {"unprotected", "record-invalid", {"sts-record-version"}, {"sts-record-absent", "sts-record-syntax"}},
         [](RealDomain &domain) { domain.sts = {"\"v=stsv1; id=20240301;\""}; }},
        {"version-of-tomorrow",
         {"unprotected", "record-invalid", {"sts-record-version"}, {"sts-record-absent"}},
         [](RealDomain &domain) { domain.sts = {"\"v=STSv2; id=20240301;\""}; }},
        {"version-missing",
         {"unprotected", "record-invalid", {"sts-record-version"}, {"sts-record-absent", "sts-id-missing"}},
         [](RealDomain &domain) { domain.sts = {"\"id=20240301;\""}; }},
        {"unrelated-text-only",
         {"unprotected", "absent", {"sts-record-absent"}, {"sts-record-version", "sts-record-syntax"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.sts = {"\"google-site-verification=abc\""};
         }},
        {"wildcard-text",
         {"unprotected", "absent", {"sts-record-absent", "tlsrpt-absent"}, {"sts-record-version", "tlsrpt-syntax"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"*.{domain}. TXT \"v=spf1 -all\""};
             domain.reports.clear();
         }},
        {"delegated",
         {"protected", "enforce", {"sts-record-delegated"}, {"sts-cname-broken"}},
         [](RealDomain &domain) {
             domain.records = {"_mta-sts.{domain}. CNAME record.provider.example.", "record.provider.example. TXT \"v=STSv1; id=77\""};
             domain.sts.clear();
         }},
        {"delegated-far",
         {"protected", "enforce", {"sts-record-delegated"}, {"sts-cname-broken", "sts-dns-error"}},
         [](RealDomain &domain) {
             domain.records = {"_mta-sts.{domain}. CNAME far1.provider.example.", "far1.provider.example. CNAME far2.provider.example.",
                               "far2.provider.example. CNAME far3.provider.example.", "far3.provider.example. TXT \"v=STSv1; id=78\""};
             domain.sts.clear();
         }},
        {"alias-to-nowhere",
         {"unprotected", "absent", {"sts-cname-broken"}, {"sts-record-delegated", "sts-dns-error"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"_mta-sts.{domain}. CNAME gone.nowhere.example."};
         }},
        {"alias-to-no-text",
         {"unprotected", "absent", {"sts-cname-broken"}, {"sts-record-delegated"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"_mta-sts.{domain}. CNAME textless.provider.example.", "textless.provider.example. A 192.0.2.1"};
         }},
        {"record-at-the-apex",
         {"unprotected", "absent", {"sts-record-misplaced", "sts-record-absent"}, {"sts-record-version"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"{domain}. TXT \"v=STSv1; id=20240301;\""};
         }},
        {"record-at-the-policy-host",
         {"unprotected", "absent", {"sts-record-misplaced", "policy-without-record"}, {}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.records = {"mta-sts.{domain}. TXT \"v=STSv1; id=20240301;\""};
         }},
        {"record-with-underscores",
         {"unprotected", "absent", {"sts-record-misplaced"}, {}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"_mta_sts.{domain}. TXT \"v=STSv1; id=20240301;\""};
         }},
        {"record-in-both-places", // nothing is missing where it belongs
         {"protected", "enforce", {}, {"sts-record-misplaced"}},
         [](RealDomain &domain) { domain.records = {"{domain}. TXT \"v=STSv1; id=20240301;\""}; }},
    };
}

QList<Scenario> reportScenarios()
{
    return {
        {"reports-unasked",
         {"protected", "enforce", {"tlsrpt-absent"}, {"tlsrpt-syntax", "tlsrpt-misplaced"}},
         [](RealDomain &domain) { domain.reports.clear(); }},
        {"reports-twice",
         {"protected", "enforce", {"tlsrpt-multiple"}, {"tlsrpt-absent"}},
         [](RealDomain &domain) { domain.reports.append("\"v=TLSRPTv1; rua=mailto:other@reports-twice.example\""); }},
        {"reports-to-several", // several addresses, twice, and one outside: all fine
         {"protected", "enforce", {}, {"tlsrpt-syntax", "tlsrpt-rua", "tlsrpt-multiple"}},
         [](RealDomain &domain) {
             domain.reports = {"\"v=TLSRPTv1; rua=mailto:a@reports-to-several.example,mailto:b@reports-to-several.example;"
                               "rua=https://mta-sts.reports-to-several.example/in\""};
         }},
        {"reports-of-dmarc",
         {"protected", "enforce", {"tlsrpt-syntax"}, {"tlsrpt-absent"}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPT1; rua=mailto:r@reports-of-dmarc.example\""}; }},
        {"reports-nowhere",
         {"protected", "enforce", {"tlsrpt-rua"}, {"tlsrpt-syntax"}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1;\""}; }},
        {"reports-without-scheme",
         {"protected", "enforce", {"tlsrpt-rua"}, {"tlsrpt-syntax", "tlsrpt-rua-undeliverable"}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1; rua=reports@reports-without-scheme.example\""}; }},
        {"reports-over-http",
         {"protected", "enforce", {"tlsrpt-rua"}, {}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1; rua=http://reports-over-http.example/\""}; }},
        {"reports-misplaced",
         {"protected", "enforce", {"tlsrpt-absent", "tlsrpt-misplaced"}, {}},
         [](RealDomain &domain) {
             domain.reports.clear();
             domain.records = {"_smtp-tlsrpt.{domain}. TXT \"v=TLSRPTv1; rua=mailto:r@{domain}\""};
         }},
        {"reports-at-the-apex",
         {"protected", "enforce", {"tlsrpt-absent", "tlsrpt-misplaced"}, {"sts-record-misplaced"}},
         [](RealDomain &domain) {
             domain.reports.clear();
             domain.records = {"{domain}. TXT \"v=TLSRPTv1; rua=mailto:r@{domain}\""};
         }},
        {"reports-to-nobody",
         {"protected", "enforce", {"tlsrpt-rua-undeliverable"}, {"tlsrpt-rua"}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1; rua=mailto:r@no-such-name.example\""}; }},
        {"reports-to-null-mx",
         {"protected", "enforce", {"tlsrpt-rua-undeliverable"}, {"tlsrpt-rua"}},
         [](RealDomain &domain) {
             domain.reports = {"\"v=TLSRPTv1; rua=mailto:r@takes-no-mail.example\""};
             domain.records = {"takes-no-mail.example. MX 0 ."};
         }},
        {"reports-to-no-web-server",
         {"protected", "enforce", {"tlsrpt-rua-undeliverable"}, {}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1; rua=https://no-such-web.example/reports\""}; }},
        {"reports-beside-other-text",
         {"protected", "enforce", {}, {"tlsrpt-multiple", "tlsrpt-syntax", "tlsrpt-absent"}},
         [](RealDomain &domain) { domain.reports.append("\"v=spf1 -all\""); }},
        {"reports-without-space",
         {"protected", "enforce", {}, {"tlsrpt-syntax"}},
         [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1;rua=mailto:r@reports-without-space.example;\""}; }},
        {"reports-lookup-fails",
         {"protected", "enforce", {"tlsrpt-dns-error"}, {"tlsrpt-absent", "sts-dns-error"}},
         [](RealDomain &domain) {
             domain.reports.clear();
             domain.zones = {{"_tls.{domain}.", ZoneKind::Failing}};
         }},
    };
}

} // namespace

QList<Scenario> recordScenarios()
{
    return stsScenarios() + reportScenarios();
}

} // namespace mta::fakes
