// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/readingarea.h"

#include <QEvent>
#include <QLayout>

namespace mta
{

ReadingArea::ReadingArea(QWidget *content, int widest, QWidget *parent) : QScrollArea(parent), m_widest(widest)
{
    content->setObjectName(QStringLiteral("scrolled"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAlignment(Qt::AlignHCenter);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    content->installEventFilter(this);
}

void ReadingArea::fit()
{
    QLayout *layout = widget()->layout();
    const int width = qMin(m_widest, viewport()->width());
    // The preferred height of a page is far more than it needs; its least height is what counts.
    const int needed = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : layout->minimumSize().height();
    widget()->resize(width, qMax(needed, viewport()->height()));
}

void ReadingArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool ReadingArea::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

} // namespace mta
