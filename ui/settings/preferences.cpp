// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/preferences.h"

#include "audit/domainaudit.h"
#include "base/domainname.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList &themeKeys()
{
    static const QStringList keys{u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s};
    return keys;
}

const QStringList &depthKeys()
{
    static const QStringList keys{u"quick"_s, u"standard"_s, u"deep"_s};
    return keys;
}

template<class Enum>
Enum fromKey(const QStringList &keys, const QString &key, Enum fallback)
{
    const qsizetype index = keys.indexOf(key);
    return index < 0 ? fallback : static_cast<Enum>(index);
}

/// "192.0.2.53", "192.0.2.53:5300", "::1", "[::1]:53"
bool isAddressAndPort(const QString &text)
{
    static const QRegularExpression withPort(u"^(?:\\[([0-9A-Fa-f:.]+)\\]|([0-9.]+))(?::([0-9]{1,5}))?$"_s);
    const QRegularExpressionMatch match = withPort.match(text);
    if (!match.hasMatch())
        return !QHostAddress(text).isNull();
    const QString address = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    const QString port = match.captured(3);
    return !QHostAddress(address).isNull() && (port.isEmpty() || (port.toInt() >= 1 && port.toInt() <= 65535));
}

} // namespace

Preferences loadPreferences(const QSettings &settings)
{
    Preferences result;
    const auto text = [&settings](const char *key) { return settings.value(QLatin1String(key)).toString(); };
    const auto flag = [&settings](const char *key, bool fallback) { return settings.value(QLatin1String(key), fallback).toBool(); };
    result.language = text("preferences/language");
    result.theme = fromKey(themeKeys(), text("preferences/theme"), result.theme);
    result.resolver = text("preferences/resolver");
    result.ehloName = text("preferences/ehloName");
    result.proxy = text("preferences/proxy");
    result.allowPrivate = flag("preferences/allowPrivate", result.allowPrivate);
    result.ipv4 = flag("preferences/ipv4", result.ipv4);
    result.ipv6 = flag("preferences/ipv6", result.ipv6);
    result.timeoutSeconds = qBound(1, settings.value("preferences/timeoutSeconds"_L1, result.timeoutSeconds).toInt(), 600);
    result.depth = fromKey(depthKeys(), text("preferences/depth"), result.depth);
    result.expiryDays = qBound(0, settings.value("preferences/expiryDays"_L1, result.expiryDays).toInt(), maxExpiryDays);
    result.keepHistory = flag("preferences/keepHistory", result.keepHistory);
    result.remind = flag("preferences/remind", result.remind);
    return result;
}

void savePreferences(QSettings &settings, const Preferences &preferences)
{
    const auto set = [&settings](const char *key, const QVariant &value) { settings.setValue(QLatin1String(key), value); };
    set("preferences/language", preferences.language);
    set("preferences/theme", themeKeys().at(static_cast<int>(preferences.theme)));
    set("preferences/resolver", preferences.resolver);
    set("preferences/ehloName", preferences.ehloName);
    set("preferences/proxy", preferences.proxy);
    set("preferences/allowPrivate", preferences.allowPrivate);
    set("preferences/ipv4", preferences.ipv4);
    set("preferences/ipv6", preferences.ipv6);
    set("preferences/timeoutSeconds", preferences.timeoutSeconds);
    set("preferences/depth", depthKeys().at(static_cast<int>(preferences.depth)));
    set("preferences/expiryDays", preferences.expiryDays);
    set("preferences/keepHistory", preferences.keepHistory);
    set("preferences/remind", preferences.remind);
}

QString resolverProblem(const QString &text)
{
    if (text.isEmpty() || text == "recursive"_L1 || isAddressAndPort(text))
        return {};
    return QCoreApplication::translate(
        "Preferences", "This is not an address. Write one such as 192.0.2.53, 192.0.2.53:5300 or [::1]:53, or the word recursive.");
}

QString proxyProblem(const QString &text)
{
    static const QRegularExpression form(u"^socks5://(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9.-]+):([0-9]{1,5})/?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int port = match.captured(1).toInt();
    if (text.isEmpty() || (match.hasMatch() && port >= 1 && port <= 65535))
        return {};
    return QCoreApplication::translate("Preferences", "Write the proxy as socks5://HOST:PORT, for instance socks5://127.0.0.1:1080.");
}

QString ehloNameProblem(const QString &text)
{
    // RFC 5321 §4.1.3: an address literal stands in brackets.
    static const QRegularExpression literal(u"^\\[(?:IPv6:)?([0-9A-Fa-f:.]+)\\]$"_s);
    const QRegularExpressionMatch match = literal.match(text);
    if (text.isEmpty() || isHostName(text) || (match.hasMatch() && !QHostAddress(match.captured(1)).isNull()))
        return {};
    return QCoreApplication::translate("Preferences",
                                       "Write a full host name such as audit.example.com, or an address in brackets such as [192.0.2.1].");
}

} // namespace mta
