// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "store/bundles.h"

#include "base/placeholders.h"
#include "base/wiretext.h"
#include "deploy/zip.h"
#include "store/wholefile.h"
#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace mta
{

namespace
{

Error trouble(const char *sentence, const QString &path, const QString &reason = {})
{
    return {ErrorCode::Io, fillPlaceholders(QCoreApplication::translate("Store", sentence),
                                            {{QStringLiteral("path"), visibleText(path, 300)}, {QStringLiteral("reason"), reason}})};
}

Error exists(const QString &path)
{
    return trouble(QT_TRANSLATE_NOOP("Store", "{path} is there already. Choose another place, or allow it to be overwritten."), path);
}

std::optional<Error> saveArchive(const QFileInfo &target, const QList<BundleFile> &files, Overwrite overwrite)
{
    if (target.exists() && overwrite == Overwrite::Never)
        return exists(target.filePath());
    const std::optional<QByteArray> archive = zipArchive(files, target.completeBaseName());
    if (!archive)
        return trouble(QT_TRANSLATE_NOOP("Store", "This is too much for a zip file: choose a folder for {path}."), target.filePath());
    if (const QString reason = writeWhole(target.filePath(), *archive); !reason.isNull())
        return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be written: {reason}."), target.filePath(), reason);
    return std::nullopt;
}

std::optional<Error> writeInto(const QDir &folder, const QList<BundleFile> &files)
{
    for (const BundleFile &file : files) {
        const QString path = folder.filePath(file.path);
        if (!QDir().mkpath(QFileInfo(path).path()))
            return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be created."), QFileInfo(path).path());
        if (const QString reason = writeWhole(path, file.content); !reason.isNull())
            return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be written: {reason}."), path, reason);
    }
    return std::nullopt;
}

bool holds(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.size() == content.size() && file.open(QIODevice::ReadOnly) && file.readAll() == content;
}

} // namespace

std::optional<Error> saveBundle(const QString &path, const QList<BundleFile> &files, Overwrite overwrite)
{
    const QFileInfo target(QDir::cleanPath(path));
    if (target.fileName().endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        return saveArchive(target, files, overwrite);
    if (target.exists()) {
        if (!target.isDir())
            return exists(target.filePath());
        const QDir folder(target.filePath());
        for (const BundleFile &file : files)
            if (overwrite == Overwrite::Never && QFileInfo::exists(folder.filePath(file.path)) &&
                !holds(folder.filePath(file.path), file.content))
                return exists(folder.filePath(file.path));
        return writeInto(folder, files);
    }
    // Beside its place, so that the last step is one change of a name.
    if (!QDir().mkpath(target.path()))
        return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be created."), target.path());
    QTemporaryDir made(target.path() + QLatin1String("/.") + target.fileName() + QLatin1String(".XXXXXX"));
    if (!made.isValid())
        return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be written: {reason}."), target.filePath(), made.errorString());
    const QDir whole(made.filePath(QStringLiteral("whole"))); // with the permissions that folders here have
    if (!QDir().mkdir(whole.path()))
        return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be created."), target.filePath());
    if (std::optional<Error> error = writeInto(whole, files))
        return error;
    if (!QDir().rename(whole.path(), target.filePath()))
        return trouble(QT_TRANSLATE_NOOP("Store", "{path} cannot be created."), target.filePath());
    return std::nullopt;
}

} // namespace mta
