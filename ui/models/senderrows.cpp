// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/senderrows.h"

#include "audit/senderview.h"
#include "base/wiretext.h"
#include <QCoreApplication>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString pointerOf(const SenderRow &row, const DomainAudit &audit)
{
    if (row.record.reading == Reading::Refused || audit.policyFetch < 0)
        return u"/sts"_s;
    return u"/fetches/%1/body"_s.arg(audit.policyFetch);
}

} // namespace

QStringList senderHeaders()
{
    return {QCoreApplication::translate("Senders", "Program"), QCoreApplication::translate("Senders", "Used by"),
            QCoreApplication::translate("Senders", "The policy"), QCoreApplication::translate("Senders", "Why"),
            QCoreApplication::translate("Senders", "How it reads")};
}

QList<Row> senderTableRows(const DomainAudit &audit)
{
    QList<Row> rows;
    for (const SenderRow &sender : senderRows(audit)) {
        Row row{QString::fromLatin1(sender.sender->id),
                {Cell{QString::fromLatin1(sender.sender->name)}, Cell{QString::fromLatin1(sender.sender->usedBy)},
                 Cell{readingText(sender), senderState(sender)}, Cell{visibleText(explanationText(sender))},
                 Cell{senderNote(*sender.sender), std::nullopt, false, true}}};
        row.pointer = pointerOf(sender, audit);
        rows.append(row);
    }
    return rows;
}

QStringList senderAdviceLines(const DomainAudit &audit)
{
    QStringList lines;
    for (const QString &key : advice(senderRows(audit)))
        lines.append(adviceText(key));
    return lines;
}

} // namespace mta
