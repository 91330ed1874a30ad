// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/scenario.h"

namespace mta
{

PracticeSetup::PracticeSetup(const QByteArray &domainName)
    : domain(domainName),
      stsRecords{"v=STSv1; id=20240301090000;"},
      reportRecords{"v=TLSRPTv1; rua=mailto:tls-reports@" + domainName},
      mx{{name("mx1"), 10, SmtpBehaviour::Normal, CertificateKind::Good}, {name("mx2"), 20, SmtpBehaviour::Normal, CertificateKind::Good}},
      policyAnswers{httpAnswer(policyText("enforce", {name("mx1"), name("mx2")}))}
{
}

QByteArray policyText(const QByteArray &mode, const QByteArrayList &patterns, const QByteArray &maxAge)
{
    QByteArray text = "version: STSv1\r\nmode: " + mode + "\r\n";
    for (const QByteArray &pattern : patterns)
        text += "mx: " + pattern + "\r\n";
    return text + "max_age: " + maxAge + "\r\n";
}

QByteArray httpAnswer(const QByteArray &body, const QByteArray &status, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n" + moreHeaders + "\r\n" + body;
}

const QList<Scenario> &scenarios()
{
    static const QList<Scenario> all = policyScenarios() + mailScenarios();
    return all;
}

} // namespace mta
