// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace mta
{

/// What a file holds, or why it cannot be read, in the system's words.
struct FileContent {
    QByteArray octets;
    QString trouble;      ///< null when all was read
    bool missing = false; ///< there is no such file
};

/// No more than `most` octets of a file, a device or a pipe. A named pipe that nobody writes to is trouble, not a wait without end.
FileContent readFile(const QString &path, qint64 most);

} // namespace mta
