// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chainview.h"

#include "ui/icons.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr Area chainAreas[] = {Area::Record, Area::PolicyHost, Area::Policy, Area::MxHosts, Area::Certificates, Area::TlsRpt};
constexpr int wideGap = 6 * grid;
constexpr int narrowGap = 3 * grid;
constexpr int narrowLink = 112; ///< below this width a link has no room for its picture
} // namespace

QString chainTitle(Area area)
{
    switch (area) {
    case Area::Domain:
        return QCoreApplication::translate("Chain", "Domain");
    case Area::Record:
        return QCoreApplication::translate("Chain", "Record");
    case Area::PolicyHost:
        return QCoreApplication::translate("Chain", "Policy host");
    case Area::Policy:
        return QCoreApplication::translate("Chain", "Policy");
    case Area::MxHosts:
        return QCoreApplication::translate("Chain", "Mail servers");
    case Area::Certificates:
        return QCoreApplication::translate("Chain", "Certificates");
    case Area::TlsRpt:
        return QCoreApplication::translate("Chain", "TLS-RPT");
    }
    return {};
}

QString areaIconName(Area area)
{
    switch (area) {
    case Area::Domain:
        return u"domain"_s;
    case Area::Record:
        return u"record"_s;
    case Area::PolicyHost:
        return u"policyhost"_s;
    case Area::Policy:
        return u"policy"_s;
    case Area::MxHosts:
        return u"mailserver"_s;
    case Area::Certificates:
        return u"certificate"_s;
    case Area::TlsRpt:
        return u"report"_s;
    }
    return {};
}

ChainLinkButton::ChainLinkButton(Area area, QWidget *parent) : QAbstractButton(parent), m_area(area)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(u"chainLink-"_s + areaName(area));
}

void ChainLinkButton::setLink(const ChainLink &link, bool pending)
{
    m_link = link;
    m_pending = pending;
    const QString word = pending ? tr("being tested") : stateWord(link.state);
    setAccessibleName(link.text.isEmpty() ? tr("%1: %2", "link of the chain: state").arg(chainTitle(m_area), word)
                                          : tr("%1: %2, %3", "link of the chain: state, detail").arg(chainTitle(m_area), word, link.text));
    setToolTip(plainToolTip(accessibleName()));
    update();
}

int ChainLinkButton::iconSide()
{
    return qMin(5 * grid, QFontMetrics(typeFont(Type::Small, true)).height() + 2);
}

QSize ChainLinkButton::sizeHint() const
{
    const QFontMetrics title(typeFont(Type::Body, true));
    const QFontMetrics small(typeFont(Type::Small));
    return {30 * title.averageCharWidth(), 2 * small.lineSpacing() + title.height() + 4 * grid};
}

QString ChainLinkButton::words() const
{
    return m_pending ? tr("being tested") : m_link.text.isEmpty() ? stateWord(m_link.state) : m_link.text;
}

int ChainLinkButton::contentHeight() const
{
    const int side = iconSide();
    const int room = width() - 4 * grid - 2 - side - grid;
    const QRect text = QFontMetrics(typeFont(Type::Small)).boundingRect(QRect(0, 0, room, height()), int(Qt::TextWordWrap), words());
    return side + grid / 2 + qMax(side, text.height());
}

void ChainLinkButton::setContentTop(int top)
{
    if (m_contentTop == top)
        return;
    m_contentTop = top;
    update();
}

void ChainLinkButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChainLinkButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void ChainLinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    const bool grey = m_pending || m_link.state == State::NotTested;
    const QColor colour = m_pending ? colours.muted : colours.state(m_link.state);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);

    painter.setPen(QPen(hasFocus() ? colours.accent : colour,
                        hasFocus()     ? 3
                        : underMouse() ? 2
                                       : 1.2,
                        grey && !hasFocus() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(m_pending ? colours.raised : colours.tint(m_link.state));
    painter.drawRoundedRect(frame, 8, 8);
    if (!m_pending && m_link.state == State::NotTested) {
        // Grey is hatched: not tested is neither good nor bad.
        QColor hatch = colour;
        hatch.setAlpha(45);
        QPainterPath path;
        path.addRoundedRect(frame, 8, 8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
        painter.drawPath(path);
    }

    const QRect inner = rect().adjusted(2 * grid + 2, m_contentTop, -2 * grid, -grid);
    const QFont titleFont = typeFont(Type::Small, true);
    const QFont smallFont = typeFont(Type::Small);
    const int side = iconSide();
    const bool narrow = width() < narrowLink;
    if (!narrow)
        paintIcon(painter, areaIconName(m_area),
                  QStyle::visualRect(layoutDirection(), rect(), QRect(inner.left(), inner.top(), side, side)), colours.text);

    painter.setPen(colours.text);
    painter.setFont(titleFont);
    const int titleLeft = narrow ? 0 : side + grid;
    const QRect titleRect(inner.left() + titleLeft, inner.top(), inner.width() - titleLeft, side);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), titleRect),
                     int(Qt::AlignVCenter) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     QFontMetrics(titleFont).elidedText(chainTitle(m_area), Qt::ElideRight, titleRect.width()));

    const int stateTop = inner.top() + side + grid / 2;
    paintIcon(painter, m_pending ? u"running"_s : stateIconName(m_link.state),
              QStyle::visualRect(layoutDirection(), rect(), QRect(inner.left() + 1, stateTop + 1, side - 2, side - 2)), colour);
    painter.setPen(colour);
    painter.setFont(smallFont);
    const QRect wordRect(inner.left() + side + grid, stateTop, inner.width() - side - grid, inner.bottom() - stateTop + 1);
    painter.setClipRect(rect());
    const int flags = int(Qt::TextWordWrap) | int(Qt::AlignTop) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), wordRect), flags, words());
}

ChainView::ChainView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("The chain of checks"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (Area area : chainAreas) {
        auto *button = new ChainLinkButton(area, this);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, area] { emit linkClicked(area); });
        m_buttons.append(button);
    }
    setAudit(nullptr, false);
}

void ChainView::setAudit(const DomainAudit *audit, bool running)
{
    for (ChainLinkButton *button : std::as_const(m_buttons)) {
        ChainLink link{button->area(), State::NotTested, {}};
        for (qsizetype i = 0; audit && i < audit->links.size(); ++i) {
            if (audit->links[i].area == button->area())
                link = audit->links[i];
        }
        button->setLink(link, running && link.state == State::NotTested);
    }
    place();
    update();
}

ChainLinkButton *ChainView::button(Area area) const
{
    const auto found =
        std::find_if(m_buttons.cbegin(), m_buttons.cend(), [area](const ChainLinkButton *each) { return each->area() == area; });
    return found == m_buttons.cend() ? nullptr : *found;
}

QSize ChainView::sizeHint() const
{
    return {720, m_buttons.first()->sizeHint().height()};
}

QSize ChainView::minimumSizeHint() const
{
    return {480, m_buttons.first()->sizeHint().height()};
}

void ChainView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChainView::place()
{
    const int count = static_cast<int>(m_buttons.size());
    const int gap = width() < count * (narrowLink + wideGap) ? narrowGap : wideGap;
    const int besideGap = gap + 2 * grid;
    const int space = width() - (count - 2) * gap - besideGap;
    const int each = qMin(space / count, 220);
    int x = 0;
    for (int i = 0; i < count; ++i) {
        const QRect place(x, 0, each, height());
        m_buttons[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += each + (i == count - 2 ? besideGap : gap);
    }
    // In the middle of the frame, and on one line across all links.
    int tallest = 0;
    for (const ChainLinkButton *button : std::as_const(m_buttons))
        tallest = qMax(tallest, button->contentHeight());
    for (ChainLinkButton *button : std::as_const(m_buttons))
        button->setContentTop(qMax(grid + 2, (height() - tallest) / 2));
}

void ChainView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // TLS-RPT stands beside the chain: nothing leads to it.
    for (qsizetype i = 0; i + 2 < m_buttons.size(); ++i) {
        const QRect left = m_buttons[mirrored ? i + 1 : i]->geometry();
        const QRect right = m_buttons[mirrored ? i : i + 1]->geometry();
        const ChainLinkButton &next = *m_buttons[i + 1];
        const double y = left.center().y() + 0.5;
        const double from = left.right() + 3;
        const double to = right.left() - 2;
        const bool known = !next.pending() && next.state() != State::NotTested;
        if (known && next.state() == State::Broken) {
            painter.setPen(QPen(colours.broken, 2.4, Qt::SolidLine, Qt::RoundCap));
            const double middle = (from + to) / 2;
            if (to - from > 12) {
                painter.drawLine(QPointF(from, y), QPointF(middle - 4, y));
                painter.drawLine(QPointF(middle + 4, y), QPointF(to, y));
            }
            painter.drawLine(QPointF(middle - 5, y + 6), QPointF(middle - 1, y - 6));
            painter.drawLine(QPointF(middle + 1, y + 6), QPointF(middle + 5, y - 6));
        } else {
            painter.setPen(QPen(known ? colours.state(next.state()) : colours.muted, known ? 2.4 : 1.4, known ? Qt::SolidLine : Qt::DotLine,
                                Qt::RoundCap));
            painter.drawLine(QPointF(from, y), QPointF(to, y));
        }
    }
}

bool ChainView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            static_cast<QAbstractButton *>(watched)->click();
            return true;
        }
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChainView::keyPressEvent(QKeyEvent *event)
{
    const bool forward = (event->key() == Qt::Key_Right) != (layoutDirection() == Qt::RightToLeft);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (!m_buttons[i]->hasFocus())
            continue;
        m_buttons[qBound<qsizetype>(0, i + (forward ? 1 : -1), m_buttons.size() - 1)]->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace mta
