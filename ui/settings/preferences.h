// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/domainfacts.h"
#include <QString>

class QSettings;

namespace mta
{

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// What the user chose. Strings are as typed.
struct Preferences {
    QString language; ///< empty: the system's
    ThemeChoice theme = ThemeChoice::System;
    QString resolver; ///< empty: the system's; "recursive"; "192.0.2.53", "[::1]:53"
    QString ehloName; ///< empty: this machine's name
    QString proxy;    ///< "socks5://HOST:PORT", empty without
    bool allowPrivate = false;
    bool ipv4 = true;
    bool ipv6 = true;
    int timeoutSeconds = 20;
    Depth depth = Depth::Standard;
    int expiryDays = 0;      ///< warning window for mail server certificates; 0 without
    bool keepHistory = true; ///< remember how domains looked
    bool remind = true;      ///< tell what becomes due of plans

    bool operator==(const Preferences &) const = default;
};

Preferences loadPreferences(const QSettings &settings);
void savePreferences(QSettings &settings, const Preferences &preferences);

/// One sentence that says what is wrong with a field, or an empty string.
QString resolverProblem(const QString &text);
QString proxyProblem(const QString &text);
QString ehloNameProblem(const QString &text);

} // namespace mta
