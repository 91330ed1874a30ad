// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace mta
{

/// The languages this program speaks: "en" and those embedded under :/i18n, as language codes.
QStringList availableLanguages();

/// The first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that this program speaks, as it stands there ("de_AT"); "en" without one.
QString languageOfEnvironment();

/// Installs the translations of the program and of Qt for `code` ("de", "de_AT", "de-AT") and makes its locale the default.
/// False when the language is not spoken; then nothing is changed. Needs the application object.
bool installLanguage(const QString &code);

} // namespace mta
