// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/rowsview.h"

#include "ui/icons.h"
#include "ui/models/rowsexport.h"
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

RowsFilter::RowsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSortRole(RowsModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void RowsFilter::setWords(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RowsFilter::setTags(const QSet<int> &tags)
{
    m_tags = tags;
    invalidateFilter();
}

bool RowsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    // A group stands or falls with its children.
    if ((!m_words.isEmpty() || !m_tags.isEmpty()) && index.data(RowsModel::GroupRole).toBool())
        return false;
    if (!m_tags.isEmpty() && !m_tags.contains(index.data(RowsModel::TagRole).toInt()))
        return false;
    const QString text = index.data(RowsModel::FilterRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + 3 * grid));
    return size;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The current row is the selected one, and the frame of the view shows the focus.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const Colours &colours = coloursOf(option->palette);
    const QVariant state = index.data(RowsModel::StateRole);
    if (index.data(RowsModel::GroupRole).toBool())
        option->font.setWeight(QFont::DemiBold);
    else if (index.data(RowsModel::WireRole).toBool())
        option->font = wireFont();
    QColor colour = colours.text;
    if (index.data(RowsModel::MutedRole).toBool())
        colour = colours.muted;
    if (state.isValid())
        colour = colours.state(static_cast<State>(state.toInt()));
    option->palette.setColor(QPalette::Text, colour);
    option->palette.setColor(QPalette::HighlightedText, colour);
    option->fontMetrics = QFontMetrics(option->font);
}

RowsView::RowsView(const QString &objectName, const QString &accessibleName, const QStringList &headers, QWidget *parent)
    : QTreeView(parent), m_model(new RowsModel(headers, this)), m_filter(new RowsFilter(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_filter->setSourceModel(m_model);
    setModel(m_filter);
    setItemDelegate(new CellDelegate(this));
    setUniformRowHeights(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIndentation(4 * grid);
    setIconSize(QSize(4 * grid, 4 * grid));
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setStretchLastSection(true);
    header()->setHighlightSections(false);
    setSortingEnabled(true);
    setFocusPolicy(Qt::NoFocus);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &RowsView::settle);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RowsView::settle);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &RowsView::settle);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, [this] { emit currentRowChanged(); });
    connect(this, &QTreeView::activated, this, &RowsView::rowActivated);
}

void RowsView::setRows(QList<Row> rows)
{
    if (const Row *row = currentRow())
        m_wantedKey = row->key;
    m_updating = true;
    m_model->setRows(std::move(rows));
    m_updating = false;
    settle();
}

void RowsView::settle()
{
    if (m_updating)
        return;
    const bool empty = m_filter->rowCount() == 0;
    // An empty view takes no focus: screen readers and Qt 6.4 expect a current cell where there is one.
    setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
    if (empty) {
        viewport()->update();
        emit currentRowChanged();
        return;
    }
    expandAll();
    growColumns();
    QModelIndex wanted = m_filter->mapFromSource(m_model->indexOf(m_wantedKey));
    if (!wanted.isValid() && !currentIndex().isValid()) {
        wanted = m_filter->index(0, 0);
        if (wanted.data(RowsModel::GroupRole).toBool() && m_filter->rowCount(wanted) > 0)
            wanted = m_filter->index(0, 0, wanted);
    }
    if (wanted.isValid() && wanted != currentIndex().siblingAtColumn(0))
        setCurrentIndex(wanted);
    else
        emit currentRowChanged();
}

void RowsView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void RowsView::setColumnWidths(const QList<int> &characters)
{
    QList<int> widths;
    for (int column = 0; column < characters.size(); ++column) {
        const int contents = fontMetrics().averageCharWidth() * characters[column] + 4 * grid;
        widths.append(qMax(contents, header()->sectionSizeHint(column))); // a heading is read in full
    }
    widths.removeLast();
    m_lastWidth = characters.last() == 0 ? 0 : fontMetrics().averageCharWidth() * characters.last();
    for (int column = 0; column < widths.size(); ++column)
        header()->resizeSection(column, widths[column]);
    m_initialWidths = m_ownWidths = widths;
}

void RowsView::fitLastColumn()
{
    if (m_lastWidth == 0)
        return;
    const int last = m_filter->columnCount() - 1;
    const int needed = qMax(header()->sectionSizeHint(last), qMin(sizeHintForColumn(last), m_lastWidth * 3 / 2));
    const bool room = header()->sectionPosition(last) + needed <= viewport()->width();
    header()->setStretchLastSection(room);
    if (!room && header()->sectionSize(last) < needed)
        header()->resizeSection(last, needed);
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitLastColumn();
}

void RowsView::growColumns()
{
    // Never narrower, so that nothing jumps while results arrive; never wide enough to push the other columns away.
    for (int column = 0; column < m_ownWidths.size(); ++column) {
        if (header()->sectionSize(column) != m_ownWidths[column])
            continue; // set by somebody
        const int wanted = qMin(sizeHintForColumn(column), m_initialWidths[column] * 3 / 2);
        if (wanted <= m_ownWidths[column])
            continue;
        header()->resizeSection(column, wanted);
        m_ownWidths[column] = wanted;
    }
    fitLastColumn();
}

const Row *RowsView::currentRow() const
{
    return m_model->rowAt(m_filter->mapToSource(currentIndex()));
}

void RowsView::selectKey(const QString &key)
{
    m_wantedKey = key;
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(key));
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void RowsView::selectPointer(const QString &pointer)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOfPointer(pointer));
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void RowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int sideways = horizontalScrollBar()->value();
    QTreeView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(sideways);
}

void RowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (const Row *row = currentRow(); row && !m_updating)
        m_wantedKey = row->key;
    emit currentRowChanged();
}

void RowsView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_filter->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(coloursOf(palette()).muted);
    const QRect area = viewport()->rect().adjusted(6 * grid, 4 * grid, -6 * grid, -4 * grid);
    painter.drawText(area, int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_emptyText);
}

QString RowsView::asCsv() const
{
    return rowsAsCsv(*m_filter);
}

QString RowsView::asJson() const
{
    return rowsAsJson(*m_filter);
}

void RowsView::copyCell()
{
    if (currentIndex().isValid())
        QApplication::clipboard()->setText(currentIndex().data().toString());
}

void RowsView::copyRow()
{
    if (!currentIndex().isValid())
        return;
    QStringList texts;
    for (int column = 0; column < m_filter->columnCount(); ++column)
        texts.append(currentIndex().siblingAtColumn(column).data().toString());
    QApplication::clipboard()->setText(texts.join(u'\t'));
}

void RowsView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_filter->rowCount() == 0)
        return;
    QMenu menu(this);
    menu.addActions(m_rowActions);
    if (!m_rowActions.isEmpty())
        menu.addSeparator();
    menu.addAction(icon(u"copy"_s), tr("Copy cell"), this, &RowsView::copyCell);
    menu.addAction(tr("Copy row"), this, &RowsView::copyRow);
    menu.addSeparator();
    menu.addAction(tr("Copy all as CSV"), this, [this] { QApplication::clipboard()->setText(asCsv()); });
    menu.addAction(tr("Copy all as JSON"), this, [this] { QApplication::clipboard()->setText(asJson()); });
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace mta
