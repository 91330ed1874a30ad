// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes/realservers.h"

#include <QList>

/// Mail domains on real servers, each set up in one way, and what an audit must say of them.
namespace mta::fakes
{

/// `findings` are all the errors and warnings, and the notes that matter; `results` those of mail hosts and addresses that matter, as
/// "mx1 RESULT" (the first label of the host) or "mx1 address RESULT REASON".
struct Expected {
    const char *verdict;
    const char *status;
    QList<const char *> findings;
    QList<const char *> forbidden{};
    QList<const char *> results{};
};

enum class Needs {
    Nothing,
    PrivateNetwork, ///< IPv6, or delegations that are followed
    Recursion,      ///< PrivateNetwork, and a resolver that follows delegations: not the name server itself
};

struct Scenario {
    const char *label;
    Expected expected;
    void (*change)(RealDomain &);
    Needs needs = Needs::Nothing;
    QByteArray name{};  ///< of the domain; empty: LABEL.example
    QByteArray typed{}; ///< what a person types for it; empty: its name
};

QList<Scenario> recordScenarios();
QList<Scenario> zoneScenarios();
QList<Scenario> policyHostScenarios();
QList<Scenario> policyAnswerScenarios();
QList<Scenario> policyScenarios();
QList<Scenario> mxScenarios();
QList<Scenario> mailScenarios();
QList<Scenario> dialogScenarios();
QList<Scenario> addressScenarios();
QList<Scenario> nameScenarios();

// ---- what many of them do

void withoutPolicy(RealDomain &domain); ///< nor record
void setPolicyCertificate(RealDomain &domain, CertificateFault fault);
void setMxCertificate(RealDomain &domain, CertificateFault fault);
void setMxOptions(RealDomain &domain, const QByteArrayList &options); ///< of Postfix
void playWeb(RealDomain &domain, RealScript script);                  ///< in place of nginx
void playMail(RealDomain &domain, RealScript script);                 ///< in place of Postfix
/// One more mail server, covered by the policy.
RealMailServer &addMailServer(RealDomain &domain, const QByteArray &label);
/// A good mail server that costs less than Postfix, where nothing is to be learned about it.
void talkWell(TlsPeer &peer, const TlsOptions &options);
/// A web server that answers one request with these octets.
RealScript answer(const QByteArray &octets);
RealScript answerFile(const QByteArray &statusAndHeaders, const QByteArray &body);

} // namespace mta::fakes
