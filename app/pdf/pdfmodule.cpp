// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pdf/pdfmodule.h"

#include <QGuiApplication>

namespace
{

QCoreApplication *createApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return new QGuiApplication(argc, argv);
}

} // namespace

const mta::PdfModule *mtaPdfModule()
{
    static const mta::PdfModule module{createApplication, mta::renderPdf, mta::renderStepsPdf, mta::renderPlanPdf};
    return &module;
}
