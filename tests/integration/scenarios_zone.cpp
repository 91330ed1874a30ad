// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Zones that are signed, unsigned, spoilt, or not served at all, and TLSA records in them.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

void setZone(RealDomain &domain, ZoneKind kind)
{
    domain.zone = kind;
}

QList<Scenario> signatureScenarios()
{
    return {
        {"unsigned",
         {"protected", "enforce", {"dnssec-unsigned"}, {"dnssec-bogus"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::Unsigned); }},
        {"tampered",
         {"undetermined", "undetermined", {"dnssec-bogus", "sts-dns-error"}, {"sts-record-absent"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::Tampered); }},
        {"signatures-expired",
         {"undetermined",
          "undetermined",
          {"dnssec-bogus", "sts-dns-error", "mx-dns-error", "tlsrpt-dns-error"},
          {"sts-record-absent", "mx-no-address", "domain-nxdomain", "tlsrpt-absent"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::Expired); }},
        {"ds-of-another-key",
         {"undetermined",
          "undetermined",
          {"dnssec-bogus", "sts-dns-error", "mx-dns-error", "tlsrpt-dns-error"},
          {"sts-record-absent", "mx-no-address", "domain-nxdomain"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::WrongDs); }},
        {"policy-host-bogus",
         {"unprotected", "policy-unavailable", {"dnssec-bogus", "policy-host-dns-error"}, {"policy-host-no-address", "sts-dns-error"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.zones = {{"mta-sts.{domain}.", ZoneKind::WrongDs, {"mta-sts.{domain}. A 127.0.0.1"}}};
         }},
        {"mx-host-bogus",
         {"undetermined", "enforce", {"dnssec-bogus", "mx-dns-error"}, {"mx-no-address", "mx-unreachable", "sts-dns-error"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 mx1.{domain}."};
             domain.zones = {{"mx1.{domain}.", ZoneKind::Expired, {"mx1.{domain}. A 127.0.0.1"}}};
         }},
    };
}

QList<Scenario> daneScenarios()
{
    return {
        {"tlsa-matches",
         {"protected", "enforce", {"dane-valid"}, {"dane-mismatch", "dane-insecure", "dane-conflict", "dnssec-unsigned"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.mx.first().tlsa = RealTlsa::Matching; }},
        {"tlsa-is-stale",
         {"at-risk", "enforce", {"dane-mismatch", "dane-conflict"}, {"dane-valid", "mx-cert-untrusted"}, {"mx1 tlsa-invalid"}},
         [](RealDomain &domain) { domain.mx.first().tlsa = RealTlsa::Stale; }},
        {"tlsa-is-not-signed",
         {"protected", "enforce", {"dane-insecure", "dnssec-unsigned"}, {"dane-valid", "dane-mismatch"}},
         [](RealDomain &domain) {
             setZone(domain, ZoneKind::Unsigned);
             domain.mx.first().tlsa = RealTlsa::Stale;
         }},
        {"tlsa-without-policy",
         {"unprotected", "absent", {"dane-valid"}, {"dane-mismatch", "mx-cert-name", "mx-cert-expired"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             setMxCertificate(domain, CertificateFault::Expired);
             domain.mx.first().tlsa = RealTlsa::Matching;
         }},
    };
}

QList<Scenario> failureScenarios()
{
    return {
        {"zone-fails",
         {"undetermined",
          "undetermined",
          {"sts-dns-error", "mx-dns-error", "tlsrpt-dns-error"},
          {"dnssec-bogus", "sts-record-absent", "tlsrpt-absent", "domain-nxdomain"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::Failing); }},
        {"zone-is-lame",
         {"undetermined",
          "undetermined",
          {"sts-dns-error", "mx-dns-error", "tlsrpt-dns-error"},
          {"dnssec-bogus", "sts-record-absent", "domain-nxdomain"}},
         [](RealDomain &domain) { setZone(domain, ZoneKind::Lame); },
         Needs::Recursion},
        {"record-lookup-fails",
         {"undetermined", "undetermined", {"sts-dns-error"}, {"sts-record-absent", "mx-dns-error", "policy-host-no-address"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.zones = {{"_mta-sts.{domain}.", ZoneKind::Failing}};
         }},
        {"record-alias-fails",
         {"undetermined", "undetermined", {"sts-dns-error"}, {"sts-record-absent", "sts-cname-broken"}},
         [](RealDomain &domain) {
             domain.sts.clear();
             domain.records = {"_mta-sts.{domain}. CNAME record.broken-provider.example."};
             domain.zones = {{"broken-provider.example.", ZoneKind::Failing}};
         },
         Needs::Recursion},
        {"policy-host-lookup-fails",
         {"unprotected", "policy-unavailable", {"policy-host-dns-error"}, {"policy-host-no-address", "policy-host-dangling"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.zones = {{"mta-sts.{domain}.", ZoneKind::Failing}};
         }},
        {"mx-host-lookup-fails",
         {"undetermined", "enforce", {"mx-dns-error"}, {"mx-no-address", "mx-unreachable"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 mx1.{domain}."};
             domain.zones = {{"mx1.{domain}.", ZoneKind::Failing}};
         }},
        {"one-of-two-mx-lookups-fails",
         {"protected", "enforce", {}, {"mx-dns-error", "mx-no-address"}},
         [](RealDomain &domain) {
             domain.records = {"{domain}. MX 20 mx2.{domain}."};
             domain.policy.replace("max_age", "mx: mx2.one-of-two-mx-lookups-fails.example\r\nmax_age");
             domain.zones = {{"mx2.{domain}.", ZoneKind::Failing}};
         }},
        {"no-such-domain",
         {"not-applicable", "absent", {"domain-nxdomain"}, {"sts-record-absent", "mx-no-address", "tlsrpt-absent", "domain-parked"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.reports.clear();
             domain.mx.clear();
         }},
        {"parked",
         {"unprotected", "absent", {"domain-parked"}, {"domain-nxdomain", "mx-no-address", "tlsrpt-absent", "mx-implicit"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.reports.clear();
             domain.mx.clear();
             domain.records = {"{domain}. TXT \"v=spf1 -all\""};
         }},
        {"record-without-mail",
         {"at-risk", "enforce", {"mx-no-address", "tlsrpt-rua-undeliverable"}, {"domain-parked", "domain-nxdomain", "mx-unreachable"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. TXT \"v=spf1 -all\""};
         }},
    };
}

} // namespace

QList<Scenario> zoneScenarios()
{
    return signatureScenarios() + daneScenarios() + failureScenarios();
}

} // namespace mta::fakes
