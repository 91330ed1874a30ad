// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace mta
{

namespace
{

constexpr int longestCall = 10000; // milliseconds; the server may have to be started

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

/// The specification knows no markup in a title, but not every server keeps to it, and none shows the same sign for an escaped one.
QString withoutMarkup(QString text)
{
    return text.remove(u'<').remove(u'>').remove(u'&');
}

} // namespace

bool DesktopNotifier::connectToBus()
{
    if (m_bus)
        return m_bus->isConnected();
    m_bus = QDBusConnection::sessionBus();
    if (!m_bus->isConnected())
        return false;
    m_bus->connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this, SLOT(invoked(uint, QString)));
    m_bus->connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
    return true;
}

void DesktopNotifier::tell(const DesktopNote &note)
{
    if (!connectToBus()) {
        QMetaObject::invokeMethod(this, &Notifier::failed, Qt::QueuedConnection);
        return;
    }
    const auto say = [](const char *text) { return QCoreApplication::translate("Notifications", text); };
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), say(QT_TRANSLATE_NOOP("Notifications", "Open")), QStringLiteral("tomorrow"),
                              say(QT_TRANSLATE_NOOP("Notifications", "Remind me tomorrow"))};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("mta-sts-studio")}};
    // Servers may read the body as markup.
    call.setArguments({QStringLiteral("MTA-STS Studio"), m_shown, QStringLiteral("mta-sts-studio"), withoutMarkup(note.title),
                       note.text.toHtmlEscaped(), actions, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call, longestCall), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &DesktopNotifier::answered);
}

void DesktopNotifier::answered(QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    m_shown = reply.isError() ? 0 : reply.value();
    if (reply.isError())
        emit failed();
}

void DesktopNotifier::invoked(uint id, const QString &action)
{
    if (id == 0 || id != m_shown) // every program on the bus hears of all notes
        return;
    if (action == QLatin1String("default"))
        emit opened();
    else if (action == QLatin1String("tomorrow"))
        emit putOffNow();
}

void DesktopNotifier::closed(uint id, uint)
{
    if (id == m_shown)
        m_shown = 0;
}

} // namespace mta
