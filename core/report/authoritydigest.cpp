// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/authorityview.h"
#include "base/wiretext.h"
#include "report/digest.h"
#include "report/words.h"

namespace mta
{

namespace
{

QString silenceText(const Lookup &lookup)
{
    if (lookup.status == AnswerStatus::Timeout)
        return Report::tr("no answer in time");
    return lookup.detail.isEmpty() ? Report::tr("could not be reached")
                                   : Report::tr("could not be reached: %1", "system error").arg(visibleText(lookup.detail, 300));
}

AuthorityDigest serverDigest(const AuthoritativeServer &server, const ServerAnswers &answers, const QString &zone)
{
    AuthorityDigest row;
    row.server = visibleText(server.name, 300);
    row.address = answers.address.toString();
    switch (serverState(answers)) {
    case ServerState::NotAsked:
        row.status = answers.notAsked == QLatin1String("proxy") ? Report::tr("not asked: DNS questions do not go through the proxy")
                                                                : Report::tr("not asked: %1", "reason").arg(reasonText(answers.notAsked));
        return row;
    case ServerState::Silent:
        row.status = silenceText(answers.soa);
        return row;
    case ServerState::Lame:
        row.state = ChainLink::State::Attention;
        row.status = visibleText(lameClause(answers.soa), 300);
        return row;
    case ServerState::Answers:
        break;
    }
    row.state = ChainLink::State::Good;
    row.status = Report::tr("answers", "a name server");
    row.serial = serialAnswer(answers.soa, zone);
    row.sts = visibleText(stsAnswer(answers.sts, zone), 600);
    row.tlsRpt = visibleText(tlsRptAnswer(answers.tlsRpt, zone), 600);
    row.mx = visibleText(mxAnswer(answers.mx, zone), 600);
    return row;
}

} // namespace

QList<AuthorityDigest> authorityDigests(const DomainFacts &facts)
{
    QList<AuthorityDigest> rows;
    const QString zone = facts.authorities.zone();
    for (const AuthoritativeServer &server : facts.authorities.servers) {
        for (const ServerAnswers &answers : server.answers)
            rows.append(serverDigest(server, answers, zone));
        if (server.answers.isEmpty()) {
            AuthorityDigest row;
            row.server = visibleText(server.name, 300);
            row.status = Report::tr("no address");
            rows.append(row);
        }
    }
    return rows;
}

} // namespace mta
