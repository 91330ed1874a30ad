// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/digest.h"
#include "report/htmlparts.h"
#include "report/words.h"

namespace mta
{

namespace
{

QString anchorOf(qsizetype index)
{
    return QStringLiteral("domain-%1").arg(index + 1);
}

/// With several domains, a table to begin with.
QString overview(const QList<RunItem> &items)
{
    QString rows;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const RunItem &item = items.at(i);
        if (item.audit) {
            rows += QStringLiteral("<tr><th scope=\"row\"><a href=\"#%1\">%2</a></th><td>%3</td><td>%4</td><td>%5</td></tr>\n")
                        .arg(anchorOf(i), wireHtml(domainText(item.audit->facts.domain)),
                             stateHtml(stateOfVerdict(item.audit->verdict), verdictText(item.audit->verdict)),
                             html(countsText(*item.audit)), html(item.audit->headline));
        } else {
            rows += QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td><td></td><td>%3</td></tr>\n")
                        .arg(wireHtml(item.input), stateHtml(ChainLink::State::NotTested, Report::tr("unusable")), html(item.error));
        }
    }
    QString head;
    for (const QString &text : {Report::tr("Domain"), Report::tr("Verdict"), Report::tr("Findings"), Report::tr("What happens to mail")})
        head += QLatin1String("<th scope=\"col\">") + html(text) + QLatin1String("</th>");
    return QLatin1String("<nav aria-label=\"") + html(Report::tr("Domains")) +
           QLatin1String("\"><div class=\"scroll\"><table><thead><tr>") + head + QLatin1String("</tr></thead><tbody>\n") + rows +
           QLatin1String("</tbody></table></div></nav>\n");
}

} // namespace

QByteArray renderHtml(const QList<RunItem> &items, const QLocale &locale)
{
    const QString direction = locale.textDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr");
    QString page =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"generator\" content=\"%3\">\n<title>%4</title>\n<style>\n")
            .arg(html(locale.bcp47Name()), direction, QLatin1String("MTA-STS Studio " MTA_VERSION), html(reportTitle(items)));
    page += styleSheet() + QLatin1String("</style>\n</head>\n<body>\n<header>\n<p class=\"muted\">") +
            html(Report::tr("MTA-STS, TLS-RPT, STARTTLS and MX certificates")) + QLatin1String("</p>\n<h1>") + html(reportTitle(items)) +
            QLatin1String("</h1>\n</header>\n");
    if (items.size() != 1 || !items.first().audit)
        page += overview(items);
    page += QLatin1String("<main>\n");
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).audit)
            page += domainHtml(*items.at(i).audit, anchorOf(i), locale);
    }
    page +=
        QLatin1String("</main>\n<footer>\n<p>") +
        html(
            Report::tr("Written by MTA-STS Studio %1. What could not be tested is neither good nor bad.").arg(QLatin1String(MTA_VERSION))) +
        QLatin1String("</p>\n</footer>\n</body>\n</html>\n");
    return page.toUtf8();
}

} // namespace mta
