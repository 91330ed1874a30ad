// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QVBoxLayout;
class QSplitter;

namespace mta
{

/// A label that never takes its text for markup. Every label of the window is one.
QLabel *plainLabel(const QString &text, Type type = Type::Body, bool strong = false, QWidget *parent = nullptr);
/// The same, wrapped and selectable.
QLabel *textBlock(const QString &text, Type type = Type::Body, QWidget *parent = nullptr);
/// Secondary text in the muted colour.
QLabel *mutedLabel(const QString &text, Type type = Type::Small, QWidget *parent = nullptr);

QPushButton *primaryButton(const QString &text, QWidget *parent = nullptr);
/// Looks like a link.
QPushButton *linkButton(const QString &text, QWidget *parent = nullptr);
/// An icon alone; its text is the accessible name and the tool tip.
QPushButton *iconButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

/// A raised panel with a layout of its own.
QFrame *card(QWidget *parent = nullptr);
QSplitter *splitter(Qt::Orientation orientation, const QString &objectName, std::initializer_list<QWidget *> parts, QList<int> stretch);

} // namespace mta
