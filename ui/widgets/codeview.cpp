// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/codeview.h"

#include "ui/icons.h"
#include <QPainter>
#include <QTextBlock>

namespace mta
{

class CodeView::Margin : public QWidget
{
public:
    explicit Margin(CodeView *view) : QWidget(view), m_view(view) {}
    QSize sizeHint() const override { return {m_view->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintMargin(event); }

private:
    CodeView *m_view;
};

CodeView::CodeView(const QString &accessibleName, QWidget *parent) : QPlainTextEdit(parent), m_margin(new Margin(this))
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setFont(wireFont());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::layoutMargin);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        highlight();
        emit currentLineChanged();
    });
    layoutMargin();
}

void CodeView::setNumbered(bool numbered)
{
    m_numbered = numbered;
    layoutMargin();
}

void CodeView::setLines(const QStringList &lines, const QMap<int, State> &marks)
{
    const QString text = lines.join(u'\n');
    if (toPlainText() != text)
        setPlainText(text);
    layoutMargin();
    setMarks(marks);
    highlight();
}

void CodeView::setMarks(const QMap<int, State> &marks)
{
    m_marks = marks;
    m_margin->update();
}

void CodeView::setUnderlined(const QList<QTextEdit::ExtraSelection> &places)
{
    m_underlined = places;
    highlight();
}

int CodeView::currentLine() const
{
    return textCursor().blockNumber();
}

void CodeView::setCurrentLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    if (block.isValid())
        setTextCursor(QTextCursor(block));
}

int CodeView::marginWidth() const
{
    if (!m_numbered)
        return 0;
    const int digits = qMax(2, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'0') * digits + fontMetrics().height() + 4 * grid;
}

void CodeView::layoutMargin()
{
    setViewportMargins(layoutDirection() == Qt::LeftToRight ? marginWidth() : 0, 0,
                       layoutDirection() == Qt::LeftToRight ? 0 : marginWidth(), 0);
    const QRect area = contentsRect();
    const int width = marginWidth();
    m_margin->setGeometry(layoutDirection() == Qt::LeftToRight ? area.left() : area.right() - width + 1, area.top(), width, area.height());
    m_margin->setVisible(width > 0);
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutMargin();
}

void CodeView::highlight()
{
    QList<QTextEdit::ExtraSelection> selections = m_underlined;
    if (m_numbered && !document()->isEmpty()) {
        QTextEdit::ExtraSelection line;
        line.format.setBackground(coloursOf(palette()).hover);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = textCursor();
        line.cursor.clearSelection();
        selections.prepend(line);
    }
    setExtraSelections(selections);
    m_margin->update();
}

void CodeView::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    const Colours &colours = coloursOf(palette());
    painter.fillRect(event->rect(), colours.base);
    painter.setFont(font());
    const int side = fontMetrics().height() - 2;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const int number = block.blockNumber();
        painter.setPen(number == currentLine() ? colours.text : colours.muted);
        const qreal first = qMin(place.height(), qreal(fontMetrics().lineSpacing())); // of a line that is wrapped
        painter.drawText(QRectF(0, place.top(), m_margin->width() - 2 * grid, first), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number + 1));
        const auto mark = m_marks.constFind(number);
        if (mark != m_marks.cend())
            paintIcon(painter, stateIconName(*mark), QRectF(grid, place.top() + 1, side, side), colours.state(*mark));
    }
}

} // namespace mta
