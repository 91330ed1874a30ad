// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/comparisonrows.h"

#include "base/wiretext.h"
#include "report/comparison.h"
#include "ui/models/policyrows.h"
#include "ui/words.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Topic = Difference::Topic;
using Change = Difference::Change;

DifferenceKind kindOf(Change change)
{
    switch (change) {
    case Change::Appeared:
        return DifferenceKind::Appeared;
    case Change::Gone:
        return DifferenceKind::Gone;
    case Change::Changed:
        break;
    }
    return DifferenceKind::Changed;
}

DifferenceKind kindOf(const LinePair &pair)
{
    if (pair.same())
        return DifferenceKind::Same;
    return pair.before == 0 ? DifferenceKind::Appeared : pair.after == 0 ? DifferenceKind::Gone : DifferenceKind::Changed;
}

Cell changeCell(DifferenceKind kind)
{
    Cell cell{changeWord(kind)};
    cell.iconName = changeIconName(kind);
    cell.muted = kind == DifferenceKind::Same;
    cell.sort = static_cast<int>(kind);
    return cell;
}

/// Values whose state says something; elsewhere "not tested" would only mean that nobody asked.
bool hasState(const Difference &difference)
{
    return difference.topic == Topic::Verdict || difference.topic == Topic::Link ||
           (difference.topic == Topic::MxHost && difference.detail == "result"_L1);
}

bool cameOffTheWire(Topic topic)
{
    return topic == Topic::Record || topic == Topic::Tlsa || topic == Topic::TlsRpt;
}

Row differenceRow(const Difference &difference, const QString &key)
{
    const DifferenceDigest digest = differenceDigest(difference, QLocale());
    Cell before{digest.before};
    Cell after{digest.after};
    before.wire = after.wire = cameOffTheWire(difference.topic);
    if (hasState(difference) && !after.text.isEmpty())
        after.state = digest.state;
    Row row{key, {Cell{digest.what.isEmpty() ? digest.topic : digest.what}, changeCell(kindOf(difference.change)), before, after, Cell{}}};
    row.tag = static_cast<int>(kindOf(difference.change));
    return row;
}

Cell sentenceCell(const Finding &finding)
{
    Cell cell{findingMessage(finding)};
    if (finding.severity == Severity::Note)
        cell.iconName = u"note"_s;
    else
        cell.state = severityState(finding.severity);
    return cell;
}

/// The sentence stands where the finding was seen; before it, what weight it had.
Row findingRow(const Finding &finding, DifferenceKind kind, const QString &weightBefore, const QString &key)
{
    Row row{key,
            {Cell{visibleText(finding.subject)}, changeCell(kind), Cell{}, sentenceCell(finding),
             Cell{finding.ruleId, std::nullopt, false, true}}};
    if (kind == DifferenceKind::Gone)
        std::swap(row.cells[2], row.cells[3]);
    else
        row.cells[2].text = weightBefore;
    row.tag = static_cast<int>(kind);
    return row;
}

Row policyRow(const LinePair &pair)
{
    const DifferenceKind kind = kindOf(pair);
    Cell before{visiblePolicyText(pair.textBefore)};
    Cell after{visiblePolicyText(pair.textAfter)};
    before.wire = after.wire = true;
    before.muted = after.muted = kind == DifferenceKind::Same;
    if (kind == DifferenceKind::Changed)
        markDifference(before, after, pair.textBefore, pair.textAfter);
    const int line = pair.after > 0 ? pair.after : pair.before;
    const QString what = pair.before > 0 && pair.after > 0 && pair.before != pair.after
                             ? QCoreApplication::translate("Comparison", "line %1, was %2").arg(pair.after).arg(pair.before)
                             : QCoreApplication::translate("Comparison", "line %1").arg(line);
    Cell place{what};
    place.muted = kind == DifferenceKind::Same;
    place.sort = line;
    Row row{u"line %1 %2"_s.arg(pair.before).arg(pair.after), {place, changeCell(kind), before, after, Cell{}}};
    row.tag = static_cast<int>(kind);
    return row;
}

Row heading(const QString &key, const QString &text)
{
    Row row{key, {Cell{text}, Cell{}, Cell{}, Cell{}, Cell{}}};
    row.group = true;
    return row;
}

bool isPolicyLine(const Difference &difference)
{
    return difference.topic == Topic::Policy && difference.lineBefore + difference.lineAfter > 0;
}

int findings(const Comparison &comparison, Change change)
{
    return static_cast<int>(
        std::count_if(comparison.differences.cbegin(), comparison.differences.cend(), [change](const Difference &difference) {
            return difference.topic == Topic::Finding && difference.change == change;
        }));
}

} // namespace

void markDifference(Cell &before, Cell &after, const QByteArray &octetsBefore, const QByteArray &octetsAfter)
{
    const CommonEnds ends = commonEnds(octetsBefore, octetsAfter);
    const auto mark = [&ends](Cell &cell, const QByteArray &octets) {
        const auto upTo = [&octets](qsizetype end) { return static_cast<int>(visiblePolicyText(octets.left(end)).size()); };
        cell.markFrom = upTo(ends.front);
        cell.markLength = upTo(octets.size() - ends.back) - cell.markFrom;
    };
    mark(before, octetsBefore);
    mark(after, octetsAfter);
}

QList<DifferenceKind> changeKinds()
{
    return {DifferenceKind::Gone, DifferenceKind::Appeared, DifferenceKind::Changed, DifferenceKind::Same};
}

QString changeWord(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Gone:
        return QCoreApplication::translate("Comparison", "gone");
    case DifferenceKind::Appeared:
        return QCoreApplication::translate("Comparison", "new");
    case DifferenceKind::Changed:
        return QCoreApplication::translate("Comparison", "changed");
    case DifferenceKind::Same:
        break;
    }
    return QCoreApplication::translate("Comparison", "as before");
}

QString changeIconName(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Gone:
        return u"removed"_s;
    case DifferenceKind::Appeared:
        return u"added"_s;
    case DifferenceKind::Changed:
        return u"changed"_s;
    case DifferenceKind::Same:
        break;
    }
    return u"same"_s;
}

QStringList comparisonHeaders()
{
    return {QCoreApplication::translate("Comparison", "What"), QCoreApplication::translate("Comparison", "Change"),
            QCoreApplication::translate("Comparison", "Before"), QCoreApplication::translate("Comparison", "After"),
            QCoreApplication::translate("Comparison", "Check")};
}

QList<Row> comparisonRows(const Comparison &comparison)
{
    QList<Row> rows;
    std::optional<Topic> topic;
    int number = 0;
    for (const Difference &difference : comparison.differences) {
        // The status says more of the verdict, and stands with it.
        const bool first = topic != difference.topic && !(topic == Topic::Verdict && difference.topic == Topic::Status);
        if (first)
            rows.append(heading(topicName(difference.topic), differenceDigest(difference, QLocale()).topic));
        topic = difference.topic;
        if (difference.finding) {
            const QString weight = difference.change == Change::Changed ? differenceDigest(difference, QLocale()).before : QString();
            rows.last().children.append(findingRow(*difference.finding, kindOf(difference.change), weight, QString::number(number++)));
        } else if (!isPolicyLine(difference)) {
            rows.last().children.append(differenceRow(difference, QString::number(number++)));
        } else if (first) { // the policy as a whole, so that a changed line is read where it stands
            for (const LinePair &pair : comparison.policy)
                rows.last().children.append(policyRow(pair));
        }
    }
    if (comparison.stayed.isEmpty())
        return rows;
    Row stayed = heading(u"stayed"_s, QCoreApplication::translate("Comparison", "Findings as before"));
    for (const Finding &finding : comparison.stayed)
        stayed.children.append(findingRow(finding, DifferenceKind::Same, {}, QString::number(number++)));
    rows.append(stayed);
    return rows;
}

QString comparisonSentence(const Comparison &comparison)
{
    if (comparison.same())
        return QCoreApplication::translate("Comparison", "Nothing is different.");
    return QCoreApplication::translate("Comparison", "Differences: %1. Findings: %2 gone, %3 new, %4 of another weight, %5 as before.")
        .arg(comparison.differences.size())
        .arg(findings(comparison, Change::Gone))
        .arg(findings(comparison, Change::Appeared))
        .arg(findings(comparison, Change::Changed))
        .arg(comparison.stayed.size());
}

} // namespace mta
