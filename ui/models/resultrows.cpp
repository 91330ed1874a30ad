// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/resultrows.h"

#include "base/wiretext.h"
#include "ui/models/certificaterows.h"
#include "ui/words.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString originText(Origin origin)
{
    switch (origin) {
    case Origin::Practice:
        return QCoreApplication::translate("Results", "practice");
    case Origin::File:
        return QCoreApplication::translate("Results", "opened file");
    case Origin::Live:
        break;
    }
    return {};
}

Cell verdictCell(const DeskItem &item)
{
    switch (item.stage) {
    case DeskItem::Stage::Running: {
        Cell cell{QCoreApplication::translate("Results", "auditing"), std::nullopt, false, true};
        cell.iconName = u"running"_s;
        cell.sort = -1;
        return cell;
    }
    case DeskItem::Stage::Failed:
        return Cell{QCoreApplication::translate("Results", "not audited"), State::NotTested, false, false, 90};
    case DeskItem::Stage::Cancelled:
        return Cell{QCoreApplication::translate("Results", "stopped"), State::NotTested, false, false, 80};
    case DeskItem::Stage::Done:
        break;
    }
    const DomainVerdict verdict = item.audit->verdict;
    return Cell{verdictText(verdict), verdictState(verdict), false, false, static_cast<int>(verdict)};
}

Cell expiryCell(const DomainAudit &audit, const QDateTime &now)
{
    const QList<CertificateUse> uses = certificatesOf(audit);
    if (uses.isEmpty())
        return Cell{{}};
    Cell cell{dayWords(uses.first().leaf.notAfter, now)};
    cell.sort = uses.first().leaf.notAfter;
    const qint64 seconds = now.secsTo(uses.first().leaf.notAfter);
    if (seconds < 14 * 86400)
        cell.state = seconds < 0 ? State::Broken : State::Attention;
    return cell;
}

QString countText(const DomainAudit &audit)
{
    const int errors = audit.count(Severity::Error);
    const int warnings = audit.count(Severity::Warning);
    return QCoreApplication::translate("Results", "%1 / %2", "number of errors / number of warnings").arg(errors).arg(warnings);
}

} // namespace

QStringList resultHeaders()
{
    return {QCoreApplication::translate("Results", "Domain"),
            QCoreApplication::translate("Results", "Verdict"),
            QCoreApplication::translate("Results", "Errors / warnings"),
            QCoreApplication::translate("Results", "Next expiry"),
            QCoreApplication::translate("Results", "Audited"),
            QCoreApplication::translate("Results", "What happens to mail")};
}

Row resultRow(const DeskItem &item, const QDateTime &now)
{
    const bool complete = item.audit && item.stage != DeskItem::Stage::Running;
    const QString name = visibleText(item.domain.ascii.isEmpty() ? item.input : item.domain.unicode);
    const QString origin = originText(item.origin);
    Cell domain{origin.isEmpty() ? name : QCoreApplication::translate("Results", "%1 (%2)", "domain, where from").arg(name, origin)};
    Row row{QString::number(item.id), {domain, verdictCell(item)}};
    row.tag = item.stage == DeskItem::Stage::Running ? runningTag : static_cast<int>(row.cells[1].state.value_or(State::NotTested));
    if (complete) {
        Cell counts{countText(*item.audit)};
        counts.sort = item.audit->count(Severity::Error) * 1000 + item.audit->count(Severity::Warning);
        Cell when{momentWords(item.audit->facts.observedAt, now), std::nullopt, false, true};
        when.sort = item.audit->facts.observedAt;
        row.cells << counts << expiryCell(*item.audit, now) << when << Cell{item.audit->headline};
    } else {
        row.cells << Cell{{}} << Cell{{}} << Cell{{}} << Cell{item.error};
    }
    row.pointer = QString::number(item.id);
    return row;
}

QList<Row> resultRows(const Desk &desk, const QDateTime &now)
{
    QList<Row> rows;
    for (int id : desk.ids())
        rows.append(resultRow(*desk.item(id), now));
    return rows;
}

} // namespace mta
