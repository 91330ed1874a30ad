// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/message.h"

#include "dns/extendederror.h"
#include <QtEndian>
#include <algorithm>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>
#include <optional>

namespace mta
{
namespace
{

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};
using Packet = std::unique_ptr<ldns_pkt, PacketDeleter>;

constexpr qsizetype headerSize = 12; // RFC 1035 §4.1.1

/// As the header has it. Names may be compressed so that each costs thousands of steps, so it matters how many there are.
int recordCount(const QByteArray &message)
{
    int count = 0;
    for (qsizetype at = 4; at < headerSize; at += 2)
        count += qFromBigEndian<quint16>(message.constData() + at);
    return count;
}

Packet parse(const QByteArray &message)
{
    ldns_pkt *packet = nullptr;
    if (message.size() < headerSize || message.size() > maxDnsMessage || recordCount(message) > maxRecordsPerMessage)
        return {};
    const auto *octets = reinterpret_cast<const uint8_t *>(message.constData());
    if (ldns_wire2pkt(&packet, octets, static_cast<size_t>(message.size())) != LDNS_STATUS_OK)
        return {};
    return Packet(packet);
}

QByteArray rdataOf(const ldns_rdf *data)
{
    return QByteArray(reinterpret_cast<const char *>(ldns_rdf_data(data)), static_cast<qsizetype>(ldns_rdf_size(data)));
}

QString takeText(char *text)
{
    const QString result = QString::fromLatin1(text);
    std::free(text);
    return result;
}

/// Presentation format, lower case, without the trailing dot; the root is ".".
QString nameText(const ldns_rdf *name)
{
    if (!name || ldns_rdf_get_type(name) != LDNS_RDF_TYPE_DNAME)
        return {};
    QString text = takeText(ldns_rdf2str(name)).toLower();
    if (text.size() > 1 && text.endsWith(u'.'))
        text.chop(1);
    return text;
}

/// The name of a question as nameText() would write it, so that escapes and case never matter; null when it is no name.
QString canonicalName(const QString &name)
{
    ldns_rdf *rdf = nullptr;
    if (ldns_str2rdf_dname(&rdf, name.toUtf8().constData()) != LDNS_STATUS_OK)
        return {};
    const QString text = nameText(rdf);
    ldns_rdf_deep_free(rdf);
    return text;
}

std::chrono::seconds ttlOf(const ldns_rr *record)
{
    const quint32 ttl = ldns_rr_ttl(record);
    return std::chrono::seconds(ttl > 0x7fffffffU ? 0 : ttl); // RFC 2181 §8: the most significant bit set means zero
}

bool isOf(const ldns_rr *record, const QString &owner, ldns_rr_type type)
{
    return ldns_rr_get_type(record) == type && ldns_rr_get_class(record) == LDNS_RR_CLASS_IN && nameText(ldns_rr_owner(record)) == owner;
}

/// The records of the answer section that have this owner and type, at most maxRecordsPerAnswer.
QList<const ldns_rr *> recordsOf(const ldns_rr_list *section, const QString &owner, ldns_rr_type type)
{
    QList<const ldns_rr *> found;
    for (size_t i = 0; i < ldns_rr_list_rr_count(section) && found.size() < maxRecordsPerAnswer; ++i) {
        const ldns_rr *record = ldns_rr_list_rr(section, i);
        if (isOf(record, owner, type))
            found.append(record);
    }
    return found;
}

/// The answer as raw records: where the CNAME chain leads and what is there (RFC 1034 §3.6.2).
struct Chain {
    QStringList aliases;
    QList<const ldns_rr *> records;
    std::chrono::seconds ttl{0};
};

Chain followChain(const ldns_pkt *packet, const Question &question)
{
    Chain chain;
    const ldns_rr_list *section = ldns_pkt_answer(packet);
    const auto type = static_cast<ldns_rr_type>(question.type);
    QString owner = canonicalName(question.name);
    QStringList visited{owner};
    auto ttl = std::chrono::seconds::max();
    while (true) {
        chain.records = recordsOf(section, owner, type);
        if (!chain.records.isEmpty() || type == LDNS_RR_TYPE_CNAME)
            break;
        const QList<const ldns_rr *> links = recordsOf(section, owner, LDNS_RR_TYPE_CNAME);
        if (links.isEmpty() || chain.aliases.size() >= maxAliasChain)
            break;
        owner = nameText(ldns_rr_rdf(links.first(), 0));
        ttl = std::min(ttl, ttlOf(links.first()));
        if (owner.isEmpty())
            break;
        chain.aliases.append(owner);
        if (visited.contains(owner)) // a loop: it ends here, without records
            break;
        visited.append(owner);
    }
    for (const ldns_rr *record : std::as_const(chain.records))
        ttl = std::min(ttl, ttlOf(record));
    chain.ttl = chain.aliases.isEmpty() && chain.records.isEmpty() ? std::chrono::seconds(0) : ttl;
    return chain;
}

/// Reads the answer; `convert` turns one record into a value, or into nothing when its data is not what the type promises.
template<class Record, class Convert>
Answer<Record> readAnswer(const Lookup &lookup, RecordType type, Convert convert)
{
    Answer<Record> answer;
    const Packet packet = lookup.question.type == type ? parse(lookup.message) : Packet();
    if (!packet)
        return answer;
    const Chain chain = followChain(packet.get(), lookup.question);
    answer.aliases = chain.aliases;
    answer.ttl = chain.ttl;
    for (const ldns_rr *record : chain.records) {
        if (std::optional<Record> value = convert(record))
            answer.records.append(*std::move(value));
    }
    return answer;
}

std::optional<TxtRecord> toTxt(const ldns_rr *record)
{
    TxtRecord txt;
    for (size_t i = 0; i < ldns_rr_rd_count(record); ++i) {
        const ldns_rdf *string = ldns_rr_rdf(record, i);
        if (ldns_rdf_get_type(string) == LDNS_RDF_TYPE_STR)
            txt.strings.append(rdataOf(string).mid(1)); // RFC 1035 §3.3: a length octet, then that many characters
    }
    return txt;
}

std::optional<MxRecord> toMx(const ldns_rr *record)
{
    const ldns_rdf *preference = ldns_rr_rdf(record, 0);
    const QString exchange = nameText(ldns_rr_rdf(record, 1));
    if (!preference || ldns_rdf_get_type(preference) != LDNS_RDF_TYPE_INT16 || exchange.isEmpty())
        return {};
    return MxRecord{ldns_rdf2native_int16(preference), exchange};
}

std::optional<AddressRecord> toAddress(const ldns_rr *record)
{
    const ldns_rdf *data = ldns_rr_rdf(record, 0);
    if (!data)
        return {};
    if (ldns_rdf_get_type(data) == LDNS_RDF_TYPE_A && ldns_rdf_size(data) == 4)
        return AddressRecord{QHostAddress(ldns_read_uint32(ldns_rdf_data(data)))};
    if (ldns_rdf_get_type(data) == LDNS_RDF_TYPE_AAAA && ldns_rdf_size(data) == 16)
        return AddressRecord{QHostAddress(ldns_rdf_data(data))};
    return {};
}

/// RFC 6698 §2.1: three octets, then the data, which may be empty. A record too short for that much says nothing.
std::optional<TlsaRecord> toTlsa(const ldns_rr *record)
{
    quint8 fields[3] = {};
    for (size_t i = 0; i < 3; ++i) {
        const ldns_rdf *field = ldns_rr_rdf(record, i);
        if (!field || ldns_rdf_size(field) != 1)
            return {};
        fields[i] = *ldns_rdf_data(field);
    }
    const ldns_rdf *data = ldns_rr_rdf(record, 3);
    return TlsaRecord{fields[0], fields[1], fields[2], data ? rdataOf(data) : QByteArray()};
}

/// RFC 4034 §3.1.5: seconds since 1970, modulo 2^32, to be read near the present. Unsigned is right until 2106.
QDateTime signatureTime(const ldns_rdf *data)
{
    return QDateTime::fromSecsSinceEpoch(ldns_read_uint32(ldns_rdf_data(data)), Qt::UTC);
}

std::optional<QString> toHost(const ldns_rr *record)
{
    const QString host = nameText(ldns_rr_rdf(record, 0));
    return host.isEmpty() ? std::nullopt : std::optional(host);
}

/// The first SOA record of a section.
std::optional<SoaRecord> soaIn(const ldns_rr_list *section)
{
    for (size_t i = 0; i < ldns_rr_list_rr_count(section); ++i) {
        const ldns_rr *record = ldns_rr_list_rr(section, i);
        const bool isSoa = ldns_rr_get_type(record) == LDNS_RR_TYPE_SOA && ldns_rr_rd_count(record) == 7;
        const ldns_rdf *serial = isSoa ? ldns_rr_rdf(record, 2) : nullptr;
        const ldns_rdf *minimum = isSoa ? ldns_rr_rdf(record, 6) : nullptr;
        const QString zone = isSoa ? nameText(ldns_rr_owner(record)) : QString();
        if (!zone.isEmpty() && ldns_rdf_size(serial) == 4 && ldns_rdf_size(minimum) == 4)
            return SoaRecord{zone, ldns_rdf2native_int32(serial),
                             std::min(ttlOf(record), std::chrono::seconds(ldns_rdf2native_int32(minimum)))};
    }
    return std::nullopt;
}

bool asksFor(const ldns_pkt *packet, const Question &question)
{
    const ldns_rr_list *questions = ldns_pkt_question(packet);
    const size_t count = ldns_rr_list_rr_count(questions);
    // Servers that understood nothing, or want nothing to do with us, may leave the question out (RFC 6891 §7).
    if (count == 0)
        return ldns_pkt_get_rcode(packet) != LDNS_RCODE_NOERROR && ldns_pkt_get_rcode(packet) != LDNS_RCODE_NXDOMAIN;
    return count == 1 && isOf(ldns_rr_list_rr(questions, 0), canonicalName(question.name), static_cast<ldns_rr_type>(question.type));
}

bool hasAuthority(const ldns_pkt *packet, ldns_rr_type type)
{
    const ldns_rr_list *authority = ldns_pkt_authority(packet);
    for (size_t i = 0; i < ldns_rr_list_rr_count(authority); ++i) {
        if (ldns_rr_get_type(ldns_rr_list_rr(authority, i)) == type)
            return true;
    }
    return false;
}

} // namespace

Answer<TxtRecord> txtRecords(const Lookup &lookup)
{
    return readAnswer<TxtRecord>(lookup, RecordType::Txt, toTxt);
}

Answer<MxRecord> mxRecords(const Lookup &lookup)
{
    Answer<MxRecord> answer = readAnswer<MxRecord>(lookup, RecordType::Mx, toMx);
    std::stable_sort(answer.records.begin(), answer.records.end(),
                     [](const MxRecord &a, const MxRecord &b) { return a.preference < b.preference; });
    return answer;
}

Answer<AddressRecord> addressRecords(const Lookup &lookup)
{
    const RecordType type = lookup.question.type == RecordType::Aaaa ? RecordType::Aaaa : RecordType::A;
    return readAnswer<AddressRecord>(lookup, type, toAddress);
}

Answer<TlsaRecord> tlsaRecords(const Lookup &lookup)
{
    return readAnswer<TlsaRecord>(lookup, RecordType::Tlsa, toTlsa);
}

Answer<QString> nameserverNames(const Lookup &lookup)
{
    return readAnswer<QString>(lookup, RecordType::Ns, toHost);
}

std::optional<SoaRecord> soaRecord(const Lookup &lookup)
{
    const Packet packet = parse(lookup.message);
    if (!packet)
        return std::nullopt;
    const std::optional<SoaRecord> answered = soaIn(ldns_pkt_answer(packet.get()));
    return answered ? answered : soaIn(ldns_pkt_authority(packet.get()));
}

QList<RecordText> answerRecords(const Lookup &lookup)
{
    QList<RecordText> records;
    const Packet packet = parse(lookup.message);
    const ldns_rr_list *section = packet ? ldns_pkt_answer(packet.get()) : nullptr;
    for (size_t i = 0; section && i < ldns_rr_list_rr_count(section) && records.size() < maxRecordsPerAnswer; ++i) {
        const ldns_rr *record = ldns_rr_list_rr(section, i);
        if (ldns_rr_get_type(record) == LDNS_RR_TYPE_RRSIG)
            continue;
        // "owner TAB ttl TAB class TAB type TAB data": no field before the data can hold a tab, ldns writes it as \009.
        const QString line = takeText(ldns_rr2str_fmt(ldns_output_format_nocomments, record));
        records.append({nameText(ldns_rr_owner(record)), ttlOf(record), takeText(ldns_rr_type2str(ldns_rr_get_type(record))),
                        line.section(u'\t', 4).trimmed()});
    }
    return records;
}

MessageHeader readMessage(const QByteArray &message, const Question &question)
{
    MessageHeader header;
    const Packet packet = parse(message);
    if (!packet)
        return header;
    header.readable = true;
    header.rcode = ldns_pkt_get_rcode(packet.get()) | (ldns_pkt_edns_extended_rcode(packet.get()) << 4); // RFC 6891 §6.1.3
    header.truncated = ldns_pkt_tc(packet.get());
    header.authoritative = ldns_pkt_aa(packet.get());
    header.valid = ldns_pkt_qr(packet.get()) && ldns_pkt_get_opcode(packet.get()) == LDNS_PACKET_QUERY && asksFor(packet.get(), question);
    header.hasAnswer = header.valid && !followChain(packet.get(), question).records.isEmpty();
    header.hasSoa = hasAuthority(packet.get(), LDNS_RR_TYPE_SOA);
    // RFC 2308 §2.2: no answer, and NS records where an answer that there is no data would have a SOA.
    header.referral = header.valid && header.rcode == 0 && !ldns_pkt_aa(packet.get()) && ldns_pkt_ancount(packet.get()) == 0 &&
                      !header.hasSoa && hasAuthority(packet.get(), LDNS_RR_TYPE_NS);
    if (const ldns_rdf *options = ldns_pkt_edns_data(packet.get()))
        header.extendedError = extendedErrorText(rdataOf(options));
    return header;
}

Delegation readDelegation(const QByteArray &message)
{
    Delegation delegation;
    const Packet packet = parse(message);
    if (!packet)
        return delegation;
    const ldns_rr_list *authority = ldns_pkt_authority(packet.get());
    for (size_t i = 0; i < ldns_rr_list_rr_count(authority) && delegation.servers.size() < maxRecordsPerAnswer; ++i) {
        const ldns_rr *record = ldns_rr_list_rr(authority, i);
        if (ldns_rr_get_type(record) == LDNS_RR_TYPE_NS)
            delegation.servers.append(nameText(ldns_rr_rdf(record, 0)));
    }
    const ldns_rr_list *additional = ldns_pkt_additional(packet.get());
    for (size_t i = 0; i < ldns_rr_list_rr_count(additional) && delegation.glue.size() < maxRecordsPerAnswer; ++i) {
        const ldns_rr *record = ldns_rr_list_rr(additional, i);
        const std::optional<AddressRecord> address = toAddress(record);
        if (address && delegation.servers.contains(nameText(ldns_rr_owner(record))))
            delegation.glue.append(address->address);
    }
    return delegation;
}

SignatureDates signatureDates(const QByteArray &message, const Question &question)
{
    SignatureDates dates;
    const Packet packet = parse(message);
    if (!packet)
        return dates;
    for (const ldns_rr *record : recordsOf(ldns_pkt_answer(packet.get()), canonicalName(question.name), LDNS_RR_TYPE_RRSIG)) {
        const ldns_rdf *covered = ldns_rr_rrsig_typecovered(record);
        const ldns_rdf *inception = ldns_rr_rrsig_inception(record);
        const ldns_rdf *expiration = ldns_rr_rrsig_expiration(record);
        if (!covered || !inception || !expiration || ldns_rdf2rr_type(covered) != static_cast<ldns_rr_type>(question.type))
            continue;
        if (!dates.present || signatureTime(expiration) > dates.expiration) {
            dates.inception = signatureTime(inception);
            dates.expiration = signatureTime(expiration);
        }
        dates.present = true;
    }
    return dates;
}

} // namespace mta
