// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// chasquid picks the keys it knows out of the first 10 KiB and skips everything else.

#include "senders/lenient.h"
#include "senders/readers.h"

namespace mta
{

namespace
{

constexpr qsizetype readLimit = 10 * 1024;

/// Seconds become nanoseconds in 64 bits, with the wrapping that goes with it; what is no number counts as zero.
bool isAcceptableAge(const QString &text)
{
    const QByteArray number = text.toUtf8();
    constexpr quint64 nanosecondsPerSecond = 1000000000;
    const auto seconds = static_cast<quint64>(goInteger(number).value_or(0));
    const auto nanoseconds = static_cast<qint64>(seconds * nanosecondsPerSecond);
    return nanoseconds > 0 && nanoseconds <= maxPolicyAge.count() * static_cast<qint64>(nanosecondsPerSecond);
}

SenderVerdict verdictOn(const Fields &fields, const QByteArray &body)
{
    if (fields.version != QLatin1String("STSv1"))
        return fields.version.isNull() ? versionRefused(body) : fields.refusedFor("version", "version");
    if (!isAcceptableAge(fields.maxAge))
        return fields.refusedFor(goInteger(fields.maxAge.toUtf8()) == 0 ? "max-age-zero" : "max-age", "max_age");
    const auto mode = exactMode(fields.mode);
    if (!mode)
        return fields.refusedFor("mode", "mode");
    if (fields.mx.isEmpty()) // also in mode none
        return fields.refusedForNoMx();
    return honoured(*mode, fields.mx);
}

} // namespace

SenderVerdict chasquidPolicy(const ServedPolicy &policy)
{
    if (const auto refusal = goRefuses(policy, true))
        return *refusal;
    const auto lines = goLines(policy.body.left(readLimit));
    Fields fields;
    for (const QByteArray &line : lines.value_or(QByteArrayList())) {
        const qsizetype colon = line.indexOf(':');
        if (colon >= 0)
            fields.take(trimmedAs(Blanks::Go, decoded(line.left(colon))), trimmedAs(Blanks::Go, decoded(line.mid(colon + 1))));
    }
    const SenderVerdict verdict = verdictOn(fields, policy.body);
    const bool partly = policy.body.size() > readLimit;
    return partly && verdict.reading == Reading::Refused ? refused("too-large") : verdict;
}

SenderVerdict chasquidRecords(const QByteArrayList &values)
{
    // Any value that begins so will do; the id is not used.
    const auto announces = [](const QByteArray &value) { return value.startsWith("v=STSv1;"); };
    if (std::none_of(values.cbegin(), values.cend(), announces)) {
        const bool other =
            std::any_of(values.cbegin(), values.cend(), [](const QByteArray &value) { return value.startsWith("v=STSv1 "); });
        return refused(other ? "record-space" : "record-none");
    }
    return recordHonoured();
}

bool chasquidMatches(const QByteArray &pattern, const QString &host)
{
    const QString written = comparableName(decoded(pattern));
    const QString name = comparableName(host);
    return written == name || matchesOneLabel(written, name);
}

} // namespace mta
