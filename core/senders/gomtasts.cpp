// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// go-mtasts, the library of maddy: a line is two parts with one colon between them, whatever they are.

#include "senders/lenient.h"
#include "senders/readers.h"

namespace mta
{

namespace
{

const char *faultOfLine(const QByteArray &line)
{
    return line.trimmed().isEmpty() ? "blank-line" : line.contains(':') ? "colon-in-value" : "line";
}

} // namespace

SenderVerdict goMtaStsPolicy(const ServedPolicy &policy)
{
    if (const auto refusal = goRefuses(policy, true))
        return *refusal;
    if (policy.cut)
        return {};
    const auto lines = goLines(policy.body);
    if (!lines)
        return refused("too-large");
    Fields fields;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const QByteArrayList parts = lines->at(i).split(':');
        if (parts.size() != 2)
            return refused(faultOfLine(lines->at(i)), i + 1);
        const QString key = decoded(parts.at(0));
        const QString value = trimmedAs(Blanks::Go, decoded(parts.at(1)));
        fields.take(key, value);
        // Every value is looked at, also one that another of the same key replaces later.
        const auto refusal = [&](const char *reason) {
            SenderVerdict verdict = fields.refusedFor(reason, key.toLatin1().constData());
            verdict.line = static_cast<int>(i) + 1;
            return verdict;
        };
        if (key == QLatin1String("version") && value != QLatin1String("STSv1"))
            return refusal("version");
        if (key == QLatin1String("mode") && !exactMode(value))
            return refusal("mode");
        if (key == QLatin1String("max_age") && !goInteger(value.toUtf8())) // without bounds, below zero too
            return refusal("max-age");
    }
    if (fields.version.isNull())
        return versionRefused(policy.body);
    if (fields.mode.isNull())
        return refused("mode");
    if (fields.maxAge.isNull())
        return refused("max-age");
    const PolicyMode mode = exactMode(fields.mode).value_or(PolicyMode::None);
    if (fields.mx.isEmpty() && mode != PolicyMode::None)
        return refused("mx-missing");
    return honoured(mode, fields.mx);
}

SenderVerdict goMtaStsRecords(const QByteArrayList &values)
{
    if (values.size() != 1) // of any kind: it does not choose among several
        return refused(values.isEmpty() ? "record-none" : "record-beside");
    if (!values.constFirst().contains("v=STSv1"))
        return refused("record-none");
    bool version = false;
    bool id = false;
    for (const QByteArray &raw : values.constFirst().split(';')) {
        const QString part = trimmedAs(Blanks::Go, decoded(raw));
        if (part.isEmpty())
            continue;
        const QStringList pair = part.split(u'=');
        if (pair.size() != 2 || part.contains(u' ') || part.contains(u'\t'))
            return refused("record-syntax");
        if (pair.at(0) == QLatin1String("v")) {
            if (pair.at(1) != QLatin1String("STSv1"))
                return refused("record-none");
            version = true;
        } else if (pair.at(0) == QLatin1String("id")) {
            id = !pair.at(1).isEmpty();
        }
    }
    if (!version)
        return refused("record-none");
    if (!id)
        return refused("record-id");
    return recordHonoured();
}

bool goMtaStsMatches(const QByteArray &pattern, const QString &host)
{
    const QString written = comparableName(decoded(pattern));
    const QString name = comparableName(host);
    return written.startsWith(QLatin1String("*.")) ? matchesOneLabel(written, name) : written == name;
}

} // namespace mta
