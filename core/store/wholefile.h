// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>
#include <optional>

namespace mta
{

/// Writes a file as a whole: the old one stays until the new one is complete. What is no ordinary file, a pipe or a device, is written
/// to. Without `permissions` those of the old file are kept. What went wrong, in the system's words; null when all is written.
QString writeWhole(const QString &path, const QByteArray &octets, std::optional<QFileDevice::Permissions> permissions = {});

} // namespace mta
