// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "fakes/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <cmath>

namespace mta
{

namespace
{

class Validator
{
public:
    explicit Validator(const QJsonObject &root) : m_root(root) {}

    void check(const QJsonValue &value, const QJsonObject &schema, const QString &place)
    {
        for (auto keyword = schema.begin(); keyword != schema.end(); ++keyword)
            checkKeyword(value, keyword.key(), keyword.value(), schema, place);
    }

    QStringList complaints;

private:
    void checkKeyword(const QJsonValue &value, const QString &keyword, const QJsonValue &rule, const QJsonObject &schema,
                      const QString &place)
    {
        static const QStringList annotations{QStringLiteral("$schema"), QStringLiteral("$id"), QStringLiteral("$defs"),
                                             QStringLiteral("title"), QStringLiteral("description")};
        if (annotations.contains(keyword))
            return;
        if (keyword == QLatin1String("$ref"))
            check(value, resolved(rule.toString(), place), place);
        else if (keyword == QLatin1String("type"))
            expect(hasType(value, rule), place, QStringLiteral("has another type"));
        else if (keyword == QLatin1String("enum"))
            expect(rule.toArray().contains(value), place, QStringLiteral("is none of the values allowed"));
        else if (keyword == QLatin1String("const"))
            expect(value == rule, place, QStringLiteral("is not the value required"));
        else if (keyword == QLatin1String("pattern"))
            expect(!value.isString() || QRegularExpression(rule.toString()).match(value.toString()).hasMatch(), place,
                   QStringLiteral("does not match its pattern"));
        else if (keyword == QLatin1String("minLength"))
            expect(!value.isString() || value.toString().size() >= rule.toInt(), place, QStringLiteral("is too short"));
        else if (keyword == QLatin1String("minimum"))
            expect(!value.isDouble() || value.toDouble() >= rule.toDouble(), place, QStringLiteral("is too small"));
        else if (keyword == QLatin1String("maximum"))
            expect(!value.isDouble() || value.toDouble() <= rule.toDouble(), place, QStringLiteral("is too large"));
        else if (keyword == QLatin1String("items"))
            checkItems(value, rule.toObject(), place);
        else if (keyword == QLatin1String("properties"))
            checkProperties(value, rule.toObject(), place);
        else if (keyword == QLatin1String("required"))
            checkRequired(value, rule.toArray(), place);
        else if (keyword == QLatin1String("additionalProperties") && rule == QJsonValue(false))
            checkAdditional(value, schema.value(QLatin1String("properties")).toObject(), place);
        else
            expect(false, place, QStringLiteral("is ruled by %1, which is not known here").arg(keyword));
    }

    void checkItems(const QJsonValue &value, const QJsonObject &schema, const QString &place)
    {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            check(array.at(i), schema, place + u'/' + QString::number(i));
    }

    void checkProperties(const QJsonValue &value, const QJsonObject &properties, const QString &place)
    {
        const QJsonObject object = value.toObject();
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            if (object.contains(property.key()))
                check(object.value(property.key()), property.value().toObject(), place + u'/' + property.key());
        }
    }

    void checkRequired(const QJsonValue &value, const QJsonArray &names, const QString &place)
    {
        for (const QJsonValue &name : names)
            expect(!value.isObject() || value.toObject().contains(name.toString()), place, QStringLiteral("lacks ") + name.toString());
    }

    void checkAdditional(const QJsonValue &value, const QJsonObject &properties, const QString &place)
    {
        for (const QString &key : value.toObject().keys())
            expect(properties.contains(key), place, QStringLiteral("has the unknown key ") + key);
    }

    QJsonObject resolved(const QString &reference, const QString &place)
    {
        QJsonValue target = m_root;
        for (const QString &step : reference.mid(2).split(u'/'))
            target = target.toObject().value(step);
        expect(reference.startsWith(QLatin1String("#/")) && target.isObject(), place, QStringLiteral("refers to nothing: ") + reference);
        return target.toObject();
    }

    static bool hasType(const QJsonValue &value, const QJsonValue &rule)
    {
        if (!rule.isArray())
            return typeMatches(value, rule.toString());
        const QJsonArray types = rule.toArray();
        return std::any_of(types.begin(), types.end(), [&](const QJsonValue &type) { return typeMatches(value, type.toString()); });
    }

    static bool typeMatches(const QJsonValue &value, const QString &type)
    {
        if (type == QLatin1String("integer"))
            return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
        static const QHash<QString, QJsonValue::Type> types{
            {QStringLiteral("null"), QJsonValue::Null},     {QStringLiteral("boolean"), QJsonValue::Bool},
            {QStringLiteral("number"), QJsonValue::Double}, {QStringLiteral("string"), QJsonValue::String},
            {QStringLiteral("array"), QJsonValue::Array},   {QStringLiteral("object"), QJsonValue::Object},
        };
        return types.contains(type) && types.value(type) == value.type();
    }

    void expect(bool condition, const QString &place, const QString &complaint)
    {
        if (!condition)
            complaints.append((place.isEmpty() ? QStringLiteral("/") : place) + u' ' + complaint);
    }

    QJsonObject m_root;
};

} // namespace

QStringList schemaComplaints(const QJsonValue &value, const QJsonObject &schema)
{
    Validator validator(schema);
    validator.check(value, schema, {});
    return validator.complaints;
}

} // namespace mta
