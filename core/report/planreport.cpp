// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/planreport.h"

#include "base/wiretext.h"
#include "report/comparison.h"
#include "report/render.h"
#include "report/terminal.h"
#include "report/words.h"

#include <QJsonArray>
#include <algorithm>

namespace mta
{

namespace
{

constexpr int lineWidth = 100;
const QString indent = QStringLiteral("        ");

bool isCertificate(const LiveRow &row)
{
    return row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate;
}

bool isOneLine(const QByteArray &text)
{
    return !text.contains('\n');
}

/// Lines of a text, each after `start`.
QString block(const QByteArray &text, const QString &start)
{
    QString lines;
    QByteArray plain = text;
    plain.replace("\r\n", "\n");
    if (plain.endsWith('\n'))
        plain.chop(1);
    for (const QString &line : visibleLines(plain).split(u'\n'))
        lines += start + line + u'\n';
    return lines;
}

/// Both sides, what is different within a line marked.
QString sides(const LiveRow &row)
{
    QString text;
    if (!row.lines.isEmpty()) {
        const bool marked =
            std::any_of(row.lines.cbegin(), row.lines.cend(), [](const LiveLine &line) { return line.state == LiveState::Differs; });
        if (marked)
            text += indent + Report::tr("[-planned-]{+live+}", "how differences are marked; keep the brackets and signs") + u'\n';
        for (const LiveLine &line : row.lines)
            text += indent + liveLineText(line) + u'\n';
        return text;
    }
    if (row.state == LiveState::Differs && !isCertificate(row) && isOneLine(row.planned) && isOneLine(row.live))
        return indent + Report::tr("planned -> live: %1").arg(markedLine(row.planned, row.live)) + u'\n';
    if (!row.planned.isEmpty())
        text += indent + Report::tr("planned:") + u'\n' + block(row.planned, indent + QStringLiteral("  "));
    if (!row.live.isEmpty())
        text += indent + Report::tr("live:") + u'\n' + block(row.live, indent + QStringLiteral("  "));
    return text;
}

QString rowText(const LiveRow &row, const Ink &ink, bool verbose)
{
    QString text =
        QStringLiteral("  ") + ink.state(paintOf(row), liveStateMark(row.state)) + u' ' +
        padded(Report::tr("%1: %2", "what a row is about, host or name").arg(planItemText(row.item), visibleText(row.subject, 300)) +
                   (row.type.isEmpty() ? QString() : QString(u' ' + row.type)),
               60) +
        QStringLiteral("  ") + ink.state(paintOf(row), liveStateText(row)) + u'\n';
    if (row.isDifferent() || verbose)
        text += sides(row);
    if (row.isDifferent())
        text += wrapped(liveReasonText(row) + u' ' + liveAdvice(row), indent, lineWidth);
    for (const QString &note : row.notes)
        text += wrapped(liveNoteText(row, note), indent, lineWidth);
    if (!row.paste.isEmpty())
        text += indent + Report::tr("to publish:") + u'\n' + block(row.paste, indent + QStringLiteral("  "));
    return text;
}

QJsonValue textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(utf8Text(text));
}

QJsonValue stringOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// Where two lines differ, in octets; null where they are not lines.
QJsonValue differenceJson(LiveState state, const QByteArray &planned, const QByteArray &live)
{
    if (state != LiveState::Differs || !isOneLine(planned) || !isOneLine(live))
        return {};
    const CommonEnds ends = commonEnds(planned, live);
    const auto part = [&ends](const QByteArray &text) {
        return QJsonObject{{QStringLiteral("offset"), static_cast<qint64>(ends.front)},
                           {QStringLiteral("length"), static_cast<qint64>(text.size() - ends.front - ends.back)}};
    };
    return QJsonObject{{QStringLiteral("planned"), part(planned)}, {QStringLiteral("live"), part(live)}};
}

QJsonObject lineJson(const LiveLine &line)
{
    return {{QStringLiteral("state"), liveStateName(line.state)},
            {QStringLiteral("planned"), textOrNull(line.planned)},
            {QStringLiteral("live"), textOrNull(line.live)},
            {QStringLiteral("number"), line.number > 0 ? QJsonValue(line.number) : QJsonValue()},
            {QStringLiteral("difference"), differenceJson(line.state, line.planned, line.live)}};
}

QJsonObject rowJson(const LiveRow &row)
{
    QJsonArray notes;
    for (const QString &note : row.notes)
        notes.append(QJsonObject{{QStringLiteral("id"), note}, {QStringLiteral("message"), liveNoteText(row, note)}});
    QJsonArray lines;
    for (const LiveLine &line : row.lines)
        lines.append(lineJson(line));
    return {{QStringLiteral("item"), planItemName(row.item)},
            {QStringLiteral("subject"), utf8Text(row.subject.toUtf8())},
            {QStringLiteral("type"), stringOrNull(row.type)},
            {QStringLiteral("state"), liveStateName(row.state)},
            {QStringLiteral("planned"), textOrNull(row.planned)},
            {QStringLiteral("live"), textOrNull(row.live)},
            {QStringLiteral("difference"), isCertificate(row) ? QJsonValue() : differenceJson(row.state, row.planned, row.live)},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("looksRight"), stringOrNull(looksRightName(row.right))},
            {QStringLiteral("reason"), row.isDifferent() ? stringOrNull(row.reason) : QJsonValue()},
            {QStringLiteral("message"), stringOrNull(liveReasonText(row))},
            {QStringLiteral("advice"), stringOrNull(liveAdvice(row))},
            {QStringLiteral("publish"), textOrNull(row.paste)},
            {QStringLiteral("lines"), lines}};
}

} // namespace

ChainLink::State paintOf(const LiveRow &row)
{
    if (row.state == LiveState::NotTested)
        return ChainLink::State::NotTested;
    if (row.state == LiveState::Same)
        return ChainLink::State::Good;
    return isCertificate(row) ? ChainLink::State::Broken : ChainLink::State::Attention;
}

QString planItemText(PlanItem item)
{
    switch (item) {
    case PlanItem::Record:
        return Report::tr("Record");
    case PlanItem::TlsRpt:
        return Report::tr("TLS-RPT");
    case PlanItem::PolicyHost:
        return Report::tr("Policy host");
    case PlanItem::Policy:
        return Report::tr("Policy");
    case PlanItem::PolicyCertificate:
    case PlanItem::MxCertificate:
        return Report::tr("Certificate");
    case PlanItem::Mx:
        return Report::tr("Mail server");
    case PlanItem::Tlsa:
        break;
    }
    return Report::tr("TLSA records");
}

QString liveStateText(const LiveRow &row)
{
    switch (row.state) {
    case LiveState::Same:
        return isCertificate(row) ? Report::tr("fits", "a certificate") : Report::tr("as planned");
    case LiveState::Differs:
        return isCertificate(row) ? Report::tr("does not fit", "a certificate") : Report::tr("differs");
    case LiveState::Missing:
        return Report::tr("missing");
    case LiveState::Unexpected:
        return Report::tr("not planned");
    case LiveState::NotTested:
        break;
    }
    return Report::tr("not tested");
}

QString liveStateMark(LiveState state)
{
    switch (state) {
    case LiveState::Same:
        return QStringLiteral("=");
    case LiveState::Differs:
        return QStringLiteral("~");
    case LiveState::Missing:
        return QStringLiteral("-");
    case LiveState::Unexpected:
        return QStringLiteral("+");
    case LiveState::NotTested:
        break;
    }
    return QStringLiteral("?");
}

QString liveLineText(const LiveLine &line)
{
    const QString text = line.state == LiveState::Differs ? markedLine(line.planned, line.live)
                                                          : visibleText(line.state == LiveState::Missing ? line.planned : line.live);
    return liveStateMark(line.state) + u' ' + text;
}

QString planCountsText(const LiveComparison &comparison)
{
    const auto different =
        static_cast<int>(comparison.rows.size()) - comparison.count(LiveState::Same) - comparison.count(LiveState::NotTested);
    return Report::tr("%n not as planned", nullptr, different) + QStringLiteral(", ") +
           Report::tr("%n as planned", nullptr, comparison.count(LiveState::Same)) + QStringLiteral(", ") +
           Report::tr("%n not tested", nullptr, comparison.count(LiveState::NotTested));
}

QString renderPlanText(const LiveComparison &comparison, bool colour, bool verbose)
{
    const Ink ink(colour);
    QString text = ink.bold(domainText(comparison.domain)) + QStringLiteral("  ") + momentText(comparison.observedAt, QLocale()) + u'\n';
    for (const LiveRow &row : comparison.rows)
        text += rowText(row, ink, verbose);
    return text + QStringLiteral("  ") + planCountsText(comparison) + u'\n';
}

QJsonObject renderPlanJson(const LiveComparison &comparison)
{
    QJsonArray rows;
    for (const LiveRow &row : comparison.rows)
        rows.append(rowJson(row));
    return {{QStringLiteral("schemaVersion"), 1},
            {QStringLiteral("tool"), QStringLiteral("MTA-STS Studio " MTA_VERSION)},
            {QStringLiteral("domain"), comparison.domain.ascii},
            {QStringLiteral("domainUnicode"), comparison.domain.unicode},
            {QStringLiteral("observedAt"), comparison.observedAt.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("error"), QJsonValue()},
            {QStringLiteral("different"), comparison.isDifferent()},
            {QStringLiteral("notTested"), comparison.count(LiveState::NotTested) > 0},
            {QStringLiteral("rows"), rows}};
}

QByteArray planCsvHeader()
{
    return "file,domain,observed_at,item,subject,type,state,looks_right,planned,live,message,advice,publish,notes,error\r\n";
}

QByteArray renderPlanCsv(const LiveComparison &comparison, const QString &file)
{
    QByteArray lines;
    for (const LiveRow &row : comparison.rows) {
        QStringList notes;
        for (const QString &note : row.notes)
            notes.append(liveNoteText(row, note));
        lines += csvLine({file,
                          comparison.domain.ascii,
                          comparison.observedAt.toUTC().toString(Qt::ISODate),
                          planItemName(row.item),
                          row.subject,
                          row.type,
                          liveStateName(row.state),
                          looksRightName(row.right),
                          QString::fromUtf8(row.planned),
                          QString::fromUtf8(row.live),
                          liveReasonText(row),
                          liveAdvice(row),
                          QString::fromUtf8(row.paste),
                          notes.join(u' '),
                          {}});
    }
    return lines;
}

QByteArray planCsvError(const QString &file, const QString &domain, const QString &error)
{
    return csvLine({file, domain, {}, {}, {}, {}, liveStateName(LiveState::NotTested), {}, {}, {}, {}, {}, {}, {}, error});
}

} // namespace mta
