// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "audit/senderview.h"
#include "base/wiretext.h"
#include "report/digest.h"
#include "report/terminal.h"
#include "report/words.h"

namespace mta
{

namespace
{

constexpr int lineWidth = 100;
const QString indent = QStringLiteral("  ");
const QString deeper = QStringLiteral("    ");

/// All six links on one line: "Record good > Policy host good > ...  |  TLS-RPT good".
QString chainLine(const DomainAudit &audit, const Ink &ink)
{
    QString line = indent;
    for (qsizetype i = 0; i < audit.links.size(); ++i) {
        const ChainLink &link = audit.links.at(i);
        if (i > 0)
            line += link.area == Area::TlsRpt ? ink.faint(QStringLiteral("  |  ")) : ink.faint(QStringLiteral(" > "));
        const QString words = link.text.isEmpty() ? linkStateText(link.state) : visibleText(link.text, 60);
        line += Report::tr("%1: %2", "part of the chain: its state")
                    .arg(areaText(link.area), ink.state(link.state, stateMark(link.state) + u' ' + words));
    }
    return line + u'\n';
}

QString headLines(const DomainAudit &audit, const Ink &ink)
{
    const ChainLink::State state = stateOfVerdict(audit.verdict);
    const QString verdict = Report::tr("%1 %2", "mark and verdict").arg(stateMark(state), verdictText(audit.verdict));
    QString text = ink.bold(domainText(audit.facts.domain)) + indent + ink.state(state, verdict) + u'\n';
    text += wrapped(visibleText(audit.headline), indent, lineWidth);
    if (!audit.nextStep.isEmpty())
        text += wrapped(Report::tr("Next: %1", "the most useful thing to do").arg(visibleText(audit.nextStep)), indent, lineWidth);
    return text + u'\n' + chainLine(audit, ink);
}

QString findingLines(const Finding &finding, const Ink &ink, bool verbose)
{
    const ChainLink::State state = stateOfSeverity(finding.severity);
    const QString mark = finding.severity == Severity::Note ? QStringLiteral("\u00b7") : stateMark(state);
    QString text = indent + ink.state(state, mark + u' ' + severityText(finding.severity)) + indent + finding.ruleId;
    if (!finding.subject.isEmpty())
        text += indent + ink.faint(visibleText(finding.subject, 300));
    text += u'\n' + wrapped(visibleText(findingMessage(finding)), deeper, lineWidth);
    if (verbose)
        text += wrapped(Report::tr("Why: %1").arg(visibleText(findingExplanation(finding))), deeper, lineWidth);
    text += wrapped(Report::tr("To do: %1").arg(visibleText(findingRemedy(finding))), deeper, lineWidth);
    const Rule *rule = findRule(finding.ruleId);
    if (verbose && rule)
        text += wrapped(Report::tr("Source: %1, evidence %2", "RFC section, JSON pointer")
                            .arg(QString::fromUtf8(rule->citation), visibleText(finding.evidence, 200)),
                        deeper, lineWidth);
    return text;
}

QString findingsBlock(const DomainAudit &audit, const Ink &ink, bool verbose)
{
    QString text = u'\n' + indent + ink.bold(Report::tr("Findings: %1").arg(countsText(audit))) + u'\n';
    for (const Finding &finding : audit.findings)
        text += findingLines(finding, ink, verbose);
    return text;
}

QString mxBlock(const DomainAudit &audit, const Ink &ink, const QLocale &locale)
{
    const QList<MxDigest> rows = mxDigests(audit);
    if (rows.isEmpty())
        return {};
    const bool deep = audit.facts.conditions.depth == Depth::Deep;
    QStringList headings{Report::tr("MX"),         Report::tr("Host"),           Report::tr("Address"),          Report::tr("Result"),
                         Report::tr("Covered by"), Report::tr("A sender would"), Report::tr("Certificate until")};
    if (deep)
        headings.append(Report::tr("TLS"));
    TextTable table(headings);
    const QString none = QStringLiteral("-");
    for (const MxDigest &row : rows) {
        const QString until = dayText(row.expires, audit.judgedAt, locale);
        QStringList cells{QString::number(row.preference),
                          row.host,
                          row.address.isEmpty() ? none : row.address,
                          stateMark(row.state) + u' ' + row.result,
                          row.coveredBy.isEmpty() ? none : row.coveredBy,
                          row.delivery,
                          until.isEmpty() ? none : until};
        if (deep)
            cells.append(row.tls.isEmpty() ? none : row.tls);
        table.add(cells, row.state);
    }
    constexpr int resultColumn = 3;
    return u'\n' + indent + ink.bold(areaText(Area::MxHosts)) + u'\n' + table.text(ink, indent, resultColumn);
}

QString deliveryBlock(const DomainAudit &audit, const Ink &ink)
{
    const QList<DeliveryDigest> rows = deliveryDigests(audit);
    if (rows.isEmpty())
        return {};
    TextTable table(QStringList{Report::tr("Mail server")} + deliveryHeadings());
    for (const DeliveryDigest &row : rows) {
        QStringList cells{row.place};
        for (const DeliveryDigest::Fate &fate : row.fates)
            cells.append(fate.state ? stateMark(*fate.state) + u' ' + fate.words : fate.words);
        table.add(cells, row.fates.first().state.value_or(ChainLink::State::NotTested));
    }
    QString text =
        u'\n' + indent + ink.bold(Report::tr("What becomes of mail, by what a sender checks")) + u'\n' + table.text(ink, indent, 1);
    if (const QString note = deliveryNote(audit); !note.isEmpty())
        text += wrapped(note, indent, lineWidth);
    return text;
}

QString certificateBlock(const DomainAudit &audit, const Ink &ink, const QLocale &locale)
{
    const QList<CertificateDigest> rows = certificateDigests(audit.facts);
    if (rows.isEmpty())
        return {};
    TextTable table({Report::tr("Expires"), Report::tr("Shown by"), Report::tr("Names"), Report::tr("Issuer"), Report::tr("Key"),
                     Report::tr("Details")});
    for (const CertificateDigest &row : rows) {
        const ChainLink::State state = stateOfDates(row, audit.judgedAt);
        table.add({stateMark(state) + u' ' + dayText(row.until, audit.judgedAt, locale), row.usedBy.join(QLatin1String(", ")), row.names,
                   row.issuer, row.key, row.details},
                  state);
    }
    return u'\n' + indent + ink.bold(areaText(Area::Certificates)) + u'\n' + table.text(ink, indent, 0);
}

QString recordsBlock(const DomainAudit &audit, const Ink &ink)
{
    QString text = u'\n' + indent + ink.bold(Report::tr("DNS records")) + u'\n';
    for (const RecordDigest &row : recordDigests(audit.facts)) {
        QString question = Report::tr("%1 %2: %3", "type, name: state").arg(row.type, row.name, row.status);
        if (!row.security.isEmpty())
            question = Report::tr("%1, DNSSEC: %2", "answer, its DNSSEC status").arg(question, row.security);
        text += indent + ink.faint(question) + u'\n';
        for (const QString &line : row.lines)
            text += deeper + line + u'\n';
    }
    return text;
}

QString policyBlock(const DomainAudit &audit, const Ink &ink)
{
    QString policy = servedPolicy(audit);
    if (policy.isEmpty())
        return {};
    if (policy.endsWith(u'\n'))
        policy.chop(1);
    QString text = u'\n' + indent + ink.bold(Report::tr("Policy as served")) + u'\n';
    for (const QString &line : policy.split(u'\n'))
        text += line.isEmpty() ? QStringLiteral("\n") : deeper + line + u'\n';
    return text;
}

QString sendersBlock(const DomainAudit &audit, const Ink &ink)
{
    const QList<SenderDigest> rows = senderDigests(audit);
    if (rows.isEmpty())
        return {};
    TextTable table({Report::tr("Program"), Report::tr("Used by"), Report::tr("The policy"), Report::tr("Why")});
    const QString none = QStringLiteral("-");
    for (const SenderDigest &row : rows)
        table.add({row.name, row.usedBy.isEmpty() ? none : row.usedBy, stateMark(row.state) + u' ' + row.reading,
                   row.reason.isEmpty() ? none : row.reason},
                  row.state);
    constexpr int readingColumn = 2;
    QString text = u'\n' + indent + ink.bold(Report::tr("Senders")) + u'\n' + table.text(ink, indent, readingColumn);
    for (const QString &sentence : senderAdvice(audit))
        text += wrapped(Report::tr("To please all: %1", "what to change").arg(sentence), indent, lineWidth);
    return text;
}

QString authoritiesBlock(const DomainAudit &audit, const Ink &ink)
{
    const QList<AuthorityDigest> rows = authorityDigests(audit.facts);
    if (rows.isEmpty())
        return {};
    TextTable table({Report::tr("Name server"), Report::tr("Address"), Report::tr("State"), Report::tr("Serial"), Report::tr("MTA-STS"),
                     Report::tr("TLS-RPT"), Report::tr("MX")});
    const auto shown = [](const QString &text) { return text.isEmpty() ? QStringLiteral("-") : text; };
    for (const AuthorityDigest &row : rows)
        table.add({row.server, shown(row.address), stateMark(row.state) + u' ' + row.status, shown(row.serial), shown(row.sts),
                   shown(row.tlsRpt), shown(row.mx)},
                  row.state);
    constexpr int stateColumn = 2;
    return u'\n' + indent + ink.bold(Report::tr("What each name server says")) + u'\n' + table.text(ink, indent, stateColumn);
}

QString closing(const DomainAudit &audit, const Ink &ink, const QLocale &locale)
{
    const DomainFacts &facts = audit.facts;
    QString text =
        Report::tr("Observed %1 in %2, resolver %3.")
            .arg(momentText(facts.observedAt, locale), elapsedText(facts.elapsed, locale), visibleText(facts.conditions.resolver, 200));
    if (audit.judgedAt != facts.observedAt)
        text = Report::tr("%1 Judged as of %2.", "when it was observed, a later time").arg(text, momentText(audit.judgedAt, locale));
    if (facts.cancelled)
        text = Report::tr("%1 The audit was stopped before everything was asked.").arg(text);
    return u'\n' + indent + ink.faint(text) + u'\n';
}

} // namespace

QString renderText(const RunItem &item, bool colour, bool verbose)
{
    const Ink ink(colour);
    if (!item.audit)
        return ink.bold(visibleText(item.input, 300)) + u'\n' + wrapped(visibleText(item.error), indent, lineWidth);
    const DomainAudit &audit = *item.audit;
    const QLocale locale;
    QString text = headLines(audit, ink) + findingsBlock(audit, ink, verbose) + mxBlock(audit, ink, locale) + deliveryBlock(audit, ink) +
                   authoritiesBlock(audit, ink);
    if (verbose)
        text += certificateBlock(audit, ink, locale) + policyBlock(audit, ink) + sendersBlock(audit, ink) + recordsBlock(audit, ink);
    return text + closing(audit, ink, locale);
}

QString renderTextSummary(const QList<RunItem> &items, bool colour)
{
    const Ink ink(colour);
    QStringList parts;
    for (const DomainVerdict verdict : {DomainVerdict::AtRisk, DomainVerdict::Unprotected, DomainVerdict::Testing, DomainVerdict::Protected,
                                        DomainVerdict::Undetermined, DomainVerdict::NotApplicable}) {
        const auto count =
            std::count_if(items.cbegin(), items.cend(), [&](const RunItem &item) { return item.audit && item.audit->verdict == verdict; });
        if (count > 0)
            parts.append(ink.state(stateOfVerdict(verdict),
                                   Report::tr("%1 %2", "number, verdict").arg(QString::number(count), verdictText(verdict))));
    }
    const auto unusable = std::count_if(items.cbegin(), items.cend(), [](const RunItem &item) { return !item.audit; });
    if (unusable > 0)
        parts.append(Report::tr("%1 unusable", "input lines").arg(unusable));
    return ink.bold(Report::tr("Domains: %1").arg(items.size())) + indent + parts.join(QStringLiteral(", ")) + u'\n';
}

} // namespace mta
