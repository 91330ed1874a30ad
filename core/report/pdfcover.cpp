// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/pdfparts.h"

#include "base/wiretext.h"
#include "report/digest.h"
#include "report/terminal.h"

namespace mta
{

namespace
{

const QColor navy(0x1f, 0x3a, 0x5f);
const QColor muted(0x57, 0x60, 0x6a);
const QColor white(Qt::white);

} // namespace

QColor stateColour(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return {0x1a, 0x7f, 0x37};
    case ChainLink::State::Attention:
        return {0x9a, 0x67, 0x00};
    case ChainLink::State::Broken:
        return {0xcf, 0x22, 0x2e};
    case ChainLink::State::NotTested:
        break;
    }
    return {0x6e, 0x77, 0x81};
}

QColor stateTint(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return {0xe6, 0xf4, 0xea};
    case ChainLink::State::Attention:
        return {0xff, 0xf5, 0xd9};
    case ChainLink::State::Broken:
        return {0xfd, 0xe9, 0xea};
    case ChainLink::State::NotTested:
        break;
    }
    return {0xf0, 0xf2, 0xf4};
}

QSizeF badge(Sheet &sheet, QPointF place, ChainLink::State state, const QString &words, qreal size)
{
    const TextStyle style{size, true, false, white};
    const QString text = Report::tr("%1 %2", "mark and verdict").arg(stateMark(state), words);
    constexpr qreal most = 480;
    // The narrowest box that holds it on one line.
    qreal width = size * 2;
    while (width < most && sheet.heightOf(text, style, width) > size * 1.8)
        width += size / 4;
    const qreal height = sheet.heightOf(text, style, width);
    const QSizeF box(width + size * 1.2, height + size * 0.7);
    sheet.fill({place, box}, stateColour(state), size * 0.35);
    sheet.textIn({place + QPointF(size * 0.6, size * 0.35), QSizeF(width, height)}, text, style);
    return box;
}

namespace
{

/// Large, but a long name gets no more than a third of the page.
TextStyle titleStyle(const Sheet &sheet, const QString &title)
{
    TextStyle style{34, true, false, navy};
    while (style.size > 12 && sheet.heightOf(title, style, sheet.width()) > sheet.pageHeight() / 4)
        style.size -= 2;
    return style;
}

/// How many domains have each verdict, the worst first.
void verdictCounts(Sheet &sheet, const QList<RunItem> &items)
{
    for (const DomainVerdict verdict : {DomainVerdict::AtRisk, DomainVerdict::Unprotected, DomainVerdict::Testing, DomainVerdict::Protected,
                                        DomainVerdict::Undetermined, DomainVerdict::NotApplicable}) {
        const auto count =
            std::count_if(items.cbegin(), items.cend(), [&](const RunItem &item) { return item.audit && item.audit->verdict == verdict; });
        if (count == 0)
            continue;
        sheet.textIn({sheet.left(), sheet.y() + 3, 50, 22}, QString::number(count), {16, true, false, stateColour(stateOfVerdict(verdict))},
                     Qt::AlignRight);
        const QSizeF box = badge(sheet, {sheet.left() + 62, sheet.y()}, stateOfVerdict(verdict), verdictText(verdict), 12);
        sheet.moveTo(sheet.y() + box.height() + 8);
    }
}

/// Label and value pairs at the foot of the cover.
void particulars(Sheet &sheet, const QList<QPair<QString, QString>> &rows)
{
    constexpr qreal labels = 110;
    qreal height = 0;
    for (const auto &[label, value] : rows)
        height += std::max<qreal>(14, sheet.heightOf(value, {9}, sheet.width() - labels)) + 3;
    sheet.moveTo(sheet.pageHeight() - Sheet::margin - height);
    sheet.line({sheet.left(), sheet.y() - 10}, {sheet.left() + sheet.width(), sheet.y() - 10}, navy, 1);
    for (const auto &[label, value] : rows) {
        sheet.textIn({sheet.left(), sheet.y(), labels, 20}, label, {9, false, false, muted});
        const qreal taken = sheet.textIn({sheet.left() + labels, sheet.y(), sheet.width() - labels, 60}, value, {9});
        sheet.moveTo(sheet.y() + std::max<qreal>(14, taken) + 3);
    }
}

QString shortened(const QString &text)
{
    return visibleText(text, 400);
}

void coverOfOne(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    const DomainFacts &facts = audit.facts;
    const QString domain = visibleText(facts.domain.unicode.isEmpty() ? facts.domain.ascii : facts.domain.unicode, 300);
    sheet.text(domain, titleStyle(sheet, domain));
    if (domain != facts.domain.ascii)
        sheet.text(visibleText(facts.domain.ascii, 300), {12, false, true, muted});
    sheet.moveTo(sheet.y() + 20);
    const QSizeF box = badge(sheet, {sheet.left(), sheet.y()}, stateOfVerdict(audit.verdict), verdictText(audit.verdict), 20);
    sheet.moveTo(sheet.y() + box.height() + 20);
    sheet.text(shortened(audit.headline), {15, false, false, navy});
    particulars(sheet, {{Report::tr("Observed"), momentText(facts.observedAt, locale)},
                        {Report::tr("DNS resolver"), visibleText(facts.conditions.resolver, 120)},
                        {Report::tr("Written by"), QLatin1String("MTA-STS Studio " MTA_VERSION)}});
}

void coverOfMany(Sheet &sheet, const QList<RunItem> &items, const QLocale &locale)
{
    sheet.text(reportTitle(items), titleStyle(sheet, reportTitle(items)));
    sheet.moveTo(sheet.y() + 20);
    verdictCounts(sheet, items);
    QDateTime first;
    QDateTime last;
    QStringList resolvers;
    qsizetype unusable = 0;
    for (const RunItem &item : items) {
        if (!item.audit) {
            ++unusable;
            continue;
        }
        const QDateTime time = item.audit->facts.observedAt;
        first = first.isValid() ? std::min(first, time) : time;
        last = last.isValid() ? std::max(last, time) : time;
        if (const QString resolver = visibleText(item.audit->facts.conditions.resolver, 120); !resolvers.contains(resolver))
            resolvers.append(resolver);
    }
    if (unusable > 0)
        sheet.text(Report::tr("Lines that could not be used: %1").arg(unusable), {12, false, false, muted});
    const QString from = momentText(first, locale);
    const QString until = momentText(last, locale);
    particulars(sheet, {{Report::tr("Observed"), from == until ? from : Report::tr("%1 to %2", "first time, last time").arg(from, until)},
                        {Report::tr("DNS resolver"), QStringList(resolvers.mid(0, 3)).join(QLatin1String(", "))},
                        {Report::tr("Written by"), QLatin1String("MTA-STS Studio " MTA_VERSION)}});
}

} // namespace

void coverPage(Sheet &sheet, const QList<RunItem> &items, const QLocale &locale)
{
    constexpr qreal band = 150;
    sheet.fill({0, 0, sheet.pageWidth(), band}, navy);
    sheet.textIn({sheet.left(), 62, sheet.width(), 40}, Report::tr("Mail security report"), {24, true, false, white});
    sheet.textIn({sheet.left(), 100, sheet.width(), 20}, Report::tr("MTA-STS, TLS-RPT, STARTTLS and the certificates of mail servers"),
                 {10.5, false, false, QColor(0xd5, 0xe0, 0xee)});
    sheet.moveTo(band + 90);
    if (items.size() == 1 && items.first().audit)
        coverOfOne(sheet, *items.first().audit, locale);
    else
        coverOfMany(sheet, items, locale);
}

void overviewPages(Sheet &sheet, const QList<RunItem> &items)
{
    sheet.newPage();
    sheet.heading(Report::tr("Overview"));
    QList<QList<SheetCell>> rows;
    for (const RunItem &item : items) {
        if (!item.audit) {
            rows.append({{visibleText(item.input, 120), {9, true}},
                         {Report::tr("unusable"), {9, true, false, muted}},
                         {},
                         {shortened(item.error)}});
            continue;
        }
        const ChainLink::State state = stateOfVerdict(item.audit->verdict);
        const QString verdict = Report::tr("%1 %2", "mark and verdict").arg(stateMark(state), verdictText(item.audit->verdict));
        rows.append({{domainText(item.audit->facts.domain), {9, true}},
                     {verdict, {9, true, false, stateColour(state)}},
                     {countsText(*item.audit), {8}},
                     {shortened(item.audit->headline), {8.5}}});
    }
    sheet.table(
        {{Report::tr("Domain"), 3}, {Report::tr("Verdict"), 2}, {Report::tr("Findings"), 2}, {Report::tr("What happens to mail"), 5}},
        rows);
}

} // namespace mta
