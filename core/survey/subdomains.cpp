// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/subdomains.h"

#include "base/domainname.h"
#include "mtasts/policy.h"
#include "mtasts/stsrecord.h"
#include "survey/followups.h"

#include <QRandomGenerator>

namespace mta
{

namespace
{

/// Names under which newsletters, notices, bounces and tickets are sent and answered.
constexpr const char *commonNames[] = {"bounce", "bounces",   "e",          "em",    "email",   "info",     "lists",
                                       "mail",   "marketing", "mg",         "news",  "notify",  "reply",    "send",
                                       "smtp",   "support",   "newsletter", "sales", "service", "students", "alumni"};
constexpr qsizetype maxNamed = maxSubdomains - static_cast<qsizetype>(std::size(commonNames));

QStringList namesInCertificates(const DomainFacts &facts)
{
    QStringList names;
    const auto add = [&](const TlsSession &session) {
        if (!session.chain.isEmpty())
            names += session.chain.first().dnsNames;
    };
    for (const PolicyFetch &fetch : facts.fetches)
        add(fetch.tls);
    for (const MxHost &host : facts.mxHosts) {
        for (const MxProbe &probe : host.probes)
            add(probe.tls);
    }
    return names;
}

QStringList namesInEvidence(const DomainFacts &facts)
{
    QStringList names;
    for (const MxHost &host : facts.mxHosts)
        names.append(host.name);
    for (const ReportDestination &destination : facts.reportDestinations)
        names.append(destination.host);
    for (const PolicyFetch &fetch : facts.fetches) {
        for (const MxPattern &pattern : parsePolicy(fetch.body).mx)
            names.append(pattern.text);
    }
    return names + namesInCertificates(facts);
}

/// A name that no owner would think of, so that only a wildcard record answers for it (RFC 4592 §2.2.1).
QString unthoughtOf(const QString &parent)
{
    return QStringLiteral("no-such-name-%1.").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0')) + parent;
}

void askOne(const Workbench &bench, const QString &name)
{
    using Assurance = Resolver::Assurance;
    Subdomain subdomain;
    subdomain.name = name;
    subdomain.mx = bench.lookup({name, RecordType::Mx}, Assurance::Plain);
    if (!hostsToProbe(subdomain.mx).isEmpty() && !bench.context.cancelled()) {
        subdomain.mx = joined(subdomain.mx, bench.lookup({name, RecordType::Mx}, Assurance::Validated));
        subdomain.wildcard = bench.lookup({unthoughtOf(name.section(u'.', 1)), RecordType::Mx}, Assurance::Plain);
        const Question sts{QLatin1String("_mta-sts.") + name, RecordType::Txt};
        subdomain.sts = bench.lookup(sts, Assurance::Plain);
        subdomain.sts = joined(subdomain.sts, bench.lookup(sts, Assurance::Validated));
    }
    if (subdomain.mx.asked())
        bench.change([&](DomainFacts &facts) { facts.subdomains.append(subdomain); });
}

} // namespace

QStringList subdomainCandidates(const DomainFacts &facts)
{
    const QString &domain = facts.domain.ascii;
    QStringList candidates;
    // The name itself, and those between it and the domain: mail is for "eu" where "mx1.eu" is the mail server.
    for (QString name : namesInEvidence(facts)) {
        name = normalisedName(name.startsWith(QLatin1String("*.")) ? name.mid(2) : name);
        for (; name != domain && isWithin(name, domain) && candidates.size() < maxNamed; name = name.section(u'.', 1)) {
            if (isHostName(name) && !name.startsWith(QLatin1String("mta-sts.")) && !candidates.contains(name))
                candidates.append(name);
        }
    }
    for (const char *label : commonNames) {
        const QString name = QLatin1String(label) + QLatin1Char('.') + domain;
        if (isHostName(name) && !candidates.contains(name))
            candidates.append(name);
    }
    return candidates;
}

void askSubdomains(const Workbench &bench, const DomainFacts &facts)
{
    QList<QByteArray> values;
    for (const TxtRecord &record : txtRecords(facts.sts).records)
        values.append(record.joined());
    if (facts.sts.failed() || selectStsRecord(values).state != StsRecordSet::State::One)
        return;
    for (const QString &name : subdomainCandidates(facts))
        bench.tasks.start([&bench, name] { askOne(bench, name); });
}

} // namespace mta
