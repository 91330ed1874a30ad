// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

// Everything that can be done by name: menus, shortcuts and the command palette come from one list.

#include "ui/mainwindow.h"

#include "ui/audit/auditpage.h"
#include "ui/editor/editorpage.h"
#include "ui/expiry/expirypage.h"
#include "ui/findings/findingspage.h"
#include "ui/icons.h"
#include "ui/plans/reminderwatch.h"
#include "ui/recentdomains.h"
#include "ui/results/resultspage.h"
#include "ui/start/practicepage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/sidebar.h"
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

QAction *MainWindow::defineAction(const QString &name, const QString &iconName, const QString &text, const QKeySequence &key,
                                  const std::function<void()> &run)
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setProperty("iconName", iconName);
    connect(action, &QAction::triggered, this, [run] { run(); });
    addAction(action);
    m_actions.insert(name, action);
    m_actionOrder.append(action);
    return action;
}

void MainWindow::buildActions()
{
    defineAction(u"domain"_s, u"search"_s, tr("Go to the &domain field"), QKeySequence(u"Ctrl+L"_s), [this] {
        if (page() == Wizard) // which has none
            showPage(Start);
        domainBox()->activate();
    });
    defineAction(u"again"_s, u"again"_s, tr("Audit &again"), QKeySequence(u"F5"_s), [this] { again(); });
    defineAction(u"cancel"_s, u"cancel"_s, tr("&Stop"), QKeySequence(u"Esc"_s), [this] { m_desk.cancelAll(); });
    defineAction(u"open"_s, u"open"_s, tr("&Open evidence, a policy or a list\u2026"), QKeySequence(u"Ctrl+O"_s),
                 [this] { chooseAndOpen(); });
    defineAction(u"save"_s, u"save"_s, tr("&Save\u2026"), QKeySequence(u"Ctrl+S"_s), [this] { chooseAndSave(Names::Kept); });
    defineAction(u"scrub"_s, u"save"_s, tr("Save evidence &without names\u2026"), {}, [this] { chooseAndSave(Names::Replaced); });
    defineAction(u"compare"_s, u"compare"_s, tr("&Compare with a saved audit\u2026"), QKeySequence(u"Ctrl+Shift+D"_s),
                 [this] { chooseAndCompare(); });
    defineAction(u"exportPdf"_s, u"export"_s, tr("Export as &PDF\u2026"), QKeySequence(u"Ctrl+P"_s),
                 [this] { chooseAndExport(ExportFormat::Pdf); });
    defineAction(u"exportHtml"_s, u"export"_s, tr("Export as &HTML\u2026"), {}, [this] { chooseAndExport(ExportFormat::Html); });
    defineAction(u"exportCsv"_s, u"export"_s, tr("Export as &CSV\u2026"), {}, [this] { chooseAndExport(ExportFormat::Csv); });
    defineAction(u"exportJson"_s, u"export"_s, tr("Export as &JSON\u2026"), {}, [this] { chooseAndExport(ExportFormat::Json); });
    defineAction(u"filter"_s, u"search"_s, tr("&Filter this page"), QKeySequence(u"Ctrl+F"_s), [this] { focusFilter(); });
    defineAction(u"copyFinding"_s, u"copy"_s, tr("&Copy the finding as text"), QKeySequence(u"Ctrl+Shift+C"_s),
                 [this] { m_auditPage->findings()->copyFinding(); });
    defineAction(u"palette"_s, u"palette"_s, tr("All &actions\u2026"), QKeySequence(u"Ctrl+K"_s), [this] { m_palette->open(commands()); });
    defineAction(u"preferences"_s, u"settings"_s, tr("&Preferences\u2026"), QKeySequence(u"Ctrl+,"_s),
                 [this] { emit preferencesWanted(); });
    defineAction(u"sidebar"_s, u"sidebar"_s, tr("Show or hide the &sidebar"), QKeySequence(u"Ctrl+B"_s),
                 [this] { m_sidebar->setVisible(m_sidebar->isHidden()); });
    defineAction(u"plans"_s, u"wizard"_s, tr("&Plans"), QKeySequence(u"Ctrl+Shift+P"_s), [this] { showPage(Plans); });
    defineAction(u"tomorrow"_s, {}, tr("Remind me &tomorrow of what is due"), {}, [this] { m_reminders.putOff(0); });
    defineAction(u"protect"_s, u"wizard"_s, tr("P&rotect this domain"), {}, [this] {
        const DeskItem *item = m_desk.item(m_auditPage->item());
        if (page() == Audit && item && !item->domain.ascii.isEmpty())
            protect(DomainName(item->domain));
        else
            showPage(Plans);
    });
    defineAction(u"editor"_s, u"policy"_s, tr("&Edit a policy or record"), QKeySequence(u"Ctrl+E"_s), [this] { showPage(Editor); });
    defineAction(u"mend"_s, u"good"_s, tr("&Mend what the finding says"), QKeySequence(u"Ctrl+."_s), [this] {
        if (page() == Editor)
            m_editorPage->mendCurrent();
    });
    defineAction(u"mendAll"_s, u"good"_s, tr("Mend &all that is clear in the text"), QKeySequence(u"Ctrl+Shift+M"_s), [this] {
        if (page() == Editor)
            m_editorPage->mendAll();
    });
    defineAction(u"tidy"_s, u"policy"_s, tr("&Tidy the policy in the editor"), {}, [this] {
        if (page() == Editor)
            m_editorPage->tidy();
    });
    defineAction(u"practice"_s, u"practise"_s, tr("P&ractise on sample domains"), {}, [this] { showPage(Practice); });
    defineAction(u"quit"_s, {}, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    defineAction(u"about"_s, u"note"_s, tr("&About MTA-STS Studio"), {}, [this] { showAbout(); });
    defineAction(u"page1"_s, u"start"_s, tr("Go to Start"), QKeySequence(u"Ctrl+1"_s), [this] { showPage(Start); });
    defineAction(u"page2"_s, u"results"_s, tr("Go to Results"), QKeySequence(u"Ctrl+2"_s), [this] { showPage(Results); });
    defineAction(u"page3"_s, u"expiry"_s, tr("Go to Expiry"), QKeySequence(u"Ctrl+3"_s), [this] { showPage(Expiry); });
    const QStringList tabs{tr("Go to Findings"), tr("Go to Mail servers"), tr("Go to Policy"),
                           tr("Go to Records"),  tr("Go to Certificates"), tr("Go to Evidence"),
                           tr("Go to Senders"),  tr("Go to Compare"),      tr("Go to Live and intended")};
    const QStringList icons{u"findings"_s, u"mailserver"_s, u"policy"_s,  u"record"_s, u"certificate"_s,
                            u"evidence"_s, u"mailserver"_s, u"compare"_s, u"wizard"_s};
    for (int i = 0; i < tabs.size(); ++i) {
        const QString key = i < 7 ? u"Ctrl+%1"_s.arg((i + 4) % 10) : i == 7 ? u"Ctrl+D"_s : u"Ctrl+I"_s; // there are only ten figures
        defineAction(u"page%1"_s.arg(i + 4), icons[i], tabs[i], QKeySequence(key), [this, i] {
            showPage(Audit);
            m_auditPage->showTab(i);
        });
    }
}

void MainWindow::buildMenus()
{
    for (const QString &name : {u"exportPdf"_s, u"exportHtml"_s, u"exportCsv"_s, u"exportJson"_s})
        m_exportMenu->addAction(m_actions[name]);
    const auto fill = [this](QMenu *menu, const QStringList &names) {
        for (const QString &name : names)
            name.isEmpty() ? menu->addSeparator() : (menu->addAction(m_actions[name]), nullptr);
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    fill(file, {u"open"_s, u"save"_s, u"scrub"_s});
    file->addMenu(m_exportMenu);
    fill(file, {{}, u"preferences"_s, {}, u"quit"_s});
    fill(menuBar()->addMenu(tr("&Audit")),
         {u"domain"_s, u"again"_s, u"cancel"_s, {}, u"compare"_s, {}, u"protect"_s, u"plans"_s, u"tomorrow"_s, u"practice"_s});
    fill(menuBar()->addMenu(tr("&Edit")), {u"copyFinding"_s, u"filter"_s, {}, u"editor"_s, u"mend"_s, u"mendAll"_s, u"tidy"_s});
    QMenu *view = menuBar()->addMenu(tr("&View"));
    fill(view, {u"page1"_s, u"page2"_s, u"page3"_s, {}, u"page4"_s, u"page5"_s, u"page6"_s, u"page7"_s, u"page8"_s, u"page9"_s});
    fill(view, {u"page10"_s, u"page11"_s, u"page12"_s, {}, u"sidebar"_s});
    fill(menuBar()->addMenu(tr("&Help")), {u"palette"_s, {}, u"about"_s});
}

QList<Command> MainWindow::commands() const
{
    QList<Command> result;
    for (QAction *action : m_actionOrder) {
        if (action->objectName() == "palette"_L1)
            continue;
        QString text = action->text();
        result.append({text.remove(u'&'), action->shortcut().toString(QKeySequence::NativeText), action->property("iconName").toString(),
                       action->isEnabled(), [action] { action->trigger(); }});
    }
    auto *self = const_cast<MainWindow *>(this);
    for (const QString &domain : m_recent.domains())
        result.append({tr("Audit %1").arg(domain), {}, u"audit"_s, true, [self, domain] { self->auditInput(readDomainInput(domain)); }});
    return result;
}

void MainWindow::focusFilter()
{
    QWidget *field = nullptr;
    switch (page()) {
    case Results:
        field = m_resultsPage->filterField();
        break;
    case Expiry:
        field = m_expiryPage->filterField();
        break;
    case Practice:
        field = m_practicePage->filterField();
        break;
    case Audit:
        field = m_auditPage->filterField();
        break;
    case Start:
    case Editor:
    case Plans:
    case Wizard:
        break;
    }
    if (!field)
        return;
    field->setFocus(Qt::ShortcutFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->selectAll();
}

void MainWindow::showAbout()
{
    QDialog dialog(this);
    dialog.setWindowTitle(tr("About MTA-STS Studio"));
    const QString versions =
        tr("Version %1, Qt %2, on %3").arg(QStringLiteral(MTA_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(6 * grid, 6 * grid, 6 * grid, 4 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(plainLabel(tr("MTA-STS Studio"), Type::Title, true));
    column->addWidget(textBlock(
        tr("Configure and audit domains for MTA-STS (RFC 8461), TLS-RPT (RFC 8460), STARTTLS and the certificates of mail servers.")));
    column->addWidget(textBlock(versions, Type::Small));
    column->addWidget(textBlock(
        tr("Free software under the Apache License, version 2.0. It sends nothing to anyone but the servers it audits."), Type::Small));
    column->addWidget(buttons);
    dialog.setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    connect(copy, &QPushButton::clicked, &dialog, [versions] { QApplication::clipboard()->setText(versions); });
    dialog.exec();
}

} // namespace mta
