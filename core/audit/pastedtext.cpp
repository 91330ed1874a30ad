// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/pastedtext.h"

#include <QRegularExpression>
#include <optional>

namespace mta
{

namespace
{

struct Lookalike {
    QByteArrayView octets;
    const char *meant;
};

// No record has these: it is US-ASCII (RFC 8461 §3.1, RFC 8460 §3).
constexpr Lookalike lookalikes[] = {
    {"\xc2\xa0", " "},                                                // no-break space
    {"\xe2\x80\x8b", ""}, {"\xe2\x81\xa0", ""}, {"\xef\xbb\xbf", ""}, // without any width
    {"\xe2\x80\x98", ""}, {"\xe2\x80\x99", ""}, {"\xe2\x80\x9a", ""}, // single quotation marks
    {"\xe2\x80\x9c", ""}, {"\xe2\x80\x9d", ""}, {"\xe2\x80\x9e", ""}, // double ones
    {"\xc2\xab", ""},     {"\xc2\xbb", ""},
};

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || isLineEnd(c);
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QList<TextEdit> withoutLookalikes(const QByteArray &value)
{
    QList<TextEdit> edits;
    for (const Lookalike &each : lookalikes) {
        for (qsizetype at = value.indexOf(each.octets); at >= 0; at = value.indexOf(each.octets, at + 1))
            edits.append({at, each.octets.size(), each.meant});
    }
    return edits;
}

// Up to the data of a TXT record in the line of a zone file, or in what dig, host and nslookup print.
const QString lineOfRecord =
    QStringLiteral("^\\s*(?:[a-z0-9_.@*-]{1,255}\\s+)??(?:\\d{1,10}[smhdw]?\\s+)?(?:in\\s+)?(?:\\d{1,10}[smhdw]?\\s+)?"
                   "(?:txt\\s|descriptive text\\s|text\\s*=)\\s*");

bool isLineOfRecord(const QByteArray &line)
{
    static const QRegularExpression record(lineOfRecord, QRegularExpression::CaseInsensitiveOption);
    return record.match(QString::fromLatin1(line.left(1024))).hasMatch();
}

/// Where the data begin in such a line; 0 where it is none.
qsizetype dataOffset(const QByteArray &value)
{
    static const QRegularExpression line(lineOfRecord + QStringLiteral("(?=[\"(v])"), QRegularExpression::CaseInsensitiveOption);
    return line.match(QString::fromLatin1(value.left(1024))).capturedEnd();
}

/// RFC 1035 §5.1: "\DDD" is an octet, any other escaped character itself. Appends the edit for the escape at `at` and gives its length.
qsizetype unescape(const QByteArray &value, qsizetype at, QList<TextEdit> &edits)
{
    const QByteArray number = value.mid(at + 1, 3);
    if (number.size() == 3 && std::all_of(number.begin(), number.end(), isDigit) && number.toInt() < 256) {
        edits.append({at, 4, QByteArray(1, static_cast<char>(number.toInt()))});
        return 4;
    }
    edits.append({at, 1, {}});
    return 2;
}

/// From `from` on nothing but character-strings in quotation marks, white space, parentheses and a comment (RFC 1035 §5.1).
std::optional<QList<TextEdit>> quotedStrings(const QByteArray &value, qsizetype from)
{
    QList<TextEdit> edits;
    qsizetype outside = 0; // where what does not belong to the value begins
    bool any = false;
    for (qsizetype at = from; at < value.size();) {
        const char c = value.at(at);
        if (c == ';' && any) { // up to the end of the line; outside of a zone file's line it may be a delimiter
            if (from == 0 && value.indexOf('=', at) > 0)
                return std::nullopt;
            while (at < value.size() && !isLineEnd(value.at(at)))
                ++at;
        } else if (isBlank(c) || c == '(' || c == ')') {
            ++at;
        } else if (c == '"') {
            any = true;
            edits.append({outside, at + 1 - outside, {}});
            for (++at; at < value.size() && value.at(at) != '"';)
                at += value.at(at) == '\\' ? unescape(value, at, edits) : 1;
            if (at >= value.size())
                return std::nullopt; // never closed
            outside = at++;
        } else {
            return std::nullopt;
        }
    }
    if (!any)
        return std::nullopt;
    edits.append({outside, value.size() - outside, {}});
    return edits;
}

/// Escapes, and quotation marks that stand around the value or between its strings.
void dropMarks(const QByteArray &value, qsizetype from, qsizetype to, QList<TextEdit> &edits)
{
    qsizetype first = from;
    while (first < to && isQuote(value.at(first)))
        ++first;
    if (first > from)
        edits.append({from, first - from, {}});
    static const QByteArrayList keys{"id", "rua"};
    const QByteArray lastField = value.mid(value.lastIndexOf(';', std::max<qsizetype>(0, to - 1)) + 1).trimmed();
    qsizetype last = to;
    // A quotation mark may end the value of an extension, but neither an id nor an address.
    if (first > from || isQuote(lastField.isEmpty() ? ' ' : lastField.front()) || keys.contains(lastField.left(lastField.indexOf('='))))
        while (last > first && isQuote(value.at(last - 1)))
            --last;
    if (last < to)
        edits.append({last, to - last, {}});
    for (qsizetype at = first; at + 1 < last; ++at) {
        if (value.at(at) == '\\' && (value.at(at + 1) == ';' || value.at(at + 1) == '"')) {
            edits.append({at, value.at(at + 1) == '"' ? 2 : 1, {}});
            ++at;
        } else if (value.at(at) == '"') {
            qsizetype end = at + 1;
            while (end < last && isBlank(value.at(end)))
                ++end;
            if (end > at + 1 && end < last && value.at(end) == '"')
                edits.append({at, end + 1 - at, {}});
        }
    }
}

/// Lines that were broken behind or in front of a delimiter.
void joinLines(const QByteArray &value, qsizetype from, qsizetype to, QList<TextEdit> &edits)
{
    for (qsizetype at = from; at < to; ++at) {
        if (!isLineEnd(value.at(at)))
            continue;
        qsizetype end = at;
        while (end < to && isBlank(value.at(end)))
            ++end;
        qsizetype before = at;
        while (before > from && isBlank(value.at(before - 1)))
            --before;
        const auto delimits = [](char c) { return c == ';' || c == ','; };
        if ((before > from && delimits(value.at(before - 1))) || (end < to && delimits(value.at(end))))
            edits.append({at, end - at, {}});
        at = end;
    }
}

QList<TextEdit> looseMarks(const QByteArray &value, qsizetype from)
{
    QList<TextEdit> edits;
    qsizetype to = value.size();
    while (to > from && isBlank(value.at(to - 1)))
        --to;
    const qsizetype written = from;
    while (from < to && isBlank(value.at(from)))
        ++from;
    const QByteArray head = value.first(from);
    const QByteArray tail = value.sliced(to);
    if (written > 0 || std::any_of(head.begin(), head.end(), isLineEnd))
        edits.append({0, from, {}});
    if (written > 0 || std::any_of(tail.begin(), tail.end(), isLineEnd)) // blanks alone are a mistake of their own
        edits.append({to, tail.size(), {}});
    dropMarks(value, from, to, edits);
    joinLines(value, from, to, edits);
    edits.removeIf([](const TextEdit &edit) { return edit.length == 0; });
    return edits;
}

bool isOneRecord(const QByteArray &value)
{
    static const QRegularExpression version(QStringLiteral("v\\s*=\\s*[\"']?(sts|tlsrpt)v?1"), QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatchIterator matches = version.globalMatch(QString::fromLatin1(value));
    if (matches.hasNext())
        matches.next();
    return !matches.hasNext();
}

/// Strings in quotation marks stand in several lines, and no parentheses hold them together (RFC 1035 §5.1).
bool hasLinesOfStrings(const QByteArray &value)
{
    bool closed = false; // nothing but blanks and a comment since the last quotation mark
    bool ended = false;  // and the line of it
    bool comment = false;
    for (const char c : value) {
        if (isLineEnd(c)) {
            ended = closed;
            comment = false;
        } else if (c == '(' && !closed) {
            return false;
        } else if (c == '"' && !comment) {
            if (ended)
                return true;
            closed = true;
        } else if (c == ';' && closed) {
            comment = true;
        } else if (!comment && !isBlank(c)) {
            closed = ended = false;
        }
    }
    return false;
}

} // namespace

bool holdsSeveralLines(const QByteArray &value)
{
    const QByteArrayList lines = value.trimmed().split('\n');
    return hasLinesOfStrings(value) || std::any_of(lines.cbegin() + 1, lines.cend(), isLineOfRecord);
}

QList<TextEdit> unwrapping(const QByteArray &value)
{
    if (!isOneRecord(value) || holdsSeveralLines(value)) // which of them was meant?
        return {};
    if (const QList<TextEdit> edits = withoutLookalikes(value); !edits.isEmpty())
        return edits;
    const qsizetype data = std::max<qsizetype>(0, dataOffset(value));
    if (const auto edits = quotedStrings(value, data))
        return *edits;
    return looseMarks(value, data);
}

} // namespace mta
