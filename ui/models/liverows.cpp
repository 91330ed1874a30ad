// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/liverows.h"

#include "base/wiretext.h"
#include "report/planreport.h"
#include "ui/models/comparisonrows.h"
#include "ui/models/policyrows.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QChar beforeLine = u'\n'; // in no name

Cell stateCell(LiveState state, const QString &word, State paint)
{
    Cell cell{word, paint};
    cell.sort = static_cast<int>(state);
    return cell;
}

/// Names of a certificate are no texts to compare: whether it fits is another question.
bool isCertificate(const LiveRow &row)
{
    return row.item == PlanItem::PolicyCertificate || row.item == PlanItem::MxCertificate;
}

/// One line on both sides; `compare`: what is different within it is marked.
Row lineRow(const QString &key, const Cell &what, const Cell &state, const LiveLine &line, bool compare)
{
    Cell planned{visiblePolicyText(line.planned)};
    Cell live{visiblePolicyText(line.live)};
    planned.wire = live.wire = true;
    planned.muted = live.muted = line.state == LiveState::Same;
    if (compare && line.state == LiveState::Differs)
        markDifference(planned, live, line.planned, line.live);
    Row row{key, {what, state, planned, live, Cell{}}};
    row.tag = static_cast<int>(line.state);
    return row;
}

QList<PolicyLine> linesOf(QByteArray text)
{
    text.replace("\r\n", "\n");
    if (text.endsWith('\n'))
        text.chop(1);
    QList<PolicyLine> lines;
    for (const QByteArray &line : text.isEmpty() ? QByteArrayList() : text.split('\n'))
        lines.append({static_cast<int>(lines.size()) + 1, line, {}, {}, 1, {}});
    return lines;
}

/// Of several values, or of a policy of which there is one side only.
QList<LiveLine> pairedLines(const LiveRow &row)
{
    QList<LiveLine> lines;
    for (const LinePair &pair : alignedLines(linesOf(row.planned), linesOf(row.live))) {
        LiveState state = pair.same()        ? LiveState::Same
                          : pair.before == 0 ? LiveState::Unexpected
                          : pair.after == 0  ? LiveState::Missing
                                             : LiveState::Differs;
        if (row.state == LiveState::NotTested || row.state == LiveState::Same)
            state = row.state;
        lines.append({state, pair.textBefore, pair.textAfter, pair.after});
    }
    return lines;
}

/// What looks right, for a row that is to be decided.
Cell rightCell(const LiveRow &row)
{
    if (!row.isDifferent())
        return {};
    switch (row.right) {
    case LooksRight::Live:
        return Cell{QCoreApplication::translate("Live", "the live side")};
    case LooksRight::Plan:
        return Cell{QCoreApplication::translate("Live", "the plan")};
    case LooksRight::Nobody:
        break;
    }
    return Cell{QCoreApplication::translate("Live", "nothing tells"), std::nullopt, false, true};
}

/// Where there is one of its kind, its name is for those who read on.
QString shortTitle(const LiveRow &row)
{
    switch (row.item) {
    case PlanItem::Record:
    case PlanItem::TlsRpt:
    case PlanItem::Policy:
        return planItemText(row.item);
    case PlanItem::PolicyHost:
        return QCoreApplication::translate("Live", "%1 %2", "policy host, type of record").arg(planItemText(row.item), row.type);
    case PlanItem::PolicyCertificate:
    case PlanItem::Mx:
    case PlanItem::Tlsa:
    case PlanItem::MxCertificate:
        break;
    }
    return liveRowTitle(row);
}

Row rowOf(const LiveRow &row)
{
    const QList<LiveLine> lines = row.lines.isEmpty() ? pairedLines(row) : row.lines;
    const Cell what{shortTitle(row)};
    const Cell state = stateCell(row.state, liveStateText(row), paintOf(row));
    const LiveLine single =
        lines.size() == 1 ? LiveLine{row.state, lines.first().planned, lines.first().live} : LiveLine{row.state, {}, {}};
    Row result = lineRow(liveRowKey(row), what, state, single, !isCertificate(row));
    result.cells.last() = rightCell(row);
    if (lines.size() < 2)
        return result;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LiveLine &line = lines.at(i);
        LiveRow alone;
        alone.state = line.state;
        Cell place{line.number > 0 ? QCoreApplication::translate("Live", "line %1").arg(line.number) : QString()};
        place.muted = true;
        place.sort = static_cast<int>(i);
        Cell lineState = stateCell(line.state, liveStateText(alone), paintOf(alone));
        lineState.muted = line.state == LiveState::Same;
        result.children.append(lineRow(liveRowKey(row) + beforeLine + QString::number(i), place, lineState, line, true));
    }
    return result;
}

} // namespace

QList<LiveState> liveStates()
{
    return {LiveState::Differs, LiveState::Missing, LiveState::Unexpected, LiveState::NotTested, LiveState::Same};
}

QString liveStateWord(LiveState state)
{
    LiveRow row;
    row.state = state;
    return liveStateText(row);
}

QString liveStateIconName(LiveState state)
{
    switch (state) {
    case LiveState::Differs:
        return u"changed"_s;
    case LiveState::Missing:
        return u"removed"_s;
    case LiveState::Unexpected:
        return u"added"_s;
    case LiveState::Same:
        return u"good"_s;
    case LiveState::NotTested:
        break;
    }
    return u"nottested"_s;
}

QString liveRowTitle(const LiveRow &row)
{
    return QCoreApplication::translate("Live", "%1: %2", "what is compared, name of a host or record")
        .arg(planItemText(row.item), visibleText(row.subject, 300));
}

QStringList liveHeaders()
{
    return {QCoreApplication::translate("Live", "What"), QCoreApplication::translate("Live", "State"),
            QCoreApplication::translate("Live", "Planned"), QCoreApplication::translate("Live", "Live"),
            QCoreApplication::translate("Live", "Looks right")};
}

QList<Row> liveRows(const LiveComparison &comparison)
{
    QList<Row> rows;
    for (const LiveRow &row : comparison.rows)
        rows.append(rowOf(row));
    return rows;
}

QString liveRowKey(const LiveRow &row)
{
    return u"%1 %2 %3"_s.arg(planItemName(row.item), row.subject, row.type);
}

const LiveRow *liveRowOf(const LiveComparison &comparison, const QString &key)
{
    const QString wanted = key.section(beforeLine, 0, 0);
    const auto found =
        std::find_if(comparison.rows.cbegin(), comparison.rows.cend(), [&wanted](const LiveRow &row) { return liveRowKey(row) == wanted; });
    return found == comparison.rows.cend() ? nullptr : &*found;
}

} // namespace mta
