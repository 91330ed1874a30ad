// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/context.h"
#include "base/result.h"
#include <QByteArray>
#include <QString>
#include <optional>

namespace mta
{

/// A file of another machine, reached with the system's `sftp`: with the user's keys, agent, known hosts and settings, and never a
/// password.
struct SftpPlace {
    QString user;         ///< empty: that of the settings
    QString host;         ///< a name, an address, or a name of the settings
    QString path;         ///< as LocalPlace::path
    QString configFile{}; ///< of ssh; empty: the user's own

    QString file() const;
    bool operator==(const SftpPlace &) const = default;
};

/// Named limits.
inline constexpr qsizetype maxSftpPath = 512;           ///< octets; a line of sftp's batch language has 2048
inline constexpr qsizetype maxSftpOutput = 1024 * 1024; ///< octets of what it says: some ten thousand files in the folder

/// "[USER@]HOST:PATH". Nothing in it can become an option of sftp or another command for it.
Result<SftpPlace> parseSftpPlace(const QString &text);

/// A path as a word of sftp's batch language. Absent where none can be written: control characters end a line.
std::optional<QByteArray> sftpWord(const QString &path);

/// The three things done there. Absent: there is no such file.
Result<std::optional<QByteArray>> sftpRead(const SftpPlace &place, qsizetype most, const Context &context);
Result<bool> sftpWrite(const SftpPlace &place, const QByteArray &text, const Context &context);
Result<bool> sftpRemove(const SftpPlace &place, const Context &context);

} // namespace mta
