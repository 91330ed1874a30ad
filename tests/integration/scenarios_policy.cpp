// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Policy files, right and wrong, as nginx serves them.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

constexpr auto unprotected = "unprotected";
constexpr auto invalid = "policy-invalid";

QList<Scenario> formScenarios()
{
    return {
        {"line-feeds",
         {"protected", "enforce", {}, {"policy-syntax", "policy-encoding"}},
         [](RealDomain &domain) { domain.policy.replace("\r\n", "\n"); }},
        {"no-final-line-end", {"protected", "enforce", {}, {"policy-syntax"}}, [](RealDomain &domain) { domain.policy.chop(2); }},
        {"space-at-line-ends",
         {"protected", "enforce", {}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("\r\n", " \t\r\n"); }},
        {"other-order",
         {"protected", "enforce", {}, {"policy-syntax", "policy-duplicate-key"}},
         [](RealDomain &domain) { domain.policy = "max_age: 2592000\nmx: mx1.other-order.example\nmode: enforce\nversion: STSv1\n"; }},
        {"no-space-behind-colon",
         {"protected", "enforce", {}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace(": ", ":"); }},
        {"unknown-key",
         {"protected", "enforce", {"policy-unknown-key"}, {"policy-syntax", "policy-near-miss"}},
         [](RealDomain &domain) { domain.policy += "x-contact: postmaster\r\n"; }},
        {"key-twice",
         {"protected", "enforce", {"policy-duplicate-key"}, {"policy-mode", "policy-mode-testing"}},
         [](RealDomain &domain) { domain.policy += "mode: testing\r\n"; }},
        {"blank-line-at-the-end",
         {unprotected, invalid, {"policy-syntax"}, {"policy-encoding", "policy-mx-missing"}},
         [](RealDomain &domain) { domain.policy += "\r\n"; }},
        {"comment",
         {unprotected, invalid, {"policy-syntax"}, {"policy-unknown-key"}},
         [](RealDomain &domain) { domain.policy.prepend("# our policy\r\n"); }},
        {"indented",
         {unprotected, invalid, {"policy-syntax"}, {"policy-mode"}},
         [](RealDomain &domain) { domain.policy.replace("mode", " mode"); }},
        {"space-before-colon",
         {unprotected, invalid, {"policy-syntax"}, {"policy-mode"}},
         [](RealDomain &domain) { domain.policy.replace("mode:", "mode :"); }},
        {"byte-order-mark",
         {unprotected, invalid, {"policy-encoding", "policy-syntax"}, {"policy-version"}},
         [](RealDomain &domain) { domain.policy.prepend("\xef\xbb\xbf"); }},
        {"utf-16",
         {unprotected, invalid, {"policy-encoding", "policy-syntax"}, {"policy-mode", "policy-max-age", "policy-mx-missing"}},
         [](RealDomain &domain) {
             QByteArray wide("\xff\xfe");
             for (const char octet : std::as_const(domain.policy))
                 wide.append(octet).append('\0');
             domain.policy = wide;
         }},
        {"carriage-returns",
         {unprotected, invalid, {"policy-encoding", "policy-syntax"}, {"policy-mode", "policy-max-age"}},
         [](RealDomain &domain) { domain.policy.replace("\r\n", "\r"); }},
        {"zero-octet",
         {unprotected, invalid, {"policy-encoding", "policy-syntax"}, {"policy-mode"}},
         [](RealDomain &domain) { domain.policy += QByteArray("note: a\0b\r\n", 11); }},
        {"empty-file",
         {unprotected, invalid, {"policy-syntax", "policy-version"}, {"policy-mx-missing", "policy-mode"}},
         [](RealDomain &domain) { domain.policyAddresses.first().policy = ""; }},
        {"web-page",
         {unprotected, invalid, {"policy-syntax", "policy-version", "policy-content-type"}, {"policy-mx-missing", "policy-mode"}},
         [](RealDomain &domain) {
             domain.policy = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>Hello</body></html>\n";
             domain.policyDirectives = "types { } default_type text/html;";
         }},
        {"equals-signs",
         {unprotected, invalid, {"policy-syntax", "policy-version"}, {"policy-encoding"}},
         [](RealDomain &domain) { domain.policy.replace(": ", "="); }},
        {"front-matter",
         {unprotected, invalid, {"policy-syntax"}, {"policy-version"}},
         [](RealDomain &domain) { domain.policy.prepend("---\r\npermalink: .well-known/mta-sts.txt\r\n---\r\n"); }},
        {"lines-joined",
         {unprotected, invalid, {"policy-max-age", "policy-duplicate-key", "policy-glued-lines"}, {"policy-version"}},
         [](RealDomain &domain) { domain.policy = domain.policy.chopped(2) + domain.policy; }},
    };
}

QList<Scenario> fieldScenarios()
{
    return {
        {"no-version",
         {unprotected, invalid, {"policy-version"}, {"policy-syntax", "policy-near-miss"}},
         [](RealDomain &domain) { domain.policy.replace("version: STSv1\r\n", ""); }},
        {"version-two",
         {unprotected, invalid, {"policy-version"}, {"policy-near-miss"}},
         [](RealDomain &domain) { domain.policy.replace("STSv1", "STSv2"); }},
        {"version-misspelt",
         {unprotected, invalid, {"policy-version", "policy-near-miss"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("STSv1", "STS1v1"); }},
        {"version-in-capitals",
         {unprotected, invalid, {"policy-version", "policy-near-miss"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("STSv1", "STSV1"); }},
        {"key-version-misspelt",
         {unprotected, invalid, {"policy-version", "policy-near-miss"}, {"policy-unknown-key"}},
         [](RealDomain &domain) { domain.policy.replace("version", "eversion"); }},
        {"no-mode",
         {unprotected, invalid, {"policy-mode"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("mode: enforce\r\n", ""); }},
        {"mode-enforced",
         {unprotected, invalid, {"policy-mode", "policy-near-miss"}, {"policy-syntax", "policy-mode-none"}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "enforced"); }},
        {"mode-test",
         {unprotected, invalid, {"policy-mode", "policy-near-miss"}, {"policy-mode-testing"}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "test"); }},
        {"mode-in-brackets",
         {unprotected, invalid, {"policy-mode", "policy-near-miss"}, {}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "[testing]"); }},
        {"mode-of-a-template",
         {unprotected, invalid, {"policy-mode"}, {"policy-near-miss"}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "[enforce|testing|none]"); }},
        {"mode-in-capitals",
         {unprotected, invalid, {"policy-mode", "policy-near-miss"}, {}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "Enforce"); }},
        {"mode-of-another-kind",
         {unprotected, invalid, {"policy-mode"}, {"policy-near-miss"}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "quarantine"); }},
        {"no-max-age",
         {unprotected, invalid, {"policy-max-age"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("max_age: 2592000\r\n", ""); }},
        {"key-max-age-misspelt",
         {unprotected, invalid, {"policy-max-age", "policy-near-miss"}, {"policy-unknown-key"}},
         [](RealDomain &domain) { domain.policy.replace("max_age", "max-age"); }},
        {"max-age-in-words",
         {unprotected, invalid, {"policy-max-age"}, {"policy-max-age-short"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "30d"); }},
        {"max-age-with-comment",
         {unprotected, invalid, {"policy-max-age"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "2592000 # a month"); }},
        {"max-age-negative",
         {unprotected, invalid, {"policy-max-age"}, {}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "-1"); }},
        {"max-age-of-a-year",
         {"protected", "enforce", {}, {"policy-max-age"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "31557600"); }},
        {"max-age-over-a-year",
         {unprotected, invalid, {"policy-max-age"}, {}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "31557601"); }},
        {"max-age-of-two-weeks",
         {"protected", "enforce", {}, {"policy-max-age-advice", "policy-max-age-short"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "1209600"); }},
        {"max-age-of-a-week",
         {"protected", "enforce", {"policy-max-age-advice"}, {"policy-max-age-short"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "604800"); }},
        {"max-age-of-a-day",
         {"protected", "enforce", {"policy-max-age-short"}, {"policy-max-age", "policy-max-age-advice"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "86400"); }},
        {"max-age-zero",
         {"protected", "enforce", {"policy-max-age-short", "policy-senders-disagree"}, {"policy-max-age"}},
         [](RealDomain &domain) { domain.policy.replace("2592000", "0"); }},
        {"testing",
         {"testing", "testing", {"policy-mode-testing"}, {"policy-mode-none"}},
         [](RealDomain &domain) { domain.policy.replace("enforce", "testing"); }},
        {"none",
         {unprotected, "none", {"policy-mode-none"}, {"policy-mx-missing", "policy-max-age-short", "mx-not-covered", "mx-none-covered"}},
         [](RealDomain &domain) { domain.policy = "version: STSv1\nmode: none\nmax_age: 86400\n"; }},
        {"none-with-mx",
         {unprotected, "none", {"policy-mode-none"}, {"policy-mx-unused", "mx-not-covered"}},
         [](RealDomain &domain) { domain.policy = "version: STSv1\nmode: none\nmx: other.example\nmax_age: 86400\n"; }},
    };
}

QList<Scenario> patternScenarios()
{
    return {
        {"no-mx-line",
         {unprotected, invalid, {"policy-mx-missing"}, {"mx-none-covered", "policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.no-mx-line.example\r\n", ""); }},
        {"key-mx-misspelt",
         {unprotected, invalid, {"policy-mx-missing", "policy-near-miss"}, {"policy-unknown-key"}},
         [](RealDomain &domain) { domain.policy.replace("mx: ", "nmx: "); }},
        {"not-covered",
         {"at-risk", "enforce", {"mx-not-covered", "mx-none-covered"}, {"mx-cert-name"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: mail."); }},
        {"not-covered-in-testing",
         {"at-risk", "testing", {"mx-not-covered", "mx-none-covered", "policy-mode-testing"}, {}, {"mx1 ok"}},
         [](RealDomain &domain) {
             domain.policy.replace("mx: mx1.", "mx: mail.");
             domain.policy.replace("enforce", "testing");
         }},
        {"pattern-wildcard",
         {"protected", "enforce", {}, {"mx-not-covered", "policy-mx-broad"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: *."); }},
        {"pattern-in-capitals",
         {"protected", "enforce", {}, {"mx-not-covered", "policy-mx-pattern"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.pattern", "mx: MX1.PATTERN"); }},
        {"pattern-too-deep",
         {"at-risk", "enforce", {"mx-not-covered", "mx-none-covered", "policy-mx-unused"}, {}},
         [](RealDomain &domain) {
             domain.mx.first().host = "mx1.in." + domain.name;
             domain.policy.replace("mx: mx1.", "mx: *.");
         }},
        {"pattern-is-not-its-parent",
         {"at-risk", "enforce", {"mx-not-covered", "mx-none-covered"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: *.mx1."); }},
        {"pattern-unused",
         {"protected", "enforce", {"policy-mx-unused"}, {"mx-not-covered"}},
         [](RealDomain &domain) { domain.policy.replace("max_age", "mx: old.pattern-unused.example\r\nmax_age"); }},
        {"pattern-of-a-provider",
         {"protected", "enforce", {"policy-mx-broad", "policy-mx-unused"}, {"policy-mx-pattern"}},
         [](RealDomain &domain) { domain.policy.replace("max_age", "mx: *.com\r\nmax_age"); }},
        {"pattern-with-dot",
         {unprotected, invalid, {"policy-mx-pattern"}, {"mx-not-covered"}},
         [](RealDomain &domain) { domain.policy.replace(".example\r\nmax", ".example.\r\nmax"); }},
        {"pattern-inside",
         {unprotected, invalid, {"policy-mx-pattern"}, {"policy-mx-broad"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.", "mx: mx*."); }},
        {"pattern-star",
         {unprotected, invalid, {"policy-mx-pattern"}, {"policy-mx-broad"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1.pattern-star.example", "mx: *"); }},
        {"pattern-url",
         {unprotected, invalid, {"policy-mx-pattern"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy.replace("mx: ", "mx: https://"); }},
        {"pattern-address",
         {unprotected, invalid, {"policy-mx-pattern"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx1.pattern-address.example", "192.0.2.1"); }},
        {"pattern-placeholder",
         {unprotected, invalid, {"policy-mx-pattern"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx1.pattern", "<yourdomain>"); }},
        {"pattern-underscore",
         {unprotected, invalid, {"policy-mx-pattern"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1", "mx: mx_1"); }},
        {"pattern-priority",
         {unprotected, invalid, {"policy-mx-pattern"}, {"policy-near-miss"}},
         [](RealDomain &domain) { domain.policy.replace("mx: ", "mx: Priority 10: "); }},
        {"pattern-null",
         {unprotected, invalid, {"policy-mx-pattern"}, {}},
         [](RealDomain &domain) { domain.policy.replace("mx1.pattern-null.example", "."); }},
        {"pattern-empty",
         {unprotected, invalid, {"policy-mx-pattern"}, {"policy-mx-missing"}},
         [](RealDomain &domain) { domain.policy.replace("mx1.pattern-empty.example", ""); }},
        {"patterns-on-one-line",
         {unprotected, invalid, {"policy-mx-pattern"}, {}},
         [](RealDomain &domain) { domain.policy.replace(".example\r\nmax", ".example, mx2.example\r\nmax"); }},
    };
}

} // namespace

QList<Scenario> policyScenarios()
{
    return formScenarios() + fieldScenarios() + patternScenarios();
}

} // namespace mta::fakes
