// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/layoutmemory.h"

#include "ui/widgets/rowsview.h"
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
QString splitterKey(const QSplitter &splitter)
{
    return u"layout/splitter/"_s + splitter.objectName();
}

QString columnsKey(const RowsView &view)
{
    // Other columns than last time: the old widths do not fit.
    return u"layout/columns%1/"_s.arg(view.header()->count()) + view.objectName();
}
} // namespace

void saveLayout(QSettings &settings, const QWidget &root)
{
    for (const QSplitter *splitter : root.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(splitterKey(*splitter), splitter->saveState());
    }
    for (const RowsView *view : root.findChildren<RowsView *>()) {
        if (!view->objectName().isEmpty() && !view->isHeaderHidden())
            settings.setValue(columnsKey(*view), view->header()->saveState());
    }
}

void restoreLayout(const QSettings &settings, QWidget &root)
{
    for (QSplitter *splitter : root.findChildren<QSplitter *>())
        splitter->restoreState(settings.value(splitterKey(*splitter)).toByteArray());
    for (RowsView *view : root.findChildren<RowsView *>()) {
        const QByteArray state = settings.value(columnsKey(*view)).toByteArray();
        if (!state.isEmpty() && !view->isHeaderHidden())
            view->header()->restoreState(state);
    }
}

} // namespace mta
