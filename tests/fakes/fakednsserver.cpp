// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/fakednsserver.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ldns/ldns.h>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace mta
{
namespace
{

constexpr int tickMs = 20; // how soon the server's thread sees that it is to stop

using Clock = std::chrono::steady_clock;

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};
using Packet = std::unique_ptr<ldns_pkt, PacketDeleter>;

Packet parse(const QByteArray &wire)
{
    ldns_pkt *packet = nullptr;
    ldns_wire2pkt(&packet, reinterpret_cast<const uint8_t *>(wire.constData()), static_cast<size_t>(wire.size()));
    return Packet(packet);
}

QByteArray toWire(ldns_pkt *packet)
{
    uint8_t *octets = nullptr;
    size_t size = 0;
    if (ldns_pkt2wire(&octets, packet, &size) != LDNS_STATUS_OK)
        qFatal("a test's DNS message cannot be written");
    const QByteArray wire(reinterpret_cast<const char *>(octets), static_cast<qsizetype>(size));
    std::free(octets);
    return wire;
}

sockaddr_in addressAt(const QHostAddress &host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = qToBigEndian(host.toIPv4Address());
    address.sin_port = qToBigEndian(port);
    return address;
}

/// Calls a socket function with an address of the general kind.
template<class Function>
auto withAddress(const sockaddr_in &address, Function function)
{
    sockaddr general{};
    std::memcpy(&general, &address, sizeof address);
    return function(&general, static_cast<socklen_t>(sizeof address));
}

using Socket = std::shared_ptr<const int>;

Socket owned(int number)
{
    return Socket(new int(number), [](const int *owned) {
        ::close(*owned);
        delete owned;
    });
}

Socket bound(int type, const QHostAddress &host, quint16 port)
{
    const Socket socket = owned(::socket(AF_INET, type, 0));
    const int done =
        withAddress(addressAt(host, port), [&](const sockaddr *address, socklen_t size) { return ::bind(*socket, address, size); });
    return done == 0 ? socket : Socket();
}

quint16 portOf(const Socket &socket)
{
    sockaddr_in address{};
    sockaddr general{};
    socklen_t size = sizeof general;
    ::getsockname(*socket, &general, &size);
    std::memcpy(&address, &general, sizeof address);
    return qFromBigEndian(address.sin_port);
}

/// A reply that waits for its time.
struct Due {
    Clock::time_point when;
    std::function<void()> send;
};

/// A TCP connection and what came over it.
struct Peer {
    Socket socket;
    QByteArray received;
};

int patience(const std::vector<Due> &due)
{
    if (due.empty())
        return tickMs;
    const auto first = std::min_element(due.begin(), due.end(), [](const Due &a, const Due &b) { return a.when < b.when; })->when;
    return std::clamp(static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count()), 0, tickMs);
}

void sendDue(std::vector<Due> &due)
{
    std::vector<Due> ready;
    const auto later = std::stable_partition(due.begin(), due.end(), [](const Due &item) { return item.when <= Clock::now(); });
    std::move(due.begin(), later, std::back_inserter(ready));
    due.erase(due.begin(), later);
    for (const Due &item : ready)
        item.send();
}

void sendTo(const Socket &socket, const FakeReply &reply)
{
    QByteArray framed;
    if (reply.framed) {
        framed.resize(2);
        qToBigEndian(static_cast<quint16>(reply.message.size()), framed.data());
    }
    framed += reply.message;
    ::send(*socket, framed.constData(), static_cast<size_t>(framed.size()), MSG_NOSIGNAL);
}

} // namespace

FakeQuery readQuery(const QByteArray &wire, bool tcp)
{
    FakeQuery query;
    query.tcp = tcp;
    query.wire = wire;
    const Packet packet = parse(wire);
    const ldns_rr *asked = packet ? ldns_rr_list_rr(ldns_pkt_question(packet.get()), 0) : nullptr;
    if (!asked)
        return query;
    char *name = ldns_rdf2str(ldns_rr_owner(asked));
    query.question.name = QString::fromLatin1(name).toLower();
    std::free(name);
    if (query.question.name.size() > 1)
        query.question.name.chop(1);
    query.question.type = static_cast<RecordType>(ldns_rr_get_type(asked));
    query.id = ldns_pkt_id(packet.get());
    query.edns = ldns_pkt_edns(packet.get());
    query.dnssecOk = ldns_pkt_edns_do(packet.get());
    query.checkingDisabled = ldns_pkt_cd(packet.get());
    return query;
}

FakeDnsServer::FakeDnsServer(Script script, const QHostAddress &address, quint16 port) : m_script(std::move(script))
{
    for (int i = 0; i < 50 && !m_listener; ++i) {
        m_datagrams = bound(SOCK_DGRAM, address, port);
        m_port = m_datagrams ? portOf(m_datagrams) : 0;
        m_listener = bound(SOCK_STREAM, address, m_port);
    }
    if (!m_listener || ::listen(*m_listener, 16) != 0)
        qFatal("no port for a fake DNS server");
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

FakeDnsServer::~FakeDnsServer()
{
    m_thread.request_stop();
    m_thread.join();
}

QList<FakeQuery> FakeDnsServer::queries() const
{
    const std::lock_guard lock(m_mutex);
    return m_queries;
}

QList<FakeReply> FakeDnsServer::replies(const QByteArray &wire, bool tcp)
{
    const FakeQuery query = readQuery(wire, tcp);
    {
        const std::lock_guard lock(m_mutex);
        m_queries.append(query);
    }
    return m_script(query);
}

void FakeDnsServer::serve(const std::stop_token &stop)
{
    std::vector<Due> due;
    std::vector<Peer> peers;
    std::array<char, 65535> buffer;
    while (!stop.stop_requested()) {
        std::vector<pollfd> polled{{*m_datagrams, POLLIN, 0}, {*m_listener, POLLIN, 0}};
        for (const Peer &peer : peers)
            polled.push_back({*peer.socket, POLLIN, 0});
        ::poll(polled.data(), static_cast<nfds_t>(polled.size()), patience(due));
        sendDue(due);
        if (polled.at(0).revents != 0) {
            sockaddr from{};
            socklen_t size = sizeof from;
            const ssize_t got = ::recvfrom(*m_datagrams, buffer.data(), buffer.size(), 0, &from, &size);
            for (const FakeReply &reply : replies(QByteArray(buffer.data(), std::max<ssize_t>(got, 0)), false)) {
                if (reply.message.isEmpty())
                    continue;
                due.push_back({Clock::now() + reply.delay, [this, from, size, message = reply.message] {
                                   ::sendto(*m_datagrams, message.constData(), static_cast<size_t>(message.size()), 0, &from, size);
                               }});
            }
        }
        for (size_t i = peers.size(); i-- > 0;) {
            if (polled.at(i + 2).revents == 0)
                continue;
            Peer &peer = peers.at(i);
            const ssize_t got = ::recv(*peer.socket, buffer.data(), buffer.size(), 0);
            bool open = got > 0;
            peer.received.append(buffer.data(), std::max<ssize_t>(got, 0));
            while (open && peer.received.size() >= 2 && peer.received.size() >= 2 + qFromBigEndian<quint16>(peer.received.constData())) {
                const quint16 length = qFromBigEndian<quint16>(peer.received.constData());
                const QByteArray wire = peer.received.mid(2, length);
                peer.received.remove(0, 2 + length);
                for (const FakeReply &reply : replies(wire, true)) {
                    open = open && !reply.message.isEmpty();
                    if (open)
                        due.push_back({Clock::now() + reply.delay, [socket = peer.socket, reply] { sendTo(socket, reply); }});
                }
            }
            if (!open)
                peers.erase(peers.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (polled.at(1).revents != 0)
            peers.push_back({owned(::accept(*m_listener, nullptr, nullptr)), {}});
        sendDue(due);
    }
}

QByteArray withId(QByteArray message, quint16 id)
{
    if (message.size() >= 2)
        qToBigEndian(id, message.data());
    return message;
}

QByteArray truncatedMessage(const QByteArray &message)
{
    const Packet packet = parse(message);
    ldns_rr_list_deep_free(ldns_pkt_answer(packet.get()));
    ldns_pkt_set_answer(packet.get(), ldns_rr_list_new());
    ldns_pkt_set_ancount(packet.get(), 0);
    ldns_pkt_set_tc(packet.get(), true);
    return toWire(packet.get());
}

QByteArray errorMessage(const Question &question, int rcode, int extendedError, const QByteArray &text)
{
    const Packet packet(ldns_pkt_query_new(ldns_dname_new_frm_str(question.name.toUtf8().constData()),
                                           static_cast<ldns_rr_type>(question.type), LDNS_RR_CLASS_IN, LDNS_RD));
    ldns_pkt_set_qr(packet.get(), true);
    ldns_pkt_set_ra(packet.get(), true);
    ldns_pkt_set_rcode(packet.get(), static_cast<uint8_t>(rcode));
    if (extendedError >= 0) {
        QByteArray option(6, '\0');
        qToBigEndian<quint16>(15, option.data());
        qToBigEndian(static_cast<quint16>(2 + text.size()), option.data() + 2);
        qToBigEndian(static_cast<quint16>(extendedError), option.data() + 4);
        option += text;
        ldns_pkt_set_edns_udp_size(packet.get(), 1232);
        ldns_pkt_set_edns_data(packet.get(),
                               ldns_rdf_new_frm_data(LDNS_RDF_TYPE_UNKNOWN, static_cast<size_t>(option.size()), option.constData()));
    }
    return toWire(packet.get());
}

QByteArray withoutSignatures(const QByteArray &message)
{
    const Packet packet = parse(message);
    if (!packet)
        return message;
    const auto strip = [](const ldns_rr_list *section) {
        ldns_rr_list *kept = ldns_rr_list_new();
        for (size_t i = 0; i < ldns_rr_list_rr_count(section); ++i) {
            const ldns_rr *rr = ldns_rr_list_rr(section, i);
            const ldns_rr_type type = ldns_rr_get_type(rr);
            if (type != LDNS_RR_TYPE_RRSIG && type != LDNS_RR_TYPE_NSEC && type != LDNS_RR_TYPE_NSEC3)
                ldns_rr_list_push_rr(kept, ldns_rr_clone(rr));
        }
        return kept;
    };
    ldns_rr_list *answer = strip(ldns_pkt_answer(packet.get()));
    ldns_rr_list *authority = strip(ldns_pkt_authority(packet.get()));
    ldns_rr_list_deep_free(ldns_pkt_answer(packet.get()));
    ldns_rr_list_deep_free(ldns_pkt_authority(packet.get()));
    ldns_pkt_set_answer(packet.get(), answer);
    ldns_pkt_set_ancount(packet.get(), static_cast<uint16_t>(ldns_rr_list_rr_count(answer)));
    ldns_pkt_set_authority(packet.get(), authority);
    ldns_pkt_set_nscount(packet.get(), static_cast<uint16_t>(ldns_rr_list_rr_count(authority)));
    return toWire(packet.get());
}

QByteArray relayed(const FakeQuery &query, quint16 port)
{
    const Socket socket = owned(::socket(AF_INET, SOCK_DGRAM, 0));
    withAddress(addressAt(QHostAddress::LocalHost, port),
                [&](const sockaddr *address, socklen_t size) { return ::connect(*socket, address, size); });
    ::send(*socket, query.wire.constData(), static_cast<size_t>(query.wire.size()), 0);
    pollfd polled{*socket, POLLIN, 0};
    std::array<char, 65535> buffer;
    if (::poll(&polled, 1, 1000) <= 0)
        return {};
    const ssize_t size = ::recv(*socket, buffer.data(), buffer.size(), 0);
    return size > 0 ? QByteArray(buffer.data(), size) : QByteArray();
}

} // namespace mta
