// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace mta
{

using Values = QHash<QString, QString>;

/// Replaces `{name}` by values["name"], once, without looking inside what was put in: values come from strangers.
/// An unknown placeholder stays as it is, so that a test can find it.
QString fillPlaceholders(const QString &pattern, const Values &values);

/// The names that stand in braces in `pattern`, in order, without repetition.
QStringList placeholdersOf(const QString &pattern);

} // namespace mta
