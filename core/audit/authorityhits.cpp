// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityhits.h"

#include "audit/authorityview.h"
#include "audit/checks.h"
#include "audit/claim.h"

#include <QCoreApplication>
#include <QMap>

namespace mta
{

namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
}

QString serverText(const AuthoritativeServer &server, const ServerAnswers &answers)
{
    return words(QT_TRANSLATE_NOOP("Verdict", "%1 at %2")).arg(server.name, answers.address.toString());
}

/// Why the servers have nothing to tell, or nullopt when some were asked.
std::optional<Verdict> beforeServers(const Situation &situation)
{
    const DomainFacts &facts = situation.facts;
    if (facts.conditions.depth != Depth::Deep)
        return Verdict::notApplicable();
    return facts.authorities.servers.isEmpty() ? std::optional(Verdict::undetermined()) : std::nullopt;
}

/// Calls `visit` for each address of each server, with the pointer to what it said.
template<class Visit>
void forServers(const Authorities &authorities, Visit visit)
{
    for (qsizetype i = 0; i < authorities.servers.size(); ++i) {
        const AuthoritativeServer &server = authorities.servers.at(i);
        for (qsizetype j = 0; j < server.answers.size(); ++j)
            visit(server, server.answers.at(j), QStringLiteral("/authorities/servers/%1/answers/%2").arg(i).arg(j));
    }
}

using AnswerText = QString (*)(const Lookup &, const QString &zone);

/// One hit that says which server says what, when they do not all say the same.
Verdict inconsistent(const Situation &situation, Lookup ServerAnswers::*place, AnswerText text)
{
    if (const auto before = beforeServers(situation))
        return *before;
    const Authorities &authorities = situation.facts.authorities;
    const QString zone = authorities.zone();
    QMap<QString, QStringList> saying;
    qsizetype told = 0;
    qsizetype all = 0;
    bool asked = false;
    forServers(authorities, [&](const AuthoritativeServer &server, const ServerAnswers &answers, const QString &) {
        ++all;
        asked = asked || (answers.*place).asked();
        if (const QString said = text(answers.*place, zone); !said.isEmpty()) {
            saying[said].append(serverText(server, answers));
            ++told;
        }
    });
    if (saying.size() < 2) {
        const bool elsewhere = !asked && serverState(authorities.servers.first().answers.value(0)) == ServerState::Answers;
        if (elsewhere) // the name lies in another zone
            return Verdict::notApplicable();
        return told > 1 || (told == 1 && all == 1) ? Verdict{} : Verdict::undetermined();
    }
    QStringList parts;
    for (auto said = saying.cbegin(); said != saying.cend(); ++said)
        parts.append(words(QT_TRANSLATE_NOOP("Verdict", "“%1” (%2)")).arg(said.key(), said.value().join(QStringLiteral(", "))));
    return Verdict::of({{situation.facts.domain.ascii,
                         {{QStringLiteral("zone"), zone},
                          {QStringLiteral("domain"), situation.facts.domain.ascii},
                          {QStringLiteral("answers"), parts.join(QStringLiteral("; "))}},
                         QStringLiteral("/authorities/servers"),
                         false}});
}

/// The end of the name's alias chain, and the answer that it does not exist; null when it does, or nobody knows.
const Lookup *missingName(const AuthoritativeServer &server)
{
    for (const Lookup *lookup : {&server.addresses.a, &server.addresses.aaaa}) {
        if (lookup->status == AnswerStatus::NxDomain && !lookup->failed())
            return lookup;
    }
    return nullptr;
}

} // namespace

Verdict recordInconsistent(const Situation &situation)
{
    return inconsistent(situation, &ServerAnswers::sts, stsAnswer);
}

Verdict tlsRptInconsistent(const Situation &situation)
{
    return inconsistent(situation, &ServerAnswers::tlsRpt, tlsRptAnswer);
}

Verdict mxInconsistent(const Situation &situation)
{
    return inconsistent(situation, &ServerAnswers::mx, mxAnswer);
}

Verdict serialDiffers(const Situation &situation)
{
    return inconsistent(situation, &ServerAnswers::soa, serialAnswer);
}

Verdict nameserverLame(const Situation &situation)
{
    if (const auto before = beforeServers(situation))
        return *before;
    const Authorities &authorities = situation.facts.authorities;
    QList<Hit> hits;
    bool told = false;
    const auto add = [&](const QString &name, const QString &reason, const QString &evidence) {
        hits.append({name, {{QStringLiteral("zone"), authorities.zone()}, {QStringLiteral("reason"), reason}}, evidence, false});
    };
    for (qsizetype i = 0; i < authorities.servers.size(); ++i) {
        const AuthoritativeServer &server = authorities.servers.at(i);
        const Lookup *missing = missingName(server);
        const bool open = missing && claimOn(server.name, *missing, situation.facts.domain.ascii).isOpen(); // has a rule of its own
        if (hasNoAddress(server.addresses) && !open)
            add(server.name, words(QT_TRANSLATE_NOOP("Verdict", "the name has no address")),
                QStringLiteral("/authorities/servers/%1/addresses/a").arg(i));
    }
    forServers(authorities, [&](const AuthoritativeServer &server, const ServerAnswers &answers, const QString &pointer) {
        const ServerState state = serverState(answers);
        told = told || state == ServerState::Answers || state == ServerState::Lame;
        if (state == ServerState::Lame)
            add(server.name, words(QT_TRANSLATE_NOOP("Verdict", "at %1, %2")).arg(answers.address.toString(), lameClause(answers.soa)),
                pointer + QStringLiteral("/soa"));
    });
    return hits.isEmpty() && !told ? Verdict::undetermined() : Verdict::of(hits);
}

/// Told only where others of the same address family answered: else it is this network that may be cut off.
Verdict nameserverSilent(const Situation &situation)
{
    if (const auto before = beforeServers(situation))
        return *before;
    QSet<QAbstractSocket::NetworkLayerProtocol> reached;
    QList<Hit> hits;
    forServers(situation.facts.authorities, [&](const AuthoritativeServer &, const ServerAnswers &answers, const QString &) {
        if (const ServerState state = serverState(answers); state == ServerState::Answers || state == ServerState::Lame)
            reached.insert(answers.address.protocol());
    });
    forServers(situation.facts.authorities, [&](const AuthoritativeServer &server, const ServerAnswers &answers, const QString &pointer) {
        if (serverState(answers) != ServerState::Silent || !reached.contains(answers.address.protocol()))
            return;
        hits.append({server.name,
                     {{QStringLiteral("address"), answers.address.toString()},
                      {QStringLiteral("zone"), situation.facts.authorities.zone()},
                      {QStringLiteral("reason"), lookupFailure(answers.soa)}},
                     pointer + QStringLiteral("/soa"),
                     false});
    });
    return reached.isEmpty() ? Verdict::undetermined() : Verdict::of(hits);
}

Verdict nameserverTakeover(const Situation &situation)
{
    if (const auto before = beforeServers(situation))
        return *before;
    const Authorities &authorities = situation.facts.authorities;
    QList<Hit> hits;
    for (qsizetype i = 0; i < authorities.servers.size(); ++i) {
        const AuthoritativeServer &server = authorities.servers.at(i);
        const Lookup *missing = missingName(server);
        const Claim claim = missing ? claimOn(server.name, *missing, situation.facts.domain.ascii) : Claim();
        if (claim.isOpen())
            hits.append({server.name,
                         {{QStringLiteral("zone"), authorities.zone()}, {QStringLiteral("claim"), claim.clause()}},
                         QStringLiteral("/authorities/servers/%1/addresses/%2")
                             .arg(i)
                             .arg(missing == &server.addresses.a ? QStringLiteral("a") : QStringLiteral("aaaa")),
                         false});
    }
    return Verdict::of(hits);
}

} // namespace mta
