// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/urimends.h"

#include "base/editdistance.h"
#include "tlsrpt/reporturi.h"

#include <QRegularExpression>
#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype longestMended = 2048; // more than any address that somebody typed

/// "<mailto:a@example.com>", "'https://...'", "mailto:a@example.com."
QByteArray bare(QByteArray text)
{
    constexpr QByteArrayView openings = "<\"'`([ \t";
    constexpr QByteArrayView endings = ">\"'`)] \t.";
    while (!text.isEmpty() && openings.contains(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && endings.contains(text.back()))
        text.chop(1);
    return text;
}

QByteArray orNothing(const QByteArray &text)
{
    return parseReportUri(text).valid ? text : QByteArray();
}

/// RFC 7489 §6.2 lets a size follow the address, "!10m"; RFC 8460 §3 does not, and knows no sizes.
QByteArray withoutSize(const QByteArray &text)
{
    static const QRegularExpression size(QStringLiteral("@[^/]*(![0-9]{1,18}[kmgt]?)$"), QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = size.match(QString::fromLatin1(text)).capturedStart(1);
    return at > 0 ? text.first(at) : text;
}

/// "mailo:a@example.com", "htps://example.com/". Not "http:": whoever wrote it may not offer another.
QByteArray withScheme(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0) { // "mailtoa@example.com" has lost its colon or more
        const bool address = text.count('@') == 1 && !text.toLower().startsWith("mailto");
        return address ? orNothing("mailto:" + text) : QByteArray();
    }
    const QByteArray scheme = text.first(colon).trimmed().toLower();
    const QByteArray rest = text.sliced(colon + 1).trimmed();
    if (scheme == "http" || scheme.size() > 16)
        return {};
    if (rest.contains('@') && editDistance(scheme, "mailto") <= 2)
        return orNothing("mailto:" + rest);
    return rest.startsWith("//") && editDistance(scheme, "https") <= 1 ? orNothing("https:" + rest) : QByteArray();
}

QByteArray meantUri(const QByteArray &written)
{
    if (written.size() > longestMended)
        return {};
    if (parseReportUri(written).valid)
        return written;
    const QByteArray text = bare(written);
    const QByteArray unsized = withoutSize(text);
    const QByteArray encoded = QByteArray(unsized).replace('!', "%21"); // RFC 8460 §3: "!" MUST be encoded
    const QByteArray readings[] = {orNothing(text), orNothing(unsized), orNothing(encoded), withScheme(encoded)};
    const auto first = std::find_if(std::begin(readings), std::end(readings), [](const QByteArray &each) { return !each.isEmpty(); });
    return first == std::end(readings) ? QByteArray() : *first;
}

} // namespace

QByteArray meantReportUris(const QByteArray &written)
{
    if (const QByteArray one = meantUri(written); !one.isEmpty())
        return one;
    QByteArrayList words = written.left(longestMended + 1).simplified().split(' ');
    if (words.size() == 2 && words.constFirst().endsWith(':')) // "mailto: a@example.com"
        return meantUri(words.join());
    std::transform(words.begin(), words.end(), words.begin(), meantUri);
    const bool all = std::none_of(words.cbegin(), words.cend(), [](const QByteArray &word) { return word.isEmpty(); });
    return all ? words.join(',') : QByteArray();
}

bool continuesUri(const QByteArray &uri, const QByteArray &next)
{
    const ReportUri before = parseReportUri(uri);
    const bool hasPath = before.valid && !before.mail && uri.indexOf('/', 8) > 0;
    QByteArray first = next;
    for (const char end : {'/', '?', '#'})
        first.truncate(first.indexOf(end) < 0 ? first.size() : first.indexOf(end));
    const bool plain = !first.contains('.') && !first.contains('@') && !first.contains(':') && !first.contains('=');
    return hasPath && !next.isEmpty() && plain && parseReportUri(uri + next).valid;
}

} // namespace mta
