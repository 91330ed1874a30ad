// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/start/practicepage.h"

#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

PracticePage::PracticePage(const QList<PracticeLesson> &lessons, QWidget *parent)
    : QWidget(parent),
      m_list(new RowsView(u"practiceList"_s, tr("Sample domains"), {tr("Sample domain"), tr("What it shows")})),
      m_filter(new FilterBar(m_list, tr("Filter sample domains")))
{
    QStringList domains;
    QList<Row> rows;
    for (const PracticeLesson &lesson : lessons) {
        Cell name{lesson.domain, std::nullopt, true};
        name.iconName = u"practise"_s;
        rows.append(Row{lesson.domain, {name, Cell{lesson.lesson}}});
        domains.append(lesson.domain);
    }
    m_list->setRootIsDecorated(false);
    m_list->setEmptyText(tr("There is no practice world in this program."));
    m_list->setColumnWidths({42, 60});
    m_list->setRows(rows);

    auto *all = new QPushButton(icon(u"audit"_s), tr("Audit all of them"));
    all->setEnabled(!domains.isEmpty());
    all->setAutoDefault(false);
    QPushButton *one = primaryButton(tr("Audit this one"));
    one->setEnabled(!domains.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * grid);
    buttons->addWidget(m_filter, 1);
    buttons->addWidget(all);
    buttons->addWidget(one);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 3 * grid);
    page->setSpacing(2 * grid);
    page->addWidget(plainLabel(tr("Practise on sample domains"), Type::Title, true));
    page->addWidget(textBlock(tr("These domains exist only on this computer: name servers, web servers and mail servers inside this "
                                 "program, each with one thing to learn. Nobody outside is contacted.")));
    page->addLayout(buttons);
    page->addWidget(m_list, 1);

    const auto auditCurrent = [this] {
        if (const Row *row = m_list->currentRow())
            emit auditWanted({row->key});
    };
    connect(m_list, &RowsView::rowActivated, this, auditCurrent);
    connect(m_list, &QAbstractItemView::clicked, this, auditCurrent);
    connect(one, &QPushButton::clicked, this, auditCurrent);
    connect(all, &QPushButton::clicked, this, [this, domains] { emit auditWanted(domains); });
}

QWidget *PracticePage::filterField() const
{
    return m_filter->field();
}

} // namespace mta
