// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/commandpalette.h"

#include "ui/icons.h"
#include "ui/widgets/rowsview.h"
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window), m_field(new QLineEdit), m_list(new RowsView(u"paletteList"_s, tr("Actions"), {tr("Action"), tr("Shortcut")}))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Name of an action"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setEmptyText(tr("No action has this name."));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QAbstractItemView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(const QList<Command> &commands)
{
    m_commands = commands;
    m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    fill();
    const QWidget *window = parentWidget();
    const int width = qMin(window->width() - 16 * grid, 620);
    const int height = qMin(window->height() - 30 * grid, 420);
    setGeometry((window->width() - width) / 2, 18 * grid, width, height);
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill()
{
    const QStringList words = m_field->text().simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Row> rows;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const Command &command = m_commands[i];
        const bool fits = std::all_of(words.cbegin(), words.cend(),
                                      [&command](const QString &word) { return command.text.contains(word, Qt::CaseInsensitive); });
        if (!fits || !command.enabled)
            continue;
        Cell name{command.text};
        name.iconName = command.iconName;
        Row row{command.text, {name, Cell{command.shortcut, std::nullopt, false, true}}};
        row.tag = static_cast<int>(i);
        rows.append(row);
    }
    m_list->setRows(rows);
    if (!rows.isEmpty())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void CommandPalette::runCurrent()
{
    const Row *row = m_list->currentRow();
    if (!row)
        return;
    const auto run = m_commands[row->tag].run;
    dismiss();
    run();
}

void CommandPalette::dismiss()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // else Esc would stop the audits
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            dismiss();
            return true;
        }
        const bool moves =
            key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
        if (watched == m_field && moves) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
        if (watched == m_list && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            runCurrent();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QWidget *now = QApplication::focusWidget();
                if (isVisible() && now && now != this && !isAncestorOf(now))
                    hide();
            },
            Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace mta
