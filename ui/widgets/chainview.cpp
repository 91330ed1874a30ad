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
constexpr int narrowGap = 2 * grid;
constexpr int lineGap = 4 * grid;
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

ChainLinkButton::Places ChainLinkButton::placesIn(int width) const
{
    const bool narrow = width < narrowLink;
    const int side = narrow ? 3 * grid + 1 : iconSide();
    const int left = narrow ? grid + 1 : 2 * grid + 2;
    const int right = width - (narrow ? grid - 1 : 2 * grid);
    Places places;
    const int titleLeft = narrow ? left : left + side + grid;
    if (!narrow)
        places.icon = QRect(left, 0, side, side);
    // A long title takes two lines where it has to, and is never shortened.
    const QRect title = QFontMetrics(typeFont(Type::Small, true))
                            .boundingRect(QRect(0, 0, right - titleLeft, 1000), int(Qt::TextWordWrap), chainTitle(m_area));
    places.title = QRect(titleLeft, 0, right - titleLeft, qMax(side, title.height()));
    const int below = places.title.bottom() + 1 + grid / 2;
    places.state = QRect(left, below + 1, narrow ? side : side - 2, narrow ? side : side - 2);
    const int wordsLeft = left + side + (narrow ? grid / 2 : grid);
    const QRect text =
        QFontMetrics(typeFont(Type::Small)).boundingRect(QRect(0, 0, right - wordsLeft, 1000), int(Qt::TextWordWrap), words());
    places.words = QRect(wordsLeft, below, right - wordsLeft, qMax(side, text.height()));
    return places;
}

QSize ChainLinkButton::sizeHint() const
{
    const int wide = 30 * QFontMetrics(typeFont(Type::Body, true)).averageCharWidth();
    return {wide, heightFor(wide)};
}

int ChainLinkButton::heightFor(int width) const
{
    const QRect place = placesIn(width).words;
    return place.top() + qMax(place.height(), 2 * QFontMetrics(typeFont(Type::Small)).lineSpacing()) + 3 * grid;
}

bool ChainLinkButton::fits(int width) const
{
    const Places places = placesIn(width);
    const auto widest = [](const QFont &font, const QString &text, int room) {
        return QFontMetrics(font).boundingRect(QRect(0, 0, room, 1000), int(Qt::TextWordWrap), text).width();
    };
    return widest(typeFont(Type::Small, true), chainTitle(m_area), places.title.width()) <= places.title.width() &&
           widest(typeFont(Type::Small), words(), places.words.width()) <= places.words.width();
}

QString ChainLinkButton::words() const
{
    return m_pending ? tr("being tested") : m_link.text.isEmpty() ? stateWord(m_link.state) : m_link.text;
}

int ChainLinkButton::contentHeight() const
{
    return placesIn(width()).words.bottom() + 1;
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

    const Places places = placesIn(width());
    const auto placed = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place.translated(0, m_contentTop));
    };
    const int flags = int(Qt::TextWordWrap) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    if (!places.icon.isNull())
        paintIcon(painter, areaIconName(m_area), placed(places.icon), colours.text);
    painter.setClipRect(rect());
    painter.setPen(colours.text);
    painter.setFont(typeFont(Type::Small, true));
    painter.drawText(placed(places.title), int(Qt::AlignVCenter) | flags, chainTitle(m_area));
    paintIcon(painter, m_pending ? u"running"_s : stateIconName(m_link.state), placed(places.state), colour);
    painter.setPen(colour);
    painter.setFont(typeFont(Type::Small));
    painter.drawText(placed(places.words), int(Qt::AlignTop) | flags, words());
}

ChainView::ChainView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("The chain of checks"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // no more than its width asks for
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
    updateGeometry();
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

ChainView::Places ChainView::placesIn(int width) const
{
    const int count = static_cast<int>(m_buttons.size());
    const auto inLinesOf = [width](int links, int gap) {
        const int beside = gap + grid;
        return Places{gap, beside, qMin((width - (links - 2) * gap - beside) / links, 220), int(std::size(chainAreas)) / links};
    };
    const Places one = inLinesOf(count, width < count * (narrowLink + wideGap) ? narrowGap : wideGap);
    const bool fits =
        std::all_of(m_buttons.cbegin(), m_buttons.cend(), [&one](const ChainLinkButton *each) { return each->fits(one.each); });
    return fits ? one : inLinesOf(count / 2, wideGap);
}

int ChainView::heightForWidth(int width) const
{
    const Places places = placesIn(width);
    int height = 0;
    for (const ChainLinkButton *button : m_buttons)
        height = qMax(height, button->heightFor(places.each));
    return places.lines * height + (places.lines - 1) * lineGap;
}

void ChainView::place()
{
    const Places places = placesIn(width());
    const qsizetype perLine = m_buttons.size() / places.lines;
    const int lineHeight = (height() - (places.lines - 1) * lineGap) / places.lines;
    int x = 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (i % perLine == 0)
            x = 0;
        const QRect place(x, static_cast<int>(i / perLine) * (lineHeight + lineGap), places.each, lineHeight);
        m_buttons[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += places.each + (i == m_buttons.size() - 2 ? places.beside : places.gap);
    }
    // In the middle of the frame, and on one line across all links.
    int tallest = 0;
    for (const ChainLinkButton *button : std::as_const(m_buttons))
        tallest = qMax(tallest, button->contentHeight());
    for (ChainLinkButton *button : std::as_const(m_buttons))
        button->setContentTop(qMax(grid + 2, (lineHeight - tallest) / 2));
}

void ChainView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // TLS-RPT stands beside the chain: nothing leads to it.
    for (qsizetype i = 0; i + 2 < m_buttons.size(); ++i)
        paintConnection(painter, *m_buttons[i], *m_buttons[i + 1]);
}

void ChainView::paintConnection(QPainter &painter, const ChainLinkButton &from, const ChainLinkButton &to) const
{
    const Colours &colours = coloursOf(palette());
    const QRectF first = from.geometry();
    const QRectF second = to.geometry();
    QPolygonF way;
    if (from.y() == to.y()) {
        const QRectF left = first.left() < second.left() ? first : second;
        const QRectF right = first.left() < second.left() ? second : first;
        way << QPointF(left.right() + 2, left.center().y() + 0.5) << QPointF(right.left() - 2, left.center().y() + 0.5);
    } else { // from the end of a line to the beginning of the next
        const double between = (first.bottom() + second.top()) / 2;
        way << QPointF(first.center().x(), first.bottom() + 1) << QPointF(first.center().x(), between)
            << QPointF(second.center().x(), between) << QPointF(second.center().x(), second.top() - 1);
    }
    const bool known = !to.pending() && to.state() != State::NotTested;
    if (!known || to.state() != State::Broken) {
        painter.setPen(
            QPen(known ? colours.state(to.state()) : colours.muted, known ? 2.4 : 1.4, known ? Qt::SolidLine : Qt::DotLine, Qt::RoundCap));
        painter.drawPolyline(way);
        return;
    }
    painter.setPen(QPen(colours.broken, 2.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF start = way[way.size() / 2 - 1];
    const QPointF end = way[way.size() / 2];
    const QPointF middle = (start + end) / 2;
    const QPointF gap(start.x() < end.x() ? 4 : -4, 0);
    if (qAbs(end.x() - start.x()) > 12) {
        QPolygonF before = way.mid(0, way.size() / 2);
        QPolygonF after = way.mid(way.size() / 2);
        painter.drawPolyline(before << middle - gap);
        after.prepend(middle + gap);
        painter.drawPolyline(after);
    }
    painter.drawLine(middle + QPointF(-5, 6), middle + QPointF(-1, -6));
    painter.drawLine(middle + QPointF(1, 6), middle + QPointF(5, -6));
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
