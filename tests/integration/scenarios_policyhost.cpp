// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// The policy host up to the end of the TLS handshake: names, connections, certificates.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

constexpr auto unprotected = "unprotected";
constexpr auto unavailable = "policy-unavailable";

QList<Scenario> hostScenarios()
{
    return {
        {"policy-down",
         {unprotected, unavailable, {"policy-host-unreachable"}, {"policy-host-timeout", "policy-tls-failed"}},
         [](RealDomain &domain) { domain.policyAddresses.first().presence = Presence::Down; }},
        {"policy-silent",
         {unprotected, unavailable, {"policy-host-timeout"}, {"policy-host-unreachable", "policy-tls-failed"}},
         [](RealDomain &domain) { domain.policyAddresses.first().presence = Presence::Silent; }},
        {"policy-no-route-from-here",
         {"undetermined", "undetermined", {}, {"policy-host-unreachable", "policy-host-timeout"}},
         [](RealDomain &domain) { domain.policyAddresses.first().presence = Presence::NoRoute; },
         Needs::PrivateNetwork},
        {"policy-reset",
         {unprotected, unavailable, {"policy-host-unreachable"}, {"policy-tls-failed", "policy-http-malformed"}},
         [](RealDomain &domain) { playWeb(domain, [](TlsPeer &peer, const TlsOptions &) { peer.reset(); }); }},
        {"policy-no-address",
         {unprotected, unavailable, {"policy-host-no-address"}, {"policy-host-dangling", "policy-host-unreachable"}},
         [](RealDomain &domain) { domain.policyAddresses.clear(); }},
        {"policy-host-without-address", // it exists, with another kind of record
         {unprotected, unavailable, {"policy-host-no-address"}, {"policy-host-dangling", "policy-host-dns-error"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.records = {"mta-sts.{domain}. TXT \"here\""};
         }},
        {"dangling",
         {unprotected, unavailable, {"policy-host-no-address", "policy-host-dangling"}, {"policy-host-dns-error"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.records = {"mta-sts.{domain}. CNAME gone.hosting.example."};
         }},
        {"dangling-far",
         {unprotected, unavailable, {"policy-host-no-address", "policy-host-dangling"}, {}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.records = {"mta-sts.{domain}. CNAME near.hosting.example.", "near.hosting.example. CNAME gone2.hosting.example."};
         }},
        {"alias-without-address", // nobody can take over a name that exists
         {unprotected, unavailable, {"policy-host-no-address"}, {"policy-host-dangling"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.records = {"mta-sts.{domain}. CNAME textonly.hosting.example.", "textonly.hosting.example. TXT \"here\""};
         }},
        {"policy-alias",
         {"protected", "enforce", {}, {"policy-host-dangling", "policy-cert-name"}},
         [](RealDomain &domain) { domain.policyAlias = "customers.hosting.example"; }},
        {"policy-other-default-site", // the right one is chosen by SNI
         {"protected", "enforce", {}, {"policy-cert-name", "policy-http-status"}},
         [](RealDomain &domain) { domain.policyAddresses.first().otherDefault = true; }},
        {"policy-wildcard-address",
         {unprotected, unavailable, {"policy-host-unreachable"}, {"policy-host-no-address"}},
         [](RealDomain &domain) {
             domain.policyAddresses.clear();
             domain.records = {"*.{domain}. A 127.79.0.1"};
         }},
    };
}

QList<Scenario> certificateScenarios()
{
    return {
        {"policy-expired",
         {unprotected, unavailable, {"policy-cert-expired"}, {"policy-cert-untrusted", "policy-cert-name", "policy-tls-failed"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::Expired); }},
        {"policy-future",
         {unprotected, unavailable, {"policy-cert-not-yet-valid"}, {"policy-cert-expired"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::NotYetValid); }},
        {"policy-expires-soon",
         {"protected", "enforce", {"policy-cert-expires-soon"}, {"policy-cert-expired"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::ExpiresSoon); }},
        {"policy-self-signed",
         {unprotected, unavailable, {"policy-cert-self-signed"}, {"policy-cert-incomplete-chain", "policy-cert-untrusted"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::SelfSigned); }},
        {"policy-untrusted",
         {unprotected, unavailable, {"policy-cert-untrusted"}, {"policy-cert-self-signed"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::UntrustedRoot); }},
        {"policy-incomplete",
         {unprotected, unavailable, {"policy-cert-incomplete-chain"}, {"policy-cert-untrusted"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::MissingIntermediate); }},
        {"policy-old-intermediate",
         {unprotected, unavailable, {"policy-cert-expired"}, {"policy-cert-untrusted", "policy-cert-incomplete-chain"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::ExpiredIntermediate); }},
        {"policy-other-name",
         {unprotected, unavailable, {"policy-cert-name"}, {"policy-cert-untrusted"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::OtherName); }},
        {"policy-parent-name",
         {unprotected, unavailable, {"policy-cert-name"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::ParentName); }},
        {"policy-deep-wildcard",
         {unprotected, unavailable, {"policy-cert-name"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::DeepWildcard); }},
        {"policy-common-name",
         {unprotected, unavailable, {"policy-cert-name"}, {}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::CommonNameOnly); }},
        {"policy-several-faults",
         {unprotected, unavailable, {"policy-cert-name", "policy-cert-expired", "policy-cert-untrusted"}, {"policy-http-status"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::Several); }},
        {"policy-wildcard",
         {"protected", "enforce", {}, {"policy-cert-name"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::Wildcard); }},
        {"policy-capitals",
         {"protected", "enforce", {}, {"policy-cert-name"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::UpperCase); }},
        {"policy-chain-in-disorder",
         {"protected", "enforce", {}, {"policy-cert-untrusted", "policy-cert-incomplete-chain"}},
         [](RealDomain &domain) { setPolicyCertificate(domain, CertificateFault::RootIncluded); }},
        {"policy-small-key",
         {unprotected, unavailable, {"policy-cert-weak"}, {"policy-tls-failed", "policy-cert-untrusted"}},
         [](RealDomain &domain) {
             setPolicyCertificate(domain, CertificateFault::SmallKey);
             playWeb(domain, answerFile("200 OK\r\nContent-Type: text/plain", domain.policy));
         }},
        {"policy-old-signature",
         {unprotected, unavailable, {"policy-cert-weak"}, {"policy-tls-failed", "policy-cert-untrusted"}},
         [](RealDomain &domain) {
             setPolicyCertificate(domain, CertificateFault::OldSignature);
             playWeb(domain, answerFile("200 OK\r\nContent-Type: text/plain", domain.policy));
         }},
        {"policy-revoked",
         {unprotected, unavailable, {"policy-revocation"}, {"policy-cert-untrusted", "policy-tls-failed"}},
         [](RealDomain &domain) {
             setPolicyCertificate(domain, CertificateFault::Revoked);
             playWeb(domain, answerFile("200 OK\r\nContent-Type: text/plain", domain.policy));
         }},
    };
}

QList<Scenario> tlsScenarios()
{
    return {
        {"policy-rsa-tls12",
         {"protected", "enforce", {}, {"policy-tls-old"}},
         [](RealDomain &domain) {
             setPolicyCertificate(domain, CertificateFault::RsaKey);
             domain.serverDirectives = "ssl_protocols TLSv1.2;";
         }},
        {"policy-tls13",
         {"protected", "enforce", {}, {"policy-tls-failed"}},
         [](RealDomain &domain) { domain.serverDirectives = "ssl_protocols TLSv1.3;"; }},
        {"policy-tls11",
         {unprotected, unavailable, {"policy-tls-old"}, {"policy-tls-failed"}},
         [](RealDomain &domain) { domain.serverDirectives = "ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;"; }},
        {"policy-tls10",
         {unprotected, unavailable, {"policy-tls-old"}, {"policy-tls-failed"}},
         [](RealDomain &domain) { domain.serverDirectives = "ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;"; }},
        {"policy-not-tls", // plain HTTP on the port of HTTPS
         {unprotected, unavailable, {"policy-tls-failed"}, {"policy-http-malformed", "policy-host-unreachable"}},
         [](RealDomain &domain) {
             playWeb(domain, [](TlsPeer &peer, const TlsOptions &) {
                 peer.read();
                 peer.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nPlain HTTP here\n");
             });
         }},
        {"policy-handshake-cut",
         {unprotected, unavailable, {"policy-host-unreachable"}, {"policy-host-timeout", "policy-http-malformed"}},
         [](RealDomain &domain) {
             playWeb(domain, [](TlsPeer &peer, const TlsOptions &) {
                 peer.read();
                 peer.cut();
             });
         }},
        {"policy-unknown-host-alert",
         {unprotected, unavailable, {"policy-tls-failed"}, {"policy-host-unreachable"}},
         [](RealDomain &domain) {
             playWeb(domain, [](TlsPeer &peer, const TlsOptions &) {
                 peer.read();
                 peer.write(QByteArray("\x15\x03\x03\x00\x02\x02\x70", 7)); // RFC 6066 §3: unrecognized_name
             });
         }},
        {"policy-wants-client-certificate",
         {unprotected, unavailable, {"policy-http-status"}, {"policy-cert-untrusted"}},
         [](RealDomain &domain) { domain.serverDirectives = "ssl_verify_client on; ssl_client_certificate ca.pem;"; }},
    };
}

} // namespace

QList<Scenario> policyHostScenarios()
{
    return hostScenarios() + certificateScenarios() + tlsScenarios();
}

} // namespace mta::fakes
