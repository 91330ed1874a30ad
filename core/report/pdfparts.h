// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploy/compare.h"
#include "report/pdfsheet.h"
#include "report/words.h"

namespace mta
{

// The parts of the PDF report, each drawn where the sheet stands.

QColor stateColour(ChainLink::State state);
/// A background on which dark text reads well.
QColor stateTint(ChainLink::State state);
/// "✗ at risk", in capitals where the script has them, in a box of the verdict's colour; returns its size.
QSizeF badge(Sheet &sheet, QPointF place, ChainLink::State state, const QString &words, qreal size);

/// The file around the content, which is asked for twice: once to count the pages and once to draw them.
Result<QByteArray> writePdf(const QString &title, PaperSize paper, const std::function<void(Sheet &)> &content);

/// The first page: what this is about, when, and the verdict in words.
void coverPage(Sheet &sheet, const QList<RunItem> &items, const QLocale &locale);
/// Several domains in one table.
void overviewPages(Sheet &sheet, const QList<RunItem> &items);
/// One page that a manager understands.
void summaryPage(Sheet &sheet, const DomainAudit &audit, const QLocale &locale);
/// Everything else about one domain.
void detailPages(Sheet &sheet, const DomainAudit &audit, const QLocale &locale);

/// What is live against what is planned, from where the sheet stands.
void planPages(Sheet &sheet, const LiveComparison &comparison);

} // namespace mta
