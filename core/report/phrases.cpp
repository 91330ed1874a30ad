// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/words.h"

#include "base/wiretext.h"

namespace mta
{

QString dayText(const QDateTime &day, const QDateTime &now, const QLocale &locale)
{
    if (!day.isValid())
        return {};
    // Certificates and records speak UTC, and the reader may sit anywhere: so do reports.
    const QDate date = day.toUTC().date();
    const QString text = locale.toString(date, Report::tr("d MMMM yyyy", "date format"));
    const int days = static_cast<int>(now.toUTC().date().daysTo(date));
    if (days == 0)
        return day < now ? Report::tr("earlier today, %1").arg(text) : Report::tr("later today, %1").arg(text);
    if (days == 1)
        return Report::tr("tomorrow, %1").arg(text);
    if (days == -1)
        return Report::tr("yesterday, %1").arg(text);
    constexpr int near = 120;
    if (days > near || days < -near)
        return text;
    return days > 0 ? Report::tr("in %n days, %1", nullptr, days).arg(text) : Report::tr("%n days ago, %1", nullptr, -days).arg(text);
}

QString momentText(const QDateTime &moment, const QLocale &locale)
{
    if (!moment.isValid())
        return Report::tr("unknown");
    const QDateTime utc = moment.toUTC();
    return Report::tr("%1, %2 UTC", "date, time")
        .arg(locale.toString(utc.date(), Report::tr("d MMMM yyyy", "date format")), utc.toString(QStringLiteral("HH:mm")));
}

QString elapsedText(std::chrono::milliseconds elapsed, const QLocale &locale)
{
    if (elapsed.count() < 100)
        return Report::tr("%1 ms").arg(elapsed.count());
    return Report::tr("%1 s").arg(locale.toString(static_cast<double>(elapsed.count()) / 1000, 'f', 1));
}

QString chainTrustText(Trust trust)
{
    switch (trust) {
    case Trust::Unknown:
        return Report::tr("no certificate seen");
    case Trust::Trusted:
        return Report::tr("trusted");
    case Trust::SelfSigned:
        return Report::tr("self-signed");
    case Trust::IncompleteChain:
        return Report::tr("intermediate certificate missing");
    case Trust::UntrustedRoot:
        return Report::tr("unknown root");
    case Trust::Invalid:
        return Report::tr("chain does not hold");
    }
    return {};
}

namespace
{

/// The detail of an attempt that was not made is a stable key, else it is the words of a system or peer.
QString withDetail(const QString &text, const QString &detail)
{
    return detail.isEmpty() ? text : Report::tr("%1: %2", "state: detail").arg(text, visibleText(detail, 300));
}

} // namespace

QString fetchEndText(const PolicyFetch &fetch)
{
    switch (fetch.end) {
    case FetchEnd::NotTried:
        return withDetail(Report::tr("not tried"), reasonText(fetch.detail));
    case FetchEnd::Complete:
        return Report::tr("HTTP status %1").arg(fetch.httpStatus);
    case FetchEnd::NoNetwork:
        return withDetail(Report::tr("this computer has no network of this kind"), fetch.detail);
    case FetchEnd::Refused:
        return withDetail(Report::tr("connection refused"), fetch.detail);
    case FetchEnd::Unreachable:
        return withDetail(Report::tr("no route to the host"), fetch.detail);
    case FetchEnd::Reset:
        return withDetail(Report::tr("connection cut"), fetch.detail);
    case FetchEnd::Timeout:
        return withDetail(Report::tr("no answer in time"), fetch.detail);
    case FetchEnd::ProxyFailed:
        return withDetail(Report::tr("the proxy did not work"), fetch.detail);
    case FetchEnd::TlsFailed:
        return withDetail(Report::tr("TLS handshake failed"), fetch.tls.failure);
    case FetchEnd::Malformed:
        return withDetail(Report::tr("not well-formed HTTP"), fetch.detail);
    case FetchEnd::TooLarge:
        return withDetail(Report::tr("too large"), fetch.detail);
    case FetchEnd::Truncated:
        return withDetail(Report::tr("cut short"), fetch.detail);
    }
    return {};
}

} // namespace mta
