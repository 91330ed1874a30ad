// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pdf/pdfmodule.h"

namespace mta::cli
{

/// The part that writes PDFs, loaded by the first call. Null when it is not installed. Needs no application object.
const PdfModule *pdfModule();

/// Letter where inches are used, A4 everywhere else.
PaperSize paperOf(const QLocale &locale);

} // namespace mta::cli
