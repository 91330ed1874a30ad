// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Names of every length and kind, and what people type for them.

#include "integration/scenarios.h"

namespace mta::fakes
{
namespace
{

QByteArray longName()
{
    // With "_smtp._tls." in front it has 253 octets, all that a name may have.
    const QByteArray label(60, 'n');
    return label + '.' + label + '.' + label + '.' + QByteArray(242 - 3 * 61 - 8, 'm') + ".example";
}

} // namespace

QList<Scenario> nameScenarios()
{
    const Expected well{"protected", "enforce", {}, {"domain-nxdomain", "mx-cert-name", "policy-cert-name"}, {"mx1 ok"}};
    const auto asItIs = [](RealDomain &) {};
    return {
        {"idn", well, asItIs, Needs::Nothing, "xn--bcher-kva.example",
         "B\xc3\xbc"
         "cher.example"},
        {"idn-in-a-labels", well, asItIs, Needs::Nothing, "xn--mller-kva.example"},
        {"idn-host",
         {"protected", "enforce", {}, {"mx-not-covered", "mx-cert-name", "policy-mx-pattern"}, {"xn--mxhst-kua ok"}},
         [](RealDomain &domain) {
             domain.mx.first().host = domain.host("xn--mxhst-kua");
             domain.policy.replace("mx: mx1", "mx: xn--mxhst-kua");
         }},
        {"idn-host-in-u-labels",
         {"unprotected", "policy-invalid", {"policy-mx-pattern"}, {"policy-encoding", "mx-not-covered"}},
         [](RealDomain &domain) { domain.policy.replace("mx: mx1", "mx: m\xc3\xb6xhost"); }},
        {"typed-in-capitals", well, asItIs, Needs::Nothing, {}, "Typed-IN-Capitals.EXAMPLE"},
        {"typed-with-dot", well, asItIs, Needs::Nothing, {}, "typed-with-dot.example."},
        {"typed-as-address", well, asItIs, Needs::Nothing, {}, "postmaster@typed-as-address.example"},
        {"typed-as-url", well, asItIs, Needs::Nothing, {}, "https://typed-as-url.example/contact?x=1"},
        {"typed-with-spaces", well, asItIs, Needs::Nothing, {}, "  typed-with-spaces.example \t"},
        {"published-in-capitals",
         {"protected", "enforce", {}, {"mx-not-covered", "mx-cert-name"}, {"mx1 ok"}},
         [](RealDomain &domain) {
             domain.mxRecords = false;
             domain.records = {"PUBLISHED-in-capitals.EXAMPLE. MX 10 MX1.Published-In-Capitals.Example."};
         }},
        {"long-name", well, [](RealDomain &domain) { domain.reports = {"\"v=TLSRPTv1; rua=mailto:r@all-well.example\""}; }, Needs::Nothing,
         longName()},
        {"subdomain", // nothing is inherited
         {"unprotected", "absent", {"sts-record-absent"}, {"policy-without-record", "sts-record-misplaced"}, {"mx1 ok"}},
         [](RealDomain &domain) {
             withoutPolicy(domain);
             domain.records = {"_mta-sts.parent-of-a-subdomain.example. TXT \"v=STSv1; id=1\""};
         },
         Needs::Nothing,
         "mail.parent-of-a-subdomain.example"},
        {"underscore-in-host",
         {"protected", "enforce", {}, {"mx-not-covered"}, {"mx_1 ok"}},
         [](RealDomain &domain) {
             domain.mx.first().host = domain.host("mx_1");
             setMxCertificate(domain, CertificateFault::Wildcard);
             domain.policy.replace("mx: mx1.", "mx: *.");
         }},
    };
}

} // namespace mta::fakes
