// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "audit/lint.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace mta::cli
{

/// --format of the small commands.
Option objectFormatOption();
Result<QString> readObjectFormat(const Arguments &arguments);

/// --text of the commands about records.
Option recordTextOption();

/// Writes the objects of a small command as JSON (one object, else an array) or one per line. False when nobody reads them.
bool writeObjects(const QString &format, const QList<QJsonObject> &objects, bool single);

QJsonArray lintFindingsJson(const QList<LintFinding> &findings);
/// "FILE:3:7: error: message [id]" and the remedy, as editors understand it.
QString lintFindingsText(const QString &file, const QList<LintFinding> &findings);
/// The time of --at; absent without it.
Result<std::optional<QDateTime>> readAt(const Arguments &arguments);

/// Standard input has a name, too.
QString shownName(const QString &file);

} // namespace mta::cli
