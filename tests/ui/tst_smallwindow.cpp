// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "audit/judge.h"
#include "fakes/factsbuilder.h"
#include "fakes/uifakes.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/auditpart.h"
#include "ui/audit/verdictheader.h"
#include "ui/mainwindow.h"
#include "ui/studio.h"
#include "ui/widgets/chainview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/readingarea.h"
#include "ui/widgets/rowsview.h"
#include "ui/wizard/wizardpage.h"
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace mta;
using namespace Qt::Literals::StringLiterals;

/// The window at 820 by 600 pixels, in English and in German, whose words are longer: nothing that is ours to say is cut off.
class SmallWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void aLargeWindowDoesNotScroll_data() { nothingIsCutOff_data(); }
    void aLargeWindowDoesNotScroll();
    void theWizardIsReadInFull_data() { nothingIsCutOff_data(); }
    void theWizardIsReadInFull();
    void linksNameEveryState_data() { nothingIsCutOff_data(); }
    void linksNameEveryState();

private:
    MainWindow &window() { return m_studio->window(); }
    void begin(const QString &language);
    void lookAtButtons();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<Studio> m_studio;
};

void SmallWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
}

void SmallWindowTest::cleanup()
{
    m_studio.reset();
    m_translator.reset();
}

void SmallWindowTest::begin(const QString &language)
{
    if (language != "en"_L1) {
        m_translator = std::make_unique<QTranslator>();
        QVERIFY(m_translator->load(u"mta-sts-studio_"_s + language, QStringLiteral(BINARY_DIR "/translations")));
        QVERIFY(QCoreApplication::installTranslator(m_translator.get()));
    }
    m_studio = std::make_unique<Studio>(*qApp, fakeEnvironment(std::make_shared<MapHandle>()), *m_settings);
    window().resize(820, 600);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void SmallWindowTest::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

/// Buttons, chips and search fields that are seen.
void SmallWindowTest::lookAtButtons()
{
    for (const QPushButton *button : window().findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(),
                     qPrintable(u"%1: %2 of %3"_s.arg(button->text()).arg(button->width()).arg(button->sizeHint().width())));
    }
    for (const QLineEdit *field : window().auditPage()->findChildren<QLineEdit *>()) {
        const int needed = field->fontMetrics().horizontalAdvance(field->placeholderText());
        if (field->isVisible())
            QVERIFY2(field->width() > needed + 8 * grid, qPrintable(field->placeholderText()));
    }
    for (const QLabel *label : window().auditPage()->header()->findChildren<QLabel *>()) {
        if (!label->wordWrap())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
}

void SmallWindowTest::nothingIsCutOff()
{
    QFETCH(QString, language);
    begin(language);
    const DomainFacts facts = factsWithoutSts();
    window().showItem(m_studio->desk().addOpened({judge(facts, facts.observedAt)}).first());
    for (int tab = 0; tab < window().auditPage()->tabCount(); ++tab) {
        window().auditPage()->showTab(tab);
        QCoreApplication::processEvents();
        lookAtButtons();
        if (QTest::currentTestFailed())
            return;
    }
    for (const RowsView *view : window().findChildren<RowsView *>()) {
        for (int column = 0; column < view->model()->columnCount() - 1; ++column)
            QVERIFY2(view->header()->isSectionHidden(column) ||
                         view->header()->sectionSize(column) >= view->header()->sectionSizeHint(column),
                     qPrintable(view->objectName() + u' ' + view->model()->headerData(column, Qt::Horizontal).toString()));
    }
}

void SmallWindowTest::aLargeWindowDoesNotScroll()
{
    QFETCH(QString, language);
    begin(language);
    window().showItem(m_studio->desk().addOpened({judge(goodFacts(), goodFacts().observedAt)}).first());
    window().resize(1180, 780);
    const auto *area = window().auditPage()->findChild<ReadingArea *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(area->widget()->height(), area->viewport()->height());
    // Every page has the room that it needs, in the least that the tabs get.
    window().resize(820, 600);
    QTRY_VERIFY(area->widget()->height() > area->viewport()->height());
    for (int tab = 0; tab < window().auditPage()->tabCount(); ++tab) {
        window().auditPage()->showTab(tab);
        QCoreApplication::processEvents();
        for (const AuditPart *part : window().findChildren<AuditPart *>()) {
            if (part->isVisible())
                QVERIFY2(part->height() >= part->minimumSizeHint().height(),
                         qPrintable(u"%1: %2 of %3"_s.arg(QLatin1String(part->metaObject()->className()))
                                        .arg(part->height())
                                        .arg(part->minimumSizeHint().height())));
        }
    }
}

void SmallWindowTest::theWizardIsReadInFull()
{
    QFETCH(QString, language);
    begin(language);
    window().protect({u"a-rather-long-name.example"_s, u"a-rather-long-name.example"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->desk().running(), 10000);
    WizardPage *wizard = window().wizardPage();
    for (const QSize &size : {QSize(1180, 780), QSize(820, 600)}) {
        window().resize(size);
        for (int step = 0; step < wizard->stepCount(); ++step) {
            wizard->showStep(step);
            QCoreApplication::processEvents();
            for (const QAbstractButton *button : wizard->step(step)->findChildren<QAbstractButton *>()) {
                // Of one line, and where it has several, as wide as the longest of them.
                const int needed = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() + 24;
                const int end = button->mapTo(wizard->step(step), QPoint(button->width(), 0)).x();
                if (button->isVisible() && !button->text().isEmpty())
                    QVERIFY2(button->width() >= needed && end <= wizard->step(step)->width(),
                             qPrintable(u"%1: %2 of %3"_s.arg(button->text()).arg(button->width()).arg(needed)));
            }
        }
        const auto *title = wizard->findChild<ElidedLabel *>();
        QCOMPARE(title->text(), u"a-rather-long-name.example"_s);
        if (size.width() == 1180)
            QVERIFY(title->width() >= title->fontMetrics().horizontalAdvance(title->text()));
    }
}

/// Every text that a link of the chain may show, in the least room it gets.
void SmallWindowTest::linksNameEveryState()
{
    QFETCH(QString, language);
    begin(language);
    window().showPage(MainWindow::Audit);
    DomainAudit audit;
    for (const char *text : {"not tested",
                             "lookup failed",
                             "no record",
                             "not valid",
                             "good",
                             "not asked by senders",
                             "no address",
                             "no answer",
                             "unreachable",
                             "no safe TLS",
                             "bad certificate",
                             "HTTP %1",
                             "bad answer",
                             "none to read",
                             "takes no mail",
                             "none",
                             "%1 of %2 broken",
                             "%1 of %2 not tested",
                             "%1 of %2 good",
                             "%1 of %2 bad",
                             "clock is wrong",
                             "no such domain"}) {
        audit.links.clear();
        QString words = QCoreApplication::translate("Verdict", text);
        QVERIFY(language == "en"_L1 || words != QLatin1String(text) || words == "HTTP %1"_L1);
        words.replace(u"%1"_s, u"10"_s).replace(u"%2"_s, u"12"_s);
        for (const Area area : {Area::Record, Area::PolicyHost, Area::Policy, Area::MxHosts, Area::Certificates, Area::TlsRpt})
            audit.links.append({area, State::Broken, words});
        ChainView *chain = window().auditPage()->chain();
        for (const bool running : {false, true}) {
            chain->setAudit(running ? nullptr : &audit, running);
            QCoreApplication::processEvents();
            for (const ChainLink &link : std::as_const(audit.links)) {
                const ChainLinkButton *button = chain->button(link.area);
                QVERIFY2(button->fits(button->width()) && button->contentHeight() <= button->height() - 2,
                         qPrintable(
                             u"%1: %2 (%3 x %4)"_s.arg(chainTitle(link.area), button->words()).arg(button->width()).arg(button->height())));
            }
        }
    }
}

QTEST_MAIN(SmallWindowTest)
#include "tst_smallwindow.moc"
