// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/evidencerows.h"

#include "base/wiretext.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return visibleText(value.toString(), 400);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return value.toVariant().toString();
    return value.isNull() ? u"null"_s : QString();
}

class Builder
{
public:
    explicit Builder(int limit) : m_left(limit) {}

    Row row(const QString &name, const QJsonValue &value, const QString &pointer)
    {
        --m_left;
        Row result{
            name,
            {Cell{visibleText(name), std::nullopt, true}, Cell{summary(value), std::nullopt, true, value.isArray() || value.isObject()}}};
        result.pointer = pointer;
        result.children = children(value, pointer);
        return result;
    }

    QList<Row> children(const QJsonValue &value, const QString &pointer)
    {
        QList<Row> rows;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end() && m_left > 0; ++it)
            rows.append(row(it.key(), it.value(), pointer + u'/' + escaped(it.key())));
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && m_left > 0; ++i)
            rows.append(row(QString::number(i), array[i], pointer + u'/' + QString::number(i)));
        return rows;
    }

private:
    /// RFC 6901 §3
    static QString escaped(QString key) { return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s); }

    static QString summary(const QJsonValue &value)
    {
        if (value.isArray())
            return QCoreApplication::translate("Evidence", "%1 entries").arg(value.toArray().size());
        if (value.isObject())
            return QCoreApplication::translate("Evidence", "%1 members").arg(value.toObject().size());
        return scalarText(value);
    }

    int m_left;
};

} // namespace

QList<Row> evidenceRows(const QByteArray &json, int limit)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return Builder(limit).children(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {});
}

} // namespace mta
