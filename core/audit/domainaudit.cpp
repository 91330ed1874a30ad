// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/domainaudit.h"

#include <algorithm>

namespace mta
{

QString domainVerdictName(DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::Protected:
        return QStringLiteral("protected");
    case DomainVerdict::Testing:
        return QStringLiteral("testing");
    case DomainVerdict::Unprotected:
        return QStringLiteral("unprotected");
    case DomainVerdict::AtRisk:
        return QStringLiteral("at-risk");
    case DomainVerdict::NotApplicable:
        return QStringLiteral("not-applicable");
    case DomainVerdict::Undetermined:
        break;
    }
    return QStringLiteral("undetermined");
}

QString stsStatusName(StsStatus status)
{
    switch (status) {
    case StsStatus::Absent:
        return QStringLiteral("absent");
    case StsStatus::RecordInvalid:
        return QStringLiteral("record-invalid");
    case StsStatus::PolicyUnavailable:
        return QStringLiteral("policy-unavailable");
    case StsStatus::PolicyInvalid:
        return QStringLiteral("policy-invalid");
    case StsStatus::None:
        return QStringLiteral("none");
    case StsStatus::Testing:
        return QStringLiteral("testing");
    case StsStatus::Enforce:
        return QStringLiteral("enforce");
    case StsStatus::Undetermined:
        break;
    }
    return QStringLiteral("undetermined");
}

QString tlsRptStatusName(TlsRptStatus status)
{
    switch (status) {
    case TlsRptStatus::Absent:
        return QStringLiteral("absent");
    case TlsRptStatus::Valid:
        return QStringLiteral("valid");
    case TlsRptStatus::Invalid:
        return QStringLiteral("invalid");
    case TlsRptStatus::Undetermined:
        break;
    }
    return QStringLiteral("undetermined");
}

QString daneResultName(DaneResult result)
{
    switch (result) {
    case DaneResult::NotTested:
        return QStringLiteral("not-tested");
    case DaneResult::NotPossible:
        return QStringLiteral("not-possible");
    case DaneResult::None:
        return QStringLiteral("none");
    case DaneResult::Unusable:
        return QStringLiteral("unusable");
    case DaneResult::Valid:
        return QStringLiteral("valid");
    case DaneResult::Failing:
        break;
    }
    return QStringLiteral("failing");
}

std::optional<Severity> DomainAudit::worst() const
{
    std::optional<Severity> worst;
    for (const Finding &finding : findings)
        worst = worst ? std::max(*worst, finding.severity) : finding.severity;
    return worst;
}

int DomainAudit::count(Severity severity) const
{
    return static_cast<int>(
        std::count_if(findings.cbegin(), findings.cend(), [severity](const Finding &finding) { return finding.severity == severity; }));
}

} // namespace mta
