// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "deploy/plan.h"

namespace mta
{

/// What has to be true before a policy moves to mode enforce, in the order in which it is best looked at.
enum class ConditionKind {
    AuditRecent,      ///< what is said here is of today
    InTesting,        ///< senders see the policy in mode testing (or enforce already)
    ServersCovered,   ///< a pattern of the policy for every mail server (RFC 8461 §4.1)
    ServersPass,      ///< STARTTLS and a certificate that holds, at every address (RFC 8461 §4.2)
    NoErrors,         ///< the audit finds nothing that loses mail
    TestedLongEnough, ///< what some senders meet now and then has had time to show
    ReportsAsked,     ///< senders report (RFC 8460)
    ReportsRead,      ///< somebody said that they show no failures; the plan keeps it with its date
    CertificatesLast, ///< none ends within two weeks
};
QString conditionName(ConditionKind kind); ///< "in-testing": stable, never translated

enum class ConditionState {
    Met,
    NotMet,
    Unknown ///< nobody looked, or it could not be told: neither good nor bad
};
QString conditionStateName(ConditionState state); ///< "not-met": stable, never translated

struct Condition {
    ConditionKind kind = ConditionKind::AuditRecent;
    ConditionState state = ConditionState::Unknown;
    Values values;       ///< for the texts; from outside, not yet made visible
    QDateTime lookAgain; ///< UTC, when the answer may be another; invalid: when something was done about it

    bool operator==(const Condition &) const = default;
};
/// What is so, and what to do about it where it is not met (context "Readiness").
QString conditionText(const Condition &condition);

/// Named limits.
inline constexpr int testingDays = 14;
inline constexpr int reportDays = 7;          ///< older reports say nothing of today
inline constexpr int certificateDays = 14;    ///< as the audit warns
inline constexpr int auditHours = 24;         ///< older audits say nothing of today
inline constexpr int maxNamesInCondition = 8; ///< more are left out

/// Pure. `plan` is what is meant to be enforced, `audit` how the domain was.
QList<Condition> enforceReadiness(const Plan &plan, const DomainAudit &audit, const QDateTime &now);

/// The domain is on its way to mode enforce, as far as anybody knows: with a policy that is planned and not enforced yet.
bool isBeforeEnforce(const Plan &plan, const DomainAudit &audit);

/// Met when all are; NotMet when one is not, Unknown otherwise.
ConditionState readiness(const QList<Condition> &conditions);

} // namespace mta
