// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "practice/dnsserver.h"

#include "practice/idle.h"
#include <QNetworkDatagram>
#include <QtEndian>
#include <algorithm>

namespace mta
{
namespace
{

using Packet = std::unique_ptr<ldns_pkt, decltype(&ldns_pkt_free)>;
constexpr int maxAliases = 8;
constexpr uint16_t ownUdpSize = 1232;  // RFC 9715
constexpr uint16_t plainUdpSize = 512; // RFC 1035 §2.3.4

Packet newReply(const ldns_pkt *query, const ldns_rr *question)
{
    Packet reply(ldns_pkt_new(), ldns_pkt_free);
    ldns_pkt_set_id(reply.get(), ldns_pkt_id(query));
    ldns_pkt_set_qr(reply.get(), true);
    ldns_pkt_set_rd(reply.get(), ldns_pkt_rd(query));
    ldns_pkt_set_cd(reply.get(), ldns_pkt_cd(query));
    ldns_pkt_set_ra(reply.get(), true);
    if (ldns_pkt_edns(query)) {
        ldns_pkt_set_edns_udp_size(reply.get(), ownUdpSize);
        ldns_pkt_set_edns_do(reply.get(), ldns_pkt_edns_do(query));
    }
    ldns_pkt_push_rr(reply.get(), LDNS_SECTION_QUESTION, ldns_rr_clone(question));
    return reply;
}

QByteArray toWire(const ldns_pkt *packet)
{
    uint8_t *wire = nullptr;
    size_t size = 0;
    if (ldns_pkt2wire(&wire, packet, &size) != LDNS_STATUS_OK)
        return {};
    const QByteArray octets(reinterpret_cast<const char *>(wire), static_cast<qsizetype>(size));
    free(wire); // NOLINT: ldns allocates with malloc
    return octets;
}

qsizetype roomFor(const ldns_pkt *query, Transport transport)
{
    if (transport == Transport::Tcp)
        return 65535;
    return ldns_pkt_edns(query) ? std::clamp(ldns_pkt_edns_udp_size(query), plainUdpSize, ownUdpSize) : plainUdpSize;
}

QByteArray nameOf(const ldns_rr *question)
{
    char *text = ldns_rdf2str(ldns_rr_owner(question));
    const QByteArray name = QByteArray(text).toLower();
    free(text); // NOLINT: ldns allocates with malloc
    return name;
}

} // namespace

/// The zone nearest to the name; a DS record belongs to the parent's side of a cut (RFC 4035 §3.1.4.1).
Zone *zoneFor(std::vector<Zone> &zones, const QByteArray &name, ldns_rr_type type)
{
    Zone *nearest = nullptr;
    for (Zone &zone : zones) {
        const bool wanted = zone.holds(name) && !(type == LDNS_RR_TYPE_DS && zone.origin() == name && name != ".");
        if (wanted && (!nearest || zone.origin().size() > nearest->origin().size()))
            nearest = &zone;
    }
    return nearest;
}

QByteArray respond(std::vector<Zone> &zones, const QByteArray &query, Transport transport)
{
    ldns_pkt *parsed = nullptr;
    if (ldns_wire2pkt(&parsed, reinterpret_cast<const uint8_t *>(query.constData()), static_cast<size_t>(query.size())) != LDNS_STATUS_OK)
        return {};
    const Packet owner(parsed, ldns_pkt_free);
    if (ldns_pkt_qr(parsed) || ldns_pkt_get_opcode(parsed) != LDNS_PACKET_QUERY || ldns_pkt_qdcount(parsed) != 1)
        return {};
    const ldns_rr *question = ldns_rr_list_rr(ldns_pkt_question(parsed), 0);
    const ldns_rr_type type = ldns_rr_get_type(question);

    const Packet reply = newReply(parsed, question);
    std::optional<QByteArray> name = nameOf(question);
    for (int i = 0; name && i <= maxAliases; ++i) {
        Zone *zone = zoneFor(zones, *name, type);
        if (i == 0)
            ldns_pkt_set_aa(reply.get(), zone != nullptr); // RFC 1035 §4.1.1: about the name in the question
        name = zone ? zone->answer(*name, type, ldns_pkt_edns_do(parsed), reply.get()) : std::nullopt;
    }
    const QByteArray whole = toWire(reply.get());
    if (whole.size() <= roomFor(parsed, transport))
        return whole;
    const Packet truncated = newReply(parsed, question);
    ldns_pkt_set_tc(truncated.get(), true);
    return toWire(truncated.get());
}

DnsServer::DnsServer(std::vector<Zone> zones, QObject *parent) : QObject(parent), m_zones(std::move(zones))
{
    connect(&m_udp, &QUdpSocket::readyRead, this, &DnsServer::onDatagram);
    connect(&m_tcp, &QTcpServer::newConnection, this, &DnsServer::accept);
}

bool DnsServer::listen(const QHostAddress &address, quint16 port)
{
    m_udp.close();
    m_tcp.close();
    return m_tcp.listen(address, port) && m_udp.bind(address, m_tcp.serverPort(), QAbstractSocket::DontShareAddress);
}

void DnsServer::onDatagram()
{
    while (m_udp.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_udp.receiveDatagram(65535);
        const QByteArray answer = respond(m_zones, datagram.data(), Transport::Udp);
        if (!answer.isEmpty())
            m_udp.writeDatagram(answer, datagram.senderAddress(),
                                static_cast<quint16>(datagram.senderPort())); // makeReply() takes 127.0.0.1
    }
}

void DnsServer::accept()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        closeWhenIdle(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onStream(socket); });
    }
}

/// RFC 1035 §4.2.2: every message behind its length in two octets.
void DnsServer::onStream(QTcpSocket *socket)
{
    while (socket->bytesAvailable() >= 2) {
        const auto size = qFromBigEndian<quint16>(socket->peek(2).constData());
        if (socket->bytesAvailable() < 2 + size)
            return;
        socket->skip(2);
        const QByteArray answer = respond(m_zones, socket->read(size), Transport::Tcp);
        if (answer.isEmpty())
            return socket->disconnectFromHost();
        char length[2];
        qToBigEndian(static_cast<quint16>(answer.size()), length);
        socket->write(QByteArray(length, 2) + answer);
    }
}

} // namespace mta
