// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/render.h"

#include "audit/authorityview.h"
#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "facts/tlsgrid.h"

#include <QJsonArray>
#include <algorithm>

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
            {QStringLiteral("notAfter"), time(leaf.notAfter)},
            {QStringLiteral("keyType"), text(leaf.keyType)},
            {QStringLiteral("keyBits"), leaf.keyBits > 0 ? QJsonValue(leaf.keyBits) : QJsonValue()},
            {QStringLiteral("signatureAlgorithm"), text(leaf.signatureAlgorithm)},
            {QStringLiteral("timestamps"), leaf.valid ? QJsonValue(leaf.timestamps) : QJsonValue()},
            {QStringLiteral("issuerUrl"), text(leaf.issuerUrl)},
            {QStringLiteral("mustStaple"), leaf.valid ? QJsonValue(leaf.mustStaple) : QJsonValue()}};
}

/// What senders do, by what they check; null where there is nothing to deliver.
QJsonObject delivery(const std::optional<Deliveries> &deliveries)
{
    QJsonObject object;
    for (const SenderKind kind : allSenderKinds)
        object.insert(senderKindName(kind), deliveries ? QJsonValue(deliveryName(deliveries->of(kind))) : QJsonValue());
    return object;
}

QJsonValue flag(Offered offered)
{
    return offered == Offered::NotTested ? QJsonValue() : QJsonValue(offered == Offered::Yes);
}

/// What all probes of the address tell together; nothing but nulls without a probe.
QJsonObject tlsGrid(const MxHost &host, const QHostAddress &address)
{
    const QList<ProbePlace> places = probesOf(host, address);
    const TlsSession tls = places.isEmpty() ? TlsSession() : places.first().probe->tls;
    QJsonObject versions;
    for (const TlsVersion version : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13})
        versions.insert(tlsVersionName(version), flag(offersVersion(host, address, version)));
    const auto key = [&](TlsOffer::Key kind) {
        const ProbePlace place = probeShowing(host, address, kind);
        return QJsonObject{{QStringLiteral("offered"), flag(offersKey(host, address, kind))},
                           {QStringLiteral("certificate"), certificate(place ? place.probe->tls.chain.first() : Certificate())},
                           {QStringLiteral("stapled"), place ? QJsonValue(!place.probe->tls.ocspResponse.isEmpty()) : QJsonValue()}};
    };
    return {{QStringLiteral("version"), tls.version == TlsVersion::Unknown ? QJsonValue() : QJsonValue(tlsVersionName(tls.version))},
            {QStringLiteral("cipher"), text(tls.cipher)},
            {QStringLiteral("group"), text(tls.group)},
            {QStringLiteral("versions"), versions},
            {QStringLiteral("keys"),
             QJsonObject{{QStringLiteral("rsa"), key(TlsOffer::Key::Rsa)}, {QStringLiteral("ecdsa"), key(TlsOffer::Key::Ecdsa)}}}};
}

QJsonObject mxHost(const MxOutcome &host, const QList<MxHost> &facts)
{
    const auto known = std::find_if(facts.cbegin(), facts.cend(), [&](const MxHost &candidate) { return candidate.name == host.host; });
    const MxHost seen = known == facts.cend() ? MxHost() : *known;
    QJsonArray addresses;
    for (const AddressOutcome &outcome : host.addresses) {
        addresses.append(QJsonObject{{QStringLiteral("address"), outcome.address.toString()},
                                     {QStringLiteral("result"), outcome.result},
                                     {QStringLiteral("reason"), text(outcome.reason)},
                                     {QStringLiteral("wouldDeliver"), flag(outcome.wouldDeliver)},
                                     {QStringLiteral("wouldDeliverEnforced"), flag(outcome.wouldDeliverEnforced)},
                                     {QStringLiteral("dane"), daneResultName(outcome.dane)},
                                     {QStringLiteral("delivery"), delivery(outcome.deliveries)},
                                     {QStringLiteral("certificate"), certificate(outcome.certificate)},
                                     {QStringLiteral("tls"), tlsGrid(seen, outcome.address)}});
    }
    return {{QStringLiteral("host"), text(host.host)},
            {QStringLiteral("preference"), host.preference},
            {QStringLiteral("coveredBy"), text(host.coveredBy)},
            {QStringLiteral("result"), host.result},
            {QStringLiteral("delivery"), delivery(host.deliveries)},
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

/// Every TXT value that a server gives; null where it does not answer.
QJsonValue texts(const Lookup &lookup)
{
    if (!lookup.asked() || lookup.failed())
        return {};
    QJsonArray values;
    for (const TxtRecord &record : txtRecords(lookup).records)
        values.append(octets(record.joined()));
    return values;
}

QJsonValue exchanges(const Lookup &lookup)
{
    if (!lookup.asked() || lookup.failed())
        return {};
    QJsonArray values;
    for (const MxRecord &record : mxRecords(lookup).records)
        values.append(QString(QString::number(record.preference) + u' ' + record.exchange));
    return values;
}

QString serverStateName(ServerState state)
{
    switch (state) {
    case ServerState::Silent:
        return QStringLiteral("silent");
    case ServerState::Lame:
        return QStringLiteral("lame");
    case ServerState::Answers:
        return QStringLiteral("answers");
    case ServerState::NotAsked:
        break;
    }
    return QStringLiteral("not-asked");
}

/// Null unless the name servers were asked.
QJsonValue authorities(const DomainAudit *audit)
{
    if (!audit || !audit->facts.authorities.asked())
        return {};
    const Authorities &asked = audit->facts.authorities;
    QJsonArray servers;
    for (const AuthoritativeServer &server : asked.servers) {
        QJsonArray addresses;
        for (const ServerAnswers &answers : server.answers) {
            const std::optional<SoaRecord> soa = soaRecord(answers.soa);
            const bool holds = serverState(answers) == ServerState::Answers && soa;
            addresses.append(QJsonObject{{QStringLiteral("address"), answers.address.toString()},
                                         {QStringLiteral("state"), serverStateName(serverState(answers))},
                                         {QStringLiteral("serial"), holds ? QJsonValue(static_cast<qint64>(soa->serial)) : QJsonValue()},
                                         {QStringLiteral("mtaSts"), texts(answers.sts)},
                                         {QStringLiteral("tlsRpt"), texts(answers.tlsRpt)},
                                         {QStringLiteral("mx"), exchanges(answers.mx)}});
        }
        servers.append(QJsonObject{{QStringLiteral("name"), text(server.name)}, {QStringLiteral("addresses"), addresses}});
    }
    return QJsonObject{{QStringLiteral("zone"), text(asked.zone())}, {QStringLiteral("servers"), servers}};
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
        mx.append(mxHost(host, audit->facts.mxHosts));
    for (const Finding &found : audit ? audit->findings : QList<Finding>())
        findings.append(finding(found));
    QJsonObject atWorst = delivery(audit ? audit->deliveries : std::nullopt);
    atWorst.insert(QStringLiteral("lessAssurance"), audit && audit->lessAssurance);
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
        {QStringLiteral("delivery"), atWorst},
        {QStringLiteral("tlsRpt"), tlsRpt(audit)},
        {QStringLiteral("authorities"), authorities(audit)},
        {QStringLiteral("findings"), findings},
    };
}

} // namespace mta
