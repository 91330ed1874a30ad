// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/editabletext.h"

#include <QList>

namespace mta
{

namespace
{

constexpr char32_t patterns = 0x2800; ///< 256 of them

bool isPattern(char32_t c)
{
    return c >= patterns && c < patterns + 0x100;
}

/// Signs of our own, what an editor takes for the end of a paragraph, and what cannot be seen.
bool mustBeSpelt(char32_t c)
{
    if (c == carriageReturnSign.unicode() || isPattern(c) || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
        (c >= 0xFDD0 && c <= 0xFDEF))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return c != ' ';
    default:
        return c == 0xFFFC; // what a text document puts where an object is
    }
}

/// Octets of the UTF-8 sequence that begins here (RFC 3629 §4); 0 where none does.
int sequenceLength(QByteArrayView octets)
{
    const auto lead = static_cast<uchar>(octets.front());
    const int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    return length <= octets.size() && octets.first(length).isValidUtf8() ? length : 0;
}

void appendSpelt(QString &text, QByteArrayView octets)
{
    for (char octet : octets)
        text += QChar(static_cast<char16_t>(patterns + static_cast<uchar>(octet)));
}

QByteArray octetsOf(char32_t c, QStringView written)
{
    if (isPattern(c))
        return QByteArray(1, static_cast<char>(c - patterns));
    if (c == carriageReturnSign.unicode())
        return "\r";
    return written.toUtf8();
}

/// Calls `take` with each character's code point and the characters it is written with, until that returns false.
template<class Take>
void eachCharacter(QStringView text, Take take)
{
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        if (!take(at, c, text.sliced(at, pair ? 2 : 1)))
            return;
        at += pair ? 2 : 1;
    }
}

} // namespace

QString editableText(const QByteArray &octets)
{
    QString text;
    text.reserve(octets.size());
    for (QByteArrayView rest = octets; !rest.isEmpty();) {
        const int length = sequenceLength(rest);
        const QByteArrayView sequence = rest.first(qMax(1, length));
        rest = rest.sliced(sequence.size());
        const auto lead = static_cast<uchar>(sequence.front());
        if (lead == '\r')
            text += carriageReturnSign;
        else if (length == 0 || (lead < 0x20 && lead != '\n' && lead != '\t'))
            appendSpelt(text, sequence);
        else if (const QString character = QString::fromUtf8(sequence); // empty: a byte order mark
                 character.isEmpty() || mustBeSpelt(character.toUcs4().constFirst()))
            appendSpelt(text, sequence);
        else
            text += character;
    }
    return text;
}

QByteArray octetsOf(QStringView text)
{
    QByteArray octets;
    octets.reserve(text.size());
    eachCharacter(text, [&octets](qsizetype, char32_t c, QStringView written) {
        octets += octetsOf(c, written);
        return true;
    });
    return octets;
}

qsizetype positionOfColumn(QStringView line, int column)
{
    qsizetype position = line.size();
    qsizetype before = 0;
    eachCharacter(line, [&](qsizetype at, char32_t c, QStringView written) {
        if (before >= column - 1) {
            position = at;
            return false;
        }
        before += octetsOf(c, written).size();
        return true;
    });
    return position;
}

} // namespace mta
