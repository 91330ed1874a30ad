// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "store/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <memory>
#include <unistd.h>

namespace mta
{

namespace
{

/// Ordinary files are replaced as a whole. What is none, a pipe or a device, is written to: replaced, it would be gone for everybody.
std::unique_ptr<QFileDevice> fileToSaveTo(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

/// Some disks tell only now that they could not keep it; QSaveFile would pass over that. What cannot be asked, a pipe, has nothing to tell.
QString troubleOfDisk(const QFileDevice &file)
{
    if (::fsync(file.handle()) == 0 || (errno != EIO && errno != ENOSPC && errno != EDQUOT))
        return {};
    return qt_error_string(errno);
}

} // namespace

QString writeWhole(const QString &path, const QByteArray &octets, std::optional<QFileDevice::Permissions> permissions)
{
    const std::unique_ptr<QFileDevice> file = fileToSaveTo(path);
    if (!file->open(QIODevice::WriteOnly) || (permissions && !file->setPermissions(*permissions)) || file->write(octets) != octets.size() ||
        !file->flush())
        return file->errorString();
    if (const QString trouble = troubleOfDisk(*file); !trouble.isEmpty())
        return trouble;
    auto *replacement = qobject_cast<QSaveFile *>(file.get());
    return !replacement || replacement->commit() ? QString() : file->errorString();
}

} // namespace mta
