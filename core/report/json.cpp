// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/render.h"

#include "audit/catalogue.h"
#include "base/wiretext.h"

#include <QJsonArray>

namespace mta
{

namespace
{

constexpr int schemaVersion = 1;

QJsonValue octets(const QByteArray &text)
{
    return utf8Text(text);
}

/// Null for an empty text; half surrogate pairs become U+FFFD, so that the output is UTF-8.
QJsonValue text(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(value.toUtf8()));
}

QJsonValue flag(const std::optional<bool> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

/// RFC 3339, UTC, whole seconds as certificates have them.
QJsonValue time(const QDateTime &value)
{
    return value.isValid() ? text(value.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject record(const StsRecordSet &set)
{
    const bool seen = set.state != StsRecordSet::State::Absent;
    return {{QStringLiteral("id"), seen && set.record.hasId ? octets(set.record.id) : QJsonValue()},
            {QStringLiteral("raw"), seen ? octets(set.record.raw) : QJsonValue()}};
}

/// The fetch that the policy came from, or the first that at least got an HTTP answer.
const PolicyFetch *answeredFetch(const DomainAudit &audit)
{
    if (audit.policyFetch >= 0 && audit.policyFetch < audit.facts.fetches.size())
        return &audit.facts.fetches.at(audit.policyFetch);
    for (const PolicyFetch &fetch : audit.facts.fetches) {
        if (fetch.httpStatus != 0)
            return &fetch;
    }
    return nullptr;
}

QJsonObject policy(const DomainAudit *audit)
{
    const Policy *served = audit && audit->policy ? &*audit->policy : nullptr;
    const PolicyFetch *fetch = audit ? answeredFetch(*audit) : nullptr;
    QJsonArray mx;
    for (const MxPattern &pattern : served ? served->mx : QList<MxPattern>())
        mx.append(pattern.text);
    return {{QStringLiteral("mode"), served && served->mode ? QJsonValue(policyModeName(*served->mode)) : QJsonValue()},
            {QStringLiteral("maxAge"), served && served->maxAge ? QJsonValue(static_cast<qint64>(served->maxAge->count())) : QJsonValue()},
            {QStringLiteral("mx"), mx},
            {QStringLiteral("raw"), served ? octets(served->raw) : QJsonValue()},
            {QStringLiteral("httpStatus"), fetch && fetch->httpStatus != 0 ? QJsonValue(fetch->httpStatus) : QJsonValue()},
            {QStringLiteral("mediaType"), fetch && !fetch->mediaType.isEmpty() ? octets(fetch->mediaType) : QJsonValue()}};
}

QJsonObject certificate(const Certificate &leaf)
{
    return {{QStringLiteral("names"), QJsonArray::fromStringList(leaf.dnsNames)},
            {QStringLiteral("issuer"), text(leaf.issuer)},
            {QStringLiteral("notBefore"), time(leaf.notBefore)},
            {QStringLiteral("notAfter"), time(leaf.notAfter)}};
}

QJsonObject mxHost(const MxOutcome &host)
{
    QJsonArray addresses;
    for (const AddressOutcome &outcome : host.addresses) {
        addresses.append(QJsonObject{{QStringLiteral("address"), outcome.address.toString()},
                                     {QStringLiteral("result"), outcome.result},
                                     {QStringLiteral("reason"), text(outcome.reason)},
                                     {QStringLiteral("wouldDeliver"), flag(outcome.wouldDeliver)},
                                     {QStringLiteral("wouldDeliverEnforced"), flag(outcome.wouldDeliverEnforced)},
                                     {QStringLiteral("certificate"), certificate(outcome.certificate)}});
    }
    return {{QStringLiteral("host"), text(host.host)},
            {QStringLiteral("preference"), host.preference},
            {QStringLiteral("coveredBy"), text(host.coveredBy)},
            {QStringLiteral("result"), host.result},
            {QStringLiteral("addresses"), addresses}};
}

QJsonObject tlsRpt(const DomainAudit *audit)
{
    QJsonArray rua;
    for (const ReportUri &uri : audit ? audit->tlsRpt.record.rua : QList<ReportUri>())
        rua.append(octets(uri.text));
    return {{QStringLiteral("status"), tlsRptStatusName(audit ? audit->tlsRptStatus : TlsRptStatus::Undetermined)},
            {QStringLiteral("rua"), rua}};
}

QJsonObject finding(const Finding &finding)
{
    const Rule *rule = findRule(finding.ruleId);
    return {{QStringLiteral("id"), finding.ruleId},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("subject"), text(finding.subject)},
            {QStringLiteral("message"), text(findingMessage(finding))},
            {QStringLiteral("remedy"), text(findingRemedy(finding))},
            {QStringLiteral("citation"), rule ? text(QString::fromUtf8(rule->citation)) : QJsonValue()},
            {QStringLiteral("evidence"), text(finding.evidence)}};
}

} // namespace

QJsonObject renderJson(const RunItem &item)
{
    const DomainAudit *audit = item.audit ? &*item.audit : nullptr;
    QJsonArray mx;
    QJsonArray findings;
    for (const MxOutcome &host : audit ? audit->mx : QList<MxOutcome>())
        mx.append(mxHost(host));
    for (const Finding &found : audit ? audit->findings : QList<Finding>())
        findings.append(finding(found));
    const QJsonObject mtaSts{
        {QStringLiteral("status"), stsStatusName(audit ? audit->stsStatus : StsStatus::Undetermined)},
        {QStringLiteral("record"), record(audit ? audit->record : StsRecordSet())},
        {QStringLiteral("policy"), policy(audit)},
    };
    return {
        {QStringLiteral("schemaVersion"), schemaVersion},
        {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
        {QStringLiteral("resolver"), audit ? text(audit->facts.conditions.resolver) : QJsonValue()},
        {QStringLiteral("observedAt"), audit ? text(audit->facts.observedAt.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue()},
        {QStringLiteral("judgedAt"), audit ? text(audit->judgedAt.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue()},
        {QStringLiteral("elapsedMs"), audit ? QJsonValue(static_cast<qint64>(audit->facts.elapsed.count())) : QJsonValue()},
        {QStringLiteral("domain"), QString::fromUtf8((audit ? audit->facts.domain.ascii : item.input).toUtf8())},
        {QStringLiteral("domainUnicode"), audit ? text(audit->facts.domain.unicode) : QJsonValue()},
        {QStringLiteral("error"), text(item.error)},
        {QStringLiteral("verdict"), domainVerdictName(audit ? audit->verdict : DomainVerdict::Undetermined)},
        {QStringLiteral("mtaSts"), mtaSts},
        {QStringLiteral("mx"), mx},
        {QStringLiteral("tlsRpt"), tlsRpt(audit)},
        {QStringLiteral("findings"), findings},
    };
}

} // namespace mta
