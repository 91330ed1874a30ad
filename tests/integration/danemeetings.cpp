// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "danescenarios.h"

namespace mta::dane
{

QList<Scenario> meetingScenarios()
{
    return {
        {"no-starttls",
         "at-risk",
         "refused refused refused clear",
         {"dane-starttls", "starttls-absent"},
         {"dane-mismatch"},
         [](Domain &d) {
             d.startTls = false;
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"no-starttls-dane-alone",
         "unprotected",
         "refused refused clear clear",
         {"dane-starttls", "dane-unusable", "starttls-absent", "sts-record-absent"},
         {},
         [](Domain &d) {
             d.policy = false;
             d.startTls = false;
             d.tlsa = {QStringLiteral("1 1 1 {leaf 1 1}")};
         }},
        {"expired-ee",
         "at-risk",
         "refused authenticated refused encrypted",
         {"dane-valid", "dane-conflict", "mx-cert-expired"},
         {"dane-mismatch"},
         [](Domain &d) {
             d.daysLeft = -2;
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"expired-ta",
         "at-risk",
         "refused refused refused encrypted",
         {"dane-mismatch", "mx-cert-expired"},
         {"dane-valid"},
         [](Domain &d) {
             d.daysLeft = -2;
             d.tlsa = {QStringLiteral("2 1 1 {issuer 1 1}")};
         }},
        {"other-name-ta",
         "at-risk",
         "refused refused refused encrypted",
         {"dane-mismatch", "mx-cert-name"},
         {"dane-valid"},
         [](Domain &d) {
             d.certificateName = QStringLiteral("www.elsewhere.example");
             d.tlsa = {QStringLiteral("2 1 1 {issuer 1 1}")};
         }},
        {"domain-name-ta",
         "at-risk",
         "refused authenticated refused encrypted",
         {"dane-valid", "dane-conflict", "mx-cert-name"},
         {},
         [](Domain &d) { // the name of the recipient's domain counts for DANE (RFC 7672 §3.2.2), not for MTA-STS
             d.certificateName = QStringLiteral("{d}");
             d.tlsa = {QStringLiteral("2 1 1 {issuer 1 1}")};
         }},
        {"self-signed-ee",
         "at-risk",
         "refused authenticated refused encrypted",
         {"dane-valid", "dane-conflict", "mx-cert-self-signed"},
         {},
         [](Domain &d) {
             d.selfSigned = true;
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"dane-alone",
         "unprotected",
         "authenticated authenticated encrypted encrypted",
         {"dane-valid", "sts-record-absent"},
         {"mx-cert-expired", "mx-cert-name"},
         [](Domain &d) {
             d.policy = false;
             d.daysLeft = -2;
             d.certificateName = QStringLiteral("www.elsewhere.example");
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
        {"stale-alone",
         "unprotected",
         "refused refused encrypted encrypted",
         {"dane-mismatch", "sts-record-absent"},
         {"dane-conflict"},
         [](Domain &d) {
             d.policy = false;
             d.tlsa = {QLatin1String(stale)};
         }},
        {"not-covered",
         "at-risk",
         "refused authenticated refused encrypted",
         {"dane-valid", "mx-not-covered", "mx-none-covered"},
         {},
         [](Domain &d) {
             d.pattern = QStringLiteral("mail.elsewhere.example");
             d.tlsa = {QStringLiteral("3 1 1 {leaf 1 1}")};
         }},
    };
}

} // namespace mta::dane
