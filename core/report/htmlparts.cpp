// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/htmlparts.h"

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "report/digest.h"
#include "report/terminal.h"
#include "report/words.h"

namespace mta
{

QString html(const QString &text)
{
    return visibleText(text, 65536).toHtmlEscaped().replace(u'\'', QLatin1String("&#39;"));
}

QString wireHtml(const QString &text)
{
    // A word too long for any column may be broken anywhere; shorter ones stay whole.
    const QStringList words = text.split(u' ');
    const bool isLong = std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return word.size() > 40; });
    return QLatin1String(isLong ? "<bdi class=\"wire long\">" : "<bdi class=\"wire\">") + html(text) + QLatin1String("</bdi>");
}

namespace
{

QString stateClass(ChainLink::State state)
{
    switch (state) {
    case ChainLink::State::Good:
        return QStringLiteral("good");
    case ChainLink::State::Attention:
        return QStringLiteral("attention");
    case ChainLink::State::Broken:
        return QStringLiteral("broken");
    case ChainLink::State::NotTested:
        break;
    }
    return QStringLiteral("untested");
}

QString element(const char *name, const QString &content)
{
    return u'<' + QLatin1String(name) + u'>' + content + QLatin1String("</") + QLatin1String(name) + QLatin1String(">\n");
}

QString heading(const QString &text)
{
    return element("h3", html(text));
}

QString row(const QStringList &cells)
{
    QString content = QLatin1String("<th scope=\"row\">") + cells.first() + QLatin1String("</th>");
    for (const QString &cell : cells.mid(1))
        content += QLatin1String("<td>") + cell + QLatin1String("</td>");
    return element("tr", content);
}

/// `rows` are whole rows of HTML; the headings are plain text.
QString table(const QString &caption, const QStringList &headings, const QString &rows)
{
    QString head;
    for (const QString &text : headings)
        head += QLatin1String("<th scope=\"col\">") + html(text) + QLatin1String("</th>");
    return QLatin1String("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"") + html(caption) +
           QLatin1String("\"><table>\n") + element("caption", html(caption)) + element("thead", element("tr", head)) +
           element("tbody", rows) + QLatin1String("</table></div>\n");
}

QString definition(const QString &term, const QString &description)
{
    return element("dt", html(term)) + element("dd", description);
}

QString chain(const DomainAudit &audit)
{
    QString links;
    for (const ChainLink &link : audit.links) {
        const QString words = link.text.isEmpty() ? linkStateText(link.state) : link.text;
        links += QStringLiteral("<li class=\"%1\"><span class=\"name\">%2</span><span class=\"state\">%3 %4</span></li>\n")
                     .arg(stateClass(link.state), html(areaText(link.area)), html(stateMark(link.state)), html(words));
    }
    return QLatin1String("<ol class=\"chain\" aria-label=\"") + html(Report::tr("The chain from the record to the certificates")) +
           QLatin1String("\">\n") + links + QLatin1String("</ol>\n");
}

QString finding(const Finding &finding)
{
    const Rule *rule = findRule(finding.ruleId);
    QString facts = definition(Report::tr("Why it matters"), html(findingExplanation(finding))) +
                    definition(Report::tr("What to do"), html(findingRemedy(finding)));
    if (rule)
        facts += definition(Report::tr("Source"), html(QString::fromUtf8(rule->citation)));
    facts += definition(Report::tr("Evidence"), wireHtml(finding.evidence));
    return QStringLiteral("<li class=\"%1\"><span class=\"state\">%2</span> %3 %4\n%5<dl>%6</dl></li>\n")
        .arg(stateClass(stateOfSeverity(finding.severity)), html(severityText(finding.severity)),
             QLatin1String("<code>") + html(finding.ruleId) + QLatin1String("</code>"), wireHtml(finding.subject),
             element("h4", html(findingMessage(finding))), facts);
}

QString findings(const DomainAudit &audit)
{
    QString list;
    for (const Finding &found : audit.findings)
        list += finding(found);
    const QString counts = element("p", html(countsText(audit)));
    return heading(Report::tr("Findings")) + counts +
           (list.isEmpty() ? QString() : QLatin1String("<ul class=\"findings\">\n") + list + QLatin1String("</ul>\n"));
}

QString mailServers(const DomainAudit &audit, const QLocale &locale)
{
    QString rows;
    for (const MxDigest &digest : mxDigests(audit)) {
        rows += row({wireHtml(digest.host), QString::number(digest.preference), wireHtml(digest.address),
                     stateHtml(digest.state, digest.result), wireHtml(digest.coveredBy), html(digest.delivery), html(digest.tls),
                     html(dayText(digest.expires, audit.judgedAt, locale))});
    }
    if (rows.isEmpty())
        return {};
    return heading(areaText(Area::MxHosts)) +
           table(Report::tr("What a sender meets at each address"),
                 {Report::tr("Host"), Report::tr("Preference"), Report::tr("Address"), Report::tr("Result"), Report::tr("Covered by"),
                  Report::tr("A sender would"), Report::tr("TLS"), Report::tr("Certificate until")},
                 rows);
}

QString deliveries(const DomainAudit &audit)
{
    QString rows;
    for (const DeliveryDigest &digest : deliveryDigests(audit)) {
        QStringList cells{wireHtml(digest.place)};
        for (const DeliveryDigest::Fate &fate : digest.fates)
            cells.append(fate.state ? stateHtml(*fate.state, fate.words) : html(fate.words));
        rows += row(cells);
    }
    if (rows.isEmpty())
        return {};
    const QString note = deliveryNote(audit);
    return heading(Report::tr("What becomes of mail, by what a sender checks")) +
           table(
               Report::tr("What becomes of mail at each server: encrypted, to a server that proved who it is or to any, or not delivered"),
               QStringList{Report::tr("Mail server")} + deliveryHeadings(), rows) +
           (note.isEmpty() ? QString() : element("p", html(note)));
}

QString certificates(const DomainAudit &audit, const QLocale &locale)
{
    QString rows;
    for (const CertificateDigest &digest : certificateDigests(audit.facts)) {
        const QString until = digest.readable ? dayText(digest.until, audit.judgedAt, locale) : Report::tr("not readable");
        rows += row({wireHtml(digest.usedBy.join(QLatin1String(", "))), stateHtml(stateOfDates(digest, audit.judgedAt), until),
                     wireHtml(digest.names), wireHtml(digest.issuer), html(digest.trust), html(digest.key), wireHtml(digest.details),
                     wireHtml(digest.sha256)});
    }
    if (rows.isEmpty())
        return {};
    return heading(areaText(Area::Certificates)) +
           table(Report::tr("Certificates as shown by the servers, the soonest to expire first"),
                 {Report::tr("Shown by"), Report::tr("Expires"), Report::tr("Names"), Report::tr("Issuer"), Report::tr("Chain"),
                  Report::tr("Key"), Report::tr("Details"), Report::tr("SHA-256")},
                 rows);
}

QString policy(const DomainAudit &audit)
{
    QString rows;
    for (const FetchDigest &digest : fetchDigests(audit.facts))
        rows +=
            row({wireHtml(digest.address), html(digest.end), wireHtml(digest.mediaType), wireHtml(digest.redirectTo), html(digest.tls)});
    QString text;
    if (!rows.isEmpty()) {
        text += table(
            Report::tr("Fetching the policy from each address of its host"),
            {Report::tr("Address"), Report::tr("Outcome"), Report::tr("Media type"), Report::tr("Redirect to"), Report::tr("TLS")}, rows);
    }
    const QString body = servedPolicy(audit);
    if (!body.isEmpty())
        text += element("p", html(Report::tr("The policy as served:"))) + QLatin1String("<pre dir=\"ltr\">\n") + body.toHtmlEscaped() +
                QLatin1String("</pre>\n");
    return text.isEmpty() ? QString() : heading(areaText(Area::Policy)) + text;
}

QString sendersPart(const DomainAudit &audit)
{
    QString rows;
    for (const SenderDigest &digest : senderDigests(audit))
        rows +=
            row({html(digest.name), html(digest.usedBy), stateHtml(digest.state, digest.reading), html(digest.reason), html(digest.note)});
    if (rows.isEmpty())
        return {};
    QString advised;
    for (const QString &sentence : senderAdvice(audit))
        advised += element("li", html(sentence));
    if (!advised.isEmpty())
        advised = element("p", html(Report::tr("What to change so that all of them honour it:"))) + element("ul", advised);
    return heading(Report::tr("Senders")) +
           table(Report::tr("What programs that send mail make of record and policy"),
                 {Report::tr("Program"), Report::tr("Used by"), Report::tr("The policy"), Report::tr("Why"), Report::tr("How it reads")},
                 rows) +
           advised;
}

QString records(const DomainAudit &audit)
{
    QString rows;
    for (const RecordDigest &digest : recordDigests(audit.facts)) {
        QString lines;
        for (const QString &line : digest.lines)
            lines += wireHtml(line) + QLatin1String("<br>");
        rows += row({wireHtml(digest.name), html(digest.type), html(digest.status), html(digest.security), lines});
    }
    return heading(Report::tr("DNS records")) +
           table(Report::tr("Every question asked, and the records that came back"),
                 {Report::tr("Name"), Report::tr("Type"), Report::tr("Answer"), Report::tr("DNSSEC"), Report::tr("Records")}, rows);
}

QString authorities(const DomainAudit &audit)
{
    QString rows;
    for (const AuthorityDigest &digest : authorityDigests(audit.facts))
        rows += row({wireHtml(digest.server), wireHtml(digest.address), stateHtml(digest.state, digest.status), wireHtml(digest.serial),
                     wireHtml(digest.sts), wireHtml(digest.tlsRpt), wireHtml(digest.mx)});
    if (rows.isEmpty())
        return {};
    return heading(Report::tr("What each name server says")) +
           table(Report::tr("The authoritative name servers of the zone, each asked directly"),
                 {Report::tr("Name server"), Report::tr("Address"), Report::tr("State"), Report::tr("Serial"), Report::tr("MTA-STS"),
                  Report::tr("TLS-RPT"), Report::tr("MX")},
                 rows);
}

QString conditions(const DomainAudit &audit, const QLocale &locale)
{
    QString list;
    for (const ConditionDigest &digest : conditionDigests(audit, locale))
        list += definition(digest.label, html(digest.value));
    return heading(Report::tr("How this was observed")) + QLatin1String("<dl>\n") + list + QLatin1String("</dl>\n");
}

} // namespace

QString stateHtml(ChainLink::State state, const QString &words)
{
    return QStringLiteral("<span class=\"state %1\">%2 %3</span>").arg(stateClass(state), html(stateMark(state)), html(words));
}

QString domainHtml(const DomainAudit &audit, const QString &anchor, const QLocale &locale)
{
    QString text = QLatin1String("<article class=\"domain\" id=\"") + html(anchor) + QLatin1String("\">\n");
    text += element("h2", QLatin1String("<bdi>") + html(domainText(audit.facts.domain)) + QLatin1String("</bdi>"));
    text += element("p", stateHtml(stateOfVerdict(audit.verdict), verdictText(audit.verdict)));
    text += QLatin1String("<p class=\"headline\">") + html(audit.headline) + QLatin1String("</p>\n");
    if (!audit.nextStep.isEmpty())
        text += element("p", element("strong", html(Report::tr("Next step:"))) + html(audit.nextStep));
    text += chain(audit) + findings(audit) + mailServers(audit, locale) + deliveries(audit) + certificates(audit, locale) + policy(audit) +
            sendersPart(audit) + records(audit) + authorities(audit) + conditions(audit, locale);
    return text + QLatin1String("</article>\n");
}

} // namespace mta
