// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "report/render.h"

namespace mta
{

namespace
{

/// A cell that a spreadsheet would take for a formula begins with one of these; blanks before it do not stop it.
bool wouldRun(const QString &text)
{
    static const QString starters = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");
    for (const QChar c : text) {
        if (!c.isSpace() || starters.contains(c))
            return starters.contains(c);
    }
    return false;
}

/// RFC 4180 §2: quoted where it holds a quote, a comma or a line break.
QByteArray cell(const QString &value)
{
    QString text = visibleText(value);
    if (wouldRun(value) || wouldRun(text))
        text.prepend(u'\'');
    static const QString special = QStringLiteral("\",;\r\n");
    const bool quoted = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); });
    if (quoted)
        text = u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
    return text.toUtf8();
}

QString time(const QDateTime &value)
{
    return value.isValid() ? value.toUTC().toString(Qt::ISODate) : QString();
}

/// The columns that every row of a domain has in common.
QStringList domainCells(const RunItem &item)
{
    if (!item.audit)
        return {item.input,
                {},
                domainVerdictName(DomainVerdict::Undetermined),
                stsStatusName(StsStatus::Undetermined),
                tlsRptStatusName(TlsRptStatus::Undetermined),
                {}};
    const DomainAudit &audit = *item.audit;
    return {audit.facts.domain.ascii,       audit.facts.domain.unicode,           domainVerdictName(audit.verdict),
            stsStatusName(audit.stsStatus), tlsRptStatusName(audit.tlsRptStatus), time(audit.facts.observedAt)};
}

QStringList findingCells(const Finding &finding)
{
    const Rule *rule = findRule(finding.ruleId);
    return {finding.ruleId,         severityName(finding.severity),
            finding.subject,        findingMessage(finding),
            findingRemedy(finding), rule ? QString::fromUtf8(rule->citation) : QString(),
            finding.evidence,       {}};
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QByteArrayList written;
    for (const QString &value : cells)
        written.append(cell(value));
    return written.join(',') + "\r\n";
}

QByteArray csvHeader()
{
    return "domain,domain_unicode,verdict,mta_sts_status,tls_rpt_status,observed_at,id,severity,subject,message,remedy,citation,evidence,"
           "error\r\n";
}

QByteArray renderCsv(const RunItem &item)
{
    const QStringList common = domainCells(item);
    if (!item.audit || item.audit->findings.isEmpty())
        return csvLine(common + QStringList{{}, {}, {}, {}, {}, {}, {}, item.error});
    QByteArray rows;
    for (const Finding &finding : item.audit->findings)
        rows += csvLine(common + findingCells(finding));
    return rows;
}

} // namespace mta
