// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/authority.h"
#include "practice/smtpserver.h"
#include "practice/zone.h"
#include <QByteArrayList>
#include <QStringList>

namespace mta
{

/// One mail server of a practice domain.
struct PracticeMx {
    QByteArray host; ///< absolute, without the trailing dot
    quint16 preference = 10;
    SmtpBehaviour behaviour = SmtpBehaviour::Normal;
    CertificateKind certificate = CertificateKind::Good;
};

/// How a practice domain is set up. The defaults are those of a domain where all is well.
struct PracticeSetup {
    explicit PracticeSetup(const QByteArray &domainName);

    QByteArray domain;
    Zone::Signing signing = Zone::Signing::Valid;
    QByteArrayList stsRecords;    ///< TXT values at _mta-sts
    QByteArray stsAlias;          ///< when not empty, _mta-sts is an alias of this name, and the records stand there
    QByteArrayList reportRecords; ///< TXT values at _smtp._tls
    QList<PracticeMx> mx;
    bool nullMx = false;
    bool policyHostKnown = true; ///< has an address
    bool policyHostUp = true;    ///< somebody listens there
    CertificateKind policyCertificate = CertificateKind::Good;
    QByteArrayList policyAnswers; ///< whole HTTP answers, in turn; the last is repeated

    QByteArray name(const QByteArray &label) const { return label + '.' + domain; }
};

/// A domain, what it teaches, and what an audit must come to.
struct Scenario {
    const char *lesson; ///< source text of the translation context "Practice"
    const char *verdict;
    QStringList findings;
    PracticeSetup setup;
};

/// The domains whose lesson is in the DNS or at the policy host, and those whose lesson is at the mail servers.
QList<Scenario> policyScenarios();
QList<Scenario> mailScenarios();
/// Both, in the order in which they are shown.
const QList<Scenario> &scenarios();

/// A policy with the given mode and mx patterns, and the HTTP answer that carries a body.
QByteArray policyText(const QByteArray &mode, const QByteArrayList &patterns, const QByteArray &maxAge = "2592000");
QByteArray httpAnswer(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &moreHeaders = {});

} // namespace mta
