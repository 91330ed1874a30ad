// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltfacts.h"

#include "dnsmessage.h"
#include "factsbuilder.h"
#include "testca.h"

#include "dane/tlsa.h"
#include <QCryptographicHash>

namespace mta
{

namespace
{

const QString domain = QStringLiteral("good.example");
const QString policyHost = QStringLiteral("mta-sts.good.example");
const QString mx1 = QStringLiteral("mx1.good.example");

void keepOneMx(DomainFacts &facts)
{
    setMx(facts, {mx1});
    setPolicy(facts, policyText("enforce", "mx1.good.example"));
}

/// The same end for every address of the first mail server.
void endFirst(DomainFacts &facts, ProbeEnd end, SmtpDialog::Stage stage, SmtpDialog::Failure failure = SmtpDialog::Failure::None,
              std::optional<SmtpReply> reply = std::nullopt)
{
    for (MxProbe &probe : facts.mxHosts[0].probes) {
        probe = brokenProbe(probe.address.toString(), end, stage, failure);
        probe.reply = reply;
        if (stage >= SmtpDialog::Stage::StartTls)
            probe.plain = parseCapabilities({250, {"mx1.good.example", "STARTTLS"}});
    }
}

void forFirst(DomainFacts &facts, const std::function<void(TlsSession &)> &change)
{
    for (MxProbe &probe : facts.mxHosts[0].probes)
        change(probe.tls);
}

void endFetches(DomainFacts &facts, FetchEnd end, FetchStage stage)
{
    for (PolicyFetch &fetch : facts.fetches) {
        PolicyFetch broken;
        broken.address = fetch.address;
        broken.end = end;
        broken.stage = stage;
        if (stage > FetchStage::Handshake)
            broken.tls = fetch.tls;
        broken.tls.attempted = stage >= FetchStage::Handshake;
        fetch = broken;
    }
}

void answerWith(DomainFacts &facts, const std::function<void(PolicyFetch &)> &change)
{
    for (PolicyFetch &fetch : facts.fetches)
        change(fetch);
}

Certificate leafFor(const QString &host, int fromDay, int toDay)
{
    return certificateFor({host}, observedThen().addDays(fromDay), observedThen().addDays(toDay));
}

void changeLeaf(TlsSession &session, const std::function<void(Certificate &)> &change)
{
    Certificate leaf = session.chain.first();
    change(leaf);
    replaceLeaf(session, leaf);
}

void selfSign(TlsSession &session)
{
    changeLeaf(session, [](Certificate &leaf) {
        leaf.issuer = leaf.subject;
        leaf.selfIssued = true;
    });
    session.verdict = {Trust::SelfSigned, {session.chain.first()}, QStringLiteral("self-signed certificate")};
}

void distrust(TlsSession &session, Trust trust)
{
    session.verdict.trust = trust;
    session.verdict.path = {session.chain.first()};
    session.verdict.detail = QStringLiteral("unable to get local issuer certificate");
}

/// A session whose server says itself, by a stapled response, that its certificate is revoked.
void revoke(TlsSession &session, const QString &host)
{
    fakes::CertificateSpec rootSpec;
    rootSpec.commonName = QStringLiteral("Revoking Root");
    rootSpec.notBefore = observedThen().addYears(-1);
    rootSpec.notAfter = observedThen().addYears(1);
    rootSpec.authority = true;
    const fakes::Identity root = fakes::selfSigned(rootSpec);
    fakes::CertificateSpec spec;
    spec.commonName = host;
    spec.dnsNames = {host};
    spec.notBefore = observedThen().addDays(-30);
    spec.notAfter = observedThen().addDays(60);
    const fakes::Identity leaf = fakes::issue(spec, root);
    fakes::OcspSpec says;
    says.revoked = true;
    says.thisUpdate = observedThen().addSecs(-3600);
    says.nextUpdate = observedThen().addDays(3);
    session.chain = {leaf.certificate(), root.certificate()};
    session.verdict = {Trust::Trusted, session.chain, {}};
    session.ocspResponse = fakes::ocspResponse(leaf, root, root, says);
}

void weaken(TlsSession &session)
{
    changeLeaf(session, [](Certificate &leaf) {
        leaf.keyType = QStringLiteral("RSA");
        leaf.keyBits = 1024;
    });
}

QList<Spoilt> domainCases()
{
    return {
        {"domain-does-not-exist",
         {QStringLiteral("domain-nxdomain")},
         "not-applicable",
         [](DomainFacts &f) {
             f.mx = nxdomainLookup(domain, RecordType::Mx);
             f.sts = nxdomainLookup(QStringLiteral("_mta-sts.good.example"), RecordType::Txt);
             f.tlsRpt = nxdomainLookup(QStringLiteral("_smtp._tls.good.example"), RecordType::Txt);
             f.mxHosts.clear();
             f.fetches.clear();
             f.policyHost = {};
             f.reportDestinations.clear();
         }},
        {"domain-takes-no-mail-and-has-no-record",
         {},
         "unprotected",
         [](DomainFacts &f) {
             setRecord(f, {});
             f.mx = noDataLookup(domain, RecordType::Mx);
             f.domainAddresses = addressesOf(domain, {}, {});
             f.mxHosts.clear();
             f.fetches.clear();
         },
         {QStringLiteral("domain-parked")}},
        {"zone-fails-dnssec-validation",
         {QStringLiteral("dnssec-bogus"), QStringLiteral("mx-dns-error"), QStringLiteral("sts-dns-error"),
          QStringLiteral("tlsrpt-dns-error")},
         "undetermined",
         [](DomainFacts &f) {
             f.sts = bogusLookup(f.sts, QStringLiteral("signature expired"));
             f.mx = bogusLookup(f.mx, QStringLiteral("signature expired"));
             f.tlsRpt = bogusLookup(f.tlsRpt, QStringLiteral("signature expired"));
         }},
        {"clock-of-this-computer-is-wrong",
         {QStringLiteral("local-clock-wrong")},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.rootSignedFrom = observedThen().addYears(-1);
             f.witness.rootSignedUntil = observedThen().addYears(-1).addDays(21);
             forPolicySessions(f, [](TlsSession &s) { replaceLeaf(s, leafFor(policyHost, -400, -300)); });
         }},
        {"tls-is-intercepted-on-this-network",
         {QStringLiteral("tls-intercepted")},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.interceptingIssuer = QStringLiteral("CN=Office Inspection");
             forPolicySessions(f, [](TlsSession &s) { distrust(s, Trust::UntrustedRoot); });
         }},
        {"port-25-is-blocked-on-this-network",
         {},
         "undetermined",
         [](DomainFacts &f) {
             f.witness.smtpAnswered = false;
             f.witness.smtpSeemsBlocked = true;
             for (MxHost &host : f.mxHosts) {
                 for (MxProbe &probe : host.probes)
                     probe = brokenProbe(probe.address.toString(), ProbeEnd::Timeout, SmtpDialog::Stage::Greeting);
             }
         },
         {QStringLiteral("mx-untestable"), QStringLiteral("smtp-port-blocked")}},
    };
}

/// The second of the zone's two servers, whose first address says this instead.
template<class Change>
std::function<void(DomainFacts &)> secondServer(Change change)
{
    return [change](DomainFacts &f) {
        setAuthorities(f);
        change(f.authorities.servers[1].answers[0]);
    };
}

QList<Spoilt> nameserverCases()
{
    const QString ns2 = QStringLiteral("ns2.good.example");
    return {
        {"a-name-server-can-be-taken-over",
         {QStringLiteral("nameserver-takeover")},
         "protected",
         [](DomainFacts &f) {
             setAuthorities(f);
             const QString gone = QStringLiteral("ns.lapsed.example");
             const auto missing = [&](RecordType type) { return withSoa(nxdomainLookup(gone, type), QStringLiteral("example")); };
             f.authorities.servers[1] = {gone, {missing(RecordType::A), missing(RecordType::Aaaa)}};
         }},
        {"a-name-server-refuses", {QStringLiteral("nameserver-lame")}, "protected", secondServer([](ServerAnswers &answers) {
             for (Lookup *lookup : {&answers.soa, &answers.sts, &answers.tlsRpt, &answers.mx})
                 *lookup = failedLookup(lookup->question.name, lookup->question.type, AnswerStatus::Refused);
         })},
        {"a-name-server-is-silent",
         {},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers = {answers.address, {}, failedLookup(domain, RecordType::Soa, AnswerStatus::Timeout), {}, {}, {}};
         }),
         {QStringLiteral("nameserver-silent")}},
        {"a-name-server-holds-an-old-zone",
         {},
         "protected",
         secondServer([](ServerAnswers &answers) { answers.soa = authoritative(soaLookup(domain, 2026053100)); }),
         {QStringLiteral("zone-serial-differs")}},
        {"name-servers-disagree-about-the-record",
         {QStringLiteral("sts-record-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.sts = authoritative(txtLookup(QStringLiteral("_mta-sts.good.example"), {"v=STSv1; id=20260101T000000;"}));
         })},
        {"name-servers-disagree-about-the-mail-servers",
         {QStringLiteral("mx-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.mx = authoritative(mxLookup(domain, {{10, mx1}}));
         })},
        {"name-servers-disagree-about-reports",
         {QStringLiteral("tlsrpt-inconsistent")},
         "protected",
         secondServer([](ServerAnswers &answers) {
             answers.tlsRpt = authoritative(nxdomainLookup(QStringLiteral("_smtp._tls.good.example"), RecordType::Txt));
         })},
    };
}

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

QList<Spoilt> mxRecordCases()
{
    return {
        {"a-mail-server-can-be-taken-over",
         {QStringLiteral("mx-host-takeover"), QStringLiteral("mx-no-address")},
         "protected",
         [](DomainFacts &f) {
             const QString gone = QStringLiteral("mx.lapsed.example");
             setMx(f, {mx1, gone});
             setPolicy(f, policyText("enforce", "mx1.good.example\nmx: mx.lapsed.example"));
             const auto missing = [&](RecordType type) { return withSoa(nxdomainLookup(gone, type), QStringLiteral("example")); };
             f.mxHosts[1].addresses = {missing(RecordType::A), missing(RecordType::Aaaa)};
             f.mxHosts[1].probes.clear();
         }},
        {"no-mail-server-is-in-the-policy",
         {QStringLiteral("mx-none-covered"), QStringLiteral("mx-not-covered")},
         "at-risk",
         [](DomainFacts &f) { setPolicy(f, policyText("enforce", "*.other.example")); }},
        {"one-mail-server-is-not-in-the-policy",
         {QStringLiteral("mx-not-covered")},
         "at-risk",
         [](DomainFacts &f) { setPolicy(f, policyText("enforce", "mx1.good.example")); }},
        {"wildcard-is-one-label-too-deep",
         {QStringLiteral("mx-not-covered")},
         "at-risk",
         [](DomainFacts &f) {
             setMx(f, {mx1, QStringLiteral("a.b.good.example")});
             setPolicy(f, policyText("enforce", "*.good.example"));
         }},
        {"domain-has-a-null-mx",
         {},
         "not-applicable",
         [](DomainFacts &f) {
             f.mx = mxLookup(domain, {{0, QStringLiteral(".")}});
             f.mxHosts.clear();
         },
         {QStringLiteral("mx-null")}},
        {"null-mx-stands-beside-others",
         {QStringLiteral("mx-null-with-others")},
         "protected",
         [](DomainFacts &f) {
             f.mx = mxLookup(domain, {{0, QStringLiteral(".")}, {10, mx1}, {20, QStringLiteral("mx2.good.example")}});
         }},
        {"domain-is-its-own-mail-server",
         {},
         "protected",
         [](DomainFacts &f) {
             setMx(f, {domain});
             f.mx = noDataLookup(domain, RecordType::Mx);
             f.domainAddresses = f.mxHosts[0].addresses;
             f.mxHosts[0].preference = 0;
             setPolicy(f, policyText("enforce", "good.example"));
         },
         {QStringLiteral("mx-implicit")}},
        {"mail-server-has-no-address",
         {QStringLiteral("mx-no-address")},
         "protected",
         [](DomainFacts &f) {
             f.mxHosts[0].addresses = addressesOf(mx1, {}, {});
             f.mxHosts[0].probes.clear();
         }},
        {"domain-with-policy-has-neither-mail-server-nor-address",
         {QStringLiteral("mx-no-address")},
         "at-risk",
         [](DomainFacts &f) {
             f.mx = noDataLookup(domain, RecordType::Mx);
             f.domainAddresses = addressesOf(domain, {}, {});
             f.mxHosts.clear();
         }},
        {"mail-server-is-an-alias",
         {QStringLiteral("mx-is-cname")},
         "protected",
         [](DomainFacts &f) {
             HostAddresses &addresses = f.mxHosts[0].addresses;
             addresses.a.question.name = addresses.aaaa.question.name = QStringLiteral("real.good.example");
             const QString real = QStringLiteral("real.good.example");
             addresses.a = aliasLookup(mx1, addressLookup(real, {QStringLiteral("192.0.2.7")}));
             addresses.aaaa = aliasLookup(mx1, noDataLookup(real, RecordType::Aaaa));
             f.mxHosts[0].probes = {goodProbe(mx1, QStringLiteral("192.0.2.7"))};
         }},
        {"mx-record-holds-an-address",
         {QStringLiteral("mx-is-ip"), QStringLiteral("mx-no-address"), QStringLiteral("mx-not-covered")},
         "protected",
         [](DomainFacts &f) {
             const QString literal = QStringLiteral("192.0.2.99");
             f.mx = mxLookup(domain, {{10, mx1}, {20, literal}});
             f.mxHosts[1].name = literal;
             f.mxHosts[1].addresses = {nxdomainLookup(literal, RecordType::A), nxdomainLookup(literal, RecordType::Aaaa)};
             f.mxHosts[1].probes.clear();
         }},
        {"mail-servers-have-private-addresses",
         {QStringLiteral("mx-private-address"), QStringLiteral("policy-host-private-address")},
         "undetermined",
         [](DomainFacts &f) {
             f.conditions.allowPrivate = false;
             for (MxHost &host : f.mxHosts) {
                 for (MxProbe &probe : host.probes) {
                     probe = brokenProbe(probe.address.toString(), ProbeEnd::NotTried, SmtpDialog::Stage::Greeting);
                     probe.detail = QStringLiteral("guard");
                 }
             }
         }},
        {"domain-has-one-mail-server", {}, "protected", keepOneMx, {QStringLiteral("mx-single")}},
        {"mail-server-is-named-twice",
         {},
         "protected",
         [](DomainFacts &f) {
             f.mx = mxLookup(domain, {{10, mx1}, {20, QStringLiteral("mx2.good.example")}, {30, mx1}});
         },
         {QStringLiteral("mx-duplicate")}},
        {"domain-has-more-mail-servers-than-are-tested",
         {QStringLiteral("mx-too-many")},
         "protected",
         [](DomainFacts &f) {
             QList<std::pair<int, QString>> records;
             for (int i = 0; i < maxMxHosts - 1; ++i)
                 records.append({30, QStringLiteral("mx%1.other.example").arg(i)});
             f.mx = mxLookup(domain, QList<std::pair<int, QString>>{{10, mx1}, {20, QStringLiteral("mx2.good.example")}} + records);
         }},
    };
}

QList<Spoilt> mxCases()
{
    using Stage = SmtpDialog::Stage;
    using Failure = SmtpDialog::Failure;
    return {
        {"mail-server-lookup-fails",
         {QStringLiteral("mx-dns-error")},
         "undetermined",
         [](DomainFacts &f) {
             f.mx = failedLookup(domain, RecordType::Mx, AnswerStatus::Timeout);
             f.mxHosts.clear();
         }},
        {"mail-server-refuses-connections",
         {QStringLiteral("mx-unreachable")},
         "protected",
         [](DomainFacts &f) { endFirst(f, ProbeEnd::Refused, Stage::Greeting); }},
        {"mail-server-does-not-answer",
         {QStringLiteral("mx-timeout")},
         "protected",
         [](DomainFacts &f) { endFirst(f, ProbeEnd::Timeout, Stage::Greeting); }},
        {"mail-server-turns-senders-away",
         {QStringLiteral("mx-greeting")},
         "protected",
         [](DomainFacts &f) {
             endFirst(f, ProbeEnd::Complete, Stage::Greeting, Failure::GreetingPermanent, SmtpReply{554, {"go away"}});
         }},
        {"mail-server-refuses-ehlo",
         {QStringLiteral("mx-ehlo")},
         "protected",
         [](DomainFacts &f) {
             endFirst(f, ProbeEnd::Complete, Stage::Ehlo, Failure::EhloRefused, SmtpReply{550, {"no"}});
         }},
        {"mail-server-does-not-speak-smtp",
         {QStringLiteral("mx-protocol")},
         "at-risk",
         [](DomainFacts &f) { endFirst(f, ProbeEnd::Complete, Stage::Ehlo, Failure::Grammar); }},
        {"mail-server-is-slow",
         {QStringLiteral("mx-slow")},
         "protected",
         [](DomainFacts &f) { f.mxHosts[0].probes[0].slowestStage = std::chrono::milliseconds(5001); }},
        {"mail-server-asks-to-come-back-later",
         {},
         "protected",
         [](DomainFacts &f) {
             endFirst(f, ProbeEnd::Complete, Stage::Greeting, Failure::GreetingTemporary, SmtpReply{421, {"later"}});
         },
         {QStringLiteral("mx-untestable")}},
        {"mail-server-fails-over-ipv6",
         {QStringLiteral("mx-ipv6-failing")},
         "protected",
         [](DomainFacts &f) {
             MxProbe &probe = f.mxHosts[0].probes[1];
             probe = brokenProbe(probe.address.toString(), ProbeEnd::Timeout, Stage::Greeting);
         }},
        {"addresses-of-a-mail-server-differ",
         {QStringLiteral("mx-address-differs")},
         "protected",
         [](DomainFacts &f) { replaceLeaf(f.mxHosts[0].probes[1].tls, leafFor(mx1, -90, -2)); }},
    };
}

QList<Spoilt> startTlsCases()
{
    using Stage = SmtpDialog::Stage;
    using Failure = SmtpDialog::Failure;
    const auto hide = [](DomainFacts &f) {
        for (MxProbe &probe : f.mxHosts[0].probes)
            probe.plain->startTls = false;
    };
    return {
        {"starttls-is-not-offered",
         {QStringLiteral("starttls-absent")},
         "at-risk",
         [=](DomainFacts &f) {
             hide(f);
             for (MxProbe &probe : f.mxHosts[0].probes) {
                 probe.tls = {};
                 probe.startTlsReply = SmtpReply{502, {"unknown"}};
             }
         }},
        {"starttls-is-stripped-on-the-way", {QStringLiteral("starttls-hidden")}, "at-risk", hide},
        {"starttls-is-refused",
         {QStringLiteral("starttls-refused")},
         "at-risk",
         [](DomainFacts &f) {
             endFirst(f, ProbeEnd::Complete, Stage::StartTls, Failure::StartTlsTemporary, SmtpReply{454, {"TLS not available"}});
         }},
        {"starttls-is-followed-by-plaintext",
         {QStringLiteral("starttls-injection")},
         "at-risk",
         [](DomainFacts &f) {
             endFirst(f, ProbeEnd::Complete, Stage::StartTls, Failure::Injection);
             for (MxProbe &probe : f.mxHosts[0].probes)
                 probe.injected = "250 ok\r\n";
         }},
        {"mail-server-handshake-fails",
         {QStringLiteral("mx-tls-failed")},
         "at-risk",
         [](DomainFacts &f) { endFirst(f, ProbeEnd::TlsFailed, Stage::Handshake); }},
        {"mail-server-offers-only-old-tls",
         {QStringLiteral("mx-tls-old")},
         "at-risk",
         [](DomainFacts &f) { forFirst(f, [](TlsSession &s) { s.version = TlsVersion::Tls10; }); }},
        {"mail-server-encrypts-weakly",
         {QStringLiteral("mx-tls-weak")},
         "protected",
         [](DomainFacts &f) {
             forFirst(f, [](TlsSession &s) {
                 s.version = TlsVersion::Tls12;
                 s.cipher = QStringLiteral("TLS_RSA_WITH_AES_128_GCM_SHA256");
             });
         }},
    };
}

QList<Spoilt> certificateCases()
{
    const auto first = [](std::function<void(TlsSession &)> change) { return [change](DomainFacts &f) { forFirst(f, change); }; };
    return {
        {"mail-server-certificate-expired", {QStringLiteral("mx-cert-expired")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, -90, -2));
         })},
        {"mail-server-certificate-is-not-valid-yet", {QStringLiteral("mx-cert-not-yet-valid")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, 2, 90));
         })},
        {"mail-server-certificate-expires-soon", {QStringLiteral("mx-cert-expires-soon")}, "protected", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(mx1, -80, 10));
         })},
        {"mail-server-certificate-is-self-signed", {QStringLiteral("mx-cert-self-signed")}, "at-risk", first(selfSign)},
        {"mail-server-certificate-leads-to-no-trusted-root", {QStringLiteral("mx-cert-untrusted")}, "at-risk", first([](TlsSession &s) {
             distrust(s, Trust::UntrustedRoot);
         })},
        {"mail-server-sends-no-intermediate", {QStringLiteral("mx-cert-incomplete-chain")}, "at-risk", first([](TlsSession &s) {
             distrust(s, Trust::IncompleteChain);
         })},
        {"mail-server-certificate-names-the-domain-only", {QStringLiteral("mx-cert-name")}, "at-risk", first([](TlsSession &s) {
             replaceLeaf(s, leafFor(domain, -30, 60));
         })},
        {"mail-server-certificate-has-only-a-common-name", {QStringLiteral("mx-cert-no-san")}, "at-risk", first([](TlsSession &s) {
             changeLeaf(s, [](Certificate &leaf) { leaf.dnsNames.clear(); });
         })},
        {"mail-server-certificate-is-weak", {QStringLiteral("mx-cert-weak")}, "at-risk", first(weaken)},
        {"mail-server-certificate-is-revoked", {QStringLiteral("mx-cert-revoked")}, "at-risk", first([](TlsSession &s) {
             revoke(s, mx1);
         })},
    };
}

void version(MxHost &host, TlsVersion version, const std::function<void(MxProbe &)> &change)
{
    addExtraProbes(host, {.least = version, .most = version}, [&](MxProbe &probe) {
        probe.tls.version = version;
        change(probe);
    });
}

/// A chain made for the purpose: its shape is read from the certificates themselves.
void sendChain(DomainFacts &f, bool inOrder, bool withRoot)
{
    const fakes::Identity root = fakes::rootAuthority(QStringLiteral("Sent Root"));
    const fakes::Identity upper = fakes::intermediateAuthority(QStringLiteral("Upper"), root);
    const fakes::Identity lower = fakes::intermediateAuthority(QStringLiteral("Lower"), upper);
    fakes::CertificateSpec spec;
    spec.dnsNames = QStringList{mx1};
    spec.notBefore = observedThen().addDays(-30);
    spec.notAfter = observedThen().addDays(60);
    QList<Certificate> path{fakes::issue(spec, lower).certificate(), lower.certificate(), upper.certificate(), root.certificate()};
    for (Certificate &certificate : path) {
        certificate.notBefore = spec.notBefore;
        certificate.notAfter = spec.notAfter;
    }
    QList<Certificate> sent = path.first(withRoot ? 4 : 3);
    if (!inOrder)
        sent.swapItemsAt(1, 2);
    forFirst(f, [&](TlsSession &s) {
        s.chain = sent;
        s.verdict = {Trust::Trusted, path, {}};
    });
}

QList<Spoilt> tlsGridCases()
{
    const auto deep = [](std::function<void(DomainFacts &)> change) {
        return [change](DomainFacts &f) {
            f.conditions.depth = Depth::Deep;
            change(f);
        };
    };
    return {
        {"second-certificate-of-the-mail-server-expired", {QStringLiteral("mx-cert-other-key")}, "at-risk", deep([](DomainFacts &f) {
             addRsaCertificate(f.mxHosts[0], leafFor(mx1, -90, -2));
         })},
        {"second-certificate-of-the-mail-server-expires-soon",
         {QStringLiteral("mx-cert-expires-soon")},
         "protected",
         deep([](DomainFacts &f) { addRsaCertificate(f.mxHosts[0], leafFor(mx1, -80, 10)); })},
        {"tlsa-records-hold-for-one-of-two-keys",
         {QStringLiteral("dane-conflict"), QStringLiteral("dane-other-key")},
         "at-risk",
         deep([](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             addRsaCertificate(f.mxHosts[0], leafFor(mx1, -31, 61));
         })},
        {"mail-server-still-offers-old-tls",
         {},
         "protected",
         deep([](DomainFacts &f) { version(f.mxHosts[0], TlsVersion::Tls10, [](MxProbe &) {}); }),
         {QStringLiteral("mx-tls-legacy-offered")}},
        {"mail-server-offers-nothing-but-the-newest-tls",
         {},
         "protected",
         deep([](DomainFacts &f) { version(f.mxHosts[0], TlsVersion::Tls12, refuseHandshake); }),
         {QStringLiteral("mx-tls12-missing")}},
        {"mail-server-sends-its-chain-out-of-order",
         {},
         "protected",
         [](DomainFacts &f) { sendChain(f, false, false); },
         {QStringLiteral("mx-cert-chain-order")}},
        {"mail-server-sends-its-root-too",
         {},
         "protected",
         [](DomainFacts &f) { sendChain(f, true, true); },
         {QStringLiteral("mx-cert-chain-extra")}},
        {"mail-server-does-not-staple-though-it-must",
         {QStringLiteral("mx-cert-staple-missing")},
         "protected",
         [](DomainFacts &f) { forFirst(f, [](TlsSession &s) { changeLeaf(s, [](Certificate &leaf) { leaf.mustStaple = true; }); }); }},
    };
}

QList<TlsaRecord> staleRecord(const Certificate &)
{
    return {{3, 1, 1, QByteArray(32, 'x')}};
}

QList<Spoilt> daneCases()
{
    return {
        {"tlsa-records-match",
         {},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; }); },
         {QStringLiteral("dane-valid")}},
        {"tlsa-records-do-not-match-after-renewal",
         {QStringLiteral("dane-conflict"), QStringLiteral("dane-mismatch")},
         "at-risk",
         [](DomainFacts &f) { setTlsa(f, staleRecord); }},
        {"tlsa-record-will-not-survive-the-renewal",
         {QStringLiteral("dane-rollover-missing")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) {
                                  return QList<TlsaRecord>{{3, 0, 1, associationData(c, 0, 1)}};
                              }); }},
        {"tlsa-records-without-starttls",
         {QStringLiteral("dane-starttls"), QStringLiteral("starttls-absent")},
         "at-risk",
         [](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             endFirst(f, ProbeEnd::Complete, SmtpDialog::Stage::Ehlo);
             for (MxProbe &probe : f.mxHosts[0].probes)
                 probe.plain = Capabilities();
         }},
        {"dane-below-unsigned-mx-records",
         {},
         "protected",
         [](DomainFacts &f) {
             setTlsa(f, [](const Certificate &c) { return QList{keyRecord(c)}; });
             f.mx.security = Security::Insecure;
         },
         {QStringLiteral("dane-mx-insecure"), QStringLiteral("dane-valid")}},
        {"tlsa-records-are-not-for-mail",
         {QStringLiteral("dane-unusable")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, [](const Certificate &c) {
                                  return QList<TlsaRecord>{{1, 1, 1, keyRecord(c).data}};
                              }); }},
        {"tlsa-records-are-not-signed",
         {QStringLiteral("dane-insecure")},
         "protected",
         [](DomainFacts &f) { setTlsa(f, staleRecord, Security::Insecure, Security::Insecure); }},
        {"tlsa-lookup-fails",
         {QStringLiteral("dane-bogus")},
         "at-risk",
         [](DomainFacts &f) {
             setTlsa(f, staleRecord);
             for (MxHost &host : f.mxHosts)
                 host.tlsa[0] = bogusLookup(host.tlsa.at(0), QStringLiteral("signature expired"));
         }},
        {"tlsa-record-is-the-digest-of-nothing",
         {QStringLiteral("dane-empty-digest")},
         "protected",
         [](DomainFacts &f) {
             const QByteArray empty = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
             setTlsa(f, [&](const Certificate &c) { return QList<TlsaRecord>{keyRecord(c), {3, 1, 1, empty}}; });
         }},
        {"zones-are-not-signed",
         {},
         "protected",
         [](DomainFacts &f) {
             setTlsa(
                 f, [](const Certificate &) { return QList<TlsaRecord>(); }, Security::Insecure, Security::Insecure);
         },
         {QStringLiteral("dnssec-unsigned")}},
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

Sighting seenBefore(const QByteArray &id, const QByteArray &policy, int firstDay, int lastDay)
{
    return {observedThen().addDays(firstDay), observedThen().addDays(lastDay), "v=STSv1; id=" + id + ";", policy};
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

} // namespace

const QList<Spoilt> &spoiltFacts()
{
    static const QList<Spoilt> all = domainCases() + nameserverCases() + recordCases() + policyHostCases() + policyCertificateCases() +
                                     policyCases() + mxRecordCases() + mxCases() + startTlsCases() + certificateCases() + tlsGridCases() +
                                     daneCases() + tlsRptCases() + historyCases();
    return all;
}

DomainFacts spoilt(const Spoilt &how)
{
    DomainFacts facts = goodFacts();
    how.spoil(facts);
    return facts;
}

} // namespace mta
