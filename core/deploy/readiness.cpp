// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/readiness.h"

#include "audit/checks.h"
#include "audit/outcome.h"
#include "deploy/expiry.h"

#include <algorithm>

namespace mta
{

namespace
{

QString listed(const QStringList &names)
{
    QStringList shown = names.first(std::min<qsizetype>(names.size(), maxNamesInCondition));
    if (shown.size() < names.size())
        shown.append(QStringLiteral("…"));
    return shown.join(QStringLiteral(", "));
}

Condition condition(ConditionKind kind, ConditionState state, const Values &values = {}, const QDateTime &lookAgain = {})
{
    return {kind, state, values, lookAgain};
}

/// NotMet for the first list, Unknown for the second, Met when both are empty.
Condition byHosts(ConditionKind kind, const QStringList &failing, const QStringList &unknown, const QDateTime &lookAgain)
{
    if (!failing.isEmpty())
        return condition(kind, ConditionState::NotMet, {{QStringLiteral("hosts"), listed(failing)}});
    if (!unknown.isEmpty())
        return condition(kind, ConditionState::Unknown, {{QStringLiteral("hosts"), listed(unknown)}}, lookAgain);
    return condition(kind, ConditionState::Met);
}

Condition auditRecent(const DomainAudit &audit, const QDateTime &now)
{
    const qint64 away = std::abs(audit.facts.observedAt.secsTo(now)); // ahead by a clock that was set back
    const bool recent = !audit.facts.cancelled && away <= auditHours * 3600;
    return condition(ConditionKind::AuditRecent, recent ? ConditionState::Met : ConditionState::NotMet,
                     {{QStringLiteral("date"), dateText(audit.facts.observedAt)}}, recent ? QDateTime() : now);
}

Condition inTesting(const DomainAudit &audit, const QDateTime &now)
{
    if (audit.stsStatus == StsStatus::Undetermined)
        return condition(ConditionKind::InTesting, ConditionState::Unknown, {}, now);
    const bool testing = audit.stsStatus == StsStatus::Testing || audit.stsStatus == StsStatus::Enforce;
    return condition(ConditionKind::InTesting, testing ? ConditionState::Met : ConditionState::NotMet);
}

Condition serversCovered(const Plan &plan, const DomainAudit &audit, const QDateTime &now)
{
    QStringList uncovered;
    QList<MxPattern> patterns;
    for (const QString &pattern : plan.policy ? plan.policy->mx : QStringList())
        patterns.append(parseMxPattern(pattern.toUtf8()));
    for (const MxOutcome &host : audit.mx) {
        if (coveringPattern(patterns, host.host).isNull())
            uncovered.append(host.host);
    }
    if (audit.mx.isEmpty())
        return condition(ConditionKind::ServersCovered, ConditionState::Unknown, {{QStringLiteral("hosts"), audit.facts.domain.unicode}},
                         now);
    return byHosts(ConditionKind::ServersCovered, uncovered, {}, now);
}

/// In enforce a sender would be turned away at this host, or nobody knows.
Condition serversPass(const DomainAudit &audit, const QDateTime &now)
{
    QStringList failing;
    QStringList unknown;
    for (const MxOutcome &host : audit.mx) {
        const auto any = [&host](bool (*is)(const QString &)) {
            return std::any_of(host.addresses.cbegin(), host.addresses.cend(),
                               [&](const AddressOutcome &address) { return is(address.result); });
        };
        if (isFailure(host.result) || any(isFailure))
            failing.append(host.host);
        else if (!isOk(host.result))
            unknown.append(host.host);
    }
    if (audit.mx.isEmpty())
        unknown.append(audit.facts.domain.unicode);
    return byHosts(ConditionKind::ServersPass, failing, unknown, now);
}

Condition noErrors(const DomainAudit &audit)
{
    QStringList ids;
    for (const Finding &finding : audit.findings) {
        if (finding.severity == Severity::Error && !ids.contains(finding.ruleId))
            ids.append(finding.ruleId);
    }
    return condition(ConditionKind::NoErrors, ids.isEmpty() ? ConditionState::Met : ConditionState::NotMet,
                     {{QStringLiteral("rules"), listed(ids)}});
}

/// Since when the policy has been in mode testing without a break, as published or as seen; invalid when nobody knows.
QDateTime testingSince(const DomainAudit &audit, const QList<Publication> &published)
{
    QDateTime since;
    for (auto publication = published.crbegin(); publication != published.crend(); ++publication) {
        if (publication->policy.mode != PolicyMode::Testing || publication->id.isEmpty() ||
            (publication == published.crbegin() && publication->until.isValid()))
            break;
        since = publication->from.toUTC();
    }
    QDateTime seen = audit.facts.observedAt;
    for (auto sighting = audit.facts.history.crbegin(); sighting != audit.facts.history.crend(); ++sighting) {
        const Policy policy = parsePolicy(sighting->policy);
        if (!policy.valid() || policy.mode != PolicyMode::Testing || sighting->record.isEmpty())
            break;
        seen = sighting->first;
    }
    return since.isValid() ? std::min(since, seen) : seen;
}

Condition testedLongEnough(const DomainAudit &audit, const QList<Publication> &published, const QDateTime &now)
{
    if (audit.stsStatus == StsStatus::Enforce)
        return condition(ConditionKind::TestedLongEnough, ConditionState::Met, {{QStringLiteral("since"), QString()}});
    if (audit.stsStatus != StsStatus::Testing)
        return condition(ConditionKind::TestedLongEnough, ConditionState::Unknown, {{QStringLiteral("since"), QString()}});
    const QDateTime since = testingSince(audit, published);
    const QDateTime enough = since.addDays(testingDays);
    const Values values{{QStringLiteral("since"), dateText(since)}, {QStringLiteral("until"), dateText(enough)}};
    return enough <= now ? condition(ConditionKind::TestedLongEnough, ConditionState::Met, values)
                         : condition(ConditionKind::TestedLongEnough, ConditionState::NotMet, values, enough);
}

Condition reportsAsked(const DomainAudit &audit, const QDateTime &now)
{
    if (audit.tlsRptStatus == TlsRptStatus::Undetermined)
        return condition(ConditionKind::ReportsAsked, ConditionState::Unknown, {}, now);
    return condition(ConditionKind::ReportsAsked, audit.tlsRptStatus == TlsRptStatus::Valid ? ConditionState::Met : ConditionState::NotMet);
}

Condition reportsRead(const std::optional<ReportsRead> &reports, const QDateTime &now)
{
    if (!reports)
        return condition(ConditionKind::ReportsRead, ConditionState::Unknown, {{QStringLiteral("date"), QString()}});
    const Values values{{QStringLiteral("date"), dateText(reports->said)}};
    if (reports->failures)
        return condition(ConditionKind::ReportsRead, ConditionState::NotMet, values);
    // A day's reports come on the day after (RFC 8460 §4.1).
    const bool recent = reports->said.addDays(reportDays) >= now && reports->said <= now;
    return condition(ConditionKind::ReportsRead, recent ? ConditionState::Met : ConditionState::Unknown, values,
                     recent ? QDateTime() : now);
}

Condition certificatesLast(const DomainAudit &audit, const QDateTime &now)
{
    const QList<ExpiringCertificate> expiring = expiringCertificates(audit);
    if (expiring.isEmpty())
        return condition(ConditionKind::CertificatesLast, ConditionState::Unknown,
                         {{QStringLiteral("host"), QString()}, {QStringLiteral("date"), QString()}}, now);
    const ExpiringCertificate &first = expiring.first();
    const bool lasts = first.notAfter.addDays(-certificateDays) > now;
    return condition(ConditionKind::CertificatesLast, lasts ? ConditionState::Met : ConditionState::NotMet,
                     {{QStringLiteral("host"), first.host}, {QStringLiteral("date"), dateText(first.notAfter)}},
                     lasts ? QDateTime() : first.notAfter);
}

} // namespace

QList<Condition> enforceReadiness(const Plan &plan, const DomainAudit &audit, const QDateTime &now)
{
    return {auditRecent(audit, now),
            inTesting(audit, now),
            serversCovered(plan, audit, now),
            serversPass(audit, now),
            noErrors(audit),
            testedLongEnough(audit, plan.published, now),
            reportsAsked(audit, now),
            reportsRead(plan.reportsRead, now),
            certificatesLast(audit, now)};
}

bool isBeforeEnforce(const Plan &plan, const DomainAudit &audit)
{
    return plan.policy && plan.policy->mode != PolicyMode::None && audit.stsStatus != StsStatus::Enforce;
}

ConditionState readiness(const QList<Condition> &conditions)
{
    const auto any = [&](ConditionState state) {
        return std::any_of(conditions.cbegin(), conditions.cend(), [=](const Condition &each) { return each.state == state; });
    };
    return any(ConditionState::NotMet)    ? ConditionState::NotMet
           : any(ConditionState::Unknown) ? ConditionState::Unknown
                                          : ConditionState::Met;
}

} // namespace mta
