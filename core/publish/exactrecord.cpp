// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "publish/exactrecord.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include "dns/message.h"
#include "publish/wire.h"
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace mta
{
namespace
{

struct RecordDeleter {
    void operator()(ldns_rr *record) const { ldns_rr_free(record); }
};
using Record = std::unique_ptr<ldns_rr, RecordDeleter>;

struct PacketDeleter {
    void operator()(ldns_pkt *packet) const { ldns_pkt_free(packet); }
};

QString takeText(char *text)
{
    const QString result = QString::fromLatin1(text);
    std::free(text);
    return result;
}

QByteArray dataOf(const ldns_rr *record)
{
    QByteArray data;
    for (size_t i = 0; i < ldns_rr_rd_count(record); ++i) {
        const ldns_rdf *field = ldns_rr_rdf(record, i);
        data.append(reinterpret_cast<const char *>(ldns_rdf_data(field)), static_cast<qsizetype>(ldns_rdf_size(field)));
    }
    return data;
}

QByteArray textData(const QByteArray &value)
{
    constexpr qsizetype longest = 255; // RFC 1035 §3.3: a length octet, then that many characters
    QByteArray data;
    qsizetype at = 0;
    do {
        const QByteArray piece = value.mid(at, longest);
        data += static_cast<char>(piece.size()) + piece;
        at += longest;
    } while (at < value.size());
    return data;
}

/// RDATA out of presentation format; nothing of it comes from elsewhere than our own tables and checked values.
QByteArray parsedData(RecordType type, const QByteArray &text)
{
    ldns_rr *parsed = nullptr;
    const QByteArray line = ". 0 IN " + recordTypeName(type).toLatin1() + ' ' + text;
    if (text.contains('\n') || ldns_rr_new_frm_str(&parsed, line.constData(), 0, nullptr, nullptr) != LDNS_STATUS_OK)
        return {};
    return dataOf(Record(parsed).get());
}

} // namespace

bool ExactRecord::sameData(const ExactRecord &other) const
{
    // Names in records compare without regard to case (RFC 4343 §3); the length octets in them are below the letters.
    const bool same = type == RecordType::Cname ? data.toLower() == other.data.toLower() : data == other.data;
    return same && owner == other.owner && type == other.type;
}

bool ExactSet::has(const ExactRecord &record) const
{
    return std::any_of(records.cbegin(), records.cend(), [&](const ExactRecord &other) { return other.sameData(record); });
}

ExactSet recordSet(const Lookup &lookup)
{
    ExactSet set{normalisedName(lookup.question.name), lookup.question.type, {}};
    ldns_pkt *parsed = nullptr;
    // readMessage() has the limits of a message; what it does not read is none.
    if (!readMessage(lookup.message, lookup.question).valid ||
        ldns_wire2pkt(&parsed, reinterpret_cast<const uint8_t *>(lookup.message.constData()), static_cast<size_t>(lookup.message.size())) !=
            LDNS_STATUS_OK)
        return set;
    const std::unique_ptr<ldns_pkt, PacketDeleter> packet(parsed);
    const ldns_rr_list *answer = ldns_pkt_answer(packet.get());
    for (size_t i = 0; i < ldns_rr_list_rr_count(answer) && set.records.size() < maxRecordsPerAnswer; ++i) {
        const ldns_rr *record = ldns_rr_list_rr(answer, i);
        if (ldns_rr_get_class(record) == LDNS_RR_CLASS_IN && ldns_rr_get_type(record) == static_cast<ldns_rr_type>(set.type) &&
            normalisedName(takeText(ldns_rdf2str(ldns_rr_owner(record)))) == set.owner)
            set.records.append({set.owner, std::chrono::seconds(ldns_rr_ttl(record)), set.type, dataOf(record)});
    }
    return set;
}

std::optional<ExactRecord> exactRecord(const ZoneRecord &record)
{
    ExactRecord exact{normalisedName(record.owner), record.ttl, record.type, {}};
    switch (record.type) {
    case RecordType::Txt:
        exact.data = textData(record.value);
        break;
    case RecordType::Cname:
        exact.data = wire::name(QString::fromLatin1(record.value));
        break;
    case RecordType::A:
    case RecordType::Aaaa:
    case RecordType::Tlsa:
        exact.data = parsedData(record.type, record.value);
        break;
    default:
        break; // no plan has others
    }
    return exact.data.isEmpty() || wire::name(exact.owner).isEmpty() ? std::nullopt : std::optional(exact);
}

QByteArray joinedText(const ExactRecord &record)
{
    QByteArray text;
    for (qsizetype at = 0; record.type == RecordType::Txt && at < record.data.size();) {
        const qsizetype size = static_cast<uchar>(record.data.at(at));
        text += record.data.mid(at + 1, size);
        at += 1 + size;
    }
    return text;
}

QString recordText(const ExactRecord &record)
{
    const auto ttl = static_cast<quint32>(record.ttl.count());
    const QByteArray octets = wire::record(wire::name(record.owner), static_cast<quint16>(record.type), wire::classIn, ttl, record.data);
    ldns_rr *parsed = nullptr;
    size_t at = 0;
    if (ldns_wire2rr(&parsed, reinterpret_cast<const uint8_t *>(octets.constData()), static_cast<size_t>(octets.size()), &at,
                     LDNS_SECTION_ANSWER) != LDNS_STATUS_OK)
        return record.owner + u' ' + recordTypeName(record.type);
    const Record owned(parsed);
    return visibleText(takeText(ldns_rr2str_fmt(ldns_output_format_nocomments, parsed)).trimmed().replace(u'\t', u' '), maxDnsMessage);
}

} // namespace mta
