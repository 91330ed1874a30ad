// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// What the policy host answers: status, headers, transfer, and the octets of the file.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

constexpr auto unprotected = "unprotected";
constexpr auto unavailable = "policy-unavailable";

template<int status>
void returns(RealDomain &domain)
{
    domain.policyDirectives = "return " + QByteArray::number(status) + ';';
}

template<int status>
void redirects(RealDomain &domain)
{
    domain.policyDirectives = "return " + QByteArray::number(status) + " https://www.elsewhere.example/mta-sts.txt;";
}

QList<Scenario> statusScenarios()
{
    const Expected redirected{
        unprotected, unavailable, {"policy-http-redirect"}, {"policy-http-status", "policy-syntax", "policy-content-type"}};
    const Expected refused{
        unprotected, unavailable, {"policy-http-status"}, {"policy-http-redirect", "policy-syntax", "policy-content-type"}};
    return {
        {"redirect-301", redirected, redirects<301>},
        {"redirect-302", redirected, redirects<302>},
        {"redirect-303", redirected, redirects<303>},
        {"redirect-307", redirected, redirects<307>},
        {"redirect-308", redirected, redirects<308>},
        {"redirect-to-itself", redirected,
         [](RealDomain &domain) { domain.policyDirectives = "return 301 https://mta-sts." + domain.name + "/.well-known/mta-sts.txt;"; }},
        {"redirect-to-http", redirected,
         [](RealDomain &domain) { domain.policyDirectives = "return 302 http://mta-sts." + domain.name + "/.well-known/mta-sts.txt;"; }},
        {"redirect-to-nowhere", redirected, [](RealDomain &domain) { playWeb(domain, answerFile("301 Moved Permanently", {})); }},
        {"redirect-with-the-file", redirected, // the file itself is in the answer; it does not count
         [](RealDomain &domain) {
             playWeb(domain, answerFile("302 Found\r\nLocation: /mta-sts.txt\r\nContent-Type: text/plain", domain.policy));
         }},
        {"status-300", refused, [](RealDomain &domain) { playWeb(domain, answerFile("300 Multiple Choices", {})); }},
        {"status-304", refused, [](RealDomain &domain) { playWeb(domain, answer("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")); }},
        {"status-201", refused,
         [](RealDomain &domain) { playWeb(domain, answerFile("201 Created\r\nContent-Type: text/plain", domain.policy)); }},
        {"status-203", refused,
         [](RealDomain &domain) {
             playWeb(domain, answerFile("203 Non-Authoritative Information\r\nContent-Type: text/plain", domain.policy));
         }},
        {"status-204", refused, returns<204>},
        {"status-206", refused,
         [](RealDomain &domain) {
             playWeb(domain, answerFile("206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nContent-Type: text/plain", domain.policy));
         }},
        {"status-400", refused, returns<400>},
        {"status-401", refused, returns<401>},
        {"status-403", refused, returns<403>},
        {"status-404", refused, returns<404>},
        {"status-404-with-the-file", refused,
         [](RealDomain &domain) { playWeb(domain, answerFile("404 Not Found\r\nContent-Type: text/plain", domain.policy)); }},
        {"status-404-with-a-large-page", refused,
         [](RealDomain &domain) { playWeb(domain, answerFile("404 Not Found\r\nContent-Type: text/html", QByteArray(100000, 'x'))); }},
        {"status-410", refused, returns<410>},
        {"status-421", refused, returns<421>},
        {"status-429", refused, returns<429>},
        {"status-500", refused, returns<500>},
        {"status-502", refused,
         [](RealDomain &domain) { domain.policyDirectives = "proxy_pass http://127.79.0.1:9;"; }}, // a gateway to nobody
        {"status-503", refused, returns<503>},
        {"early-hints", // an interim answer before the real one
         {"protected", "enforce", {}, {"policy-http-status", "policy-http-malformed"}},
         [](RealDomain &domain) {
             playWeb(domain, answer("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n" +
                                    httpAnswer("200 OK\r\nContent-Type: text/plain", domain.policy)));
         }},
    };
}

QList<Scenario> headerScenarios()
{
    return {
        {"media-type",
         {"protected", "enforce", {"policy-content-type"}, {}},
         [](RealDomain &domain) { domain.policyDirectives = "types { } default_type text/html;"; }},
        {"media-type-with-charset",
         {"protected", "enforce", {}, {"policy-content-type"}},
         [](RealDomain &domain) { domain.policyDirectives = "types { } default_type 'text/plain; charset=utf-8';"; }},
        {"media-type-in-capitals",
         {"protected", "enforce", {}, {"policy-content-type"}},
         [](RealDomain &domain) { playWeb(domain, answerFile("200 OK\r\nCONTENT-TYPE: Text/Plain;charset=UTF-8", domain.policy)); }},
        {"media-type-missing",
         {"protected", "enforce", {"policy-content-type"}, {}},
         [](RealDomain &domain) { playWeb(domain, answerFile("200 OK", domain.policy)); }},
        {"media-type-binary",
         {"protected", "enforce", {"policy-content-type"}, {}},
         [](RealDomain &domain) { domain.policyDirectives = "types { } default_type application/octet-stream;"; }},
        {"gzip-on",
         {"protected", "enforce", {}, {"policy-content-encoding"}},
         [](RealDomain &domain) { domain.policyDirectives = "gzip on; gzip_min_length 0; gzip_types *;"; }},
        {"gzip-always",
         {"protected", "enforce", {"policy-content-encoding"}, {"policy-syntax", "policy-encoding"}},
         [](RealDomain &domain) { domain.compressed = true; }},
        {"coding-identity",
         {"protected", "enforce", {}, {"policy-content-encoding"}},
         [](RealDomain &domain) {
             playWeb(domain, answerFile("200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: identity", domain.policy));
         }},
        {"long-headers",
         {"protected", "enforce", {}, {"policy-http-malformed", "policy-too-large"}},
         [](RealDomain &domain) { domain.policyDirectives = "add_header Content-Security-Policy '" + QByteArray(3000, 'x') + "';"; }},
        {"endless-header",
         {unprotected, unavailable, {"policy-too-large"}, {"policy-http-truncated", "policy-host-timeout"}},
         [](RealDomain &domain) {
             playWeb(domain, answer("HTTP/1.1 200 OK\r\nX-Endless: " + QByteArray(300000, 'x') + "\r\nContent-Length: 0\r\n\r\n"));
         }},
        {"http10",
         {"protected", "enforce", {}, {"policy-http-malformed", "policy-http-truncated"}},
         [](RealDomain &domain) { playWeb(domain, answer("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + domain.policy)); }},
        {"http2-only",
         {unprotected, unavailable, {"policy-http-malformed"}, {"policy-tls-failed", "policy-syntax"}},
         [](RealDomain &domain) { // SETTINGS, then GOAWAY: RFC 9113 §3.4
             playWeb(domain, answer(QByteArray("\0\0\0\4\0\0\0\0\0", 9) + QByteArray("\0\0\x08\7\0\0\0\0\0\0\0\0\0\0\0\0\1", 17)));
         }},
        {"http2-offered", // beside HTTP/1.1
         {"protected", "enforce", {}, {"policy-http-malformed"}},
         [](RealDomain &domain) { domain.listenOptions = " http2"; }},
        {"not-http",
         {unprotected, unavailable, {"policy-http-malformed"}, {"policy-tls-failed", "policy-http-status"}},
         [](RealDomain &domain) { playWeb(domain, answer("220 mail.example ESMTP\r\n")); }},
        {"says-nothing", // and ends the connection in order
         {unprotected, unavailable, {"policy-host-unreachable"}, {"policy-host-timeout", "policy-tls-failed"}},
         [](RealDomain &domain) { playWeb(domain, answer({})); }},
        {"waits-for-ever",
         {unprotected, unavailable, {"policy-host-timeout"}, {"policy-host-unreachable", "policy-tls-failed"}},
         [](RealDomain &domain) {
             playWeb(domain, [](TlsPeer &peer, const TlsOptions &options) {
                 if (peer.startTls(options))
                     peer.waitUntilClosed();
             });
         }},
    };
}

QList<Scenario> transferScenarios()
{
    return {
        {"chunked",
         {"protected", "enforce", {}, {"policy-http-malformed", "policy-http-truncated"}},
         [](RealDomain &domain) { domain.policyDirectives = "ssi on; ssi_types *;"; }},
        {"chunks-cut",
         {unprotected, unavailable, {"policy-http-truncated"}, {"policy-syntax", "policy-http-malformed"}},
         [](RealDomain &domain) {
             playWeb(domain, answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                    QByteArray::number(domain.policy.size(), 16) + "\r\n" + domain.policy + "\r\n"));
         }},
        {"chunks-broken",
         {unprotected, unavailable, {"policy-http-malformed"}, {"policy-syntax", "policy-http-truncated"}},
         [](RealDomain &domain) {
             playWeb(domain, answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" +
                                    domain.policy + "\r\n0\r\n\r\n"));
         }},
        {"length-lies-up",
         {unprotected, unavailable, {"policy-http-truncated"}, {"policy-syntax"}},
         [](RealDomain &domain) {
             playWeb(domain, answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\n" + domain.policy));
         }},
        {"lengths-differ",
         {unprotected, unavailable, {"policy-http-malformed"}, {"policy-syntax"}},
         [](RealDomain &domain) { playWeb(domain, answerFile("200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5", domain.policy)); }},
        {"until-the-end", // close-delimited, with close_notify
         {"protected", "enforce", {}, {"policy-http-truncated"}},
         [](RealDomain &domain) { playWeb(domain, answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + domain.policy)); }},
        {"until-it-is-cut", // close-delimited, without
         {unprotected, unavailable, {"policy-http-truncated"}, {"policy-syntax", "policy-host-unreachable"}},
         [](RealDomain &domain) {
             playWeb(domain, [octets = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + domain.policy](TlsPeer &peer,
                                                                                                              const TlsOptions &options) {
                 answering(options, octets)(peer);
                 peer.cut();
             });
         }},
        {"whole-then-cut", // all is there, close_notify is missing
         {"protected", "enforce", {}, {"policy-http-truncated"}},
         [](RealDomain &domain) {
             playWeb(domain,
                     [octets = httpAnswer("200 OK\r\nContent-Type: text/plain", domain.policy)](TlsPeer &peer, const TlsOptions &options) {
                         answering(options, octets)(peer);
                         peer.cut();
                     });
         }},
        {"reset-in-the-body",
         {unprotected, unavailable, {"policy-http-truncated"}, {"policy-syntax"}},
         [](RealDomain &domain) {
             playWeb(domain, [](TlsPeer &peer, const TlsOptions &options) {
                 answering(options, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nversion: STSv1\r\n")(peer);
                 peer.pause(std::chrono::milliseconds(200));
                 peer.reset();
             });
         }},
        {"too-large",
         {unprotected, unavailable, {"policy-too-large"}, {"policy-http-truncated", "policy-syntax"}},
         [](RealDomain &domain) { domain.policy += "note: " + QByteArray(70000, 'x') + "\r\n"; }},
        {"exactly-64-kib",
         {"protected", "enforce", {}, {"policy-too-large"}},
         [](RealDomain &domain) { domain.policy += "note: " + QByteArray(65536 - domain.policy.size() - 8, 'x') + "\r\n"; }},
        {"one-octet-over-64-kib",
         {unprotected, unavailable, {"policy-too-large"}, {"policy-syntax"}},
         [](RealDomain &domain) { domain.policy += "note: " + QByteArray(65537 - domain.policy.size() - 8, 'x') + "\r\n"; }},
    };
}

} // namespace

QList<Scenario> policyAnswerScenarios()
{
    return statusScenarios() + headerScenarios() + transferScenarios();
}

} // namespace mta::fakes
