// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// A hostile mail server, from its first octet to the report. The input is how it is spoken (sessions.h) and its turns, each up to an
// octet 0xFE: greeting, answer to EHLO, answer to STARTTLS, and what it says inside TLS.
#include "fakes/factsbuilder.h"
#include "net/starttlsprober.h"
#include "sessions.h"
#include "smallfacts.h"
#include "wholeaudit.h"

using namespace mta;

namespace
{

void checkBounds(const MxProbe &probe)
{
    fuzz::require(probe.end != ProbeEnd::NotTried && probe.end != ProbeEnd::NoNetwork && probe.connected);
    fuzz::require(probe.transcript.size() <= maxTranscriptLines && probe.injected.size() <= maxInjected);
    for (const TranscriptLine &line : probe.transcript)
        fuzz::require(line.octets.size() <= maxReplyLine);
    // RFC 3207 §4.2: what came before TLS is no part of what came inside it.
    fuzz::require(!probe.encrypted || probe.tls.established);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype maxTurns = 8;
    static const DomainFacts small = fuzz::smallFacts();
    DomainFacts facts = small;
    const QByteArray input = fuzz::octetsOf(data, size);
    MxHost &host = facts.mxHosts.first();
    fuzz::Session session = fuzz::sessionOf(input, host.name);
    session.turns.said = fuzz::partsOf(session.rest, maxTurns);
    fakes::ScriptedServer server(session.turns);
    StartTlsProber prober(fuzz::tlsClient(), {25, std::nullopt, "probe.example"});
    MxProbe &seen = host.probes.first();
    {
        const fakes::Diverted diverted(server);
        seen = prober.probe(host.name, seen.address, {}, {}, {});
    }
    checkBounds(seen);
    fuzz::checkWholeAudit(facts, input);
    return 0;
}
