// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/dnsmessage.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "store/evidence.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/verdictheader.h"
#include "ui/certificates/certificatespage.h"
#include "ui/evidence/evidencepage.h"
#include "ui/expiry/expirypage.h"
#include "ui/findings/findingspage.h"
#include "ui/mailservers/mailserverspage.h"
#include "ui/mainwindow.h"
#include "ui/policy/policypage.h"
#include "ui/records/recordspage.h"
#include "ui/results/resultspage.h"
#include "ui/start/practicepage.h"
#include "ui/studio.h"
#include "ui/widgets/chainview.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/domainbox.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void typedDomainAndEnterShowTheResult();
    void linksFillInWhileTheAuditRuns();
    void escapeStopsAndSaysSo();
    void aStoppedRepetitionKeepsTheResult();
    void f5AsksAgain();
    void theWindowNeverWaitsForTheNetwork();
    void closingWhileAnAuditRunsIsQuick();
    void unusableInputIsSaidAtTheField();
    void addressesAndListsAreUnderstood();
    void aNetworkThatCannotBeUsedIsSaid();
    void findingsAreFilteredByChipAndWord();
    void shortcutsReachEveryPage();
    void chainLinksLeadToTheirTab();
    void paletteRunsActions();
    void evidenceIsSavedAndOpenedAgain();
    void evidenceIsSavedWithoutNames();
    void damagedEvidenceIsRefusedAndNothingIsLost_data();
    void damagedEvidenceIsRefusedAndNothingIsLost();
    void severalFilesEndInTheResults();
    void droppedTextIsAudited();
    void exportsAreWritten();
    void practiceIsNotRemembered();
    void onlyNameVerdictAndTimeAreRemembered();
    void nothingFromOutsideIsMarkup();
    void everyInputHasAnAccessibleName();
    void anotherThemeKeepsWhatIsShown();
    void layoutIsRemembered();
    void copiesFindingAndRow();
    void nameServersAreAskedOnDemand();

private:
    MainWindow &window() { return m_studio->window(); }
    Desk &desk() { return m_studio->desk(); }
    void type(const QString &text);
    void waitUntilDone();
    void press(const QKeySequence &key) { QTest::keySequence(&window(), key); }
    int openFacts(const DomainFacts &facts);
    template<class T>
    T *named(const char *name)
    {
        return window().findChild<T *>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    std::unique_ptr<Studio> m_studio;
};

void MainWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.theme = ThemeChoice::Light;
    preferences.allowPrivate = true; // the good facts use documentation addresses
    savePreferences(*m_settings, preferences);
    m_handle = std::make_shared<MapHandle>();
    fill(m_handle->fake, goodFacts());
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(m_handle), *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void MainWindowTest::cleanup()
{
    m_studio.reset();
}

void MainWindowTest::type(const QString &text)
{
    press(QKeySequence(u"Ctrl+L"_s));
    QTRY_VERIFY(window().domainBox()->field()->hasFocus());
    window().domainBox()->field()->clear();
    QTest::keyClicks(window().domainBox()->field(), text);
    QTest::keyClick(window().domainBox()->field(), Qt::Key_Return);
}

void MainWindowTest::waitUntilDone()
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk().running(), 10000);
}

int MainWindowTest::openFacts(const DomainFacts &facts)
{
    const int id = desk().addOpened({judge(facts, facts.observedAt)}).first();
    window().showItem(id);
    return id;
}

void MainWindowTest::typedDomainAndEnterShowTheResult()
{
    type(u"Good.Example"_s);
    waitUntilDone();
    QCOMPARE(window().page(), MainWindow::Audit);
    const DeskItem *item = desk().item(window().auditPage()->item());
    QVERIFY(item && item->audit);
    QCOMPARE(item->stage, DeskItem::Stage::Done);
    QCOMPARE(item->audit->facts.domain.ascii, u"good.example"_s);
    QCOMPARE(window().auditPage()->header()->headline(), item->audit->headline);
    QVERIFY(!item->audit->headline.isEmpty());
    QCOMPARE(window().auditPage()->mailServers()->tree()->rowsModel()->rowCount(), 2);
    QVERIFY(window().windowTitle().startsWith(u"good.example"_s));
    QCOMPARE(item->audit->facts.conditions.resolver, u"maps"_s);
}

void MainWindowTest::linksFillInWhileTheAuditRuns()
{
    m_handle->fake.delay = std::chrono::milliseconds(150);
    type(u"good.example"_s);
    ChainLinkButton *record = window().auditPage()->chain()->button(Area::Record);
    ChainLinkButton *servers = window().auditPage()->chain()->button(Area::MxHosts);
    QVERIFY(record->pending());
    QTRY_VERIFY(!record->pending());
    QVERIFY(desk().running());
    QVERIFY(servers->pending());
    waitUntilDone();
    QVERIFY(!servers->pending());
    QCOMPARE(servers->state(), State::Good);
}

void MainWindowTest::escapeStopsAndSaysSo()
{
    m_handle->fake.delay = std::chrono::seconds(20);
    type(u"good.example"_s);
    QVERIFY(desk().running());
    QElapsedTimer timer;
    timer.start();
    press(QKeySequence(Qt::Key_Escape));
    waitUntilDone();
    QVERIFY(timer.elapsed() < 3000);
    QCOMPARE(desk().item(window().auditPage()->item())->stage, DeskItem::Stage::Cancelled);
    QCOMPARE(named<QLabel>("verdict")->text(), u"Stopped"_s);
    QVERIFY(!window().action(u"cancel"_s)->isEnabled());
}

void MainWindowTest::aStoppedRepetitionKeepsTheResult()
{
    type(u"good.example"_s);
    waitUntilDone();
    const int id = window().auditPage()->item();
    const QString headline = desk().item(id)->audit->headline;
    m_handle->fake.delay = std::chrono::seconds(20);
    press(QKeySequence(u"F5"_s));
    QTRY_COMPARE(desk().item(id)->stage, DeskItem::Stage::Running);
    press(QKeySequence(Qt::Key_Escape));
    waitUntilDone();
    QCOMPARE(desk().item(id)->stage, DeskItem::Stage::Done);
    QCOMPARE(desk().item(id)->audit->headline, headline);
}

void MainWindowTest::f5AsksAgain()
{
    type(u"good.example"_s);
    waitUntilDone();
    const int before = m_handle->fake.count(u"TXT _mta-sts.good.example"_s);
    press(QKeySequence(u"F5"_s));
    waitUntilDone();
    QVERIFY(m_handle->fake.count(u"TXT _mta-sts.good.example"_s) > before);
    QCOMPARE(desk().ids().size(), 1);
}

void MainWindowTest::theWindowNeverWaitsForTheNetwork()
{
    m_handle->fake.delay = std::chrono::milliseconds(700);
    QElapsedTimer timer;
    timer.start();
    type(u"good.example"_s);
    QVERIFY2(timer.elapsed() < 600, "Enter blocked the window");
    waitUntilDone();
}

void MainWindowTest::closingWhileAnAuditRunsIsQuick()
{
    m_handle->fake.delay = std::chrono::seconds(20);
    type(u"good.example"_s);
    QElapsedTimer timer;
    timer.start();
    m_studio.reset();
    QVERIFY(timer.elapsed() < 3000);
}

void MainWindowTest::unusableInputIsSaidAtTheField()
{
    type(u"localhost"_s);
    QCOMPARE(window().page(), MainWindow::Start);
    QVERIFY(!window().domainBox()->message().isEmpty());
    QVERIFY(!desk().running());
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(window().domainBox()->text(), u"localhost"_s);
    type(u""_s);
    QVERIFY(!window().domainBox()->message().isEmpty());
}

void MainWindowTest::addressesAndListsAreUnderstood()
{
    type(u"postmaster@good.example"_s);
    waitUntilDone();
    QCOMPARE(desk().item(window().auditPage()->item())->domain.ascii, u"good.example"_s);
    type(u"https://a.example/x, b.example 192.0.2.1"_s);
    waitUntilDone();
    QCOMPARE(window().page(), MainWindow::Results);
    QTRY_COMPARE(window().resultsPage()->list()->rowsModel()->rowCount(), 4); // the unusable one is not lost
    QVERIFY(!window().infoBar()->text().isEmpty());
}

void MainWindowTest::aNetworkThatCannotBeUsedIsSaid()
{
    Environment environment = fakeEnvironment(m_handle);
    environment.live = [](const Preferences &) -> Result<std::shared_ptr<NetworkHandle>> {
        return Error{ErrorCode::InvalidInput, u"The resolver cannot be used."_s};
    };
    m_studio = std::make_unique<Studio>(*qApp, environment, *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    type(u"good.example"_s);
    waitUntilDone();
    QCOMPARE(window().auditPage()->header()->headline(), u"The resolver cannot be used."_s);
}

void MainWindowTest::findingsAreFilteredByChipAndWord()
{
    DomainFacts facts = goodFacts();
    setPolicy(facts, "version: STSv1\nmode: enforce\nmx: mx1.good.example\nmax_age: 3600\n\n");
    openFacts(facts);
    const DomainAudit &audit = *desk().item(window().auditPage()->item())->audit;
    QVERIFY(audit.count(Severity::Error) > 0 && audit.count(Severity::Warning) > 0);
    FindingsPage *page = window().auditPage()->findings();
    const auto shown = [page] {
        int count = 0;
        const QAbstractItemModel *model = page->list()->model();
        for (int i = 0; i < model->rowCount(); ++i)
            count += model->rowCount(model->index(i, 0));
        return count;
    };
    const int all = shown();
    QCOMPARE(all, int(audit.findings.size() + audit.undetermined.size()));
    page->filterBar()->chip(static_cast<int>(FindingKind::Error))->click();
    QCOMPARE(shown(), audit.count(Severity::Error));
    page->filterBar()->chip(static_cast<int>(FindingKind::Warning))->click();
    QCOMPARE(shown(), audit.count(Severity::Error) + audit.count(Severity::Warning));
    page->filterBar()->reset();
    press(QKeySequence(u"Ctrl+F"_s));
    QVERIFY(page->filterBar()->field()->hasFocus());
    QTest::keyClicks(page->filterBar()->field(), u"3600"_s);
    QTRY_COMPARE(shown(), 1);
    page->filterBar()->reset();
    QCOMPARE(shown(), all);
}

void MainWindowTest::shortcutsReachEveryPage()
{
    openFacts(goodFacts());
    for (int i = 1; i <= 9; ++i) {
        press(QKeySequence(u"Ctrl+%1"_s.arg(i)));
        if (i <= 3)
            QCOMPARE(int(window().page()), i - 1);
        else
            QCOMPARE(window().auditPage()->currentTab(), i - 4);
    }
    press(QKeySequence(u"Ctrl+0"_s));
    QCOMPARE(window().auditPage()->currentTab(), 6);
    QCOMPARE(window().page(), MainWindow::Audit);
}

void MainWindowTest::chainLinksLeadToTheirTab()
{
    openFacts(goodFacts());
    AuditPage *page = window().auditPage();
    const QList<std::pair<Area, int>> tabs{{Area::Record, 3},  {Area::PolicyHost, 2},   {Area::Policy, 2},
                                           {Area::MxHosts, 1}, {Area::Certificates, 4}, {Area::TlsRpt, 3}};
    for (const auto &[area, tab] : tabs) {
        page->showTab(5);
        ChainLinkButton *button = page->chain()->button(area);
        QVERIFY(button->focusPolicy() == Qt::StrongFocus && !button->accessibleName().isEmpty());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(page->currentTab(), tab);
    }
    page->chain()->button(Area::Record)->setFocus();
    QTest::keyClick(page->chain()->button(Area::Record), Qt::Key_Right);
    QVERIFY(page->chain()->button(Area::PolicyHost)->hasFocus());
}

void MainWindowTest::paletteRunsActions()
{
    openFacts(goodFacts());
    press(QKeySequence(u"Ctrl+K"_s));
    QLineEdit *field = window().commandPalette()->field();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"go cert"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(window().auditPage()->currentTab(), 4);
    QVERIFY(!window().commandPalette()->isVisible());
    press(QKeySequence(u"Ctrl+K"_s));
    QTest::keyClick(window().commandPalette()->field(), Qt::Key_Escape);
    QVERIFY(!window().commandPalette()->isVisible());
    // Every action of the window is offered by name.
    QStringList texts;
    for (const Command &command : window().commands())
        texts.append(command.text);
    for (const char *name : {"open", "save", "scrub", "exportPdf", "again", "filter", "preferences", "page9", "quit"})
        QVERIFY2(texts.contains(window().action(QLatin1String(name))->text().remove(u'&')), name);
}

void MainWindowTest::evidenceIsSavedAndOpenedAgain()
{
    type(u"good.example"_s);
    waitUntilDone();
    const DomainFacts facts = desk().item(window().auditPage()->item())->audit->facts;
    const QString path = m_folder->filePath(u"evidence.json"_s);
    window().saveEvidenceTo(path);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(!window().infoBar()->text().isEmpty());
    desk().clear();
    window().openFiles({path});
    QTRY_COMPARE(desk().ids().size(), 1);
    const DeskItem *item = desk().item(desk().ids().first());
    QCOMPARE(item->origin, Origin::File);
    QCOMPARE(item->audit->facts, facts);
    QCOMPARE(window().page(), MainWindow::Audit);
}

void MainWindowTest::evidenceIsSavedWithoutNames()
{
    openFacts(goodFacts());
    const QString path = m_folder->filePath(u"without-names.json"_s);
    window().saveEvidenceTo(path, MainWindow::Names::Replaced);
    QTRY_VERIFY(!window().infoBar()->text().isEmpty());
    QVERIFY2(QFile::exists(path), qPrintable(window().infoBar()->text()));
    const Result<QList<DomainFacts>> saved = loadEvidence(path);
    QVERIFY(saved);
    QCOMPARE(saved->first().domain.ascii, u"d1.example"_s);
    QVERIFY(!toEvidence(*saved).contains("good.example"));

    // What has its names is not replaced by what has none.
    const QString kept = m_folder->filePath(u"with-names.json"_s);
    QVERIFY(saveEvidence(kept, {goodFacts()}));
    window().infoBar()->hide();
    window().saveEvidenceTo(kept, MainWindow::Names::Replaced);
    QTRY_VERIFY(window().infoBar()->isVisible());
    QCOMPARE(loadEvidence(kept)->first().domain.ascii, u"good.example"_s);
}

void MainWindowTest::damagedEvidenceIsRefusedAndNothingIsLost_data()
{
    QTest::addColumn<QByteArray>("octets");
    const QByteArray whole = toEvidence({goodFacts()});
    QTest::newRow("cut") << whole.left(whole.size() / 2);
    QTest::newRow("not ours") << QByteArray("{\"hello\": 1}");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff", 4);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another list") << QByteArray("[1, 2, 3]");
}

void MainWindowTest::damagedEvidenceIsRefusedAndNothingIsLost()
{
    QFETCH(QByteArray, octets);
    const int id = openFacts(goodFacts());
    const QString path = m_folder->filePath(u"damaged.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
    file.close();
    window().openFiles({path});
    QTRY_VERIFY(!window().infoBar()->text().isEmpty());
    QVERIFY2(window().infoBar()->text().contains(u"damaged.json"_s), qPrintable(window().infoBar()->text()));
    QCOMPARE(window().auditPage()->item(), id);
    QCOMPARE(desk().ids(), QList<int>{id});
    QVERIFY(!QApplication::activeModalWidget());
    window().openEvidence(m_folder->filePath(u"missing.json"_s));
    QTRY_VERIFY(window().infoBar()->text().contains(u"missing.json"_s));
}

void MainWindowTest::severalFilesEndInTheResults()
{
    QStringList paths{m_folder->filePath(u"missing.json"_s), m_folder->path()};
    for (const char *name : {"a.example", "b.example", "c.example"}) {
        DomainFacts facts = goodFacts();
        facts.domain = *parseDomainInput(QString::fromLatin1(name));
        paths.append(m_folder->filePath(QLatin1String(name) + u".json"_s));
        QVERIFY(saveEvidence(paths.last(), {facts}));
    }
    window().openFiles(paths);
    QTRY_COMPARE(desk().ids().size(), 3);
    QCOMPARE(window().page(), MainWindow::Results);
    // What failed is told, and does not hide what did not.
    QVERIFY2(window().infoBar()->text().contains(u"missing.json"_s), qPrintable(window().infoBar()->text()));
    QVERIFY(window().infoBar()->text().contains(u'2'));
    window().openFiles({paths.last()});
    QTRY_COMPARE(window().page(), MainWindow::Audit);
    QVERIFY(window().infoBar()->isHidden());
}

void MainWindowTest::droppedTextIsAudited()
{
    QMimeData data;
    data.setText(u"Ann <ann@good.example>"_s);
    QVERIFY(window().acceptDrops());
    window().takeDropped(data);
    QVERIFY(desk().running());
    waitUntilDone();
    QCOMPARE(desk().ids().size(), 1);
}

void MainWindowTest::exportsAreWritten()
{
    openFacts(goodFacts());
    const QList<std::pair<ExportFormat, QByteArray>> formats{
        {ExportFormat::Html, "<"}, {ExportFormat::Json, "{"}, {ExportFormat::Pdf, "%PDF-"}, {ExportFormat::Csv, ""}};
    for (const auto &[format, beginning] : formats) {
        const QString path = m_folder->filePath(u"report."_s + exportSuffix(format));
        window().exportTo(path, format);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray octets = file.readAll();
        QVERIFY(octets.size() > 50);
        QVERIFY(octets.startsWith(beginning));
    }
    window().exportTo(u"/nowhere/at/all.csv"_s, ExportFormat::Csv);
    QTRY_VERIFY(window().infoBar()->text().contains(u"all.csv"_s));
}

void MainWindowTest::practiceIsNotRemembered()
{
    window().showPage(MainWindow::Practice);
    QCOMPARE(window().practicePage()->list()->rowsModel()->rowCount(), 1);
    QTest::keyClick(window().practicePage()->list(), Qt::Key_Return);
    QTRY_COMPARE(window().page(), MainWindow::Audit);
    waitUntilDone();
    QCOMPARE(desk().item(window().auditPage()->item())->origin, Origin::Practice);
    QCOMPARE(m_settings->value(u"recent/size"_s).toInt(), 0);
    QVERIFY(desk().item(window().auditPage()->item())->audit->facts.conditions.allowPrivate);
    // Typed by name, it is the same sample domain, and not one of the live network.
    type(u"sample.example"_s);
    waitUntilDone();
    QCOMPARE(desk().ids().size(), 1);
}

void MainWindowTest::onlyNameVerdictAndTimeAreRemembered()
{
    type(u"good.example"_s);
    waitUntilDone();
    QCOMPARE(m_settings->value(u"recent/size"_s).toInt(), 1);
    m_settings->beginGroup(u"recent/1"_s);
    QStringList keys = m_settings->allKeys();
    m_settings->endGroup();
    keys.sort();
    QCOMPARE(keys, (QStringList{u"at"_s, u"domain"_s, u"verdict"_s}));
}

void MainWindowTest::nothingFromOutsideIsMarkup()
{
    openFacts(hostileFacts());
    window().infoBar()->tell(State::Broken, QString::fromUtf8(hostileMarkup));
    const QStringList forbidden{u"\u202e"_s, u"\x1b"_s, u"\x01"_s};
    for (int tab = 0; tab < window().auditPage()->tabCount(); ++tab) {
        window().auditPage()->showTab(tab);
        QTest::qWait(150);
        // Every row of every list, so that every detail was shown once.
        for (RowsView *view : window().findChildren<RowsView *>()) {
            for (int i = 0; i < view->model()->rowCount(); ++i) {
                const QModelIndex group = view->model()->index(i, 0);
                view->setCurrentIndex(group);
                for (int j = 0; j < view->model()->rowCount(group); ++j)
                    view->setCurrentIndex(view->model()->index(j, 0, group));
            }
        }
        QCOMPARE(window().findChildren<QTextBrowser *>().size(), 0);
        QCOMPARE(window().findChildren<QTextEdit *>().size(), 0);
        for (const QLabel *label : window().findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
            for (const QString &bad : forbidden)
                QVERIFY2(!label->text().contains(bad), qPrintable(label->text()));
        }
        for (const QWidget *widget : window().findChildren<QWidget *>())
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
        for (const CodeView *view : window().findChildren<CodeView *>()) {
            for (const QString &bad : forbidden)
                QVERIFY2(!view->toPlainText().contains(bad), qPrintable(view->toPlainText()));
        }
    }
    int texts = 0;
    for (const RowsView *view : window().findChildren<RowsView *>()) {
        const RowsModel *model = view->rowsModel();
        const auto walk = [&](const auto &self, const QModelIndex &parent) -> void {
            for (int row = 0; row < model->rowCount(parent); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QModelIndex index = model->index(row, column, parent);
                    QVERIFY(!Qt::mightBeRichText(index.data(Qt::ToolTipRole).toString()));
                    const QString text = index.data().toString();
                    texts += text.contains(u"passwd"_s) ? 1 : 0;
                    for (const QString &bad : forbidden)
                        QVERIFY2(!text.contains(bad), qPrintable(text));
                }
                self(self, model->index(row, 0, parent));
            }
        };
        walk(walk, {});
    }
    QVERIFY2(texts > 5, "the hostile texts were not shown at all");
}

void MainWindowTest::everyInputHasAnAccessibleName()
{
    openFacts(goodFacts());
    for (QWidget *widget : window().findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QLabel") ||
            widget->inherits("QScrollArea") || widget->inherits("QSplitter"))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(u"%1 %2"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName())));
    }
}

void MainWindowTest::anotherThemeKeepsWhatIsShown()
{
    const int id = openFacts(goodFacts());
    window().auditPage()->showTab(3);
    Preferences preferences = m_studio->preferences();
    preferences.theme = ThemeChoice::Dark;
    m_studio->setPreferences(preferences);
    QCOMPARE(window().page(), MainWindow::Audit);
    QCOMPARE(window().auditPage()->item(), id);
    QCOMPARE(window().auditPage()->currentTab(), 3);
    QVERIFY(window().isVisible());
    QVERIFY(window().palette().color(QPalette::Window).lightness() < 128);
    QCOMPARE(loadPreferences(*m_settings), preferences);
}

void MainWindowTest::layoutIsRemembered()
{
    window().resize(900, 640);
    window().auditPage()->records()->records()->setColumnWidth(0, 333);
    press(QKeySequence(u"Ctrl+B"_s));
    window().close();
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(m_handle), *m_settings);
    QCOMPARE(window().size(), QSize(900, 640));
    QCOMPARE(window().auditPage()->records()->records()->columnWidth(0), 333);
    QVERIFY(window().findChild<QWidget *>(u"sidebar"_s)->isHidden());
}

void MainWindowTest::copiesFindingAndRow()
{
    openFacts(factsWithoutSts());
    window().auditPage()->findings()->copyFinding();
    const DomainAudit &audit = *desk().item(window().auditPage()->item())->audit;
    QVERIFY(!audit.findings.isEmpty());
    QVERIFY(QApplication::clipboard()->text().contains(u"good.example"_s));
    QVERIFY(QApplication::clipboard()->text().contains(u"Why it matters"_s));
    window().auditPage()->showTab(1);
    RowsView *tree = window().auditPage()->mailServers()->tree();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"mx1.good.example\t"_s));
    tree->copyCell();
    QCOMPARE(QApplication::clipboard()->text(), u"mx1.good.example"_s);
}

void MainWindowTest::nameServersAreAskedOnDemand()
{
    DomainFacts facts = goodFacts();
    setAuthorities(facts);
    facts.authorities.servers[1].answers[0].sts = authoritative(txtLookup(u"_mta-sts.good.example"_s, {"v=STSv1; id=old;"}));
    fill(m_handle->fake, facts);
    type(u"good.example"_s);
    waitUntilDone();
    const RecordsPage *records = window().auditPage()->records();
    const QString first = u"/authorities/servers/0/answers/0"_s;
    QVERIFY(!records->records()->rowsModel()->indexOfPointer(first).isValid());
    QVERIFY(records->askButton()->isEnabled());
    records->askButton()->click();
    QVERIFY(desk().running());
    waitUntilDone();
    const DeskItem *item = desk().item(window().auditPage()->item());
    QCOMPARE(item->audit->facts.conditions.depth, Depth::Deep);
    QVERIFY(records->records()->rowsModel()->indexOfPointer(first).isValid());
    QVERIFY(records->records()->rowsModel()->indexOfPointer(u"/authorities/servers/1/answers/0/sts"_s).isValid());
    const auto told = [](const Finding &finding) { return finding.ruleId == u"sts-record-inconsistent"_s; };
    QVERIFY(std::any_of(item->audit->findings.cbegin(), item->audit->findings.cend(), told));
    // What a file holds cannot be asked again.
    openFacts(goodFacts());
    QVERIFY(!records->askButton()->isEnabled());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
