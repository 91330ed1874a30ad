// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/digest.h"

#include "base/wiretext.h"
#include "facts/tlsgrid.h"
#include "report/words.h"

#include <algorithm>

namespace mta
{

namespace
{

MxDigest hostRow(const MxOutcome &host, bool policyRead)
{
    MxDigest row;
    row.host = visibleText(host.host, 300);
    row.preference = host.preference;
    row.coveredBy = policyRead && host.coveredBy.isNull() ? Report::tr("no pattern") : visibleText(host.coveredBy, 300);
    row.result = resultText(host.result);
    row.state = stateOfResult(host.result);
    row.delivery = deliveryText({});
    return row;
}

/// "TLS 1.3, 1.2; ECDSA, RSA": what the address is known to offer, the newest and the usual first.
QString tlsText(const MxHost &host, const QHostAddress &address)
{
    QStringList versions;
    for (const TlsVersion version : {TlsVersion::Tls13, TlsVersion::Tls12, TlsVersion::Tls11, TlsVersion::Tls10}) {
        if (offersVersion(host, address, version) == Offered::Yes)
            versions.append(versions.isEmpty() ? tlsVersionName(version) : tlsVersionName(version).section(u' ', -1));
    }
    QStringList keys;
    if (offersKey(host, address, TlsOffer::Key::Ecdsa) == Offered::Yes)
        keys.append(QStringLiteral("ECDSA"));
    if (offersKey(host, address, TlsOffer::Key::Rsa) == Offered::Yes)
        keys.append(QStringLiteral("RSA"));
    const QString separator = QStringLiteral(", ");
    return keys.isEmpty() ? versions.join(separator)
                          : Report::tr("%1; %2", "TLS versions, kinds of keys").arg(versions.join(separator), keys.join(separator));
}

MxDigest addressRow(const MxOutcome &host, const AddressOutcome &outcome, const MxHost *facts, bool policyRead)
{
    MxDigest row = hostRow(host, policyRead);
    row.address = outcome.address.toString();
    row.result = outcomeText(outcome);
    row.state = stateOfResult(outcome.result);
    row.delivery = deliveryText(outcome.wouldDeliver);
    row.expires = outcome.certificate.notAfter;
    if (facts)
        row.tls = tlsText(*facts, outcome.address);
    return row;
}

} // namespace

QList<MxDigest> mxDigests(const DomainAudit &audit)
{
    QList<MxDigest> rows;
    const bool policyRead = audit.stsStatus == StsStatus::Enforce || audit.stsStatus == StsStatus::Testing;
    for (const MxOutcome &host : audit.mx) {
        const auto facts = std::find_if(audit.facts.mxHosts.cbegin(), audit.facts.mxHosts.cend(),
                                        [&](const MxHost &candidate) { return candidate.name == host.host; });
        for (const AddressOutcome &outcome : host.addresses)
            rows.append(addressRow(host, outcome, facts == audit.facts.mxHosts.cend() ? nullptr : &*facts, policyRead));
        if (host.addresses.isEmpty())
            rows.append(hostRow(host, policyRead));
    }
    return rows;
}

namespace
{

CertificateDigest certificateDigest(const TlsSession &session)
{
    const Certificate &leaf = session.chain.first();
    CertificateDigest row;
    row.readable = leaf.valid;
    constexpr int shown = 8; // a certificate may name a thousand hosts
    row.names = visibleText(leaf.dnsNames.mid(0, shown).join(QLatin1String(", ")), 1000);
    if (leaf.dnsNames.size() > shown)
        row.names = Report::tr("%1 and %n more", nullptr, static_cast<int>(leaf.dnsNames.size() - shown)).arg(row.names);
    row.issuer = visibleText(leaf.issuer, 300);
    row.key = leaf.keyBits > 0 ? Report::tr("%1, %2 bits", "kind of key").arg(visibleText(leaf.keyType, 80), QString::number(leaf.keyBits))
                               : visibleText(leaf.keyType, 80);
    row.trust = chainTrustText(session.verdict.trust);
    row.sha256 = QString::fromLatin1(leaf.sha256.toHex());
    row.from = leaf.notBefore;
    row.until = leaf.notAfter;
    return row;
}

/// How often a certificate was shown, and with an OCSP response.
struct Showings {
    Certificate leaf;
    int all = 0;
    int stapled = 0;
};

QString stapling(const Showings &seen)
{
    if (seen.stapled == seen.all)
        return Report::tr("with an OCSP response");
    if (seen.stapled > 0)
        return Report::tr("with an OCSP response, but not in every connection");
    return seen.leaf.mustStaple ? Report::tr("no OCSP response, though the certificate demands one") : Report::tr("no OCSP response");
}

/// RFC 6962 §3.3, RFC 6066 §8, RFC 5280 §4.2.2.1
QString detailsOf(const Showings &seen)
{
    if (!seen.leaf.valid)
        return {};
    const QString timestamps =
        seen.leaf.timestamps > 0 ? Report::tr("%n timestamps (SCT)", nullptr, seen.leaf.timestamps) : Report::tr("no timestamps (SCT)");
    const QString issuer = seen.leaf.issuerUrl.isEmpty()
                               ? Report::tr("no link to its issuer (AIA)")
                               : Report::tr("link to its issuer: %1 (AIA)").arg(visibleText(seen.leaf.issuerUrl, 300));
    return QStringList{timestamps, stapling(seen), issuer}.join(QLatin1String("; "));
}

} // namespace

QList<CertificateDigest> certificateDigests(const DomainFacts &facts)
{
    QList<CertificateDigest> rows;
    QList<Showings> seen; // parallel to rows
    auto add = [&](const QString &host, const TlsSession &session) {
        if (session.chain.isEmpty())
            return;
        const Certificate &leaf = session.chain.first();
        const auto place = std::find_if(seen.begin(), seen.end(), [&leaf](const Showings &each) { return each.leaf == leaf; });
        const qsizetype known = place == seen.end() ? -1 : place - seen.begin();
        CertificateDigest &row = known < 0 ? rows.emplace_back(certificateDigest(session)) : rows[known];
        Showings &showings = known < 0 ? seen.emplace_back(Showings{leaf}) : seen[known];
        ++showings.all;
        showings.stapled += session.ocspResponse.isEmpty() ? 0 : 1;
        if (const QString user = visibleText(host, 300); !row.usedBy.contains(user))
            row.usedBy.append(user);
    };
    for (const PolicyFetch &fetch : facts.fetches)
        add(QLatin1String("mta-sts.") + facts.domain.ascii, fetch.tls);
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes)
            add(host.name, probe.tls);
        for (const ExtraProbe &extra : host.extraProbes)
            add(host.name, extra.probe.tls);
    }
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i].details = detailsOf(seen.at(i));
    std::stable_sort(rows.begin(), rows.end(), [](const CertificateDigest &a, const CertificateDigest &b) { return a.until < b.until; });
    return rows;
}

ChainLink::State stateOfDates(const CertificateDigest &row, const QDateTime &now)
{
    if (!row.until.isValid() || !row.from.isValid())
        return ChainLink::State::NotTested;
    if (now < row.from || now > row.until)
        return ChainLink::State::Broken;
    return now.daysTo(row.until) < 14 ? ChainLink::State::Attention : ChainLink::State::Good;
}

namespace
{

RecordDigest recordDigest(const Lookup &lookup)
{
    RecordDigest row;
    row.name = visibleText(lookup.question.name, 300);
    row.type = recordTypeName(lookup.question.type);
    row.status = answerText(lookup);
    row.security = lookup.failed() && lookup.security != Security::Bogus ? QString() : securityText(lookup.security);
    row.failed = lookup.failed();
    for (const RecordText &record : answerRecords(lookup)) {
        row.lines.append(QStringLiteral("%1 %2 %3 %4")
                             .arg(visibleText(record.owner, 300), QString::number(record.ttl.count()), visibleText(record.type, 20),
                                  visibleText(record.value)));
    }
    return row;
}

} // namespace

QList<RecordDigest> recordDigests(const DomainFacts &facts)
{
    QList<const Lookup *> lookups{&facts.sts, &facts.tlsRpt, &facts.mx, &facts.policyHost.a, &facts.policyHost.aaaa};
    for (const MxHost &host : facts.mxHosts) {
        lookups << &host.addresses.a << &host.addresses.aaaa;
        for (const Lookup &lookup : host.tlsa)
            lookups << &lookup;
    }
    lookups << &facts.domainAddresses.a << &facts.domainAddresses.aaaa << &facts.apexTxt << &facts.policyHostTxt << &facts.underscoreTxt
            << &facts.tlsRptMisplaced;
    for (const ReportDestination &destination : facts.reportDestinations)
        lookups << &destination.mx << &destination.addresses.a << &destination.addresses.aaaa;
    lookups << &facts.parentSts << &facts.authorities.ns;
    for (const Subdomain &subdomain : facts.subdomains) {
        if (subdomain.sts.asked()) // the others take no mail, or do not exist
            lookups << &subdomain.mx << &subdomain.sts;
    }
    QList<RecordDigest> rows;
    QList<Question> shown;
    for (const Lookup *lookup : lookups) {
        if (!lookup->asked() || shown.contains(lookup->question))
            continue;
        shown.append(lookup->question);
        rows.append(recordDigest(*lookup));
    }
    return rows;
}

QList<FetchDigest> fetchDigests(const DomainFacts &facts)
{
    QList<FetchDigest> rows;
    for (const PolicyFetch &fetch : facts.fetches) {
        FetchDigest row;
        row.address = fetch.address.toString();
        row.end = fetchEndText(fetch);
        row.mediaType = visibleText(fetch.mediaType, 100);
        row.redirectTo = visibleText(fetch.redirectTo, 300);
        if (fetch.tls.version != TlsVersion::Unknown)
            row.tls = tlsVersionName(fetch.tls.version);
        rows.append(row);
    }
    return rows;
}

QList<ConditionDigest> conditionDigests(const DomainAudit &audit, const QLocale &locale)
{
    const DomainFacts &facts = audit.facts;
    const Conditions &conditions = facts.conditions;
    QList<ConditionDigest> rows{
        {Report::tr("Observed"), momentText(facts.observedAt, locale)},
        {Report::tr("Took"), elapsedText(facts.elapsed, locale)},
        {Report::tr("Dates judged at"), momentText(audit.judgedAt, locale)},
        {Report::tr("Observed with"), Report::tr("MTA-STS Studio %1").arg(visibleText(conditions.toolVersion, 80))},
        {Report::tr("Report written by"), Report::tr("MTA-STS Studio %1").arg(QLatin1String(MTA_VERSION))},
        {Report::tr("DNS resolver"), visibleText(conditions.resolver, 300)},
        {Report::tr("Trusted roots"), visibleText(conditions.trustStore, 300)},
        {Report::tr("EHLO name"), visibleText(conditions.ehloName, 300)},
    };
    if (!conditions.proxy.isEmpty())
        rows.append({Report::tr("Proxy"), visibleText(conditions.proxy, 300)});
    if (conditions.smtpPort != 25 || conditions.httpsPort != 443)
        rows.append({Report::tr("Ports"), Report::tr("SMTP %1, HTTPS %2").arg(conditions.smtpPort).arg(conditions.httpsPort)});
    if (conditions.dnsPort != 53)
        rows.append({Report::tr("Port of name servers"), QString::number(conditions.dnsPort)});
    if (!conditions.ipv4 || !conditions.ipv6)
        rows.append({Report::tr("Addresses"), conditions.ipv4 ? Report::tr("IPv4 only") : Report::tr("IPv6 only")});
    if (conditions.signaturesStripped)
        rows.append({Report::tr("DNSSEC"), Report::tr("the resolver removes signatures, so nothing could be validated")});
    if (facts.cancelled)
        rows.append({Report::tr("Incomplete"), Report::tr("the audit was stopped before everything was asked")});
    rows.removeIf([](const ConditionDigest &row) { return row.value.isEmpty(); });
    return rows;
}

QString servedPolicy(const DomainAudit &audit)
{
    return audit.policy ? visibleLines(audit.policy->raw) : QString();
}

ChainLink::State stateOfVerdict(DomainVerdict verdict)
{
    switch (verdict) {
    case DomainVerdict::Protected:
        return ChainLink::State::Good;
    case DomainVerdict::Testing:
    case DomainVerdict::Unprotected:
        return ChainLink::State::Attention;
    case DomainVerdict::AtRisk:
        return ChainLink::State::Broken;
    case DomainVerdict::Undetermined:
    case DomainVerdict::NotApplicable:
        break;
    }
    return ChainLink::State::NotTested;
}

ChainLink::State stateOfSeverity(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return ChainLink::State::Broken;
    case Severity::Warning:
        return ChainLink::State::Attention;
    case Severity::Note:
        break;
    }
    return ChainLink::State::NotTested;
}

ChainLink::State stateOfResult(const QString &result)
{
    if (result == QLatin1String("ok"))
        return ChainLink::State::Good;
    return result == QLatin1String("untested") ? ChainLink::State::NotTested : ChainLink::State::Broken;
}

} // namespace mta
