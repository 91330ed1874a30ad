// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "net/dnstransport.h"

#include "dns/message.h"
#include "net/descriptor.h"
#include "net/dnssocket.h"
#include <QRandomGenerator>
#include <QtEndian>
#include <optional>
#include <poll.h>
#include <utility>
#include <vector>

namespace mta
{
namespace
{

using namespace std::chrono_literals;

constexpr auto longestQuestion = 20s; // for callers without a deadline
constexpr auto afterBadReply = 5s;    // how long to hope for better when one server gave an error code already
constexpr auto longestTcp = 10s;
constexpr auto firstPatience = 1000ms; // doubled with every round through the servers
constexpr int maxRounds = 4;           // sent at 0, 1, 3 and 7 seconds

quint16 randomId()
{
    return static_cast<quint16>(QRandomGenerator::system()->bounded(0x10000)); // RFC 5452 §9.2: not to be guessed
}

bool hasId(const QByteArray &message, quint16 id)
{
    return message.size() >= 2 && qFromBigEndian<quint16>(message.constData()) == id;
}

/// Whether the server answered the question, rather than with a code that says why it would not or could not.
bool isAnswer(const MessageHeader &header)
{
    return (header.rcode == 0 && !header.referral) || header.rcode == 3;
}

/// One question on its way through the servers. The sockets of earlier datagrams stay open: a late answer is an answer.
class Inquiry
{
public:
    Inquiry(const QList<Nameserver> &servers, const Question &question, Asked asked, const Context &context)
        : m_question(question),
          m_asked(asked),
          m_context(context.deadline.isForever() ? context.within(longestQuestion) : context),
          m_stopBell(context.stop)
    {
        for (const Nameserver &server : servers)
            m_servers.append({server, false, false});
    }

    DnsReply run()
    {
        sendNext();
        while (!m_reply && !m_context.over()) {
            if (m_nextSend.hasExpired())
                sendNext();
            else if (m_flights.empty())
                break; // every server has failed
            else
                receive();
        }
        return m_reply ? *std::move(m_reply) : giveUp();
    }

private:
    struct Server {
        Nameserver server;
        bool oldForm; ///< it had only an error code for the modern query, so it was asked in the old form
        bool done;    ///< nothing more is to be hoped from it
    };
    struct Flight {
        Descriptor socket;
        qsizetype server;
        quint16 id;
    };

    /// The next server in turn that may still answer; the waits grow with every round.
    void sendNext()
    {
        const qsizetype count = m_servers.size();
        while (m_turn < count * maxRounds) {
            const qsizetype index = m_turn % count;
            const auto round = m_turn / count;
            ++m_turn;
            if (m_servers.at(index).done)
                continue;
            // Some middleboxes drop what they do not know: the last try carries nothing newer than RFC 1035.
            send(index, m_servers.at(index).oldForm || round == maxRounds - 1);
            if (m_servers.at(index).done)
                continue;
            m_nextSend = QDeadlineTimer(firstPatience * (1 << round));
            return;
        }
        m_nextSend = QDeadlineTimer(QDeadlineTimer::Forever);
    }

    void send(qsizetype index, bool oldForm)
    {
        const quint16 id = randomId();
        const QByteArray query = oldForm ? makePlainQuery(m_question, id, m_asked) : makeQuery(m_question, id, m_asked);
        const Nameserver &server = m_servers.at(index).server;
        if (query.isEmpty()) {
            m_reply = DnsReply{DnsReply::End::Failed, {}, QStringLiteral("not a domain name")};
            return;
        }
        Result<Descriptor> socket = openDatagramSocket(server);
        if (socket) {
            if (const QString trouble = sendDatagram(*socket, query, server); !trouble.isEmpty())
                socket = Error{ErrorCode::Io, trouble};
        }
        if (!socket)
            dismiss(index, socket.error().text);
        else
            m_flights.push_back({std::move(socket).value(), index, id});
    }

    void receive()
    {
        std::vector<pollfd> polled{{m_stopBell.number(), POLLIN, 0}};
        for (const Flight &flight : m_flights)
            polled.push_back({flight.socket.number(), POLLIN, 0});
        if (::poll(polled.data(), static_cast<nfds_t>(polled.size()), pollTimeout(std::min(m_context.deadline, m_nextSend))) <= 0)
            return;
        for (size_t i = 0; i < m_flights.size(); ++i) {
            if (polled.at(i + 1).revents != 0) {
                read(m_flights.at(i));
                return; // reading may end flights and begin others
            }
        }
    }

    void read(const Flight &flight)
    {
        const qsizetype server = flight.server;
        const Datagram datagram = receiveDatagram(flight.socket, m_servers.at(server).server);
        if (!datagram.trouble.isEmpty()) {
            dismiss(server, datagram.trouble);
            return;
        }
        if (!hasId(datagram.octets, flight.id))
            return; // a stray or a forgery: the true one may still come
        const MessageHeader header = readMessage(datagram.octets, m_question);
        if (header.readable && !header.valid)
            return; // the same, with the right id
        QByteArray message = datagram.octets;
        if (header.truncated) {
            const Server &asked = m_servers.at(server);
            DnsReply whole =
                askOverTcp(asked.server, m_question, m_asked, asked.oldForm, m_context.within(longestTcp), m_stopBell.number());
            if (whole.end != DnsReply::End::Answered) {
                dismiss(server, whole.detail);
                return;
            }
            message = std::move(whole.message);
        }
        judge(server, message);
    }

    void judge(qsizetype index, const QByteArray &message)
    {
        const MessageHeader header = readMessage(message, m_question);
        if (header.valid && isAnswer(header)) {
            m_reply = DnsReply{DnsReply::End::Answered, message, {}};
            return;
        }
        if (header.valid && m_badReply.isEmpty()) {
            m_badReply = message;
            m_context = m_context.within(afterBadReply);
        }
        if (header.referral || std::exchange(m_servers[index].oldForm, true)) {
            dismiss(index, header.valid ? QString() : nameserverText(m_servers.at(index).server) + QLatin1String(": not a DNS message"));
            return;
        }
        // Old forwarders answer REFUSED, SERVFAIL or FORMERR to EDNS, DO or CD.
        endFlights(index);
        send(index, true);
    }

    /// Nothing more is hoped from this server; the next one is asked at once.
    void dismiss(qsizetype index, const QString &why)
    {
        m_servers[index].done = true;
        if (m_trouble.isEmpty())
            m_trouble = why;
        endFlights(index);
        m_nextSend = QDeadlineTimer(0);
    }

    void endFlights(qsizetype server)
    {
        std::erase_if(m_flights, [&](const Flight &flight) { return flight.server == server; });
    }

    DnsReply giveUp() const
    {
        if (m_context.cancelled())
            return {DnsReply::End::Cancelled, {}, {}};
        if (!m_badReply.isEmpty())
            return {DnsReply::End::Answered, m_badReply, {}};
        return {m_flights.empty() ? DnsReply::End::Failed : DnsReply::End::TimedOut, {}, m_trouble};
    }

    const Question m_question;
    const Asked m_asked;
    Context m_context;
    StopBell m_stopBell;
    QList<Server> m_servers;
    std::vector<Flight> m_flights;
    qsizetype m_turn = 0;
    QDeadlineTimer m_nextSend{QDeadlineTimer::Forever};
    QByteArray m_badReply; ///< the first error code: what is told when nobody has anything better
    QString m_trouble;
    std::optional<DnsReply> m_reply;
};

} // namespace

DnsReply askDns(const QList<Nameserver> &servers, const Question &question, Asked asked, const Context &context)
{
    return Inquiry(servers, question, asked, context).run();
}

Lookup askForLookup(const QList<Nameserver> &servers, const Question &question, Asked asked, const Context &context)
{
    const DnsReply reply = askDns(servers, question, asked, context);
    if (reply.end == DnsReply::End::Answered)
        return readLookup(question, reply.message);
    Lookup lookup;
    lookup.question = question;
    lookup.detail = reply.detail;
    if (reply.end != DnsReply::End::Cancelled)
        lookup.status = reply.end == DnsReply::End::TimedOut ? AnswerStatus::Timeout : AnswerStatus::Failed;
    return lookup;
}

} // namespace mta
