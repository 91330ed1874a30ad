// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/scenario.h"

#include <QCoreApplication>

namespace mta
{
namespace
{

using Setup = PracticeSetup;

Scenario scenario(const char *label, const char *lesson, const char *verdict, std::initializer_list<const char *> findings,
                  void (*change)(Setup &))
{
    Scenario made{lesson, verdict, {}, Setup(QByteArray(label) + ".example")};
    for (const char *id : findings)
        made.findings.append(QLatin1String(id));
    change(made.setup);
    return made;
}

void setAll(Setup &setup, SmtpBehaviour behaviour)
{
    for (PracticeMx &mx : setup.mx)
        mx.behaviour = behaviour;
}

void setSecond(Setup &setup, CertificateKind certificate)
{
    setup.mx[1].certificate = certificate;
}

void setPatterns(Setup &setup, const QByteArrayList &patterns)
{
    setup.policyAnswers = {httpAnswer(policyText("enforce", patterns))};
}

QList<Scenario> coverage()
{
    return {
        scenario("mx-not-covered",
                 QT_TRANSLATE_NOOP("Practice", "The second mail server is missing in the policy: senders do not deliver to it."), "at-risk",
                 {"mx-not-covered"}, [](Setup &setup) { setPatterns(setup, {setup.name("mx1")}); }),
        scenario(
            "wildcard-too-deep",
            QT_TRANSLATE_NOOP("Practice", "The pattern's * stands for one label only, but the mail servers have two labels in its place."),
            "at-risk", {"mx-not-covered", "mx-none-covered"},
            [](Setup &setup) {
                setup.mx[0].host = setup.name("mx1.mail");
                setup.mx[1].host = setup.name("mx2.mail");
                setPatterns(setup, {setup.name("*")});
            }),
        scenario("null-mx", QT_TRANSLATE_NOOP("Practice", "The domain says that it takes no mail (null MX): there is nothing to protect."),
                 "not-applicable", {"mx-null"},
                 [](Setup &setup) {
                     setup.nullMx = true;
                     setup.mx.clear();
                     setup.stsRecords.clear();
                     setup.reportRecords.clear();
                     setup.policyHostKnown = false;
                 }),
    };
}

QList<Scenario> encryption()
{
    return {
        scenario("starttls-stripped",
                 QT_TRANSLATE_NOOP(
                     "Practice", "Something on the path strikes STARTTLS out of the server's answer; the policy stops mail in the clear."),
                 "at-risk", {"starttls-hidden"}, [](Setup &setup) { setAll(setup, SmtpBehaviour::HiddenStartTls); }),
        scenario("no-starttls",
                 QT_TRANSLATE_NOOP("Practice", "The mail servers do not know STARTTLS, so senders that honour the policy keep the mail."),
                 "at-risk", {"starttls-absent"}, [](Setup &setup) { setAll(setup, SmtpBehaviour::NoStartTls); }),
        scenario("old-tls", QT_TRANSLATE_NOOP("Practice", "The mail servers speak TLS 1.0 and 1.1 only, which senders no longer use."),
                 "at-risk", {"mx-tls-old"}, [](Setup &setup) { setAll(setup, SmtpBehaviour::OldTls); }),
        scenario("mx-down", QT_TRANSLATE_NOOP("Practice", "One mail server is down, the other works: mail arrives, still protected."),
                 "protected", {"mx-unreachable"}, [](Setup &setup) { setup.mx[1].behaviour = SmtpBehaviour::Down; }),
        scenario("busy", QT_TRANSLATE_NOOP("Practice", "The mail servers turn strangers away for now (421), so they could not be tested."),
                 "undetermined", {"mx-untestable"}, [](Setup &setup) { setAll(setup, SmtpBehaviour::Busy); }),
    };
}

QList<Scenario> certificates()
{
    return {
        scenario("expired-mx-certificate",
                 QT_TRANSLATE_NOOP("Practice", "The certificate of one mail server has expired: senders do not deliver to it."), "at-risk",
                 {"mx-cert-expired"}, [](Setup &setup) { setSecond(setup, CertificateKind::Expired); }),
        scenario("expiring-mx-certificate", QT_TRANSLATE_NOOP("Practice", "The certificate of one mail server expires in a few days."),
                 "protected", {"mx-cert-expires-soon"}, [](Setup &setup) { setSecond(setup, CertificateKind::ExpiresSoon); }),
        scenario("self-signed-mx-certificate",
                 QT_TRANSLATE_NOOP("Practice",
                                   "One mail server shows a certificate that it signed itself, as mail servers do when freshly installed."),
                 "at-risk", {"mx-cert-self-signed"}, [](Setup &setup) { setSecond(setup, CertificateKind::SelfSigned); }),
        scenario("wrong-mx-name", QT_TRANSLATE_NOOP("Practice", "The certificate of one mail server names another host."), "at-risk",
                 {"mx-cert-name"}, [](Setup &setup) { setSecond(setup, CertificateKind::OtherName); }),
        scenario(
            "missing-intermediate",
            QT_TRANSLATE_NOOP("Practice", "One mail server forgets its intermediate certificate, so the way to a trusted root breaks off."),
            "at-risk", {"mx-cert-incomplete-chain"}, [](Setup &setup) { setSecond(setup, CertificateKind::IncompleteChain); }),
        scenario(
            "must-staple",
            QT_TRANSLATE_NOOP("Practice", "The certificate of one mail server demands an OCSP response, which the server does not send."),
            "protected", {"mx-cert-staple-missing"}, [](Setup &setup) { setSecond(setup, CertificateKind::MustStaple); }),
        scenario("root-sent", QT_TRANSLATE_NOOP("Practice", "One mail server sends the root certificate too, which nobody needs."),
                 "protected", {"mx-cert-chain-extra"}, [](Setup &setup) { setSecond(setup, CertificateKind::RootSent); }),
    };
}

} // namespace

QList<Scenario> mailScenarios()
{
    return coverage() + encryption() + certificates();
}

} // namespace mta
