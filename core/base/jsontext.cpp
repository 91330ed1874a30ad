// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>
#include <algorithm>

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

/// An object or an array that is open, and the member or entry of it that is being read.
struct Open {
    bool isObject = false;
    bool nameIsDue = false; ///< the next string is a name, and no value
    QSet<QByteArray> names;
    QByteArray name;
    qsizetype index = 0;
};

/// Where the string that begins with the quotation mark at `begin` has its end.
qsizetype endOfString(const QByteArray &json, qsizetype begin)
{
    qsizetype end = begin + 1;
    while (end < json.size() && json.at(end) != '"')
        end += json.at(end) == '\\' ? 2 : 1;
    return end;
}

/// RFC 8259 §7: a name may be written in several ways.
QByteArray unescaped(const QByteArray &text)
{
    if (!text.contains('\\'))
        return text;
    return QJsonDocument::fromJson("[\"" + text + "\"]").array().at(0).toString().toUtf8();
}

QString pointerTo(const QList<Open> &path)
{
    QString pointer;
    for (const Open &open : path) {
        const QString name = open.isObject ? QString::fromUtf8(open.name) : QString::number(open.index);
        pointer += u'/' + QString(name).replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    }
    return pointer;
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

QString repeatedJsonMember(const QByteArray &json)
{
    QList<Open> path;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (c == '{' || c == '[') {
            path.append({c == '{', c == '{', {}, {}, 0});
        } else if (c == '}' || c == ']') {
            path.removeLast();
        } else if (c == ',') {
            path.last().nameIsDue = path.last().isObject;
            ++path.last().index;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, i);
            if (std::exchange(path.last().nameIsDue, false)) {
                path.last().name = unescaped(json.sliced(i + 1, end - i - 1));
                if (path.last().names.contains(path.last().name))
                    return pointerTo(path);
                path.last().names.insert(path.last().name);
            }
            i = end;
        }
    }
    return {};
}

} // namespace mta
