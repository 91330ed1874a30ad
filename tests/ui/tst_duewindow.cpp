// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/publications.h"
#include "fakes/factsbuilder.h"
#include "fakes/goodplan.h"
#include "fakes/uifakes.h"
#include "ui/mainwindow.h"
#include "ui/plans/planspage.h"
#include "ui/settings/preferencesdialog.h"
#include "ui/start/startpage.h"
#include "ui/studio.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QDateTime begin(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

class FakeNotifier : public Notifier
{
public:
    void tell(const DesktopNote &note) override { notes.append(note); }
    QList<DesktopNote> notes;
};

/// In mode testing from a time on; mode enforce is meant.
Plan tested(const QString &domain, const QDateTime &since)
{
    Plan plan = goodPlan();
    plan.domain = {domain, domain};
    plan.published.clear();
    plan.policy->mode = PolicyMode::Testing;
    plan.id = "first";
    plan = withPublished(plan, since);
    plan.policy->mode = PolicyMode::Enforce;
    plan.id = "second";
    return plan;
}

} // namespace

/// What is due is seen in the window, told on the desktop, once, and put off.
class DueWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }

    void theMostUrgentComesFirst();
    void aSecondBeforeAndAtTheTime();
    void toldOnceForItsDate();
    void whatCouldBeDoneAllAlongIsNotTold();
    void whatSomebodyJustMadeIsNotTold();
    void putOffUntilTomorrow();
    void aComputerThatSlept();
    void aClockThatWasSetBack();
    void manyAreToldAtOnce();
    void whatWouldLoseMailIsNamedFirst();
    void textsAreInTheLanguageChosen();
    void thePreferenceSwitchesItOff();
    void thePreferenceIsOffered();
    void withoutADesktopTheWindowTells();
    void aNoteLeadsToThePlan();
    void theStartPageAndTheSidebarSayIt();
    void certificatesAreKnownWithoutAnotherAudit();
    void damagedMemoryIsNoMemory();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    MainWindow &window() { return m_studio->window(); }
    void start(bool desktop = true);
    void at(const QDateTime &time)
    {
        m_now = time;
        m_studio->reminders().look();
    }
    QStringList column(int index) const;
    template<class Widget>
    Widget *find(const QString &name)
    {
        return window().findChild<Widget *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    std::shared_ptr<FakeNotifier> m_desktop;
    std::unique_ptr<Studio> m_studio;
    QDateTime m_now;
};

void DueWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.theme = ThemeChoice::Light;
    preferences.allowPrivate = true; // the good facts use documentation addresses
    savePreferences(*m_settings, preferences);
    m_now = begin;
    start();
}

void DueWindowTest::start(bool desktop)
{
    m_studio.reset();
    m_handle = std::make_shared<MapHandle>();
    m_desktop = std::make_shared<FakeNotifier>();
    Environment environment = fakeEnvironment(m_handle);
    environment.now = [this] { return m_now; };
    environment.draftFolder = m_folder->filePath(u"drafts"_s);
    if (desktop)
        environment.notifier = m_desktop;
    m_studio = std::make_unique<Studio>(*qApp, environment, *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

QStringList DueWindowTest::column(int index) const
{
    QStringList texts;
    for (const Row &row : m_studio->window().plansPage()->list()->rowsModel()->rows())
        texts.append(row.cells[index].text);
    return texts;
}

void DueWindowTest::theMostUrgentComesFirst()
{
    Plan done = goodPlan();
    done.domain = {u"done.example"_s, u"done.example"_s};
    Plan broken = goodPlan();
    broken.domain = {u"broken.example"_s, u"broken.example"_s};
    broken.mx.append({30, u"mx.elsewhere.example"_s}); // mode enforce does not cover it
    PlanDesk &plans = m_studio->plans();
    plans.add(done);
    plans.add(tested(u"later.example"_s, begin.addDays(-4)));
    plans.add(tested(u"soon.example"_s, begin.addDays(-13)));
    plans.add(tested(u"due.example"_s, begin.addDays(-16)));
    plans.add(broken);
    m_studio->reminders().look();
    QCOMPARE(column(0), (QStringList{u"broken.example"_s, u"due.example"_s, u"soon.example"_s, u"later.example"_s, u"done.example"_s}));
    const QStringList due = column(1);
    QVERIFY2(due[0].startsWith(u"now: Mend the plan"_s), qPrintable(due[0]));
    QCOMPARE(due[1], u"due: 2 days ago, 30 May: Move the policy to mode enforce"_s);
    QCOMPARE(due[2], u"tomorrow, 2 June: Move the policy to mode enforce"_s);
    QCOMPARE(due[3], u"in 10 days, 11 June: Move the policy to mode enforce"_s);
    QCOMPARE(due[4], u"nothing to do"_s);
    const QList<Row> &rows = window().plansPage()->list()->rowsModel()->rows();
    QCOMPARE(rows[0].cells[1].state, std::optional(State::Broken));
    QCOMPARE(rows[1].cells[1].state, std::optional(State::Attention));
    QVERIFY(!rows[2].cells[1].state && !rows[4].cells[1].state);
    // All dates of the chosen plan stand below, for eyes and screen readers.
    window().showPage(MainWindow::Plans);
    window().plansPage()->list()->selectKey(QString::number(plans.find(u"due.example"_s)));
    const QString dates = find<QLabel>(u"planDates"_s)->text();
    QVERIFY2(dates.contains(u"due: 2 days ago, 30 May: Move"_s) && dates.contains(u"Serve the file in mode enforce."_s) &&
                 dates.contains(u"after that: Announce the policy"_s),
             qPrintable(dates));
    QVERIFY(find<QPushButton>(u"planTomorrow"_s)->isEnabled());
    window().plansPage()->list()->selectKey(QString::number(plans.find(u"done.example"_s)));
    QVERIFY(!find<QLabel>(u"planDates"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"planTomorrow"_s)->isEnabled());
}

void DueWindowTest::aSecondBeforeAndAtTheTime()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14).addSecs(-1));
    QVERIFY(m_desktop->notes.isEmpty());
    at(begin.addDays(14));
    QCOMPARE(m_desktop->notes.size(), 1);
    QCOMPARE(m_desktop->notes.first().title, u"one.example: Move the policy to mode enforce"_s);
    QVERIFY(m_desktop->notes.first().text.startsWith(u"Serve the file in mode enforce"_s));
}

void DueWindowTest::toldOnceForItsDate()
{
    const int id = m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14));
    at(begin.addDays(14).addSecs(60));
    at(begin.addDays(15));
    QCOMPARE(m_desktop->notes.size(), 1);
    start();
    QVERIFY(m_desktop->notes.isEmpty());
    QVERIFY(column(1).first().startsWith(u"due: "_s)); // seen all the same
    // Another date is news.
    m_studio->plans().change(m_studio->plans().find(u"one.example"_s), tested(u"one.example"_s, begin.addDays(1)));
    m_studio->reminders().look();
    QCOMPARE(m_desktop->notes.size(), 1);
    // What became due while the program did not run is told at the start.
    m_studio->plans().close(m_studio->plans().find(u"one.example"_s));
    m_studio->plans().add(tested(u"two.example"_s, begin.addDays(2)));
    m_now = begin.addDays(20);
    start();
    QCOMPARE(m_desktop->notes.size(), 1);
    QVERIFY(m_desktop->notes.first().title.startsWith(u"two.example"_s));
    QVERIFY(id > 0);
}

void DueWindowTest::whatCouldBeDoneAllAlongIsNotTold()
{
    Plan plan = goodPlan();
    plan.published.clear();
    m_studio->plans().add(plan);
    at(begin.addDays(1));
    QVERIFY(column(1).first().startsWith(u"now: "_s));
    QVERIFY(m_desktop->notes.isEmpty());
    QVERIFY(!m_studio->reminders().sentence().isEmpty());
}

void DueWindowTest::whatSomebodyJustMadeIsNotTold()
{
    m_now = begin.addDays(14);
    m_studio->plans().add(tested(u"one.example"_s, begin));
    QTRY_COMPARE(m_studio->reminders().due().size(), 1); // soon
    m_studio->reminders().look();
    QVERIFY(m_desktop->notes.isEmpty());
    QVERIFY(column(1).first().startsWith(u"due: "_s));
    m_studio->reminders().putOff(0); // but this was asked for, also by who goes on working
    m_now = m_now.addDays(1);
    QSignalSpy changed(&m_studio->reminders(), &ReminderWatch::changed);
    m_studio->plans().add(tested(u"two.example"_s, begin.addDays(100)));
    QTRY_VERIFY(!changed.isEmpty());
    at(m_now);
    QCOMPARE(m_desktop->notes.size(), 1);
}

void DueWindowTest::putOffUntilTomorrow()
{
    const int id = m_studio->plans().add(tested(u"one.example"_s, begin));
    const QDateTime due = begin.addDays(14);
    at(due);
    window().showPage(MainWindow::Plans);
    QTest::mouseClick(find<QPushButton>(u"planTomorrow"_s), Qt::LeftButton);
    QVERIFY2(column(1).first().startsWith(u"put off, tomorrow, 16 June: Move"_s), qPrintable(column(1).first()));
    QVERIFY(!find<QPushButton>(u"planTomorrow"_s)->isEnabled());
    QVERIFY(m_studio->reminders().due().isEmpty());
    at(due.addDays(1).addSecs(-1));
    QCOMPARE(m_desktop->notes.size(), 1);
    at(due.addDays(1));
    QCOMPARE(m_desktop->notes.size(), 2);
    QVERIFY(column(1).first().startsWith(u"due: "_s));
    at(due.addDays(3));
    QCOMPARE(m_desktop->notes.size(), 2);
    // The desktop's own button, and the next run.
    emit m_desktop->putOffNow();
    QVERIFY(m_studio->reminders().dueOf(id).isEmpty());
    start();
    QVERIFY(m_studio->reminders().due().isEmpty());
    at(due.addDays(4));
    QCOMPARE(m_desktop->notes.size(), 1);
}

void DueWindowTest::aComputerThatSlept()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    m_studio->reminders().look();
    const QList<QTimer *> timers = m_studio->reminders().findChildren<QTimer *>();
    QVERIFY(std::any_of(timers.cbegin(), timers.cend(),
                        [](const QTimer *timer) { return timer->isActive() && !timer->isSingleShot() && timer->interval() <= 60000; }));
    at(begin.addDays(100)); // the first look after that
    QCOMPARE(m_desktop->notes.size(), 1);
    QVERIFY(column(1).first().startsWith(u"due: 86 days ago"_s));
}

void DueWindowTest::aClockThatWasSetBack()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14));
    at(begin.addDays(4));
    QVERIFY2(column(1).first().startsWith(u"in 10 days"_s), qPrintable(column(1).first()));
    at(begin.addDays(14));
    QCOMPARE(m_desktop->notes.size(), 1);
}

void DueWindowTest::manyAreToldAtOnce()
{
    for (int i = 0; i < 6; ++i)
        m_studio->plans().add(tested(u"d%1.example"_s.arg(i), begin.addSecs(i)));
    at(begin.addDays(20));
    QCOMPARE(m_desktop->notes.size(), 1);
    QCOMPARE(m_desktop->notes.first().title, u"6 things are due"_s);
    const QStringList lines = m_desktop->notes.first().text.split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.first(), u"d0.example: Move the policy to mode enforce"_s);
    QCOMPARE(lines.last(), u"and 2 more"_s);
}

void DueWindowTest::whatWouldLoseMailIsNamedFirst()
{
    Plan broken = goodPlan();
    broken.mx.append({30, u"mx.elsewhere.example"_s});
    m_studio->plans().add(tested(u"one.example"_s, begin.addDays(-30)));
    m_studio->plans().add(broken);
    m_studio->reminders().look();
    QVERIFY2(m_studio->reminders().sentence().startsWith(u"2 things are due. The first: good.example: Mend the plan"_s),
             qPrintable(m_studio->reminders().sentence()));
    start();
    QCOMPARE(window().plansPage()->currentPlan(), m_studio->reminders().due().first().plan);
}

/// The language is chosen after the plans were opened.
void DueWindowTest::textsAreInTheLanguageChosen()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    m_studio.reset();
    m_now = begin.addDays(14);
    QTranslator german;
    QVERIFY(german.load(u"mta-sts-studio_de"_s, QStringLiteral(BINARY_DIR "/translations")));
    Environment environment = fakeEnvironment(std::make_shared<MapHandle>());
    environment.now = [this] { return m_now; };
    environment.draftFolder = m_folder->filePath(u"drafts"_s);
    environment.notifier = m_desktop;
    environment.useLanguage = [&german](const QString &) { QCoreApplication::installTranslator(&german); };
    m_studio = std::make_unique<Studio>(*qApp, environment, *m_settings);
    QCOMPARE(column(1).size(), 1);
    QVERIFY2(column(1).first().contains(u"Die Richtlinie in den Modus enforce bringen"_s), qPrintable(column(1).first()));
    QCOMPARE(m_desktop->notes.last().title, u"one.example: Die Richtlinie in den Modus enforce bringen"_s);
}

void DueWindowTest::thePreferenceSwitchesItOff()
{
    Preferences preferences = m_studio->preferences();
    preferences.remind = false;
    m_studio->setPreferences(preferences);
    m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14));
    QVERIFY(m_desktop->notes.isEmpty() && window().dueBar()->text().isEmpty());
    QVERIFY(column(1).first().startsWith(u"due: "_s));
    start();
    QVERIFY(m_desktop->notes.isEmpty());
    preferences.remind = true; // nothing of it was told yet
    m_studio->setPreferences(preferences);
    m_studio->reminders().look();
    QCOMPARE(m_desktop->notes.size(), 1);
}

void DueWindowTest::thePreferenceIsOffered()
{
    Preferences preferences;
    PreferencesDialog dialog(preferences, {});
    QCheckBox *box = nullptr;
    for (QCheckBox *each : dialog.findChildren<QCheckBox *>()) {
        if (each->text() == u"Remind me of what is due"_s)
            box = each;
    }
    QVERIFY(box && box->isChecked() && !box->accessibleName().isEmpty());
    box->click();
    QVERIFY(!dialog.preferences().remind);
}

void DueWindowTest::withoutADesktopTheWindowTells()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14));
    QCOMPARE(m_desktop->notes.size(), 1);
    emit m_desktop->failed();
    QCOMPARE(window().dueBar()->text(), QString()); // the page Start says it
    window().showPage(MainWindow::Editor);
    emit m_desktop->failed();
    QCOMPARE(window().dueBar()->text(), u"Due now: one.example: Move the policy to mode enforce."_s);
    m_studio->reminders().putOff(0);
    QVERIFY(window().dueBar()->isHidden());
    emit m_desktop->failed(); // late
    QVERIFY(window().dueBar()->isHidden());
    start(false);
    window().showPage(MainWindow::Plans);
    m_studio->plans().add(tested(u"two.example"_s, begin));
    window().infoBar()->tell(State::Good, u"The plan was saved."_s);
    m_studio->reminders().look();
    QCOMPARE(window().dueBar()->text(), u"Due now: two.example: Move the policy to mode enforce."_s);
    QCOMPARE(window().infoBar()->text(), u"The plan was saved."_s); // which is not lost for it
}

void DueWindowTest::aNoteLeadsToThePlan()
{
    const int one = m_studio->plans().add(tested(u"one.example"_s, begin));
    at(begin.addDays(14));
    window().showMinimized();
    emit m_desktop->opened();
    QCOMPARE(window().page(), MainWindow::Wizard);
    QCOMPARE(window().wizardPage()->plan(), one);
    QVERIFY(!window().isMinimized());
    m_studio->plans().add(tested(u"two.example"_s, begin));
    m_studio->reminders().look();
    window().showPage(MainWindow::Start);
    emit m_desktop->opened();
    QCOMPARE(window().page(), MainWindow::Plans);
}

void DueWindowTest::theStartPageAndTheSidebarSayIt()
{
    window().showPage(MainWindow::Start);
    auto *notice = qobject_cast<QFrame *>(find<QLabel>(u"dueSentence"_s)->parentWidget());
    QVERIFY(notice && !notice->isVisible());
    auto *pages = find<QListWidget>(u"sidebarPages"_s);
    const auto entry = [&] { return pages->findItems(u"Plans"_s, Qt::MatchStartsWith).first(); };
    QCOMPARE(entry()->text(), u"Plans"_s);
    m_studio->plans().add(tested(u"one.example"_s, begin));
    m_studio->plans().add(tested(u"two.example"_s, begin.addSecs(1)));
    at(begin.addDays(15));
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleName(), u"2 things are due. The first: one.example: Move the policy to mode enforce."_s);
    QCOMPARE(entry()->text(), u"Plans (2)"_s);
    QVERIFY(window().action(u"tomorrow"_s)->isEnabled());
    QCOMPARE(entry()->data(Qt::AccessibleTextRole).toString(), u"Plans, 2 due"_s);
    QTest::mouseClick(find<QPushButton>(u"dueShow"_s), Qt::LeftButton);
    QCOMPARE(window().page(), MainWindow::Plans);
    window().showPage(MainWindow::Start);
    QTest::mouseClick(find<QPushButton>(u"dueTomorrow"_s), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
    QVERIFY(!window().action(u"tomorrow"_s)->isEnabled());
    QCOMPARE(entry()->text(), u"Plans"_s);
}

void DueWindowTest::certificatesAreKnownWithoutAnotherAudit()
{
    const DomainFacts facts = goodFacts();
    fill(m_handle->fake, facts);
    m_studio->plans().add(goodPlan());
    m_studio->desk().audit({facts.domain}, Origin::Live, m_studio->preferences());
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 20000);
    const QList<ExpiringCertificate> ends = expiringCertificates(*m_studio->desk().latest(facts.domain)->audit);
    QVERIFY(!ends.isEmpty());
    const QDateTime due = ends.first().notAfter.addDays(-14);
    m_now = due.addSecs(-1);
    start();
    const auto told = [this] {
        return std::count_if(m_desktop->notes.cbegin(), m_desktop->notes.cend(),
                             [](const DesktopNote &note) { return (note.title + note.text).contains(u"The certificate of "_s); });
    };
    QCOMPARE(told(), 0);
    at(due);
    QCOMPARE(told(), 1);
    // Whoever wants nothing remembered is told of what is seen in this run only.
    Preferences preferences = m_studio->preferences();
    preferences.keepHistory = false;
    m_studio->setPreferences(preferences);
    start();
    for (const Reminder &each : m_studio->reminders().of(m_studio->plans().ids().first()))
        QVERIFY(each.kind != ReminderKind::Certificate);
}

void DueWindowTest::damagedMemoryIsNoMemory()
{
    m_studio->plans().add(tested(u"one.example"_s, begin));
    m_studio.reset();
    m_settings->setValue(u"reminders/told/size"_s, 2000000000);
    m_settings->setValue(u"reminders/told/1/domain"_s, u"<b>"_s);
    m_settings->setValue(u"reminders/told/1/at"_s, u"never"_s);
    m_settings->setValue(u"reminders/certificates/size"_s, -5);
    m_settings->setValue(u"reminders/certificates/1/host"_s, QByteArray("\0\xff", 2));
    m_now = begin.addDays(14);
    start();
    QCOMPARE(m_desktop->notes.size(), 1);
}

void DueWindowTest::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void DueWindowTest::nothingIsCutOff()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (language != "en"_L1) {
        QVERIFY(translator.load(u"mta-sts-studio_"_s + language, QStringLiteral(BINARY_DIR "/translations")));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    m_studio->plans().add(tested(u"a-rather-long-name-of-a-domain.example"_s, begin));
    m_now = begin.addDays(14);
    start();
    window().resize(820, 600);
    const auto isSeenWhole = [this](const QPushButton *button) {
        return button->width() >= button->sizeHint().width() &&
               window().rect().contains(QRect(button->mapTo(&window(), QPoint()), button->size()));
    };
    window().showPage(MainWindow::Start);
    QCoreApplication::processEvents();
    for (const QString &name : {u"dueShow"_s, u"dueTomorrow"_s})
        QVERIFY2(isSeenWhole(find<QPushButton>(name)), qPrintable(name));
    window().showPage(MainWindow::Plans);
    QCoreApplication::processEvents();
    for (const QPushButton *button : window().plansPage()->findChildren<QPushButton *>())
        QVERIFY2(isSeenWhole(button), qPrintable(button->text()));
    QVERIFY(!find<QLabel>(u"planDates"_s)->text().isEmpty());
    QVERIFY(find<QLabel>(u"planDates"_s)->height() >= find<QLabel>(u"planDates"_s)->heightForWidth(find<QLabel>(u"planDates"_s)->width()));
}

QTEST_MAIN(DueWindowTest)
#include "tst_duewindow.moc"
