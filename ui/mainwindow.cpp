// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/mainwindow.h"

#include "base/wiretext.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/verdictheader.h"
#include "ui/compare/comparepage.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/octetedit.h"
#include "ui/expiry/expirypage.h"
#include "ui/findings/findingspage.h"
#include "ui/icons.h"
#include "ui/layoutmemory.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/planspage.h"
#include "ui/policy/policypage.h"
#include "ui/recentdomains.h"
#include "ui/records/recordspage.h"
#include "ui/results/resultspage.h"
#include "ui/start/practicepage.h"
#include "ui/start/startpage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/sidebar.h"
#include "ui/wizard/wizardpage.h"
#include <QAction>
#include <QCloseEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace mta
{

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(Desk &desk, PlanDesk &plans, ReminderWatch &reminders, RecentDomains &recent, QSettings &settings,
                       const Environment &environment, const Preferences &preferences)
    : m_desk(desk),
      m_plans(plans),
      m_reminders(reminders),
      m_recent(recent),
      m_settings(settings),
      m_environment(environment),
      m_preferences(preferences)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("MTA-STS Studio"));
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    setAcceptDrops(true);
    setMinimumSize(640, 420);
    resize(1180, 780);
    buildActions();
    buildPages();
    buildMenus();
    buildStatus();
    m_palette = new CommandPalette(this);
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    restoreLayout(settings, *this);
    m_sidebar->setVisible(settings.value("window/sidebar"_L1, true).toBool());
    m_auditPage->showTab(qBound(0, settings.value("window/tab"_L1, 0).toInt(), m_auditPage->tabCount() - 1));
    connect(&m_desk, &Desk::runningChanged, this, &MainWindow::updateRunning);
    connect(&m_desk, &Desk::itemCompleted, this, &MainWindow::updateActions);
    updateRunning();
    showDue();
    showPage(Start);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_sidebar = new Sidebar(m_recent);
    m_sidebar->addPage(Start, u"start"_s, tr("Start"));
    m_sidebar->addPage(Results, u"results"_s, tr("Results"));
    m_sidebar->addPage(Expiry, u"expiry"_s, tr("Expiry"));
    m_sidebar->addPage(Plans, u"wizard"_s, tr("Plans"));
    m_sidebar->addPage(Editor, u"policy"_s, tr("Editor"));
    m_sidebar->addPage(Practice, u"practise"_s, tr("Practice"));
    m_box = new DomainBox(&m_recent, false);
    m_info = new InfoBar;
    m_dueBar = new InfoBar;
    m_startPage = new StartPage(&m_recent);
    m_resultsPage = new ResultsPage(m_desk);
    m_expiryPage = new ExpiryPage(m_desk);
    m_auditPage = new AuditPage(m_desk, m_plans);
    m_practicePage = new PracticePage(m_environment.lessons ? m_environment.lessons() : QList<PracticeLesson>());
    m_editorPage = new EditorPage(m_environment.draftFolder.isEmpty() ? QString() : m_environment.draftFolder + u"/editor.json"_s);
    buildPlanPages();
    m_stack = new QStackedWidget;
    // In the order of Page.
    for (QWidget *page : {static_cast<QWidget *>(m_startPage), static_cast<QWidget *>(m_resultsPage), static_cast<QWidget *>(m_expiryPage),
                          static_cast<QWidget *>(m_auditPage), static_cast<QWidget *>(m_practicePage), static_cast<QWidget *>(m_editorPage),
                          static_cast<QWidget *>(m_plansPage), static_cast<QWidget *>(m_wizardPage)})
        m_stack->addWidget(page);

    m_topBar = new QFrame;
    m_topBar->setObjectName(u"topBar"_s);
    auto *exportButton = new QPushButton(icon(u"export"_s), tr("Export"));
    exportButton->setAutoDefault(false);
    exportButton->setAccessibleDescription(tr("Export as PDF, HTML, CSV or JSON"));
    m_exportMenu = new QMenu(tr("Export"), this);
    m_exportMenu->setIcon(icon(u"export"_s));
    exportButton->setMenu(m_exportMenu);
    auto *row = new QHBoxLayout(m_topBar);
    row->setContentsMargins(5 * grid, 3 * grid, 5 * grid, 0);
    row->setSpacing(2 * grid);
    row->addWidget(m_box, 1);
    row->addWidget(exportButton, 0, Qt::AlignTop);
    auto *infoRow = new QVBoxLayout;
    infoRow->setContentsMargins(5 * grid, 2 * grid, 5 * grid, 0);
    infoRow->setSpacing(grid);
    infoRow->addWidget(m_dueBar);
    infoRow->addWidget(m_info);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(infoRow);
    column->addWidget(m_stack, 1);
    QSplitter *both = splitter(Qt::Horizontal, u"windowSplitter"_s, {m_sidebar, right}, {0, 1});
    both->setHandleWidth(1);
    both->setSizes({176, 1004});
    setCentralWidget(both);

    connect(m_sidebar, &Sidebar::pageWanted, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_sidebar, &Sidebar::domainWanted, this, [this](const QString &domain) { auditInput(readDomainInput(domain)); });
    connect(m_box, &DomainBox::submitted, this, &MainWindow::auditInput);
    connect(m_startPage->box(), &DomainBox::submitted, this, &MainWindow::auditInput);
    connect(m_startPage, &StartPage::practiseWanted, this, [this] { showPage(Practice); });
    connect(m_startPage, &StartPage::openWanted, this, &MainWindow::chooseAndOpen);
    connect(m_resultsPage, &ResultsPage::itemWanted, this, &MainWindow::showItem);
    connect(m_practicePage, &PracticePage::auditWanted, this,
            [this](const QStringList &domains) { audit(readDomainInput(domains.join(u'\n')).domains, Origin::Practice); });
    connect(m_editorPage, &EditorPage::told, m_info, &InfoBar::tell);
    connect(m_auditPage->policy(), &PolicyPage::editWanted, this,
            [this](const QByteArray &octets) { edit(octets, {}, EditedKind::Policy); });
    connect(m_auditPage->records(), &RecordsPage::editWanted, this,
            [this](const QByteArray &octets) { edit(octets, {}, EditedKind::Record); });
    connect(m_auditPage, &AuditPage::protectWanted, this, [this] { m_actions[u"protect"_s]->trigger(); });
    connect(m_auditPage, &AuditPage::againWanted, this, &MainWindow::again);
    connect(m_auditPage, &AuditPage::authoritiesWanted, this, &MainWindow::askAuthorities);
    connect(m_auditPage, &AuditPage::cancelWanted, &m_desk, &Desk::cancelAll);
    connect(m_auditPage->compare(), &ComparePage::fileWanted, this, &MainWindow::chooseAndCompare);
    connect(m_auditPage->compare(), &ComparePage::filesDropped, this, &MainWindow::compareWith);
    connect(m_auditPage->compare(), &ComparePage::saveWanted, this, &MainWindow::chooseAndSaveComparison);
}

void MainWindow::buildStatus()
{
    m_status = mutedLabel({}, Type::Small);
    m_status->setObjectName(u"statusText"_s);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Progress of the audits"));
    m_stop = new QPushButton(icon(u"cancel"_s), tr("Stop"));
    m_stop->setFlat(true);
    m_stop->setProperty("flat", true);
    m_stop->setAutoDefault(false);
    m_stop->setAccessibleName(tr("Stop all audits"));
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_stop)}) {
        QSizePolicy keep = widget->sizePolicy();
        keep.setRetainSizeWhenHidden(true);
        widget->setSizePolicy(keep);
    }
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_stop);
    statusBar()->setSizeGripEnabled(false);
    connect(m_stop, &QPushButton::clicked, &m_desk, &Desk::cancelAll);
}

MainWindow::Page MainWindow::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

DomainBox *MainWindow::domainBox() const
{
    return page() == Start ? m_startPage->box() : page() == Plans ? m_plansPage->box() : m_box;
}

void MainWindow::showPage(Page wanted)
{
    m_stack->setCurrentIndex(wanted);
    // The start page has a box of its own.
    m_topBar->setVisible(wanted != Start && wanted != Plans && wanted != Wizard);
    m_sidebar->setCurrentPage(wanted == Wizard ? Plans : wanted);
    // Into the page, and never into a filter that nobody asked for.
    if (wanted == Start)
        m_startPage->box()->activate();
    else if (wanted == Results)
        m_resultsPage->list()->setFocus();
    else if (wanted == Expiry)
        m_expiryPage->list()->setFocus();
    else if (wanted == Practice)
        m_practicePage->list()->setFocus();
    else if (wanted == Editor)
        m_editorPage->edit()->setFocus();
    else if (wanted == Plans)
        m_plansPage->box()->activate();
    else if (wanted == Wizard)
        m_wizardPage->list()->setFocus();
    updateActions();
}

void MainWindow::showItem(int id)
{
    const DeskItem *item = m_desk.item(id);
    if (!item)
        return;
    m_auditPage->setItem(id);
    m_box->setText(visibleText(item->domain.ascii.isEmpty() ? item->input : item->domain.unicode));
    showPage(Audit);
    setWindowTitle(tr("%1 \u2013 MTA-STS Studio").arg(m_box->text()));
}

void MainWindow::auditInput(const DomainInput &input)
{
    for (const DomainInput::Unusable &line : input.unusable)
        m_desk.addUnusable(line);
    if (!input.unusable.isEmpty())
        m_info->tell(
            State::Attention,
            input.unusable.size() == 1
                ? tr("\u201c%1\u201d was left out: %2").arg(visibleText(input.unusable.first().text, 80), input.unusable.first().reason)
                : tr("%1 entries were left out, since they are no domains. They are listed under Results.").arg(input.unusable.size()));
    else
        m_info->hide();
    const bool practice = std::all_of(input.domains.cbegin(), input.domains.cend(),
                                      [this](const DomainName &domain) { return originOf(domain.ascii) == Origin::Practice; });
    audit(input.domains, practice ? Origin::Practice : Origin::Live);
}

Origin MainWindow::originOf(const QString &domain) const
{
    // The sample domains are under a reserved name (RFC 6761 §6.5) and exist nowhere but in the practice world.
    const QList<PracticeLesson> lessons = m_environment.lessons ? m_environment.lessons() : QList<PracticeLesson>();
    const bool practice = std::any_of(lessons.cbegin(), lessons.cend(), [&](const PracticeLesson &each) { return each.domain == domain; });
    return practice ? Origin::Practice : Origin::Live;
}

void MainWindow::audit(const QList<DomainName> &domains, Origin origin)
{
    if (domains.isEmpty())
        return;
    const QList<int> ids = m_desk.audit(domains, origin, m_preferences);
    if (ids.size() == 1) {
        showItem(ids.first());
        m_auditPage->findings()->list()->setFocus();
        return;
    }
    showPage(Results);
}

void MainWindow::again()
{
    if (const OpenPlan *open = page() == Wizard ? m_plans.item(m_wizardPage->plan()) : nullptr)
        emit m_wizardPage->auditWanted(open->plan().domain, true);
    QList<DomainName> live;
    QList<DomainName> practice;
    const QList<int> ids = page() == Audit ? QList<int>{m_auditPage->item()} : page() == Results ? m_desk.ids() : QList<int>();
    for (int id : ids) {
        const DeskItem *item = m_desk.item(id);
        if (item && !item->domain.ascii.isEmpty() && item->origin != Origin::File)
            (item->origin == Origin::Practice ? practice : live).append(item->domain);
    }
    if (!live.isEmpty())
        m_desk.audit(live, Origin::Live, m_preferences);
    if (!practice.isEmpty())
        m_desk.audit(practice, Origin::Practice, m_preferences);
}

void MainWindow::askAuthorities()
{
    const DeskItem *item = m_desk.item(m_auditPage->item());
    if (!item || item->domain.ascii.isEmpty() || item->origin == Origin::File)
        return;
    Preferences preferences = m_preferences;
    preferences.depth = Depth::Deep;
    m_desk.audit({DomainName(item->domain)}, item->origin, preferences);
}

void MainWindow::updateRunning()
{
    const bool running = m_desk.running();
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_progress->setRange(0, m_desk.total() > 1 ? m_desk.total() : 0);
    m_progress->setValue(m_desk.done());
    if (running)
        m_status->setText(m_desk.total() == 1 ? tr("One audit is running. Esc stops it.")
                                              : tr("%1 of %2 domains audited. Esc stops.").arg(m_desk.done()).arg(m_desk.total()));
    else
        m_status->setText(tr("Ctrl+L: domain    Ctrl+K: all actions"));
    updateActions();
}

void MainWindow::updateActions()
{
    const bool something = !chosenAudits().isEmpty();
    for (const QString &name : {u"save"_s, u"scrub"_s, u"exportPdf"_s, u"exportHtml"_s, u"exportCsv"_s, u"exportJson"_s})
        m_actions[name]->setEnabled(something);
    if (page() == Editor || page() == Wizard)
        m_actions[u"save"_s]->setEnabled(true);
    m_actions[u"cancel"_s]->setEnabled(m_desk.running());
    const DeskItem *item = page() == Audit ? m_desk.item(m_auditPage->item()) : nullptr;
    m_actions[u"again"_s]->setEnabled((page() == Results && !m_desk.ids().isEmpty()) || (item && item->origin != Origin::File) ||
                                      (page() == Wizard && !m_desk.running()));
    m_actions[u"copyFinding"_s]->setEnabled(page() == Audit && something);
    m_actions[u"compare"_s]->setEnabled(page() == Audit && something);
    for (const QString &name : {u"mend"_s, u"mendAll"_s, u"tidy"_s})
        m_actions[name]->setEnabled(page() == Editor);
}

QList<DomainAudit> MainWindow::chosenAudits() const
{
    if (m_stack && page() != Audit)
        return m_desk.audits();
    const DeskItem *item = m_desk.item(m_auditPage->item());
    return item && item->audit && item->stage != DeskItem::Stage::Running ? QList<DomainAudit>{*item->audit} : QList<DomainAudit>();
}

void MainWindow::remember()
{
    m_settings.setValue("window/geometry"_L1, saveGeometry());
    m_settings.setValue("window/sidebar"_L1, !m_sidebar->isHidden());
    m_settings.setValue("window/tab"_L1, m_auditPage->currentTab());
    saveLayout(m_settings, *this);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

} // namespace mta
