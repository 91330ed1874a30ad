// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile policy host, from its first octet to the report. The input is how it is spoken (sessions.h) and the answer to the request.
#include "fakes/factsbuilder.h"
#include "mtasts/policy.h"
#include "net/httpresponse.h"
#include "net/policyfetcher.h"
#include "sessions.h"
#include "smallfacts.h"
#include "wholeaudit.h"

using namespace mta;

namespace
{

void checkBounds(const PolicyFetch &fetch)
{
    fuzz::require(fetch.end != FetchEnd::NotTried && fetch.end != FetchEnd::NoNetwork);
    fuzz::require(fetch.body.size() <= maxPolicySize && fetch.head.size() <= maxHeadSize && fetch.headers.size() <= maxHeaderCount);
    fuzz::require(fetch.end != FetchEnd::Complete || (fetch.tls.established && fetch.httpStatus >= 200 && fetch.httpStatus <= 999));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const DomainFacts small = fuzz::smallFacts();
    DomainFacts facts = small;
    const QByteArray input = fuzz::octetsOf(data, size);
    const QString host = QStringLiteral("mta-sts.") + facts.domain.ascii;
    fuzz::Session session = fuzz::sessionOf(input, host);
    session.turns.greets = false;
    session.turns.said = {session.rest};
    fakes::ScriptedServer server(session.turns);
    HttpsPolicyFetcher fetcher(fuzz::tlsClient(), {443, std::nullopt});
    PolicyFetch &seen = facts.fetches.first();
    {
        const fakes::Diverted diverted(server);
        seen = fetcher.fetch(host, seen.address, {}, {});
    }
    checkBounds(seen);
    fuzz::checkWholeAudit(facts, input);
    return 0;
}
