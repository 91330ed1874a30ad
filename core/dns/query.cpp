// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/message.h"

#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace mta
{
namespace
{

constexpr quint16 ednsPayloadSize = 1232; // RFC 9715 §3: never fragmented on any usual path

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};
using Packet = std::unique_ptr<ldns_pkt, PacketDeleter>;

Packet newQuery(const Question &question, quint16 id, Asked asked)
{
    ldns_rdf *name = nullptr;
    if (ldns_str2rdf_dname(&name, question.name.toUtf8().constData()) != LDNS_STATUS_OK)
        return {};
    const uint16_t flags = asked == Asked::Resolver ? LDNS_RD : 0;
    // The packet owns the name from here on.
    Packet packet(ldns_pkt_query_new(name, static_cast<ldns_rr_type>(question.type), LDNS_RR_CLASS_IN, flags));
    if (packet)
        ldns_pkt_set_id(packet.get(), id);
    else
        ldns_rdf_deep_free(name);
    return packet;
}

QByteArray toWire(const ldns_pkt *packet)
{
    uint8_t *octets = nullptr;
    size_t size = 0;
    if (ldns_pkt2wire(&octets, packet, &size) != LDNS_STATUS_OK)
        return {};
    const QByteArray wire(reinterpret_cast<const char *>(octets), static_cast<qsizetype>(size));
    std::free(octets);
    return wire;
}

} // namespace

QByteArray makeQuery(const Question &question, quint16 id, Asked asked)
{
    const Packet packet = newQuery(question, id, asked);
    if (!packet)
        return {};
    ldns_pkt_set_edns_udp_size(packet.get(), ednsPayloadSize);
    ldns_pkt_set_edns_do(packet.get(), true); // RFC 3225 §3: send the signatures
    ldns_pkt_set_cd(packet.get(), true);      // RFC 4035 §3.2.2: hand over bogus data as well
    return toWire(packet.get());
}

QByteArray makePlainQuery(const Question &question, quint16 id, Asked asked)
{
    const Packet packet = newQuery(question, id, asked);
    return packet ? toWire(packet.get()) : QByteArray();
}

} // namespace mta
