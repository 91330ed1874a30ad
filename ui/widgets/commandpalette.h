// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>
#include <functional>

class QLineEdit;

namespace mta
{

class RowsView;

/// One thing that can be done.
struct Command {
    QString text;
    QString shortcut;
    QString iconName;
    bool enabled = true;
    std::function<void()> run;
};

/// Every action by name: type a few letters of each word, Enter does it.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);
    void open(const QList<Command> &commands);
    QLineEdit *field() const { return m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void runCurrent();
    void dismiss();

    QLineEdit *m_field;
    RowsView *m_list;
    QList<Command> m_commands;
    QPointer<QWidget> m_focusBefore;
};

} // namespace mta
