// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QIcon>

class QPainter;

namespace mta
{

/// Makes icons and style sheet known; applyTheme() does it.
void initIcons();

/// An outline icon of resources/icons that follows the text colour of the palette, also when the theme changes.
QIcon icon(const QString &name);
/// The same in the state's own colour.
QIcon stateIcon(State state);
QIcon severityIcon(Severity severity);
QString stateIconName(State state);

/// Draws an icon in a colour.
void paintIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour);

} // namespace mta
