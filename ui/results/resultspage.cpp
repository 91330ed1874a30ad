// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/results/resultspage.h"

#include "ui/desk.h"
#include "ui/icons.h"
#include "ui/models/resultrows.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowsview.h"
#include "ui/words.h"
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr State allStates[] = {State::Good, State::Attention, State::Broken, State::NotTested};
}

ResultsPage::ResultsPage(Desk &desk, QWidget *parent)
    : QWidget(parent),
      m_desk(desk),
      m_list(new RowsView(u"results"_s, tr("Audited domains"), resultHeaders())),
      m_filter(new FilterBar(m_list, tr("Filter domains"))),
      m_summary(mutedLabel({}, Type::Body)),
      m_delay(new QTimer(this))
{
    m_list->setColumnWidths({32, 14, 14, 22, 12, 60});
    m_list->setRootIsDecorated(false);
    m_list->setEmptyText(tr("Domains you audit appear here, one line each. Paste or drop a list of domains to audit them all."));
    for (State state : {State::Broken, State::Attention, State::Good, State::NotTested})
        m_filter->addChip(static_cast<int>(state), stateIcon(state), stateWord(state));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 3 * grid);
    page->setSpacing(2 * grid);
    page->addWidget(plainLabel(tr("Results"), Type::Title, true));
    page->addWidget(m_summary);
    page->addWidget(m_filter);
    page->addWidget(m_list, 1);
    // Many domains finish at once: the list is drawn at most every 100 ms.
    m_delay->setSingleShot(true);
    m_delay->setInterval(100);
    connect(m_delay, &QTimer::timeout, this, &ResultsPage::refresh);
    const auto later = [this] {
        if (!m_delay->isActive())
            m_delay->start();
    };
    connect(&m_desk, &Desk::itemsAdded, this, later);
    connect(&m_desk, &Desk::itemCompleted, this, later);
    connect(&m_desk, &Desk::runningChanged, this, later);
    connect(m_list, &RowsView::rowActivated, this, [this] {
        if (const Row *row = m_list->currentRow())
            emit itemWanted(row->pointer.toInt());
    });
    refresh();
}

void ResultsPage::refresh()
{
    const QList<Row> rows = resultRows(m_desk, QDateTime::currentDateTimeUtc());
    for (State state : allStates)
        m_filter->setCount(static_cast<int>(state), static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [state](const Row &row) {
                               return row.tag == static_cast<int>(state);
                           })));
    const qsizetype running = std::count_if(rows.cbegin(), rows.cend(), [](const Row &row) { return row.tag == runningTag; });
    m_summary->setText(running > 0      ? tr("%1 of %2 domains audited").arg(rows.size() - running).arg(rows.size())
                       : rows.isEmpty() ? tr("Nothing audited yet")
                                        : tr("Domains: %1. Enter opens the chosen one.").arg(rows.size()));
    m_list->setRows(rows);
}

QWidget *ResultsPage::filterField() const
{
    return m_filter->field();
}

} // namespace mta
