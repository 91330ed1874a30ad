// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "survey/authorities.h"

#include "base/domainname.h"
#include "survey/followups.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace mta
{

namespace
{

constexpr int maxLabelsClimbed = 8;

/// The questions to each server that are about names in the zone, and where their answers belong.
struct Direct {
    Question question;
    Lookup ServerAnswers::*place;
};
QList<Direct> directQuestions(const QString &domain, const QString &zone)
{
    QList<Direct> questions{{{zone, RecordType::Soa}, &ServerAnswers::soa},
                            {{QLatin1String("_mta-sts.") + domain, RecordType::Txt}, &ServerAnswers::sts},
                            {{QLatin1String("_smtp._tls.") + domain, RecordType::Txt}, &ServerAnswers::tlsRpt},
                            {{domain, RecordType::Mx}, &ServerAnswers::mx}};
    // Where `_mta-sts` is a zone of its own, its servers have nothing to do with the rest.
    questions.removeIf([&](const Direct &direct) { return !isWithin(direct.question.name, zone); });
    return questions;
}

QString whyNotAsked(const QHostAddress &address, const Conditions &conditions)
{
    if (const QString reason = whyNotContacted(address, conditions); !reason.isEmpty())
        return reason;
    // RFC 1928 §4: what people run, ssh -D, relays connections only.
    return conditions.proxy.isEmpty() ? QString() : QStringLiteral("proxy");
}

/// From the name to its zone, from there to the servers, their addresses, and what each of them says.
class AuthorityWalk : public std::enable_shared_from_this<AuthorityWalk>
{
public:
    AuthorityWalk(const Workbench &bench, const QString &domain, const Conditions &conditions)
        : m_bench(bench), m_domain(domain), m_conditions(conditions)
    {
    }

    /// One task: each question depends on the answer before.
    void begin()
    {
        m_bench.tasks.start([self = shared_from_this()] {
            if (!self->findZone())
                return;
            for (qsizetype i = 0; i < self->m_servers.size(); ++i)
                self->m_bench.tasks.start([self, i] { self->askAddresses(i); });
        });
    }

private:
    /// The SOA record of a negative answer names the zone (RFC 2308 §3). An alias tells of another name, and some resolvers leave it out:
    /// then the zone begins at this name or above.
    bool findZone()
    {
        QString name = QLatin1String("_mta-sts.") + m_domain;
        for (int i = 0; i < maxLabelsClimbed && name.contains(u'.') && !m_bench.context.cancelled(); ++i) {
            const Lookup cut = m_bench.lookup({name, RecordType::Soa}, Resolver::Assurance::Plain);
            m_bench.change([&](DomainFacts &facts) { facts.authorities.cut = cut; });
            m_zone = Authorities{cut, {}}.zone();
            if (!m_zone.isEmpty() || cut.failed())
                break;
            name = name.section(u'.', 1);
        }
        if (m_zone.isEmpty() || m_bench.context.cancelled())
            return false;
        const Lookup ns = m_bench.lookup({m_zone, RecordType::Ns}, Resolver::Assurance::Plain);
        QStringList names = nameserverNames(ns).records;
        names.removeDuplicates();
        m_servers = names.mid(0, maxNameservers);
        m_bench.change([&](DomainFacts &facts) {
            facts.authorities.ns = ns;
            for (const QString &server : std::as_const(m_servers))
                facts.authorities.servers.append({server, {}});
        });
        return !m_bench.context.cancelled();
    }

    void askAddresses(qsizetype index)
    {
        HostAddresses addresses;
        addresses.a = m_bench.lookup({m_servers.at(index), RecordType::A}, Resolver::Assurance::Plain);
        addresses.aaaa = m_bench.lookup({m_servers.at(index), RecordType::Aaaa}, Resolver::Assurance::Plain);
        m_bench.change([&](DomainFacts &facts) { facts.authorities.servers[index].addresses = addresses; });
        for (const QHostAddress &address : addresses.all()) {
            if (!whyNotAsked(address, m_conditions).isEmpty())
                continue; // completeAuthorities() says why
            if (m_begun.fetch_add(1) >= maxServerAddresses)
                return;
            m_bench.tasks.start([self = shared_from_this(), index, address] { self->askServer(index, address); });
        }
    }

    void askServer(qsizetype index, const QHostAddress &address)
    {
        ServerAnswers answers;
        answers.address = address;
        for (const Direct &direct : directQuestions(m_domain, m_zone)) {
            // One silent address of many may not take all the time there is.
            answers.*direct.place =
                m_bench.network.resolver.askServer(address, direct.question, m_bench.context.within(m_bench.timeout / 3));
            if (answers.soa.message.isEmpty())
                break; // it will not answer the others either
        }
        if (answers.soa.asked())
            m_bench.change([&](DomainFacts &facts) { facts.authorities.servers[index].answers.append(answers); });
    }

    const Workbench &m_bench;
    const QString m_domain;
    const Conditions m_conditions;
    QString m_zone; // written by the first task alone, like the servers
    QStringList m_servers;
    std::atomic<int> m_begun = 0;
};

} // namespace

void askAuthorities(const Workbench &bench, const QString &domain, const Conditions &conditions)
{
    std::make_shared<AuthorityWalk>(bench, domain, conditions)->begin();
}

void completeAuthorities(Authorities &authorities, const Conditions &conditions, bool cancelled)
{
    for (AuthoritativeServer &server : authorities.servers) {
        QList<ServerAnswers> ordered;
        for (const QHostAddress &address : server.addresses.all()) {
            const auto asked = std::find_if(server.answers.cbegin(), server.answers.cend(),
                                            [&](const ServerAnswers &answers) { return answers.address == address; });
            if (asked != server.answers.cend()) {
                ordered.append(*asked);
                continue;
            }
            const QString reason = whyNotAsked(address, conditions);
            const QString otherwise = cancelled ? QStringLiteral("cancelled") : QStringLiteral("limit");
            ordered.append({address, reason.isEmpty() ? otherwise : reason, {}, {}, {}, {}});
        }
        server.answers = ordered;
    }
}

} // namespace mta
