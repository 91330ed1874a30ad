// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Postfix as mail server: what it says, when, and its TLS.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

QList<Scenario> greetingScenarios()
{
    return {
        {"postfix", {"protected", "enforce", {}, {"mx-slow", "mx-tls-weak"}, {"mx1 address ok"}}, [](RealDomain &) {}},
        {"mx-later",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-absent", "mx-greeting"}, {"mx1 address untested temporary"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_client_restrictions=defer"});
         }},
        {"mx-later-with-421",
         {"undetermined",
          "enforce",
          {"mx-untestable"},
          {"starttls-absent", "mx-greeting", "mx-unreachable"},
          {"mx1 address untested temporary"}},
         [](RealDomain &domain) {
             setMxOptions(domain,
                          {"smtpd_delay_reject=no", "smtpd_client_restrictions=defer", "access_map_defer_code=421", "defer_code=421"});
         }},
        {"mx-greylisting-at-ehlo",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-absent", "mx-ehlo"}, {"mx1 address untested temporary"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_helo_required=yes", "smtpd_helo_restrictions=defer"});
         }},
        {"mx-greylisting-at-recipient", // later than an audit goes
         {"protected", "enforce", {}, {"mx-untestable"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_recipient_restrictions=defer"}); }},
        {"mx-one-later",
         {"protected", "enforce", {"mx-untestable"}, {"starttls-absent"}, {"mx1 ok", "mx2 untested"}},
         [](RealDomain &domain) {
             addMailServer(domain, "mx2").addresses.first().options = {"smtpd_delay_reject=no", "smtpd_client_restrictions=defer"};
         }},
        {"mx-unwelcome",
         {"at-risk", "enforce", {"mx-greeting"}, {"starttls-absent", "mx-unreachable"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_client_restrictions=reject"});
         }},
        {"mx-helo-refused",
         {"at-risk", "enforce", {"mx-ehlo"}, {"starttls-absent", "mx-greeting"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_helo_required=yes", "smtpd_helo_restrictions=reject"});
         }},
        {"mx-tarpit",
         {"undetermined",
          "enforce",
          {"mx-untestable"},
          {"starttls-absent", "mx-timeout", "mx-slow", "mx-unreachable"},
          {"mx1 address untested tarpit"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_delay_reject=no", "smtpd_client_restrictions=sleep,60"});
         }},
        {"mx-slow",
         {"protected", "enforce", {"mx-slow"}, {"mx-timeout", "mx-untestable"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             domain.mx.first().addresses.first().options = {"smtpd_delay_reject=no", "smtpd_client_restrictions=sleep,6"};
         }},
        {"mx-postscreen",
         {"protected", "enforce", {}, {"mx-untestable", "mx-protocol", "mx-greeting"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             RealAddress &address = domain.mx.first().addresses.first();
             address.postscreen = true;
             address.options = {"postscreen_greet_wait=2s", "postscreen_greet_action=enforce", "postscreen_access_list=",
                                "postscreen_dnsbl_sites=",  "postscreen_cache_map=",           "soft_bounce=no"};
         }},
    };
}

QList<Scenario> tlsScenarios()
{
    return {
        {"mx-no-starttls",
         {"at-risk", "enforce", {"starttls-absent"}, {"starttls-hidden", "mx-tls-failed"}, {"mx1 address starttls-not-supported"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_security_level=none"}); }},
        {"mx-no-starttls-no-policy",
         {"unprotected", "absent", {"starttls-absent"}, {"starttls-hidden"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             setMxOptions(domain, {"smtpd_tls_security_level=none"});
         }},
        {"mx-no-starttls-in-testing",
         {"at-risk", "testing", {"starttls-absent", "policy-mode-testing"}, {}},
         [](RealDomain &domain) {
             domain.policy.replace("enforce", "testing");
             setMxOptions(domain, {"smtpd_tls_security_level=none"});
         }},
        {"mx-starttls-discarded", // Postfix then refuses the command too
         {"at-risk", "enforce", {"starttls-absent"}, {"starttls-hidden"}, {"mx1 address starttls-not-supported"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_discard_ehlo_keywords=starttls"}); }},
        {"mx-ehlo-unknown",
         {"at-risk", "enforce", {"starttls-absent"}, {"mx-ehlo", "mx-protocol"}, {"mx1 address starttls-not-supported"}},
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 peer.write("220 old.example\r\n");
                 peer.readUntil("\r\n");
                 peer.write("502 what\r\n");
                 peer.waitUntilClosed();
             });
         }},
        {"mx-rsa-tls12",
         {"protected", "enforce", {}, {"mx-tls-old", "mx-tls-weak"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::RsaKey);
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.2"});
         }},
        {"mx-tls13",
         {"protected", "enforce", {}, {"mx-tls-failed"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.3"}); }},
        {"mx-tls11",
         {"at-risk", "enforce", {"mx-tls-old"}, {"mx-tls-failed"}, {"mx1 address validation-failure tls-old"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.1", "tls_medium_cipherlist=ALL:@SECLEVEL=0"});
         }},
        {"mx-tls10",
         {"at-risk", "enforce", {"mx-tls-old"}, {"mx-tls-failed"}, {"mx1 address validation-failure tls-old"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1", "tls_medium_cipherlist=ALL:@SECLEVEL=0"});
         }},
        {"mx-rsa-key-exchange",
         {"protected", "enforce", {"mx-tls-weak"}, {"mx-tls-failed", "mx-tls-old"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::RsaKey);
             setMxOptions(domain, {"smtpd_tls_protocols=TLSv1.2", "smtpd_tls_mandatory_ciphers=high", "smtpd_tls_ciphers=high",
                                   "tls_high_cipherlist=AES128-SHA"});
         }},
        {"mx-no-certificate", // TLS without any, by anonymous ciphers
         {"at-risk", "enforce", {"mx-tls-failed"}, {"mx-cert-untrusted", "starttls-absent"}},
         [](RealDomain &domain) {
             setMxOptions(domain, {"smtpd_tls_chain_files=", "smtpd_tls_cert_file=none"});
         }},
        {"mx-key-is-missing", // Postfix offers STARTTLS all the same
         {"at-risk",
          "enforce",
          {"mx-tls-failed"},
          {"starttls-absent", "mx-untestable", "starttls-refused"},
          {"mx1 address validation-failure handshake"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_chain_files=/nonexistent.pem"}); }},
        {"mx-wants-client-certificate",
         {"protected", "enforce", {}, {"mx-tls-failed"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_ask_ccert=yes"}); }},
        {"mx-tls-only", // a server that takes nothing without TLS
         {"protected", "enforce", {}, {"mx-protocol"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxOptions(domain, {"smtpd_tls_security_level=encrypt"}); }},
    };
}

QList<Scenario> certificateScenarios()
{
    return {
        {"mx-expired",
         {"at-risk", "enforce", {"mx-cert-expired"}, {"mx-cert-untrusted", "mx-cert-expires-soon"}, {"mx1 address certificate-expired"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::Expired); }},
        {"mx-expired-in-testing",
         {"at-risk", "testing", {"mx-cert-expired", "policy-mode-testing"}, {}, {"mx1 address certificate-expired"}},
         [](RealDomain &domain) {
             domain.policy.replace("enforce", "testing");
             setMxCertificate(domain, CertificateFault::Expired);
         }},
        {"mx-expired-no-policy",
         {"unprotected", "absent", {"mx-cert-expired", "sts-record-absent"}, {}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             setMxCertificate(domain, CertificateFault::Expired);
         }},
        {"mx-expired-mode-none",
         {"unprotected", "none", {"mx-cert-expired", "policy-mode-none"}, {"mx-not-covered"}},
         [](RealDomain &domain) {
             domain.policy.replace("enforce", "none");
             setMxCertificate(domain, CertificateFault::Expired);
         }},
        {"mx-one-expired",
         {"at-risk", "enforce", {"mx-cert-expired"}, {}, {"mx1 ok", "mx2 certificate-expired"}},
         [](RealDomain &domain) { addMailServer(domain, "mx2").addresses.first().certificate = CertificateFault::Expired; }},
        {"mx-future",
         {"at-risk", "enforce", {"mx-cert-not-yet-valid"}, {"mx-cert-expired"}, {"mx1 address validation-failure not-yet-valid"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::NotYetValid); }},
        {"mx-self-signed",
         {"at-risk", "enforce", {"mx-cert-self-signed"}, {"mx-cert-untrusted"}, {"mx1 address certificate-not-trusted"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::SelfSigned); }},
        {"mx-untrusted",
         {"at-risk", "enforce", {"mx-cert-untrusted"}, {"mx-cert-self-signed"}, {"mx1 address certificate-not-trusted"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::UntrustedRoot); }},
        {"mx-incomplete",
         {"at-risk", "enforce", {"mx-cert-incomplete-chain"}, {"mx-cert-untrusted"}, {"mx1 address certificate-not-trusted"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::MissingIntermediate); }},
        {"mx-old-intermediate",
         {"at-risk", "enforce", {"mx-cert-expired"}, {"mx-cert-untrusted"}, {"mx1 address certificate-expired"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::ExpiredIntermediate); }},
        {"mx-other-name",
         {"at-risk", "enforce", {"mx-cert-name"}, {"mx-cert-no-san"}, {"mx1 address certificate-host-mismatch"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::OtherName); }},
        {"mx-deep-wildcard",
         {"at-risk", "enforce", {"mx-cert-name"}, {}, {"mx1 address certificate-host-mismatch"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::DeepWildcard); }},
        {"mx-domain-name",
         {"at-risk", "enforce", {"mx-cert-name"}, {}, {"mx1 address certificate-host-mismatch"}}, // the mail domain, which does not count
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::ParentName); }},
        {"mx-common-name",
         {"at-risk", "enforce", {"mx-cert-no-san"}, {"mx-cert-untrusted"}, {"mx1 address certificate-host-mismatch"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::CommonNameOnly); }},
        {"mx-several-faults",
         {"at-risk", "enforce", {"mx-cert-name", "mx-cert-expired", "mx-cert-untrusted"}, {}, {"mx1 address certificate-host-mismatch"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::Several); }},
        {"mx-wildcard",
         {"protected", "enforce", {}, {"mx-cert-name"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::Wildcard); }},
        {"mx-capitals",
         {"protected", "enforce", {}, {"mx-cert-name"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::UpperCase); }},
        {"mx-chain-in-disorder",
         {"protected", "enforce", {}, {"mx-cert-untrusted", "mx-cert-incomplete-chain"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::RootIncluded); }},
        {"mx-expires-soon",
         {"protected", "enforce", {"mx-cert-expires-soon"}, {"mx-cert-expired"}, {"mx1 address ok"}},
         [](RealDomain &domain) { setMxCertificate(domain, CertificateFault::ExpiresSoon); }},
    };
}

} // namespace

QList<Scenario> mailScenarios()
{
    return greetingScenarios() + tlsScenarios() + certificateScenarios();
}

} // namespace mta::fakes
