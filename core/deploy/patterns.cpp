// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "deploy/patterns.h"

#include <algorithm>

namespace mta
{

namespace
{

/// The wildcard that covers the host and its siblings; empty where strangers could have a name that matches as well.
QString wildcardFor(const QString &host)
{
    const QString zone = host.section(u'.', 1);
    const MxPattern pattern = parseMxPattern("*." + zone.toLatin1());
    return pattern.valid && breadthOf(pattern) == Breadth::Own ? pattern.text : QString();
}

} // namespace

QStringList suggestPatterns(const QStringList &mxHosts, PatternStyle style)
{
    QStringList hosts;
    for (const QString &host : mxHosts)
        if (parseMxPattern(host.toLatin1()).valid && isHostName(host))
            hosts.append(host);
    hosts.removeDuplicates();
    QStringList patterns;
    for (const QString &host : hosts) {
        const QString wildcard = style == PatternStyle::Wildcard ? wildcardFor(host) : QString();
        const auto covered = std::count_if(hosts.begin(), hosts.end(),
                                           [&](const QString &other) { return matches(parseMxPattern(wildcard.toLatin1()), other); });
        const QString pattern = covered >= 2 ? wildcard : host;
        if (!patterns.contains(pattern))
            patterns.append(pattern);
    }
    return patterns;
}

Coverage coverage(const QStringList &patterns, const QStringList &mxHosts)
{
    Coverage result;
    for (const QString &text : patterns) {
        const MxPattern pattern = parseMxPattern(text.toUtf8());
        QStringList hosts;
        std::copy_if(mxHosts.begin(), mxHosts.end(), std::back_inserter(hosts),
                     [&](const QString &host) { return matches(pattern, host); });
        result.patterns.append({pattern, hosts, breadthOf(pattern)});
    }
    std::copy_if(mxHosts.begin(), mxHosts.end(), std::back_inserter(result.uncovered), [&](const QString &host) {
        return std::none_of(result.patterns.begin(), result.patterns.end(),
                            [&](const PatternCoverage &known) { return known.hosts.contains(host); });
    });
    return result;
}

} // namespace mta
