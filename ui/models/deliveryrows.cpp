// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/deliveryrows.h"

#include "report/digest.h"
#include <QCoreApplication>

namespace mta
{

QStringList deliveryHeaders()
{
    return QStringList{QCoreApplication::translate("Senders", "Mail server")} + deliveryHeadings();
}

QList<Row> deliveryRows(const DomainAudit &audit)
{
    QList<Row> rows;
    for (const DeliveryDigest &digest : deliveryDigests(audit)) {
        Row row{QString::number(rows.size()), {Cell{digest.place, std::nullopt, digest.evidence != QLatin1String("/mx")}}};
        for (const DeliveryDigest::Fate &fate : digest.fates)
            row.cells.append(Cell{fate.words, fate.state});
        row.pointer = digest.evidence;
        rows.append(row);
    }
    return rows;
}

} // namespace mta
