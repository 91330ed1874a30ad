// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QAbstractItemModel;

namespace mta
{

/// All rows of a model for the clipboard: RFC 4180 with a heading line; cells that a spreadsheet would run are neutralised.
QString rowsAsCsv(const QAbstractItemModel &model);
/// An array of objects, keys by heading; children under "rows".
QString rowsAsJson(const QAbstractItemModel &model);

} // namespace mta
