// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/basics.h"
#include "ui/widgets/fieldnote.h"
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
    label->setWordWrap(true);
    label->setBuddy(field);
    QString name = text;
    field->setAccessibleName(name.remove(u'&'));
    return label;
}

/// Side by side where there is room, one below the other where there is not.
inline QWidget *flowRow(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(2 * grid);
    for (QWidget *widget : widgets)
        flow->addWidget(widget);
    auto *rest = new QWidget; // the last one takes what is left of the line
    rest->setMaximumHeight(0);
    flow->addWidget(rest);
    return row;
}

/// A label with its field, kept together.
inline QWidget *labelled(const QString &text, QWidget *field)
{
    auto *pair = new QWidget;
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * grid);
    QLabel *label = fieldLabel(text, field);
    label->setWordWrap(false);
    row->addWidget(label);
    row->addWidget(field, 1);
    return pair;
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
