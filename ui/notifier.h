// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace mta
{

/// What is to be told outside of the window. Plain texts: whoever shows them sees to it that nothing in them is taken for markup.
struct DesktopNote {
    QString title;
    QString text;

    bool operator==(const DesktopNote &) const = default;
};

/// The desktop's notifications, as the window sees them: one note at a time, a newer one takes the place of the one before it. The
/// program hands it in.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// Returns at once.
    virtual void tell(const DesktopNote &note) = 0;

signals:
    void failed();    ///< nobody shows the last note
    void opened();    ///< somebody wants to see what it was about
    void putOffNow(); ///< ... not before tomorrow
};

} // namespace mta
