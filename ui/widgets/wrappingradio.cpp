// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/wrappingradio.h"

#include <QStyleOptionButton>

namespace mta
{

WrappingRadio::WrappingRadio(const QString &text, QWidget *parent) : QRadioButton(text, parent), m_whole(text)
{
    QString name = text;
    setAccessibleName(name.remove(u'&'));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// The words that stand beside the mark, in as many lines as they take.
QStringList WrappingRadio::linesFor(int width) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = QRect(0, 0, width, height());
    const int room = style()->subElementRect(QStyle::SE_RadioButtonContents, &option, this).width();
    QStringList lines;
    for (const QString &word : m_whole.split(u' ')) {
        QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (lines.isEmpty() || fontMetrics().horizontalAdvance(QString(longer).remove(u'&')) > room)
            lines.append(word);
        else
            lines.last() = longer;
    }
    return lines;
}

QSize WrappingRadio::sizeHint() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const QSize text = fontMetrics().size(Qt::TextShowMnemonic, m_whole);
    const int mark = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, &option, this);
    return style()->sizeFromContents(QStyle::CT_RadioButton, &option, {text.width(), qMax(text.height(), mark)}, this);
}

QSize WrappingRadio::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
}

int WrappingRadio::heightForWidth(int width) const
{
    return sizeHint().height() + (static_cast<int>(linesFor(width).size()) - 1) * fontMetrics().lineSpacing();
}

void WrappingRadio::resizeEvent(QResizeEvent *event)
{
    QRadioButton::resizeEvent(event);
    if (const QString lines = linesFor(width()).join(u'\n'); lines != text())
        setText(lines);
}

} // namespace mta
