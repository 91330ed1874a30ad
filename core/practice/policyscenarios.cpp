// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/scenario.h"

#include <QCoreApplication>

namespace mta
{
namespace
{

using Setup = PracticeSetup;

/// The domain where all is well, changed in one respect.
Scenario scenario(const char *label, const char *lesson, const char *verdict, const QStringList &findings, void (*change)(Setup &))
{
    Scenario made{lesson, verdict, findings, Setup(QByteArray(label) + ".example")};
    change(made.setup);
    return made;
}

QStringList ids(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *id : list)
        result.append(QLatin1String(id));
    return result;
}

QByteArray ownPolicy(const Setup &setup, const QByteArray &mode)
{
    return policyText(mode, {setup.name("mx1"), setup.name("mx2")});
}

QList<Scenario> wellRunDomains()
{
    return {
        scenario("well-run", QT_TRANSLATE_NOOP("Practice", "All is well: this is what a protected domain looks like."), "protected", {},
                 [](Setup &) {}),
        scenario("xn--bcher-kva",
                 QT_TRANSLATE_NOOP("Practice",
                                   "All is well with an internationalised name (bücher.example): only its A-labels go over the wire."),
                 "protected", {}, [](Setup &) {}),
        scenario("unsigned", QT_TRANSLATE_NOOP("Practice", "All is well without DNSSEC: MTA-STS does not need it."), "protected", {},
                 [](Setup &setup) { setup.signing = Zone::Signing::None; }),
        scenario("delegated",
                 QT_TRANSLATE_NOOP("Practice",
                                   "The _mta-sts record is an alias (CNAME) of a provider's: allowed, and the provider may change it."),
                 "protected", ids({"sts-record-delegated"}), [](Setup &setup) { setup.stsAlias = "delegated.records.provider.example"; }),
        scenario(
            "testing", QT_TRANSLATE_NOOP("Practice", "The policy is in mode testing: senders report failures, but deliver all the same."),
            "testing", ids({"policy-mode-testing"}), [](Setup &setup) { setup.policyAnswers = {httpAnswer(ownPolicy(setup, "testing"))}; }),
        scenario("mode-none",
                 QT_TRANSLATE_NOOP("Practice", "The policy is in mode none: the domain asks senders to act as if it had no policy."),
                 "unprotected", ids({"policy-mode-none"}),
                 [](Setup &setup) { setup.policyAnswers = {httpAnswer(policyText("none", {}, "86400"))}; }),
        scenario("short-memory",
                 QT_TRANSLATE_NOOP("Practice", "max_age is one hour, so senders forget the policy again before the next mail comes."),
                 "protected", ids({"policy-max-age-short"}),
                 [](Setup &setup) {
                     setup.policyAnswers = {httpAnswer(policyText("enforce", {setup.name("mx1"), setup.name("mx2")}, "3600"))};
                 }),
        scenario("id-unchanged",
                 QT_TRANSLATE_NOOP(
                     "Practice",
                     "From the second fetch on the policy is another, but the id in the DNS stays as it was: audit twice and compare "
                     "the files, for senders look for a new policy only when the id changes."),
                 "protected", {},
                 [](Setup &setup) {
                     setup.policyAnswers.append(httpAnswer(policyText("enforce", {setup.name("mx1"), setup.name("mx2")}, "1209600")));
                 }),
    };
}

QList<Scenario> recordMistakes()
{
    return {
        scenario("no-mta-sts", QT_TRANSLATE_NOOP("Practice", "There is no _mta-sts record, so no sender ever looks for a policy."),
                 "unprotected", ids({"sts-record-absent"}),
                 [](Setup &setup) {
                     setup.stsRecords.clear();
                     setup.policyHostKnown = false;
                 }),
        scenario("policy-without-record",
                 QT_TRANSLATE_NOOP("Practice", "A policy is served, but no _mta-sts record announces it: no sender will ever read it."),
                 "unprotected", ids({"policy-without-record"}), [](Setup &setup) { setup.stsRecords.clear(); }),
        scenario("two-records", QT_TRANSLATE_NOOP("Practice", "There are two _mta-sts records, so senders must act as if there were none."),
                 "unprotected", ids({"sts-record-multiple"}), [](Setup &setup) { setup.stsRecords.append("v=STSv1; id=20230101000000;"); }),
        scenario("wrong-version", QT_TRANSLATE_NOOP("Practice", "The _mta-sts record says STSv2, a version that does not exist."),
                 "unprotected", ids({"sts-record-version"}), [](Setup &setup) { setup.stsRecords = {"v=STSv2; id=20240301090000;"}; }),
        scenario("no-id",
                 QT_TRANSLATE_NOOP("Practice", "The _mta-sts record has no id, so senders cannot tell a new policy from an old one."),
                 "unprotected", ids({"sts-id-missing"}), [](Setup &setup) { setup.stsRecords = {"v=STSv1;"}; }),
        scenario("no-tls-reports",
                 QT_TRANSLATE_NOOP("Practice", "All is well, but without a TLS-RPT record nobody tells the owner when delivery fails."),
                 "protected", ids({"tlsrpt-absent"}), [](Setup &setup) { setup.reportRecords.clear(); }),
        scenario(
            "expired-signatures",
            QT_TRANSLATE_NOOP("Practice",
                              "The DNSSEC signatures of the zone ran out three days ago: to every validating resolver the domain is gone."),
            "undetermined", ids({"dnssec-bogus", "sts-dns-error", "mx-dns-error", "tlsrpt-dns-error"}),
            [](Setup &setup) { setup.signing = Zone::Signing::Expired; }),
    };
}

QList<Scenario> policyHostMistakes()
{
    const auto certificate = [](const char *label, const char *lesson, const char *id, void (*change)(Setup &)) {
        return scenario(label, lesson, "unprotected", ids({id}), change);
    };
    return {
        certificate("expired-policy-certificate",
                    QT_TRANSLATE_NOOP("Practice", "The policy host's certificate has expired, so senders refuse the policy."),
                    "policy-cert-expired", [](Setup &setup) { setup.policyCertificate = CertificateKind::Expired; }),
        certificate("self-signed-policy-certificate",
                    QT_TRANSLATE_NOOP("Practice", "The policy host's certificate is signed by itself: anybody could have made it."),
                    "policy-cert-self-signed", [](Setup &setup) { setup.policyCertificate = CertificateKind::SelfSigned; }),
        certificate("wrong-policy-name",
                    QT_TRANSLATE_NOOP("Practice", "The policy host shows a certificate for another name, often the hosting company's own."),
                    "policy-cert-name", [](Setup &setup) { setup.policyCertificate = CertificateKind::OtherName; }),
        certificate("policy-host-down",
                    QT_TRANSLATE_NOOP("Practice", "Nobody listens on the policy host, so new senders learn of no policy."),
                    "policy-host-unreachable", [](Setup &setup) { setup.policyHostUp = false; }),
        certificate("policy-host-forgotten", QT_TRANSLATE_NOOP("Practice", "The record is there, but the host mta-sts has no address."),
                    "policy-host-no-address", [](Setup &setup) { setup.policyHostKnown = false; }),
        certificate(
            "redirect", QT_TRANSLATE_NOOP("Practice", "The policy host redirects to another address, which senders must not follow."),
            "policy-http-redirect",
            [](Setup &setup) {
                setup.policyAnswers = {httpAnswer({}, "301 Moved Permanently", "Location: https://www.redirect.example/mta-sts.txt\r\n")};
            }),
        certificate("policy-missing", QT_TRANSLATE_NOOP("Practice", "The web server is there, but the policy file is not (404)."),
                    "policy-http-status", [](Setup &setup) { setup.policyAnswers = {httpAnswer("Not found\n", "404 Not Found")}; }),
        scenario("misspelt-mode", QT_TRANSLATE_NOOP("Practice", "The policy says “mode: enforced”; only enforce, testing and none exist."),
                 "unprotected", ids({"policy-mode", "policy-near-miss"}),
                 [](Setup &setup) { setup.policyAnswers = {httpAnswer(ownPolicy(setup, "enforced"))}; }),
        scenario("comment-in-policy",
                 QT_TRANSLATE_NOOP("Practice", "The policy holds a comment line; one line outside the grammar spoils it all."),
                 "unprotected", ids({"policy-syntax"}),
                 [](Setup &setup) { setup.policyAnswers = {httpAnswer("# our policy\r\n" + ownPolicy(setup, "enforce"))}; }),
    };
}

} // namespace

QList<Scenario> policyScenarios()
{
    return wellRunDomains() + recordMistakes() + policyHostMistakes();
}

} // namespace mta
