// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsrpt/tlsrptrecord.h"

#include "tlsrpt/reporturi.h"

namespace mta
{

namespace
{

constexpr char versionTag[] = "v=TLSRPTv1"; // RFC 8460 §3 tlsrpt-version, case-sensitive
constexpr qsizetype maxExcerpt = 80;
constexpr qsizetype maxReportUris = 100;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 8460 §3 tlsrpt-ext-value: 1*(%x21-3A / %x3C / %x3E-7E)
bool isExtensionValue(const QByteArray &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet >= 0x21 && octet <= 0x7e && c != ';' && c != '=';
    });
}

bool isCandidate(const QByteArray &value)
{
    if (!value.startsWith(versionTag))
        return false;
    const QByteArray rest = value.mid(sizeof versionTag - 1, 1);
    return rest.isEmpty() || !(isLetterOrDigit(rest.front()) || rest == "." || rest == "-" || rest == "_");
}

// RFC 8460 §3: what a sender keeps when several TXT records come back.
bool isKept(const QByteArray &value)
{
    return value.startsWith("v=TLSRPTv1;");
}

QByteArray undecorated(const QByteArray &value)
{
    QByteArray plain = value;
    plain.replace('\\', "").replace('"', "").replace('\'', "");
    return plain.trimmed();
}

bool looksLikeTlsRpt(const QByteArray &value)
{
    const QByteArray plain = undecorated(value).toLower();
    QByteArray squeezed = plain;
    squeezed.replace(' ', "").replace('\t', "");
    if (squeezed.startsWith("v=tlsrpt"))
        return true;
    const TagList list = parseTagList(plain);
    const auto has = [&list](const char *name) {
        return std::any_of(list.tags.begin(), list.tags.end(), [name](const Tag &tag) { return tag.name == name; });
    };
    return has("rua") && !squeezed.startsWith("v=dmarc"); // a DMARC record has a rua of its own (RFC 7489 §6.3)
}

void checkVersion(const QByteArray &joined, QList<SyntaxError> &errors)
{
    if (!joined.startsWith(versionTag)) {
        const bool decorated = isCandidate(undecorated(joined));
        const bool quoted = joined.startsWith('"') || joined.startsWith('\'') || joined.startsWith('\\');
        if (decorated && !quoted)
            return; // white space in front: the tag list complains of it
        errors.append({1, 1, decorated ? QStringLiteral("quotes") : QStringLiteral("version"), joined.left(maxExcerpt)});
        return;
    }
    qsizetype at = sizeof versionTag - 1;
    while (at < joined.size() && (joined.at(at) == ' ' || joined.at(at) == '\t'))
        ++at;
    if (at < joined.size() && joined.at(at) != ';') {
        const QString reason = joined.at(at) == '\\' || joined.at(at) == '"' ? QStringLiteral("quotes")
                               : isCandidate(joined)                         ? QStringLiteral("no-delimiter")
                                                                             : QStringLiteral("version");
        errors.append({1, static_cast<int>(at) + 1, reason, joined.mid(at, maxExcerpt)});
    }
}

// RFC 8460 §3: tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
void readRua(const QByteArray &value, QList<ReportUri> &rua)
{
    for (const QByteArray &part : value.split(',')) {
        if (rua.size() < maxReportUris)
            rua.append(parseReportUri(part.trimmed()));
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
    checkVersion(joined, record.errors);
    const TagList list = parseTagList(joined);
    record.errors += list.errors;
    for (qsizetype i = 0; i < list.tags.size(); ++i) {
        const Tag &tag = list.tags.at(i);
        if (i == 0 && undecorated(tag.name).toLower() == "v")
            continue;
        if (tag.name == "rua") { // may repeat: tlsrpt-rua is one of the alternatives of 1*(field-delim tlsrpt-field)
            readRua(tag.value, record.rua);
            continue;
        }
        record.extensions.append(tag);
        const qsizetype valueAt = tag.offset + tag.name.size() + 1;
        if (!isExtensionValue(tag.value))
            record.errors.append({1, static_cast<int>(valueAt) + 1, QStringLiteral("bad-value"), tag.value.left(maxExcerpt)});
    }
    return record;
}

TlsRptRecordSet selectTlsRptRecord(const QList<QByteArray> &joinedValues)
{
    TlsRptRecordSet set;
    QList<QByteArray> kept;
    for (const QByteArray &value : joinedValues) {
        (isCandidate(value) ? set.candidates : set.unrelated).append(value);
        if (isKept(value))
            kept.append(value);
    }
    // RFC 8460 §3: of several records those that do not begin with "v=TLSRPTv1;" are discarded; exactly one must remain.
    if (kept.size() > 1 || (kept.isEmpty() && set.candidates.size() > 1)) {
        set.state = TlsRptRecordSet::State::Multiple;
        set.record = parseTlsRptRecord(kept.isEmpty() ? set.candidates.constFirst() : kept.constFirst());
    } else if (kept.size() == 1) {
        set.state = TlsRptRecordSet::State::One;
        set.record = parseTlsRptRecord(kept.constFirst());
    } else if (set.candidates.size() == 1) {
        set.state = joinedValues.size() == 1 ? TlsRptRecordSet::State::One : TlsRptRecordSet::State::WrongVersion;
        set.record = parseTlsRptRecord(set.candidates.constFirst());
    } else {
        const auto similar = std::find_if(set.unrelated.cbegin(), set.unrelated.cend(), looksLikeTlsRpt);
        if (similar != set.unrelated.cend()) {
            set.state = TlsRptRecordSet::State::WrongVersion;
            set.record = parseTlsRptRecord(*similar);
        }
    }
    return set;
}

} // namespace mta
