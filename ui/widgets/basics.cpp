// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/basics.h"

#include "ui/icons.h"
#include <QSplitter>
#include <QVBoxLayout>

namespace mta
{

QLabel *plainLabel(const QString &text, Type type, bool strong, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(typeFont(type, strong));
    return label;
}

QLabel *textBlock(const QString &text, Type type, QWidget *parent)
{
    QLabel *label = plainLabel(text, type, false, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return label;
}

QLabel *mutedLabel(const QString &text, Type type, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(typeFont(type));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("primary", true);
    button->setAutoDefault(false);
    return button;
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("link", true);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QPushButton *iconButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), QString(), parent);
    button->setFlat(true);
    button->setProperty("flat", true);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoDefault(false);
    return button;
}

QFrame *card(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setObjectName(QStringLiteral("card"));
    return frame;
}

QSplitter *splitter(Qt::Orientation orientation, const QString &objectName, std::initializer_list<QWidget *> parts, QList<int> stretch)
{
    auto *result = new QSplitter(orientation);
    result->setObjectName(objectName);
    result->setHandleWidth(2 * grid);
    result->setChildrenCollapsible(false);
    QList<int> sizes;
    int index = 0;
    for (QWidget *part : parts) {
        result->addWidget(part);
        result->setStretchFactor(index, stretch.value(index, 1));
        sizes.append(200 * stretch.value(index, 1));
        ++index;
    }
    result->setSizes(sizes);
    return result;
}

} // namespace mta
