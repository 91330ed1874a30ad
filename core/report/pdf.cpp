// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/render.h"

#include "report/pdfparts.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>

namespace mta
{

namespace
{

/// Everything, from the cover on; called once to count the pages and once to draw them.
int draw(QPdfWriter &writer, QPainter *painter, int pages, const QList<RunItem> &items, const QLocale &locale)
{
    Sheet sheet(writer, painter, pages);
    coverPage(sheet, items, locale);
    if (items.size() != 1 || !items.first().audit) {
        sheet.setFooter(reportTitle(items));
        overviewPages(sheet, items);
    }
    for (const RunItem &item : items) {
        if (!item.audit)
            continue;
        sheet.setFooter(Report::tr("%1, observed %2", "domain, time")
                            .arg(domainText(item.audit->facts.domain), momentText(item.audit->facts.observedAt, locale)));
        summaryPage(sheet, *item.audit, locale);
        detailPages(sheet, *item.audit, locale);
    }
    return sheet.page();
}

} // namespace

Result<QByteArray> renderPdf(const QList<RunItem> &items, const QLocale &locale, PaperSize paper)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{ErrorCode::Unsupported,
                     Report::tr("No PDF can be written without the fonts of a graphical system. Choose HTML instead.")};
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(1200);
    writer.setTitle(reportTitle(items));
    writer.setCreator(QStringLiteral("MTA-STS Studio " MTA_VERSION));
    const int pages = draw(writer, nullptr, 0, items, locale);
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Io, Report::tr("The PDF could not be written. Choose HTML instead.")};
    draw(writer, &painter, pages, items, locale);
    painter.end();
    return pdf;
}

} // namespace mta
