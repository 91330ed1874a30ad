// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QListView;
class QListWidget;

namespace mta
{

class RecentDomains;

/// The pages, and the domains audited last.
class Sidebar : public QFrame
{
    Q_OBJECT

public:
    explicit Sidebar(RecentDomains &recent, QWidget *parent = nullptr);
    void addPage(int page, const QString &iconName, const QString &title);
    void setCurrentPage(int page);    ///< no entry is current for a page that has none
    void setDue(int page, int count); ///< how much waits there to be done

signals:
    void pageWanted(int page);
    void domainWanted(const QString &domain);

private:
    void recentMenu(const QPoint &position);

    RecentDomains &m_recent;
    QListWidget *m_pages;
    QListView *m_domains;
};

} // namespace mta
