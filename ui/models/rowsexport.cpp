// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/rowsexport.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString csvCell(QString text)
{
    // A spreadsheet would run what begins with one of these.
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    // RFC 4180 §2: quotes are doubled, and quoted where there is a quote, comma or line break.
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

void appendCsv(QString &out, const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(csvCell(model.index(row, column, parent).data().toString()));
        out += cells.join(u',') + u"\r\n"_s;
        appendCsv(out, model, model.index(row, 0, parent));
    }
}

QJsonArray jsonRows(const QAbstractItemModel &model, const QModelIndex &parent)
{
    QJsonArray rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QJsonObject object;
        for (int column = 0; column < model.columnCount(parent); ++column)
            object.insert(model.headerData(column, Qt::Horizontal).toString(), model.index(row, column, parent).data().toString());
        const QModelIndex here = model.index(row, 0, parent);
        if (model.rowCount(here) > 0)
            object.insert(u"rows"_s, jsonRows(model, here));
        rows.append(object);
    }
    return rows;
}

} // namespace

QString rowsAsCsv(const QAbstractItemModel &model)
{
    QStringList headings;
    for (int column = 0; column < model.columnCount(); ++column)
        headings.append(csvCell(model.headerData(column, Qt::Horizontal).toString()));
    QString out = headings.join(u',') + u"\r\n"_s;
    appendCsv(out, model, {});
    return out;
}

QString rowsAsJson(const QAbstractItemModel &model)
{
    return QString::fromUtf8(QJsonDocument(jsonRows(model, {})).toJson());
}

} // namespace mta
