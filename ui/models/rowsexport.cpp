// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/rowsexport.h"

#include "base/jsontext.h"
#include "report/render.h"
#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void appendCsv(QString &out, const QAbstractItemModel &model, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        out += QString::fromUtf8(csvLine(cells));
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
        headings.append(model.headerData(column, Qt::Horizontal).toString());
    QString out = QString::fromUtf8(csvLine(headings));
    appendCsv(out, model, {});
    return out;
}

QString rowsAsJson(const QAbstractItemModel &model)
{
    return QString::fromUtf8(inertJson(QJsonDocument(jsonRows(model, {})).toJson()));
}

} // namespace mta
