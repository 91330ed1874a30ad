// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dns/extendederror.h"

#include <QStringList>
#include <QtEndian>
#include <iterator>

namespace mta
{
namespace
{

constexpr quint16 extendedErrorOption = 15; // RFC 8914 §2
constexpr qsizetype maxErrors = 4;
constexpr qsizetype maxTextSize = 256;

/// The registry's own words, by info-code (RFC 8914 §4, and IANA's additions up to 29).
constexpr const char *names[] = {
    "Other Error",
    "Unsupported DNSKEY Algorithm",
    "Unsupported DS Digest Type",
    "Stale Answer",
    "Forged Answer",
    "DNSSEC Indeterminate",
    "DNSSEC Bogus",
    "Signature Expired",
    "Signature Not Yet Valid",
    "DNSKEY Missing",
    "RRSIGs Missing",
    "No Zone Key Bit Set",
    "NSEC Missing",
    "Cached Error",
    "Not Ready",
    "Blocked",
    "Censored",
    "Filtered",
    "Prohibited",
    "Stale NXDOMAIN Answer",
    "Not Authoritative",
    "Not Supported",
    "No Reachable Authority",
    "Network Error",
    "Invalid Data",
    "Signature Expired before Valid",
    "Too Early",
    "Unsupported NSEC3 Iterations Value",
    "Unable to conform to policy",
    "Synthesized",
};

QString oneError(const QByteArray &data)
{
    const quint16 code = qFromBigEndian<quint16>(data.constData());
    QString text = QString::number(code);
    if (code < std::size(names))
        text += u' ' + QLatin1String(names[code]);
    QByteArray words = data.mid(2, maxTextSize);
    while (words.endsWith('\0')) // RFC 8914 §2: EXTRA-TEXT may be null terminated
        words.chop(1);
    if (!words.isEmpty())
        text += QLatin1String(": ") + QString::fromUtf8(words);
    return text;
}

} // namespace

QString extendedErrorText(const QByteArray &options)
{
    QStringList errors;
    qsizetype at = 0;
    while (at + 4 <= options.size() && errors.size() < maxErrors) {
        const quint16 code = qFromBigEndian<quint16>(options.constData() + at);
        const quint16 length = qFromBigEndian<quint16>(options.constData() + at + 2);
        at += 4;
        if (at + length > options.size())
            break;
        if (code == extendedErrorOption && length >= 2)
            errors.append(oneError(options.mid(at, length)));
        at += length;
    }
    return errors.join(QLatin1String("; "));
}

} // namespace mta
