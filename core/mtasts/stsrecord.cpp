// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/stsrecord.h"

namespace mta
{

namespace
{

constexpr char versionTag[] = "v=STSv1"; // RFC 8461 §3.1 sts-version, case-sensitive
constexpr qsizetype maxExcerpt = 80;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 8461 §3.1 sts-ext-value: 1*(%x21-3A / %x3C / %x3E-7E)
bool isExtensionValue(const QByteArray &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet >= 0x21 && octet <= 0x7e && c != ';' && c != '=';
    });
}

// Why an id is not 1*32(ALPHA / DIGIT) (RFC 8461 §3.1); empty when it is.
QString faultOfId(const QByteArray &id)
{
    if (id.isEmpty())
        return QStringLiteral("id-empty");
    if (!std::all_of(id.begin(), id.end(), isLetterOrDigit))
        return QStringLiteral("id-characters");
    return id.size() > 32 ? QStringLiteral("id-too-long") : QString();
}

// Begins with the version as a whole word: "v=STSv10" is another version, "v=STSv1 id=1" is this one without its delimiter.
bool isCandidate(const QByteArray &value)
{
    if (!value.startsWith(versionTag))
        return false;
    const QByteArray rest = value.mid(sizeof versionTag - 1, 1);
    return rest.isEmpty() || !(isLetterOrDigit(rest.front()) || rest == "." || rest == "-" || rest == "_");
}

// RFC 8461 §3.1: what a sender keeps when several TXT records come back.
bool isKept(const QByteArray &value)
{
    return value.startsWith("v=STSv1;");
}

// What was meant, without quotes, escapes and white space around it: text pasted into a zone file with its decoration.
QByteArray undecorated(const QByteArray &value)
{
    QByteArray plain = value;
    plain.replace('\\', "").replace('"', "").replace('\'', "");
    return plain.trimmed();
}

bool looksLikeSts(const QByteArray &value)
{
    const QByteArray plain = undecorated(value).toLower();
    QByteArray squeezed = plain;
    squeezed.replace(' ', "").replace('\t', "");
    if (squeezed.startsWith("v=sts"))
        return true;
    const TagList list = parseTagList(plain);
    return std::any_of(list.tags.begin(), list.tags.end(), [](const Tag &tag) { return tag.name == "id"; });
}

// The version must come first, and a delimiter must follow it.
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

} // namespace

StsRecord parseStsRecord(const QByteArray &joined)
{
    StsRecord record;
    record.raw = joined;
    checkVersion(joined, record.errors);
    const TagList list = parseTagList(joined);
    record.errors += list.errors;
    const auto complain = [&record](qsizetype offset, const QString &reason, const QByteArray &excerpt) {
        record.errors.append({1, static_cast<int>(offset) + 1, reason, excerpt.left(maxExcerpt)});
    };
    for (qsizetype i = 0; i < list.tags.size(); ++i) {
        const Tag &tag = list.tags.at(i);
        const qsizetype valueAt = tag.offset + tag.name.size() + 1;
        if (i == 0 && undecorated(tag.name).toLower() == "v")
            continue;
        if (tag.name == "id" && !record.hasId) { // RFC 8461 §3.1: of a repeated field all but the first are ignored
            record.hasId = true;
            record.id = tag.value;
            const QString fault = faultOfId(tag.value);
            record.idValid = fault.isEmpty();
            if (!record.idValid)
                complain(valueAt, fault, tag.value);
            continue;
        }
        record.extensions.append(tag);
        if (!isExtensionValue(tag.value))
            complain(valueAt, QStringLiteral("bad-value"), tag.value);
    }
    if (!record.hasId)
        complain(joined.size(), QStringLiteral("id-missing"), {}); // RFC 8461 §3.1: id is required
    return record;
}

StsRecordSet selectStsRecord(const QList<QByteArray> &joinedValues)
{
    StsRecordSet set;
    QList<QByteArray> kept;
    for (const QByteArray &value : joinedValues) {
        (isCandidate(value) ? set.candidates : set.unrelated).append(value);
        if (isKept(value))
            kept.append(value);
    }
    // RFC 8461 §3.1: of several records those that do not begin with "v=STSv1;" are discarded; exactly one must remain.
    if (kept.size() > 1 || (kept.isEmpty() && set.candidates.size() > 1)) {
        set.state = StsRecordSet::State::Multiple;
        set.record = parseStsRecord(kept.isEmpty() ? set.candidates.constFirst() : kept.constFirst());
    } else if (kept.size() == 1) {
        set.state = StsRecordSet::State::One;
        set.record = parseStsRecord(kept.constFirst());
    } else if (set.candidates.size() == 1) {
        set.state = joinedValues.size() == 1 ? StsRecordSet::State::One : StsRecordSet::State::Absent;
        set.record = parseStsRecord(set.candidates.constFirst());
    } else {
        const auto similar = std::find_if(set.unrelated.cbegin(), set.unrelated.cend(), looksLikeSts);
        if (similar != set.unrelated.cend()) {
            set.state = StsRecordSet::State::WrongVersion;
            set.record = parseStsRecord(*similar);
        }
    }
    return set;
}

} // namespace mta
