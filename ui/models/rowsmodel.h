// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QAbstractItemModel>
#include <QList>
#include <QString>
#include <QVariant>
#include <memory>
#include <optional>
#include <vector>

namespace mta
{

/// One cell of a list: what is shown, and how. The text is already visible text.
struct Cell {
    QString text;
    std::optional<State> state = {}; ///< shows the state's icon and colour
    bool wire = false;               ///< came off the wire: monospace
    bool muted = false;
    QVariant sort = {};    ///< what to sort by; the text without
    QString iconName = {}; ///< an icon that is not a state
    int markFrom = 0;      ///< what of the text is to be marked
    int markLength = 0;

    bool operator==(const Cell &) const = default;
};

/// One line of a list or tree.
struct Row {
    QString key; ///< unique among its siblings; keeps its place over updates
    QList<Cell> cells;
    QString pointer = {}; ///< evidence, see core/store
    int tag = -1;         ///< for the page that made it
    bool group = false;   ///< a heading over its children
    QList<Row> children = {};

    bool operator==(const Row &) const = default;
};

/// Shows a tree of rows that others made. Set as a whole; rows that only changed their cells keep their place.
class RowsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1,
        PointerRole,
        KeyRole,
        TagRole,
        GroupRole,
        StateRole,
        WireRole,
        MutedRole,
        FilterRole,
        MarkRole
    };

    explicit RowsModel(QStringList headers, QObject *parent = nullptr);
    ~RowsModel() override;

    void setRows(QList<Row> rows);
    const QList<Row> &rows() const { return m_rows; }
    const Row *rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &key) const; ///< first in depth-first order
    QModelIndex indexOfPointer(const QString &pointer) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;
    void rebuild();
    void refresh(Node &node, const QList<Row> &before, const QList<Row> &rows, const QModelIndex &parent);
    QModelIndex find(const Node &node, const QModelIndex &parent, bool (*matches)(const Row &, const QString &),
                     const QString &wanted) const;

    QStringList m_headers;
    QList<Row> m_rows;
    std::unique_ptr<Node> m_root;
};

} // namespace mta
