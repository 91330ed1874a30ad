// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "base/domainname.h"

#include "base/wiretext.h"

#include <QCoreApplication>
#include <algorithm>
#include <idn2.h>

namespace mta
{

namespace
{

constexpr qsizetype maxNameLength = 253; // RFC 1035 §2.3.4: 255 octets on the wire
constexpr qsizetype maxLabelLength = 63; // RFC 1035 §2.3.4
constexpr qsizetype maxInputLength = 2048;

QString words(const char *text)
{
    return QCoreApplication::translate("DomainName", text);
}

Error unusable(QStringView typed, const char *why)
{
    return {ErrorCode::InvalidInput, words(why).replace(QLatin1String("%1"), visibleText(typed.left(80).toString()))};
}

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// RFC 1123 §2.1, RFC 5890 §2.3.1: letters, digits and inner hyphens.
bool isLdhLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > maxLabelLength || label.front() == u'-' || label.back() == u'-')
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
}

/// Four decimal numbers, or any name whose last label is a number: never a domain (RFC 3696 §2).
bool looksLikeAddress(QStringView name)
{
    const QStringView last = name.mid(name.lastIndexOf(u'.') + 1);
    return !last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The A-label form by IDNA2008 with the UTS 46 mapping (RFC 5891; non-transitional, as browsers and registries do), or empty.
QString toAscii(const QString &name)
{
    char *ascii = nullptr;
    const QByteArray utf8 = name.toUtf8();
    const int code = idn2_to_ascii_8z(utf8.constData(), &ascii, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const QString result = code == IDN2_OK ? QString::fromLatin1(ascii).toLower() : QString();
    idn2_free(ascii);
    return result;
}

QStringView withoutFrame(QStringView text)
{
    const auto frame = [](QChar c) { return c.isSpace() || QStringView(u"\"'`,;<>()[]").contains(c); };
    while (!text.isEmpty() && frame(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && frame(text.back()))
        text.chop(1);
    return text;
}

/// What stands for the domain in an address or a URL; the text itself otherwise.
QStringView domainPart(QStringView text)
{
    if (const qsizetype open = text.lastIndexOf(u'<'); open >= 0 && text.indexOf(u'@', open) > 0)
        text = text.mid(open + 1);
    text = withoutFrame(text);
    if (text.startsWith(u"mailto:", Qt::CaseInsensitive))
        text = text.mid(7);
    if (const qsizetype scheme = text.indexOf(u"://"); scheme >= 0)
        text = text.mid(scheme + 3);
    for (const QChar end : {QChar(u'/'), QChar(u'?'), QChar(u'#')}) {
        if (const qsizetype at = text.indexOf(end); at >= 0)
            text.truncate(at);
    }
    const qsizetype at = text.lastIndexOf(u'@');
    // Of several addresses on one line none is meant more than the others; a quoted local part may hold commas (RFC 5321 §4.1.2).
    if (at >= 0 && !text.contains(u'"') && (text.left(at).contains(u',') || text.left(at).contains(u';')))
        return text;
    text = text.mid(at + 1);
    if (const qsizetype port = text.lastIndexOf(u':'); port > 0 && text.count(u':') == 1)
        text.truncate(port);
    return withoutFrame(text);
}

} // namespace

Result<DomainName> parseDomainName(QStringView text)
{
    if (text.isEmpty())
        return Error{ErrorCode::InvalidInput,
                     words(QT_TRANSLATE_NOOP(
                         "DomainName", "No domain was given. Type the part of an e-mail address after the @, for example example.com."))};
    if (text.size() > maxInputLength)
        return unusable(text, QT_TRANSLATE_NOOP("DomainName", "“%1…” is too long for a domain name: at most 253 characters are possible."));
    QString name = text.toString();
    if (name.endsWith(u'.'))
        name.chop(1);
    // Checked before the conversion, for libidn2 lets empty labels and blanks pass.
    if (name.isEmpty() || name.startsWith(u'.') || name.contains(QLatin1String("..")) || name.endsWith(u'.'))
        return unusable(text, QT_TRANSLATE_NOOP("DomainName", "“%1” is not a domain name: there is nothing between two of its dots."));
    if (name.contains(u':') || looksLikeAddress(name))
        return unusable(text,
                        QT_TRANSLATE_NOOP("DomainName", "“%1” looks like an IP address. MTA-STS belongs to a mail domain: type its name."));
    const bool ascii = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.unicode() < 0x80; });
    const QString converted = ascii && !name.contains(QLatin1String("xn--"), Qt::CaseInsensitive) ? name.toLower() : toAscii(name);
    if (converted.size() > maxNameLength)
        return unusable(text, QT_TRANSLATE_NOOP("DomainName", "“%1…” is too long for a domain name: at most 253 characters are possible."));
    const QStringList labels = converted.split(u'.');
    if (!std::all_of(labels.cbegin(), labels.cend(), [](const QString &label) { return isLdhLabel(label); }))
        return unusable(
            text, QT_TRANSLATE_NOOP("DomainName", "“%1” is not a domain name: labels have 1 to 63 letters, digits or inner hyphens each."));
    if (labels.size() < 2)
        return unusable(text, QT_TRANSLATE_NOOP("DomainName", "“%1” is a single label. Type the whole domain, for example example.com."));
    return DomainName{converted, toUnicodeName(converted)};
}

Result<DomainName> parseDomainInput(QStringView text)
{
    if (text.size() > maxInputLength) // the front of it may hold another domain than the whole
        return parseDomainName(text);
    return parseDomainName(domainPart(text));
}

QString toUnicodeName(const QString &ascii)
{
    if (!ascii.contains(QLatin1String("xn--"), Qt::CaseInsensitive))
        return ascii;
    char *unicode = nullptr;
    const int code = idn2_to_unicode_8z8z(ascii.toLatin1().constData(), &unicode, IDN2_NONTRANSITIONAL);
    const QString result = code == IDN2_OK ? QString::fromUtf8(unicode) : ascii;
    idn2_free(unicode);
    // libidn2 decodes without looking at what comes out: a name that does not lead back is shown as it is.
    return toAscii(result) == ascii.toLower() ? result : ascii;
}

bool isHostName(QStringView name)
{
    if (name.isEmpty() || name.size() > maxNameLength || looksLikeAddress(name))
        return false;
    const auto labels = name.split(u'.');
    return std::all_of(labels.cbegin(), labels.cend(), isLdhLabel);
}

QString normalisedName(QStringView name)
{
    QString result = name.toString().toLower();
    if (result.size() > 1 && result.endsWith(u'.'))
        result.chop(1);
    return result;
}

bool isWithin(const QString &name, const QString &zone)
{
    return name == zone || zone == QLatin1String(".") || name.endsWith(QLatin1Char('.') + zone);
}

} // namespace mta
