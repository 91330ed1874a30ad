// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include <QWidget>

class QLabel;

namespace mta
{

/// A sentence below a field: what is wrong with what stands in it, or what is good to know. Takes no room without one.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);
    /// Nothing for an empty text. Also the accessible description of `field`, if given.
    void say(State state, const QString &text, QWidget *field = nullptr);
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace mta
