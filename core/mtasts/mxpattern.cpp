// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "mtasts/mxpattern.h"

#include "base/domainname.h"
#include "base/wiretext.h"
#include <QStringList>

namespace mta
{

namespace
{

constexpr qsizetype maxPatternText = 512;

bool isIpv4(const QByteArray &text)
{
    const QByteArrayList parts = text.split('.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
               bool ok = false;
               return part.size() <= 3 && part.toUInt(&ok) <= 255 && ok;
           });
}

bool isIpv6(const QByteArray &text)
{
    return text.count(':') >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
           });
}

// Bare, or in the brackets of an address literal (RFC 5321 §4.1.3).
bool isAddress(const QByteArray &value)
{
    if (value.startsWith('[') && value.endsWith(']')) {
        const QByteArray inside = value.mid(1, value.size() - 2);
        return isIpv4(inside) || isIpv6(inside) || inside.toLower().startsWith("ipv6:");
    }
    return isIpv4(value) || isIpv6(value);
}

// What kind of text stands where a host name belongs; the order is that of telling power.
QString kindOfMistake(const QByteArray &value)
{
    if (std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return QStringLiteral("not-ascii");
    if (value.contains("//"))
        return QStringLiteral("url");
    if (isAddress(value))
        return QStringLiteral("address");
    const QByteArray lower = value.toLower();
    if (lower.startsWith("priority") || (value.front() >= '0' && value.front() <= '9' && (value.contains(' ') || value.contains('\t'))))
        return QStringLiteral("priority");
    if (value.contains('#'))
        return QStringLiteral("comment");
    if (std::any_of(value.begin(), value.end(), [](char c) { return QByteArrayView("<>{}[]").contains(c); }) ||
        lower.contains("your_domain"))
        return QStringLiteral("placeholder");
    if (value.contains('@'))
        return QStringLiteral("mail-address");
    if (value.contains(',') || value.contains(';') || value.contains(' ') || value.contains('\t'))
        return QStringLiteral("several");
    if (value.contains(':'))
        return QStringLiteral("port");
    return {};
}

QString kindOfBadName(const QByteArray &value)
{
    if (value == ".")
        return QStringLiteral("null-mx");
    if (value == "*")
        return QStringLiteral("wildcard-alone");
    if (value.startsWith('.'))
        return QStringLiteral("leading-dot");
    if (value.endsWith('.'))
        return QStringLiteral("trailing-dot");
    if (value.mid(value.startsWith("*.") ? 2 : 0).contains('*'))
        return QStringLiteral("wildcard-inside");
    if (value.contains('_'))
        return QStringLiteral("underscore");
    if (value.contains(".."))
        return QStringLiteral("empty-label");
    if (value.size() > 253)
        return QStringLiteral("too-long");
    return QStringLiteral("not-a-host-name");
}

// A name as MX records hold it. Underscores are no host names (RFC 952), but they exist, and a wildcard's label covers them.
bool isUsableHost(const QString &host)
{
    if (host.isEmpty() || host.size() > 253)
        return false;
    const QStringList labels = host.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return !label.isEmpty() && label.size() <= 63 && std::all_of(label.begin(), label.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
        });
    });
}

} // namespace

MxPattern parseMxPattern(const QByteArray &value)
{
    MxPattern pattern;
    pattern.text = visibleText(value, maxPatternText);
    if (value.isEmpty()) {
        pattern.reason = QStringLiteral("empty");
        return pattern;
    }
    // RFC 8461 §3.2: sts-policy-mx-value = ["*."] Domain, with the Domain of RFC 5321 §4.1.2. A dotted IPv4 address would fit those
    // letters, but is no domain name (RFC 1123 §2.1): addresses are written in brackets (RFC 5321 §4.1.3), which do not fit.
    const QByteArray domain = value.startsWith("*.") ? value.mid(2) : value;
    pattern.valid = isHostName(QString::fromLatin1(domain));
    if (!pattern.valid) {
        pattern.reason = kindOfMistake(value);
        if (pattern.reason.isEmpty())
            pattern.reason = kindOfBadName(value);
    }
    return pattern;
}

QString matchReason(const MxPattern &pattern, const QString &host)
{
    const QString name = normalisedName(host);
    if (!isUsableHost(name))
        return QStringLiteral("host-invalid");
    const QString wanted = pattern.text.toLower(); // RFC 8461 §4.1 by way of RFC 6125 §6.4.1: case does not count
    if (!pattern.valid)
        return QStringLiteral("other-name");
    if (!wanted.startsWith(QLatin1String("*.")))
        return name == wanted ? QStringLiteral("exact") : QStringLiteral("other-name");
    const QString suffix = wanted.mid(1);
    if (name == suffix.mid(1))
        return QStringLiteral("wildcard-no-label");
    if (!name.endsWith(suffix))
        return QStringLiteral("other-name");
    // RFC 8461 §4.1: the wildcard stands for the whole left-most label and for no more.
    return name.chopped(suffix.size()).contains(u'.') ? QStringLiteral("wildcard-too-deep") : QStringLiteral("wildcard");
}

bool matches(const MxPattern &pattern, const QString &host)
{
    const QString reason = matchReason(pattern, host);
    return reason == QLatin1String("exact") || reason == QLatin1String("wildcard");
}

QString coveringPattern(const QList<MxPattern> &patterns, const QString &host)
{
    for (const MxPattern &pattern : patterns) {
        if (matches(pattern, host))
            return pattern.text;
    }
    return {};
}

} // namespace mta
