// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"
#include "ui/files.h"
#include "ui/plans/planexport.h"
#include "ui/widgets/commandpalette.h"
#include <QMainWindow>

class QAction;
class QLabel;
class QMimeData;
class QMenu;
class QProgressBar;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace mta
{

class AuditPage;
class DomainBox;
class EditorPage;
enum class EditedKind;
class ExpiryPage;
class InfoBar;
class PlanDesk;
class PlansPage;
class PracticePage;
class RecentDomains;
class ReminderWatch;
class ResultsPage;
class Sidebar;
class StartPage;
class WizardPage;

/// The window: sidebar, domain box and pages. Made anew when language or theme change; what it shows lives on the desk.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { Start, Results, Expiry, Audit, Practice, Editor, Plans, Wizard };

    MainWindow(Desk &desk, PlanDesk &plans, ReminderWatch &reminders, RecentDomains &recent, QSettings &settings,
               const Environment &environment, const Preferences &preferences);
    ~MainWindow() override;

    void setPreferences(const Preferences &preferences) { m_preferences = preferences; }
    void showPage(Page page);
    Page page() const;
    void showItem(int id);
    void auditInput(const DomainInput &input);
    void audit(const QList<DomainName> &domains, Origin origin);
    void openFiles(const QStringList &paths); ///< evidence, policies, records and lists of domains
    void openEvidence(const QString &path);   ///< evidence only
    enum class Names { Kept, Replaced };
    void saveEvidenceTo(const QString &path, Names names = Names::Kept);
    void protect(const DomainName &domain); ///< opens the wizard
    void showPlan(int id);
    void openPlan(const QString &path);
    void savePlanTo(int id, const QString &path);
    void exportPlanTo(int id, const QString &path, PlanForm form);
    void comparisonOfPlansTo(const QString &path);
    void compareWith(const QStringList &paths); ///< the audit shown with saved ones
    void saveComparisonTo(const QString &path);
    void exportTo(const QString &path, ExportFormat format);
    void takeDropped(const QMimeData &dropped);
    /// What is exported or saved: the domain shown, or on another page all of them.
    QList<DomainAudit> chosenAudits() const;

    AuditPage *auditPage() const { return m_auditPage; }
    ResultsPage *resultsPage() const { return m_resultsPage; }
    ExpiryPage *expiryPage() const { return m_expiryPage; }
    PracticePage *practicePage() const { return m_practicePage; }
    EditorPage *editorPage() const { return m_editorPage; }
    StartPage *startPage() const { return m_startPage; }
    PlansPage *plansPage() const { return m_plansPage; }
    WizardPage *wizardPage() const { return m_wizardPage; }
    DomainBox *domainBox() const; ///< the one that is seen
    InfoBar *infoBar() const { return m_info; }
    InfoBar *dueBar() const { return m_dueBar; }
    CommandPalette *commandPalette() const { return m_palette; }
    QAction *action(const QString &name) const { return m_actions.value(name); }
    QList<Command> commands() const;

signals:
    void preferencesWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void buildMenus();
    void buildStatus();
    QAction *defineAction(const QString &name, const QString &iconName, const QString &text, const QKeySequence &key,
                          const std::function<void()> &run);
    void askAuthorities();
    void again();
    void buildPlanPages();
    void choosePlanToOpen();
    void chooseAndSavePlan(int id);
    void chooseAndExportPlan(int id, PlanForm form);
    void chooseAndSaveComparisonOfPlans();
    void lookAtPlans();
    void closePlan(int id);
    void showDue();
    Origin originOf(const QString &domain) const;
    void updateRunning();
    void updateActions();
    void take(const OpenedFile &opened);
    void edit(const QByteArray &octets, const QString &path, std::optional<EditedKind> kind = {});
    void chooseAndOpen();
    void chooseAndSave(Names names);
    void chooseAndCompare();
    void chooseAndSaveComparison();
    void chooseAndExport(ExportFormat format);
    void focusFilter();
    void showAbout();
    void remember();

    Desk &m_desk;
    PlanDesk &m_plans;
    ReminderWatch &m_reminders;
    RecentDomains &m_recent;
    QSettings &m_settings;
    const Environment &m_environment;
    Preferences m_preferences;

    Sidebar *m_sidebar = nullptr;
    QWidget *m_topBar = nullptr;
    DomainBox *m_box = nullptr;
    InfoBar *m_info = nullptr;
    InfoBar *m_dueBar = nullptr; ///< what no desktop tells: it takes the place of no other message
    QStackedWidget *m_stack = nullptr;
    StartPage *m_startPage = nullptr;
    ResultsPage *m_resultsPage = nullptr;
    ExpiryPage *m_expiryPage = nullptr;
    AuditPage *m_auditPage = nullptr;
    PracticePage *m_practicePage = nullptr;
    EditorPage *m_editorPage = nullptr;
    PlansPage *m_plansPage = nullptr;
    WizardPage *m_wizardPage = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_exportMenu = nullptr;
    QLabel *m_status = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QHash<QString, QAction *> m_actions;
    QList<QAction *> m_actionOrder;
};

} // namespace mta
