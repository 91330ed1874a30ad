// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/sidebar.h"

#include "ui/icons.h"
#include "ui/recentdomains.h"
#include "ui/widgets/basics.h"
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr int TitleRole = Qt::UserRole + 1;
}

Sidebar::Sidebar(RecentDomains &recent, QWidget *parent)
    : QFrame(parent), m_recent(recent), m_pages(new QListWidget), m_domains(new QListView)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Sidebar"));
    m_pages->setObjectName(u"sidebarPages"_s);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->setIconSize(QSize(5 * grid, 5 * grid));
    m_domains->setObjectName(u"recentDomains"_s);
    m_domains->setAccessibleName(tr("Domains audited last"));
    m_domains->setModel(&recent);
    m_domains->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_domains->setTextElideMode(Qt::ElideMiddle);
    m_domains->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_domains->setContextMenuPolicy(Qt::CustomContextMenu);
    m_domains->setIconSize(QSize(4 * grid, 4 * grid));
    m_domains->setUniformItemSizes(true);
    QLabel *heading = mutedLabel(tr("Recent"), Type::Small);
    heading->setContentsMargins(2 * grid, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 3 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_pages);
    column->addSpacing(2 * grid);
    column->addWidget(heading);
    column->addWidget(m_domains, 1);
    setMinimumWidth(130);

    const auto settle = [this, heading] {
        const bool empty = m_recent.rowCount() == 0;
        heading->setVisible(!empty);
        m_domains->setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
        if (!empty && !m_domains->currentIndex().isValid())
            m_domains->selectionModel()->setCurrentIndex(m_recent.index(0), QItemSelectionModel::NoUpdate);
    };
    settle();
    connect(&recent, &QAbstractItemModel::modelReset, this, settle);
    connect(m_pages, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { emit pageWanted(item->data(Qt::UserRole).toInt()); });
    connect(m_pages, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { emit pageWanted(item->data(Qt::UserRole).toInt()); });
    const auto open = [this](const QModelIndex &index) { emit domainWanted(index.data(RecentDomains::DomainRole).toString()); };
    connect(m_domains, &QListView::clicked, this, open);
    connect(m_domains, &QListView::activated, this, open);
    connect(m_domains, &QWidget::customContextMenuRequested, this, &Sidebar::recentMenu);
}

void Sidebar::addPage(int page, const QString &iconName, const QString &title)
{
    auto *item = new QListWidgetItem(icon(iconName), title, m_pages);
    item->setData(Qt::UserRole, page);
    item->setData(TitleRole, title);
    const int height = m_pages->sizeHintForRow(0) * m_pages->count() + 2 * m_pages->frameWidth() + grid;
    m_pages->setFixedHeight(height);
    if (m_pages->currentRow() < 0)
        m_pages->setCurrentRow(0);
}

void Sidebar::setCurrentPage(int page)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (m_pages->item(i)->data(Qt::UserRole).toInt() == page) {
            m_pages->setCurrentRow(i);
            return;
        }
    }
    m_pages->clearSelection();
}

void Sidebar::setDue(int page, int count)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        QListWidgetItem *item = m_pages->item(i);
        if (item->data(Qt::UserRole).toInt() != page)
            continue;
        const QString title = item->data(TitleRole).toString();
        item->setText(count == 0 ? title : tr("%1 (%2)", "page and how much is due").arg(title).arg(count));
        item->setData(Qt::AccessibleTextRole, count == 0 ? title : tr("%1, %n due", "page", count).arg(title));
    }
}

void Sidebar::recentMenu(const QPoint &position)
{
    const QModelIndex index = m_domains->indexAt(position);
    QMenu menu(this);
    if (index.isValid()) {
        const QString domain = index.data(RecentDomains::DomainRole).toString();
        menu.addAction(icon(u"again"_s), tr("Open"), this, [this, domain] { emit domainWanted(domain); });
        menu.addAction(tr("Remove from this list"), this, [this, domain] { m_recent.forget(domain); });
    }
    menu.addAction(tr("Forget all recent domains"), &m_recent, &RecentDomains::forgetAll);
    menu.exec(m_domains->viewport()->mapToGlobal(position));
}

} // namespace mta
