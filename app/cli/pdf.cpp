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

} // namespace mta::cli
