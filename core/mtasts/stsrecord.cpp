// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/stsrecord.h"

#include "base/versionedrecord.h"

#include <algorithm>

namespace mta
{

namespace
{

constexpr QByteArrayView versionTag = "v=STSv1"; // RFC 8461 §3.1 sts-version, case-sensitive
constexpr qsizetype maxExcerpt = 80;

// Why an id is not 1*32(ALPHA / DIGIT) (RFC 8461 §3.1); empty when it is.
QString faultOfId(const QByteArray &id)
{
    if (id.isEmpty())
        return QStringLiteral("id-empty");
    const bool plain = std::all_of(id.begin(), id.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (!plain)
        return QStringLiteral("id-characters");
    return id.size() > 32 ? QStringLiteral("id-too-long") : QString();
}

bool looksLikeSts(const QByteArray &value)
{
    const QByteArray plain = undecorated(value).toLower();
    QByteArray dense = plain;
    dense.removeIf([](char c) { return c == ' ' || c == '\t'; });
    if (dense.startsWith("v=sts"))
        return true;
    const TagList list = parseTagList(plain);
    return std::any_of(list.tags.begin(), list.tags.end(), [](const Tag &tag) { return tag.name == "id"; });
}

} // namespace

StsRecord parseStsRecord(const QByteArray &joined)
{
    StsRecord record;
    record.raw = joined;
    if (const auto fault = versionFault(joined, versionTag))
        record.errors.append(*fault);
    const TagList list = parseTagList(joined);
    record.errors += list.errors;
    const auto complainOfId = [&record](qsizetype offset, const QString &reason) {
        record.errors.append({1, static_cast<int>(offset) + 1, reason, record.id.left(maxExcerpt)});
    };
    for (qsizetype i = 0; i < list.tags.size(); ++i) {
        const Tag &tag = list.tags.at(i);
        if (i == 0 && undecorated(tag.name).toLower() == "v")
            continue;
        if (tag.name == "id" && !record.hasId) { // RFC 8461 §3.1: of a repeated field all but the first are ignored
            record.hasId = true;
            record.id = tag.value;
            const QString fault = faultOfId(tag.value);
            record.idValid = fault.isEmpty();
            if (!record.idValid)
                complainOfId(tag.offset + tag.name.size() + 1, fault);
            continue;
        }
        record.extensions.append(tag);
        if (const auto fault = extensionFault(tag))
            record.errors.append(*fault);
    }
    if (!record.hasId)
        complainOfId(joined.size(), QStringLiteral("id-missing")); // RFC 8461 §3.1: id is required
    return record;
}

std::optional<QByteArray> stsRecordText(const QByteArray &id)
{
    if (!faultOfId(id).isEmpty())
        return std::nullopt;
    return "v=STSv1; id=" + id + ';';
}

StsRecordSet selectStsRecord(const QList<QByteArray> &joinedValues)
{
    const VersionedSelection selection = selectVersioned(joinedValues, versionTag, looksLikeSts);
    StsRecordSet set;
    set.candidates = selection.candidates;
    set.unrelated = selection.unrelated;
    switch (selection.state) {
    case VersionedSelection::State::Absent:
        set.state = StsRecordSet::State::Absent;
        break;
    case VersionedSelection::State::Multiple:
        set.state = StsRecordSet::State::Multiple;
        break;
    case VersionedSelection::State::Similar:
        set.state = StsRecordSet::State::WrongVersion;
        break;
    case VersionedSelection::State::One:
        set.state = StsRecordSet::State::One;
        break;
    }
    if (!selection.chosen.isNull())
        set.record = parseStsRecord(selection.chosen);
    return set;
}

} // namespace mta
