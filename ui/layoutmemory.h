// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSettings;
class QWidget;

namespace mta
{

/// Splitters and columns below `root`, by object name.
void saveLayout(QSettings &settings, const QWidget &root);
void restoreLayout(const QSettings &settings, QWidget &root);

} // namespace mta
