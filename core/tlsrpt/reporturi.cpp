// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tlsrpt/reporturi.h"

#include "base/domainname.h"
#include <QUrl>

namespace mta
{

namespace
{

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The characters of RFC 3986 §2, percent signs only before two hexadecimal digits.
bool isUriText(const QByteArray &text)
{
    constexpr QByteArrayView marks = "-._~:/?#[]@!$&'()*+,;=";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c == '%') {
            if (i + 2 >= text.size() || !isHexDigit(text.at(i + 1)) || !isHexDigit(text.at(i + 2)))
                return false;
        } else if (!alphanumeric && !marks.contains(c)) {
            return false;
        }
    }
    return true;
}

// Lower-case A-labels, or empty where the text is no host name.
QString hostOf(const QByteArray &encoded)
{
    const QByteArray decoded = QByteArray::fromPercentEncoding(encoded);
    const QString ascii = QString::fromLatin1(QUrl::toAce(QString::fromUtf8(decoded))).toLower();
    return isHostName(ascii) ? ascii : QString();
}

// RFC 6068 §2: local part, "@", domain, then perhaps header fields.
QString mailHost(const QByteArray &rest)
{
    const qsizetype query = rest.indexOf('?');
    const QByteArray address = query < 0 ? rest : rest.left(query);
    const qsizetype at = address.lastIndexOf('@');
    return at > 0 && !address.left(at).contains('@') ? hostOf(address.mid(at + 1)) : QString();
}

bool isAddressLiteral(const QByteArray &host)
{
    if (host.startsWith('[') && host.endsWith(']')) { // RFC 3986 §3.2.2
        QUrl url;
        url.setHost(QString::fromLatin1(host), QUrl::StrictMode);
        return url.isValid() && url.host().contains(u':');
    }
    const QByteArrayList parts = host.split('.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
               const uint octet = part.toUInt();
               return octet <= 255 && part == QByteArray::number(octet); // RFC 3986 §3.2.2: no zero before it
           });
}

// RFC 9110 §4.2.2: "https://", then an authority with a host.
QString httpsHost(const QByteArray &rest)
{
    if (!rest.startsWith("//"))
        return {};
    qsizetype end = 2;
    while (end < rest.size() && !QByteArrayView("/?#").contains(rest.at(end)))
        ++end;
    QByteArray authority = rest.mid(2, end - 2);
    authority = authority.mid(authority.lastIndexOf('@') + 1);
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon > authority.lastIndexOf(']')) {
        const QByteArray port = authority.mid(colon + 1);
        bool number = false;
        if (!port.isEmpty() && (port.size() > 5 || port.toUInt(&number) > 65535 || !number))
            return {};
        authority.truncate(colon);
    }
    return isAddressLiteral(authority) ? QString::fromLatin1(authority).toLower() : hostOf(authority);
}

} // namespace

ReportUri parseReportUri(const QByteArray &text)
{
    ReportUri uri;
    uri.text = text;
    const QByteArray lower = text.toLower(); // a scheme is case-insensitive (RFC 3986 §3.1)
    uri.mail = lower.startsWith("mailto:");
    if (text.isEmpty())
        uri.reason = QStringLiteral("empty");
    else if (!uri.mail && !lower.startsWith("https:"))
        uri.reason = QStringLiteral("scheme"); // RFC 8460 §3: mailto and https
    else if (text.contains('!'))
        uri.reason = QStringLiteral("unencoded"); // RFC 8460 §3; a bare comma or semicolon has ended the URI before
    else if (!isUriText(text))
        uri.reason = QStringLiteral("syntax");
    else
        uri.host = uri.mail ? mailHost(text.mid(7)) : httpsHost(text.mid(6));
    if (uri.reason.isEmpty() && uri.host.isEmpty())
        uri.reason = QStringLiteral("syntax");
    uri.valid = uri.reason.isEmpty();
    return uri;
}

} // namespace mta
