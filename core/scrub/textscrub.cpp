// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scrub/textscrub.h"

#include "scrub/vocabulary.h"

#include <QRegularExpression>
#include <algorithm>

namespace mta
{

namespace
{

/// What is looked for, the first that fits; whatever lies between stays. Octets are read as Latin-1, so that one is one character.
/// Repetitions are bounded, so that no text takes long.
const QRegularExpression &pieces()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"((?<code>^[0-9]{3}[- ]))"
        R"(|%(?<percent>[0-9A-Fa-f]{2}))"
        R"(|&#(?<entity>[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});)"
        R"(|\\(?<escape>[0-9]{3}))"
        R"(|(?<local>[A-Za-z0-9.%+_'*~{}|$^`-]{1,320}+(?=@)))"
        R"(|(?<v6>(?:(?<=IPv6:)|(?<![0-9A-Za-z.:]))(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4})(?![0-9A-Za-z:])))"
        R"(|(?<v4>(?<![0-9A-Za-z_-])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9A-Za-z_-]|\.[0-9A-Za-z_])))"
        R"(|(?<name>(?:\*\.)?(?:[A-Za-z0-9_][A-Za-z0-9_-]{0,255}\.){1,127}[A-Za-z0-9_-]{0,255}[A-Za-z][A-Za-z0-9_-]*))"
        R"(|(?<word>[A-Za-z0-9][A-Za-z0-9_-]*))"
        R"(|(?<utf8>[\x{c2}-\x{df}][\x{80}-\x{bf}]|[\x{e0}-\x{ef}][\x{80}-\x{bf}]{2}|[\x{f0}-\x{f4}][\x{80}-\x{bf}]{3}))"));
    return pattern;
}

bool isNumber(const QByteArray &word)
{
    return std::all_of(word.cbegin(), word.cend(), isAsciiDigit);
}

/// Figures that may stay: short ones, days, and in records and policies what is counted or tells the time.
bool figuresStay(const QByteArray &word, TextKind kind)
{
    static const QRegularExpression day(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    static const QRegularExpression stamp(QStringLiteral("^([0-9]{1,17}Z?|[0-9]{8}T[0-9]{4,6}Z?|[0-9]{1,10}[kmgt])$"));
    if (isNumber(word) && word.size() <= 5)
        return true;
    const QString text = QString::fromLatin1(word);
    return day.match(text).hasMatch() || (kind == TextKind::Grammar && stamp.match(text).hasMatch());
}

QByteArray scrubbedWord(const QByteArray &word, Pseudonyms &pseudonyms, TextKind kind)
{
    if (isKnownWord(word) || figuresStay(word, kind) || (kind == TextKind::Grammar && resemblesKeyword(word)))
        return word;
    return pseudonyms.word(word);
}

QByteArray scrubbedName(const QString &name, Pseudonyms &pseudonyms)
{
    const bool loud = std::any_of(name.cbegin(), name.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    const QString made = pseudonyms.name(name.toLower());
    return (loud ? made.toUpper() : made).toLatin1();
}

/// Letters of other alphabets become one letter of theirs; spaces, marks and invisible characters matter to findings, and stay.
QByteArray scrubbedCharacter(const QByteArray &utf8)
{
    const QList<uint> points = QString::fromUtf8(utf8).toUcs4();
    if (points.size() != 1 || !QChar::isLetterOrNumber(points.first()))
        return utf8;
    return utf8.size() == 2 ? QByteArray("\xc3\xb6") : utf8.size() == 3 ? QByteArray("\xe4\xb8\x80") : QByteArray("\xf0\xa0\x80\x80");
}

/// Characters in one of the forms that keep them from being read as themselves. Signs stay, for findings are about some of them.
QByteArray scrubbedCoded(const QString &text, uint point, const char *x)
{
    const bool sign = point < 0x80 && !isAsciiLetter(static_cast<char>(point)) && !isAsciiDigit(static_cast<char>(point));
    return sign ? text.toLatin1() : QByteArray(x);
}

QByteArray scrubbedAddress(const QString &text, Pseudonyms &pseudonyms, TextKind kind)
{
    const QHostAddress address(text);
    if (!address.isNull())
        return pseudonyms.address(address).toString().toLatin1();
    // Not an address after all: a time, or figures.
    QByteArray made;
    for (const QString &part : text.split(QRegularExpression(QStringLiteral("(?<=[:.])|(?=[:.])")), Qt::SkipEmptyParts))
        made += part.front().isLetterOrNumber() ? scrubbedWord(part.toLatin1(), pseudonyms, kind) : part.toLatin1();
    return made;
}

/// What lies between has neither letters nor figures. If it had, the search would have given up, and what it did not look at must not stay.
QByteArray between(const QString &text)
{
    QByteArray octets = text.toLatin1();
    if (std::any_of(octets.cbegin(), octets.cend(), [](char c) { return isAsciiLetter(c) || isAsciiDigit(c); }))
        octets.fill('x');
    return octets;
}

QByteArray replacement(const QRegularExpressionMatch &match, Pseudonyms &pseudonyms, TextKind kind)
{
    const QString text = match.captured();
    const auto is = [&](const char *name) { return match.capturedStart(QLatin1String(name)) >= 0; };
    if (is("code"))
        return text.toLatin1();
    if (is("percent")) // RFC 3986 §2.1
        return scrubbedCoded(text, match.captured(QStringLiteral("percent")).toUInt(nullptr, 16), "%78");
    if (is("entity")) {
        const QString number = match.captured(QStringLiteral("entity"));
        const bool hexadecimal = !number.front().isDigit();
        return scrubbedCoded(text, hexadecimal ? number.mid(1).toUInt(nullptr, 16) : number.toUInt(), "&#120;");
    }
    if (is("escape")) // RFC 1035 §5.1
        return scrubbedCoded(text, match.captured(QStringLiteral("escape")).toUInt(), "\\120");
    if (is("local"))
        return pseudonyms.localPart(text).toLatin1();
    if (is("v6") || is("v4"))
        return scrubbedAddress(text, pseudonyms, kind);
    if (is("name"))
        return isKnownWord(text.toLatin1()) ? text.toLatin1() : scrubbedName(text, pseudonyms);
    if (is("word"))
        return scrubbedWord(text.toLatin1(), pseudonyms, kind);
    return scrubbedCharacter(text.toLatin1());
}

} // namespace

QByteArray scrubbedText(const QByteArray &text, Pseudonyms &pseudonyms, TextKind kind)
{
    const QString latin = QString::fromLatin1(text);
    QByteArray made;
    qsizetype done = 0;
    for (auto it = pieces().globalMatch(latin); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        made += between(latin.mid(done, match.capturedStart() - done));
        made += replacement(match, pseudonyms, kind);
        done = match.capturedEnd();
    }
    return made + between(latin.mid(done));
}

QString scrubbedText(const QString &text, Pseudonyms &pseudonyms, TextKind kind)
{
    return QString::fromUtf8(scrubbedText(text.toUtf8(), pseudonyms, kind));
}

QByteArrayList scrubbedStrings(const QByteArrayList &strings, Pseudonyms &pseudonyms)
{
    constexpr qsizetype most = 255;
    const QByteArray joined = strings.join();
    const QByteArray lower = joined.toLower();
    const bool grammar = lower.contains("sts") || lower.contains("tlsrpt") || lower.startsWith("v=");
    QByteArray left = scrubbedText(joined, pseudonyms, grammar ? TextKind::Grammar : TextKind::Free);
    QByteArrayList made;
    for (const QByteArray &string : strings) {
        const bool last = made.size() + 1 == strings.size();
        made.append(left.left(last ? most : std::min(string.size(), left.size())));
        left.remove(0, made.last().size());
    }
    for (; !left.isEmpty(); left.remove(0, made.last().size()))
        made.append(left.left(most));
    return made;
}

QByteArray scrubbedHost(const QByteArray &host, Pseudonyms &pseudonyms)
{
    static const QRegularExpression lone(QStringLiteral("^[A-Za-z0-9_-]+$"));
    if (lone.match(QString::fromLatin1(host)).hasMatch())
        return scrubbedName(QString::fromLatin1(host), pseudonyms);
    return scrubbedText(host, pseudonyms);
}

} // namespace mta
