// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/dnsupdate.h"

#include "base/domainname.h"
#include "dns/message.h"
#include "net/dnstransport.h"
#include "net/socket.h"
#include "publish/tsig.h"
#include "publish/updatemessage.h"
#include "publish/wire.h"
#include <QRandomGenerator>

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto longestExchange = 10s; // one message and its answer
constexpr int rcodeMask = 0x0f;
constexpr int opcodeMask = 0x78;

/// One connection to a server, made anew where the server ended it between two messages (RFC 7766 §6.2.4).
class Channel
{
public:
    explicit Channel(const Nameserver &server) : m_server(server) {}

    /// The answer to a request: a whole message with the id and the opcode of the request.
    UpdateOutcome exchange(const QByteArray &request, bool mayRepeat, QByteArray &answer, const Context &context)
    {
        const Context own = context.within(longestExchange);
        const bool wasOpen = m_socket.isOpen();
        if (!wasOpen) {
            const Connected connected = m_socket.connect(m_server.address, m_server.port, own);
            if (!connected)
                return {connected.end == ConnectEnd::Cancelled ? UpdateEnd::Cancelled : UpdateEnd::Unreachable, connected.text};
        }
        const Transfer transfer = transact(request, answer, own);
        if (transfer)
            return {isAnswer(request, answer) ? UpdateEnd::Done : UpdateEnd::NotDns, {}};
        m_socket.close();
        if (wasOpen && mayRepeat && transfer.end != TransferEnd::Timeout && !own.over())
            return exchange(request, false, answer, context);
        return {context.cancelled() ? UpdateEnd::Cancelled : UpdateEnd::NoAnswer, transfer.text};
    }

private:
    Transfer transact(const QByteArray &request, QByteArray &answer, const Context &context)
    {
        const QByteArray length = wire::number16(static_cast<quint16>(request.size())); // RFC 1035 §4.2.2
        if (const Transfer sent = m_socket.write(length + request, context); !sent)
            return sent;
        QByteArray head;
        const Transfer first = read(head, 2, context);
        return first ? read(answer, wire::number16(head, 0), context) : first;
    }
    Transfer read(QByteArray &octets, qsizetype size, const Context &context)
    {
        octets.clear();
        while (octets.size() < size) {
            const Transfer more = m_socket.read(size - octets.size(), context);
            if (!more)
                return more;
            octets += more.octets;
        }
        return {};
    }
    static bool isAnswer(const QByteArray &request, const QByteArray &answer)
    {
        return answer.size() >= wire::headerSize && answer.first(2) == request.first(2) && (answer.at(2) & 0x80) != 0 &&
               ((answer.at(2) ^ request.at(2)) & opcodeMask) == 0;
    }

    const Nameserver m_server;
    Socket m_socket;
};

quint16 randomId()
{
    return static_cast<quint16>(QRandomGenerator::system()->bounded(0x10000)); // RFC 5452 §9.2: not to be guessed
}

int rcodeOf(const QByteArray &answer)
{
    return answer.at(3) & rcodeMask;
}

UpdateEnd endOfRcode(int rcode, int tsigError)
{
    if (tsigError == tsigBadKey)
        return UpdateEnd::KeyUnknown;
    if (tsigError == tsigBadSig)
        return UpdateEnd::KeyWrong;
    if (tsigError == tsigBadTime)
        return UpdateEnd::ClockWrong;
    switch (rcode) { // RFC 1035 §4.1.1, RFC 2136 §2.2
    case 0:
        return UpdateEnd::Done;
    case 1: // FORMERR
    case 4: // NOTIMP
        return UpdateEnd::NotSupported;
    case 3: // NXDOMAIN
    case 6: // YXDOMAIN
    case 7: // YXRRSET
    case 8: // NXRRSET
        return UpdateEnd::ChangedMeanwhile;
    case 5:
        return UpdateEnd::Refused;
    case 9:  // NOTAUTH
    case 10: // NOTZONE
        return UpdateEnd::NotAuthoritative;
    default:
        return UpdateEnd::ServerFailed;
    }
}

/// Sends a signed request and judges the signature of what comes back. An answer that refuses need not be signed (RFC 8945 §5.3.2): whoever
/// forges one gains nothing, for the zone is looked at anyway.
UpdateOutcome exchangeSigned(Channel &channel, const UpdateServer &server, const QByteArray &request, bool mayRepeat, QByteArray &answer,
                             const Context &context)
{
    const SignedMessage sent = signRequest(request, server.key, server.clock());
    UpdateOutcome outcome = channel.exchange(sent.message, mayRepeat, answer, context);
    if (!outcome)
        return outcome;
    const TsigFinding finding = checkResponse(answer, server.key, server.clock(), sent.mac);
    outcome.end = endOfRcode(rcodeOf(answer), finding.error);
    if (outcome.end == UpdateEnd::ClockWrong && finding.serverTime.isValid())
        outcome.detail = finding.serverTime.toString(Qt::ISODate);
    const bool success = outcome.end == UpdateEnd::Done || outcome.end == UpdateEnd::ChangedMeanwhile;
    if (success && finding.check == TsigCheck::WrongTime)
        outcome.end = UpdateEnd::ClockWrong;
    else if (success && finding.check != TsigCheck::Good)
        outcome.end = UpdateEnd::Untrusted;
    return outcome;
}

/// One set of the zone. Some servers let a key change a zone but not ask with it: those are asked without.
UpdateOutcome lookAtSet(Channel &channel, const UpdateServer &server, const Question &question, ExactSet &set, const Context &context)
{
    const QByteArray query = makePlainQuery(question, randomId(), Asked::Authority);
    if (query.isEmpty())
        return {UpdateEnd::NotAuthoritative, {}};
    QByteArray answer;
    UpdateOutcome outcome = exchangeSigned(channel, server, query, true, answer, context);
    if (outcome.end == UpdateEnd::Refused || outcome.end == UpdateEnd::NotAuthoritative) {
        outcome = channel.exchange(query, true, answer, context);
        if (outcome)
            outcome.end = endOfRcode(rcodeOf(answer), 0);
    }
    // That there is no such name is an answer here, not a change.
    if (outcome.end == UpdateEnd::ChangedMeanwhile && rcodeOf(answer) == 3)
        outcome.end = UpdateEnd::Done;
    if (!outcome)
        return outcome;
    const MessageHeader header = readMessage(answer, question);
    if (!header.valid || header.truncated)
        return {UpdateEnd::NotDns, {}};
    if (!header.authoritative)
        return {UpdateEnd::NotAuthoritative, {}};
    Lookup lookup;
    lookup.question = question;
    lookup.message = answer;
    set = recordSet(lookup);
    return outcome;
}

constexpr const char *labelOfNobody = "mta-sts-studio-asks";

/// Where a name is not in the zone, neither is any below it, and both get the records for all names (RFC 4592 §3.3.1).
UpdateOutcome lookWhoseItIs(Channel &channel, const UpdateServer &server, ExactSet &set, const Context &context)
{
    ExactSet below;
    const QString name = QLatin1String(labelOfNobody) + u'.' + set.owner;
    if (set.records.isEmpty() || set.owner == server.zone || name.size() > 253) // RFC 1035 §2.3.4
        return {UpdateEnd::Done, {}};
    const UpdateOutcome outcome = lookAtSet(channel, server, {name, set.type}, below, context);
    set.lent = outcome && below.records.size() == set.records.size() &&
               std::all_of(set.records.cbegin(), set.records.cend(), [&](const ExactRecord &record) {
                   return std::any_of(below.records.cbegin(), below.records.cend(),
                                      [&](const ExactRecord &other) { return other.data == record.data; });
               });
    return outcome;
}

} // namespace

QString zoneAt(const Nameserver &server, const QString &name, const Context &context)
{
    const Lookup lookup = askForLookup({server}, {name, RecordType::Soa}, Asked::Authority, context);
    const std::optional<SoaRecord> soa = soaRecord(lookup);
    const bool own = soa && readMessage(lookup.message, lookup.question).authoritative && isWithin(normalisedName(name), soa->zone);
    return own ? soa->zone : QString();
}

ZoneView lookAtZone(const UpdateServer &server, const QList<Question> &questions, const Context &context)
{
    ZoneView view{{UpdateEnd::Done, {}}, {}};
    Channel channel(server.server);
    for (const Question &question : questions) {
        ExactSet set;
        view.outcome = context.cancelled() ? UpdateOutcome{} : lookAtSet(channel, server, question, set, context);
        if (view.outcome)
            view.outcome = lookWhoseItIs(channel, server, set, context);
        if (!view.outcome)
            return {view.outcome, {}};
        view.sets.append(set);
    }
    return view;
}

RecordPublication publishRecords(const UpdateServer &server, const RecordChanges &changes, const Context &context)
{
    RecordPublication publication{{UpdateEnd::Done, {}}, {}, false};
    if (!changes.isEmpty()) {
        Channel channel(server.server);
        QByteArray answer;
        // Never repeated: a change that was made would then be refused.
        publication.outcome = exchangeSigned(channel, server, updateMessage(changes, server.zone, randomId()), false, answer, context);
    }
    publication.now = lookAtZone(server, questionsOf(changes), context);
    publication.verified = publication.now.outcome && isDone(changes, publication.now.sets);
    return publication;
}

} // namespace mta
