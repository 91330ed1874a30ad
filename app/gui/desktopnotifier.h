// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notifier.h"
#include <QDBusConnection>
#include <optional>

class QDBusPendingCallWatcher;

namespace mta
{

/// Notifications of the session bus (org.freedesktop.Notifications, Desktop Notifications Specification 1.2). The bus is looked for with
/// the first note.
class DesktopNotifier : public Notifier
{
    Q_OBJECT

public:
    void tell(const DesktopNote &note) override;

private slots:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    bool connectToBus();
    void answered(QDBusPendingCallWatcher *watcher);

    std::optional<QDBusConnection> m_bus;
    uint m_shown = 0; ///< the server's number of the note that is seen; 0 without
};

} // namespace mta
