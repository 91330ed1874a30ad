// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "spoiltcases.h"

#include "dnsmessage.h"

namespace mta::spoiling
{

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

} // namespace mta::spoiling
