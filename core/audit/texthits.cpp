// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/texthits.h"

#include "base/wiretext.h"

#include <QCryptographicHash>

namespace mta
{

Hit hitAt(const Situation &situation, int line, int column, const QString &evidence, Values values)
{
    const QString subject = situation.facts.domain.ascii;
    values.insert(QStringLiteral("line"), QString::number(line));
    values.insert(QStringLiteral("column"), QString::number(column));
    // A text alone has no domain; what it is called is no name to publish anything at.
    values.insert(QStringLiteral("domain"), situation.at.isValid() ? subject : QStringLiteral("example.com"));
    return {subject, std::move(values), evidence, false};
}

QString rawText(const QByteArray &octets)
{
    return utf8Text(octets.left(200));
}

QString freshId(const Situation &situation)
{
    if (!situation.at.isValid()) // a text alone: the same for the same text, and surely not the id that stands in it
        return QString::fromLatin1(QCryptographicHash::hash(situation.record.record.raw, QCryptographicHash::Sha256).toHex().left(14));
    return situation.at.toUTC().toString(QStringLiteral("yyyyMMddHHmmss"));
}

} // namespace mta
