// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/common/modules.h"

#include <QFile>
#include <QFileInfo>
#include <QLibrary>

namespace mta
{

namespace
{

/// Beside the program where it was built, in the package's own library folder where it was installed.
constexpr const char *places[] = {"", MTA_MODULE_FOLDER "/"};

} // namespace

QFunctionPointer moduleEntry(const char *module, const char *entry)
{
    const QString program = QFile::symLinkTarget(QStringLiteral("/proc/self/exe"));
    if (program.isEmpty())
        return nullptr; // never from wherever the user happens to be
    const QString folder = QFileInfo(program).path();
    for (const char *place : places) {
        const QString path = folder + u'/' + QLatin1String(place) + QLatin1String(module);
        if (const QFunctionPointer found = QLibrary(path).resolve(entry))
            return found;
    }
    return nullptr;
}

} // namespace mta
