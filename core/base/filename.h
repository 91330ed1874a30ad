// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace mta
{

/// A file's name made of a domain's: "example.com.json". Whatever stands in the place of a domain (evidence may come from anybody), it
/// stays in its folder, hides nowhere, is no device of Windows, and fits where names may have 255 octets.
QString fileNameFor(const QString &domain, const QString &suffix);

} // namespace mta
