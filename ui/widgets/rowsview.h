// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/rowsmodel.h"
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace mta
{

/// Sorts by SortRole, filters over every column and every level.
class RowsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RowsFilter(QObject *parent = nullptr);
    void setWords(const QString &text);
    /// Keeps only rows with one of these tags; empty keeps all.
    void setTags(const QSet<int> &tags);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QSet<int> m_tags;
};

/// Paints cells: state colour, wire text in monospace, group headings in bold.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// A tree or table of rows as every page shows them: keeps its place over updates, copies in every form, says what it is for when empty.
class RowsView : public QTreeView
{
    Q_OBJECT

public:
    /// `objectName` is also the key under which columns are remembered.
    RowsView(const QString &objectName, const QString &accessibleName, const QStringList &headers, QWidget *parent = nullptr);

    RowsModel *rowsModel() const { return m_model; }
    RowsFilter *filter() const { return m_filter; }
    void setRows(QList<Row> rows);
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }
    /// Initial widths in characters. Columns grow with longer contents, within reason, until somebody sets them. The last one takes
    /// what is left, and no less than its contents ask for, again within reason: then the list scrolls sideways. With 0 it
    /// takes no more than what is left: it holds sentences that are read elsewhere.
    void setColumnWidths(const QList<int> &characters);
    const Row *currentRow() const;
    void selectKey(const QString &key);
    void selectPointer(const QString &pointer);
    /// Offered in the context menu above the copies.
    void addRowAction(QAction *action) { m_rowActions.append(action); }

    /// Up and down only: a row is chosen as a whole, and its beginning stays where it is.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    QString asCsv() const;
    QString asJson() const;

public slots:
    void copyCell();
    void copyRow();

signals:
    void currentRowChanged();
    void rowActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void settle();
    void growColumns();
    void fitLastColumn();

    RowsModel *m_model;
    RowsFilter *m_filter;
    QString m_emptyText;
    QList<int> m_initialWidths;
    QList<int> m_ownWidths; ///< as set by the view itself
    int m_lastWidth = 0;    ///< of the last column, before it grows; 0: whatever is left
    QString m_wantedKey;
    QList<QAction *> m_rowActions;
    bool m_updating = false;
};

} // namespace mta
