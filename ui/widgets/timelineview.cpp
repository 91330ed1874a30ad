// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/timelineview.h"

#include "base/wiretext.h"
#include "ui/icons.h"
#include "ui/words.h"
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

TimelineView::TimelineView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Timeline of certificates"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void TimelineView::setCertificates(const QList<CertificateUse> &uses, const QDateTime &now)
{
    m_uses = uses;
    m_now = now;
    // A year around today at least; what lies further off is cut at the edge.
    m_from = now.addDays(-90);
    m_until = now.addDays(180);
    for (const CertificateUse &use : uses) {
        if (use.leaf.notBefore.isValid())
            m_from = qMin(m_from, qMax(use.leaf.notBefore, now.addDays(-400)));
        if (use.leaf.notAfter.isValid())
            m_until = qMax(m_until, qMin(use.leaf.notAfter, now.addDays(800)));
    }
    m_from = m_from.addDays(-5);
    m_until = m_until.addDays(12);
    setCurrent(qBound(0, m_current, qMax(0, int(m_uses.size()) - 1)));
    setFocusPolicy(uses.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateScrollBar();
    viewport()->update();
}

void TimelineView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TimelineView::setCurrent(int index)
{
    m_current = index;
    setAccessibleDescription(sentence(index));
    viewport()->update();
}

QString TimelineView::sentence(int index) const
{
    if (index < 0 || index >= m_uses.size())
        return {};
    const CertificateUse &use = m_uses[index];
    return tr("%1: valid from %2, expires %3")
        .arg(use.users.join(u", "_s), dayWords(use.leaf.notBefore, m_now), dayWords(use.leaf.notAfter, m_now));
}

int TimelineView::rowHeight() const
{
    return fontMetrics().height() * 2 + 3 * grid;
}

int TimelineView::axisHeight() const
{
    return fontMetrics().height() + 2 * grid;
}

QSize TimelineView::sizeHint() const
{
    const int rows = qBound(2, int(m_uses.size()), 5);
    return {600, axisHeight() + rows * rowHeight() + grid};
}

void TimelineView::updateScrollBar()
{
    const int content = axisHeight() + int(m_uses.size()) * rowHeight();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, qMax(0, content - viewport()->height()));
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

double TimelineView::xOf(const QDateTime &time) const
{
    const double share = double(m_from.secsTo(time)) / double(qMax<qint64>(1, m_from.secsTo(m_until)));
    return qBound(0.0, share, 1.0) * viewport()->width();
}

int TimelineView::rowAt(int y) const
{
    const int row = (y - axisHeight() + verticalScrollBar()->value()) / rowHeight();
    return y >= axisHeight() && row < m_uses.size() ? row : -1;
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const Colours &colours = coloursOf(palette());
    painter.fillRect(0, 0, viewport()->width(), axisHeight(), colours.window);
    painter.setFont(typeFont(Type::Small));
    const QString today = tr("today");
    const double now = xOf(m_now);
    const int todayWidth = painter.fontMetrics().horizontalAdvance(today);
    double free = 0;
    QDate month(m_from.date().year(), m_from.date().month(), 1);
    for (month = month.addMonths(1); month < m_until.date(); month = month.addMonths(1)) {
        const double x = xOf(month.startOfDay());
        const QString name =
            month.month() == 1 ? QString::number(month.year()) : QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat);
        const int width = painter.fontMetrics().horizontalAdvance(name);
        const bool hitsToday = x + width > now - todayWidth / 2.0 - 8 && x < now + todayWidth / 2.0 + 8;
        painter.setPen(QPen(colours.border, 1));
        painter.drawLine(QPointF(x, axisHeight() - grid), QPointF(x, axisHeight()));
        if (x < free || hitsToday || x + 2 + width > viewport()->width())
            continue;
        painter.setPen(colours.muted);
        painter.drawText(QPointF(x + 2, axisHeight() - 2 * grid), name);
        free = x + width + 16;
    }
    painter.setPen(colours.accent);
    painter.setFont(typeFont(Type::Small, true));
    painter.drawText(QPointF(qMax(0.0, now - todayWidth / 2.0), axisHeight() - 2 * grid), today);
}

void TimelineView::paintRow(QPainter &painter, int index) const
{
    const Colours &colours = coloursOf(palette());
    const CertificateUse &use = m_uses[index];
    const int top = axisHeight() + index * rowHeight() - verticalScrollBar()->value();
    const QRect row(0, top, viewport()->width(), rowHeight());
    if (index == m_current)
        painter.fillRect(row, colours.selected);
    State state = use.state;
    if (use.leaf.notAfter < m_now)
        state = State::Broken;
    else if (state == State::Good && m_now.daysTo(use.leaf.notAfter) < 14)
        state = State::Attention;
    const QColor colour = colours.state(state);
    const double from = xOf(use.leaf.notBefore);
    const double until = xOf(use.leaf.notAfter);
    const int line = fontMetrics().height();
    const QRectF bar(from, top + line + 2 * grid, qMax(3.0, until - from), line * 0.55);
    painter.setPen(Qt::NoPen);
    QColor faint = colour;
    faint.setAlpha(90);
    painter.setBrush(faint);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(bar.right() - 4, bar.top() - 2, 4, bar.height() + 4), 2, 2);

    paintIcon(painter, stateIconName(state), QRectF(grid, top + grid, line, line), colour);
    painter.setFont(typeFont(Type::Small));
    const QString when = dayWords(use.leaf.notAfter, m_now);
    const int whenWidth = painter.fontMetrics().horizontalAdvance(when) + 2 * grid;
    const QRect text = row.adjusted(line + 2 * grid, grid, -2 * grid, 0);
    painter.setPen(colour);
    painter.drawText(QRect(text.right() - whenWidth, text.top(), whenWidth, line), Qt::AlignRight | Qt::AlignVCenter, when);
    painter.setPen(colours.text);
    painter.setFont(wireFont(Type::Small));
    const int room = text.width() - whenWidth - 2 * grid;
    painter.drawText(QRect(text.left(), text.top(), room, line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(use.users.join(u", "_s), Qt::ElideRight, room));
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    painter.fillRect(viewport()->rect(), colours.base);
    if (m_uses.isEmpty()) {
        painter.setPen(colours.muted);
        painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_emptyText);
        return;
    }
    for (int i = 0; i < m_uses.size(); ++i) {
        const int top = axisHeight() + i * rowHeight() - verticalScrollBar()->value();
        if (top < viewport()->height() && top + rowHeight() > 0)
            paintRow(painter, i);
    }
    const double now = xOf(m_now);
    painter.setPen(QPen(colours.accent, 1.6, Qt::DashLine));
    painter.drawLine(QPointF(now, axisHeight()), QPointF(now, viewport()->height()));
    paintAxis(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (row < 0)
        return;
    setCurrent(row);
    emit currentChanged(row);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_uses.isEmpty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    setCurrent(qBound(0, m_current + step, int(m_uses.size()) - 1));
    emit currentChanged(m_current);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(sentence(rowAt(help->pos().y()))), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace mta
