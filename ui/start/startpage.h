// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QFrame;
class QLabel;

namespace mta
{

class DomainBox;

/// Where one begins: the domain box, the other ways in, and three sentences on what this is about.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QAbstractItemModel *recent, QWidget *parent = nullptr);
    DomainBox *box() const { return m_box; }
    void setDue(const QString &sentence); ///< of the plans; empty: nothing is

signals:
    void practiseWanted();
    void openWanted();
    void standardWanted();
    void plansWanted();
    void putOffWanted();

private:
    QFrame *dueNotice();

    DomainBox *m_box;
    QLabel *m_due;
    QFrame *m_dueNotice;
};

} // namespace mta
