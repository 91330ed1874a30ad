// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/wiretext.h"
#include "store/words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <concepts>

namespace mta
{

/// Times in saved files: RFC 3339, UTC, milliseconds. Empty for an invalid time, and for one after the year 9999.
QString timeText(const QDateTime &time);

/// Writes the members of a struct as a JSON object. The function `members(archive, value)` of each type names its members once, for
/// this class and for JsonReader.
class JsonWriter
{
public:
    static constexpr bool writing = true;

    /// A member of any type but octets and lists.
    template<class T>
    void member(const char *name, const T &value)
    {
        readable(name, toJson(value));
    }
    /// Octets without a meaning as text.
    void octets(const char *name, const QByteArray &value, qsizetype /*limit*/) { readable(name, QLatin1String(value.toBase64())); }
    /// Octets that are text most of the time: their visible form stands beside them, under the name with "Text".
    void text(const char *name, const QByteArray &value, qsizetype limit)
    {
        octets(name, value, limit);
        readable(QByteArray(name) + "Text", visibleLines(value));
    }
    template<class T>
    void list(const char *name, const QList<T> &values, qsizetype /*limit*/)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(toJson(value));
        readable(name, array);
    }
    /// What is written for people and other programs only; it is worked out again when the file is read.
    void readable(const QByteArray &name, const QJsonValue &value) { m_object.insert(QLatin1String(name), value); }

    const QJsonObject &object() const { return m_object; }

    static QJsonValue toJson(bool value) { return value; }
    template<std::integral T>
    static QJsonValue toJson(T value)
    {
        return static_cast<qint64>(value);
    }
    static QJsonValue toJson(const QString &value) { return value; }
    static QJsonValue toJson(std::chrono::milliseconds value) { return static_cast<qint64>(value.count()); }
    static QJsonValue toJson(const QDateTime &value)
    {
        const QString text = timeText(value);
        return text.isEmpty() ? QJsonValue() : text;
    }
    static QJsonValue toJson(const QHostAddress &value) { return value.toString(); }
    static QJsonValue toJson(const QByteArray &value) { return QLatin1String(value.toBase64()); }
    template<class T>
    requires std::is_enum_v<T>
    static QJsonValue toJson(T value) { return QLatin1String(word(value)); }
    template<class T>
    static QJsonValue toJson(const std::optional<T> &value)
    {
        return value ? toJson(*value) : QJsonValue();
    }
    template<class T>
    requires(std::is_class_v<T>) static QJsonValue toJson(const T &value)
    {
        JsonWriter writer;
        members(writer, value);
        return writer.object();
    }

private:
    QJsonObject m_object;
};

} // namespace mta
