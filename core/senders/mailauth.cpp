// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// mailauth, the library of ZoneMTA, WildDuck and EmailEngine: case does not matter, and what is no "key: value" is skipped.

#include "senders/lenient.h"
#include "senders/readers.h"

#include <QRegularExpression>
#include <cmath>

namespace mta
{

namespace
{

/// JavaScript's Number() of a trimmed text: decimal, with fraction and exponent, or 0x, 0o, 0b; empty is zero.
double number(const QString &text)
{
    static const QRegularExpression decimal(QStringLiteral(R"(^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$)"));
    static const QRegularExpression based(QStringLiteral(R"(^0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$)"));
    if (text.isEmpty())
        return 0;
    if (decimal.match(text).hasMatch())
        return text.toDouble();
    if (!based.match(text).hasMatch())
        return std::nan("");
    const QChar kind = text.at(1).toLower();
    double value = 0;
    for (const QChar c : text.mid(2))
        value = value * (kind == u'x' ? 16 : kind == u'o' ? 8 : 2) + QString(c).toInt(nullptr, 16);
    return value;
}

} // namespace

SenderVerdict mailauthPolicy(const ServedPolicy &policy)
{
    if (policy.httpStatus < 200 || policy.httpStatus > 299)
        return refused("status");
    if (!unpacks(policy, {})) // it asks for no compression and undoes none
        return refused("compressed");
    if (policy.cut)
        return {};
    Fields fields;
    for (const QString &line : decoded(policy.body).split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        if (colon >= 0)
            fields.take(trimmedAs(Blanks::JavaScript, line.left(colon).toLower()), trimmedAs(Blanks::JavaScript, line.mid(colon + 1)));
    }
    if (fields.version != QLatin1String("STSv1"))
        return fields.refusedFor("version", "version");
    // Without a mode it reads none.
    const auto mode = fields.mode.isNull() ? std::optional(PolicyMode::None) : exactMode(fields.mode.toLower());
    if (!mode)
        return fields.refusedFor("mode", "mode");
    const double maxAge = fields.maxAge.isNull() ? std::nan("") : number(fields.maxAge);
    if (std::isnan(maxAge) || maxAge < 0 || maxAge > static_cast<double>(maxPolicyAge.count()))
        return fields.refusedFor("max-age", "max_age");
    if (fields.mx.isEmpty() && mode != PolicyMode::None)
        return refused("mx-missing");
    return honoured(*mode, fields.mx);
}

SenderVerdict mailauthRecords(const QByteArrayList &values)
{
    static const QRegularExpression announces(QStringLiteral(R"(^v=STSv1\b)"), QRegularExpression::CaseInsensitiveOption);
    QStringList candidates;
    for (const QByteArray &value : values) {
        const QString text = trimmedAs(Blanks::JavaScript, decoded(value));
        if (announces.match(text).hasMatch())
            candidates.append(text);
    }
    if (candidates.size() != 1)
        return refused(candidates.isEmpty() ? "record-none" : "record-several");
    // It is read like a mail header: a colon ends the header's name.
    const QString record = candidates.constFirst().mid(candidates.constFirst().indexOf(u':') + 1);
    QString version;
    QString id;
    for (const QString &part : record.split(u';')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = part.left(qMax<qsizetype>(equals, 0)).trimmed().toLower();
        if (key == QLatin1String("v"))
            version = part.mid(equals + 1).trimmed();
        else if (key == QLatin1String("id"))
            id = part.mid(equals + 1).trimmed();
    }
    if (version.compare(QLatin1String("STSv1"), Qt::CaseInsensitive) != 0)
        return refused("record-syntax");
    if (id.isEmpty())
        return refused("record-id");
    return recordHonoured();
}

bool mailauthMatches(const QByteArray &pattern, const QString &host)
{
    const QString written = trimmedAs(Blanks::JavaScript, decoded(pattern)).toLower();
    const QString name = host.endsWith(u'.') ? host.toLower() : comparableName(host);
    if (written.startsWith(QLatin1String("*."))) // any number of labels, none included
        return name.endsWith(written.mid(1));
    return written == name;
}

} // namespace mta
