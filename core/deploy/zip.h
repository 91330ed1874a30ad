// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/bundle.h"

namespace mta
{

/// The files as one zip archive below a folder of that name. The same files give the same octets: no times, no users. Stored as they are,
/// for a few texts need no packing. Absent where they are too many or too large for the plain format (65,535 files, 4 GiB).
std::optional<QByteArray> zipArchive(const QList<BundleFile> &files, const QString &folder);

} // namespace mta
