// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/messagescrub.h"

#include "dns/answer.h"
#include "scrub/textscrub.h"

#include <QtEndian>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace mta
{

namespace
{

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};
using Packet = std::unique_ptr<ldns_pkt, PacketDeleter>;

constexpr qsizetype headerSize = 12; // RFC 1035 §4.1.1

Packet parse(const QByteArray &message)
{
    int count = 0;
    for (qsizetype at = 4; at < headerSize && message.size() >= headerSize; at += 2)
        count += qFromBigEndian<quint16>(message.constData() + at);
    ldns_pkt *packet = nullptr;
    if (message.size() < headerSize || message.size() > maxDnsMessage || count > maxRecordsPerMessage ||
        ldns_wire2pkt(&packet, reinterpret_cast<const uint8_t *>(message.constData()), static_cast<size_t>(message.size())) !=
            LDNS_STATUS_OK)
        return {};
    return Packet(packet);
}

QByteArray octetsOf(const ldns_rdf *data)
{
    return QByteArray(reinterpret_cast<const char *>(ldns_rdf_data(data)), static_cast<qsizetype>(ldns_rdf_size(data)));
}

ldns_rdf *dataOf(ldns_rdf_type type, const QByteArray &octets)
{
    return ldns_rdf_new_frm_data(type, static_cast<size_t>(octets.size()), octets.constData());
}

/// RFC 1035 §3.3: a length octet, then that many characters.
ldns_rdf *stringOf(const QByteArray &text)
{
    return dataOf(LDNS_RDF_TYPE_STR, static_cast<char>(text.size()) + text);
}

class MessageScrubber
{
public:
    MessageScrubber(Pseudonyms &pseudonyms, const TlsaScrub &tlsa) : m_pseudonyms(pseudonyms), m_tlsa(tlsa) {}

    void section(ldns_rr_list *records)
    {
        for (size_t i = 0; i < ldns_rr_list_rr_count(records); ++i)
            record(ldns_rr_list_rr(records, i));
    }

    /// RFC 6891 §6.1.2: pairs of code, length and data. Of RFC 8914 the code stays, and the text is one like others.
    QByteArray options(const QByteArray &all)
    {
        constexpr quint16 extendedError = 15;
        QByteArray kept;
        for (qsizetype at = 0; at + 4 <= all.size();) {
            const quint16 code = qFromBigEndian<quint16>(all.constData() + at);
            const quint16 size = qFromBigEndian<quint16>(all.constData() + at + 2);
            const QByteArray data = all.mid(at + 4, size);
            at += 4 + size;
            if (code != extendedError || data.size() < 2)
                continue;
            const QByteArray made = data.left(2) + scrubbedText(data.mid(2), m_pseudonyms);
            QByteArray head(4, '\0');
            qToBigEndian(code, head.data());
            qToBigEndian(static_cast<quint16>(made.size()), head.data() + 2);
            kept += head + made;
        }
        return kept;
    }

    bool good() const { return m_good; }

private:
    void record(ldns_rr *record)
    {
        ldns_rdf *owner = name(ldns_rr_owner(record));
        ldns_rdf_deep_free(ldns_rr_owner(record));
        ldns_rr_set_owner(record, owner);
        const ldns_rr_type type = ldns_rr_get_type(record);
        if (type == LDNS_RR_TYPE_TXT) {
            strings(record);
            return;
        }
        for (size_t i = 0; i < ldns_rr_rd_count(record); ++i) {
            const bool keyTag = (type == LDNS_RR_TYPE_RRSIG && i == 6) || (type == LDNS_RR_TYPE_DS && i == 0); // RFC 4034 §3.1, §5.1
            ldns_rdf *made = keyTag                                ? dataOf(LDNS_RDF_TYPE_INT16, QByteArray(2, '\0'))
                             : type == LDNS_RR_TYPE_TLSA && i == 3 ? association(record)
                                                                   : data(ldns_rr_rdf(record, i));
            put(record, i, made);
        }
    }

    void put(ldns_rr *record, size_t place, ldns_rdf *made)
    {
        m_good = m_good && made;
        if (made)
            ldns_rdf_deep_free(ldns_rr_set_rdf(record, made, place));
    }

    ldns_rdf *name(const ldns_rdf *original)
    {
        char *text = original ? ldns_rdf2str(original) : nullptr;
        const QString made = m_pseudonyms.name(QString::fromLatin1(text));
        std::free(text);
        ldns_rdf *result = nullptr;
        m_good = ldns_str2rdf_dname(&result, made.toLatin1().constData()) == LDNS_STATUS_OK && m_good;
        return result;
    }

    void strings(ldns_rr *record)
    {
        QByteArrayList all;
        while (ldns_rr_rd_count(record) > 0) {
            ldns_rdf *last = ldns_rr_pop_rdf(record);
            all.prepend(octetsOf(last).mid(1));
            ldns_rdf_deep_free(last);
        }
        for (const QByteArray &string : scrubbedStrings(all, m_pseudonyms))
            ldns_rr_push_rdf(record, stringOf(string));
    }

    ldns_rdf *association(const ldns_rr *record)
    {
        const auto field = [record](size_t i) { return *ldns_rdf_data(ldns_rr_rdf(record, i)); };
        const ldns_rdf *original = ldns_rr_rdf(record, 3);
        return dataOf(ldns_rdf_get_type(original), m_tlsa({field(0), field(1), field(2), octetsOf(original)}));
    }

    /// Data of a kind that is not named here says who knows what: its octets become zeros.
    ldns_rdf *data(const ldns_rdf *original)
    {
        const QByteArray octets = octetsOf(original);
        switch (const ldns_rdf_type type = ldns_rdf_get_type(original)) {
        case LDNS_RDF_TYPE_DNAME:
            return name(original);
        case LDNS_RDF_TYPE_A:
            return dataOf(type, addressOctets(QHostAddress(qFromBigEndian<quint32>(octets.constData()))));
        case LDNS_RDF_TYPE_AAAA:
            return dataOf(type, addressOctets(QHostAddress(reinterpret_cast<const quint8 *>(octets.constData()))));
        case LDNS_RDF_TYPE_STR:
            return stringOf(scrubbedText(octets.mid(1), m_pseudonyms).left(255));
        case LDNS_RDF_TYPE_INT8:
        case LDNS_RDF_TYPE_INT16:
        case LDNS_RDF_TYPE_INT32:
        case LDNS_RDF_TYPE_TYPE:
        case LDNS_RDF_TYPE_CLASS:
        case LDNS_RDF_TYPE_ALG:
        case LDNS_RDF_TYPE_CERT_ALG:
        case LDNS_RDF_TYPE_PERIOD:
        case LDNS_RDF_TYPE_TIME:
        case LDNS_RDF_TYPE_NSEC:
        case LDNS_RDF_TYPE_CERTIFICATE_USAGE:
        case LDNS_RDF_TYPE_SELECTOR:
        case LDNS_RDF_TYPE_MATCHING_TYPE:
            return dataOf(type, octets);
        case LDNS_RDF_TYPE_NSEC3_SALT:
        case LDNS_RDF_TYPE_NSEC3_NEXT_OWNER: // RFC 5155 §3.2: a length, then that many octets
        case LDNS_RDF_TYPE_TAG:
            return dataOf(type, octets.left(1) + QByteArray(std::max<qsizetype>(0, octets.size() - 1), '\0'));
        default:
            return dataOf(type, QByteArray(octets.size(), '\0'));
        }
    }

    QByteArray addressOctets(const QHostAddress &original)
    {
        const QHostAddress made = m_pseudonyms.address(original);
        if (made.protocol() == QAbstractSocket::IPv4Protocol) {
            QByteArray octets(4, '\0');
            qToBigEndian(made.toIPv4Address(), octets.data());
            return octets;
        }
        const Q_IPV6ADDR raw = made.toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(raw.c), 16);
    }

    Pseudonyms &m_pseudonyms;
    const TlsaScrub &m_tlsa;
    bool m_good = true;
};

} // namespace

QByteArray scrubbedMessage(const QByteArray &message, Pseudonyms &pseudonyms, const TlsaScrub &tlsa)
{
    const QByteArray unreadable(message.size(), '\xff'); // more records than any message has
    const Packet packet = parse(message);
    if (!packet)
        return unreadable;
    MessageScrubber scrubber(pseudonyms, tlsa);
    for (ldns_rr_list *section : {ldns_pkt_question(packet.get()), ldns_pkt_answer(packet.get()), ldns_pkt_authority(packet.get()),
                                  ldns_pkt_additional(packet.get())})
        scrubber.section(section);
    if (ldns_rdf *options = ldns_pkt_edns_data(packet.get())) {
        const QByteArray kept = scrubber.options(octetsOf(options));
        ldns_rdf_deep_free(options);
        ldns_pkt_set_edns_data(packet.get(), kept.isEmpty() ? nullptr : dataOf(LDNS_RDF_TYPE_UNKNOWN, kept));
    }
    uint8_t *wire = nullptr;
    size_t size = 0;
    if (!scrubber.good() || ldns_pkt2wire(&wire, packet.get(), &size) != LDNS_STATUS_OK)
        return unreadable;
    const QByteArray made(reinterpret_cast<const char *>(wire), static_cast<qsizetype>(size));
    std::free(wire);
    return made;
}

QByteArray messageText(const QByteArray &message)
{
    const Packet packet = parse(message);
    char *text = packet ? ldns_pkt2str(packet.get()) : nullptr;
    const QByteArray result(text);
    std::free(text);
    return result;
}

} // namespace mta
