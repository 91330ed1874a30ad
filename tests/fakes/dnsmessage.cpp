// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes/dnsmessage.h"

#include "dns/message.h"
#include <QHostAddress>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace mta
{
namespace
{

constexpr uint32_t recordTtl = 300;

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};
using Packet = std::unique_ptr<ldns_pkt, PacketDeleter>;

ldns_rdf *name(const QString &text)
{
    return ldns_dname_new_frm_str(text.toUtf8().constData());
}

ldns_rdf *characterString(const QByteArray &octets)
{
    const QByteArray data = char(octets.size()) + octets;
    return ldns_rdf_new_frm_data(LDNS_RDF_TYPE_STR, static_cast<size_t>(data.size()), data.constData());
}

ldns_rr *record(const QString &owner, ldns_rr_type type)
{
    ldns_rr *rr = ldns_rr_new();
    ldns_rr_set_owner(rr, name(owner));
    ldns_rr_set_type(rr, type);
    ldns_rr_set_class(rr, LDNS_RR_CLASS_IN);
    ldns_rr_set_ttl(rr, recordTtl);
    return rr;
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

Packet parse(const QByteArray &wire)
{
    ldns_pkt *parsed = nullptr;
    if (ldns_wire2pkt(&parsed, reinterpret_cast<const uint8_t *>(wire.constData()), static_cast<size_t>(wire.size())) != LDNS_STATUS_OK)
        qFatal("a lookup without a message");
    return Packet(parsed);
}

ldns_rr *soa(const QString &zone, quint32 serial, int negativeTtl = 300)
{
    const QByteArray ttl = QByteArray::number(negativeTtl);
    ldns_rr *rr = nullptr;
    const QByteArray line = zone.toUtf8() + (zone == QLatin1String(".") ? "" : ".") + ' ' + ttl +
                            " IN SOA ns.example. hostmaster.example. " + QByteArray::number(serial) + " 3600 600 86400 " + ttl;
    if (ldns_rr_new_frm_str(&rr, line.constData(), recordTtl, nullptr, nullptr) != LDNS_STATUS_OK)
        qFatal("not a zone: %s", line.constData());
    return rr;
}

Packet response(const Question &question, int rcode)
{
    Packet packet(ldns_pkt_query_new(name(question.name), static_cast<ldns_rr_type>(question.type), LDNS_RR_CLASS_IN, LDNS_RD));
    ldns_pkt_set_qr(packet.get(), true);
    ldns_pkt_set_ra(packet.get(), true);
    ldns_pkt_set_rcode(packet.get(), static_cast<uint8_t>(rcode));
    return packet;
}

Lookup answered(const Question &question, const QList<ldns_rr *> &records, Security security)
{
    const Packet packet = response(question, LDNS_RCODE_NOERROR);
    for (ldns_rr *rr : records)
        ldns_pkt_push_rr(packet.get(), LDNS_SECTION_ANSWER, rr);
    return {question, records.isEmpty() ? AnswerStatus::NoData : AnswerStatus::NoError, security, {}, {}, toWire(packet.get()), {}};
}

} // namespace

Lookup txtLookup(const QString &owner, const QList<QByteArray> &values, Security security)
{
    QList<QList<QByteArray>> records;
    for (const QByteArray &value : values) {
        QList<QByteArray> strings;
        for (qsizetype at = 0; at == 0 || at < value.size(); at += 255)
            strings.append(value.mid(at, 255));
        records.append(strings);
    }
    return txtStringsLookup(owner, records, security);
}

Lookup txtStringsLookup(const QString &owner, const QList<QList<QByteArray>> &records, Security security)
{
    QList<ldns_rr *> list;
    for (const QList<QByteArray> &strings : records) {
        ldns_rr *rr = record(owner, LDNS_RR_TYPE_TXT);
        for (const QByteArray &string : strings)
            ldns_rr_push_rdf(rr, characterString(string));
        list.append(rr);
    }
    return answered({owner, RecordType::Txt}, list, security);
}

Lookup mxLookup(const QString &owner, const QList<std::pair<int, QString>> &records, Security security)
{
    QList<ldns_rr *> list;
    for (const auto &[preference, exchange] : records) {
        ldns_rr *rr = record(owner, LDNS_RR_TYPE_MX);
        ldns_rr_push_rdf(rr, ldns_native2rdf_int16(LDNS_RDF_TYPE_INT16, static_cast<uint16_t>(preference)));
        ldns_rr_push_rdf(rr, name(exchange));
        list.append(rr);
    }
    return answered({owner, RecordType::Mx}, list, security);
}

Lookup addressLookup(const QString &owner, const QStringList &addresses, Security security)
{
    const bool ipv6 = !addresses.isEmpty() && addresses.first().contains(u':');
    QList<ldns_rr *> list;
    for (const QString &address : addresses) {
        ldns_rr *rr = record(owner, ipv6 ? LDNS_RR_TYPE_AAAA : LDNS_RR_TYPE_A);
        ldns_rr_push_rdf(rr, ldns_rdf_new_frm_str(ipv6 ? LDNS_RDF_TYPE_AAAA : LDNS_RDF_TYPE_A, address.toLatin1().constData()));
        list.append(rr);
    }
    return answered({owner, ipv6 ? RecordType::Aaaa : RecordType::A}, list, security);
}

Lookup tlsaLookup(const QString &owner, const QList<TlsaRecord> &records, Security security)
{
    QList<ldns_rr *> list;
    for (const TlsaRecord &tlsa : records) {
        ldns_rr *rr = record(owner, LDNS_RR_TYPE_TLSA);
        ldns_rr_push_rdf(rr, ldns_native2rdf_int8(LDNS_RDF_TYPE_CERTIFICATE_USAGE, tlsa.usage));
        ldns_rr_push_rdf(rr, ldns_native2rdf_int8(LDNS_RDF_TYPE_SELECTOR, tlsa.selector));
        ldns_rr_push_rdf(rr, ldns_native2rdf_int8(LDNS_RDF_TYPE_MATCHING_TYPE, tlsa.matchingType));
        ldns_rr_push_rdf(rr, ldns_rdf_new_frm_data(LDNS_RDF_TYPE_HEX, static_cast<size_t>(tlsa.data.size()), tlsa.data.constData()));
        list.append(rr);
    }
    return answered({owner, RecordType::Tlsa}, list, security);
}

Lookup nsLookup(const QString &owner, const QStringList &hosts)
{
    QList<ldns_rr *> list;
    for (const QString &host : hosts) {
        ldns_rr *rr = record(owner, LDNS_RR_TYPE_NS);
        ldns_rr_push_rdf(rr, name(host));
        list.append(rr);
    }
    return answered({owner, RecordType::Ns}, list, Security::Unknown);
}

Lookup soaLookup(const QString &zone, quint32 serial)
{
    return answered({zone, RecordType::Soa}, {soa(zone, serial)}, Security::Unknown);
}

Lookup withSoa(Lookup lookup, const QString &zone, quint32 serial, int negativeTtl)
{
    const Packet packet = parse(lookup.message);
    ldns_pkt_push_rr(packet.get(), LDNS_SECTION_AUTHORITY, soa(zone, serial, negativeTtl));
    lookup.message = toWire(packet.get());
    return lookup;
}

Lookup withTtl(Lookup lookup, int seconds)
{
    const Packet packet = parse(lookup.message);
    for (const ldns_rr_list *section : {ldns_pkt_answer(packet.get()), ldns_pkt_authority(packet.get())}) {
        for (size_t i = 0; i < ldns_rr_list_rr_count(section); ++i)
            ldns_rr_set_ttl(ldns_rr_list_rr(section, i), static_cast<uint32_t>(seconds));
    }
    lookup.message = toWire(packet.get());
    return lookup;
}

Lookup authoritative(Lookup lookup)
{
    const Packet packet = parse(lookup.message);
    ldns_pkt_set_aa(packet.get(), true);
    lookup.message = toWire(packet.get());
    return lookup;
}

QByteArray referralMessage(const Question &question, const QString &zone, const QString &host, const QStringList &addresses)
{
    const Packet packet = response(question, LDNS_RCODE_NOERROR);
    ldns_rr *delegation = record(zone, LDNS_RR_TYPE_NS);
    ldns_rr_push_rdf(delegation, name(host));
    ldns_pkt_push_rr(packet.get(), LDNS_SECTION_AUTHORITY, delegation);
    for (const QString &address : addresses) {
        ldns_rr *glue = record(host, LDNS_RR_TYPE_A);
        ldns_rr_push_rdf(glue, ldns_rdf_new_frm_str(LDNS_RDF_TYPE_A, address.toLatin1().constData()));
        ldns_pkt_push_rr(packet.get(), LDNS_SECTION_ADDITIONAL, glue);
    }
    return toWire(packet.get());
}

Lookup aliasLookup(const QString &owner, const Lookup &target)
{
    const Packet old = parse(target.message);
    Lookup lookup = target;
    lookup.question.name = owner;
    const Packet packet = response(lookup.question, ldns_pkt_get_rcode(old.get()));
    ldns_rr *alias = record(owner, LDNS_RR_TYPE_CNAME);
    ldns_rr_push_rdf(alias, name(target.question.name));
    ldns_pkt_push_rr(packet.get(), LDNS_SECTION_ANSWER, alias);
    const ldns_rr_list *rest = ldns_pkt_answer(old.get());
    for (size_t i = 0; i < ldns_rr_list_rr_count(rest); ++i)
        ldns_pkt_push_rr(packet.get(), LDNS_SECTION_ANSWER, ldns_rr_clone(ldns_rr_list_rr(rest, i)));
    const ldns_rr_list *authority = ldns_pkt_authority(old.get());
    for (size_t i = 0; i < ldns_rr_list_rr_count(authority); ++i)
        ldns_pkt_push_rr(packet.get(), LDNS_SECTION_AUTHORITY, ldns_rr_clone(ldns_rr_list_rr(authority, i)));
    lookup.message = toWire(packet.get());
    return lookup;
}

Lookup nxdomainLookup(const QString &owner, RecordType type, Security security)
{
    const Packet packet = response({owner, type}, LDNS_RCODE_NXDOMAIN);
    return {{owner, type}, AnswerStatus::NxDomain, security, {}, {}, toWire(packet.get()), {}};
}

Lookup noDataLookup(const QString &owner, RecordType type, Security security)
{
    return answered({owner, type}, {}, security);
}

Lookup failedLookup(const QString &owner, RecordType type, AnswerStatus status, const QString &detail)
{
    Lookup lookup{{owner, type}, status, Security::Unknown, {}, detail, {}, {}};
    if (status == AnswerStatus::ServFail)
        lookup.message = toWire(response(lookup.question, LDNS_RCODE_SERVFAIL).get());
    if (status == AnswerStatus::Refused)
        lookup.message = toWire(response(lookup.question, LDNS_RCODE_REFUSED).get());
    return lookup;
}

Lookup bogusLookup(Lookup lookup, const QString &reason)
{
    lookup.security = Security::Bogus;
    lookup.bogusReason = reason;
    return lookup;
}

} // namespace mta
