// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/plan.h"

namespace mta
{

/// A plan in which every member holds something, for good.example.
inline Plan goodPlan()
{
    Plan plan;
    plan.domain = {QStringLiteral("good.example"), QStringLiteral("good.example")};
    plan.zone = QStringLiteral("good.example");
    plan.ttl = std::chrono::seconds(600);
    plan.policy = PolicyTerms{PolicyMode::Enforce,
                              std::chrono::seconds(1209600),
                              {QStringLiteral("mx1.good.example"), QStringLiteral("*.mail.good.example")},
                              {{"x-contact", "Grüße"}}};
    plan.id = "20260101T000000";
    plan.mx = {{10, QStringLiteral("mx1.good.example")}, {20, QStringLiteral("mx2.mail.good.example")}};
    plan.reports = {"mailto:tlsrpt@good.example", "https://reports.good.example/tlsrpt"};
    plan.hosting = {PolicyServer::Nginx, {}, {QHostAddress(QStringLiteral("192.0.2.80")), QHostAddress(QStringLiteral("2001:db8::80"))}};
    plan.tlsa = {{QStringLiteral("mx1.good.example"), {3, 1, 1, QByteArray(32, '\xab')}}};
    plan.notes = QStringLiteral("First testing, then enforce.\n\nAsked: a@good.example");
    const QDateTime first(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    plan.published = {{first,
                       first.addDays(30),
                       "20251201",
                       {PolicyMode::Testing, std::chrono::seconds(86400), {QStringLiteral("mx1.good.example")}, {}}},
                      {first.addDays(30), {}, "20260101T000000", *plan.policy}};
    plan.reportsRead = ReportsRead{first.addDays(29), true};
    return plan;
}

} // namespace mta
