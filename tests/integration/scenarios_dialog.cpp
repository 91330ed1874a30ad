// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Mail servers that do what Postfix never would.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

/// Says one thing to everybody and waits.
RealScript greeting(const QByteArray &octets)
{
    return [octets](TlsPeer &peer, const TlsOptions &) {
        peer.write(octets);
        peer.waitUntilClosed();
    };
}

RealScript answeringEhlo(const QByteArray &octets)
{
    return [octets](TlsPeer &peer, const TlsOptions &options) {
        peer.write("220 mx.example\r\n");
        peer.readUntil("\r\n");
        peer.write(octets);
        peer.readUntil("\r\n");
        finishInTls(peer, options);
    };
}

RealScript answeringStartTls(const QByteArray &octets)
{
    return [octets](TlsPeer &peer, const TlsOptions &) {
        greetAndOffer(peer);
        peer.write(octets);
        peer.waitUntilClosed();
    };
}

template<void (TlsPeer::*end)()>
void endsAtGreeting(TlsPeer &peer, const TlsOptions &)
{
    (peer.*end)();
}

QList<Scenario> greetingScenarios()
{
    const Expected unwelcome{
        "at-risk", "enforce", {"mx-greeting"}, {"starttls-absent", "mx-protocol", "mx-unreachable"}, {"mx1 unreachable"}};
    const Expected unreachable{
        "at-risk", "enforce", {"mx-unreachable"}, {"starttls-absent", "mx-greeting", "mx-protocol"}, {"mx1 address unreachable reset"}};
    const Expected later{"undetermined",
                         "enforce",
                         {"mx-untestable"},
                         {"starttls-absent", "mx-greeting", "mx-unreachable"},
                         {"mx1 address untested temporary"}};
    return {
        {"greets-554", unwelcome, [](RealDomain &domain) { playMail(domain, greeting("554 5.7.1 your address is listed\r\n")); }},
        {"greets-521", unwelcome, [](RealDomain &domain) { playMail(domain, greeting("521 no mail here\r\n")); }},
        {"greets-421", later, [](RealDomain &domain) { playMail(domain, greeting("421 too busy\r\n")); }},
        {"greets-450", later, [](RealDomain &domain) { playMail(domain, greeting("450 greylisted\r\n")); }},
        {"greets-in-http", unwelcome, [](RealDomain &domain) { playMail(domain, greeting("HTTP/1.1 400 Bad Request\r\n\r\n")); }},
        {"greets-in-ssh", unwelcome, [](RealDomain &domain) { playMail(domain, greeting("SSH-2.0-OpenSSH_9.2\r\n")); }},
        {"hangs-up", unreachable, [](RealDomain &domain) { playMail(domain, endsAtGreeting<&TlsPeer::cut>); }},
        {"resets", unreachable, [](RealDomain &domain) { playMail(domain, endsAtGreeting<&TlsPeer::reset>); }},
        {"never-greets",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-absent", "mx-timeout", "mx-slow"}, {"mx1 address untested tarpit"}},
         [](RealDomain &domain) { playMail(domain, greeting({})); }},
        {"greets-in-many-lines",
         {"protected", "enforce", {}, {"mx-protocol"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &options) {
                 peer.write("220-mx.example\r\n220-No advertisements\r\n220 ESMTP\r\n");
                 peer.readUntil("\r\n");
                 peer.write("250-mx.example\r\n250-SIZE 1000\r\n250-starttls\r\n250 8BITMIME\r\n");
                 peer.readUntil("\r\n");
                 finishInTls(peer, options);
             });
         }},
        {"bare-line-feeds",
         {"protected", "enforce", {}, {"mx-protocol"}, {"mx1 address ok"}},
         [](RealDomain &domain) { playMail(domain, answeringEhlo("250-mx.example\n250-odd \xff octets\n250 STARTTLS\n")); }},
        {"talks-early", // everything before it was asked
         {"protected", "enforce", {}, {"mx-protocol", "starttls-injection"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &options) {
                 peer.write("220 mx.example\r\n250-mx.example\r\n250 STARTTLS\r\n");
                 peer.readUntil("\r\n");
                 peer.readUntil("\r\n");
                 finishInTls(peer, options);
             });
         }},
    };
}

QList<Scenario> ehloScenarios()
{
    const Expected refused{"at-risk", "enforce", {"mx-ehlo"}, {"starttls-absent", "mx-greeting"}, {"mx1 unreachable"}};
    const Expected old{"at-risk", "enforce", {"starttls-absent"}, {"mx-ehlo", "starttls-hidden"}, {"mx1 address starttls-not-supported"}};
    const Expected broken{"at-risk", "enforce", {"mx-protocol"}, {"starttls-absent", "mx-greeting", "mx-ehlo"}, {"mx1 validation-failure"}};
    return {
        {"ehlo-550", refused, [](RealDomain &domain) { playMail(domain, answeringEhlo("550 go away\r\n")); }},
        {"ehlo-501", refused, [](RealDomain &domain) { playMail(domain, answeringEhlo("501 bad name\r\n")); }},
        {"ehlo-500", old, [](RealDomain &domain) { playMail(domain, answeringEhlo("500 unknown command\r\n")); }},
        {"ehlo-504", old, [](RealDomain &domain) { playMail(domain, answeringEhlo("504 not implemented\r\n")); }},
        {"ehlo-421",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-absent", "mx-ehlo"}, {"mx1 address untested temporary"}},
         [](RealDomain &domain) { playMail(domain, answeringEhlo("421 later\r\n")); }},
        {"ehlo-codes-differ", broken, [](RealDomain &domain) { playMail(domain, answeringEhlo("250-mx.example\r\n220 STARTTLS\r\n")); }},
        {"ehlo-garbage", broken, [](RealDomain &domain) { playMail(domain, answeringEhlo("what do you want\r\n")); }},
        {"ehlo-offers-nothing", old,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 peer.write("220 mx.example\r\n");
                 peer.readUntil("\r\n");
                 peer.write("250-mx.example\r\n250-SIZE\r\n250 XSTARTTLS\r\n");
                 peer.readUntil("\r\n");
                 peer.write("502 no\r\n");
                 peer.waitUntilClosed();
             });
         }},
    };
}

QList<Scenario> startTlsScenarios()
{
    const Expected refused{"at-risk",
                           "enforce",
                           {"starttls-refused"},
                           {"starttls-absent", "mx-tls-failed", "mx-untestable"},
                           {"mx1 address validation-failure starttls-refused"}};
    const Expected failed{"at-risk",
                          "enforce",
                          {"mx-tls-failed"},
                          {"starttls-absent", "starttls-refused", "mx-unreachable"},
                          {"mx1 address validation-failure handshake"}};
    return {
        {"starttls-454", refused, [](RealDomain &domain) { playMail(domain, answeringStartTls("454 TLS not available\r\n")); }},
        {"starttls-501", refused, [](RealDomain &domain) { playMail(domain, answeringStartTls("501 no parameters\r\n")); }},
        {"starttls-421",
         {"undetermined", "enforce", {"mx-untestable"}, {"starttls-refused"}, {"mx1 address untested temporary"}},
         [](RealDomain &domain) { playMail(domain, answeringStartTls("421 later\r\n")); }},
        {"starttls-cut", refused,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 greetAndOffer(peer);
                 peer.cut();
             });
         }},
        {"starttls-injection",
         {"at-risk", "enforce", {"starttls-injection"}, {"mx-tls-failed", "mx-protocol"}, {"mx1 address validation-failure injection"}},
         [](RealDomain &domain) { playMail(domain, answeringStartTls("220 go ahead\r\n250 injected\r\n")); }},
        {"handshake-cut", failed,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 greetAndOffer(peer);
                 peer.write("220 go ahead\r\n");
                 peer.read();
                 peer.cut();
             });
         }},
        {"handshake-reset", failed,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 greetAndOffer(peer);
                 peer.write("220 go ahead\r\n");
                 peer.read();
                 peer.reset();
             });
         }},
        {"handshake-alert", failed,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 greetAndOffer(peer);
                 peer.write("220 go ahead\r\n");
                 peer.read();
                 peer.write(QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7)); // RFC 8446 §6: handshake_failure
                 peer.waitUntilClosed();
             });
         }},
        {"handshake-garbage", failed,
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &) {
                 greetAndOffer(peer);
                 peer.write("220 go ahead\r\n");
                 peer.read();
                 peer.write("500 command unrecognized\r\n");
                 peer.waitUntilClosed();
             });
         }},
        {"handshake-never-answered", failed, [](RealDomain &domain) { playMail(domain, answeringStartTls("220 go ahead\r\n")); }},
        {"cut-after-tls", // what a sender asks TLS for is there
         {"protected", "enforce", {}, {"mx-tls-failed", "mx-protocol"}, {"mx1 address ok"}},
         [](RealDomain &domain) {
             playMail(domain, [](TlsPeer &peer, const TlsOptions &options) {
                 greetAndOffer(peer);
                 peer.write("220 go ahead\r\n");
                 peer.startTls(options);
                 peer.readUntil("\r\n");
                 peer.cut();
             });
         }},
    };
}

QList<Scenario> certificateScenarios()
{
    return {
        {"mx-small-key",
         {"at-risk", "enforce", {"mx-cert-weak"}, {"mx-cert-untrusted", "mx-tls-failed"}, {"mx1 address certificate-not-trusted weak"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::SmallKey);
             playMail(domain, talkWell);
         }},
        {"mx-old-signature",
         {"at-risk", "enforce", {"mx-cert-weak"}, {"mx-cert-untrusted", "mx-tls-failed"}, {"mx1 address certificate-not-trusted weak"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::OldSignature);
             playMail(domain, talkWell);
         }},
        {"mx-revoked",
         {"at-risk", "enforce", {"mx-cert-revoked"}, {"mx-cert-untrusted"}, {"mx1 address certificate-not-trusted revoked"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::Revoked);
             playMail(domain, talkWell);
         }},
        {"mx-other-common-name-only",
         {"at-risk", "enforce", {"mx-cert-no-san"}, {"mx-cert-untrusted"}, {"mx1 address certificate-host-mismatch"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::OtherCommonNameOnly);
             playMail(domain, talkWell);
         }},
        {"mx-stripped-and-expired", // nobody gets as far as the certificate
         {"at-risk", "enforce", {"starttls-hidden"}, {"mx-cert-expired", "starttls-absent"}, {"mx1 address starttls-not-supported hidden"}},
         [](RealDomain &domain) {
             setMxCertificate(domain, CertificateFault::Expired);
             playMail(domain, answeringEhlo("250 mx.example\r\n"));
         }},
    };
}

} // namespace

QList<Scenario> dialogScenarios()
{
    return greetingScenarios() + ehloScenarios() + startTlsScenarios() + certificateScenarios();
}

} // namespace mta::fakes
