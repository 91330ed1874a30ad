// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/planreport.h"
#include "report/steps.h"
#include <QCoreApplication>

namespace mta
{

/// What a PDF needs and nothing else does: fonts, painting and so the GUI part of Qt, whose libraries alone take as long to load as a
/// third of an audit. So it is a module of its own that the command line loads when a PDF is asked for.
struct PdfModule {
    /// The application object a PDF needs; nothing is shown. To be made before anything else of Qt.
    QCoreApplication *(*createApplication)(int &argc, char **argv);
    Result<QByteArray> (*render)(const QList<RunItem> &items, const QLocale &locale, PaperSize paper);
    Result<QByteArray> (*renderSteps)(const Plan &plan, const StepsReport &report, const QLocale &locale, PaperSize paper);
    Result<QByteArray> (*renderPlans)(const QList<LiveComparison> &comparisons, const QLocale &locale, PaperSize paper);
};

} // namespace mta

/// The module's one entry.
extern "C" Q_DECL_EXPORT const mta::PdfModule *mtaPdfModule();
