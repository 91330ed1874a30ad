// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "deploy/adopt.h"
#include "fakes/factsbuilder.h"
#include "fakes/goodplan.h"
#include "fakes/uifakes.h"
#include "store/plans.h"
#include "ui/mainwindow.h"
#include "ui/plans/plandesk.h"
#include "ui/plans/planexport.h"
#include "ui/plans/planspage.h"
#include "ui/studio.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

/// Plans leave the window: as everything that they ask for, on paper, as dates, and all of them held against what is live.
class PlanExportTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }

    void everyFormIsWritten_data();
    void everyFormIsWritten();
    void nothingInAFolderIsReplaced();
    void aFileThatNobodyNamedIsNotReplaced();
    void whatCannotBeWrittenIsSaid();
    void theWizardOffersEveryForm();
    void allPlansAreLookedAtAndTheirComparisonWritten();

private:
    MainWindow &window() { return m_studio->window(); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray content(const QString &name) const;
    void open(const DomainFacts &facts) { m_studio->desk().addOpened({judge(facts, facts.observedAt)}); }
    QPushButton *button(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<MapHandle> m_handle;
    std::unique_ptr<Studio> m_studio;
};

void PlanExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
    Preferences preferences;
    preferences.theme = ThemeChoice::Light;
    preferences.allowPrivate = true; // the good facts use documentation addresses
    savePreferences(*m_settings, preferences);
    m_handle = std::make_shared<MapHandle>();
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(m_handle), *m_settings);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

QByteArray PlanExportTest::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPushButton *PlanExportTest::button(const QString &text)
{
    for (QPushButton *each : window().plansPage()->findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

void PlanExportTest::everyFormIsWritten_data()
{
    QTest::addColumn<PlanForm>("form");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("a zip file") << PlanForm::Archive << u"out.zip"_s << u"out.zip"_s << QByteArray("PK");
    QTest::newRow("a folder with the plan") << PlanForm::Folder << u"out"_s << u"out/plan.json"_s << planText(goodPlan());
    QTest::newRow("a folder with the plan on paper") << PlanForm::Folder << u"out"_s << u"out/plan.pdf"_s << QByteArray("%PDF-");
    QTest::newRow("a folder with the policy") << PlanForm::Folder << u"out"_s << u"out/policy/.well-known/mta-sts.txt"_s
                                              << QByteArray("version: STSv1\r\nmode: enforce\r\n");
    QTest::newRow("paper") << PlanForm::Pdf << u"plan.pdf"_s << u"plan.pdf"_s << QByteArray("%PDF-");
    QTest::newRow("a calendar") << PlanForm::Calendar << u"plan.ics"_s << u"plan.ics"_s << QByteArray("BEGIN:VCALENDAR\r\n");
}

void PlanExportTest::everyFormIsWritten()
{
    QFETCH(PlanForm, form);
    QFETCH(QString, name);
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    open(goodFacts());
    const int id = m_studio->plans().add(goodPlan());
    window().exportPlanTo(id, path(name), form);
    QTRY_VERIFY(!window().infoBar()->text().isEmpty());
    QVERIFY2(window().infoBar()->text().contains(name), qPrintable(window().infoBar()->text()));
    QVERIFY2(content(file).startsWith(begins), content(file).left(200).constData());
    if (form == PlanForm::Calendar) // what the audit saw
        QVERIFY2(content(file).contains("mx1.good.example"), content(file).constData());
}

void PlanExportTest::aFileThatNobodyNamedIsNotReplaced()
{
    QCOMPARE(archivePath(path(u"plan"_s)).value(), path(u"plan.zip"_s));
    QFile there(path(u"plan.zip"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    QCOMPARE(archivePath(path(u"plan.zip"_s)).value(), path(u"plan.zip"_s)); // the dialog has asked
    QCOMPARE(archivePath(path(u"PLAN.ZIP"_s)).value(), path(u"PLAN.ZIP"_s));
    const Result<QString> other = archivePath(path(u"plan"_s));
    QVERIFY(!other);
    QVERIFY2(other.error().text.contains(u"plan.zip"_s), qPrintable(other.error().text));
}

void PlanExportTest::nothingInAFolderIsReplaced()
{
    const int id = m_studio->plans().add(goodPlan());
    QVERIFY(QDir().mkpath(path(u"out"_s)));
    QFile mine(path(u"out/checklist.md"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    window().exportPlanTo(id, path(u"out"_s), PlanForm::Folder);
    QTRY_VERIFY(window().infoBar()->text().contains(u"checklist.md"_s));
    QCOMPARE(content(u"out/checklist.md"_s), QByteArray("mine"));
    QVERIFY(!QFile::exists(path(u"out/plan.json"_s)));
}

void PlanExportTest::whatCannotBeWrittenIsSaid()
{
    const int id = m_studio->plans().add(goodPlan());
    for (const PlanForm form : {PlanForm::Archive, PlanForm::Pdf, PlanForm::Calendar}) {
        window().infoBar()->tell(State::Good, {});
        window().exportPlanTo(id, u"/nowhere/at/all."_s + planFileName(goodPlan().domain, form), form);
        QTRY_VERIFY(window().infoBar()->text().contains(u"/nowhere/at/all"_s));
        QVERIFY(!window().infoBar()->text().startsWith(u"The plan was written"_s));
    }
}

void PlanExportTest::theWizardOffersEveryForm()
{
    window().showPlan(m_studio->plans().add(goodPlan()));
    auto *offer = window().wizardPage()->findChild<QPushButton *>(u"planExport"_s);
    QVERIFY(offer && offer->isVisible() && offer->menu());
    QList<PlanForm> wanted;
    window().wizardPage()->disconnect(&window()); // the window would open dialogs
    connect(window().wizardPage(), &WizardPage::exportWanted, this, [&wanted](PlanForm form) { wanted.append(form); });
    for (QAction *action : offer->menu()->actions())
        action->trigger();
    QCOMPARE(wanted, (QList<PlanForm>{PlanForm::Archive, PlanForm::Folder, PlanForm::Pdf, PlanForm::Calendar}));
}

void PlanExportTest::allPlansAreLookedAtAndTheirComparisonWritten()
{
    window().showPage(MainWindow::Plans);
    QVERIFY(!button(u"Look at all now"_s)->isEnabled());
    const DomainFacts facts = goodFacts();
    fill(m_handle->fake, facts);
    m_studio->plans().add(planFromLive(judge(facts, facts.observedAt)).plan);
    Plan other = goodPlan();
    other.domain = {u"else.example"_s, u"else.example"_s};
    fill(m_handle->fake, goodFactsAs(u"else.example"_s));
    m_studio->plans().add(other);
    window().comparisonOfPlansTo(path(u"before.csv"_s));
    QTRY_VERIFY(!content(u"before.csv"_s).isEmpty());
    QCOMPARE(content(u"before.csv"_s).count("not looked at yet"), 2);
    button(u"Look at all now"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 20000);
    QCOMPARE(m_studio->desk().ids().size(), 2);
    QCOMPARE(window().page(), MainWindow::Plans); // nobody is led away
    QStringList live;
    for (const Row &row : window().plansPage()->list()->rowsModel()->rows())
        live.append(row.cells[3].text);
    QVERIFY2(live.contains(u"live is different"_s) && !live.contains(u"not looked at yet"_s), qPrintable(live.join(u'|')));
    window().comparisonOfPlansTo(path(u"after.csv"_s));
    QTRY_VERIFY(!content(u"after.csv"_s).isEmpty());
    const QByteArray table = content(u"after.csv"_s);
    QVERIFY2(table.startsWith("file,domain,") && !table.contains("not looked at yet"), table.constData());
    QVERIFY(table.contains(",good.example,") && table.contains(",else.example,"));
}

QTEST_MAIN(PlanExportTest)
#include "tst_planexport.moc"
