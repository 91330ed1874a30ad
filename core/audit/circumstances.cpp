// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/circumstances.h"

#include "audit/checks.h"

#include <QLocale>
#include <QTimeZone>

namespace mta
{

namespace
{

/// Clocks may differ by this much before anybody is called wrong.
constexpr qint64 tolerance = 24 * 3600;

bool validAt(const Certificate &certificate, const QDateTime &time)
{
    return certificate.notBefore <= time && time <= certificate.notAfter;
}

/// The date of an HTTP answer (RFC 9110 §6.6.1), IMF-fixdate only.
QDateTime httpDate(const PolicyFetch &fetch)
{
    const HttpHeader *header = fetch.header("Date");
    if (!header)
        return {};
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header->value), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeZone(QTimeZone::utc());
    return date;
}

/// The leaf certificates seen, one for each; hosts that share one are not independent.
QList<Certificate> leaves(const DomainFacts &facts)
{
    QList<Certificate> found;
    const auto add = [&found](const TlsSession &session) {
        if (!session.chain.isEmpty() && session.chain.first().valid && !found.contains(session.chain.first()))
            found.append(session.chain.first());
    };
    for (const PolicyFetch &fetch : facts.fetches)
        add(fetch.tls);
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes)
            add(probe.tls);
    }
    return found;
}

/// A date that the policy host states, at which every certificate seen is valid, while at least two are not at ours.
QDateTime agreedDate(const DomainFacts &facts)
{
    const QList<Certificate> certificates = leaves(facts);
    for (const PolicyFetch &fetch : facts.fetches) {
        const QDateTime date = httpDate(fetch);
        if (!date.isValid() || qAbs(date.secsTo(facts.observedAt)) <= tolerance)
            continue;
        int outOfDateHere = 0;
        bool allThen = true;
        for (const Certificate &certificate : certificates) {
            outOfDateHere += validAt(certificate, facts.observedAt) ? 0 : 1;
            allThen = allThen && validAt(certificate, date);
        }
        if (allThen && outOfDateHere >= 2)
            return date;
    }
    return {};
}

/// What products that re-sign TLS write into the issuer of their certificates.
constexpr const char *inspectionProducts[] = {
    "Zscaler",     "FortiGate",      "Fortinet",
    "Blue Coat",   "Netskope",       "Palo Alto Networks",
    "Sophos",      "Cisco Umbrella", "McAfee Web Gateway",
    "WatchGuard",  "Barracuda",      "Check Point",
    "SonicWall",   "Kaspersky",      "Avast",
    "AVG ",        "ESET SSL",       "Bitdefender",
    "mitmproxy",   "Charles Proxy",  "DO_NOT_TRUST_Fiddler",
    "PortSwigger", "Untangle",       "Squid",
    "Forcepoint",  "Websense",       "iboss",
    "Securly",     "Lightspeed",
};

QString productIn(const QString &issuer)
{
    for (const char *product : inspectionProducts) {
        if (issuer.contains(QLatin1String(product), Qt::CaseInsensitive))
            return issuer;
    }
    return {};
}

} // namespace

ClockDoubt clockDoubt(const DomainFacts &facts)
{
    const Witness &witness = facts.witness;
    const QDateTime &shown = facts.observedAt;
    if (witness.rootSignedFrom.isValid() && witness.rootSignedUntil.isValid()) {
        if (shown.secsTo(witness.rootSignedFrom) > tolerance)
            return {shown, witness.rootSignedFrom, QStringLiteral("root")};
        if (witness.rootSignedUntil.secsTo(shown) > tolerance)
            return {shown, witness.rootSignedUntil, QStringLiteral("root")};
        return {}; // the root's word stands above that of any host
    }
    if (witness.programBuilt.isValid() && shown.secsTo(witness.programBuilt) > tolerance)
        return {shown, witness.programBuilt, QStringLiteral("build")};
    const QDateTime agreed = agreedDate(facts);
    return agreed.isValid() ? ClockDoubt{shown, agreed, QStringLiteral("servers")} : ClockDoubt{};
}

namespace
{

/// Validators judge by a clock that is wrong.
void forgetBogus(DomainFacts &facts)
{
    const auto forget = [](Lookup &lookup) {
        if (lookup.security == Security::Bogus)
            lookup.security = Security::Unknown;
    };
    const auto forgetBoth = [&](HostAddresses &addresses) {
        forget(addresses.a);
        forget(addresses.aaaa);
    };
    for (Lookup *lookup : {&facts.sts, &facts.tlsRpt, &facts.mx, &facts.apexTxt, &facts.policyHostTxt, &facts.underscoreTxt,
                           &facts.tlsRptMisplaced, &facts.parentSts})
        forget(*lookup);
    forgetBoth(facts.policyHost);
    forgetBoth(facts.domainAddresses);
    for (MxHost &host : facts.mxHosts) {
        forgetBoth(host.addresses);
        for (Lookup &lookup : host.tlsa)
            forget(lookup);
    }
    for (ReportDestination &destination : facts.reportDestinations) {
        forget(destination.mx);
        forgetBoth(destination.addresses);
    }
    for (Subdomain &subdomain : facts.subdomains) {
        forget(subdomain.mx);
        forget(subdomain.sts);
    }
}

/// What was learned at addresses that came with a bogus answer is evidence, no more.
template<class Attempt>
void withhold(Attempt &attempt, const HostAddresses &addresses)
{
    if (usableAddresses(addresses).contains(attempt.address) || !addresses.all().contains(attempt.address))
        return;
    const QHostAddress address = attempt.address;
    attempt = {};
    attempt.address = address;
    attempt.detail = QStringLiteral("bogus");
}

} // namespace

DomainFacts believable(DomainFacts facts)
{
    // The dates that servers state are in the hands of those who are judged.
    if (const QString witness = clockDoubt(facts).witness; !witness.isEmpty() && witness != QLatin1String("servers"))
        forgetBogus(facts);
    for (PolicyFetch &fetch : facts.fetches)
        withhold(fetch, facts.policyHost);
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes)
            withhold(probe, host.addresses);
        for (ExtraProbe &extra : host.extraProbes)
            withhold(extra.probe, host.addresses);
    }
    return facts;
}

QString interceptor(const DomainFacts &facts, const QString &policyHost)
{
    if (!facts.witness.interceptingIssuer.isEmpty())
        return facts.witness.interceptingIssuer;
    for (const PolicyFetch &fetch : facts.fetches) {
        const TlsSession &tls = fetch.tls;
        if (tls.chain.isEmpty() || tls.verdict.trust == Trust::Trusted || tls.verdict.trust == Trust::Unknown)
            continue;
        const Certificate &leaf = tls.chain.first();
        // An appliance's own default certificate names the appliance; a re-signed one names the host that was asked for.
        if (!leaf.selfIssued && namesHost(leaf, policyHost) && !productIn(leaf.issuer).isEmpty())
            return leaf.issuer;
    }
    return {};
}

} // namespace mta
