// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/words.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QVarLengthArray>
#include <concepts>
#include <limits>

namespace mta
{

/// Where in a document a value stands, for the sentence about a damaged one; a chain of stack frames.
struct JsonPlace {
    const JsonPlace *parent = nullptr;
    const char *name = nullptr; ///< null in an array
    qsizetype index = 0;

    QString pointer() const; ///< "/domains/0/mx"
};

/// What one reading of a document shares: the first thing found wrong, and certificates read before (hosts share them).
struct JsonReading {
    std::optional<Error> error;
    QHash<QByteArray, Certificate> certificates;

    enum class Fault {
        Kind,    ///< a string where a number is due
        Value,   ///< the kind is right, but the value means nothing here
        TooLong, ///< more octets, characters or entries than an audit can hold
        Unknown, ///< a member nobody asked for, in a strict reading
        Missing, ///< a member that is needed is not there
    };
    bool strict = false;                  ///< unknown members are refused: they would be lost when it is saved again
    QString (*sentence)(Fault) = nullptr; ///< what is said of a fault, %1 the place; of saved audits without one
    void fail(Fault fault, const JsonPlace &place);
};

/// Reads the members of a struct out of a JSON object; the counterpart of JsonWriter. A member that is missing keeps its default, so that
/// members can be added; one that is wrong is an error, and nothing is read after it.
class JsonReader
{
public:
    static constexpr bool writing = false;

    JsonReader(const QJsonObject &object, const JsonPlace &place, JsonReading &reading)
        : m_object(object), m_place(place), m_reading(reading)
    {
    }

    template<class T>
    void member(const char *name, T &value)
    {
        const QJsonValue json = asked(name);
        if (!json.isUndefined())
            read(json, value, {&m_place, name});
    }
    void octets(const char *name, QByteArray &value, qsizetype limit)
    {
        const QJsonValue json = asked(name);
        if (!json.isUndefined())
            readOctets(json, value, limit, {&m_place, name});
    }
    void text(const char *name, QByteArray &value, qsizetype limit) { octets(name, value, limit); }
    template<class T>
    void list(const char *name, QList<T> &values, qsizetype limit)
    {
        const QJsonValue json = asked(name);
        const JsonPlace place{&m_place, name};
        if (json.isUndefined() || !expect(json.isArray(), JsonReading::Fault::Kind, place))
            return;
        const QJsonArray array = json.toArray();
        if (!expect(array.size() <= limit, JsonReading::Fault::TooLong, place))
            return;
        values.clear();
        for (qsizetype i = 0; i < array.size() && !m_reading.error; ++i)
            read(array.at(i), values.emplace_back(), {&place, nullptr, i});
    }

    /// The certificate of these octets, parsed only once per reading.
    Certificate certificate(const QByteArray &der);
    /// Reports a member that is well-formed but means nothing.
    void refuse(const char *name) { m_reading.fail(JsonReading::Fault::Value, {&m_place, name}); }
    /// For members that have no default.
    void need(const char *name)
    {
        if (!m_object.contains(QLatin1String(name)))
            m_reading.fail(JsonReading::Fault::Missing, {&m_place, name});
    }
    /// After the last member: in a strict reading nothing else may be there.
    void finish();

private:
    QJsonValue asked(const char *name)
    {
        m_asked.append(name);
        return m_object.value(QLatin1String(name));
    }
    bool expect(bool condition, JsonReading::Fault fault, const JsonPlace &place)
    {
        if (!condition)
            m_reading.fail(fault, place);
        return !m_reading.error;
    }
    void readOctets(const QJsonValue &json, QByteArray &value, qsizetype limit, const JsonPlace &place);
    void readInteger(const QJsonValue &json, qint64 &value, qint64 least, qint64 most, const JsonPlace &place);

    void read(const QJsonValue &json, bool &value, const JsonPlace &place);
    void read(const QJsonValue &json, QString &value, const JsonPlace &place);
    void read(const QJsonValue &json, std::chrono::milliseconds &value, const JsonPlace &place);
    void read(const QJsonValue &json, QDateTime &value, const JsonPlace &place);
    void read(const QJsonValue &json, QHostAddress &value, const JsonPlace &place);
    void read(const QJsonValue &json, QByteArray &value, const JsonPlace &place);
    template<std::integral T>
    void read(const QJsonValue &json, T &value, const JsonPlace &place)
    {
        qint64 number = value;
        readInteger(json, number, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), place);
        value = static_cast<T>(number);
    }
    template<class T>
    requires std::is_enum_v<T>
    void read(const QJsonValue &json, T &value, const JsonPlace &place)
    {
        if (!expect(json.isString(), JsonReading::Fault::Kind, place))
            return;
        for (int i = 0; i < 256; ++i) { // no enumeration here has values beyond an octet
            const char *known = word(static_cast<T>(i));
            if (known && json.toString() == QLatin1String(known)) {
                value = static_cast<T>(i);
                return;
            }
        }
        m_reading.fail(JsonReading::Fault::Value, place);
    }
    template<class T>
    void read(const QJsonValue &json, std::optional<T> &value, const JsonPlace &place)
    {
        if (json.isNull())
            value.reset();
        else
            read(json, value.emplace(), place);
    }
    template<class T>
    requires(std::is_class_v<T>) void read(const QJsonValue &json, T &value, const JsonPlace &place)
    {
        if (!expect(json.isObject(), JsonReading::Fault::Kind, place))
            return;
        const QJsonObject object = json.toObject();
        JsonReader reader(object, place, m_reading);
        members(reader, value);
        reader.finish();
    }

    const QJsonObject &m_object;
    const JsonPlace &m_place;
    JsonReading &m_reading;
    QVarLengthArray<const char *, 32> m_asked;
};

} // namespace mta
