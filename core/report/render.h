// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domainaudit.h"
#include "base/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <QLocale>

namespace mta
{

/// One line of a run: a domain that was audited, or an input line that could not be used.
struct RunItem {
    QString input; ///< as typed
    std::optional<DomainAudit> audit;
    QString error; ///< when there is no audit: one sentence
};

/// For the terminal. `colour`: ANSI colours; `verbose`: explanations and raw records too. Ends with a line feed.
QString renderText(const RunItem &item, bool colour, bool verbose);
/// A closing line over several domains.
QString renderTextSummary(const QList<RunItem> &items, bool colour);

/// The contract's object (docs/schema/audit.schema.json).
QJsonObject renderJson(const RunItem &item);

/// RFC 4180, UTF-8, CRLF; cells that a spreadsheet would run are neutralised.
QByteArray csvLine(const QStringList &cells);
QByteArray csvHeader();
QByteArray renderCsv(const RunItem &item);

/// One self-contained page.
QByteArray renderHtml(const QList<RunItem> &items, const QLocale &locale);

enum class PaperSize { A4, Letter };
/// Needs a QGuiApplication.
Result<QByteArray> renderPdf(const QList<RunItem> &items, const QLocale &locale, PaperSize paper);

/// Short words for people (context "Report"): the verdict, a severity, an area, a result type.
QString verdictText(DomainVerdict verdict);
QString severityText(Severity severity);
QString areaText(Area area);
QString resultText(const QString &result);

} // namespace mta
