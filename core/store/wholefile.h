// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// Writes a file as a whole: the old one stays until the new one is complete. What is no ordinary file, a pipe or a device, is written
/// to. What went wrong, in the system's words; null when all is written.
QString writeWhole(const QString &path, const QByteArray &octets);

} // namespace mta
