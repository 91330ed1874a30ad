// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/pdf.h"

#include "app/common/modules.h"

namespace mta::cli
{

const PdfModule *pdfModule()
{
    static const auto entry = reinterpret_cast<decltype(&mtaPdfModule)>(moduleEntry("mta-sts-pdf", "mtaPdfModule"));
    static const PdfModule *const module = entry ? entry() : nullptr;
    return module;
}

PaperSize paperOf(const QLocale &locale)
{
    return locale.measurementSystem() == QLocale::ImperialUSSystem ? PaperSize::Letter : PaperSize::A4;
}

} // namespace mta::cli
