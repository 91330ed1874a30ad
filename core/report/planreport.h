// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "report/render.h"

namespace mta
{

// A plan and what is live, in every form that scripts and people take.

QString planItemText(PlanItem item);       ///< "Mail server"
QString liveStateText(const LiveRow &row); ///< "as planned", of a certificate "fits"
/// "=", "~", "-", "+" or "?": says the same without colour.
QString liveStateMark(LiveState state);
/// How it is painted: what could not be tested is neither good nor bad.
ChainLink::State paintOf(const LiveRow &row);
/// "~ mode: [-testing-]{+enforce+}"
QString liveLineText(const LiveLine &line);
/// "1 not as planned, 9 as planned, 0 not tested"
QString planCountsText(const LiveComparison &comparison);

/// For the terminal: one block about one domain. `verbose`: both texts of what is the same, too. Ends with a line feed.
QString renderPlanText(const LiveComparison &comparison, bool colour, bool verbose);
/// Most of an object of docs/schema/plancheck.schema.json; the file is the caller's business.
QJsonObject renderPlanJson(const LiveComparison &comparison);

/// One row for each of the comparison's, in the form of csvLine().
QByteArray planCsvHeader();
QByteArray renderPlanCsv(const LiveComparison &comparison, const QString &file);
/// The row of a plan that could not be compared; the domain (A-labels) is empty where it is not known.
QByteArray planCsvError(const QString &file, const QString &domain, const QString &error);

/// A table for each domain, and below it what is to be done. Needs a QGuiApplication.
Result<QByteArray> renderPlanPdf(const QList<LiveComparison> &comparisons, const QLocale &locale, PaperSize paper);

/// The report of audits, each followed by what is live against the plan of its domain, where one is among them.
Result<QByteArray> renderPdf(const QList<RunItem> &items, const QList<LiveComparison> &plans, const QLocale &locale, PaperSize paper);

} // namespace mta
