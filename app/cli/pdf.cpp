// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/pdf.h"

#include <QFile>
#include <QFileInfo>
#include <QLibrary>

namespace mta::cli
{

namespace
{

/// Beside the program where it was built, in the package's own library folder where it was installed.
constexpr const char *places[] = {"", MTA_MODULE_FOLDER "/"};

const PdfModule *load()
{
    const QString program = QFile::symLinkTarget(QStringLiteral("/proc/self/exe"));
    if (program.isEmpty())
        return nullptr; // never from wherever the user happens to be
    const QString folder = QFileInfo(program).path();
    for (const char *place : places) {
        const QString path = folder + u'/' + QLatin1String(place) + QLatin1String("mta-sts-pdf");
        if (const auto entry = reinterpret_cast<decltype(&mtaPdfModule)>(QLibrary(path).resolve("mtaPdfModule")))
            return entry();
    }
    return nullptr;
}

} // namespace

const PdfModule *pdfModule()
{
    static const PdfModule *const module = load();
    return module;
}

PaperSize paperOf(const QLocale &locale)
{
    return locale.measurementSystem() == QLocale::ImperialUSSystem ? PaperSize::Letter : PaperSize::A4;
}

} // namespace mta::cli
