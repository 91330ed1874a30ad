// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <vector>

namespace mta
{

namespace
{

bool hides(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
        return c != '\n'; // between the members; within strings it is escaped already
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QByteArray inertJson(const QByteArray &json)
{
    // Nothing of that kind is in printable ASCII.
    if (std::all_of(json.cbegin(), json.cend(), [](char c) { return c == '\n' || (c >= ' ' && c < 0x7f); }))
        return json;
    QString result;
    result.reserve(json.size());
    const QString text = QString::fromUtf8(json);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const QStringView units = QStringView(text).mid(i, pair ? 2 : 1);
        const char32_t c = pair ? QChar::surrogateToUcs4(units[0], units[1]) : units[0].unicode();
        if (!hides(c)) {
            result += units;
        } else {
            for (const QChar unit : units) // RFC 8259 §7
                result += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
        }
        i += units.size() - 1;
    }
    return result.toUtf8();
}

namespace
{

/// Where the string ends that begins at `quote`: behind its closing quote.
qsizetype endOfString(const QByteArray &json, qsizetype quote)
{
    qsizetype i = quote + 1;
    while (i < json.size() && json.at(i) != '"')
        i += json.at(i) == '\\' ? 2 : 1;
    return std::min(i + 1, json.size());
}

} // namespace

QString repeatedName(const QByteArray &json)
{
    std::vector<QSet<QString>> objects; // those that are open at this place
    QByteArray string;
    for (qsizetype i = 0; i < json.size();) {
        const char c = json.at(i);
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            string = json.mid(i, end - i);
            i = end;
            continue;
        }
        if (c == '{')
            objects.emplace_back();
        else if (c == '}' && !objects.empty())
            objects.pop_back();
        if (c == ':' && !objects.empty()) {
            // The same name can be spelt in several ways.
            const QString name = QJsonDocument::fromJson('[' + string + ']').array().at(0).toString();
            if (objects.back().contains(name))
                return name;
            objects.back().insert(name);
        }
        ++i;
    }
    return {};
}

} // namespace mta
