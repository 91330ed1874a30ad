// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/zonequoting.h"

#include <algorithm>

namespace mta
{

namespace
{

constexpr qsizetype maxCharacterString = 255; // RFC 1035 §3.3

bool printable(char c)
{
    return c >= ' ' && c <= '~';
}

QByteArray quoted(const QByteArray &value, int base)
{
    QByteArray text;
    qsizetype at = 0;
    do {
        text += text.isEmpty() ? "\"" : " \"";
        const qsizetype end = std::min(at + maxCharacterString, value.size());
        for (; at < end; ++at) {
            const char c = value[at];
            if (c == '"' || c == '\\')
                text += '\\';
            if (printable(c))
                text += c;
            else
                text += '\\' + QByteArray::number(static_cast<quint8>(c), base).rightJustified(3, '0');
        }
        text += '"';
    } while (at < value.size());
    return text;
}

} // namespace

QByteArray quotedStrings(const QByteArray &value)
{
    return quoted(value, 10);
}

QByteArray quotedStringsOctal(const QByteArray &value)
{
    return quoted(value, 8);
}

bool isPrintable(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), printable);
}

QByteArray jsonLiteral(const QByteArray &text)
{
    QByteArray escaped = text;
    return '"' + escaped.replace('\\', "\\\\").replace('"', "\\\"") + '"'; // RFC 8259 §7
}

QByteArray hclLiteral(const QByteArray &text)
{
    // A template would begin with ${ or %{. Doubling the first character is ambiguous after another one; a number is not.
    return jsonLiteral(text).replace("${", "\\u0024{").replace("%{", "\\u0025{");
}

QByteArray powerShellLiteral(const QByteArray &text)
{
    QByteArray escaped = text;
    return '\'' + escaped.replace('\'', "''") + '\'';
}

} // namespace mta
