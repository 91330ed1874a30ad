// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "ui/settings/preferences.h"
#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace mta
{

/// The four states of everything that is shown; each has an icon, a word and a colour.
using State = ChainLink::State;

/// All colours of one theme. Text colours have at least 4.5:1 on window, base and raised (WCAG 2.1 AA).
struct Colours {
    QColor window; ///< behind everything
    QColor base;   ///< behind lists and texts
    QColor raised; ///< cards and bars
    QColor text;
    QColor muted; ///< secondary text
    QColor border;
    QColor accent;   ///< the primary action, links, focus
    QColor onAccent; ///< text on accent
    QColor hover;
    QColor selected; ///< behind the current row
    QColor good;
    QColor attention;
    QColor broken;
    QColor notTested;

    QColor state(State state) const;
    /// The state's colour, faint, as a background.
    QColor tint(State state) const;
};

const Colours &coloursOf(ThemeChoice theme); ///< Light for System
/// The colours that go with a palette made by applyTheme().
const Colours &coloursOf(const QPalette &palette);

/// Fusion, the palette and the few rules of shape; `system` is the palette the platform started with.
void applyTheme(QApplication &app, ThemeChoice theme, const QPalette &system);

/// The type scale: four sizes, all relative to the user's font size.
enum class Type { Small, Body, Heading, Title };
QFont typeFont(Type type, bool strong = false);
/// For everything that came off the wire.
QFont wireFont(Type type = Type::Body);

/// The spacing grid.
inline constexpr int grid = 4;

} // namespace mta
