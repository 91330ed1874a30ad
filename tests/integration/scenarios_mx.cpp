// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// MX records, and whether mail servers can be reached.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

void nullMx(RealDomain &domain, const QByteArray &preference)
{
    domain.records = {"{domain}. MX " + preference + " ."};
    domain.mx.clear();
}

QList<Scenario> ofRecords()
{
    return {
        {"null-mx",
         {"not-applicable", "absent", {"mx-null"}, {"mx-no-address", "domain-nxdomain", "tlsrpt-absent", "domain-parked"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.reports.clear();
             nullMx(domain, "0");
         }},
        {"null-mx-of-preference-10",
         {"not-applicable", "absent", {"mx-null"}, {"mx-no-address", "mx-null-with-others"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.reports.clear();
             nullMx(domain, "10");
         }},
        {"null-mx-with-policy",
         {"not-applicable", "enforce", {"mx-null", "tlsrpt-rua-undeliverable"}, {"mx-no-address", "policy-mx-unused", "mx-none-covered"}},
         [](RealDomain &domain) { nullMx(domain, "0"); }},
        {"null-mx-beside-another",
         {"protected", "enforce", {"mx-null-with-others"}, {"mx-null", "mx-no-address"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.records = {"{domain}. MX 0 ."}; }},
        {"mx-duplicate",
         {"protected", "enforce", {"mx-duplicate"}, {"mx-null-with-others"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.records = {"{domain}. MX 30 mx1.{domain}."}; }},
        {"mx-two",
         {"protected", "enforce", {}, {"mx-single", "mx-duplicate"}, {"mx1 ok", "mx2 ok"}},
         [](RealDomain &domain) { addMailServer(domain, "mx2"); }},
        {"mx-alias",
         {"protected", "enforce", {"mx-is-cname"}, {"mx-cert-name", "mx-not-covered"}},
         [](RealDomain &domain) { // the name as published counts, never the alias's target
             domain.mx.first().certificateHost = domain.host("mx1");
             domain.mx.first().host = "relay." + domain.name;
             domain.mxRecords = false;
             domain.records = {"{domain}. MX 10 mx1.{domain}.", "mx1.{domain}. CNAME relay.{domain}."};
         }},
        {"mx-alias-to-nowhere",
         {"at-risk", "enforce", {"mx-is-cname", "mx-no-address", "mx-host-takeover"}, {"mx-unreachable", "mx-dns-error"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 mx1.{domain}.", "mx1.{domain}. CNAME gone.provider.example."};
         }},
        {"mx-implicit",
         {"protected", "enforce", {"mx-implicit"}, {"mx-no-address", "mx-single"}},
         [](RealDomain &domain) {
             domain.mx.first().host = domain.name;
             domain.mxRecords = false;
             domain.policy.replace("mx: mx1.", "mx: ");
         }},
        {"mx-implicit-not-covered",
         {"at-risk", "enforce", {"mx-implicit", "mx-not-covered", "mx-none-covered"}, {"mx-no-address"}},
         [](RealDomain &domain) {
             domain.mx.first().host = domain.name;
             domain.mxRecords = false;
             domain.policy.replace("mx: mx1.", "mx: *.");
         }},
        {"mx-no-address",
         {"at-risk", "enforce", {"mx-no-address"}, {"mx-unreachable", "mx-dns-error"}, {"mx1 unreachable"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 mx1.{domain}."};
         }},
        {"mx-one-without-address",
         {"protected", "enforce", {"mx-no-address"}, {"mx-unreachable"}},
         [](RealDomain &domain) {
             domain.policy.replace("mx: mx1.", "mx: *.");
             domain.records = {"{domain}. MX 20 mx2.{domain}."};
         }},
        {"mx-is-an-address",
         {"at-risk", "enforce", {"mx-is-ip", "mx-no-address", "mx-not-covered", "mx-none-covered"}, {"mx-unreachable", "mx-dns-error"}},
         [](RealDomain &domain) {
             domain.mx.clear();
             domain.records = {"{domain}. MX 10 192.0.2.25."};
         }},
        {"mx-one-is-an-address",
         {"protected", "enforce", {"mx-is-ip", "mx-no-address", "mx-not-covered"}, {"mx-none-covered"}},
         [](RealDomain &domain) { domain.records = {"{domain}. MX 20 192.0.2.26."}; }},
        {"mx-by-wildcard",
         {"protected", "enforce", {}, {"mx-implicit", "mx-no-address"}},
         [](RealDomain &domain) { // the name itself exists by its host, so the wildcard is for others
             domain.records = {"*.{domain}. MX 10 mx1.{domain}."};
         }},
        {"mx-outside",
         {"protected", "enforce", {}, {"mx-not-covered", "mx-cert-name"}, {"in ok"}},
         [](RealDomain &domain) {
             domain.mx.first().host = "in.mx-outside-provider.example";
             domain.policy.replace("mx1.mx-outside.example", "*.mx-outside-provider.example");
         }},
        {"mx-many",
         {"protected", "enforce", {"mx-unreachable"}, {"mx-single", "mx-too-many", "mx-not-covered"}},
         [](RealDomain &domain) {
             domain.mxRecords = false;
             for (int i = 0; i < 10; ++i)
                 domain.records.append("{domain}. MX " + QByteArray::number(i) + " m" + QByteArray::number(i) + ".{domain}.");
             for (int i = 0; i < 10; ++i)
                 domain.records.append("m" + QByteArray::number(i) + ".{domain}. A 127.78.0.1");
             domain.mx.first().host = "m10." + domain.name;
             domain.records.append("{domain}. MX 5 m10.{domain}.");
             domain.policy.replace("mx: mx1.", "mx: *.");
         }},
    };
}

QList<Scenario> reachScenarios()
{
    return {
        {"mx-all-down",
         {"at-risk",
          "enforce",
          {"mx-unreachable"},
          {"starttls-absent", "mx-timeout", "mx-untestable"},
          {"mx1 address unreachable refused"}},
         [](RealDomain &domain) { domain.mx.first().addresses.first().presence = Presence::Down; }},
        {"mx-all-down-no-policy",
         {"unprotected", "absent", {"mx-unreachable"}, {"starttls-absent"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.mx.first().addresses.first().presence = Presence::Down;
         }},
        {"mx-one-down",
         {"protected", "enforce", {"mx-unreachable"}, {"starttls-absent"}, {"mx1 ok", "mx2 unreachable"}},
         [](RealDomain &domain) { addMailServer(domain, "mx2").addresses.first().presence = Presence::Down; }},
        {"mx-silent", // others answer on the port, so it is not blocked here
         {"at-risk",
          "enforce",
          {"mx-timeout"},
          {"mx-unreachable", "mx-untestable", "starttls-absent"},
          {"mx1 address unreachable timeout"}},
         [](RealDomain &domain) { domain.mx.first().addresses.first().presence = Presence::Silent; }},
        {"mx-one-silent",
         {"protected", "enforce", {"mx-timeout"}, {"mx-unreachable"}, {"mx1 ok", "mx2 unreachable"}},
         [](RealDomain &domain) { addMailServer(domain, "mx2").addresses.first().presence = Presence::Silent; }},
        {"mx-no-route-from-here",
         {"undetermined",
          "enforce",
          {"mx-untestable"},
          {"mx-unreachable", "mx-timeout", "starttls-absent"},
          {"mx1 address untested no-network"}},
         [](RealDomain &domain) { domain.mx.first().addresses.first().presence = Presence::NoRoute; },
         Needs::PrivateNetwork},
        {"mx-not-covered-and-down", // nobody would use it
         {"protected", "enforce", {"mx-not-covered", "mx-unreachable"}, {"mx-none-covered"}},
         [](RealDomain &domain) {
             domain.mx.append({domain.host("old")});
             domain.mx.last().addresses.first().presence = Presence::Down;
         }},
    };
}

QList<Scenario> addressesOfOneHost()
{
    return {
        {"mx-second-address-down",
         {"protected",
          "enforce",
          {"mx-address-differs"},
          {"mx-unreachable", "mx-timeout", "mx-ipv6-failing"},
          {"mx1 ok", "mx1 address ok"}},
         [](RealDomain &domain) { domain.mx.first().addresses.append(RealAddress{.presence = Presence::Down}); }},
        {"mx-second-address-silent",
         {"protected", "enforce", {"mx-address-differs"}, {"mx-unreachable", "mx-timeout"}, {"mx1 ok"}},
         [](RealDomain &domain) { domain.mx.first().addresses.append(RealAddress{.presence = Presence::Silent}); }},
        {"mx-second-address-expired",
         {"protected", "enforce", {"mx-address-differs"}, {"mx-cert-expired"}, {"mx1 ok", "mx1 address certificate-expired"}},
         [](RealDomain &domain) { domain.mx.first().addresses.append(RealAddress{.certificate = CertificateFault::Expired}); }},
        {"mx-both-addresses-expired",
         {"at-risk", "enforce", {"mx-cert-expired"}, {"mx-address-differs"}, {"mx1 certificate-expired"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::Expired);
             domain.mx.first().addresses.append(RealAddress{.certificate = CertificateFault::Expired});
         }},
        {"policy-second-address-down",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-host-unreachable", "policy-host-timeout"}},
         [](RealDomain &domain) { domain.policyAddresses.append(RealAddress{.presence = Presence::Down}); }},
        {"policy-second-address-silent",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-host-unreachable", "policy-host-timeout"}},
         [](RealDomain &domain) { domain.policyAddresses.append(RealAddress{.presence = Presence::Silent}); }},
        {"policy-second-address-expired",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-cert-expired"}},
         [](RealDomain &domain) { domain.policyAddresses.append(RealAddress{.certificate = CertificateFault::Expired}); }},
        {"policy-second-address-other-file",
         {"protected", "enforce", {"policy-host-address-differs"}, {"policy-mode-testing"}},
         [](RealDomain &domain) {
             domain.policyAddresses.append(RealAddress{.policy = QByteArray(domain.policy).replace("enforce", "testing")});
         }},
        {"policy-second-address-same-file",
         {"protected", "enforce", {}, {"policy-host-address-differs"}},
         [](RealDomain &domain) { domain.policyAddresses.append(RealAddress{}); }},
        {"policy-both-addresses-down",
         {"unprotected", "policy-unavailable", {"policy-host-unreachable"}, {"policy-host-address-differs"}},
         [](RealDomain &domain) {
             domain.policyAddresses = {{.presence = Presence::Down}, {.presence = Presence::Down}};
         }},
    };
}

} // namespace

QList<Scenario> mxScenarios()
{
    return ofRecords() + reachScenarios() + addressesOfOneHost();
}

} // namespace mta::fakes
