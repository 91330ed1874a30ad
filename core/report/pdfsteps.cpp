// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/steps.h"

#include "base/wiretext.h"
#include "deploy/bundle.h"
#include "deploy/steptexts.h"
#include "report/pdfparts.h"
#include "report/terminal.h"

#include <QRegularExpression>

namespace mta
{

namespace
{

const QColor navy(0x1f, 0x3a, 0x5f);
const QColor muted(0x57, 0x60, 0x6a);
const TextStyle small{8};
const TextStyle wire{8, false, true};
constexpr QChar box = u'\u2610'; // to be ticked

// A plan has its own limits; a report is read by people.
constexpr qsizetype maxCell = 600;
constexpr qsizetype maxText = 8000;
constexpr qsizetype maxRows = 400;

void policyPart(Sheet &sheet, const Plan &plan)
{
    sheet.heading(Report::tr("The policy"));
    if (!plan.policy) {
        sheet.text(Report::tr("The domain is meant to be without MTA-STS."), {9});
        return;
    }
    sheet.text(QStringLiteral("https://mta-sts.%1/.well-known/mta-sts.txt").arg(visibleText(plan.domain.ascii, 260)), wire);
    sheet.space(4);
    const QByteArray file = policyText(*plan.policy).value_or(QByteArray()).replace("\r\n", "\n").trimmed();
    sheet.accented(navy, [&] { sheet.text(visibleLines(file, maxText), wire, 12); });
}

QList<SheetCell> recordCells(const ZoneRecord &record)
{
    const QString preference = record.type == RecordType::Mx ? QString::number(record.preference) + u' ' : QString();
    return {{visibleText(record.owner, maxCell), wire},
            {recordTypeName(record.type), small},
            {QString::number(record.ttl.count()), small},
            {preference + visibleText(record.value, maxCell), wire}};
}

void recordTable(Sheet &sheet, const QList<ZoneRecord> &records)
{
    QList<QList<SheetCell>> rows;
    for (const ZoneRecord &record : records.mid(0, maxRows))
        rows.append(recordCells(record));
    sheet.table({{Report::tr("Name"), 3}, {Report::tr("Type"), 0.8}, {Report::tr("TTL"), 0.8}, {Report::tr("Value"), 4}}, rows);
}

void recordsPart(Sheet &sheet, const Plan &plan)
{
    const QList<ZoneRecord> records = zoneRecords(plan);
    if (!records.isEmpty()) {
        sheet.heading(Report::tr("Records"));
        recordTable(sheet, records);
    }
    if (plan.mx.isEmpty())
        return;
    sheet.heading(areaText(Area::MxHosts));
    for (const IntendedMx &mx : plan.mx)
        sheet.text(QStringLiteral("%1 %2").arg(QString::number(mx.preference), visibleText(mx.host, maxCell)), wire);
}

void change(Sheet &sheet, const QString &title, const QList<ZoneRecord> &records)
{
    if (records.isEmpty())
        return;
    sheet.space(3);
    sheet.text(title, {8, true, false, muted}, 12);
    for (const ZoneRecord &record : records.mid(0, maxRows)) {
        QStringList words;
        for (const SheetCell &cell : recordCells(record))
            words.append(cell.text);
        sheet.text(words.join(u' '), wire, 24);
    }
}

void stepBlock(Sheet &sheet, const DeploymentStep &step, int number, const QDateTime &now)
{
    sheet.accented(navy, [&] {
        sheet.text(Report::tr("%1 %2. %3", "box to tick, number, title").arg(box).arg(number).arg(stepTitle(step)), {10, true}, 12);
        sheet.text(stepWhenText(step, now), {9, true, false, navy}, 12);
        sheet.text(stepExplanation(step), {9}, 12);
        change(sheet, Report::tr("To be taken away"), step.remove);
        change(sheet, Report::tr("To be published"), step.add);
        sheet.space(3);
        sheet.text(Report::tr("If it goes wrong: %1", "what to do").arg(stepRollback(step)), {8.5, false, false, muted}, 12);
    });
    sheet.space(11);
}

ChainLink::State paintOf(ConditionState state)
{
    switch (state) {
    case ConditionState::Met:
        return ChainLink::State::Good;
    case ConditionState::NotMet:
        return ChainLink::State::Broken;
    case ConditionState::Unknown:
        break;
    }
    return ChainLink::State::NotTested;
}

void stepsPart(Sheet &sheet, const StepsReport &report)
{
    sheet.heading(Report::tr("Steps"));
    sheet.text(stepsSourceText(report.observedAt), {9, false, false, muted});
    sheet.space(6);
    for (const PlanProblem &problem : report.plan.problems)
        sheet.text(planProblemText(problem), {9, true});
    if (report.plan.problems.isEmpty() && report.plan.steps.isEmpty())
        sheet.text(Report::tr("Nothing is to be done: it is as it is meant to be."), {9});
    int number = 0;
    for (const DeploymentStep &step : report.plan.steps) {
        ++number;
        sheet.together([&] { stepBlock(sheet, step, number, report.now); });
    }
    if (report.conditions.isEmpty())
        return;
    sheet.heading(Report::tr("Before mode enforce"));
    for (const Condition &condition : report.conditions) {
        const ChainLink::State state = paintOf(condition.state);
        sheet.text(Report::tr("%1 %2", "mark and state").arg(stateMark(state), conditionText(condition)),
                   {9, false, false, stateColour(state)});
        sheet.space(3);
    }
}

/// The checklist's Markdown as it is meant: it is made of headings, tasks, points, paragraphs and code spans alone.
void checklistPart(Sheet &sheet, const Plan &plan)
{
    static const QRegularExpression code(QStringLiteral("(`+) ?(.*?) ?\\1(?!`)"));
    sheet.heading(Report::tr("Checklist"));
    const QStringList lines = checklist(plan).split(u'\n', Qt::SkipEmptyParts);
    for (QString line : lines.mid(1)) { // the first is the title of the whole
        line.replace(code, QStringLiteral("\\2"));
        const qsizetype level = line.indexOf(u' ');
        if (line.startsWith(u'#')) {
            sheet.space(7);
            sheet.text(line.mid(level + 1), {level > 2 ? 9.0 : 10.5, true, false, navy});
        } else if (line.startsWith(QLatin1String("- [ ] "))) {
            sheet.text(Report::tr("%1 %2", "box to tick, what to do").arg(box).arg(line.mid(6)), {9}, 12);
        } else if (line.startsWith(QLatin1String("- "))) {
            sheet.text(line.mid(2), {9, false, false, muted}, 24);
        } else {
            sheet.text(line, {9});
        }
        sheet.space(3);
    }
}

} // namespace

Result<QByteArray> renderStepsPdf(const Plan &plan, const StepsReport &report, const QLocale &locale, PaperSize paper)
{
    const QString title = Report::tr("Plan of %1").arg(domainText(plan.domain));
    return writePdf(title, paper, [&](Sheet &sheet) {
        sheet.setFooter(Report::tr("%1, %2", "title, time").arg(title, momentText(report.now, locale)));
        sheet.text(title, {16, true});
        sheet.text(momentText(report.now, locale), {9, false, false, muted});
        sheet.space(6);
        if (!plan.notes.trimmed().isEmpty())
            sheet.text(visibleLines(plan.notes.toUtf8(), maxText), {9});
        policyPart(sheet, plan);
        recordsPart(sheet, plan);
        stepsPart(sheet, report);
        checklistPart(sheet, plan);
    });
}

} // namespace mta
