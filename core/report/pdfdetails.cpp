// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "report/digest.h"
#include "report/pdfparts.h"
#include "report/terminal.h"

namespace mta
{

namespace
{

const QColor muted(0x57, 0x60, 0x6a);
const TextStyle small{8};
const TextStyle wire{8, false, true};

// A report is read by people: what a hostile domain sends beyond these is left to the saved evidence.
constexpr qsizetype maxFindings = 200;
constexpr qsizetype maxRows = 200;
constexpr qsizetype maxPolicyLines = 200;
constexpr qsizetype maxRecordLines = 20;
constexpr qsizetype maxCell = 600;

QString cut(const QString &text)
{
    return visibleText(text, maxCell);
}

QString marked(ChainLink::State state, const QString &words)
{
    return Report::tr("%1 %2", "mark and state").arg(stateMark(state), words);
}

void moreNote(Sheet &sheet, qsizetype all, qsizetype shown)
{
    if (all > shown)
        sheet.text(Report::tr("and %n more, in the saved evidence", nullptr, static_cast<int>(all - shown)), {8, false, false, muted});
}

void labelled(Sheet &sheet, const QString &label, const QString &text)
{
    sheet.space(3);
    sheet.text(label, {8, true, false, muted}, 12);
    sheet.text(text, {9}, 12);
}

void findingBlock(Sheet &sheet, const Finding &finding)
{
    const QColor colour = stateColour(stateOfSeverity(finding.severity));
    const Rule *rule = findRule(finding.ruleId);
    sheet.accented(colour, [&] {
        sheet.text(Report::tr("%1: %2", "severity: what it is about").arg(severityText(finding.severity), cut(finding.subject)),
                   {8.5, true, false, colour}, 12);
        sheet.text(visibleText(findingMessage(finding), 2000), {10, true}, 12);
        labelled(sheet, Report::tr("Why it matters"), visibleText(findingExplanation(finding), 2000));
        labelled(sheet, Report::tr("What to do"), visibleText(findingRemedy(finding), 2000));
        sheet.space(3);
        const QString citation = rule ? QString::fromUtf8(rule->citation) : QString();
        sheet.text(Report::tr("%1, rule %2, evidence at %3", "RFC section, id of the rule, JSON pointer")
                       .arg(citation, finding.ruleId, cut(finding.evidence)),
                   {7.5, false, false, muted}, 12);
    });
    sheet.space(13);
}

void findings(Sheet &sheet, const DomainAudit &audit)
{
    sheet.heading(Report::tr("Findings"));
    sheet.text(countsText(audit), {9, false, false, muted});
    sheet.space(8);
    for (const Finding &finding : audit.findings.mid(0, maxFindings))
        sheet.together([&] { findingBlock(sheet, finding); });
    moreNote(sheet, audit.findings.size(), maxFindings);
}

void mailServers(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    const QList<MxDigest> digests = mxDigests(audit);
    if (digests.isEmpty())
        return;
    sheet.heading(areaText(Area::MxHosts));
    QList<QList<SheetCell>> rows;
    for (const MxDigest &digest : digests.mid(0, maxRows)) {
        const QString host = Report::tr("%1 %2", "preference, host name").arg(QString::number(digest.preference), digest.host);
        rows.append({{host, small},
                     {digest.address, wire},
                     {marked(digest.state, digest.result), {8, true, false, stateColour(digest.state)}},
                     {digest.coveredBy, small},
                     {digest.delivery, small},
                     {digest.tls, small},
                     {dayText(digest.expires, audit.judgedAt, locale), small}});
    }
    sheet.table({{Report::tr("Mail server"), 2.9},
                 {Report::tr("Address"), 2.5},
                 {Report::tr("Result"), 2.4},
                 {Report::tr("Covered by"), 2.7},
                 {Report::tr("A sender would"), 2},
                 {Report::tr("TLS"), 1.4},
                 {Report::tr("Certificate until"), 2.3}},
                rows);
    moreNote(sheet, digests.size(), maxRows);
}

void deliveries(Sheet &sheet, const DomainAudit &audit)
{
    const QList<DeliveryDigest> digests = deliveryDigests(audit);
    if (digests.isEmpty())
        return;
    sheet.heading(Report::tr("What becomes of mail, by what a sender checks"));
    QList<QList<SheetCell>> rows;
    for (const DeliveryDigest &digest : digests.mid(0, maxRows)) {
        QList<SheetCell> cells{{cut(digest.place), small}};
        for (const DeliveryDigest::Fate &fate : digest.fates)
            cells.append(fate.state ? SheetCell{marked(*fate.state, fate.words), {8, true, false, stateColour(*fate.state)}}
                                    : SheetCell{fate.words, small});
        rows.append(cells);
    }
    QList<SheetColumn> columns{{Report::tr("Mail server"), 3}};
    for (const QString &heading : deliveryHeadings())
        columns.append({heading, 2.2});
    sheet.table(columns, rows);
    moreNote(sheet, digests.size(), maxRows);
    if (const QString note = deliveryNote(audit); !note.isEmpty())
        sheet.text(note, {8.5});
}

void certificates(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    const QList<CertificateDigest> digests = certificateDigests(audit.facts);
    if (digests.isEmpty())
        return;
    sheet.heading(areaText(Area::Certificates));
    QList<QList<SheetCell>> rows;
    for (const CertificateDigest &digest : digests.mid(0, maxRows)) {
        const ChainLink::State state = stateOfDates(digest, audit.judgedAt);
        const QString until = digest.readable ? dayText(digest.until, audit.judgedAt, locale) : Report::tr("not readable");
        QString key = Report::tr("%1; %2", "key; state of the chain").arg(digest.key, digest.trust);
        if (!digest.details.isEmpty())
            key += QChar::LineSeparator + cut(digest.details);
        rows.append({{cut(digest.usedBy.join(QLatin1String(", "))), small},
                     {marked(state, until), {8, true, false, stateColour(state)}},
                     {cut(digest.names), small},
                     {digest.issuer, small},
                     {key, small},
                     {digest.sha256, {7, false, true, muted}}});
    }
    sheet.table({{Report::tr("Shown by"), 2.6},
                 {Report::tr("Expires"), 2.4},
                 {Report::tr("Names"), 2.6},
                 {Report::tr("Issuer"), 2.4},
                 {Report::tr("Key; chain"), 2.6},
                 {Report::tr("SHA-256"), 2.2}},
                rows);
    moreNote(sheet, digests.size(), maxRows);
}

void policy(Sheet &sheet, const DomainAudit &audit)
{
    const QList<FetchDigest> digests = fetchDigests(audit.facts);
    const QString served = servedPolicy(audit);
    if (digests.isEmpty() && served.isEmpty())
        return;
    sheet.heading(areaText(Area::Policy));
    QList<QList<SheetCell>> rows;
    for (const FetchDigest &digest : digests.mid(0, maxRows))
        rows.append(
            {{digest.address, wire}, {cut(digest.end), small}, {digest.mediaType, wire}, {digest.redirectTo, wire}, {digest.tls, small}});
    if (!rows.isEmpty())
        sheet.table({{Report::tr("Address"), 3},
                     {Report::tr("Outcome"), 3},
                     {Report::tr("Media type"), 2},
                     {Report::tr("Redirect to"), 3},
                     {Report::tr("TLS"), 1.2}},
                    rows);
    QStringList lines = served.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    if (lines.isEmpty())
        return;
    sheet.text(Report::tr("The policy as served:"), {9, true});
    sheet.space(3);
    sheet.accented(QColor(0xd0, 0xd7, 0xde), [&] {
        for (const QString &line : lines.mid(0, maxPolicyLines))
            sheet.text(line.left(maxCell), {8.5, false, true}, 12);
    });
    moreNote(sheet, lines.size(), maxPolicyLines);
}

void sendersPart(Sheet &sheet, const DomainAudit &audit)
{
    const QList<SenderDigest> digests = senderDigests(audit);
    if (digests.isEmpty())
        return;
    sheet.heading(Report::tr("Senders"));
    QList<QList<SheetCell>> rows;
    for (const SenderDigest &digest : digests)
        rows.append({{digest.name, small},
                     {digest.usedBy, small},
                     {marked(digest.state, digest.reading), {8, true, false, stateColour(digest.state)}},
                     {cut(digest.reason), small},
                     {digest.note, {7.5, false, false, muted}}});
    sheet.table({{Report::tr("Program"), 2},
                 {Report::tr("Used by"), 2},
                 {Report::tr("The policy"), 2},
                 {Report::tr("Why"), 2.6},
                 {Report::tr("How it reads"), 4}},
                rows);
    const QStringList advised = senderAdvice(audit);
    sheet.text(advised.isEmpty() ? Report::tr("Nothing needs to be changed to please them all.")
                                 : Report::tr("What to change so that all of them honour it:"),
               {9, true});
    sheet.space(3);
    for (const QString &sentence : advised)
        sheet.text(sentence, {9}, 12);
}

void records(Sheet &sheet, const DomainAudit &audit)
{
    sheet.heading(Report::tr("DNS records"));
    QList<QList<SheetCell>> rows;
    for (const RecordDigest &digest : recordDigests(audit.facts).mid(0, maxRows)) {
        QStringList lines;
        for (const QString &line : digest.lines.mid(0, maxRecordLines))
            lines.append(cut(line));
        if (digest.lines.size() > maxRecordLines)
            lines.append(Report::tr("and %n more, in the saved evidence", nullptr, static_cast<int>(digest.lines.size() - maxRecordLines)));
        const QString question = Report::tr("%1 %2", "record type, name").arg(digest.type, digest.name);
        const QString text = lines.isEmpty() ? digest.status : lines.join(QChar::LineSeparator);
        const QColor colour = digest.failed ? stateColour(ChainLink::State::Broken) : lines.isEmpty() ? muted : TextStyle().colour;
        rows.append({{question, wire}, {text, {8, false, !lines.isEmpty(), colour}}, {digest.security, small}});
    }
    sheet.table({{Report::tr("Question"), 3}, {Report::tr("Answer"), 6}, {Report::tr("DNSSEC"), 1.7}}, rows);
}

void authorities(Sheet &sheet, const DomainAudit &audit)
{
    const QList<AuthorityDigest> digests = authorityDigests(audit.facts);
    if (digests.isEmpty())
        return;
    sheet.heading(Report::tr("What each name server says"));
    QList<QList<SheetCell>> rows;
    for (const AuthorityDigest &digest : digests.mid(0, maxRows)) {
        const QString server = Report::tr("%1 %2", "name server, its address").arg(digest.server, digest.address);
        rows.append({{server, wire},
                     {marked(digest.state, cut(digest.status)), {8, true, false, stateColour(digest.state)}},
                     {digest.serial, wire},
                     {cut(digest.sts), wire},
                     {cut(digest.tlsRpt), wire},
                     {cut(digest.mx), wire}});
    }
    sheet.table({{Report::tr("Name server"), 2.8},
                 {Report::tr("State"), 2},
                 {Report::tr("Serial"), 1.6},
                 {Report::tr("MTA-STS"), 2.4},
                 {Report::tr("TLS-RPT"), 2.4},
                 {Report::tr("MX"), 2.4}},
                rows);
    moreNote(sheet, digests.size(), maxRows);
}

void conditions(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    QList<QList<SheetCell>> rows;
    for (const ConditionDigest &digest : conditionDigests(audit, locale))
        rows.append({{digest.label, {8.5, false, false, muted}}, {digest.value, {8.5}}});
    sheet.together([&] {
        sheet.heading(Report::tr("How this was observed"));
        sheet.table({{Report::tr("Condition"), 1}, {Report::tr("Value"), 3}}, rows);
    });
    sheet.text(Report::tr("What could not be tested is neither good nor bad. Results hold for the time and place of the observation; the "
                          "saved evidence holds "
                          "every octet they rest on."),
               {8, false, false, muted});
}

} // namespace

void detailPages(Sheet &sheet, const DomainAudit &audit, const QLocale &locale)
{
    sheet.newPage();
    findings(sheet, audit);
    mailServers(sheet, audit, locale);
    deliveries(sheet, audit);
    certificates(sheet, audit, locale);
    policy(sheet, audit);
    sendersPart(sheet, audit);
    records(sheet, audit);
    authorities(sheet, audit);
    conditions(sheet, audit, locale);
}

} // namespace mta
