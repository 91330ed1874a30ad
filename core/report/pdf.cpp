// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/planreport.h"

#include "report/pdfparts.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>

namespace mta
{

namespace
{

/// Everything, from the cover on.
void draw(Sheet &sheet, const QList<RunItem> &items, const QList<LiveComparison> &plans, const QLocale &locale)
{
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
        const auto plan = std::find_if(plans.cbegin(), plans.cend(),
                                       [&item](const LiveComparison &each) { return each.domain.ascii == item.audit->facts.domain.ascii; });
        if (plan == plans.cend())
            continue;
        sheet.newPage();
        sheet.heading(Report::tr("Live and intended"));
        planPages(sheet, *plan);
    }
}

} // namespace

Result<QByteArray> writePdf(const QString &title, PaperSize paper, const std::function<void(Sheet &)> &content)
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
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("MTA-STS Studio " MTA_VERSION));
    Sheet counting(writer, nullptr, 0);
    content(counting);
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Io, Report::tr("The PDF could not be written. Choose HTML instead.")};
    Sheet sheet(writer, &painter, counting.page());
    content(sheet);
    painter.end();
    return pdf;
}

Result<QByteArray> renderPdf(const QList<RunItem> &items, const QList<LiveComparison> &plans, const QLocale &locale, PaperSize paper)
{
    return writePdf(reportTitle(items), paper, [&](Sheet &sheet) { draw(sheet, items, plans, locale); });
}

Result<QByteArray> renderPdf(const QList<RunItem> &items, const QLocale &locale, PaperSize paper)
{
    return renderPdf(items, {}, locale, paper);
}

} // namespace mta
