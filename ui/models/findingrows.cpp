// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/findingrows.h"

#include "audit/catalogue.h"
#include "base/wiretext.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString taskText(Area area)
{
    switch (area) {
    case Area::Domain:
        return QCoreApplication::translate("Findings", "The domain itself");
    case Area::Record:
        return QCoreApplication::translate("Findings", "The record that announces the policy");
    case Area::PolicyHost:
        return QCoreApplication::translate("Findings", "The web server that serves the policy");
    case Area::Policy:
        return QCoreApplication::translate("Findings", "The policy file");
    case Area::MxHosts:
        return QCoreApplication::translate("Findings", "The mail servers");
    case Area::Certificates:
        return QCoreApplication::translate("Findings", "The certificates of the mail servers");
    case Area::TlsRpt:
        return QCoreApplication::translate("Findings", "The reports from senders");
    }
    return {};
}

FindingKind kindOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingKind::Error;
    case Severity::Warning:
        return FindingKind::Warning;
    case Severity::Note:
        break;
    }
    return FindingKind::Note;
}

Row findingRow(const DomainAudit &audit, qsizetype index)
{
    const Finding &finding = audit.findings[index];
    Cell cell{findingMessage(finding)};
    cell.sort = -static_cast<int>(finding.severity);
    if (finding.severity == Severity::Note)
        cell.iconName = u"note"_s;
    else
        cell.state = severityState(finding.severity);
    Row row{findingKey(audit, index), {cell, Cell{visibleText(finding.subject)}}};
    row.pointer = u"finding:%1"_s.arg(index);
    row.tag = static_cast<int>(kindOf(finding.severity));
    return row;
}

struct Group {
    Severity worst = Severity::Note;
    QList<Row> rows;
};

} // namespace

QString findingKey(const DomainAudit &audit, qsizetype index)
{
    const Finding &finding = audit.findings[index];
    return finding.ruleId + u'|' + finding.subject + u'|' + finding.evidence;
}

QList<Row> findingRows(const DomainAudit &audit)
{
    QMap<Area, Group> groups;
    for (qsizetype i = 0; i < audit.findings.size(); ++i) {
        const Rule *rule = findRule(audit.findings[i].ruleId);
        Group &group = groups[rule ? rule->area : Area::Domain];
        group.worst = std::max(group.worst, audit.findings[i].severity);
        group.rows.append(findingRow(audit, i));
    }
    QList<Row> result;
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
        for (auto it = groups.begin(); it != groups.end(); ++it) {
            if (it->worst != severity)
                continue;
            Row row{u"group:%1"_s.arg(areaName(it.key())), {Cell{taskText(it.key())}, Cell{{}}}};
            row.group = true;
            row.children = it->rows;
            result.append(row);
        }
    }
    if (audit.undetermined.isEmpty())
        return result;
    Row untested{u"group:not-tested"_s, {Cell{QCoreApplication::translate("Findings", "Could not be tested")}, Cell{{}}}};
    untested.group = true;
    for (qsizetype i = 0; i < audit.undetermined.size(); ++i) {
        Cell cell{audit.undetermined[i], State::NotTested};
        const Rule *rule = findRule(audit.undetermined[i]);
        Row row{u"undetermined|"_s + audit.undetermined[i], {cell, Cell{rule ? areaText(rule->area) : QString()}}};
        row.pointer = u"undetermined:%1"_s.arg(i);
        row.tag = static_cast<int>(FindingKind::NotTested);
        untested.children.append(row);
    }
    result.append(untested);
    return result;
}

const Finding *findingOf(const DomainAudit &audit, const Row &row)
{
    if (!row.pointer.startsWith("finding:"_L1))
        return nullptr;
    const qsizetype index = row.pointer.mid(8).toInt();
    return index < audit.findings.size() ? &audit.findings[index] : nullptr;
}

QString undeterminedOf(const DomainAudit &audit, const Row &row)
{
    return row.pointer.startsWith("undetermined:"_L1) ? audit.undetermined.value(row.pointer.mid(13).toInt()) : QString();
}

QString findingAsText(const DomainAudit &audit, const Finding &finding)
{
    const Rule *rule = findRule(finding.ruleId);
    QStringList lines;
    lines << QCoreApplication::translate("Findings", "%1: %2", "severity: message")
                 .arg(severityText(finding.severity), findingMessage(finding));
    lines << QCoreApplication::translate("Findings", "Domain: %1").arg(visibleText(audit.facts.domain.unicode));
    if (!finding.subject.isEmpty())
        lines << QCoreApplication::translate("Findings", "Where: %1").arg(visibleText(finding.subject));
    lines << QString() << QCoreApplication::translate("Findings", "Why it matters: %1").arg(findingExplanation(finding));
    lines << QCoreApplication::translate("Findings", "What to do: %1").arg(findingRemedy(finding));
    if (rule)
        lines << QString() << QCoreApplication::translate("Findings", "Source: %1").arg(QString::fromUtf8(rule->citation));
    lines << QCoreApplication::translate("Findings", "Check: %1").arg(finding.ruleId);
    return lines.join(u'\n') + u'\n';
}

QList<Citation> citationsOf(const QString &citation)
{
    static const QRegularExpression source(u"(RFC|BCP) ?([0-9]+)(?: (?:§|section )([0-9A-Z]+(?:\\.[0-9]+)*))?"_s);
    QList<Citation> result;
    auto matches = source.globalMatch(citation);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool rfc = match.captured(1) == "RFC"_L1;
        QString url = u"https://www.rfc-editor.org/%1/%2%3"_s.arg(rfc ? u"rfc"_s : u"info"_s, rfc ? u"rfc"_s : u"bcp"_s, match.captured(2));
        if (rfc && !match.captured(3).isEmpty())
            url += u"#section-"_s + match.captured(3);
        result.append({match.captured(0), QUrl(url)});
    }
    return result;
}

} // namespace mta
