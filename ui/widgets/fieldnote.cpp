// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/fieldnote.h"

#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include <QHBoxLayout>

namespace mta
{

FieldNote::FieldNote(QWidget *parent) : QWidget(parent), m_icon(plainLabel({})), m_text(textBlock({}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * grid);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void FieldNote::say(State state, const QString &text, QWidget *field)
{
    m_icon->setPixmap(stateIcon(state).pixmap(QSize(4 * grid, 4 * grid), devicePixelRatioF()));
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (field)
        field->setAccessibleDescription(text);
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace mta
