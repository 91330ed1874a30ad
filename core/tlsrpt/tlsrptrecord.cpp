// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsrpt/tlsrptrecord.h"

#include "base/versionedrecord.h"
#include "tlsrpt/reporturi.h"

#include <algorithm>

namespace mta
{

namespace
{

constexpr QByteArrayView versionTag = "v=TLSRPTv1"; // RFC 8460 §3 tlsrpt-version, case-sensitive
constexpr qsizetype maxReportUris = 100;
constexpr qsizetype maxExcerpt = 80;

bool isWhiteSpace(char c)
{
    return c == ' ' || c == '\t'; // WSP, RFC 5234 §B.1
}

bool looksLikeTlsRpt(const QByteArray &value)
{
    const QByteArray plain = undecorated(value).toLower();
    QByteArray dense = plain;
    dense.removeIf([](char c) { return c == ' ' || c == '\t'; });
    if (dense.startsWith("v=tlsrpt"))
        return true;
    if (dense.startsWith("v=dmarc")) // has a rua of its own (RFC 7489 §6.3)
        return false;
    const TagList list = parseTagList(plain);
    return std::any_of(list.tags.begin(), list.tags.end(), [](const Tag &tag) { return tag.name == "rua"; });
}

// RFC 8460 §3: %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
void readRua(const Tag &tag, TlsRptRecord &record)
{
    qsizetype offset = tag.offset + tag.name.size() + 1;
    if (!tag.value.isEmpty() && isWhiteSpace(tag.value.front()))
        record.errors.append({1, static_cast<int>(offset) + 1, QStringLiteral("space-after-equals"), tag.value.left(maxExcerpt)});
    for (const QByteArray &part : tag.value.split(',')) {
        if (record.rua.size() == maxReportUris)
            return;
        const auto first = std::find_if_not(part.begin(), part.end(), isWhiteSpace);
        const auto last = std::find_if_not(part.rbegin(), std::make_reverse_iterator(first), isWhiteSpace).base();
        const qsizetype blanks = first == part.end() ? 0 : first - part.begin();
        record.rua.append(parseReportUri(part.mid(blanks, last - first)));
        record.ruaColumns.append(static_cast<int>(offset + blanks) + 1);
        offset += part.size() + 1;
    }
}

} // namespace

bool TlsRptRecord::valid() const
{
    return errors.isEmpty() && !rua.isEmpty() && std::all_of(rua.begin(), rua.end(), [](const ReportUri &uri) { return uri.valid; });
}

TlsRptRecord parseTlsRptRecord(const QByteArray &joined)
{
    TlsRptRecord record;
    record.raw = joined;
    if (const auto fault = versionFault(joined, versionTag))
        record.errors.append(*fault);
    const TagList list = parseTagList(joined);
    record.errors += list.errors;
    for (qsizetype i = 0; i < list.tags.size(); ++i) {
        const Tag &tag = list.tags.at(i);
        if (i == 0 && undecorated(tag.name).toLower() == "v")
            continue;
        if (tag.name == "rua") { // may repeat: RFC 8460 §3, 1*(field-delim tlsrpt-field)
            readRua(tag, record);
            continue;
        }
        record.extensions.append(tag);
        if (const auto fault = extensionFault(tag))
            record.errors.append(*fault);
    }
    return record;
}

std::optional<QByteArray> tlsRptRecordText(const QList<QByteArray> &rua)
{
    const QByteArray text = "v=TLSRPTv1; rua=" + rua.join(',');
    const TlsRptRecord record = parseTlsRptRecord(text);
    const auto sameText = [](const ReportUri &uri, const QByteArray &wanted) { return uri.text == wanted; };
    // A comma or semicolon inside a destination would end it (RFC 8460 §3); what does not read back is not written.
    if (!record.valid() || !std::equal(record.rua.cbegin(), record.rua.cend(), rua.cbegin(), rua.cend(), sameText))
        return std::nullopt;
    return text;
}

TlsRptRecordSet selectTlsRptRecord(const QList<QByteArray> &joinedValues)
{
    const VersionedSelection selection = selectVersioned(joinedValues, versionTag, looksLikeTlsRpt);
    TlsRptRecordSet set;
    set.candidates = selection.candidates;
    set.unrelated = selection.unrelated;
    switch (selection.state) {
    case VersionedSelection::State::Absent: // one that is discarded beside others was meant, and does not work
        set.state = selection.chosen.isNull() ? TlsRptRecordSet::State::Absent : TlsRptRecordSet::State::WrongVersion;
        break;
    case VersionedSelection::State::Multiple:
        set.state = TlsRptRecordSet::State::Multiple;
        break;
    case VersionedSelection::State::Similar:
        set.state = TlsRptRecordSet::State::WrongVersion;
        break;
    case VersionedSelection::State::One:
        set.state = TlsRptRecordSet::State::One;
        break;
    }
    if (!selection.chosen.isNull())
        set.record = parseTlsRptRecord(selection.chosen);
    return set;
}

} // namespace mta
