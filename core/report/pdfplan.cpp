// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/planreport.h"

#include "base/wiretext.h"
#include "report/pdfparts.h"

namespace mta
{

namespace
{

const QColor muted(0x57, 0x60, 0x6a);
const TextStyle small{8};
const TextStyle wire{8, false, true};

// What a hostile domain has beyond these is left to the other forms.
constexpr qsizetype maxRows = 200;
constexpr qsizetype maxCell = 600;
constexpr qsizetype maxText = 8000;
constexpr qsizetype maxLines = 200;

/// A text with its lines, made visible.
QString shown(QByteArray text, qsizetype limit)
{
    text.replace("\r\n", "\n");
    return visibleLines(text, limit);
}

/// Lines of a table's cell are those of a paragraph.
QString cell(const QByteArray &text)
{
    return shown(text, maxCell).replace(u'\n', QChar(QChar::LineSeparator));
}

QString nameOf(const LiveRow &row)
{
    return Report::tr("%1: %2", "what a row is about, host or name").arg(planItemText(row.item), visibleText(row.subject, maxCell)) +
           (row.type.isEmpty() ? QString() : QString(u' ' + row.type));
}

void table(Sheet &sheet, const QList<LiveRow> &rows)
{
    QList<QList<SheetCell>> cells;
    for (const LiveRow &row : rows) {
        const QString state = Report::tr("%1 %2", "mark and state").arg(liveStateMark(row.state), liveStateText(row));
        cells.append({{nameOf(row), small},
                      {state, {8, true, false, stateColour(paintOf(row))}},
                      {cell(row.planned), wire},
                      {cell(row.live), wire}});
    }
    sheet.table({{Report::tr("What"), 3}, {Report::tr("State"), 1.5}, {Report::tr("Planned"), 3}, {Report::tr("Live"), 3}}, cells);
}

/// What is to be said of a row beyond the table.
void remarks(Sheet &sheet, const LiveRow &row)
{
    sheet.text(nameOf(row), {9, true}, 12);
    if (row.isDifferent())
        sheet.text(liveReasonText(row) + u' ' + liveAdvice(row), {9}, 12);
    if (row.isDifferent()) {
        for (const LiveLine &line : row.lines.mid(0, maxLines))
            sheet.text(liveLineText(line), wire, 24);
    }
    for (const QString &note : row.notes)
        sheet.text(liveNoteText(row, note), {8.5, false, false, muted}, 12);
    if (!row.paste.isEmpty()) {
        sheet.text(Report::tr("to publish:"), {8, true, false, muted}, 12);
        sheet.text(shown(row.paste, maxText), wire, 24);
    }
}

} // namespace

void planPages(Sheet &sheet, const LiveComparison &comparison)
{
    const QList<LiveRow> rows = comparison.rows.mid(0, maxRows);
    sheet.text(planCountsText(comparison), {9, false, false, muted});
    sheet.space(8);
    table(sheet, rows);
    for (const LiveRow &row : rows) {
        if (!row.isDifferent() && row.notes.isEmpty())
            continue;
        sheet.space(8);
        sheet.accented(stateColour(paintOf(row)), [&] { remarks(sheet, row); });
    }
}

Result<QByteArray> renderPlanPdf(const QList<LiveComparison> &comparisons, const QLocale &locale, PaperSize paper)
{
    const QString title = comparisons.size() == 1 ? Report::tr("Plan of %1, and what is live").arg(domainText(comparisons.first().domain))
                                                  : Report::tr("%n plans, and what is live", nullptr, static_cast<int>(comparisons.size()));
    return writePdf(title, paper, [&](Sheet &sheet) {
        for (qsizetype i = 0; i < comparisons.size(); ++i) {
            const LiveComparison &comparison = comparisons.at(i);
            if (i > 0)
                sheet.newPage();
            sheet.setFooter(Report::tr("%1, observed %2", "domain, time")
                                .arg(domainText(comparison.domain), momentText(comparison.observedAt, locale)));
            sheet.text(domainText(comparison.domain), {16, true});
            planPages(sheet, comparison);
        }
    });
}

} // namespace mta
