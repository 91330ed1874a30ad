// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/infobar.h"

#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/widgets/basics.h"
#include "ui/words.h"
#include <QHBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

InfoBar::InfoBar(QWidget *parent) : QFrame(parent), m_icon(plainLabel({})), m_text(textBlock({}))
{
    setObjectName(u"infoBar"_s);
    auto *close = iconButton(u"cancel"_s, tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * grid, 2 * grid, 2 * grid, 2 * grid);
    row->setSpacing(2 * grid);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void InfoBar::tell(State state, const QString &text)
{
    m_icon->setPixmap(stateIcon(state).pixmap(QSize(5 * grid, 5 * grid), devicePixelRatioF()));
    m_icon->setAccessibleName(stateWord(state));
    const QString visible = visibleText(text); // it may name files, and what others said
    m_text->setText(visible);
    setAccessibleName(visible);
    show();
}

QString InfoBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace mta
