// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/basics.h"
#include "ui/widgets/flowlayout.h"
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mta
{

/// What every page of the wizard begins with: its question, and why it is asked.
inline QVBoxLayout *beginStep(QWidget *step, const QString &heading, const QString &explanation)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(2 * grid, grid, 4 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    QLabel *title = textBlock(heading, Type::Heading);
    title->setFont(typeFont(Type::Heading, true));
    column->addWidget(title);
    QLabel *text = textBlock(explanation);
    text->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(text);
    column->addSpacing(grid);
    return column;
}

/// A label that belongs to its field, for the eye, the keyboard and the screen reader.
inline QLabel *fieldLabel(const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, Type::Body, true);
    label->setBuddy(field);
    QString name = text;
    field->setAccessibleName(name.remove(u'&'));
    return label;
}

/// Buttons side by side, and on further lines where there is no room.
inline FlowLayout *buttonRow(std::initializer_list<QWidget *> buttons)
{
    auto *row = new FlowLayout;
    row->setSpacing(2 * grid);
    for (QWidget *button : buttons)
        row->addWidget(button);
    row->addItem(new QSpacerItem(0, 0)); // takes what is left of the line
    return row;
}

/// A field for several values, one on each line.
inline QPlainTextEdit *linesField(int visibleLines)
{
    auto *field = new QPlainTextEdit;
    field->setFont(wireFont());
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * visibleLines + 6 * grid);
    return field;
}

/// What somebody is typing stays as it is typed, as long as it means what is to be shown.
template<class Meaning>
void showLines(QPlainTextEdit *field, const QStringList &lines, Meaning meaning)
{
    if (meaning(field->toPlainText()) == lines)
        return;
    const QSignalBlocker quiet(field);
    field->setPlainText(lines.join(u'\n'));
}

/// The lines of a field that hold something.
inline QStringList filledLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

} // namespace mta
