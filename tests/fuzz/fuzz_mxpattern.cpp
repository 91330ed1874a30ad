// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/mxpattern.h"

#include <QtGlobal>
#include <cstdint>

// The first line is the pattern, the rest the host.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype lineFeed = text.indexOf('\n');
    const QByteArray value = lineFeed < 0 ? text : text.left(lineFeed);
    const QString host = QString::fromUtf8(lineFeed < 0 ? text : text.mid(lineFeed + 1));
    const mta::MxPattern pattern = mta::parseMxPattern(value);
    if (pattern.valid != pattern.reason.isEmpty())
        qFatal("a pattern is bad without a reason or good with one");
    if (pattern.text.size() > 600)
        qFatal("the text is not bounded");
    if (pattern.valid && (pattern.text.toLatin1() != value || mta::parseMxPattern(pattern.text.toLatin1()) != pattern))
        qFatal("a valid pattern does not survive");
    if (mta::matches(pattern, host)) {
        if (!pattern.valid)
            qFatal("a bad pattern matches");
        if (pattern.text.startsWith(QLatin1String("*.")) && mta::matches(pattern, QStringLiteral("one.more.") + host))
            qFatal("a wildcard spans labels");
        if (mta::coveringPattern({pattern}, host) != pattern.text)
            qFatal("a match is not a cover");
    }
    if (pattern.valid && !pattern.text.startsWith(u'*') && !mta::matches(pattern, pattern.text))
        qFatal("a name does not match itself");
    return 0;
}
