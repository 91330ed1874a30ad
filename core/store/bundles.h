// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/bundle.h"

namespace mta
{

enum class Overwrite { Never, Allowed };

/// Writes what is exported as a folder, or where the path ends in ".zip" as an archive with one folder of that name. A new folder appears
/// as a whole, or not at all. Into a folder that is there the files are put beside what it holds; without Overwrite::Allowed nothing is
/// written when one of them is there already with other content. Absent when all is written.
std::optional<Error> saveBundle(const QString &path, const QList<BundleFile> &files, Overwrite overwrite = Overwrite::Never);

} // namespace mta
