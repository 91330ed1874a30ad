// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/placeholders.h"

#include <QRegularExpression>

namespace mta
{

namespace
{
const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(QStringLiteral("\\{([a-zA-Z][a-zA-Z0-9]*)\\}"));
    return expression;
}
} // namespace

QString fillPlaceholders(const QString &pattern, const Values &values)
{
    QString result;
    qsizetype copied = 0;
    auto places = placeholder().globalMatch(pattern);
    while (places.hasNext()) {
        const QRegularExpressionMatch place = places.next();
        const auto value = values.constFind(place.captured(1));
        if (value == values.cend())
            continue;
        result += QStringView(pattern).mid(copied, place.capturedStart() - copied);
        result += *value;
        copied = place.capturedEnd();
    }
    return result.append(QStringView(pattern).mid(copied));
}

QStringList placeholdersOf(const QString &pattern)
{
    QStringList names;
    auto places = placeholder().globalMatch(pattern);
    while (places.hasNext())
        names.append(places.next().captured(1));
    names.removeDuplicates();
    return names;
}

} // namespace mta
