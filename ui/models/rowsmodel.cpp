// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/rowsmodel.h"

#include "ui/icons.h"
#include "ui/words.h"

namespace mta
{

using namespace Qt::Literals::StringLiterals;

struct RowsModel::Node {
    const Row *row = nullptr;
    Node *parent = nullptr;
    int position = 0;
    std::vector<std::unique_ptr<Node>> children;

    void fill(const QList<Row> &rows)
    {
        children.clear();
        children.reserve(static_cast<size_t>(rows.size()));
        for (const Row &each : rows) {
            auto child = std::make_unique<Node>();
            child->row = &each;
            child->parent = this;
            child->position = static_cast<int>(children.size());
            child->fill(each.children);
            children.push_back(std::move(child));
        }
    }
};

namespace
{
bool sameShape(const QList<Row> &left, const QList<Row> &right)
{
    if (left.size() != right.size())
        return false;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (left[i].key != right[i].key || !sameShape(left[i].children, right[i].children))
            return false;
    }
    return true;
}

bool sameIgnoringChildren(const Row &left, const Row &right)
{
    return left.cells == right.cells && left.pointer == right.pointer && left.tag == right.tag && left.group == right.group;
}
} // namespace

RowsModel::RowsModel(QStringList headers, QObject *parent)
    : QAbstractItemModel(parent), m_headers(std::move(headers)), m_root(std::make_unique<Node>())
{
}

RowsModel::~RowsModel() = default;

void RowsModel::setRows(QList<Row> rows)
{
    if (sameShape(m_rows, rows)) {
        const QList<Row> before = std::exchange(m_rows, std::move(rows));
        refresh(*m_root, before, std::as_const(m_rows), {});
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    rebuild();
    endResetModel();
}

void RowsModel::rebuild()
{
    m_root->fill(std::as_const(m_rows));
}

void RowsModel::refresh(Node &node, const QList<Row> &before, const QList<Row> &rows, const QModelIndex &parent)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int position = static_cast<int>(i);
        Node &child = *node.children[static_cast<size_t>(i)];
        child.row = &rows[i];
        if (!sameIgnoringChildren(before[i], rows[i]))
            emit dataChanged(index(position, 0, parent), index(position, columnCount() - 1, parent));
        refresh(child, before[i].children, rows[i].children, index(position, 0, parent));
    }
}

const Row *RowsModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.internalPointer())->row : nullptr;
}

QModelIndex RowsModel::find(const Node &node, const QModelIndex &parent, bool (*matches)(const Row &, const QString &),
                            const QString &wanted) const
{
    for (const auto &child : node.children) {
        const QModelIndex here = index(child->position, 0, parent);
        if (matches(*child->row, wanted))
            return here;
        const QModelIndex below = find(*child, here, matches, wanted);
        if (below.isValid())
            return below;
    }
    return {};
}

QModelIndex RowsModel::indexOf(const QString &key) const
{
    return find(
        *m_root, {}, [](const Row &row, const QString &wanted) { return row.key == wanted; }, key);
}

QModelIndex RowsModel::indexOfPointer(const QString &pointer) const
{
    return find(
        *m_root, {}, [](const Row &row, const QString &wanted) { return !row.pointer.isEmpty() && row.pointer == wanted; }, pointer);
}

QModelIndex RowsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node &node = parent.isValid() ? *static_cast<const Node *>(parent.internalPointer()) : *m_root;
    return createIndex(row, column, node.children[static_cast<size_t>(row)].get());
}

QModelIndex RowsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *above = static_cast<const Node *>(child.internalPointer())->parent;
    return above == m_root.get() ? QModelIndex() : createIndex(above->position, 0, above);
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node &node = parent.isValid() ? *static_cast<const Node *>(parent.internalPointer()) : *m_root;
    return static_cast<int>(node.children.size());
}

int RowsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_headers.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    const Row *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case PointerRole:
        return row->pointer;
    case KeyRole:
        return row->key;
    case TagRole:
        return row->tag;
    case GroupRole:
        return row->group;
    case FilterRole: {
        QStringList texts;
        for (const Cell &cell : row->cells)
            texts.append(cell.text);
        return texts.join(u'\n');
    }
    default:
        break;
    }
    if (index.column() >= row->cells.size())
        return {};
    const Cell &cell = row->cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.text.size() > 24 ? plainToolTip(cell.text) : QString();
    case Qt::DecorationRole:
        if (cell.state)
            return stateIcon(*cell.state);
        return cell.iconName.isEmpty() ? QVariant() : icon(cell.iconName);
    case Qt::AccessibleTextRole:
        return cell.state ? QString(cell.text + u", "_s + stateWord(*cell.state)) : cell.text;
    case SortRole:
        return cell.sort.isValid() ? cell.sort : cell.text;
    case StateRole:
        return cell.state ? QVariant(static_cast<int>(*cell.state)) : QVariant();
    case WireRole:
        return cell.wire;
    case MutedRole:
        return cell.muted;
    case MarkRole:
        return cell.markLength > 0 ? QVariant(QPoint(cell.markFrom, cell.markLength)) : QVariant();
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    return {};
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace mta
