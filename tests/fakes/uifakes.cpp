// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "uifakes.h"

#include "dnsmessage.h"
#include "factsbuilder.h"

namespace mta
{

const char *const hostileMarkup = "<b><img src='file:///etc/passwd'>&lt;bold</b>";

void MapHandle::describe(Conditions &conditions) const
{
    conditions.resolver = QStringLiteral("maps");
    conditions.trustStore = QStringLiteral("maps");
}

namespace
{

void add(FakeNetwork &network, const Lookup &lookup)
{
    if (lookup.asked())
        network.add(lookup);
}

void add(FakeNetwork &network, const HostAddresses &addresses)
{
    add(network, addresses.a);
    add(network, addresses.aaaa);
}

} // namespace

void fill(FakeNetwork &network, const DomainFacts &facts)
{
    for (const Lookup *lookup : {&facts.sts, &facts.tlsRpt, &facts.mx, &facts.apexTxt, &facts.policyHostTxt, &facts.underscoreTxt})
        add(network, *lookup);
    add(network, facts.policyHost);
    add(network, facts.domainAddresses);
    for (const ReportDestination &destination : facts.reportDestinations) {
        add(network, destination.mx);
        add(network, destination.addresses);
    }
    add(network, facts.authorities.cut);
    add(network, facts.authorities.ns);
    for (const AuthoritativeServer &server : facts.authorities.servers) {
        add(network, server.addresses);
        for (const ServerAnswers &answers : server.answers) {
            for (const Lookup *lookup : {&answers.soa, &answers.sts, &answers.tlsRpt, &answers.mx})
                network.addAt(answers.address.toString(), *lookup);
        }
    }
    for (const PolicyFetch &fetch : facts.fetches)
        network.add(QLatin1String("mta-sts.") + facts.domain.ascii, fetch.address.toString(), fetch);
    for (const MxHost &host : facts.mxHosts) {
        add(network, host.addresses);
        for (const MxProbe &probe : host.probes)
            network.add(host.name, probe.address.toString(), probe);
    }
}

DomainFacts goodFactsAs(const QString &domain)
{
    DomainFacts facts = goodFacts();
    facts.domain = {domain, domain};
    return facts;
}

DomainFacts hostileFacts()
{
    DomainFacts facts = goodFacts();
    const QByteArray octets = QByteArray(hostileMarkup) + "\x1b[31m\xe2\x80\xae\r\n\x01\xff";
    const QString text = QString::fromUtf8(octets);
    setRecord(facts, {"v=STSv1; id=" + octets, octets});
    setTlsRpt(facts, {"v=TLSRPTv1; rua=mailto:" + octets});
    setPolicy(facts, "version: STSv1\nmode: " + octets + "\nmx: " + octets + "\nmax_age: 86400\n" + octets + "\n");
    facts.sts.detail = text;
    facts.mx.security = Security::Bogus;
    facts.mx.bogusReason = text;
    for (PolicyFetch &fetch : facts.fetches) {
        fetch.detail = text;
        fetch.redirectTo = octets;
        fetch.mediaType = octets;
        fetch.head = "HTTP/1.1 200 " + octets + "\r\nServer: " + octets + "\r\n\r\n";
        fetch.headers.append({octets, octets});
    }
    for (MxHost &host : facts.mxHosts) {
        for (MxProbe &probe : host.probes) {
            probe.detail = text;
            probe.tls.failure = text;
            probe.tls.cipher = text;
            probe.transcript = {{TranscriptLine::From::Server, std::chrono::milliseconds(1), octets},
                                {TranscriptLine::From::Note, std::chrono::milliseconds(2), octets}};
        }
    }
    facts.conditions.resolver = text;
    return facts;
}

Environment fakeEnvironment(const std::shared_ptr<MapHandle> &handle)
{
    const NetworkFactory factory = [handle](const Preferences &) {
        return Result<std::shared_ptr<NetworkHandle>>(std::static_pointer_cast<NetworkHandle>(handle));
    };
    Environment environment;
    environment.live = factory;
    environment.practice = factory;
    environment.lessons = [] { return QList<PracticeLesson>{{QStringLiteral("sample.example"), QStringLiteral("All is well.")}}; };
    environment.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    environment.useLanguage = [](const QString &) {};
    return environment;
}

} // namespace mta
