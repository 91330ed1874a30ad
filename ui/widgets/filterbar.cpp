// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/filterbar.h"

#include "ui/icons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/rowsview.h"
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

FilterBar::FilterBar(RowsView *view, const QString &searchName, QWidget *parent)
    : QWidget(parent), m_view(view), m_row(new FlowLayout(this)), m_field(new QLineEdit), m_delay(new QTimer(this))
{
    m_field->setAccessibleName(searchName);
    m_field->setPlaceholderText(searchName);
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    // What it is for is read in full, beside the icons.
    m_field->setMinimumWidth(m_field->fontMetrics().horizontalAdvance(searchName) + 16 * grid);
    m_field->setMaximumWidth(qMax(360, m_field->minimumWidth()));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2 * grid);
    m_row->addWidget(m_field);
    m_delay->setSingleShot(true);
    m_delay->setInterval(120);
    connect(m_delay, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_field, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
}

void FilterBar::addChip(int tag, const QIcon &chipIcon, const QString &text)
{
    auto *button = new QPushButton(chipIcon, text);
    button->setCheckable(true);
    button->setProperty("chip", true);
    button->setAutoDefault(false);
    m_row->insertWidget(static_cast<int>(m_chips.size()), button);
    m_chips.append({tag, text, button});
    connect(button, &QPushButton::toggled, this, &FilterBar::apply);
    setCount(tag, 0);
}

QPushButton *FilterBar::chip(int tag) const
{
    for (const Chip &each : m_chips) {
        if (each.tag == tag)
            return each.button;
    }
    return nullptr;
}

void FilterBar::setCount(int tag, int count)
{
    for (const Chip &each : std::as_const(m_chips)) {
        if (each.tag == tag) {
            const QString text = tr("%1 %2", "name of the filter, number of rows").arg(each.text).arg(count);
            each.button->setText(text);
            each.button->setAccessibleName(tr("Show only: %1").arg(text));
        }
    }
}

void FilterBar::activate()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::reset()
{
    m_field->clear();
    for (const Chip &each : std::as_const(m_chips))
        each.button->setChecked(false);
    apply();
}

void FilterBar::apply()
{
    QSet<int> tags;
    for (const Chip &each : std::as_const(m_chips)) {
        if (each.button->isChecked())
            tags.insert(each.tag);
    }
    m_view->filter()->setTags(tags);
    m_view->filter()->setWords(m_field->text());
}

} // namespace mta
