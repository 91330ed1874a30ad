// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/versionedrecord.h"

#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxExcerpt = 80;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

SyntaxError errorAt(qsizetype offset, const QString &reason, const QByteArray &excerpt)
{
    return {1, static_cast<int>(offset) + 1, reason, excerpt.left(maxExcerpt)};
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '\\';
}

} // namespace

bool beginsWithVersion(const QByteArray &value, QByteArrayView version)
{
    if (!value.startsWith(version))
        return false;
    if (value.size() == version.size())
        return true;
    const char next = value.at(version.size());
    return !isLetterOrDigit(next) && next != '.' && next != '-' && next != '_';
}

QByteArray undecorated(const QByteArray &value)
{
    QByteArray plain = value;
    plain.removeIf(isQuote);
    return plain.trimmed();
}

std::optional<SyntaxError> versionFault(const QByteArray &value, QByteArrayView version)
{
    if (!beginsWithVersion(value, version)) {
        const auto first = std::find_if(value.begin(), value.end(), [](char c) { return c != ' ' && c != '\t'; });
        if (beginsWithVersion(value.mid(first - value.begin()), version))
            return std::nullopt; // white space in front: the tag list complains of it
        const bool pasted = std::any_of(value.begin(), value.end(), isQuote) && beginsWithVersion(undecorated(value), version);
        return errorAt(0, pasted ? QStringLiteral("quotes") : QStringLiteral("version"), value);
    }
    qsizetype at = version.size();
    while (at < value.size() && (value.at(at) == ' ' || value.at(at) == '\t'))
        ++at;
    if (at == value.size() || value.at(at) == ';')
        return std::nullopt;
    return errorAt(at, isQuote(value.at(at)) ? QStringLiteral("quotes") : QStringLiteral("no-delimiter"), value.mid(at));
}

bool isExtensionValue(const QByteArray &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet >= 0x21 && octet <= 0x7e && c != ';' && c != '=';
    });
}

std::optional<SyntaxError> extensionFault(const Tag &tag)
{
    if (isExtensionValue(tag.value))
        return std::nullopt;
    return errorAt(tag.offset + tag.name.size() + 1, QStringLiteral("bad-value"), tag.value);
}

VersionedSelection selectVersioned(const QList<QByteArray> &joinedValues, QByteArrayView version, bool (*similar)(const QByteArray &))
{
    using State = VersionedSelection::State;
    VersionedSelection result;
    QList<QByteArray> kept;
    for (const QByteArray &value : joinedValues) {
        const bool candidate = beginsWithVersion(value, version);
        (candidate ? result.candidates : result.unrelated).append(value);
        if (candidate && value.mid(version.size(), 1) == ";")
            kept.append(value);
    }
    // RFC 8461 §3.1, RFC 8460 §3: of several records those that do not begin with the version and ";" are discarded, and exactly one
    // must remain.
    if (kept.isEmpty() && result.candidates.size() > 1)
        kept = result.candidates;
    if (!kept.isEmpty()) {
        result.state = kept.size() == 1 ? State::One : State::Multiple;
        result.chosen = kept.constFirst();
    } else if (!result.candidates.isEmpty()) {
        result.state = joinedValues.size() == 1 ? State::One : State::Absent;
        result.chosen = result.candidates.constFirst();
    } else if (const auto meant = std::find_if(joinedValues.cbegin(), joinedValues.cend(), similar); meant != joinedValues.cend()) {
        result.state = State::Similar;
        result.chosen = *meant;
    }
    return result;
}

} // namespace mta
